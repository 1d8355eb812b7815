/// Where `series` turns if it is drawn with straight pieces and at most `turns` turns: the first index of each new piece,
/// rising, each in `least..=len - least`.
///
/// Each piece is the line of least squares through its values and may start at another level than the last one ended, so that
/// a step, a bend and both at once are one turn each. Of all ways to place the turns the one with the smallest sum of squares
/// is taken (exact, by dynamic programming as in segmented least squares: Bellman 1961, Communications of the ACM 4); of ways
/// that are equally good but for rounding the one with the fewest turns. `least` is the shortest piece, in values; below 2
/// it counts as 2.
///
/// Empty if the series is straight, not finite, or shorter than two pieces. Cost: O(`turns` n²) time, O(`turns` n) memory.
#[must_use]
pub fn turning_points(series: &[f64], turns: usize, least: usize) -> Vec<usize> {
    let (n, least) = (series.len(), least.max(2));
    if n / 2 < least || series.iter().any(|value| !value.is_finite()) {
        return Vec::new();
    }
    let sums = Sums::of(series);
    // What counts as rounding: of the squares about the mean.
    let rounding = 1e-10 * sums.squares[n];
    // For each number of turns: the cost of the best way to draw the first values up to each end, and where its last piece starts.
    let mut costs = vec![(0..=n).map(|end| sums.around_line(0, end, least)).collect::<Vec<f64>>()];
    let mut starts: Vec<Vec<usize>> = vec![vec![0; n + 1]];
    for turn in 1..=turns {
        let (mut cost, mut start) = (vec![f64::INFINITY; n + 1], vec![0; n + 1]);
        for end in 2 * least..=n {
            for (at, before) in costs[turn - 1].iter().enumerate().take(end - least + 1).skip(least) {
                let total = before + sums.around_line(at, end, least);
                if total < cost[end] - rounding {
                    (cost[end], start[end]) = (total, at);
                }
            }
        }
        costs.push(cost);
        starts.push(start);
    }
    let mut fewest = 0;
    for turn in 1..=turns {
        if costs[turn][n] < costs[fewest][n] - rounding {
            fewest = turn;
        }
    }
    let mut points = Vec::with_capacity(fewest);
    let mut end = n;
    for turn in (1..=fewest).rev() {
        end = starts[turn][end];
        points.push(end);
    }
    points.reverse();
    points
}

/// Sums over the first values of a series about its mean.
struct Sums {
    values: Vec<f64>,
    squares: Vec<f64>,
    /// Of value times place.
    placed: Vec<f64>,
}

impl Sums {
    fn of(series: &[f64]) -> Sums {
        let mean = series.iter().sum::<f64>() / series.len() as f64;
        let over = |term: &dyn Fn(usize, f64) -> f64| {
            let mut sums = vec![0.0];
            for (place, value) in series.iter().enumerate() {
                sums.push(sums[place] + term(place, value - mean));
            }
            sums
        };
        Sums { values: over(&|_, y| y), squares: over(&|_, y| y * y), placed: over(&|t, y| t as f64 * y) }
    }

    /// Sum of squares about the line through the values from `from` to before `to`; infinite for fewer than `least`.
    fn around_line(&self, from: usize, to: usize, least: usize) -> f64 {
        if to < from + least {
            return f64::INFINITY;
        }
        let m = (to - from) as f64;
        let of = |sums: &[f64]| sums[to] - sums[from];
        let (y, middle) = (of(&self.values), (from + to - 1) as f64 / 2.0);
        let slope_part = of(&self.placed) - middle * y;
        let spread = m * (m * m - 1.0) / 12.0;
        (of(&self.squares) - y * y / m - slope_part * slope_part / spread).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::turning_points;

    /// Squares about the line of a piece, from its definition.
    fn squares(piece: &[f64]) -> f64 {
        let m = piece.len() as f64;
        let (t, y) = ((m - 1.0) / 2.0, piece.iter().sum::<f64>() / m);
        let places = || piece.iter().enumerate().map(|(i, value)| (i as f64 - t, value - y));
        let slope = places().map(|(t, y)| t * y).sum::<f64>() / places().map(|(t, _)| t * t).sum::<f64>();
        places().map(|(t, y)| (y - slope * t) * (y - slope * t)).sum()
    }

    #[test]
    fn no_other_way_is_better() {
        let series: Vec<f64> = (0..30_u32).map(|i| f64::from((i * i * 7 + i * 3) % 23) + f64::from(i / 11)).collect();
        let mut best = (f64::INFINITY, Vec::new());
        for a in 4..=26 {
            for b in a + 4..=26 {
                let total = squares(&series[..a]) + squares(&series[a..b]) + squares(&series[b..]);
                if total < best.0 {
                    best = (total, vec![a, b]);
                }
            }
        }
        assert_eq!(turning_points(&series, 2, 4), best.1);
    }

    #[test]
    fn steps_and_bends_are_turns() {
        let step: Vec<f64> = (0..84).map(|t| if (12..48).contains(&t) { 550.0 } else { 0.0 }).collect();
        assert_eq!(turning_points(&step, 2, 6), [12, 48]);
        let bend: Vec<f64> =
            (0..60_i32).map(|t| f64::from((t - 20).max(0)) - 3.0 * f64::from((t - 40).max(0))).collect();
        let found = turning_points(&bend, 2, 6);
        assert!(found.len() == 2 && found[0].abs_diff(20) <= 1 && found[1].abs_diff(40) <= 1, "{found:?}");
    }

    #[test]
    fn what_is_straight_does_not_turn() {
        let line: Vec<f64> = (0..50).map(|t| 3.0 + 0.1 * f64::from(t)).collect();
        assert!(turning_points(&line, 2, 6).is_empty());
        assert!(turning_points(&line[..11], 2, 6).is_empty() && turning_points(&[f64::NAN; 40], 1, 6).is_empty());
        let step: Vec<f64> = (0..40).map(|t| f64::from(t / 20)).collect();
        assert_eq!(turning_points(&step, 3, 6), [20], "no more turns than it has");
    }
}

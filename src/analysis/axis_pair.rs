use super::extremes::is_beyond_chance;
use super::{Estimate, Swept};

/// What two axes of a grid do together that is not the sum of what each does alone, the others averaged.
#[derive(Clone, Debug)]
pub struct AxisPair {
    /// Their places among the axes.
    pub axes: [usize; 2],
    /// What the first does from its first value to its last, where the second is at its last value, less the same where the
    /// second is at its first: in the same futures, and at the same values of all others, then Student's t over replicates.
    pub effect: Estimate,
    /// Whether that is there beyond chance, with as many comparisons as there are pairs (Bonferroni); never of few replicates.
    pub is_beyond_chance: bool,
}

/// How single futures go along an axis of a grid, all other axes held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FutureShares {
    /// Share of them in which its last value has more than its first.
    pub more: f64,
    /// Share in which it has less.
    pub less: f64,
}

impl Swept {
    /// Every two axes of a whole grid that have two values or more, the largest effects first; none of a sample.
    #[must_use]
    pub fn axis_pairs(&self, metric: usize) -> Vec<AxisPair> {
        let Some(grid) = self.grid() else { return Vec::new() };
        let long: Vec<usize> = (0..grid.len()).filter(|&axis| grid[axis].length > 1).collect();
        let number = (long.len() * long.len().saturating_sub(1) / 2) as f64;
        let mut pairs = Vec::new();
        for (place, &first) in long.iter().enumerate() {
            for &second in &long[place + 1..] {
                let single = self.contrast(&[grid[first], grid[second]], metric);
                let effect = Estimate::of(single.iter().copied());
                if effect.known() {
                    let is_beyond_chance = is_beyond_chance(single.into_iter(), number).is_some();
                    pairs.push(AxisPair { axes: [first, second], effect, is_beyond_chance });
                }
            }
        }
        pairs.sort_by(|a, b| b.effect.mean.abs().total_cmp(&a.effect.mean.abs()));
        pairs
    }

    /// In how many single futures an axis of a whole grid does more than nothing, and less; `None` of a sample.
    #[must_use]
    pub fn future_shares(&self, axis: usize, metric: usize) -> Option<FutureShares> {
        let one = *self.grid()?.get(axis)?;
        let (mut number, mut more, mut less) = (0.0, 0.0, 0.0);
        for point in (0..self.points.len()).filter(|&point| one.position(point) == one.ends[0]) {
            let [from, to] = [0, 1].map(|end| self.found.first(one.moved(point, end), metric));
            for (from, to) in from.iter().zip(to).filter(|(from, to)| from.is_finite() && to.is_finite()) {
                number += 1.0;
                more += f64::from(u8::from(to > from));
                less += f64::from(u8::from(to < from));
            }
        }
        (number > 0.0).then(|| FutureShares { more: more / number, less: less / number })
    }

    /// The part of what differs between single futures at all points that the settings account for, all axes together (omega
    /// squared: what chance alone would give is taken off). `None` of a sample, or of fewer than two futures or points.
    #[must_use]
    pub fn accounted_for(&self, metric: usize) -> Option<f64> {
        self.grid()?;
        let all: Vec<&[f64]> = (0..self.points.len()).map(|point| self.found.first(point, metric)).collect();
        let replicates = all.iter().map(|values| values.len()).min()?;
        let whole: Vec<usize> = (0..replicates).filter(|&r| all.iter().all(|values| values[r].is_finite())).collect();
        let (points, futures) = (all.len() as f64, whole.len() as f64);
        if all.len() < 2 || whole.len() < 2 {
            return None;
        }
        let by_point: Vec<f64> = all.iter().map(|v| whole.iter().map(|&r| v[r]).sum::<f64>() / futures).collect();
        let by_future: Vec<f64> = whole.iter().map(|&r| all.iter().map(|v| v[r]).sum::<f64>() / points).collect();
        let mean = by_point.iter().sum::<f64>() / points;
        let square = |x: f64| (x - mean) * (x - mean);
        let of_points = futures * by_point.iter().map(|&x| square(x)).sum::<f64>();
        let of_futures = points * by_future.iter().map(|&x| square(x)).sum::<f64>();
        let total: f64 = all.iter().map(|v| whole.iter().map(|&r| square(v[r])).sum::<f64>()).sum();
        let rest = (total - of_points - of_futures).max(0.0) / ((points - 1.0) * (futures - 1.0));
        (total > 0.0).then(|| ((of_points - (points - 1.0) * rest) / total).clamp(0.0, 1.0))
    }

    /// By replicate: the last ends of both axes, less one of them at its first end, and so on; the others averaged.
    fn contrast(&self, axes: &[GridAxis; 2], metric: usize) -> Vec<f64> {
        let [first, second] = axes;
        let corners: Vec<[&[f64]; 4]> = (0..self.points.len())
            .filter(|&point| axes.iter().all(|axis| axis.position(point) == axis.ends[0]))
            .map(|point| {
                let at = |a: usize, b: usize| self.found.first(second.moved(first.moved(point, a), b), metric);
                [at(0, 0), at(1, 0), at(0, 1), at(1, 1)]
            })
            .collect();
        let replicates = corners.iter().flatten().map(|values| values.len()).min().unwrap_or(0);
        let of = |replicate: usize| {
            let known = corners.iter().map(|corner| corner.map(|values| values[replicate]));
            let single = known.map(|[none, first, second, both]| both - first - second + none);
            let (sum, number) = single
                .filter(|value| value.is_finite())
                .fold((0.0, 0_u32), |(sum, number), value| (sum + value, number + 1));
            sum / f64::from(number)
        };
        (0..replicates).map(of).collect()
    }

    /// Where each axis of a whole grid lies among the points, the last axis running fastest; `None` of a sample.
    fn grid(&self) -> Option<Vec<GridAxis>> {
        let values: Vec<_> = (0..self.axes.len()).map(|axis| self.values(axis)).collect();
        let number = values.iter().map(Vec::len).product::<usize>();
        if !self.is_grid || number != self.points.len() {
            return None;
        }
        let mut stride = self.points.len();
        let mut grid = Vec::new();
        for (axis, values) in values.iter().enumerate() {
            stride /= values.len();
            let place = |value: &_| (0..values.len()).find(|&i| self.points[i * stride][axis] == *value);
            let ends = [place(values.first()?)?, place(values.last()?)?];
            grid.push(GridAxis { stride, length: values.len(), ends });
        }
        Some(grid)
    }
}

/// An axis of a grid.
#[derive(Clone, Copy, Debug)]
struct GridAxis {
    /// Points from one of its values to the next.
    stride: usize,
    /// Its values.
    length: usize,
    /// Positions of its first and its last value.
    ends: [usize; 2],
}

impl GridAxis {
    /// Which of its values a point has.
    const fn position(&self, point: usize) -> usize {
        (point / self.stride) % self.length
    }

    /// The point at this end of the axis that is like `point` in all others.
    const fn moved(&self, point: usize, end: usize) -> usize {
        point - self.position(point) * self.stride + self.ends[end] * self.stride
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Swept, fabricated};

    const VALUES: [&[f64]; 3] = [&[1.0, 0.0], &[0.0, 0.5, 1.0], &[2.0]];

    /// A grid of two axes, the first falling, and one that does not vary.
    fn swept(is_grid: bool, replicates: u64, of: impl Fn(f64, f64, u64) -> f64) -> Swept {
        let points: Vec<Vec<f64>> =
            VALUES[0].iter().flat_map(|&a| VALUES[1].iter().map(move |&b| vec![a, b, VALUES[2][0]])).collect();
        let of = |point: &[f64], replicate| of(point[0], point[1], replicate);
        Swept { is_grid, ..fabricated::swept(&["a", "b", "c"], &points, replicates, of) }
    }

    fn luck(replicate: u64) -> f64 {
        (replicate * 7 % 12) as f64
    }

    #[test]
    fn what_two_do_together_is_told_from_their_sum() {
        let together =
            |a: f64, b: f64, r: u64| 500.0 + 9.0 * luck(r) + 2.0 * a + 3.0 * b + (4.0 + 0.1 * luck(r)) * a * b;
        let sweep = swept(true, 12, together);
        let [pair] = sweep.axis_pairs(0).try_into().expect("the axis of one value makes no pair");
        // The mean of luck over 12 replicates is 5.5.
        assert_eq!((pair.axes, pair.is_beyond_chance), ([0, 1], true));
        assert!((pair.effect.mean - 4.55).abs() < 1e-9, "{pair:?}");
        let sum = swept(true, 12, |a, b, r| 500.0 + 9.0 * luck(r) + 2.0 * a + 3.0 * b);
        let pair = &sum.axis_pairs(0)[0];
        assert!(pair.effect.mean.abs() < 1e-9 && !pair.is_beyond_chance, "{pair:?}");
        // Of few replicates nothing is beyond chance, and a sample has no corners.
        assert!(!swept(true, 9, together).axis_pairs(0)[0].is_beyond_chance);
        assert!(swept(false, 12, together).axis_pairs(0).is_empty());
        assert!(swept(true, 12, |_, _, _| f64::NAN).axis_pairs(0).is_empty());
    }

    #[test]
    fn futures_are_counted_one_by_one() {
        // Along the first axis, from 0 to 1: more in the six futures of even luck, less in three, the same in three.
        let of = |a: f64, _: f64, r: u64| {
            500.0 + a * if r.is_multiple_of(2) { 1.0 } else { f64::from(u8::from(r % 4 == 1)) - 1.0 }
        };
        let sweep = swept(true, 12, of);
        let shares = sweep.future_shares(0, 0).unwrap();
        assert_eq!((shares.more, shares.less), (0.5, 0.25));
        let shares = sweep.future_shares(1, 0).unwrap();
        assert_eq!((shares.more, shares.less), (0.0, 0.0));
        assert_eq!(swept(false, 12, of).future_shares(0, 0), None);
    }

    #[test]
    fn settings_account_for_what_chance_does_not() {
        let part = |of: &dyn Fn(f64, f64, u64) -> f64| swept(true, 12, of).accounted_for(0).unwrap();
        assert!((part(&|a, b, _| 500.0 + a + b) - 1.0).abs() < 1e-9);
        assert!(part(&|_, _, r| 500.0 + luck(r)).abs() < 1e-9);
        // Points add a variance of 1/4 (a, 0 or 1), futures one of 143/12.
        let both = part(&|a, _, r| 500.0 + a + luck(r));
        assert!((both - 0.25 / (0.25 + 143.0 / 12.0)).abs() < 1e-9, "{both}");
        assert_eq!(swept(true, 1, |a, _, _| a).accounted_for(0), None);
        assert_eq!(swept(true, 12, |_, _, _| 5.0).accounted_for(0), None);
    }
}

/// Candidates on either side of the golden section that are looked at.
const WINDOW: u32 = 256;
/// A largest quotient that is as good as a smaller one.
const SMALL: u32 = 3;

/// A step through `cells` places on a circle that comes to every place once and whose first places, however many, lie
/// spread out: near the golden section, without a common divisor with `cells`, and with a small continued fraction.
///
/// Cells are the points of a grid, the last axis fastest, so that an axis is seen by the step modulo a divisor of
/// `cells`: the fractions of all divisors count, after that of the whole. That small quotients spread the multiples
/// of a step evenly: L. Kuipers and H. Niederreiter, Uniform Distribution of Sequences (1974), chapter 2, section 3.
pub(super) fn spread_out_step(cells: u32) -> u32 {
    let golden = u64::from(cells) * 618_034 / 1_000_000;
    let divisors = (1..=cells.isqrt()).filter(|d| cells.is_multiple_of(*d)).flat_map(|d| [d, cells / d]);
    let divisors: Vec<u32> = divisors.filter(|d| *d > 4).collect();
    let worst = |step: u32| divisors.iter().map(|&d| largest_quotient(step % d, d)).max().unwrap_or(0);
    (0..WINDOW)
        .flat_map(|far| [golden + u64::from(far), golden.saturating_sub(far.into())])
        .filter_map(|step| u32::try_from(step).ok())
        .filter(|&step| (1..cells).contains(&step) && greatest_common_divisor(step, cells) == 1)
        .min_by_key(|&step| (largest_quotient(step, cells).max(SMALL), worst(step)))
        .unwrap_or(1)
}

/// The number that undoes a step: `step * inverse` is 1 on the circle of `cells` places (extended Euclid).
pub(super) fn undo_step(step: u32, cells: u32) -> u32 {
    let (mut a, mut b) = (i64::from(cells), i64::from(step));
    let (mut x, mut y) = (0_i64, 1_i64);
    while b != 0 {
        let quotient = a / b;
        (a, b) = (b, a - quotient * b);
        (x, y) = (y, x - quotient * y);
    }
    u32::try_from(x.rem_euclid(i64::from(cells).max(1))).unwrap_or(0)
}

fn greatest_common_divisor(mut a: u32, mut b: u32) -> u32 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The largest partial quotient of the continued fraction of `a / b`, for a below b.
fn largest_quotient(a: u32, b: u32) -> u32 {
    let (mut a, mut b, mut largest) = (b, a, 0);
    while b != 0 {
        largest = largest.max(a / b);
        (a, b) = (b, a % b);
    }
    largest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_comes_to_every_place_and_can_be_undone() {
        for cells in 1..700_u32 {
            let step = spread_out_step(cells);
            let undo = undo_step(step, cells);
            assert_eq!(u64::from(step) * u64::from(undo) % u64::from(cells), 1 % u64::from(cells), "{cells}");
        }
    }

    /// No stretch without a visited cell is longer than three times what evenly laid cells would leave.
    #[test]
    fn the_first_cells_leave_no_large_gap() {
        for cells in (9..400).chain([850, 1000, 1024, 1176, 1200, 1480]) {
            let step = spread_out_step(cells);
            let (mut seen, mut at) = (vec![0, cells], 0);
            for number in 1..=cells {
                let gap = seen.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap();
                assert!(gap * number <= 3 * cells, "{number} of {cells}: a gap of {gap}");
                at = (at + step) % cells;
                if let Err(place) = seen.binary_search(&at) {
                    seen.insert(place, at);
                }
            }
        }
    }

    #[test]
    fn the_first_points_of_a_grid_are_balanced_on_every_axis() {
        for axes in [vec![20, 20], vec![25, 16], vec![10, 10, 10], vec![16, 16, 16], vec![5, 5, 5, 5]] {
            let cells: u32 = axes.iter().product();
            let step = spread_out_step(cells);
            for number in [32, 64, 128] {
                let mut inner = 1;
                for &levels in axes.iter().rev() {
                    let mut counts = vec![0_u32; levels as usize];
                    (0..number).for_each(|i| counts[(i * step % cells / inner % levels) as usize] += 1);
                    let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
                    assert!(most - least <= 3, "{axes:?}, {number} points, {levels} levels: {counts:?}");
                    inner *= levels;
                }
            }
        }
    }
}

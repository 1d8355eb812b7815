use super::mean;

/// How large each change of the mean is: the absolute difference of the means of the segments before and after each of
/// `points`, in units of the series and in the order of the points.
///
/// `points` as from [`change_points`](super::change_points): the first index of each new segment, rising. Cost: O(n).
///
/// # Panics
///
/// If the points do not rise strictly or are not in 1..the length of the series.
#[must_use]
pub fn break_sizes(series: &[f64], points: &[usize]) -> Vec<f64> {
    let starts = core::iter::once(0).chain(points.iter().copied());
    let ends = points.iter().copied().chain([series.len()]);
    let means: Vec<f64> = starts
        .zip(ends)
        .filter_map(|(start, end)| {
            assert!(start < end || points.is_empty(), "segment {start}..{end} of the series is empty");
            mean(&series[start..end])
        })
        .collect();
    means.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, samples};

    /// R 4.2.2: `abs(mean(Nile[1:28]) - mean(Nile[29:100]))`.
    #[test]
    fn of_the_nile() {
        let found = break_sizes(&samples("nile")[0], &[28]);
        assert!(found.len() == 1 && close(found[0], 247.777_777_777_778, 1e-14), "{found:?}");
    }

    #[test]
    fn between_neighbours() {
        assert_eq!(break_sizes(&[1.0, 3.0, 5.0, 5.0, 5.0, 0.0], &[2, 5]), [3.0, 5.0]);
        assert!(break_sizes(&[1.0, 2.0], &[]).is_empty() && break_sizes(&[], &[]).is_empty());
    }

    #[test]
    #[should_panic(expected = "is empty")]
    fn points_at_the_end_are_refused() {
        let _ = break_sizes(&[1.0, 2.0], &[2]);
    }
}

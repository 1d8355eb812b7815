/// Where the mean of `series` changes: the first index of each new segment, rising, each in `least..=len - least`.
///
/// The partition with the smallest sum of squared distances from the segments' means plus `penalty` (at least 0, in
/// squared units of the series) for each change, among those of which every segment has at least `least` values (0
/// counts as 1). It is exact: optimal partitioning (Jackson and others 2005, IEEE Signal Processing Letters 12),
/// without the pruning of PELT (Killick, Fearnhead and Eckley 2012), which can lose the best partition when segments
/// have a least length. Of partitions that are equally good but for rounding the one whose last segments are longest.
/// [`bic_penalty`] is a usual penalty.
///
/// Empty if the series is shorter than two segments, or not finite. Cost: O(n²) time, O(n) memory.
///
/// [`bic_penalty`]: super::bic_penalty
#[must_use]
pub fn change_points(series: &[f64], least: usize, penalty: f64) -> Vec<usize> {
    let (n, least) = (series.len(), least.max(1));
    if n / 2 < least || series.iter().any(|value| !value.is_finite()) {
        return Vec::new();
    }
    let mean = series.iter().sum::<f64>() / n as f64;
    let (mut sums, mut squares) = (vec![0.0; n + 1], 0.0);
    for (place, value) in series.iter().enumerate() {
        sums[place + 1] = sums[place] + (value - mean);
        squares += (value - mean) * (value - mean);
    }
    // What counts as rounding: of the sum of all squares, which is the same in all partitions and left out below.
    let rounding = 1e-12 * squares;
    // For the series up to each end: the cost of its best partition, and where the last segment of that starts.
    let (mut costs, mut starts) = (vec![f64::INFINITY; n + 1], vec![0; n + 1]);
    for end in least..=n {
        let cost = |start: usize| {
            let sum: f64 = sums[end] - sums[start];
            -sum * sum / (end - start) as f64
        };
        costs[end] = cost(0);
        for start in least..=end.saturating_sub(least) {
            let total = costs[start] + penalty + cost(start);
            if total < costs[end] - rounding {
                (costs[end], starts[end]) = (total, start);
            }
        }
    }
    let mut points = Vec::new();
    let mut end = starts[n];
    while end > 0 {
        points.push(end);
        end = starts[end];
    }
    points.reverse();
    points
}

#[cfg(test)]
#[path = "change_points_tests.rs"]
mod tests;

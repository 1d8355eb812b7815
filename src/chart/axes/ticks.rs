/// Round values between `low` and `high`, at most `most` of them, and their distance.
pub(in crate::chart) fn ticks((low, high): (f64, f64), most: usize) -> (Vec<f64>, f64) {
    let least = (high - low) / most.saturating_sub(1).max(1) as f64;
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(least)));
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|s| s * magnitude).into_iter().find(|&s| s >= least * (1.0 - 1e-9));
    let step = step.unwrap_or(high - low);
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    ((first..=last).map(|i| i as f64 * step).collect(), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_round() {
        assert_eq!(ticks((0.0, 1.0), 6), (vec![0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0], 0.2));
        assert_eq!(ticks((0.0, 69.0), 5).0, [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(ticks((-3.0, 3.0), 3).0, [0.0]);
    }
}

/// With fewer replicates than this nothing is told apart: an interval of so few futures says little, and words on it would
/// say more.
pub const FEWEST_TO_TELL: u64 = 10;

/// Whether a mean difference over `n` pairs is beyond chance: enough of them, and a 95 % interval that leaves out 0.
#[must_use]
pub fn is_told(mean: f64, half_width: f64, n: u64) -> bool {
    n >= FEWEST_TO_TELL && mean.abs() > half_width
}

#[cfg(test)]
mod tests {
    use super::is_told;

    #[test]
    fn of_enough_futures_and_beyond_the_interval() {
        assert!(is_told(-0.3, 0.2, 10) && is_told(1.0, 0.0, 500));
        assert!(!is_told(-0.3, 0.2, 9) && !is_told(0.2, 0.2, 50) && !is_told(0.0, 0.0, 50));
        assert!(!is_told(1.0, f64::NAN, 10) && !is_told(f64::NAN, 0.1, 10));
    }
}

//! How numbers are written in tables: the shortest decimals that read back as the same number; what does not exist is
//! an empty cell.

/// A double.
pub(super) fn exact(value: f64) -> String {
    if value.is_finite() { format!("{}", value + 0.0) } else { String::new() }
}

/// A value that was recorded in single precision.
pub(super) fn single(value: f64) -> String {
    if value.is_finite() { format!("{}", value as f32 + 0.0) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::{exact, single};

    #[test]
    fn numbers_read_back() {
        for value in [0.1, 1.0 / 3.0, 1e-9, 123_456_789.125, -0.25] {
            assert_eq!(exact(value).parse::<f64>(), Ok(value));
            assert_eq!(single(value).parse::<f32>(), Ok(value as f32));
        }
        assert_eq!([exact(2.0), exact(-0.0), exact(f64::NAN), single(f64::from(0.1_f32))], ["2", "0", "", "0.1"]);
    }
}

/// A number for a table: three digits, and a minus that is one.
pub(in crate::report) fn written(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let size = value.abs();
    let text = match size {
        s if s >= 100.0 || s == 0.0 => format!("{size:.0}"),
        s if s >= 10.0 => format!("{size:.1}"),
        s if s >= 0.1 => format!("{size:.2}"),
        s if s >= 0.001 => format!("{size:.3}"),
        _ => format!("{size:.1e}"),
    };
    let is_zero = text.chars().all(|c| matches!(c, '0' | '.'));
    if value < 0.0 && !is_zero { format!("−{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn three_digits_and_a_minus() {
        let values = [0.0, 0.456_78, -0.2, 12.34, 1234.5, 0.012_345, -0.000_04, f64::NAN];
        assert_eq!(values.map(written), ["0", "0.46", "−0.20", "12.3", "1234", "0.012", "−4.0e-5", "–"]);
    }
}

use crate::analysis::SweptValue;

/// The value of an axis with at most three decimals where it has many: those of a sample, or of an even step.
pub(in crate::report) fn swept_value(value: &SweptValue) -> String {
    match value {
        SweptValue::Number(number) if number.to_string().len() > 6 && number.abs() < 1000.0 => format!("{number:.3}"),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::swept_value;
    use crate::analysis::SweptValue;

    #[test]
    fn digits_that_say_nothing_are_left_out() {
        let of = |number| swept_value(&SweptValue::Number(number));
        assert_eq!(
            [of(0.2 + 14.0 * 0.8 / 19.0), of(0.25), of(36.0), of(123_456.75)],
            ["0.789", "0.25", "36", "123456.75"]
        );
        assert_eq!(swept_value(&SweptValue::Text("annual".to_owned())), "annual");
    }
}

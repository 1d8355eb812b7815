//! How numbers are written as text: the shortest decimals that read back as the same number; what does not exist is an
//! empty text. What is not a whole number by nature always has a point or an exponent, so that a reader that looks at the
//! first rows knows.

use std::fmt::{Debug, Write};

/// A double; nothing unless it is finite.
pub(in crate::report) fn exact(value: f64, text: &mut String) -> &str {
    // Adding zero takes the sign from a negative zero.
    if value.is_finite() { put(value + 0.0, text) } else { "" }
}

/// A value that was recorded in single precision; nothing unless it is finite.
pub(in crate::report) fn single(value: f32, text: &mut String) -> &str {
    if value.is_finite() { put(value + 0.0, text) } else { "" }
}

/// A whole number.
pub(in crate::report) fn whole(value: i64, text: &mut String) -> &str {
    put(value, text)
}

fn put(value: impl Debug, text: &mut String) -> &str {
    text.clear();
    // Writing to a text cannot fail.
    let _ = write!(text, "{value:?}");
    text
}

#[cfg(test)]
mod tests {
    use super::{exact, single, whole};

    #[test]
    fn numbers_read_back() {
        let text = &mut String::new();
        for value in [0.1, 1.0 / 3.0, 1e-9, 123_456_789.125, -0.25, 1e300, 5e-324] {
            assert_eq!(exact(value, text).parse::<f64>(), Ok(value));
            let short = value as f32;
            assert!(short.is_infinite() || single(short, text).parse::<f32>() == Ok(short), "{value}");
        }
    }

    #[test]
    fn only_whole_numbers_are_without_point_and_exponent() {
        let text = &mut String::new();
        assert_eq!(exact(2.0, text), "2.0");
        assert_eq!(exact(-0.0, text), "0.0");
        assert_eq!(exact(f64::NAN, text), "");
        assert_eq!(exact(f64::INFINITY, text), "");
        assert_eq!(exact(1e16, text), "1e16");
        assert_eq!(exact(1e-7, text), "1e-7");
        assert_eq!(single(0.1, text), "0.1");
        assert_eq!(single(3.0, text), "3.0");
        assert_eq!(whole(-7, text), "-7");
    }
}

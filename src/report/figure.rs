//! How numbers are put to a reader. No-break spaces tie what belongs together.

use crate::analysis::Estimate;

/// `61 % (±2)`: a share with its precision.
pub(super) fn percent(share: &Estimate) -> String {
    format!("{:.0}\u{a0}%{}", 100.0 * share.mean, bracket(100.0 * share.half_width, 0))
}

/// `42.3 (±0.8)`: a number with its precision.
pub(super) fn amount(number: &Estimate, decimals: usize) -> String {
    // Plus zero: never "-0.00".
    let unit = [1.0, 10.0, 100.0][decimals.min(2)];
    let mean = (number.mean * unit).round() / unit + 0.0;
    format!("{mean:.decimals$}{}", bracket(number.half_width, decimals))
}

fn bracket(half_width: f64, decimals: usize) -> String {
    if half_width.is_nan() {
        return String::new();
    }
    let least = [1.0, 0.1, 0.01][decimals.min(2)];
    if half_width > 0.0 && half_width < least / 2.0 {
        return format!("\u{a0}(±<{least})");
    }
    format!("\u{a0}(±{half_width:.decimals$})")
}

/// `1 replicate`, `200 replicates`, `26 000 replicates`.
pub(super) fn count(n: u64, one: &str, many: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 && digits.len() > 4 {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    format!("{text}\u{a0}{}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::{amount, count, percent};
    use crate::analysis::Estimate;

    #[test]
    fn reads_well() {
        let e = |mean, half_width| Estimate { mean, half_width, spread: [0.0, 1.0], n: 9 };
        assert_eq!(percent(&e(0.614, 0.021)), "61\u{a0}%\u{a0}(±2)");
        assert_eq!(percent(&e(0.614, f64::NAN)), "61\u{a0}%");
        assert_eq!(percent(&e(0.614, 0.001)), "61\u{a0}%\u{a0}(±<1)");
        assert_eq!(amount(&e(-0.001, 0.0), 2), "0.00\u{a0}(±0.00)");
        assert_eq!(count(26_000, "run", "runs"), "26\u{a0}000\u{a0}runs");
        assert_eq!(count(1, "run", "runs"), "1\u{a0}run");
    }
}

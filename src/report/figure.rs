//! How numbers are put to a reader. No-break spaces tie what belongs together.

use crate::analysis::Estimate;

/// `61 % (±2)`: a share with its precision.
pub(super) fn percent(share: &Estimate) -> String {
    format!("{:.0}\u{a0}%{}", 100.0 * share.mean, bracket(100.0 * share.half_width, 0))
}

/// `42.3 (±0.8)`: a number with its precision; thousands without decimals.
pub(super) fn amount(number: &Estimate, decimals: usize) -> String {
    let decimals = if number.mean.abs() >= LARGE { 0 } else { decimals };
    // Plus zero: never "-0.00".
    let unit = [1.0, 10.0, 100.0][decimals.min(2)];
    let mean = (number.mean * unit).round() / unit + 0.0;
    format!("{}{}", grouped(&format!("{mean:.decimals$}")), bracket(number.half_width, decimals))
}

/// From here on decimals say nothing.
const LARGE: f64 = 1000.0;

/// `42.3`, `25 254`: a number alone.
pub(super) fn plain(number: f64) -> String {
    let decimals = usize::from(number.abs() < LARGE);
    grouped(&format!("{number:.decimals$}"))
}

/// Digits in groups of three if there are more than four of them.
fn grouped(number: &str) -> String {
    let digits = number.split('.').next().unwrap_or(number).trim_start_matches('-').len();
    if digits <= 4 || number.contains('.') {
        return number.to_owned();
    }
    let mut text = String::new();
    for (i, sign) in number.chars().rev().enumerate() {
        if i > 0 && i.is_multiple_of(3) && sign != '-' {
            text.insert(0, '\u{a0}');
        }
        text.insert(0, sign);
    }
    text
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
    format!("{}\u{a0}{}", grouped(&n.to_string()), if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::{amount, count, percent, plain};
    use crate::analysis::Estimate;

    #[test]
    fn reads_well() {
        let e = |mean, half_width| Estimate { mean, half_width, spread: [0.0, 1.0], n: 9 };
        assert_eq!(percent(&e(0.614, 0.021)), "61\u{a0}%\u{a0}(±2)");
        assert_eq!(percent(&e(0.614, f64::NAN)), "61\u{a0}%");
        assert_eq!(percent(&e(0.614, 0.001)), "61\u{a0}%\u{a0}(±<1)");
        assert_eq!(amount(&e(-0.001, 0.0), 2), "0.00\u{a0}(±0.00)");
        assert_eq!(count(26_000, "run", "runs"), "26\u{a0}000\u{a0}runs");
        assert_eq!(amount(&e(25_254.4, 3.21), 1), "25\u{a0}254\u{a0}(±3)");
        assert_eq!([plain(999.94), plain(-123_456.0), plain(7128.0)], ["999.9", "-123\u{a0}456", "7128"]);
        assert_eq!(count(1, "run", "runs"), "1\u{a0}run");
    }
}

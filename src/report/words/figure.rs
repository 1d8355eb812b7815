//! How numbers are put to a reader. No-break spaces tie what belongs together.

use crate::analysis::Estimate;

/// `61 % (±2)`: a share with its precision; `33 % (6 to 79)` where the interval is longer on one side.
pub(in crate::report) fn average_percent(share: &Estimate) -> String {
    let told = interval(share, 100.0, 0);
    format!("{:.0}\u{a0}%{}", 100.0 * share.mean, in_brackets(&told))
}

/// `42.3 (±0.8)`: a number with its precision; thousands without decimals. One that is the same in every replicate has
/// none.
pub(in crate::report) fn amount(number: &Estimate, decimals: usize) -> String {
    let decimals = if number.mean.abs() >= LARGE { 0 } else { decimals };
    format!("{}{}", grouped(&fixed(number.mean, decimals)), in_brackets(&interval(number, 1.0, decimals)))
}

fn in_brackets(interval: &str) -> String {
    if interval.is_empty() { String::new() } else { format!("\u{a0}({interval})") }
}

/// The 95 % interval of an average, in units of which there are `scale` in one: `±2`, `±<1`, or `6 to 79` where it is longer on
/// one side than on the other; nothing where there is none, and where nothing differs.
pub(in crate::report) fn interval(estimate: &Estimate, scale: f64, decimals: usize) -> String {
    let [low, high] = estimate.interval;
    if !estimate.has_interval() || low == high {
        return String::new();
    }
    let (mean, low, high) = (scale * estimate.mean, scale * low, scale * high);
    let sides = [mean - low, high - mean].map(|side| fixed(side, decimals));
    let least = [1.0, 0.1, 0.01, 0.001][decimals.min(3)];
    if sides[0] != sides[1] {
        return format!("{}\u{a0}to\u{a0}{}", fixed(low, decimals), fixed(high, decimals));
    }
    if high - mean < least / 2.0 { format!("±<{least}") } else { format!("±{}", sides[0]) }
}

/// With so many decimals, but never "-0.00".
pub(in crate::report) fn fixed(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let is_zero = text.chars().all(|c| matches!(c, '-' | '0' | '.'));
    if is_zero { text.trim_start_matches('-').to_owned() } else { text }
}

/// From here on decimals say nothing.
const LARGE: f64 = 1000.0;

/// `42.3`, `25 254`: a number alone.
pub(in crate::report) fn plain(number: f64) -> String {
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

/// The same with true minus signs, as pages have them: a hyphen at the beginning of a number becomes one.
pub(in crate::report) fn with_minus(text: &str) -> String {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len() + 4);
    while let Some(letter) = letters.next() {
        let begins = !before.is_alphanumeric() && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(if letter == '-' && begins { '−' } else { letter });
        before = letter;
    }
    out
}

/// `1 replicate`, `200 replicates`, `26 000 replicates`.
pub(in crate::report) fn count(n: u64, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", grouped(&n.to_string()), if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::{amount, average_percent, count, plain, with_minus};
    use crate::analysis::Estimate;

    #[test]
    fn reads_well() {
        let of = |mean, half_width, interval| Estimate { mean, half_width, interval, spread: [0.0, 1.0], n: 9 };
        let e = |mean, half_width| of(mean, half_width, [mean - half_width, mean + half_width]);
        assert_eq!(average_percent(&e(0.614, 0.021)), "61\u{a0}%\u{a0}(±2)");
        assert_eq!(average_percent(&e(0.614, f64::NAN)), "61\u{a0}%");
        assert_eq!(average_percent(&e(0.614, 0.001)), "61\u{a0}%\u{a0}(±<1)");
        assert_eq!(average_percent(&of(1.0 / 3.0, 1.43, [0.061, 0.792])), "33\u{a0}%\u{a0}(6\u{a0}to\u{a0}79)");
        assert_eq!(average_percent(&of(0.0, 0.0, [0.0, 0.562])), "0\u{a0}%\u{a0}(0\u{a0}to\u{a0}56)");
        assert_eq!([amount(&e(-0.001, 0.0), 2), amount(&e(-0.001, 0.1), 2)], ["0.00", "0.00\u{a0}(±0.10)"]);
        assert_eq!(count(26_000, "run", "runs"), "26\u{a0}000\u{a0}runs");
        assert_eq!(amount(&e(25_254.4, 3.21), 1), "25\u{a0}254\u{a0}(±3)");
        assert_eq!([plain(999.94), plain(-123_456.0), plain(7128.0)], ["999.9", "-123\u{a0}456", "7128"]);
        assert_eq!(count(1, "run", "runs"), "1\u{a0}run");
        assert_eq!(
            with_minus("-2.1\u{a0}(-3 to -1), 2018-03, pre-2018, site-1, -"),
            "−2.1\u{a0}(−3 to −1), 2018-03, pre-2018, site-1, -"
        );
    }
}

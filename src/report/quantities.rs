//! How values of a headline metric are put to a reader: shares as per cent, other numbers with fitting decimals.

use crate::analysis::{Estimate, Headline};

/// Whether it is told in per cent: shares of initiatives are, trust is not.
pub(super) fn is_share(headline: &Headline) -> bool {
    headline.unit == "share" && !headline.name.starts_with("trust")
}

/// Its unit on a picture; nothing for what is told in per cent.
pub(super) fn unit(headline: &Headline) -> &'static str {
    match headline.unit {
        "share" if is_share(headline) => "",
        "share" => "0 to 1",
        unit => unit,
    }
}

fn decimals(headline: &Headline, size: f64) -> usize {
    match headline.unit {
        "share" | "-1 to 1" | "index" | "performance" | "months per thousand pounds" => 3,
        _ if size.abs() >= 100.0 => 0,
        _ => 1,
    }
}

/// A level: `61.0 %`, `31.2`; `-` where there is none.
pub(super) fn level(headline: &Headline, number: f64) -> String {
    if number.is_nan() {
        "-".to_owned()
    } else if is_share(headline) {
        format!("{:.1} %", 100.0 * number)
    } else {
        format!("{number:.*}", decimals(headline, number))
    }
}

/// Half the width of an interval, in the decimals of its mean: `1.1`.
pub(super) fn spread_of(headline: &Headline, estimate: &Estimate) -> String {
    if is_share(headline) {
        format!("{:.1}", 100.0 * estimate.half_width)
    } else {
        format!("{:.*}", decimals(headline, estimate.mean), estimate.half_width)
    }
}

/// A difference without an interval: `+8.2`, in points of per cent for shares.
pub(super) fn difference_of(headline: &Headline, number: f64) -> String {
    if is_share(headline) { signed(100.0 * number, 1) } else { signed(number, decimals(headline, number)) }
}

/// With its sign, but never "-0.0".
fn signed(number: f64, digits: usize) -> String {
    let text = format!("{number:+.digits$}");
    if text.chars().any(|c| c.is_ascii_digit() && c != '0') { text } else { text.replace('-', "+") }
}

/// A difference with its interval: `+8.2 ±1.1`; `size` is how large the levels are.
pub(super) fn difference(headline: &Headline, estimate: &Estimate, size: f64) -> String {
    let Estimate { mean, half_width, .. } = *estimate;
    if mean.is_nan() {
        return "-".to_owned();
    }
    let (scale, digits) = if is_share(headline) { (100.0, 1) } else { (1.0, decimals(headline, size.max(mean.abs()))) };
    let signed = signed(scale * mean, digits);
    if half_width.is_nan() { signed } else { format!("{signed} ±{:.digits$}", scale * half_width) }
}

/// How far single futures spread: `-12, +3`.
pub(super) fn range(headline: &Headline, estimate: &Estimate) -> String {
    let [low, high] = estimate.spread;
    if low.is_nan() {
        "-".to_owned()
    } else if is_share(headline) {
        format!("{}, {}", signed(100.0 * low, 0), signed(100.0 * high, 0))
    } else {
        let digits = decimals(headline, low.abs().max(high.abs())).min(2);
        format!("{}, {}", signed(low, digits), signed(high, digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_per_cent_and_other_numbers_are_not() {
        let all = Headline::all(&[]);
        let of = |name: &str| all.iter().find(|h| h.name == name).unwrap();
        let e = |mean, half_width| Estimate { mean, half_width, spread: [-0.12, 0.034], n: 9 };
        let survived = of("survived_24");
        assert_eq!(level(survived, 0.614), "61.4 %");
        assert_eq!(difference(survived, &e(-0.082, 0.011), 0.6), "-8.2 ±1.1");
        assert_eq!(difference(survived, &e(-0.082, f64::NAN), 0.6), "-8.2");
        assert_eq!(range(survived, &e(0.0, 0.0)), "-12, +3");
        assert_eq!(level(of("trust_final"), 0.598), "0.598");
        assert_eq!(difference(of("initiative_months"), &e(12.34, 3.21), 4000.0), "+12 ±3");
        assert_eq!([level(survived, f64::NAN), difference(survived, &e(f64::NAN, 0.0), 1.0)], ["-", "-"]);
        assert_eq!([difference_of(survived, 0.0), difference_of(survived, -0.0002)], ["+0.0", "+0.0"]);
        assert_eq!(range(survived, &Estimate { spread: [-0.004, 0.004], ..e(0.0, 0.0) }), "+0, +0");
    }
}

//! How values of a headline metric are put to a reader: shares as per cent, other numbers with fitting decimals.

use super::figure::{fixed, interval};
use crate::analysis::{Estimate, Headline, is_of_few};

/// Whether it is told in per cent: shares of initiatives are, trust is not.
pub(in crate::report) fn is_share(headline: &Headline) -> bool {
    headline.unit == "share" && !headline.name.starts_with("trust")
}

/// Its unit on a picture; nothing for what is told in per cent.
pub(in crate::report) fn unit(headline: &Headline) -> &'static str {
    match headline.unit {
        "share" if is_share(headline) => "",
        // A change can go down.
        "share" if headline.name.starts_with("trust_gain") => "-1 to 1",
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
pub(in crate::report) fn level(headline: &Headline, number: f64) -> String {
    if number.is_nan() {
        "-".to_owned()
    } else if is_share(headline) {
        format!("{} %", fixed(100.0 * number, 1))
    } else {
        fixed(number, decimals(headline, number))
    }
}

/// How sure a level is, in its decimals: `±1.1`, or `6.1 to 79.2` where the interval is longer on one side; nothing where it is
/// not known, and where nothing differs.
pub(in crate::report) fn sure(headline: &Headline, estimate: &Estimate) -> String {
    if is_share(headline) {
        interval(estimate, 100.0, 1)
    } else {
        interval(estimate, 1.0, decimals(headline, estimate.mean))
    }
}

/// A level with how sure it is: `61.0 % ±1.1`, `33.3 % (6.1 to 79.2)`.
pub(in crate::report) fn sure_level(headline: &Headline, estimate: &Estimate) -> String {
    let (level, sure) = (level(headline, estimate.mean), sure(headline, estimate));
    match sure.as_str() {
        "" => level,
        sure if sure.starts_with('±') => format!("{level} {sure}"),
        sure => format!("{level} ({sure})"),
    }
}

/// A difference with how sure it is: `+8.2 ±1.1 points`, `-0.10 ±0.26`.
pub(in crate::report) fn sure_difference(headline: &Headline, estimate: &Estimate) -> String {
    let size = estimate.mean.abs().max(if estimate.half_width.is_finite() { estimate.half_width } else { 0.0 });
    let points = if is_share(headline) { " points" } else { "" };
    difference(headline, estimate, size) + points
}

/// A difference without an interval: `+8.2`, in points of per cent for shares.
pub(in crate::report) fn difference_of(headline: &Headline, number: f64) -> String {
    if is_share(headline) { signed(100.0 * number, 1) } else { signed(number, decimals(headline, number)) }
}

/// With its sign, but never "-0.0".
fn signed(number: f64, digits: usize) -> String {
    let text = format!("{number:+.digits$}");
    if text.chars().any(|c| c.is_ascii_digit() && c != '0') { text } else { text.replace('-', "+") }
}

/// A difference with its interval, if there are replicates enough for one: `+8.2 ±1.1`; `size` is how large the levels are.
pub(in crate::report) fn difference(headline: &Headline, estimate: &Estimate, size: f64) -> String {
    let Estimate { mean, half_width, .. } = *estimate;
    if mean.is_nan() {
        return "-".to_owned();
    }
    let (scale, digits) = if is_share(headline) { (100.0, 1) } else { (1.0, decimals(headline, size.max(mean.abs()))) };
    let signed = signed(scale * mean, digits);
    // Where all replicates differ alike there is nothing to be unsure of.
    if half_width.is_nan() || half_width == 0.0 || is_of_few(estimate) {
        signed
    } else {
        // An interval is never rounded to nothing.
        format!("{signed} ±{:.digits$}", (scale * half_width).max(libm::pow(10.0, -(digits as f64))))
    }
}

/// How far single futures spread: `-12, +3`.
pub(in crate::report) fn range(headline: &Headline, estimate: &Estimate) -> String {
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
        let told = |mean, half_width, interval| Estimate { mean, half_width, interval, spread: [-0.12, 0.034], n: 12 };
        let e = |mean: f64, half_width| told(mean, half_width, [mean - half_width, mean + half_width]);
        let (survived, of_money) = (of("survived_24"), of("money_spent"));
        assert_eq!([level(survived, 0.614), level(survived, -0.0001)], ["61.4 %", "0.0 %"]);
        assert_eq!(sure_level(survived, &e(0.614, 0.011)), "61.4 % ±1.1");
        assert_eq!(sure_level(survived, &told(0.0, 0.0, [0.0, 0.562])), "0.0 % (0.0\u{a0}to\u{a0}56.2)");
        assert_eq!([sure(survived, &e(0.6, f64::NAN)), sure(of_money, &e(5.0, 0.0))], ["", ""]);
        assert_eq!(difference(survived, &e(-0.082, 0.011), 0.6), "-8.2 ±1.1");
        assert_eq!(difference(survived, &e(-0.082, 0.0001), 0.6), "-8.2 ±0.1");
        assert_eq!(difference(survived, &e(0.0, 0.0), 0.6), "+0.0");
        assert_eq!(difference(survived, &e(-0.082, f64::NAN), 0.6), "-8.2");
        assert_eq!(difference(survived, &Estimate { n: 9, ..e(-0.082, 0.9) }, 0.6), "-8.2");
        assert_eq!(range(survived, &e(0.0, 0.0)), "-12, +3");
        assert_eq!(level(of("trust_final"), 0.598), "0.598");
        assert_eq!(difference(of("initiative_months"), &e(12.34, 3.21), 4000.0), "+12 ±3");
        assert_eq!([level(survived, f64::NAN), difference(survived, &e(f64::NAN, 0.0), 1.0)], ["-", "-"]);
        assert_eq!([difference_of(survived, 0.0), difference_of(survived, -0.0002)], ["+0.0", "+0.0"]);
        assert_eq!(range(survived, &Estimate { spread: [-0.004, 0.004], ..e(0.0, 0.0) }), "+0, +0");
    }
}

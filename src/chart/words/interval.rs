/// What stands where there is no value.
pub(in crate::chart) const NONE: &str = "–";

const PERCENT: &str = "\u{2009}%";

/// "80 % (77 to 83 %)": a value, and its interval if it is known. `write` writes a number.
pub(in crate::chart) fn with_interval(
    write: &dyn Fn(f64) -> String,
    value: f64,
    interval: Option<(f64, f64)>,
) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    match interval.filter(is_known) {
        Some(interval) => format!("{} ({})", write(value), from_to(write, interval)),
        None => write(value),
    }
}

/// "77 to 83 %", the sign of a share but once; "–" if an end is missing.
pub(in crate::chart) fn from_to(write: &dyn Fn(f64) -> String, (low, high): (f64, f64)) -> String {
    if !is_known(&(low, high)) {
        return NONE.to_owned();
    }
    let (low, high) = (write(low), write(high));
    let low = if high.ends_with(PERCENT) { low.strip_suffix(PERCENT).unwrap_or(&low) } else { &low };
    format!("{low} to {high}")
}

pub(in crate::chart) fn is_known((low, high): &(f64, f64)) -> bool {
    low.is_finite() && high.is_finite()
}

/// Says what stands in brackets; nothing if it has no name.
pub(in crate::chart) fn in_brackets(what: &str) -> String {
    if what.trim().is_empty() { String::new() } else { format!("in brackets: {}", what.trim()) }
}

#[cfg(test)]
mod tests {
    use super::super::format::NumberFormat;
    use super::*;

    #[test]
    fn as_a_reader_expects() {
        let percent = |value: f64| NumberFormat::Percent.write(value);
        let told = |value, interval| with_interval(&percent, value, interval).replace('\u{2009}', " ");
        assert_eq!(told(0.8, Some((0.77, 0.83))), "80 % (77 to 83 %)");
        assert_eq!(told(0.002, Some((0.001, 0.03))), "<1 % (<1 to 3 %)");
        assert_eq!(told(0.8, Some((f64::NAN, 0.83))), "80 %");
        assert_eq!(told(f64::NAN, Some((0.1, 0.2))), "–");
        assert_eq!(from_to(&|value| format!("{value:.1}"), (1.0, 2.0)), "1.0 to 2.0");
        assert_eq!(from_to(&percent, (f64::INFINITY, 2.0)), "–");
    }
}

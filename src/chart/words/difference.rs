use super::format::{NumberFormat, signed};
use super::interval::from_to;

impl NumberFormat {
    /// A difference with its sign and its interval, with as many decimals as the interval asks for: "+8.2 ± 1.1 points", or
    /// "+8.2 (7.9 to 9.4) points" where the interval lies unevenly around it. A share that stands in its place has no sign.
    pub(in crate::chart) fn write_difference(self, difference: f64, (low, high): (f64, f64)) -> String {
        if !difference.is_finite() {
            return "no data".to_owned();
        }
        let (scale, unit, after) = match self {
            NumberFormat::Percent => (100.0, "", " points"),
            NumberFormat::Part => (100.0, "\u{2009}%", ""),
            NumberFormat::Number => (1.0, "", ""),
        };
        let told = |value: f64, decimals: usize| {
            if self == NumberFormat::Part { signed(value, decimals) } else { with_sign(value, decimals) }
        };
        let (value, below, above) = (scale * difference, scale * (difference - low), scale * (high - difference));
        let half = below.max(above);
        if !(below.is_finite() && above.is_finite()) || half <= 0.0 {
            return format!("{}{unit}{after}", told(value, decimals_of(0.1 * value.abs())));
        }
        let decimals = decimals_of(half);
        let write = |value: f64| signed(value, decimals);
        let value = told(value, decimals);
        if write(below) == write(above) {
            format!("{value}{unit} ± {}{after}", write(half))
        } else {
            format!("{value}{unit} ({} to {}){after}", write(scale * low), write(scale * high))
        }
    }

    /// How far differences spread: "−12 to +3 points".
    pub(in crate::chart) fn write_spread(self, (low, high): (f64, f64)) -> String {
        match self {
            NumberFormat::Percent => format!("{} to {} points", with_sign(100.0 * low, 0), with_sign(100.0 * high, 0)),
            _ => from_to(&|value| self.write(value), (low, high)),
        }
    }

    /// Half the width of an interval: "± 1.1"; in per cent without their sign.
    pub(in crate::chart) fn write_half_width(self, half: f64) -> String {
        let half = if self == NumberFormat::Number { half } else { 100.0 * half };
        if half.is_finite() { format!("± {}", signed(half, decimals_of(half))) } else { "± –".to_owned() }
    }

    /// A value with its sign, on an axis of differences whose ticks lie `step` apart; those of shares in points.
    pub(in crate::chart) fn write_signed_tick(self, value: f64, step: f64) -> String {
        let written = match self {
            NumberFormat::Part => return self.write_tick(value, step),
            NumberFormat::Percent => signed(100.0 * value, usize::from(step < 0.0099)),
            NumberFormat::Number => self.write_tick(value, step),
        };
        if value > 0.0 { format!("+{written}") } else { written }
    }
}

/// Decimals that show one or two digits of a number this size.
fn decimals_of(size: f64) -> usize {
    match size {
        _ if size <= 0.0 || size >= 9.95 => 0,
        _ if size >= 0.35 => 1,
        _ if size >= 0.035 => 2,
        _ => 3,
    }
}

fn with_sign(value: f64, decimals: usize) -> String {
    let written = signed(value, decimals);
    let is_zero = written.chars().all(|c| matches!(c, '0' | '.'));
    if value > 0.0 && !is_zero { format!("+{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_reader_expects() {
        let percent =
            |value, interval| NumberFormat::Percent.write_difference(value, interval).replace('\u{2009}', " ");
        assert_eq!(percent(0.082, (0.071, 0.093)), "+8.2 ± 1.1 points");
        assert_eq!(percent(-0.5, (-0.62, -0.38)), "−50 ± 12 points");
        assert_eq!(percent(0.082, (0.071, 0.103)), "+8.2 (7.1 to 10.3) points");
        let number = |value, low, high| NumberFormat::Number.write_difference(value, (low, high));
        assert_eq!(number(0.0, 0.0, 0.0), "0");
        assert_eq!(number(0.03, -0.07, 0.13), "+0.03 ± 0.10");
        assert_eq!(number(1.25, f64::NAN, 1.0), "+1.25");
        assert_eq!(number(1.25, f64::NAN, 2.0), "+1.25");
        assert_eq!(number(f64::NAN, 0.0, 1.0), "no data");
        assert_eq!(NumberFormat::Percent.write_signed_tick(0.1, 0.05), "+10");
        assert_eq!(NumberFormat::Percent.write_spread((-0.12, 0.03)), "−12 to +3 points");
        // A share, not a difference of shares.
        let part = |value, interval| NumberFormat::Part.write_difference(value, interval).replace('\u{2009}', " ");
        assert_eq!([part(0.196, (0.12, 0.3)), part(0.0, (0.0, 0.0))], ["20 % (12 to 30)", "0 %"]);
        assert_eq!(NumberFormat::Part.write_signed_tick(0.1, 0.05), "10\u{2009}%");
    }
}

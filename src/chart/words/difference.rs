use super::format::{NumberFormat, signed};
use super::interval::from_to;

impl NumberFormat {
    /// A difference with its sign and its interval, with as many decimals as the interval asks for: "+8.2 ± 1.1 points", or
    /// "+8.2 (7.9 to 9.4) points" where the interval lies unevenly around it. A share that stands in its place has no sign.
    pub(in crate::chart) fn write_difference(self, difference: f64, interval: (f64, f64)) -> String {
        self.write_difference_to(difference, interval, self.difference_decimals([(difference, interval)]))
    }

    /// How many decimals differences (each with its interval) ask for that stand below one another, so that all have the same: those of the middle
    /// interval, and as many more as it takes that nothing beyond chance is written as 0.
    pub(in crate::chart) fn difference_decimals(self, rows: impl IntoIterator<Item = (f64, (f64, f64))>) -> usize {
        let scale = self.difference_scale();
        let known = rows.into_iter().filter(|(difference, _)| difference.is_finite());
        let scaled = known.map(|(value, (low, high))| [value, low, high].map(|number| scale * number));
        let scaled: Vec<[f64; 3]> = scaled.collect();
        let half = |[value, low, high]: &[f64; 3]| {
            let half = (value - low).max(high - value);
            let is_known = low.is_finite() && high.is_finite() && half > 0.0;
            if is_known { half } else { 0.1 * value.abs() }
        };
        let mut asked: Vec<usize> = scaled.iter().map(|row| decimals_of(half(row))).collect();
        asked.sort_unstable();
        let mut decimals = asked.get(asked.len() / 2).copied().unwrap_or(0);
        let is_lost = |[value, low, high]: &[f64; 3], decimals: usize| {
            (*low > 0.0 || *high < 0.0) && is_zero(&signed(*value, decimals))
        };
        while decimals < 3 && scaled.iter().any(|row| is_lost(row, decimals)) {
            decimals += 1;
        }
        decimals
    }

    fn difference_scale(self) -> f64 {
        if self == NumberFormat::Number { 1.0 } else { 100.0 }
    }

    /// The same with so many decimals.
    pub(in crate::chart) fn write_difference_to(
        self,
        difference: f64,
        (low, high): (f64, f64),
        decimals: usize,
    ) -> String {
        if !difference.is_finite() {
            return "no data".to_owned();
        }
        let scale = self.difference_scale();
        let (unit, after) = match self {
            NumberFormat::Percent => ("", " points"),
            NumberFormat::Part => ("\u{2009}%", ""),
            NumberFormat::Number => ("", ""),
        };
        let told = |value: f64, decimals: usize| {
            if self == NumberFormat::Part { signed(value, decimals) } else { with_sign(value, decimals) }
        };
        let (value, below, above) = (scale * difference, scale * (difference - low), scale * (high - difference));
        let half = below.max(above);
        if !(below.is_finite() && above.is_finite()) || half <= 0.0 {
            return format!("{}{unit}{after}", told(value, decimals));
        }
        let write = |value: f64| signed(value, decimals);
        let value = told(value, decimals);
        if write(below) == write(above) {
            format!("{value}{unit} ± {}{after}", write(half))
        } else {
            format!("{value}{unit} ({} to {}){after}", write(scale * low), write(scale * high))
        }
    }

    /// How far differences spread: "−12 to +3 points"; of numbers with so many decimals.
    pub(in crate::chart) fn write_spread(self, (low, high): (f64, f64), decimals: usize) -> String {
        match self {
            NumberFormat::Percent => format!("{} to {} points", with_sign(100.0 * low, 0), with_sign(100.0 * high, 0)),
            NumberFormat::Number => from_to(&|value| signed(value, decimals), (low, high)),
            NumberFormat::Part => from_to(&|value| self.write(value), (low, high)),
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
pub(in crate::chart) fn decimals_of(size: f64) -> usize {
    match size {
        _ if size <= 0.0 || size >= 9.95 => 0,
        _ if size >= 0.35 => 1,
        _ if size >= 0.035 => 2,
        _ => 3,
    }
}

fn is_zero(written: &str) -> bool {
    written.chars().all(|letter| matches!(letter, '0' | '.'))
}

fn with_sign(value: f64, decimals: usize) -> String {
    let written = signed(value, decimals);
    if value > 0.0 && !is_zero(&written) { format!("+{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_below_one_another_have_the_same_decimals() {
        let decimals = |rows: &[(f64, f64)]| {
            NumberFormat::Number
                .difference_decimals(rows.iter().map(|&(value, half)| (value, (value - half, value + half))))
        };
        assert_eq!(decimals(&[(8.2, 1.1), (0.3, 0.3), (-10.0, 2.5)]), 1);
        assert_eq!(decimals(&[(523.0, 83.0), (-2.0, 24.0), (6.0, 9.0)]), 0);
        assert_eq!(decimals(&[(523.0, 83.0), (100.0, 24.0), (0.3, 0.2)]), 1, "0.3 is beyond chance");
        assert_eq!(decimals(&[(523.0, 83.0), (100.0, 24.0), (0.3, 0.4)]), 0, "this is not");
        assert_eq!(decimals(&[]), 0);
        let percent = NumberFormat::Percent;
        assert_eq!(percent.difference_decimals([(0.082, (0.071, 0.093)), (0.5, (0.2, 0.8)), (0.1, (0.09, 0.11))]), 1);
        assert_eq!(percent.write_difference_to(0.5, (0.2, 0.8), 1), "+50.0 ± 30.0 points");
        assert_eq!(NumberFormat::Number.write_spread((-8.6, 13.25), 1), "−8.6 to 13.2");
    }

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
        assert_eq!(NumberFormat::Percent.write_spread((-0.12, 0.03), 2), "−12 to +3 points");
        // A share, not a difference of shares.
        let part = |value, interval| NumberFormat::Part.write_difference(value, interval).replace('\u{2009}', " ");
        assert_eq!([part(0.196, (0.12, 0.3)), part(0.0, (0.0, 0.0))], ["20 % (12 to 30)", "0 %"]);
        assert_eq!(NumberFormat::Part.write_signed_tick(0.1, 0.05), "10\u{2009}%");
    }
}

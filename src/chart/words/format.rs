use serde::{Deserialize, Serialize};

/// How values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumberFormat {
    /// A share 0..1 as whole per cent: 0.43 is "43 %"; a difference of two is in points.
    Percent,
    /// The same, but what stands where others have differences is a share itself: "20 %", without a sign.
    Part,
    /// A number with as many decimals as its size asks for.
    Number,
}

impl NumberFormat {
    /// `value` in words: a real minus sign, thousands set off by commas, "–" if there is none.
    #[must_use]
    pub fn write(self, value: f64) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        match self {
            NumberFormat::Percent | NumberFormat::Part if value > 0.0 && value <= 0.005 => "<1\u{2009}%".to_owned(),
            NumberFormat::Percent | NumberFormat::Part if (0.995..1.0).contains(&value) => ">99\u{2009}%".to_owned(),
            NumberFormat::Percent | NumberFormat::Part => format!("{}\u{2009}%", signed(100.0 * value, 0)),
            NumberFormat::Number => {
                let size = value.abs();
                let whole = (value - value.round()).abs() < 1e-9;
                signed(
                    value,
                    if whole || size >= 100.0 {
                        0
                    } else if size >= 10.0 {
                        1
                    } else {
                        2
                    },
                )
            }
        }
    }

    /// `value` with as many decimals as the range asks for that it is one of.
    pub(in crate::chart) fn write_within(self, value: f64, (low, high): (f64, f64)) -> String {
        match self {
            NumberFormat::Percent | NumberFormat::Part => self.write(value),
            NumberFormat::Number => {
                let size = libm::floor(libm::log10(high - low) + 1e-9);
                self.write_tick(value, libm::pow(10.0, size - 2.0).clamp(0.001, 1.0))
            }
        }
    }

    /// A setting with all its decimals, as far as these are few.
    pub(in crate::chart) fn exact(value: f64) -> String {
        let decimals = |&decimals: &usize| {
            let written = format!("{value:.decimals$}").parse::<f64>();
            written.is_ok_and(|written| (written - value).abs() <= 1e-9 * value.abs())
        };
        match (0..=6).find(decimals) {
            Some(decimals) if value.is_finite() && value.abs() < MOST_WRITTEN_OUT => signed(value, decimals),
            _ if value.is_finite() => format!("{value:.2e}"),
            _ => "–".to_owned(),
        }
    }

    /// `value` of an axis whose ticks lie `step` apart.
    pub(in crate::chart) fn write_tick(self, value: f64, step: f64) -> String {
        match self {
            NumberFormat::Percent | NumberFormat::Part => {
                format!("{}\u{2009}%", signed(100.0 * value, usize::from(step < 0.0099)))
            }
            NumberFormat::Number => {
                let decimals = (0..4).find(|&d| is_whole(step * [1.0, 10.0, 100.0, 1000.0][d])).unwrap_or(4);
                signed(value, decimals)
            }
        }
    }
}

/// Numbers from here on are written by their power of ten: no count of people or pounds is as large, and no digit behind the
/// fifteenth is known.
const MOST_WRITTEN_OUT: f64 = 1e15;

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6
}

/// With a real minus sign, thousands set off by commas; "–" if it is no number.
pub(in crate::chart) fn signed(value: f64, decimals: usize) -> String {
    if value.is_nan() {
        return "–".to_owned();
    }
    if value.is_finite() && value.abs() >= MOST_WRITTEN_OUT {
        // Where it is written out it would run over the picture.
        return format!("{}{:.2e}", if value < 0.0 { "−" } else { "" }, value.abs());
    }
    let digits = if value.is_infinite() { "∞".to_owned() } else { format!("{:.decimals$}", value.abs()) };
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let is_zero = digits.chars().all(|c| matches!(c, '0' | '.'));
    format!("{}{grouped}{rest}", if value < 0.0 && !is_zero { "−" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_reader_expects() {
        let percent = |value| NumberFormat::Percent.write(value).replace('\u{2009}', " ");
        assert_eq!([percent(0.434), percent(0.001), percent(0.999), percent(1.0)], ["43 %", "<1 %", ">99 %", "100 %"]);
        assert_eq!([percent(0.005), percent(0.995)], ["<1 %", ">99 %"], "neither none nor all");
        assert_eq!([signed(-1.16e76, 1), signed(999_999_999_999_999.0, 0)], ["−1.16e76", "999,999,999,999,999"]);
        assert_eq!([percent(-0.2), percent(0.0), percent(f64::NAN)], ["−20 %", "0 %", "–"]);
        let number = |value| NumberFormat::Number.write(value);
        assert_eq!([number(13_800.0), number(-1.5), number(0.25), number(12.34)], ["13,800", "−1.50", "0.25", "12.3"]);
        assert_eq!(number(-0.001), "0.00");
        assert_eq!(percent(f64::MIN), "−∞ %");
        let exact = NumberFormat::exact;
        assert_eq!([exact(0.05), exact(50_000.0), exact(0.1 + 0.2)], ["0.05", "50,000", "0.3"]);
        assert_eq!([exact(1e-9), exact(f64::NAN), exact(1e300)], ["1.00e-9", "–", "1.00e300"]);
        assert_eq!(NumberFormat::Number.write_tick(0.5, 0.25), "0.50");
    }
}

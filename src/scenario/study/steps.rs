use super::AxisValue;
use crate::scenario::raw::Value;
use std::fmt::Write;

/// Digits that a number may have, so that sums of steps stay within 128 bits.
const MOST_DIGITS: usize = 18;

/// `count` (2 to 1000) evenly spaced values from `from` to `to`, both included.
///
/// They are the decimals that somebody would write: 0.1, 0.2, 0.3, computed in whole multiples of the last digit (as
/// hyperfine's parameter scans do); where none is exact, the nearest number. Between whole numbers, whole values are
/// whole numbers.
pub(super) fn steps(from: &Value, to: &Value, count: u32) -> Vec<AxisValue> {
    let (Some(a), Some(b)) = (from.number(), to.number()) else { return Vec::new() };
    let last = i128::from(count.max(2)) - 1;
    let whole = matches!((from, to), (Value::Whole(_), Value::Whole(_)));
    let decimals = decimal(a).zip(decimal(b));
    let value = |i: i128| {
        let Some(((m, scale_a), (n, scale_b))) = decimals else {
            return AxisValue::Number(a + (b - a) * (i as f64 / last as f64));
        };
        let scale = scale_a.max(scale_b);
        let (m, n) = (m * ten(scale - scale_a), n * ten(scale - scale_b));
        let (sum, parts) = (m * (last - i) + n * i, last * ten(scale));
        match i64::try_from(sum / parts) {
            Ok(exact) if whole && sum % parts == 0 => AxisValue::Whole(exact),
            _ => AxisValue::Number(quotient(sum, parts)),
        }
    };
    (0..=last).map(value).collect()
}

fn ten(power: usize) -> i128 {
    (0..power).fold(1, |product, _| product * 10)
}

/// `x` as a whole number of units of its last decimal, and how many decimals that is; `None` if it is too long.
fn decimal(x: f64) -> Option<(i128, usize)> {
    let text = format!("{x}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{whole}{decimals}");
    if digits.len() > MOST_DIGITS {
        return None;
    }
    Some((digits.parse().ok()?, decimals.len()))
}

/// The number nearest to `sum / parts`, by long division to more digits than a number holds.
fn quotient(sum: i128, parts: i128) -> f64 {
    let mut rest = sum.abs() % parts;
    let mut text = format!("{}{}.", if sum < 0 { "-" } else { "" }, sum.abs() / parts);
    for _ in 0..40 {
        rest *= 10;
        let _ = write!(text, "{}", rest / parts);
        rest %= parts;
    }
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::steps;
    use crate::scenario::AxisValue;
    use crate::scenario::raw::Value;

    fn shown(from: Value, to: Value, count: u32) -> Vec<String> {
        steps(&from, &to, count).iter().map(AxisValue::to_string).collect()
    }

    #[test]
    fn are_the_decimals_that_one_would_write() {
        let number = Value::Number;
        assert_eq!(shown(number(0.1), number(0.3), 3), ["0.1", "0.2", "0.3"]);
        assert_eq!(shown(number(0.0), number(0.7), 8), ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"]);
        assert_eq!(shown(number(-0.25), Value::Whole(1), 6), ["-0.25", "0.0", "0.25", "0.5", "0.75", "1.0"]);
        assert_eq!(shown(number(1e-7), number(3e-7), 3), ["1e-7", "2e-7", "3e-7"]);
        assert_eq!(shown(Value::Whole(0), number(1.0), 4), ["0.0", "0.3333333333333333", "0.6666666666666666", "1.0"]);
        assert_eq!(shown(number(0.3), number(0.1), 3), ["0.3", "0.2", "0.1"]);
        assert_eq!(shown(number(1e-300), number(2e-300), 2), ["1e-300", "2e-300"]);
    }

    #[test]
    fn between_whole_numbers_are_whole_where_they_can_be() {
        let whole = Value::Whole;
        assert_eq!(shown(whole(0), whole(36), 4), ["0", "12", "24", "36"]);
        assert_eq!(shown(whole(-2), whole(-1), 3), ["-2", "-1.5", "-1"]);
    }
}

//! What an axis of a sweep is called, and its values, as a policy maker says them.

use super::swept_value::swept_value;
use crate::analysis::SweptValue;

/// How the numbers of a key are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Of the bid: a share that is told in per cent.
    Bid,
    Months,
    Percent,
}

/// Keys that have words of their own: how the key ends, what it is called, how it is counted.
const KNOWN: [(&str, &str, Unit); 6] = [
    (".award", "Award", Unit::Bid),
    ("funding.horizon", "Money known for", Unit::Months),
    ("funding.notice", "Notice before each round", Unit::Months),
    ("funding.taper", "Money runs down over", Unit::Months),
    ("funding.follow_on_expected", "Other money expected to follow", Unit::Percent),
    ("support.learning_event_every", "Between learning events", Unit::Months),
];

fn known(key: &str) -> Option<(&'static str, Unit)> {
    KNOWN.iter().find(|(end, ..)| key.ends_with(end)).map(|(_, name, unit)| (*name, *unit))
}

/// What an axis is called where its values stand along it: "Award (% of the bid)", and the key where it has no words.
pub(in crate::report) fn axis_name(key: &str) -> String {
    match known(key) {
        Some((name, Unit::Bid)) => format!("{name} (% of the bid)"),
        Some((name, Unit::Months)) => format!("{name} (months)"),
        Some((name, Unit::Percent)) => format!("{name} (%)"),
        None => key.to_owned(),
    }
}

/// What an axis is called beside others: "Award", and of a key without words its last part, unless another's ends in it.
pub(in crate::report) fn axis_short(axes: &[String], axis: usize) -> String {
    let key = axes[axis].as_str();
    let last = |key: &str| key.rsplit('.').next().unwrap_or(key).replace('_', " ");
    let is_alone = |name: &dyn Fn(&str) -> String| axes.iter().filter(|other| name(other) == name(key)).count() == 1;
    let name = |key: &str| known(key).map_or_else(|| last(key), |(name, _)| name.to_owned());
    if is_alone(&name) { name(key) } else { key.to_owned() }
}

/// A value where the axis is named: "60" of an award of 0.6.
pub(in crate::report) fn axis_value(key: &str, value: &SweptValue) -> String {
    match (known(key), value) {
        (Some((_, Unit::Bid | Unit::Percent)), SweptValue::Number(share)) => {
            // Of a sample, shares have any number of decimals.
            swept_value(&SweptValue::Number((1e3 * share).round() / 10.0))
        }
        _ => swept_value(value),
    }
}

/// A value with its unit, beside others: "60 %", "6 months".
pub(in crate::report) fn axis_amount(key: &str, value: &SweptValue) -> String {
    let written = axis_value(key, value);
    match (known(key), value) {
        (Some((_, Unit::Bid | Unit::Percent)), SweptValue::Number(_)) => format!("{written}\u{a0}%"),
        (Some((_, Unit::Months)), SweptValue::Number(1.0)) => "1\u{a0}month".to_owned(),
        (Some((_, Unit::Months)), SweptValue::Number(_)) => format!("{written}\u{a0}months"),
        _ => written,
    }
}

/// Two settings in words: "half the bid for three years", and of keys without words "history 0.3 with deficit 0.4".
pub(in crate::report) fn setting_words(axes: &[String], values: &[SweptValue]) -> String {
    let award = axes.iter().position(|key| known(key).is_some_and(|known| known.1 == Unit::Bid));
    let horizon = axes.iter().position(|key| key.ends_with("funding.horizon"));
    if let (2, Some(award), Some(horizon)) = (axes.len(), award, horizon) {
        return format!("{} {}", bid_words(&values[award]), known_words(&values[horizon]));
    }
    let setting =
        |(axis, value): (usize, &SweptValue)| format!("{} {}", axis_short(axes, axis), axis_amount(&axes[axis], value));
    values.iter().enumerate().map(setting).collect::<Vec<_>>().join(" with ")
}

/// "half the bid".
fn bid_words(award: &SweptValue) -> String {
    match award {
        SweptValue::Number(0.5) => "half the bid".to_owned(),
        SweptValue::Number(0.25) => "a quarter of the bid".to_owned(),
        SweptValue::Number(0.75) => "three quarters of the bid".to_owned(),
        SweptValue::Number(1.0) => "all of the bid".to_owned(),
        value => format!("{} of the bid", axis_amount(".award", value)),
    }
}

/// "for three years": how long money is known for.
fn known_words(horizon: &SweptValue) -> String {
    const COUNTS: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let count = |n: u32| match n.checked_sub(2).and_then(|place| COUNTS.get(place as usize)) {
        Some(word) => (*word).to_owned(),
        None => n.to_string(),
    };
    match horizon {
        SweptValue::Number(1.0) => "for a month".to_owned(),
        SweptValue::Number(12.0) => "for a year".to_owned(),
        SweptValue::Number(months) if *months > 0.0 && *months < 1200.0 && months.fract() == 0.0 => {
            let months = *months as u32;
            if months.is_multiple_of(12) {
                format!("for {} years", count(months / 12))
            } else {
                format!("for {} months", count(months))
            }
        }
        SweptValue::Text(word) if word == "whole" => "for the whole programme".to_owned(),
        SweptValue::Text(word) if word == "annual" => "year by year".to_owned(),
        value => format!("for {}", axis_amount("funding.horizon", value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SweptValue::{Number, Text};

    #[test]
    fn money_is_told_as_it_is_talked_of() {
        let axes = ["programme.funding.horizon", "programme.funding.award"].map(str::to_owned);
        assert_eq!(axes.clone().map(|key| axis_name(&key)), ["Money known for (months)", "Award (% of the bid)"]);
        let told = |months: f64, share: f64| setting_words(&axes, &[Number(months), Number(share)]);
        assert_eq!(told(36.0, 0.5), "half the bid for three years");
        assert_eq!(told(6.0, 1.0), "all of the bid for six months");
        assert_eq!(told(15.0, 0.35), "35\u{a0}% of the bid for 15 months");
        assert_eq!(told(12.0, 1.1), "110\u{a0}% of the bid for a year");
        let word = |word: &str| setting_words(&axes, &[Text(word.to_owned()), Number(0.25)]);
        assert_eq!(word("whole"), "a quarter of the bid for the whole programme");
        assert_eq!(word("annual"), "a quarter of the bid year by year");
        assert_eq!([0.35, 0.409_89].map(|share| axis_value(&axes[1], &Number(share))), ["35", "41"]);
        assert_eq!(
            [axis_amount(&axes[1], &Number(0.6)), axis_amount(&axes[0], &Number(1.0))],
            ["60\u{a0}%", "1\u{a0}month"]
        );
    }

    #[test]
    fn what_has_no_words_keeps_its_key() {
        let axes = ["site.a.history", "site.b.history", "rules.feedback_loops"].map(str::to_owned);
        assert_eq!(axis_name(&axes[0]), "site.a.history");
        assert_eq!(
            [0, 1, 2].map(|axis| axis_short(&axes, axis)),
            ["site.a.history", "site.b.history", "feedback loops"]
        );
        assert_eq!(
            setting_words(&axes[1..], &[Number(0.3), Text("yes".to_owned())]),
            "history 0.3 with feedback loops yes"
        );
    }
}

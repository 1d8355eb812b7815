use super::quantities::{difference_of, is_share, level, unit};
use super::{count, metric_words, swept_value};
use crate::analysis::{InputValues, SweptValue, VariedInput, VariedQuestion};

/// What is asked about: the figure, or the difference between two regimes.
pub(in crate::report) fn varied_title(question: &VariedQuestion) -> String {
    let figure = metric_words::title(&question.headline.name, &question.headline.meaning);
    match &question.between {
        Some([first, second]) => format!("{first} less {second}: {}", super::lower(&figure)),
        None => figure,
    }
}

/// The same within a sentence.
pub(in crate::report) fn varied_name(question: &VariedQuestion) -> String {
    let figure = super::lower(&metric_words::title(&question.headline.name, &question.headline.meaning));
    match &question.between {
        Some([first, second]) => format!("the difference \"{first}\" less \"{second}\" in \"{figure}\""),
        None => format!("\"{figure}\""),
    }
}

/// A value of the figure, or a difference of two.
pub(in crate::report) fn varied_level(question: &VariedQuestion, number: f64) -> String {
    if question.between.is_none() {
        return level(&question.headline, number).replace(' ', "\u{a0}").replace('-', "−");
    }
    varied_change(question, number)
}

/// By how much it changes.
pub(in crate::report) fn varied_change(question: &VariedQuestion, number: f64) -> String {
    if number.is_nan() {
        return "–".to_owned();
    }
    let points = if is_share(&question.headline) { "\u{a0}points" } else { "" };
    difference_of(&question.headline, number).replace('-', "−") + points
}

/// What values of the figure are counted in; of shares, points of per cent where they are differences.
pub(in crate::report) fn varied_unit(question: &VariedQuestion) -> String {
    match (is_share(&question.headline), unit(&question.headline)) {
        (true, _) => "points of per cent".to_owned(),
        (false, unit) => unit.to_owned(),
    }
}

/// "185 parameters", "2 settings", "185 parameters and 2 settings".
pub(in crate::report) fn varied_inputs(inputs: &[VariedInput]) -> String {
    let parameters = inputs.iter().filter(|input| !input.meaning.is_empty()).count() as u64;
    let settings = inputs.len() as u64 - parameters;
    match (parameters, settings) {
        (0, n) => count(n, "setting", "settings"),
        (n, 0) => count(n, "parameter", "parameters"),
        (n, m) => format!("{} and {}", count(n, "parameter", "parameters"), count(m, "setting", "settings")),
    }
}

/// What an input takes: its ends, or its first and last word.
pub(in crate::report) fn varied_ends(input: &VariedInput) -> [String; 2] {
    match &input.values {
        InputValues::Numbers(low, high) => [*low, *high].map(|end| swept_value(&SweptValue::Number(end))),
        InputValues::Words(words) => [words.first(), words.last()].map(|word| word.cloned().unwrap_or_default()),
    }
}

/// A number of a rule as it is told and set: four significant digits.
pub(in crate::report) fn rule_number(number: f64) -> String {
    let digits = if number == 0.0 { 0.0 } else { 3.0 - libm::floor(libm::log10(number.abs())) };
    let decimals = digits.clamp(0.0, 9.0) as usize;
    let text = format!("{number:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::rule_number;

    #[test]
    fn numbers_of_a_rule_have_four_digits() {
        let numbers = [0.034_567_8, 12.345_67, 0.5, 0.0, 1234.56, -0.693_21];
        assert_eq!(numbers.map(rule_number), ["0.03457", "12.35", "0.5", "0", "1235", "-0.6932"]);
    }
}

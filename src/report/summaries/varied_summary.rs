use crate::analysis::{Discovery, Indices, Screening, VariedQuestion};
use crate::report::terminal::{Emphasis, Emphasised, in_words, paragraph};
use crate::report::words::{
    discovery_sentences, rule_lines, rule_settings, sensitivity_sentences, varied_change, varied_inputs, varied_level,
    varied_title,
};

/// Inputs that are listed one by one.
const LISTED: usize = 12;

fn opening(question: &VariedQuestion) -> String {
    let title = format!("{}: {}", question.setting.scenario, varied_title(question));
    paragraph("", &Emphasis::Heading.of(&title))
}

/// What an outcome hangs on, in plain words and a small table, at most 80 columns wide.
#[must_use]
pub fn sensitivity_summary(
    question: &VariedQuestion,
    screening: Option<&Screening>,
    indices: Option<&Indices>,
) -> Emphasised {
    in_words(&question.setting.words, || {
        let mut text = opening(question);
        for sentence in sensitivity_sentences(question, screening, indices) {
            text += &paragraph("", &sentence);
        }
        if let Some(indices) = indices {
            text += "\nShare of the variance, alone and with others (95 % interval); where it is low, high\n";
            for at in indices.ranked().into_iter().take(LISTED) {
                let (row, input) = (&indices.found[at], &question.inputs[indices.inputs[at]]);
                let [low, high] = row.total_interval.map(|end| 100.0 * end);
                let told = if row.is_told { "" } else { "; not told from nothing" };
                let [lower, upper] = row.halves.map(|half| varied_level(question, half));
                let words = format!(
                    "{:.0} % ({low:.0} to {high:.0}), alone {:.0} %; {lower}, {upper}{told}",
                    100.0 * row.total,
                    100.0 * row.first
                );
                text += &paragraph(&format!("  {}  ", input.key), &words.replace(" %", "\u{a0}%"));
            }
        } else if let Some(screening) = screening {
            text += "\nMean size of the effect over the whole range (95 % interval)\n";
            for input in screening.ranked().into_iter().take(LISTED) {
                let row = &screening.rows[input];
                let told = if row.is_told { "" } else { "; not told from nothing" };
                let size = |number: f64| varied_change(question, number).trim_start_matches('+').to_owned();
                let [low, high] = row.size_interval.map(size);
                let words = format!(
                    "{} ({low} to {high}); on average {}{told}",
                    size(row.size),
                    varied_change(question, row.mean)
                );
                text += &paragraph(&format!("  {}  ", question.inputs[input].key), &words);
            }
        }
        let varied = varied_inputs(&question.inputs);
        text +=
            &format!("\n{}", paragraph("", &format!("Varied: {varied}, each over its plausible range or that given.")));
        Emphasised::marked(text)
    })
}

/// Under which rule an outcome lies where it was asked for, in plain words, at most 80 columns wide.
#[must_use]
pub fn discovery_summary(question: &VariedQuestion, discovery: &Discovery) -> Emphasised {
    in_words(&question.setting.words, || {
        let mut text = opening(question);
        for sentence in discovery_sentences(question, discovery) {
            text += &paragraph("", &sentence);
        }
        if let Some(rule) = &discovery.rule {
            text.push('\n');
            for (words, p) in rule_lines(question, rule) {
                text += &paragraph("  ", &format!("{words}  ({p})"));
            }
            text += "\nTo run the middle of it:\n";
            for set in rule_settings(question, rule, 0.5) {
                text += &format!("  {set}\n");
            }
        }
        Emphasised::marked(text)
    })
}

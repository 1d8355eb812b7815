use super::presets::built_in_regimes;
use super::verdicts::verdict;
use super::{Knob, KnobGroup};
use crate::evidence::{Catalogue, Finding};
use crate::scenario::{Parameters, Provenance, ShockKind, Takes, setting_taken};
use serde::Deserialize;
use serde_json::{Value, json};

const KNOBS: &str = include_str!("knobs.toml");

#[derive(Deserialize)]
struct KnobFile {
    group: Vec<KnobGroup>,
}

/// The knobs of the page, in groups.
///
/// # Panics
/// If their file, which is part of the program, cannot be read: it is tested.
#[must_use]
pub fn knob_groups() -> Vec<KnobGroup> {
    let file: KnobFile = toml::from_str(KNOBS).expect("the knobs are part of the program");
    file.group
}

/// Keys whose values in a scenario a page shows: of all knobs, and of all parameters.
pub(super) fn keys_shown() -> Vec<String> {
    let knobs = knob_groups().into_iter().flat_map(|group| group.knobs).map(|knob| knob.key);
    knobs.chain(Parameters::TABLE.iter().map(|row| format!("parameters.{}", row.name))).collect()
}

/// All that a page knows before it has a scenario: knobs with what the grammar says of them and a card each, kinds of shock, parameters,
/// regimes of built-in scenarios. As JSON.
///
/// # Errors
/// If the built-in findings cannot be read.
pub fn knob_panel() -> Result<String, String> {
    let catalogue = Catalogue::built_in()?;
    let group = |group: &KnobGroup| {
        let knobs: Vec<Value> = group.knobs.iter().map(|knob| panel_knob(knob, &catalogue)).collect();
        json!({ "name": group.name, "title": group.title, "knobs": knobs })
    };
    let groups: Vec<Value> = knob_groups().iter().map(group).collect();
    let shocks: Vec<Value> = ShockKind::ALL.iter().map(|kind| shock(*kind)).collect();
    let parameters: Vec<Value> = Parameters::TABLE.iter().map(parameter).collect();
    Ok(json!({ "groups": groups, "shocks": shocks, "parameters": parameters, "presets": built_in_regimes() })
        .to_string())
}

fn panel_knob(knob: &Knob, catalogue: &Catalogue) -> Value {
    let taken = setting_taken(&knob.key);
    let takes: Vec<Value> = taken.iter().flat_map(|taken| &taken.takes).map(takes_words).collect();
    let findings: Vec<Value> =
        knob.findings.iter().filter_map(|id| catalogue.findings.iter().find(|one| one.id == *id)).map(card).collect();
    json!({
        "key": knob.key, "label": knob.label, "first": knob.first, "form": knob.form, "unit": knob.unit,
        "low": knob.low, "high": knob.high, "step": knob.step, "words": knob.words,
        "choices": knob.choices.iter().map(|one| json!({ "label": one.label, "value": one.value })).collect::<Vec<_>>(),
        "watch": knob.watch, "findings": findings, "takes": takes,
        "meaning": taken.as_ref().map(|taken| taken.meaning), "default": taken.and_then(|taken| taken.default),
    })
}

/// A finding as a card tells it.
fn card(finding: &Finding) -> Value {
    json!({
        "id": finding.id, "title": finding.title, "reported": finding.reported.split_whitespace().collect::<Vec<_>>().join(" "),
        "source": finding.source, "verdict": verdict(&finding.id),
    })
}

fn takes_words(takes: &Takes) -> Value {
    match takes {
        Takes::Number { low, high } => {
            json!({ "kind": "number", "low": low, "high": high.is_finite().then_some(high) })
        }
        Takes::Whole { low, high } => json!({ "kind": "whole", "low": low, "high": high }),
        Takes::Flag => json!({ "kind": "flag" }),
        Takes::Month => json!({ "kind": "month" }),
        Takes::Words(words) => json!({ "kind": "words", "words": words }),
        Takes::Other => json!({ "kind": "other" }),
    }
}

fn shock(kind: ShockKind) -> Value {
    let row = kind.row();
    json!({ "kind": row.name, "does": row.does.replace('`', ""), "label": row.mark, "lasts": matches!(row.span, crate::quantity::ShockSpan::Months) })
}

fn parameter(row: &crate::scenario::Parameter) -> Value {
    let (low, high) = row.plausible();
    let source = match row.provenance {
        Provenance::Report(section) => format!("the direction is reported [{section}], the size is ours"),
        Provenance::Published(figure) => figure.to_owned(),
        Provenance::Assumption => "nobody has measured it".to_owned(),
    };
    json!({
        "key": format!("parameters.{}", row.name), "label": row.name.replace('_', " "), "section": row.section, "unit": row.unit,
        "low": low, "high": high, "default": row.default, "meaning": row.meaning, "source": source,
    })
}

#[cfg(test)]
mod tests {
    use super::{keys_shown, knob_groups, knob_panel};
    use crate::evidence::Catalogue;
    use crate::scenario::{ArmText, Reach, Source, Takes, in_one_file, load_study, setting_taken, with_arms};
    use std::collections::BTreeSet;

    /// The grammar and the knobs say the same: a key that is renamed, or a word that is new, is noticed here.
    #[test]
    fn every_knob_is_a_setting_and_speaks_of_findings_that_there_are() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut first = 0;
        for knob in knob_groups().iter().flat_map(|group| &group.knobs) {
            let key = &knob.key;
            let taken = setting_taken(key).unwrap_or_else(|| panic!("{key} is no setting"));
            let words: BTreeSet<&str> = taken
                .takes
                .iter()
                .filter_map(|takes| if let Takes::Words(words) = takes { Some(words.clone()) } else { None })
                .flatten()
                .collect();
            assert_eq!(words, knob.words.keys().map(String::as_str).collect(), "{key}");
            let number = taken.takes.iter().find_map(|takes| match *takes {
                Takes::Number { low, high } => Some((low, high)),
                Takes::Whole { low, high } => Some((low as f64, high as f64)),
                _ => None,
            });
            let range = knob.low.zip(knob.high).zip(knob.step);
            assert_eq!(number.is_some(), range.is_some(), "{key}");
            if let (Some((least, most)), Some(((low, high), step))) = (number, range) {
                assert!(least <= low && low < high && high <= most && step > 0.0, "{key}");
            }
            let is_other = taken.takes == [Takes::Other];
            assert_eq!(is_other, !knob.choices.is_empty(), "{key}");
            assert!(!knob.findings.is_empty() && !knob.watch.is_empty() && knob.watch.ends_with('.'), "{key}");
            for id in &knob.findings {
                assert!(catalogue.findings.iter().any(|finding| finding.id == *id), "{key}: {id}");
            }
            first += u32::from(knob.first);
        }
        assert!((6..=10).contains(&first), "{first} at first");
        let keys = keys_shown();
        assert_eq!(keys.len(), keys.iter().collect::<BTreeSet<_>>().len());
    }

    #[test]
    fn every_choice_and_word_can_be_set() {
        let source = Source::BuiltIn("single-site".to_owned());
        let base = in_one_file(&source, &[], Reach::Confined, true).unwrap();
        let mut arms = vec![ArmText { name: "as it is".to_owned(), ..ArmText::default() }];
        for knob in knob_groups().iter().flat_map(|group| &group.knobs) {
            let words = knob.words.keys().map(|word| format!("{word:?}"));
            for value in knob.choices.iter().map(|one| one.value.to_string()).chain(words) {
                let settings = vec![(knob.key.clone(), value.clone())];
                arms.push(ArmText { name: format!("{} {value}", knob.label), settings, ..ArmText::default() });
            }
        }
        assert!(arms.len() > 30);
        for few in arms[1..].chunks(40) {
            let text = with_arms(&base, &[&arms[..1], few].concat());
            load_study(&Source::Text { name: "all words".to_owned(), text }, &[])
                .unwrap_or_else(|mistakes| panic!("{mistakes}"));
        }
    }

    #[test]
    fn the_panel_has_cards_with_an_example_and_a_verdict() {
        let panel: serde_json::Value = serde_json::from_str(&knob_panel().unwrap()).unwrap();
        let knob = &panel["groups"][0]["knobs"][1];
        assert_eq!(knob["key"], "programme.funding.horizon");
        assert_eq!(knob["findings"][0]["id"], "SH-03");
        assert!(knob["findings"][0]["reported"].as_str().unwrap().len() > 40);
        assert!(!knob["findings"][0]["verdict"].as_str().unwrap().is_empty());
        assert!(panel["parameters"].as_array().unwrap().len() > 100 && panel["shocks"].as_array().unwrap().len() > 8);
    }
}

use super::mistakes::mistakes;
use super::presets::regimes_in;
use super::request::ArmRequest;
use super::settings_text::toml_text;
use super::values::Values;
use crate::diagnostics::{Diagnostics, Severity};
use crate::engine::{Engine, MODEL};
use crate::record::Setting;
use crate::scenario::{ArmText, Reach, Source, Study, in_one_file, load_study_within, with_arms};
use serde_json::{Value, json};

/// A checked scenario that arms are laid over.
#[derive(Debug)]
pub(super) struct Loaded {
    name: String,
    text: String,
    study: Study,
    values: Values,
}

impl Loaded {
    /// Reads a file. It may extend built-in scenarios, and nothing else.
    pub fn read(name: &str, text: &str) -> Result<Loaded, Diagnostics> {
        let source = Source::Text { name: name.to_owned(), text: text.to_owned() };
        let study = load_study_within(&source, &[], Reach::Confined)?;
        Ok(Loaded { name: name.to_owned(), text: text.to_owned(), values: Values::of(&study.scenario), study })
    }

    /// Seed and replicates that the scenario asks for.
    pub fn run(&self) -> (u64, u32) {
        (self.study.scenario.run.seed, self.study.scenario.run.replicates)
    }

    /// The scenario with two arms, as a file; an error if a setting cannot be written.
    pub fn with(&self, arms: [&ArmRequest; 2], seed: u64, replicates: u32) -> Result<String, Value> {
        let source = Source::Text { name: self.name.clone(), text: self.text.clone() };
        let sets = [format!("run.seed={seed}"), format!("run.replicates={replicates}")];
        let alone = in_one_file(&source, &sets, Reach::Confined, true).map_err(|found| mistakes(&found))?;
        let arm = |name: &str, description: &str, asked: &ArmRequest| {
            let setting = |(key, value): &(String, Value)| {
                let none = || json!({ "text": format!("{key} has no value"), "list": [] });
                toml_text(value).map(|value| (key.clone(), value)).ok_or_else(none)
            };
            let settings = asked.set.iter().map(setting).collect::<Result<_, Value>>()?;
            let (name, description) = (name.to_owned(), description.to_owned());
            Ok::<ArmText, Value>(ArmText { name, description, budget_neutral: asked.same_money, settings })
        };
        let arms =
            [arm("baseline", "What mine is held against", arms[0])?, arm("mine", "What was set on the page", arms[1])?];
        Ok(with_arms(&alone, &arms))
    }

    /// The study of such a file.
    pub fn study_of(text: &str) -> Result<Study, Value> {
        let source = Source::Text { name: "what is set".to_owned(), text: text.to_owned() };
        load_study_within(&source, &[], Reach::Confined).map_err(|found| mistakes(&found))
    }

    /// All that a page has to know of it; `keys` are those whose values it shows.
    pub fn told<'a>(&self, keys: impl Iterator<Item = &'a str>) -> Value {
        let scenario = &self.study.scenario;
        let setting = Engine::new(scenario).setting().clone();
        let warnings = self.study.warnings();
        let is_warning = |found: &Diagnostics| found.list().iter().any(|one| one.severity() != Severity::Mistake);
        let values: serde_json::Map<String, Value> = keys.map(|key| (key.to_owned(), self.values.get(key))).collect();
        json!({
            "name": scenario.name,
            "description": scenario.description,
            "question": scenario.question,
            "seed": scenario.run.seed,
            "replicates": scenario.run.replicates,
            "model": MODEL,
            "version": env!("CARGO_PKG_VERSION"),
            "setting": setting_words(&setting),
            "words": said(&setting),
            "values": values,
            "shocks": self.values.get("shock"),
            "regimes": regimes_in(&self.text),
            "warnings": is_warning(&warnings).then(|| warnings.to_string()),
        })
    }
}

/// What the page writes, as it is written there: a field may call it otherwise.
const WRITTEN: [&str; 26] = [
    "£",
    "thousand pounds a month",
    "business as usual",
    "operating",
    "beginning",
    "scaled back",
    "ended",
    "the programme pays",
    "programme",
    "trust",
    "enthusiasm",
    "initiatives",
    "all initiatives",
    "Still alive at the end, of those alive when the money ended",
    "Still alive two years after the money",
    "Initiatives alive when the money ended",
    "Initiatives alive at the end",
    "Business as usual at the end",
    "Ended before the money did",
    "Months of life, all initiatives together",
    "Trust between organisations, last month",
    "Enthusiasm when the money ended",
    "Success as local people see it, last month",
    "Success as the nation claims it, last month",
    "Money paid",
    "Money spent",
];

/// What of it a field calls otherwise.
fn said(setting: &Setting) -> Value {
    let pairs = WRITTEN.iter().map(|written| (*written, setting.words.told(written)));
    let otherwise = pairs.filter(|(written, said)| said != written);
    otherwise.map(|(written, said)| (written.to_owned(), Value::from(said))).collect::<serde_json::Map<_, _>>().into()
}

fn setting_words(setting: &Setting) -> Value {
    json!({
        "start": setting.start.to_string(),
        "months": setting.months,
        "programme_start": setting.programme_start,
        "programme_end": setting.programme_end,
        "milestones": setting.milestones.iter().map(|one| json!({ "month": one.month, "label": one.label })).collect::<Vec<_>>(),
        "sites": setting.sites.iter().map(|site| site.name.as_str()).collect::<Vec<_>>(),
        "kinds": setting.kinds.iter().map(|(name, label)| json!({ "name": name, "label": label })).collect::<Vec<_>>(),
    })
}

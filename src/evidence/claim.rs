use super::{Measure, Test, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Table;

/// What the catalogue of findings calls a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClaimKind {
    /// A pattern that a simulation should reproduce.
    P,
    /// A mechanism to build in.
    M,
    /// A parameter or range.
    R,
}

/// How broad the evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Breadth {
    /// Stated for all six sites, or as a general finding.
    All,
    /// Several sites or respondents.
    Many,
    /// Some of them.
    Few,
    /// One site or respondent.
    One,
    /// The authors' interpretation or theory: a hypothesis.
    Auth,
    /// National informants.
    Nat,
}

impl Breadth {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Breadth::All => "all sites",
            Breadth::Many => "many",
            Breadth::Few => "some",
            Breadth::One => "one",
            Breadth::Auth => "authors' view",
            Breadth::Nat => "national informants",
        }
    }
}

/// One reported finding: an entry of `scenarios/evidence/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Its id; interactions begin with X, orderings with O, phases of the common course with PH.
    pub id: String,
    /// What is claimed, in a few plain words.
    pub title: String,
    /// What kind of statement it is.
    pub kind: ClaimKind,
    /// How broad the evidence is.
    pub breadth: Breadth,
    /// What was reported.
    pub reported: String,
    /// Where: sections of the case-study report; `[B]` is the paper on the support programme.
    pub source: String,
    /// Its theme: that of its file.
    #[serde(default)]
    pub theme: String,
    /// Its number in the minimum set of patterns, if it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// What an earlier model made of it, and what was thought of it before it was tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<Former>,
    /// The scenario on which it is tried.
    #[serde(default = "places")]
    pub base: String,
    /// How to read it, or the best explanation of a miss.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why there is nothing to test: the scenario or a definition puts it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed: Option<String>,
    /// Why it cannot be tested: the model has nothing to represent it with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<String>,
    /// What is run: the base with these settings, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub arms: BTreeMap<String, Table>,
    /// What is held against what; the first is the main one.
    #[serde(default, rename = "test", skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<Test>,
    /// The mechanism to which the sources attribute it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mechanism: Option<Mechanism>,
    /// For claims about combinations of conditions: what is combined, instead of tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub configurations: Option<Configurations>,
}

impl Finding {
    /// Whether another entry is tried in the very same way, whatever its words.
    #[must_use]
    pub fn is_tried_as(&self, other: &Finding) -> bool {
        let off = |finding: &Finding| finding.mechanism.as_ref().map(|mechanism| mechanism.without.clone());
        self.base == other.base
            && self.arms == other.arms
            && self.tests == other.tests
            && self.configurations == other.configurations
            && off(self) == off(other)
            && self.assumed.is_some() == other.assumed.is_some()
            && self.beyond.is_some() == other.beyond.is_some()
    }
}

fn places() -> String {
    "places".to_owned()
}

/// What an earlier model made of a finding, and what was thought of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Former {
    /// Number of that model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<u32>,
    /// What came of it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Share of sets of parameters in which it held there, 0..1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<f64>,
    /// Whether its tests are others since, so that the two verdicts answer different questions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub posed_anew: bool,
    /// Whether it was thought, before that was tried, that an equation says it almost directly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wired: Option<bool>,
}

/// A mechanism, and the settings that remove it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// What it is, one sentence.
    pub says: String,
    /// Settings that take it out of the model, laid over every arm; none if it cannot be taken out.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub without: Table,
}

/// All combinations of some conditions, and the outcome that is asked of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Configurations {
    /// What is measured.
    pub of: Measure,
    /// The outcome is there in a run that lies above this quantile of all runs, 0..1.
    pub quantile: f64,
    /// The conditions, at most six.
    #[serde(rename = "condition")]
    pub conditions: Vec<Condition>,
}

/// One condition of a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Its name.
    pub name: String,
    /// Settings where it is present.
    pub present: Table,
    /// Settings where it is absent.
    pub absent: Table,
}

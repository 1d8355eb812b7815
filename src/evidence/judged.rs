use super::{Expect, Explained, Finding, JudgedConfigurations, OverSets, ParameterSet, TestEffect, Verdict, Wiring};
use serde::{Deserialize, Serialize};

/// All findings, and what came of them: what the page, the tables and the pictures are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Version of the program.
    pub version: String,
    /// Seed of all randomness.
    pub seed: u64,
    /// Replicates of each arm at the default parameters.
    pub replicates: u64,
    /// Sets of parameters that were drawn; 0 without an ensemble.
    pub sets: u64,
    /// Replicates of each arm in each set to begin with.
    pub replicates_per_set: u64,
    /// Replicates of each arm in each set at most, of those whose tests were open; 0 without an ensemble.
    #[serde(default, skip_serializing_if = "is_none")]
    pub most_per_set: u64,
    /// Where the sets come from, if they are plausible models and were not drawn over plausible ranges.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    /// Names of the parameters that the sets vary; none without an ensemble.
    #[serde(default)]
    pub varied: Vec<String>,
    /// Findings, in the order of the catalogue.
    pub findings: Vec<Judged>,
}

fn is_none(number: &u64) -> bool {
    *number == 0
}

impl Evidence {
    /// Parameters that the sets leave at their defaults because the model got them later.
    #[must_use]
    pub fn not_varied(&self) -> Vec<&'static str> {
        ParameterSet::varied().filter(|name| !self.varied.iter().any(|varied| varied == name)).collect()
    }
}

/// A finding and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// As the catalogue has it.
    pub finding: Finding,
    /// What the model says at its default parameters.
    pub verdict: Verdict,
    /// Whether its main effect goes with its mechanism.
    pub explained: Explained,
    /// Whether an equation says its main effect almost directly.
    #[serde(default)]
    pub wiring: Wiring,
    /// Its tests, the main one first.
    pub tests: Vec<JudgedTest>,
    /// What came of its combinations of conditions, if it is about such.
    pub configurations: Option<JudgedConfigurations>,
    /// What came of it over many sets of parameters, if they were run.
    pub robustness: Option<Robustness>,
}

/// A test and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedTest {
    /// What is measured, in words.
    pub measured: String,
    /// What is held against what, in words.
    pub sides: String,
    /// Unit of its value, in words.
    pub unit: String,
    /// What was expected.
    pub expect: Expect,
    /// How near to 0 counts as the same; 0 where that was not asked.
    pub margin: f64,
    /// What came of it: [`Verdict::AsReported`], [`Verdict::Unclear`], [`Verdict::Nil`] or [`Verdict::Not`].
    pub verdict: Verdict,
    /// With all mechanisms.
    pub effect: TestEffect,
    /// Standard deviation, over single futures, of what is measured in the last arm that is named (the control); in one arm,
    /// of the value itself. `None` with fewer than two futures.
    pub spread: Option<f64>,
    /// The same over its first replicates ([`super::Suite::FIRST`]): what a test of this very page runs again.
    pub first: f64,
    /// Without its mechanism.
    pub without: Option<TestEffect>,
    /// What the mechanism makes up of the effect: with minus without, replicate by replicate.
    pub lost: Option<TestEffect>,
    /// With everything but the mechanism frozen.
    #[serde(default)]
    pub frozen: Option<TestEffect>,
    /// What sets of parameters make of it, if they were run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_sets: Option<OverSets>,
}

/// How a finding fares over many sets of parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Robustness {
    /// Sets in which it could be looked at.
    pub sets: u64,
    /// Share of these in which all its tests are on the side that was expected, chance taken out; of findings about combinations of
    /// conditions, in which it came out so.
    pub holds: f64,
    /// 95 % interval of that share for more sets of the same kind: what chance leaves open in these, and Wilson's for their number.
    pub interval: [f64; 2],
    /// Share in which its main test is so, and more than practically nil.
    pub clearly: f64,
    /// Share in which its main test is the other way, and more than practically nil.
    pub against: f64,
    /// The main test's mean over sets, chance taken out: 5, 50 and 95 % quantiles.
    pub effects: [f64; 3],
    /// Parameters that decide whether it holds, the strongest first.
    pub deciding: Vec<Deciding>,
    /// Parameters that go with the size of its main effect, the strongest first.
    pub sizing: Vec<Deciding>,
}

/// A parameter on which a finding hangs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deciding {
    /// Its name.
    pub parameter: String,
    /// Parameters whose draws go with its own in this sample (rank correlation of 0.2 or more), so that it may
    /// as well be they.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<String>,
    /// Deciding: distance between its distributions in sets where the finding holds and where not (Kolmogorov and
    /// Smirnov), with the sign of the side on which it holds, + for high values. Sizing: Spearman's rank correlation with
    /// the effect, counted in the expected direction.
    pub strength: f64,
    /// Chance of one so large under no relation, times the number of parameters (Bonferroni).
    pub p_value: f64,
}

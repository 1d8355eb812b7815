#[cfg(feature = "pictures")]
use crate::chart::Chart;
use serde::{Deserialize, Serialize};

/// The story of one initiative, told in plain words: the same on the terminal, in `explain.md` and in the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToldStory {
    /// The question that it answers, such as `Why did "Care home support" in Site 3 end?`
    pub title: String,
    /// The site of the initiative, and the label of its kind.
    pub about: (String, String),
    /// The answer: two or three sentences.
    pub answer: String,
    /// Which future it is, such as "Replicate 17 of scenario six-sites, seed 1".
    pub of: String,
    /// What happened, month by month.
    pub months: Vec<ToldMonth>,
    /// The same future with one thing changed at a time.
    pub changes: Vec<ToldChange>,
    /// Over many futures: what would most often have kept it.
    #[cfg(feature = "pictures")]
    pub odds: Option<Chart>,
    /// The same in sentences, with intervals.
    pub odds_words: Vec<String>,
    /// What this does not say.
    pub limits: String,
}

/// What happened in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldMonth {
    /// `YYYY-MM`.
    pub month: String,
    /// One sentence or several.
    pub text: String,
}

/// The same future, one thing changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldChange {
    /// What was changed, such as "The executive of the trust does not leave in 2017-03".
    pub change: String,
    /// What became of the initiative then, such as "alive at the end (scale 0.62)".
    pub outcome: String,
    /// Whether it would have kept it.
    pub keeps: bool,
    /// The first month and decision at which the two futures part.
    pub parting: String,
    /// Whether they part at all.
    pub parts: bool,
    /// Whether it ends, or lives, all the same, and every decision about it is as it was.
    pub is_same: bool,
}

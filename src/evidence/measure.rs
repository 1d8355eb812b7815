use serde::{Deserialize, Serialize};

/// What is measured in a run, as the catalogue writes it (docs/evidence-files.md). Exactly one of `metric`, `headline`,
/// `fate`, `change_points`, `turning_points` and `similarity` is given; [`super::Quantity`] is what it comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// A metric of `months.csv`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// From the first of two months to before the second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<[String; 2]>,
    /// What of the window; the mean, unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
    /// A site; all sites, unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whether it is the standard deviation between sites that is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub between: bool,
    /// A column of `runs.csv`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// What became of initiatives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fate: Option<FateMeasure>,
    /// Months after the programme's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// Only initiatives that came from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Only initiatives of these kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<String>>,
    /// Only initiatives of these sites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sites: Option<Vec<String>>,
    /// Only initiatives whose kind is so complex, from and to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complexity: Option<[f64; 2]>,
    /// A metric whose change points are looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_points: Option<String>,
    /// A metric whose strongest turning points are looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turning_points: Option<String>,
    /// The month, or months, near which they are expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
    /// How many months away is near.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<u32>,
    /// How alike sites are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub similarity: Option<Alike>,
    /// In which month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What of a window of months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// The mean.
    #[default]
    Mean,
    /// The least-squares slope, per year.
    Slope,
    /// The last month minus the first.
    Change,
    /// The sum.
    Sum,
    /// The highest month's value.
    Highest,
    /// The month of the highest, counted from the programme's start.
    Peak,
}

/// What of the fates of initiatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FateMeasure {
    /// Share of those alive at the programme's end that live so many months later.
    Survived,
    /// Number alive at the end of the run.
    Alive,
    /// Share of those alive at the programme's end that are business as usual at the end of the run.
    Absorbed,
    /// Number of copies.
    Copied,
    /// Number of copies alive at the end of the run.
    CopiesKept,
    /// Share of copies that failed their trial.
    CopiesFailed,
    /// Share of those begun before the programme's end that stand at half of their peak or more so many months later.
    Kept,
    /// The same, alive at less than half of their peak.
    Reduced,
    /// The same, ended by then.
    Gone,
    /// Share of the sites that had any of them in which one lives so many months later.
    KeptSomewhere,
    /// Of those begun before the programme's end, the part that lives so many months later: of each site, averaged over sites.
    KeptBySite,
    /// Months from start to business as usual, of those that began in the run and became it.
    MonthsToRoutine,
}

/// In what sites are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alike {
    /// Their mix of initiatives: pairs of one type minus pairs of different types.
    Mix,
    /// Their mix of initiatives: all pairs.
    All,
    /// The sources of authority that they use.
    Sources,
}

/// One month or several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Near {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

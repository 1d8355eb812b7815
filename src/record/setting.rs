use crate::quantity::Month;

/// A place that is observed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// `all`, or the name of a site (of a region where sites are too many to be shown one by one).
    pub name: String,
}

/// A site, for labels and groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLabel {
    /// Its name.
    pub name: String,
    /// Its vanguard type, as in scenario files.
    pub site_type: &'static str,
    /// Its region, if any.
    pub region: Option<String>,
    /// Whether it is a member of the programme.
    pub member: bool,
}

/// A date that a reader wants to see on a time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Month of the run.
    pub month: i32,
    /// What begins or ends: "money starts", "metrics narrow", "successor policy", "money ends".
    pub label: String,
}

/// Where and when a run takes place: what a reader needs to put names to numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The scenario's name.
    pub scenario: String,
    /// What it asks.
    pub question: String,
    /// First month.
    pub start: Month,
    /// Number of months.
    pub months: u32,
    /// First month of the programme.
    pub programme_start: i32,
    /// First month after it.
    pub programme_end: i32,
    /// Dates to mark.
    pub milestones: Vec<Milestone>,
    /// Observed places, `all` first: the places of the panel.
    pub places: Vec<PlaceName>,
    /// Sites, in the scenario's order.
    pub sites: Vec<SiteLabel>,
    /// Kinds of initiative: (name, label).
    pub kinds: Vec<(String, String)>,
}

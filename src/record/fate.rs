use super::{LifeStage, Origin};
use crate::quantity::{InitiativeId, KindId, SiteId};
use serde::{Deserialize, Serialize};

/// Why an initiative ended: the term which, set to its programme-time value, would have kept it (model 6.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Cause {
    /// The programme's money stopped or was cut, and core budgets did not take over.
    Money,
    /// Too little support among executives and managers.
    Support,
    /// Not routine yet.
    Routine,
    /// Co-ordination or fit too poor.
    Quality,
    /// No evidence of cash released.
    Evidence,
    /// Financial pressure.
    Deficit,
    /// Too large a share of the site's costs.
    Cost,
    /// Not what the metric counts.
    Metric,
    /// The organisations that take part were not committed to it.
    Commitment,
    /// Nobody to make sense of it.
    Interpretation,
    /// It did not fit, and people dropped it.
    Misfit,
    /// Posts stayed empty although there was money.
    Staffing,
    /// A copy that failed its trial.
    Trial,
    /// No single one of these would have kept it.
    Several,
}

impl Cause {
    /// All of them.
    pub const ALL: [Cause; 14] = [
        Cause::Money,
        Cause::Support,
        Cause::Routine,
        Cause::Quality,
        Cause::Evidence,
        Cause::Deficit,
        Cause::Cost,
        Cause::Metric,
        Cause::Commitment,
        Cause::Interpretation,
        Cause::Misfit,
        Cause::Staffing,
        Cause::Trial,
        Cause::Several,
    ];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Cause::Money => "money",
            Cause::Support => "support",
            Cause::Routine => "routine",
            Cause::Quality => "quality",
            Cause::Evidence => "evidence",
            Cause::Deficit => "deficit",
            Cause::Cost => "cost",
            Cause::Metric => "metric",
            Cause::Commitment => "commitment",
            Cause::Interpretation => "interpretation",
            Cause::Misfit => "misfit",
            Cause::Staffing => "staffing",
            Cause::Trial => "trial",
            Cause::Several => "several",
        }
    }

    /// What it says to a reader: "initiatives ended because ...".
    #[must_use]
    pub const fn because(self) -> &'static str {
        match self {
            Cause::Money => "the programme's money went and core budgets did not take over",
            Cause::Support => "executives and managers no longer backed them",
            Cause::Routine => "they had not become routine in time",
            Cause::Quality => "they were poorly co-ordinated or did not fit well enough",
            Cause::Evidence => "they could not show that they released cash",
            Cause::Deficit => "financial pressure was too high",
            Cause::Cost => "they cost too much of the local budget",
            Cause::Metric => "they did not serve the metric that counted",
            Cause::Commitment => "the organisations in them were not committed to them",
            Cause::Interpretation => "nobody was left to make sense of events",
            Cause::Misfit => "they did not fit and people dropped them",
            Cause::Staffing => "posts stayed empty although there was money",
            Cause::Trial => "the copy failed its trial year",
            Cause::Several => "several things came together, none of them decisive",
        }
    }
}

/// A set of causes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Causes(u16);

impl Causes {
    /// Adds one.
    pub fn insert(&mut self, cause: Cause) {
        self.0 |= 1 << cause as u16;
    }

    /// Whether it is in.
    #[must_use]
    pub fn contains(self, cause: Cause) -> bool {
        self.0 & (1 << cause as u16) != 0
    }

    /// Those that are in, in the order of [`Cause::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Cause> {
        Cause::ALL.into_iter().filter(move |&c| self.contains(c))
    }
}

/// What became of one initiative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fate {
    /// Its site.
    pub site: SiteId,
    /// Its place in the site's list.
    pub initiative: InitiativeId,
    /// Its name, unique in the site.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// Where it came from.
    pub origin: Origin,
    /// First month, counted from the start of the run; may be negative.
    pub start: i32,
    /// First month in which it was observed: `start`, or 0.
    pub entry: u32,
    /// Month in which it ended; `None` if alive at the horizon (censored).
    pub end: Option<u32>,
    /// Months under observation.
    pub months_observed: u32,
    /// The main cause, if it ended.
    pub cause: Option<Cause>,
    /// All causes, if it ended.
    pub causes: Causes,
    /// Month in which it was first absorbed into business as usual, if ever.
    pub absorbed: Option<u32>,
    /// Whether it was absorbed at the horizon.
    pub absorbed_at_end: bool,
    /// Largest scale, 0..1.
    pub peak_scale: f64,
    /// Last scale.
    pub final_scale: f64,
    /// Last normalisation.
    pub normalisation: f64,
    /// Last fit.
    pub fit: f64,
    /// Last core share.
    pub core_share: f64,
    /// Where it stood at the end of each month of [`super::Setting::stage_months`].
    pub stages: Vec<LifeStage>,
}

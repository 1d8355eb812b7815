use super::{Cause, Leaving};
use crate::quantity::{ActorId, InitiativeId, Origin, ShockKind, SiteId};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EventKind {
    /// A shock of this kind struck; `value` is its magnitude.
    Shock(ShockKind),
    /// How the site took it; `value` is the felt magnitude (magnitude x (1 - interpretive capacity)).
    Interpreted,
    /// An award was told; `value` is its share of the bid.
    Award,
    /// Conditions came on the way to a site that does not meet them; `value` is the metric effect.
    RulesChanged,
    /// A conditional round was lost; `value` is the metric effect.
    RoundLost,
    /// The programme's money ended; `value` is the share lost.
    MoneyEnded,
    /// An executive, a boundary spanner or a champion left, and why; `value` is the tenure in months.
    Left(Leaving),
    /// A newcomer filled the post of an executive or a boundary spanner; `name` is the role.
    Joined,
    /// An initiative of this origin began; `value` is its scale.
    Started(Origin),
    /// An initiative lost its champion.
    ChampionLost,
    /// Somebody stepped up as champion.
    ChampionFound,
    /// A mainstreaming decision was won; `value` is its probability.
    MainstreamWon,
    /// A mainstreaming decision was lost; `value` is its probability.
    MainstreamLost,
    /// Core money was cut in a review; `value` is the core share left.
    CoreCut,
    /// Somebody seized an opening; `value` is the core share that it brought the initiative to.
    OpeningSeized,
    /// Absorbed into business as usual; `value` is its normalisation.
    Absorbed,
    /// Fell below half of its peak; `value` is its scale.
    ScaledBack,
    /// Ended, for this main cause; `value` is its scale.
    Ended(Cause),
    /// A copy was adopted; `value` is its fit.
    Copied {
        /// Whether a region asked for it.
        mandate: bool,
    },
    /// A copy lost its trial; `value` is its probability.
    TrialLost,
    /// A copy won its trial; `value` is its probability.
    TrialWon,
    /// General practice signed a contract that a later policy offers; `value` is the part of the cost that it pays for.
    ContractSigned,
    /// It was left out of the plan, for lack of money; `value` is what the award carries of the bid.
    PlanCut,
    /// A region adopted a kind; `value` is its exposure to it, `name` the region and the kind.
    RegionAdopted,
}

impl EventKind {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            EventKind::Shock(_) => "shock",
            EventKind::Interpreted => "interpreted",
            EventKind::Award => "award",
            EventKind::RulesChanged => "rules_changed",
            EventKind::ContractSigned => "contract_signed",
            EventKind::PlanCut => "plan_cut",
            EventKind::RoundLost => "round_lost",
            EventKind::MoneyEnded => "money_ended",
            EventKind::Left(_) => "left",
            EventKind::Joined => "joined",
            EventKind::Started(_) => "started",
            EventKind::ChampionLost => "champion_lost",
            EventKind::ChampionFound => "champion_found",
            EventKind::MainstreamWon => "mainstream_won",
            EventKind::MainstreamLost => "mainstream_lost",
            EventKind::CoreCut => "core_cut",
            EventKind::OpeningSeized => "opening_seized",
            EventKind::Absorbed => "absorbed",
            EventKind::ScaledBack => "scaled_back",
            EventKind::Ended(_) => "ended",
            EventKind::Copied { .. } => "copied",
            EventKind::TrialLost => "trial_lost",
            EventKind::TrialWon => "trial_won",
            EventKind::RegionAdopted => "region_adopted",
        }
    }
}

/// One line of the event log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Month of the run.
    pub month: u32,
    /// Where; `None` for a region or the nation.
    pub site: Option<SiteId>,
    /// What happened.
    pub kind: EventKind,
    /// To which initiative, if to one.
    pub initiative: Option<InitiativeId>,
    /// To whom, if to a person (the slot).
    pub actor: Option<ActorId>,
    /// The size that goes with the kind.
    pub value: f64,
    /// The role of a newcomer; the region and the kind that it adopted; else empty.
    pub name: String,
}

impl Event {
    /// Why somebody left, if that is what happened.
    #[must_use]
    pub const fn leaving(&self) -> Option<Leaving> {
        match self.kind {
            EventKind::Left(leaving) => Some(leaving),
            _ => None,
        }
    }

    /// The reason or the name that goes with the kind, as in tables: a shock's kind, a role, an origin, a cause; may be empty.
    #[must_use]
    pub fn why(&self) -> &str {
        match self.kind {
            EventKind::Shock(kind) => kind.name(),
            EventKind::Left(leaving) => leaving.name(),
            EventKind::Started(origin) => origin.name(),
            EventKind::Ended(cause) => cause.name(),
            EventKind::Copied { mandate: true } => "mandate",
            _ => &self.name,
        }
    }
}

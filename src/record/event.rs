use crate::quantity::{ActorId, InitiativeId, SiteId};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EventKind {
    /// A shock struck; `value` is its magnitude, `why` its kind.
    Shock,
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
    /// An executive, a boundary spanner or a champion left; `value` is the tenure in months, `why` one of `turnover`, `planned`,
    /// `staff_loss`, `leadership_change` and `money_ended`.
    Left,
    /// A newcomer filled the post of an executive or a boundary spanner; `why` is the role.
    Joined,
    /// An initiative began; `why` is its origin.
    Started,
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
    /// Ended; `why` is the main cause.
    Ended,
    /// A copy was adopted; `value` is its fit, `why` is `mandate` where a region asked for it.
    Copied,
    /// A copy lost its trial; `value` is its probability.
    TrialLost,
    /// A copy won its trial; `value` is its probability.
    TrialWon,
    /// A region adopted a kind; `value` is its exposure to it, `why` the region and the kind.
    RegionAdopted,
}

impl EventKind {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            EventKind::Shock => "shock",
            EventKind::Interpreted => "interpreted",
            EventKind::Award => "award",
            EventKind::RulesChanged => "rules_changed",
            EventKind::RoundLost => "round_lost",
            EventKind::MoneyEnded => "money_ended",
            EventKind::Left => "left",
            EventKind::Joined => "joined",
            EventKind::Started => "started",
            EventKind::ChampionLost => "champion_lost",
            EventKind::ChampionFound => "champion_found",
            EventKind::MainstreamWon => "mainstream_won",
            EventKind::MainstreamLost => "mainstream_lost",
            EventKind::CoreCut => "core_cut",
            EventKind::OpeningSeized => "opening_seized",
            EventKind::Absorbed => "absorbed",
            EventKind::ScaledBack => "scaled_back",
            EventKind::Ended => "ended",
            EventKind::Copied => "copied",
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
    /// The reason or the name that goes with the kind: a shock's kind, a role, an origin, a cause; may be empty.
    pub why: String,
}

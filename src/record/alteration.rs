use crate::quantity::{ActorId, InitiativeId, ShockKind, SiteId};
use serde::{Deserialize, Serialize};

/// One thing that is otherwise in one site, from a month on; everything before that month, and every draw of chance, is
/// the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alteration {
    /// Where.
    pub site: SiteId,
    /// The first month in which it can show.
    pub from: u32,
    /// What is otherwise.
    pub change: Change,
}

/// What is otherwise in a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Nothing.
    Nothing,
    /// One person's enthusiasm is higher by 0.01, once: a change of no weight, by which chance is measured.
    Grain,
    /// Shocks of this kind do not strike: in the first month only, or ever from then on.
    ShocksSpared {
        /// The kind.
        kind: ShockKind,
        /// Whether only those of the first month are spared.
        once: bool,
    },
    /// The programme, with its money at the level of its last full payment, goes on past the end of the run.
    MoneyGoesOn,
    /// The award is the whole bid.
    AwardInFull,
    /// Conditional rounds are not lost: the one decided in the first month, or any.
    RoundsKept {
        /// Whether only that of the first month is kept.
        once: bool,
    },
    /// The person in this post stays.
    Stays(ActorId),
    /// Whoever champions the initiative stays.
    ChampionsStay(InitiativeId),
    /// Executives stay.
    LeadersStay,
    /// Nobody leaves.
    EverybodyStays,
    /// No board sits.
    NoBoard,
    /// A board of all the site's organisations sits, as formal as boards are by default.
    Board,
    /// Whoever champions the initiative in the first month has all social skills, or none.
    ChampionSkill {
        /// The initiative.
        initiative: InitiativeId,
        /// All skills (1) rather than none (0).
        full: bool,
    },
}

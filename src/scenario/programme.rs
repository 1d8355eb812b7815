use super::TimeLine;
use crate::quantity::Share;

/// `[programme]`: the national programme. Months count from the start of the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// First month of the programme (default 12: after a year of history).
    pub start: i32,
    /// First month after it; `start < end`.
    pub end: i32,
    /// The badge of membership.
    pub badge: Badge,
    /// How far the programme's values chime with the public-service ethos, 0..1.
    pub consonance: TimeLine,
    /// Freedom to set own aims, 0..1; `None` is what the national team makes of it.
    pub permissiveness: Option<TimeLine>,
    /// Share of attention and of money decisions that goes to the national metrics, 0..1; `None` is what the national team
    /// makes of it.
    pub metric_focus: Option<TimeLine>,
    /// How far goals and means are left open, 0..1.
    pub ambiguity: Share,
    /// How far goals work against one another, 0..1.
    pub conflict: Share,
    /// Political mandate on member sites, 0..1.
    pub mandate: Share,
    /// Account managers and learning events.
    pub support: Support,
    /// Month from which the successor policy draws attention away, if any.
    pub successor_start: Option<i32>,
    /// How far a formal bridge carries people and practice into the successor policy, 0 (none) to 1.
    pub bridge: Share,
    /// The money.
    pub funding: Funding,
}

impl Programme {
    /// The part of the programme that is over at the end of month `t`, which lies in it, 0..1.
    #[must_use]
    pub fn elapsed(&self, t: i32) -> f64 {
        f64::from(t + 1 - self.start) / f64::from((self.end - self.start).max(1))
    }
}

/// The licence of membership, and the feeling of being chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Badge {
    /// This strong at award; fades by the model's rules.
    Fading(Share),
    /// Exactly this, over the months of the run.
    Given(TimeLine),
}

/// `[programme.support]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// Whether account managers visit member sites.
    pub account_managers: bool,
    /// Member sites of each.
    pub caseload: u32,
    /// What each costs, thousand pounds a month, out of the programme's budget if it has one.
    pub price: f64,
    /// Their stance: `None` follows permissiveness (support while it is high, pressure as it falls); `Some(s)` stays
    /// at s, 1 only supporting and 0 only pressing.
    pub stance: Option<Share>,
    /// Months between learning events; 0 for none.
    pub learning_event_every: u32,
    /// How far the programme tells good news only, 0 (also what failed) to 1.
    pub good_news: Share,
    /// To how many people who carry a kind the guides to it amount that the programme publishes, 0 to 3; 0 for none.
    pub guides: f64,
}

/// `[programme.funding]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Funding {
    /// Share of the bid that is awarded, 0 or more (sites may have their own).
    pub award: f64,
    /// How long money is known for.
    pub horizon: Horizon,
    /// Whether a site under `threshold` loses the next round.
    pub conditional: bool,
    /// Month from which these conditions hold; `None` is the programme's start. Rounds decided before are safe.
    pub conditional_from: Option<i32>,
    /// Metric effect that the nation asks for: account managers press below it, and conditional rounds are lost.
    pub threshold: f64,
    /// Months before a round in which its award is told.
    pub notice: u32,
    /// Months over which the money runs down to nothing before the end; 0 for an abrupt end.
    pub taper: u32,
    /// Relative size of the payment over the months of the run, 0 or more; scaled so that its mean over the programme
    /// is 1.
    pub profile: TimeLine,
    /// Total given over the whole programme to all members, in thousand pounds; awards are scaled to meet it.
    pub budget: Option<f64>,
    /// Whether plans are cut to what the money carries when the award is told.
    pub cut_plans: bool,
    /// How far people expect the money to be followed by other money, 0..1.
    pub follow_on_expected: Share,
}

impl Funding {
    /// Whether a round that is decided in `month` can be lost.
    #[must_use]
    pub fn conditional_in(&self, month: i32) -> bool {
        self.conditional && self.conditional_from.is_none_or(|from| from <= month)
    }
}

/// The length of a funding round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Horizon {
    /// One award for the whole programme.
    Whole,
    /// Rounds of this many months (12 for `"annual"`), at least 1.
    Rounds(u32),
}

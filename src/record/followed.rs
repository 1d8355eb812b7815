use super::{Event, Fate};
use crate::quantity::{InitiativeId, SiteId};

/// What one site left of one future.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteRecord {
    /// What became of its initiatives, in the order of its list.
    pub fates: Vec<Fate>,
    /// Its event log, oldest first; empty unless asked for.
    pub events: Vec<Event>,
    /// The course of the initiative that was watched, from the first month of the run on; empty unless asked for.
    pub course: Vec<InitiativeMonth>,
}

/// An initiative that is watched month by month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Its site.
    pub site: SiteId,
    /// Its place in the site's list.
    pub initiative: InitiativeId,
}

/// Where an initiative stands when a month is over. All 0 before it has begun.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct InitiativeMonth {
    /// Scale, 0..1.
    pub scale: f64,
    /// Part of its cost that core budgets carry, 0..1.
    pub core_share: f64,
    /// Part of its cost that the programme pays, 0..1.
    pub granted: f64,
    /// Posts filled, 0..1.
    pub staffing: f64,
    /// Normalisation, 0..1.
    pub normalisation: f64,
    /// Support among executives and managers, -1..1.
    pub senior_support: f64,
    /// Interpretive capacity of the site, 0..1.
    pub interpretation: f64,
}

/// The posts of a site and who takes part in an initiative: what puts words to an event log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// The posts, by slot.
    pub posts: Vec<Post>,
    /// Names of the site's organisations.
    pub organisations: Vec<String>,
    /// Place of the organisation that leads the initiative.
    pub lead: usize,
    /// Slots of the initiative's members.
    pub members: Vec<u32>,
}

/// A post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// The role in words, such as "chief executive".
    pub role: String,
    /// The place of its organisation.
    pub organisation: usize,
    /// Whether it is an executive's.
    pub leads: bool,
}

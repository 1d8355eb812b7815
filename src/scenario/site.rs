use super::{Attributes, Group, Methods, Role};

use crate::quantity::{ActorId, KindId, KitId, OrganisationId, OrganisationKindId, Origin, RegionId, RoleId, Share};

/// How a site talks with its public and staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consultation {
    /// Being heard.
    TwoWay,
    /// Tick-box.
    OneWay,
    /// None at all.
    None,
}

/// A site: a local health economy, its organisations in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Its name, unique.
    pub name: String,
    /// The region it belongs to, if any.
    pub region: Option<RegionId>,
    /// Its type (of vanguard, in the built-in vocabulary); `None` in a field that has no types.
    pub site_type: Option<KitId>,
    /// People served, at least 10.
    pub population: f64,
    /// Whether it is a member of the programme.
    pub member: bool,
    /// History of joint work, 0..1 (0.2..0.6 is usual).
    pub history: Share,
    /// Collaboration norm at the start; the start level of trust unless given.
    pub collaboration: Option<Share>,
    /// Financial pressure.
    pub deficit: Share,
    /// How it consults.
    pub consultation: Consultation,
    /// Standing of consultation at the start.
    pub engagement: Share,
    /// Its own award as a share of its bid, if not the programme's.
    pub award: Option<f64>,
    /// Organisations; never empty.
    pub organisations: Vec<Organisation>,
    /// Collaborative boards.
    pub boards: Vec<Board>,
    /// Initiatives that exist or start in the run.
    pub initiatives: Vec<Initiative>,
    /// Named individuals.
    pub actors: Vec<NamedActor>,
    /// What is not known of it and drawn anew in every replicate; the values above are the middles of the ranges then.
    pub drawn: Vec<DrawnValue>,
}

/// What a site starts from and may be drawn, in the order of their draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DrawnKey {
    /// People served.
    Population,
    /// History of joint work.
    History,
    /// Norm of collaboration.
    Collaboration,
    /// Financial pressure.
    Deficit,
    /// Standing of engagement.
    Engagement,
}

impl DrawnKey {
    /// All of them.
    pub const ALL: [DrawnKey; 5] =
        [DrawnKey::Population, DrawnKey::History, DrawnKey::Collaboration, DrawnKey::Deficit, DrawnKey::Engagement];

    /// Its key in `[[site]]`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            DrawnKey::Population => "population",
            DrawnKey::History => "history",
            DrawnKey::Collaboration => "collaboration",
            DrawnKey::Deficit => "deficit",
            DrawnKey::Engagement => "engagement",
        }
    }
}

/// A value of which only the range is known: every replicate draws its own, evenly over it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrawnValue {
    /// What is drawn.
    pub key: DrawnKey,
    /// The least that it may be.
    pub low: f64,
    /// The most, not less than that.
    pub high: f64,
}

impl Site {
    /// The site with this value of what is drawn.
    pub fn set_drawn(&mut self, key: DrawnKey, value: f64) {
        match key {
            DrawnKey::Population => self.population = value,
            DrawnKey::History => self.history = Share::clamped(value),
            DrawnKey::Collaboration => self.collaboration = Some(Share::clamped(value)),
            DrawnKey::Deficit => self.deficit = Share::clamped(value),
            DrawnKey::Engagement => self.engagement = Share::clamped(value),
        }
    }
}

/// An organisation of a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its kind.
    pub kind: OrganisationKindId,
    /// Its name, unique in the site.
    pub name: String,
    /// Roles and how many people have each; slots follow this order.
    pub roles: Vec<(RoleId, u32)>,
    /// Pressure to put its own interest first.
    pub own_interest: Share,
    /// Added to the headroom of everybody in it, -1..1: below zero for organisations at full stretch.
    pub headroom: f64,
    /// How many organisations its entry stands for if it is the first of them, 0 if it is a later one.
    pub copies: u32,
}

impl Organisation {
    /// Number of people.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.roles.iter().map(|r| r.1).sum()
    }

    /// Whether it has somebody who speaks for it: an executive or a manager, in a post that does not wait for the programme's money.
    #[must_use]
    pub fn is_heard(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|(role, count)| {
            let role = &roles[role.index()];
            *count > 0 && role.group != Group::FrontLine && !role.programme_funded
        })
    }
}

/// A collaborative structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// Member organisations, at least two.
    pub members: Vec<OrganisationId>,
    /// Its kind, as the file calls it.
    pub kind: Option<String>,
    /// Groups of which one of each member organisation sits on it, in this order.
    pub seats: Vec<Group>,
    /// How formal it is.
    pub formality: Share,
    /// First month; may lie before the run.
    pub start: i32,
    /// First month after it, if it ends.
    pub end: Option<i32>,
}

/// An initiative as the scenario gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// Its kind.
    pub kind: KindId,
    /// Its name, unique in the site.
    pub name: String,
    /// Pre-existing or of the programme.
    pub origin: Origin,
    /// First month; pre-existing ones have one before the programme, perhaps before the run.
    pub start: i32,
    /// Lead organisation.
    pub lead: OrganisationId,
    /// Organisations that take part, the lead first; never empty.
    pub partners: Vec<OrganisationId>,
    /// The role that its champion comes from, if the scenario says.
    pub champion: Option<RoleId>,
    /// The kind's attributes, with this initiative's own where it has them.
    pub attributes: Attributes,
    /// How its organisations co-ordinate, besides trust and brokers.
    pub methods: Methods,
    /// Start values, where the scenario gives them: scale, normalisation, fit, core share.
    pub scale: Option<Share>,
    /// See `scale`.
    pub normalisation: Option<Share>,
    /// See `scale`.
    pub fit: Option<Share>,
    /// See `scale`.
    pub core_share: Option<Share>,
}

/// A named individual in one of the slots; what is `None` is drawn as for anybody in the role.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedActor {
    /// The name in event logs.
    pub name: String,
    /// The slot that this person holds at the start (organisations and their roles in order).
    pub slot: ActorId,
    /// Skills, in the order of [`super::Skill::ALL`].
    pub skills: [Option<Share>; 7],
    /// Receptivity, in the order of [`super::Authority::ALL`].
    pub receptivity: [Option<Share>; 5],
    /// Hierarchical position.
    pub hierarchical: Option<Share>,
    /// Clinical background.
    pub clinical: Option<bool>,
    /// A boundary-spanning post.
    pub spanner: Option<bool>,
    /// Disposition, -1..1.
    pub disposition: Option<f64>,
    /// Tenure in months.
    pub tenure: Option<f64>,
    /// Reputation.
    pub reputation: Option<Share>,
    /// Headroom of the post.
    pub headroom: Option<Share>,
    /// Month in which this person leaves, whatever chance says.
    pub leaves: Option<u32>,
}

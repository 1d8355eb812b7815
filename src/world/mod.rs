//! The state of the nested fields, how it is built, and the few named ways to change it.
//!
//! Every site owns its columns (one vector per state variable), so that sites can be worked on side by side and a
//! site's month stays in cache; sites share nothing but the [`Nation`].
//! Must never know: the order of processes, output.

mod acquaintance;
mod actors;
mod beginning;
mod blow;
mod blueprint;
mod board;
mod build;
mod candidates;
mod convening;
mod copy;
mod counted;
mod departure;
mod enrolment;
mod initiatives;
mod intermediary;
mod leaver;
mod money;
mod nation;
mod note;
mod passing;
mod people;
mod purpose;
mod site;
mod skill;
mod standing;
mod stayers;
mod stretch;
mod ties;
mod unknown;

pub use actors::{ABSENT, Actors, earned_position, novice};
pub use blow::Audience;
pub use blueprint::Blueprint;
pub use board::BoardState;
pub use build::build_site;
pub use candidates::{GROUPS, insecure, lured_away};
pub use enrolment::enrol;
pub use initiatives::{Decision, Initiatives, NOBODY, Partner, Stage, TERMS, Terms, UsualTerms};
pub(crate) use initiatives::{bit, bits, mean};
pub use intermediary::Intermediary;
pub use leaver::{Leaver, NextPost};
pub use money::{HeldBack, LostRounds, SiteMoney};
pub use nation::{Nation, RegionState};
pub use note::Notes;
pub use passing::Passing;
pub use people::Person;
pub use purpose::Purpose;
pub use site::{
    AcrossFloors, Collaboration, Heard, Link, Peer, PlannedDeparture, Room, Seen, Site, SiteStreams, Tally, TrustMeans,
    formality,
};
pub use standing::{Shifted, SiteStanding};
pub use stayers::Stayers;
pub use stretch::{Common, Stretch};
pub use ties::{Pairs, Ties};

/// Everything that changes in a run.
#[derive(Clone, Debug)]
pub struct World {
    /// The national level and the regions.
    pub nation: Nation,
    /// The sites, in the scenario's order.
    pub sites: Vec<Site>,
}

//! The state of the nested fields, how it is built, and the few named ways to change it.
//!
//! Every site owns its columns (one vector per state variable), so that sites can be worked on side by side and a
//! site's month stays in cache; sites share nothing but the [`Nation`].
//! Must never know: the order of processes, output.

mod acquaintance;
mod actors;
mod beginning;
mod bit_set;
mod blow;
mod blueprint;
mod board;
mod build;
mod candidates;
mod circumstances;
mod convening;
mod copy;
mod counted;
mod decision;
mod departure;
mod enrolment;
mod initiatives;
mod intermediary;
mod leaver;
mod mean;
mod money;
mod nation;
mod new_initiatives;
mod note;
mod partner;
mod passing;
mod peer;
mod people;
mod purpose;
mod room;
mod rows;
mod site;
mod site_streams;
mod skill;
mod stage;
mod standing;
mod stayers;
mod stretch;
mod tally;
mod ties;
mod trust_floors;
mod trust_stock;
mod unknown;

pub use actors::{ABSENT, Actors, NOBODY, earned_position, novice};
pub(crate) use bit_set::{bit, bits};
pub use blow::Audience;
pub use blueprint::Blueprint;
pub use board::{BoardState, formality};
pub use build::build_site;
pub use candidates::{GROUPS, insecure, lured_away};
pub use decision::{Decision, TERMS, Terms, UsualTerms};
pub use enrolment::enrol;
pub use initiatives::Initiatives;
pub use intermediary::Intermediary;
pub use leaver::{Leaver, NextPost, PlannedDeparture};
pub(crate) use mean::mean;
pub use money::{HeldBack, LostRounds, SiteMoney};
pub use nation::{Nation, RegionState};
pub use note::Notes;
pub use partner::Partner;
pub use passing::Passing;
pub use peer::{Heard, Peer, Seen};
pub use people::Person;
pub use purpose::Purpose;
pub use room::Room;
pub use site::{Collaboration, Link, Site, TrustMeans};
pub use site_streams::SiteStreams;
pub use stage::Stage;
pub use standing::{Shifted, SiteStanding};
pub use stayers::Stayers;
pub use stretch::{Common, Stretch};
pub use tally::Tally;
pub use ties::{Pairs, Ties};
pub use trust_floors::AcrossFloors;

/// Everything that changes in a run.
#[derive(Clone, Debug)]
pub struct World {
    /// The national level and the regions.
    pub nation: Nation,
    /// The sites, in the scenario's order.
    pub sites: Vec<Site>,
}

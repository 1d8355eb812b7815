use crate::quantity::{InitiativeId, KindId, Origin, SiteId};
use serde::{Deserialize, Serialize};

/// Whether somebody is in a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Occupancy {
    /// Somebody is.
    Filled,
    /// Nobody is; a newcomer will come.
    Empty,
    /// There is no such post now: it waits for money, or for a new provider.
    None,
}

/// One post of a site and the person in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlotState {
    /// Its role, for a reader.
    pub role: String,
    /// Its organisation: place in [`TrustSnapshot::organisations`].
    pub organisation: u16,
    /// Position P, 0..1, of who is in it, or was last.
    pub position: f32,
    /// Whether somebody is.
    pub post: Occupancy,
}

/// A live initiative and those who belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InitiativeMembers {
    /// Its place in the site's list.
    pub initiative: InitiativeId,
    /// Its kind.
    pub kind: KindId,
    /// Where it came from.
    pub origin: Origin,
    /// Slots, people in post or not.
    pub members: Vec<u16>,
}

/// People, trust and initiatives of one site at the end of one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrustSnapshot {
    /// Month of the run.
    pub month: u32,
    /// Its site.
    pub site: SiteId,
    /// Names of organisations.
    pub organisations: Vec<String>,
    /// Posts by slot; those of an organisation follow each other.
    pub people: Vec<SlotState>,
    /// Live initiatives, in the order of the site's list.
    pub initiatives: Vec<InitiativeMembers>,
    /// Ties: (from slot, to slot, trust); each pair in both directions.
    pub ties: Vec<(u16, u16, f32)>,
}

impl TrustSnapshot {
    /// Whether every organisation, post and kind that it names is there; there are so many kinds.
    #[must_use]
    pub fn is_sound(&self, kinds: usize) -> bool {
        let is_post = |slot: u16| usize::from(slot) < self.people.len();
        self.people.iter().all(|person| usize::from(person.organisation) < self.organisations.len())
            && self
                .initiatives
                .iter()
                .all(|one| one.kind.index() < kinds && one.members.iter().all(|&slot| is_post(slot)))
            && self.ties.iter().all(|&(from, to, _)| is_post(from) && is_post(to))
    }
}

use super::room::OWN;
use super::{
    Actors, BoardState, Initiatives, Leaver, Notes, PlannedDeparture, Room, SiteMoney, SiteStanding, SiteStreams,
    Stayers, Tally, Ties, formality,
};
use crate::quantity::OrganisationKindId;
use crate::scenario::{Consultation, Ways};

/// Norm of collaboration of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Collaboration {
    /// As it stands, k, 0..1.
    pub now: f64,
    /// At the start, 0..1.
    pub start: f64,
}

/// Mean trust over the ties of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TrustMeans {
    /// Across organisations, 0..1; the start level where there is no such tie.
    pub across: f64,
    /// Inside them, 0..1; 0 where there is no such tie.
    pub inside: f64,
}

/// Somebody whom a spanner knows in another site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The spanner's slot.
    pub slot: u16,
    /// The other site's place in the scenario's list.
    pub site: u32,
}

/// A site: a local health economy. Nothing in it is shared.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its place in the scenario's list.
    pub id: u32,
    /// Its region.
    pub region: Option<u32>,
    /// Whether it is a member of the programme.
    pub member: bool,
    /// The account manager who looks after it: place in the nation's list.
    pub manager: Option<u32>,
    /// People whom its initiatives serve.
    pub served: f64,
    /// Start level of trust across organisations T0, 0..1.
    pub start_trust: f64,
    /// Norm of collaboration.
    pub collaboration: Collaboration,
    /// Financial pressure d, 0..1, without surges.
    pub deficit: f64,
    /// Crisis c, 0..1.
    pub crisis: f64,
    /// Standing of consultation v, 0..1.
    pub consultation: f64,
    /// How the site consults.
    pub mode: Consultation,
    /// Kind of each organisation.
    pub organisation_kind: Vec<OrganisationKindId>,
    /// How the model treats each.
    pub ways: Vec<Ways>,
    /// Own interest of each organisation, 0..1.
    pub own_interest: Vec<f64>,
    /// Boards on which each organisation has a seat, as bits.
    pub seated: Vec<u16>,
    /// First slot of each organisation, and the number of slots at the end.
    pub organisation_row: Vec<u32>,
    /// People.
    pub actors: Actors,
    /// Who knows whom.
    pub ties: Ties,
    /// Boards.
    pub boards: Vec<BoardState>,
    /// Boards that sit this month, as bits.
    pub sitting: u16,
    /// Initiatives.
    pub initiatives: Initiatives,
    /// Whether the causal logic of each kind of the scenario holds: the same everywhere.
    pub sound_kinds: Vec<bool>,
    /// Money.
    pub money: SiteMoney,
    /// Standing.
    pub standing: SiteStanding,
    /// Mean trust over all ties at the start.
    pub trust_at_start: f64,
    /// Mean trust over ties; kept by mobilisation.
    pub trust_means: TrustMeans,
    /// Share of ties across organisations that are strong, if there are any; kept with the means, for observation only.
    pub strong_ties: Option<f64>,
    /// People who came from elsewhere and worked on each copyable kind.
    pub carriers: Vec<u8>,
    /// Copyable kinds that the site has had, as bits.
    pub had: u64,
    /// Links of spanners to other sites.
    pub links: Vec<Link>,
    /// Leavers on their way.
    pub leaving: Vec<Leaver>,
    /// Copyable kinds whose copies failed this month, as bits.
    pub failed_copies: u64,
    /// When named people leave.
    pub departures: Vec<PlannedDeparture>,
    /// Who does not leave; nobody but in an altered future.
    pub stayers: Stayers,
    /// The event log.
    pub notes: Notes,
    /// Counts of the month.
    pub tally: Tally,
    /// Room for a month's work: one number per slot each, so that a month allocates nothing.
    pub room: Room,
    /// Random streams.
    pub streams: SiteStreams,
}

impl Site {
    /// Formality of the most formal sitting board among `boards`, 0 if none sits.
    #[must_use]
    #[inline]
    pub fn formality(&self, boards: u16) -> f64 {
        formality(&self.boards, boards & self.sitting)
    }

    /// Adds up, for each person, what `adds` says of each of their live initiatives; whether in post or not.
    #[inline]
    pub fn sum_own_work<const N: usize>(&mut self, adds: impl Fn(&Initiatives, usize) -> [f64; N]) {
        let own = &mut self.room.own;
        own.fill([0.0; OWN]);
        for i in self.initiatives.living() {
            let adds = adds(&self.initiatives, i);
            for &member in self.initiatives.members(i) {
                for (sum, add) in own[member as usize].iter_mut().zip(adds) {
                    *sum += add;
                }
            }
        }
    }

    /// Slots of an organisation.
    #[must_use]
    pub fn slots_of(&self, organisation: usize) -> std::ops::Range<usize> {
        self.organisation_row[organisation] as usize..self.organisation_row[organisation + 1] as usize
    }

    /// Puts people who have the same in common together, after any change of who knows whom, memberships or seats.
    pub(super) fn sort_ties(&mut self) {
        for organisation in 0..self.seated.len() {
            self.seated[organisation] =
                self.slots_of(organisation).fold(0, |seats, slot| seats | self.actors.boards[slot]);
        }
        self.ties.sort(&self.actors.organisation, &self.actors.enrolled, &self.actors.boards);
    }
}

use super::{Actors, BoardState, Initiatives, Leaver, Notes, Purpose, SiteMoney, SiteStanding, Stage, Stayers, Ties};
use crate::quantity::OrganisationKindId;
use crate::random::{Key, Stream};
use crate::scenario::definitions::{STRONG_TIE, SURGE_DEFICIT, UNSKILLED};
use crate::scenario::{Authority, Consultation, Programme, Ways};

/// What was counted in a month, for observation only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Attempts to persuade for the cause, by source of authority.
    pub attempts: [u32; Authority::ALL.len()],
    /// Those that succeeded.
    pub successes: u32,
    /// Attempts to persuade against it.
    pub attempts_against: u32,
    /// Those that succeeded.
    pub successes_against: u32,
    /// Openings seized.
    pub openings: u32,
}

/// Norm of collaboration of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Collaboration {
    /// As it stands, k, 0..1.
    pub now: f64,
    /// At the start, 0..1.
    pub start: f64,
}

/// The floors of trust between people of different organisations, 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AcrossFloors {
    /// Between people who were there at the start, and so lived what the place's start level stands for.
    pub lived: f64,
    /// Where one of them came later.
    pub strangers: f64,
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

/// A named person's leaving, as the scenario has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedDeparture {
    /// The person's slot.
    pub slot: u16,
    /// The month of the run.
    pub month: u32,
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

/// How many things are added up of each person's own initiatives.
pub const OWN: usize = 5;

/// Working columns of a month. Only `active` and `seats` are read by later processes than the one that fills them.
#[derive(Clone, Debug, Default)]
pub struct Room {
    /// One draw for each slot.
    pub draws: Vec<f64>,
    /// One number for each slot.
    pub pull: Vec<f64>,
    /// How likely each person is to campaign this month.
    pub activity: Vec<f64>,
    /// What others see of each person at the start of the phase, and what each person hears.
    pub peers: Vec<Peer>,
    /// Enthusiasm at the start of the phase.
    pub enthusiasm: Vec<f64>,
    /// Each person's own attempts, and those of them that took.
    pub tried: Vec<[u16; 2]>,
    /// Successful attempts on each person for the cause.
    pub won: Vec<u16>,
    /// Successful attempts on each person against it.
    pub turned: Vec<u16>,
    /// Live initiatives of those in post, as bits.
    pub active: Vec<u64>,
    /// Sitting boards of those in post, as bits.
    pub seats: Vec<u16>,
    /// What each organisation has at stake where competition is the norm.
    pub stake: Vec<f64>,
    /// What each person's own live initiatives add up to; what is added differs from process to process.
    pub own: Vec<[f64; OWN]>,
}

impl Room {
    /// Changes the columns that mean nothing from one process to the next for those of `other`, and makes these long enough for
    /// a site of `people`: columns that many sites use one after the other stay in the cache.
    pub fn exchange(&mut self, other: &mut Room, people: usize, organisations: usize) {
        macro_rules! each {
            ($($column:ident: $length:expr),*) => { $(
                std::mem::swap(&mut self.$column, &mut other.$column);
                self.$column.resize($length, Default::default());
            )* }
        }
        each!(
            draws: people,
            pull: people,
            activity: people,
            peers: people,
            enthusiasm: people,
            won: people,
            turned: people,
            tried: people,
            own: people,
            stake: organisations
        );
    }
}

/// A person in a sweep over pairs, in one line of the cache: pairs come in any order.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub struct Peer {
    /// What others see.
    pub seen: Seen,
    /// What the person hears.
    pub heard: Heard,
    /// Sum of the trust that others have in the person.
    pub trusted: f64,
}

impl Peer {
    /// Hears somebody who is trusted so much, and is trusted so much afterwards.
    #[inline(always)]
    pub fn hear(&mut self, trust: f64, other: &Seen, trusted: f64) {
        self.heard.pull += trust * other.pull;
        self.heard.weight += trust * other.position;
        self.trusted += trusted;
    }
}

impl Room {
    /// For so many people and organisations.
    #[must_use]
    pub fn new(people: usize, organisations: usize) -> Room {
        Room {
            draws: vec![0.0; people],
            pull: vec![0.0; people],
            activity: vec![0.0; people],
            peers: vec![Peer::default(); people],
            enthusiasm: vec![0.0; people],
            won: vec![0; people],
            turned: vec![0; people],
            tried: vec![[0; 2]; people],
            active: vec![0; people],
            seats: vec![0; people],
            stake: vec![0.0; organisations],
            own: vec![[0.0; OWN]; people],
        }
    }
}

/// What others see of a person at the start of a phase.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Position x enthusiasm if in post, else 0.
    pub pull: f64,
    /// Position if in post, else 0.
    pub position: f64,
    /// Headroom, as a share of what is typical of two people.
    pub time: f64,
    /// Half of 1 + enthusiasm: what joint work of two people grows by is the sum of both.
    pub warmth: f64,
    /// 1 if in post, else 0.
    pub here: f32,
    /// 1 if the person was there at the start, else 0.
    pub lived: f32,
}

/// What a person hears through ties: sums over those in post, weighted by trust.
#[derive(Clone, Copy, Debug, Default)]
pub struct Heard {
    /// Trust x position x enthusiasm.
    pub pull: f64,
    /// Trust x position.
    pub weight: f64,
}

/// Formality of the most formal of `boards` that is in `bits`, 0 if none is.
#[must_use]
#[inline]
pub fn formality(boards: &[BoardState], mut bits: u16) -> f64 {
    let mut best = 0.0_f64;
    while bits != 0 {
        best = best.max(boards[bits.trailing_zeros() as usize].formality);
        bits &= bits - 1;
    }
    best
}

/// The random streams of a site, one per purpose; every use goes to its own place first.
#[derive(Clone, Debug)]
pub struct SiteStreams {
    list: [Stream; MONTHLY.len()],
}

/// Purposes that draw in the months of a run, in the order of their streams.
const MONTHLY: [Purpose; 13] = [
    Purpose::Shocks,
    Purpose::Struck,
    Purpose::Visits,
    Purpose::Reports,
    Purpose::Mobilise,
    Purpose::Contacts,
    Purpose::Openings,
    Purpose::Continuation,
    Purpose::Leaving,
    Purpose::Newcomers,
    Purpose::StepUp,
    Purpose::Adoption,
    Purpose::Claims,
];

impl SiteStreams {
    /// The streams of one site in one replicate.
    #[must_use]
    pub fn new(seed: u64, replicate: u64, site: u32) -> SiteStreams {
        SiteStreams { list: MONTHLY.map(|p| Stream::new(Key { seed, replicate, process: p as u32, site })) }
    }

    /// The stream of a monthly purpose.
    pub fn get(&mut self, purpose: Purpose) -> &mut Stream {
        let place = MONTHLY.iter().position(|&p| p == purpose);
        debug_assert!(place.is_some(), "{purpose:?} does not draw monthly");
        &mut self.list[place.unwrap_or(0)]
    }
}

impl Site {
    /// The chance that an adaptation of an initiative is let pass, 0..1: what is managed by a metric may be adapted as far as
    /// it serves the metric (model 6.4).
    #[must_use]
    pub fn lets_pass(&self, i: usize) -> f64 {
        let standing = &self.standing;
        let unseen = 1.0 - self.initiatives.attributes[i].metric_alignment.get();
        1.0 - standing.metric_focus * (1.0 - standing.permissiveness) * unseen
    }

    /// The part of autonomy that comes from being chosen, 0..1: the badge, and how the site gets on with the nation.
    #[must_use]
    pub fn recognition(&self) -> f64 {
        (self.standing.badge * (UNSKILLED + self.standing.national_trust)).min(1.0)
    }

    /// How far the site is behind what it should have reported by month `t`, 0..1; 0 where nothing is asked for (model 6.2).
    #[must_use]
    pub fn behind_plan(&self, programme: &Programme, t: i32) -> f64 {
        let target = programme.funding.threshold;
        if target > 0.0 { (programme.elapsed(t) - self.standing.reported() / target).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Financial pressure d with a surge, 0..1.
    #[must_use]
    pub fn pressure(&self, month: u32) -> f64 {
        (self.deficit + SURGE_DEFICIT * self.surge(month)).min(1.0)
    }

    /// The demand surge that strikes in `month`, 0..1.
    #[must_use]
    pub fn surge(&self, month: u32) -> f64 {
        self.standing.surge.or(month, 0.0)
    }

    /// Formality of the most formal sitting board among `boards`, 0 if none sits.
    #[must_use]
    #[inline]
    pub fn formality(&self, boards: u16) -> f64 {
        formality(&self.boards, boards & self.sitting)
    }

    /// The bid: sum of (1 - core share) x cost over initiatives that run or are still to start, thousand pounds a month.
    #[must_use]
    pub fn bid(&self) -> f64 {
        let list = &self.initiatives;
        (0..list.len())
            .filter(|&i| list.stage[i] != Stage::Ended)
            .map(|i| (1.0 - list.core_share[i]) * list.cost[i])
            .sum()
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

    /// Recomputes the trust that others have in each person, and the mean trust inside and across organisations.
    pub fn take_stock_of_trust(&mut self) {
        let mut sums = [0.0_f64; 2];
        let mut counts = [0_u32; 2];
        let mut strong = [0_u32; 2];
        for peer in &mut self.room.peers {
            peer.trusted = 0.0;
        }
        for slot in 0..self.actors.len() {
            for (side, range) in [self.ties.inside(slot), self.ties.across(slot)].into_iter().enumerate() {
                counts[side] += range.len() as u32;
                for k in range {
                    let trust = self.ties.trust(k);
                    sums[side] += trust;
                    strong[side] += u32::from(trust >= STRONG_TIE);
                    self.room.peers[self.ties.target[k] as usize].trusted += trust;
                }
            }
        }
        self.ties.take_sum();
        self.settle_trust(sums, counts, strong[1]);
    }

    /// Puts people who have the same in common together, after any change of who knows whom, memberships or seats.
    pub(super) fn sort_ties(&mut self) {
        for organisation in 0..self.seated.len() {
            self.seated[organisation] =
                self.slots_of(organisation).fold(0, |seats, slot| seats | self.actors.boards[slot]);
        }
        self.ties.sort(&self.actors.organisation, &self.actors.enrolled, &self.actors.boards);
    }

    /// Turns sums over ties, inside and across, into means, here and for each person; `strong` of those across are
    /// strong.
    pub fn settle_trust(&mut self, sums: [f64; 2], counts: [u32; 2], strong: u32) {
        let mean = |side: usize, empty: f64| {
            if counts[side] == 0 { empty } else { sums[side] / f64::from(counts[side]) }
        };
        self.trust_means = TrustMeans { across: mean(1, self.start_trust), inside: mean(0, 0.0) };
        self.strong_ties = (counts[1] > 0).then(|| f64::from(strong) / f64::from(counts[1]));
        for slot in 0..self.actors.len() {
            let ties = self.ties.of(slot).len();
            self.actors.trusted[slot] = if ties == 0 { 0.0 } else { self.room.peers[slot].trusted / ties as f64 };
        }
    }
}

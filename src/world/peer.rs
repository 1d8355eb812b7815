use crate::scenario::Group;

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

/// What others see of a person at the start of a phase.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Position x enthusiasm if in post, else 0.
    pub pull: f64,
    /// Position if in post, else 0.
    pub position: f64,
    /// What the person brings to the time for joint work of two people, which is 1 where both are typical.
    pub time: f64,
    /// Half of 1 + enthusiasm: what joint work of two people grows by is the sum of both.
    pub warmth: f64,
    /// Who it is, as bits: [`Seen::HERE`] and so on.
    pub who: u64,
}

impl Seen {
    /// In post.
    pub const HERE: u64 = 1;
    /// There at the start.
    pub const LIVED: u64 = Seen::HERE << 1;
    /// Front-line staff in post: somebody who is told, where a place does not ask.
    pub const TOLD: u64 = Seen::LIVED << 1;
    /// An executive: somebody who tells.
    pub const TELLS: u64 = Seen::TOLD << 1;

    /// Those bits of somebody of that group.
    #[inline(always)]
    #[must_use]
    pub fn of(group: Group, present: bool, lived: bool) -> u64 {
        let tells = Seen::TELLS * u64::from(group == Group::Executive);
        let told = Seen::TOLD * u64::from((group == Group::FrontLine) & present);
        tells | told | (Seen::HERE * u64::from(present)) | (Seen::LIVED * u64::from(lived))
    }

    /// Whether this one's trust in `other` suffers where people are told instead of asked.
    #[inline(always)]
    #[must_use]
    pub fn offended_by(&self, other: &Seen) -> bool {
        (self.who / Seen::TOLD) & (other.who / Seen::TELLS) & 1 != 0
    }
}

/// What a person hears through ties: sums over those in post, weighted by trust.
#[derive(Clone, Copy, Debug, Default)]
pub struct Heard {
    /// Trust x position x enthusiasm.
    pub pull: f64,
    /// Trust x position.
    pub weight: f64,
}

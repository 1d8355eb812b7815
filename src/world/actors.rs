use super::Person;
use crate::quantity::exp;
use crate::scenario::definitions::{EARNED_MONTHS, UNTRIED};
use crate::scenario::{Authority, Group, Parameters, Skill};

/// The vacancy of a slot that waits for money or for an entrant rather than for a newcomer.
pub const ABSENT: u16 = u16::MAX;

/// The slot of nobody: no champion, or nobody who speaks for an organisation.
pub const NOBODY: u16 = u16::MAX;

/// How much of a novice a person of so many months' `tenure` still is, 1 to 0: exp(-tenure / [`EARNED_MONTHS`]).
#[must_use]
pub fn novice(tenure: f64) -> f64 {
    exp(-tenure / EARNED_MONTHS)
}

/// Position P, 0..1: what the post brings, and of the rest what the person has earned (model 6.4).
#[must_use]
#[inline(always)]
pub fn earned_position(hierarchical: f64, clinical: bool, novice: f64, reputation: f64, p: &Parameters) -> f64 {
    // Without a question, since nobody can guess who is clinical.
    let clinical = p.earned_clinical * f64::from(clinical);
    let known = p.earned_tenure * (1.0 - novice);
    let earned = (clinical + known + (1.0 - p.earned_clinical - p.earned_tenure).max(0.0) * reputation).min(1.0);
    1.0 - (1.0 - hierarchical) * (1.0 - earned)
}

/// The people of a site, one column per state variable; a slot outlives the person in it.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    /// Role of the slot: place in the scenario's list.
    pub role: Vec<u16>,
    /// Organisation of the slot.
    pub organisation: Vec<u16>,
    /// Executive, manager or front line.
    pub group: Vec<Group>,
    /// Whether a boundary-spanning post.
    pub spanner: Vec<bool>,
    /// Whether the slot leads engagement.
    pub engagement: Vec<bool>,
    /// Whether the programme pays for the slot.
    pub programme_funded: Vec<bool>,
    /// Monthly turnover of the slot.
    pub hazard: Vec<f64>,
    /// Headroom that the role and organisation leave.
    pub role_headroom: Vec<f64>,
    /// Months until a newcomer comes; 0 if somebody is in post; [`ABSENT`] if nobody will come yet.
    pub vacancy: Vec<u16>,
    /// Hierarchical position h, 0..1.
    pub hierarchical: Vec<f64>,
    /// Clinical background.
    pub clinical: Vec<bool>,
    /// Vision, 0..1.
    pub vision: Vec<f64>,
    /// Framing, 0..1.
    pub framing: Vec<f64>,
    /// Leveraging position, 0..1.
    pub leveraging: Vec<f64>,
    /// Seizing opportunities, 0..1.
    pub seizing: Vec<f64>,
    /// Risk taking, 0..1.
    pub risk_taking: Vec<f64>,
    /// Brokering, 0..1.
    pub brokering: Vec<f64>,
    /// Harnessing external support, 0..1.
    pub external_support: Vec<f64>,
    /// Receptivity to each source of authority, 0..1.
    pub receptivity: Vec<[f64; Authority::ALL.len()]>,
    /// Disposition, -1..1.
    pub disposition: Vec<f64>,
    /// Months in post.
    pub tenure: Vec<f64>,
    /// How much of a novice the person still is, 1 to 0; see [`novice`].
    pub novice: Vec<f64>,
    /// Reputation, 0..1.
    pub reputation: Vec<f64>,
    /// Enthusiasm, -1..1.
    pub enthusiasm: Vec<f64>,
    /// Agency, 0..1.
    pub agency: Vec<f64>,
    /// Headroom, 0..1.
    pub headroom: Vec<f64>,
    /// Position P, 0..1; kept by [`Actors::reposition`].
    pub position: Vec<f64>,
    /// Initiatives that the slot belongs to, live or not, as bits.
    pub enrolled: Vec<u64>,
    /// Boards that the slot belongs to, as bits.
    pub boards: Vec<u16>,
    /// Initiatives that the slot champions, as bits.
    pub champions: Vec<u64>,
    /// Initiatives that the slot sponsors for its organisation, as bits.
    pub sponsors: Vec<u64>,
    /// Whether the person was there at the start, and so lived what the place's start level of trust stands for.
    pub lived: Vec<bool>,
    /// Mean trust that others have in the person; kept by mobilisation.
    pub trusted: Vec<f64>,
    /// Share of the person's acts that came to something, 0..1, of late.
    pub achieved: Vec<f64>,
    /// Autonomy that the person has come to expect, 0..1.
    pub expected: Vec<f64>,
    /// Whether the person has acted yet: the first acts set what is expected of others.
    pub acted: Vec<bool>,
    /// Whether the person left this month.
    pub left: Vec<bool>,
}

impl Actors {
    /// Number of slots.
    #[must_use]
    pub fn len(&self) -> usize {
        self.role.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.role.is_empty()
    }

    /// Whether somebody is in post.
    #[must_use]
    #[inline]
    pub fn present(&self, slot: usize) -> bool {
        self.vacancy[slot] == 0
    }

    /// Slots with somebody in post.
    pub fn in_post(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|&slot| self.present(slot))
    }

    /// Mean of the seven skills.
    #[must_use]
    pub fn mean_skill(&self, slot: usize) -> f64 {
        (self.vision[slot]
            + self.framing[slot]
            + self.leveraging[slot]
            + self.seizing[slot]
            + self.risk_taking[slot]
            + self.brokering[slot]
            + self.external_support[slot])
            / Skill::ALL.len() as f64
    }

    /// Brokering that can be brought to bear: brokering x sqrt(headroom).
    #[must_use]
    pub fn brokerage(&self, slot: usize) -> f64 {
        self.brokering[slot] * self.headroom[slot].sqrt()
    }

    /// P = 1-(1-h)(1-r), with r what being a clinician, tenure and reputation earn, at most 1 (model 6.4).
    #[inline]
    pub fn reposition(&mut self, slot: usize, p: &Parameters) {
        let (clinical, novice, reputation) = (self.clinical[slot], self.novice[slot], self.reputation[slot]);
        self.position[slot] = earned_position(self.hierarchical[slot], clinical, novice, reputation, p);
    }

    /// Puts `person` into `slot`; memberships, boards and the slot's own attributes stay.
    pub fn seat(&mut self, slot: usize, person: &Person, p: &Parameters) {
        let [vision, framing, leveraging, seizing, risk_taking, brokering, external_support] = person.skills;
        self.vision[slot] = vision;
        self.framing[slot] = framing;
        self.leveraging[slot] = leveraging;
        self.seizing[slot] = seizing;
        self.risk_taking[slot] = risk_taking;
        self.brokering[slot] = brokering;
        self.external_support[slot] = external_support;
        self.receptivity[slot] = person.receptivity;
        self.disposition[slot] = person.disposition;
        self.enthusiasm[slot] = person.disposition;
        self.tenure[slot] = person.tenure;
        self.novice[slot] = novice(person.tenure);
        self.reputation[slot] = person.reputation;
        self.headroom[slot] = self.role_headroom[slot];
        self.vacancy[slot] = 0;
        self.acted[slot] = false;
        self.achieved[slot] = UNTRIED;
        self.expected[slot] = (1.0 - p.chosen) * UNTRIED;
        self.reposition(slot, p);
    }

    /// Adds a slot with nobody in it.
    pub(super) fn push(&mut self) {
        self.role.push(0);
        self.organisation.push(0);
        self.group.push(Group::FrontLine);
        self.spanner.push(false);
        self.engagement.push(false);
        self.programme_funded.push(false);
        self.vacancy.push(ABSENT);
        self.clinical.push(false);
        self.receptivity.push([0.0; Authority::ALL.len()]);
        self.enrolled.push(0);
        self.boards.push(0);
        self.champions.push(0);
        self.sponsors.push(0);
        self.lived.push(true);
        self.left.push(false);
        self.acted.push(false);
        for column in [
            &mut self.hazard,
            &mut self.role_headroom,
            &mut self.hierarchical,
            &mut self.vision,
            &mut self.framing,
            &mut self.leveraging,
            &mut self.seizing,
            &mut self.risk_taking,
            &mut self.brokering,
            &mut self.external_support,
            &mut self.disposition,
            &mut self.tenure,
            &mut self.novice,
            &mut self.reputation,
            &mut self.enthusiasm,
            &mut self.agency,
            &mut self.headroom,
            &mut self.position,
            &mut self.trusted,
            &mut self.achieved,
            &mut self.expected,
        ] {
            column.push(0.0);
        }
    }
}

use crate::processes::Now;
use crate::quantity::exp;
use crate::scenario::definitions::{
    LEAST_FRAME_NOISE, MOST_CONTACTS, TYPICAL_PEER, TYPICAL_POSITION, TYPICAL_RESONANCE, TYPICAL_STANCE, TYPICAL_TIME,
    TYPICAL_TRUST, TYPICAL_VISION, UNSKILLED,
};
use crate::scenario::{Authority, Parameters};
use crate::world::{Purpose, Site};
use std::ops::Range;

/// Attempts for the cause and against it: who tries, whom they seek, what they draw on, whether it takes.
pub(super) fn persuade(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    take_activity(site, p);
    // Nobody beyond the last of them needs a draw.
    let Some(last) = site.room.activity.iter().rposition(|&activity| activity > 0.0) else { return };
    site.streams.get(Purpose::Mobilise).row(now.month).fill(&mut site.room.draws[..=last]);
    let mut sought = Sought::none();
    let mut next = 0;
    while let Some(speaker) = speaker(site, next..last + 1) {
        let against = site.room.enthusiasm[speaker] < 0.0;
        let champion = !against && site.actors.champions[speaker] & site.room.active[speaker] != 0;
        approach(site, Speaker { slot: speaker, against, champion }, &mut sought, now);
        next = speaker + 1;
    }
    sought.make(site, p);
}

/// The first in those slots who campaigns this month.
fn speaker(site: &Site, slots: Range<usize>) -> Option<usize> {
    let (first, room) = (slots.start, &site.room);
    let draws = room.draws[slots.clone()].iter().zip(&room.activity[slots]);
    draws.enumerate().find(|(_, (draw, activity))| draw < activity).map(|(place, _)| first + place)
}

/// How likely everybody is to campaign this month: who takes part speaks for it; against it anybody may. In one pass without a
/// question, since nobody can guess who will.
fn take_activity(site: &mut Site, p: &Parameters) {
    let (a, room) = (&site.actors, &mut site.room);
    let people = a.len();
    let often = p.mobilise / TYPICAL_STANCE;
    let (vacancy, position, agency) = (&a.vacancy[..people], &a.position[..people], &a.agency[..people]);
    let (headroom, champions) = (&a.headroom[..people], &a.champions[..people]);
    let (enthusiasm, active, seats) = (&room.enthusiasm[..people], &room.active[..people], &room.seats[..people]);
    for (slot, activity) in room.activity[..people].iter_mut().enumerate() {
        let stance = enthusiasm[slot];
        let against = stance < 0.0;
        let takes_part = (active[slot] != 0) | (seats[slot] != 0);
        let speaks = (vacancy[slot] == 0) & (against | takes_part);
        // Opposition needs no meetings.
        let time = if against { TYPICAL_TIME } else { headroom[slot].sqrt() };
        let champion = !against & (champions[slot] & active[slot] != 0);
        // Who does not care seldom campaigns.
        let usual = position[slot] * agency[slot] * time * often * stance.abs();
        *activity = f64::from(speaks) * usual * if champion { p.mobilise_champion } else { 1.0 };
    }
}

/// Contacts that have been sought and not been made yet. Memory answers several questions in the time of one: so many are
/// looked up together, before each is made in its turn.
struct Sought {
    list: [Contact; Sought::ROOM],
    number: usize,
}

/// A contact, sought through a tie.
#[derive(Clone, Copy, Default)]
struct Contact {
    speaker: u16,
    audience: u16,
    tie: u32,
    against: bool,
    /// What each source of authority says to the audience.
    resonance: [f64; Authority::ALL.len()],
    /// Draws: what it draws on, whether it takes.
    draws: [f64; 2],
}

impl Sought {
    const ROOM: usize = 32;

    fn none() -> Sought {
        Sought { list: [Contact::default(); Sought::ROOM], number: 0 }
    }

    fn add(&mut self, contact: Contact, site: &mut Site, p: &Parameters) {
        self.list[self.number] = contact;
        self.number += 1;
        if self.number == Sought::ROOM {
            self.make(site, p);
        }
    }

    /// Makes all of them, in the order in which they were sought.
    fn make(&mut self, site: &mut Site, p: &Parameters) {
        let contacts = &mut self.list[..self.number];
        self.number = 0;
        for contact in contacts.iter_mut() {
            contact.audience = site.ties.target[contact.tie as usize];
        }
        for contact in contacts.iter_mut() {
            let audience = contact.audience as usize;
            let receptivity = &site.actors.receptivity[audience];
            let case = if contact.against {
                site.standing.against_for(site.own_interest[site.actors.organisation[audience] as usize])
            } else {
                site.standing.authority
            };
            contact.resonance = std::array::from_fn(|s| case[s] * receptivity[s]);
        }
        for contact in contacts.iter() {
            if site.actors.present(contact.audience.into()) {
                speak(site, contact, p);
            }
        }
    }
}

/// Who speaks.
#[derive(Clone, Copy)]
struct Speaker {
    slot: usize,
    against: bool,
    /// Whether for an initiative of its own.
    champion: bool,
}

/// Seeks a month's contacts of one speaker.
fn approach(site: &mut Site, who: Speaker, sought: &mut Sought, now: &Now<'_>) {
    let (p, speaker) = (now.parameters(), who.slot);
    let more = ((p.contacts_vision * site.actors.vision[speaker]) as u32).min(MOST_CONTACTS as u32 - 1);
    let focus = if who.champion { p.champion_focus } else { 0.0 };
    let across = p.boundary_seeking * site.actors.brokering[speaker];
    // Counted when first asked for: it is the same all month.
    let mut own_ties = None;
    for n in 0..=more {
        let draws = site.streams.get(Purpose::Contacts);
        if n == 0 {
            draws.at(now.month, speaker as u32);
        }
        let (u_focus, u_across, u_pick, u_frame, u_success) =
            (draws.uniform(), draws.uniform(), draws.uniform(), draws.uniform(), draws.uniform());
        let own = if u_focus < focus { site.room.active[speaker] & site.actors.champions[speaker] } else { 0 };
        let number =
            if own != 0 { *own_ties.get_or_insert_with(|| ties_within(site, speaker, own).count()) } else { 0 };
        let tie = if number > 0 {
            ties_within(site, speaker, own).nth((u_pick * number as f64) as usize)
        } else {
            seek(site, speaker, u_across < across, u_pick)
        };
        if let Some(tie) = tie {
            let (speaker, tie, draws) = (speaker as u16, tie as u32, [u_frame, u_success]);
            sought.add(Contact { speaker, tie, against: who.against, draws, ..Contact::default() }, site, p);
        }
    }
}

/// The ties through which contacts are sought within `own` initiatives.
fn ties_within(site: &Site, speaker: usize, own: u64) -> impl Iterator<Item = usize> {
    let (ties, active) = (site.ties.of(speaker), site.room.active.as_slice());
    let known = ties.clone().zip(&site.ties.target[ties]);
    known.filter(move |&(_, &other)| active[other as usize] & own != 0).map(|(tie, _)| tie)
}

/// The tie through which any other contact is sought: across or inside the organisation.
fn seek(site: &Site, speaker: usize, across: bool, draw: f64) -> Option<usize> {
    let ties = &site.ties;
    let (first, second) = (ties.across(speaker), ties.inside(speaker));
    let (first, second) = if across { (first, second) } else { (second, first) };
    let range = if first.is_empty() { second } else { first };
    (!range.is_empty()).then(|| range.start + (draw * range.len() as f64) as usize)
}

/// One attempt.
fn speak(site: &mut Site, contact: &Contact, p: &Parameters) {
    let &Contact { resonance, draws: [u_frame, u_success], .. } = contact;
    let (speaker, audience, tie) = (contact.speaker as usize, contact.audience as usize, contact.tie as usize);
    let a = &site.actors;
    let framing = a.framing[speaker];
    let source = choose(&resonance, LEAST_FRAME_NOISE + p.frame_noise * (1.0 - framing), u_frame);
    let trust = site.ties.trust_back(tie);
    let peer = if a.clinical[speaker] & a.clinical[audience] { 1.0 } else { 0.0 };
    let logit = p.persuade_intercept
        + p.persuade_trust * (trust - TYPICAL_TRUST)
        + p.persuade_position * (a.position[speaker] * (UNSKILLED + a.leveraging[speaker]) - TYPICAL_POSITION)
        + p.persuade_resonance * (resonance[source] * (UNSKILLED + framing) - TYPICAL_RESONANCE)
        + p.persuade_peer * (peer - TYPICAL_PEER)
        + p.persuade_vision * (a.vision[speaker] - TYPICAL_VISION)
        + p.persuade_time * (a.headroom[audience].sqrt() - TYPICAL_TIME);
    let takes = u_success * (1.0 + exp(-logit)) < 1.0;
    // Counted without a question, since nobody can guess the answers.
    let (tally, room, against) = (&mut site.tally, &mut site.room, contact.against);
    let (for_it, against_it) = (u16::from(takes & !against), u16::from(takes & against));
    let [tried, took] = &mut room.tried[speaker];
    (*tried, *took) = (tried.saturating_add(1), took.saturating_add(u16::from(takes)));
    tally.attempts[source] += u32::from(!against);
    tally.successes += u32::from(for_it);
    tally.attempts_against += u32::from(against);
    tally.successes_against += u32::from(against_it);
    room.won[audience] = room.won[audience].saturating_add(for_it);
    room.turned[audience] = room.turned[audience].saturating_add(against_it);
    // On either side one trusts those more who convince.
    let trust = if takes { trust + p.persuasion_trust * (1.0 - trust) } else { trust * (1.0 - p.refusal_trust) };
    site.ties.set_trust_back(tie, trust);
}

/// Softmax over the five sources.
fn choose(resonance: &[f64; Authority::ALL.len()], temperature: f64, draw: f64) -> usize {
    const LAST: usize = Authority::ALL.len() - 1;
    let (mut best, mut most) = (0, 0.0);
    for (source, &resonance) in resonance.iter().enumerate() {
        (best, most) = if resonance > most { (source, resonance) } else { (best, most) };
    }
    if temperature <= 0.0 {
        return best;
    }
    // The weight of the best is 1: the last takes its place, and those before the last fall into pairs.
    let mut others = *resonance;
    others[best] = others[LAST];
    let mut weights = [1.0; Authority::ALL.len()];
    for (weight, resonance) in weights[..LAST].iter_mut().zip(&others) {
        *weight = exp((resonance - most) / temperature);
    }
    weights[LAST] = weights[best];
    weights[best] = 1.0;
    let mut left = draw * weights.iter().sum::<f64>();
    // As many as the draw lies beyond; never beyond the last.
    let beyond = weights[..LAST].iter().map(|weight| {
        left -= weight;
        usize::from(left >= 0.0)
    });
    beyond.sum()
}

#[cfg(test)]
mod tests {
    use super::choose;
    use proptest::prelude::*;

    proptest! {
        /// The softmax as it stands in textbooks, weight by weight.
        #[test]
        fn a_source_is_chosen_with_the_chance_of_a_softmax(
            resonance in prop::array::uniform5(0.0..1.0_f64), temperature in 0.02..1.0_f64, draw in 0.0..1.0_f64,
        ) {
            let weights = resonance.map(|resonance| libm::exp(resonance / temperature));
            let chances = weights.map(|weight| weight / weights.iter().sum::<f64>());
            let mut below = 0.0;
            for (source, chance) in chances.into_iter().enumerate() {
                below += chance;
                // On the very border either may be.
                prop_assume!((draw - below).abs() > 1e-9);
                if draw < below {
                    prop_assert_eq!(choose(&resonance, temperature, draw), source);
                    return Ok(());
                }
            }
        }
    }

    #[test]
    fn without_noise_the_best_source_is_chosen_and_the_first_of_equals() {
        for best in 0..5 {
            let mut resonance = [0.2; 5];
            resonance[best] = 0.9;
            assert_eq!(choose(&resonance, 0.0, 0.99), best);
        }
        assert_eq!(choose(&[0.0; 5], 0.0, 0.5), 0);
        assert_eq!(choose(&[0.1, 0.7, 0.7, 0.0, 0.0], 0.0, 0.5), 1);
    }
}

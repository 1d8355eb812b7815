use crate::processes::Now;
use crate::quantity::exp;
use crate::scenario::definitions::{
    LEAST_FRAME_NOISE, MOST_CONTACTS, TYPICAL_PEER, TYPICAL_POSITION, TYPICAL_RESONANCE, TYPICAL_STANCE, TYPICAL_TIME,
    TYPICAL_TRUST, TYPICAL_VISION, UNSKILLED,
};
use crate::scenario::{Authority, Parameters};
use crate::world::{Purpose, Site};

/// Attempts for the cause and against it: who tries, whom they seek, what they draw on, whether it takes.
pub(super) fn persuade(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    take_activity(site, p);
    // Nobody beyond the last of them needs a draw.
    let Some(last) = site.room.activity.iter().rposition(|&activity| activity > 0.0) else { return };
    let tries = site.streams.get(Purpose::Mobilise).row(now.month);
    site.room.draws[..=last].fill_with(|| tries.uniform());
    let mut sought = Sought::none();
    for speaker in 0..=last {
        if site.room.draws[speaker] < site.room.activity[speaker] {
            let against = site.room.enthusiasm[speaker] < 0.0;
            let champion = !against && site.actors.champions[speaker] & site.room.active[speaker] != 0;
            approach(site, Speaker { slot: speaker, against, champion }, &mut sought, now);
        }
    }
    sought.make(site, p);
}

/// How likely everybody is to campaign this month: who takes part speaks for it; against it anybody may. In one pass without a
/// question, since nobody can guess who will.
fn take_activity(site: &mut Site, p: &Parameters) {
    let (a, room) = (&site.actors, &mut site.room);
    let people = a.len();
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
        let usual = position[slot] * agency[slot] * time * p.mobilise * stance.abs() / TYPICAL_STANCE;
        *activity = if speaks { usual * if champion { p.mobilise_champion } else { 1.0 } } else { 0.0 };
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
    let contacts = 1.0 + libm::floor(p.contacts_vision * site.actors.vision[speaker]);
    let focus = if who.champion { p.champion_focus } else { 0.0 };
    let across = p.boundary_seeking * site.actors.brokering[speaker];
    for n in 0..contacts.min(MOST_CONTACTS) as u32 {
        let draws = site.streams.get(Purpose::Contacts);
        if n == 0 {
            draws.at(now.month, speaker as u32);
        }
        let (u_focus, u_across, u_pick, u_frame, u_success) =
            (draws.uniform(), draws.uniform(), draws.uniform(), draws.uniform(), draws.uniform());
        let own = if u_focus < focus { site.room.active[speaker] & site.actors.champions[speaker] } else { 0 };
        if let Some(tie) = seek(site, speaker, own, u_across < across, u_pick) {
            let (speaker, tie, draws) = (speaker as u16, tie as u32, [u_frame, u_success]);
            sought.add(Contact { speaker, tie, against: who.against, draws, ..Contact::default() }, site, p);
        }
    }
}

/// The tie through which a contact is sought: within `own` initiatives, else across or inside the organisation.
fn seek(site: &Site, speaker: usize, own: u64, across: bool, draw: f64) -> Option<usize> {
    let ties = &site.ties;
    if own != 0 {
        let shares = |k: &usize| site.room.active[ties.target[*k] as usize] & own != 0;
        let number = ties.of(speaker).filter(shares).count();
        if number > 0 {
            return ties.of(speaker).filter(shares).nth((draw * number as f64) as usize);
        }
    }
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
    let peer = if a.clinical[speaker] && a.clinical[audience] { 1.0 } else { 0.0 };
    let logit = p.persuade_intercept
        + p.persuade_trust * (trust - TYPICAL_TRUST)
        + p.persuade_position * (a.position[speaker] * (UNSKILLED + a.leveraging[speaker]) - TYPICAL_POSITION)
        + p.persuade_resonance * (resonance[source] * (UNSKILLED + framing) - TYPICAL_RESONANCE)
        + p.persuade_peer * (peer - TYPICAL_PEER)
        + p.persuade_vision * (a.vision[speaker] - TYPICAL_VISION)
        + p.persuade_time * (a.headroom[audience].sqrt() - TYPICAL_TIME);
    let takes = u_success * (1.0 + exp(-logit)) < 1.0;
    let (tally, room) = (&mut site.tally, &mut site.room);
    let [tried, took] = &mut room.tried[speaker];
    (*tried, *took) = (tried.saturating_add(1), took.saturating_add(u16::from(takes)));
    if contact.against {
        tally.attempts_against += 1;
        tally.successes_against += u32::from(takes);
        room.turned[audience] = room.turned[audience].saturating_add(u16::from(takes));
    } else {
        tally.attempts[source] += 1;
        tally.successes += u32::from(takes);
        room.won[audience] = room.won[audience].saturating_add(u16::from(takes));
    }
    // On either side one trusts those more who convince.
    let trust = if takes { trust + p.persuasion_trust * (1.0 - trust) } else { trust * (1.0 - p.refusal_trust) };
    site.ties.set_trust_back(tie, trust);
}

/// Softmax over the five sources.
fn choose(resonance: &[f64; Authority::ALL.len()], temperature: f64, draw: f64) -> usize {
    let best = resonance.iter().copied().fold(0.0, |a: f64, b| if b > a { b } else { a });
    if temperature <= 0.0 {
        return resonance.iter().position(|&r| r == best).unwrap_or(0);
    }
    // One more than there are, so that they fall into pairs.
    let mut weights = [0.0; Authority::ALL.len() + 1];
    weights[..resonance.len()].copy_from_slice(resonance);
    let weights = &weights.map(|resonance| exp((resonance - best) / temperature))[..resonance.len()];
    let mut left = draw * weights.iter().sum::<f64>();
    for (source, weight) in weights.iter().enumerate() {
        left -= weight;
        if left < 0.0 {
            return source;
        }
    }
    Authority::ALL.len() - 1
}

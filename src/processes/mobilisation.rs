use super::Now;
use crate::record::EventKind;
use crate::scenario::{Authority, Consultation, Group, Parameters};
use crate::world::{Heard, Peer, Purpose, Site, Tally, formality, mean};

/// Typical values that centre the logit of persuasion: those of the default six sites in programme month 18. Frozen:
/// they only place the intercept.
const TYPICAL_TRUST: f64 = 0.67;
const TYPICAL_POSITION: f64 = 0.69;
const TYPICAL_RESONANCE: f64 = 0.42;
const TYPICAL_PEER: f64 = 0.35;
const TYPICAL_VISION: f64 = 0.49;
const TYPICAL_CONFLICT: f64 = 0.07;
const TYPICAL_OWN_INTEREST: f64 = 0.26;
/// Typical performance of own initiatives, above which results lift enthusiasm.
const TYPICAL_RESULTS: f64 = 0.15;
/// Typical complexity of a person's live initiatives, beyond which they take headroom.
const TYPICAL_LOAD: f64 = 1.5;
/// Most contacts that anybody makes in a month: five draws each stay within a slot's own.
const MOST_CONTACTS: f64 = 12.0;

/// 4 Mobilisation: skilled actors frame and persuade; enthusiasm and cynicism spread; trust moves (model 6.4).
pub fn mobilise(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    begin(site);
    persuade(site, now);
    move_trust(site, p);
    spread_enthusiasm(site, now);
    let trust = site.trust_means.0;
    let erosion = p.norm_law * site.standing.legislation * (1.0 - site.standing.badge);
    site.collaboration.0 += p.norm_rate * (trust - site.collaboration.0) - erosion;
    site.collaboration.0 = site.collaboration.0.clamp(0.0, 1.0);
    consult(site, p);
    seize_opening(site, now);
}

/// Takes down what the phase reads: everybody's state as the phase before left it.
fn begin(site: &mut Site) {
    let live = site.initiatives.live_bits();
    site.tally = Tally::default();
    let (actors, room) = (&site.actors, &mut site.room);
    for slot in 0..actors.len() {
        let present = actors.vacancy[slot] == 0;
        let enthusiasm = actors.enthusiasm[slot];
        room.enthusiasm[slot] = enthusiasm;
        let position = if present { actors.position[slot] } else { 0.0 };
        room.active[slot] = if present { actors.enrolled[slot] & live } else { 0 };
        room.seats[slot] = if present { actors.boards[slot] & site.sitting } else { 0 };
        room.peers[slot] = Peer {
            position,
            pull: position * enthusiasm,
            enthusiasm,
            work: 0,
            seats: room.seats[slot],
            leads: actors.group[slot] == Group::Executive,
        };
        room.won[slot] = 0;
        room.lost[slot] = 0;
    }
}

/// Attempts: who tries, whom they seek, what they draw on, whether it takes.
fn persuade(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let tries = site.streams.get(Purpose::Mobilise).row(now.month);
    site.room.draws.fill_with(|| tries.uniform());
    for speaker in 0..site.actors.len() {
        let draw = site.room.draws[speaker];
        if site.room.active[speaker] == 0 && site.room.seats[speaker] == 0 {
            continue;
        }
        let a = &site.actors;
        let champion = a.champions[speaker] & site.room.active[speaker] != 0;
        let activity = a.position[speaker] * a.agency[speaker] * a.headroom[speaker].sqrt() * p.mobilise;
        if draw < activity * if champion { p.mobilise_champion } else { 1.0 } {
            approach(site, speaker, champion, now);
        }
    }
}

/// A month's contacts of one speaker.
fn approach(site: &mut Site, speaker: usize, champion: bool, now: &Now<'_>) {
    let p = now.parameters();
    let contacts = 1.0 + libm::floor(p.contacts_vision * site.actors.vision[speaker]);
    let focus = if champion { p.champion_focus } else { 0.0 };
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
            let audience = site.ties.target[tie] as usize;
            if site.actors.present(audience) {
                speak(site, speaker, audience, tie, (u_frame, u_success), p);
            }
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
fn speak(site: &mut Site, speaker: usize, audience: usize, tie: usize, draws: (f64, f64), p: &Parameters) {
    let a = &site.actors;
    let resonance: [f64; 5] = std::array::from_fn(|s| site.standing.authority[s] * a.receptivity[audience][s]);
    let framing = a.framing[speaker];
    let source = choose(&resonance, p.frame_noise_least + p.frame_noise * (1.0 - framing), draws.0);
    let back = site.ties.mirror[tie] as usize;
    let trust = site.ties.trust[back];
    let peer = if a.clinical[speaker] && a.clinical[audience] { 1.0 } else { 0.0 };
    let other = a.organisation[audience] as usize;
    let across = a.organisation[speaker] as usize != other;
    let own_interest =
        if across { site.own_interest[other] * (1.0 - site.collaboration.0) } else { TYPICAL_OWN_INTEREST };
    let logit = p.persuade_intercept
        + p.persuade_trust * (trust - TYPICAL_TRUST)
        + p.persuade_position * (a.position[speaker] * (0.5 + a.leveraging[speaker]) - TYPICAL_POSITION)
        + p.persuade_resonance * (resonance[source] * (0.5 + framing) - TYPICAL_RESONANCE)
        + p.persuade_peer * (peer - TYPICAL_PEER)
        + p.persuade_vision * (a.vision[speaker] - TYPICAL_VISION)
        - p.persuade_cynicism * (-site.room.enthusiasm[audience]).max(0.0)
        - p.persuade_conflict * (site.standing.conflict * (1.0 - a.brokering[speaker]) - TYPICAL_CONFLICT)
        - p.persuade_own_interest * (own_interest - TYPICAL_OWN_INTEREST);
    site.tally.attempts[source] += 1;
    let trust = &mut site.ties.trust[back];
    if draws.1 * (1.0 + libm::exp(-logit)) < 1.0 {
        site.tally.successes += 1;
        site.room.won[audience] = site.room.won[audience].saturating_add(1);
        *trust += p.persuasion_trust * (1.0 - *trust);
    } else {
        site.room.lost[audience] = site.room.lost[audience].saturating_add(1);
        *trust *= 1.0 - p.refusal_trust;
    }
}

/// Softmax over the five sources.
fn choose(resonance: &[f64; 5], temperature: f64, draw: f64) -> usize {
    let best = resonance.iter().copied().fold(0.0_f64, f64::max);
    if temperature <= 0.0 {
        return resonance.iter().position(|&r| r == best).unwrap_or(0);
    }
    let weights: [f64; 5] = std::array::from_fn(|s| libm::exp((resonance[s] - best) / temperature));
    let mut left = draw * weights.iter().sum::<f64>();
    for (source, weight) in weights.iter().enumerate() {
        left -= weight;
        if left < 0.0 {
            return source;
        }
    }
    Authority::ALL.len() - 1
}

/// Enthusiasm, agency, headroom and reputation, all from the state at the start of the phase.
fn spread_enthusiasm(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    lead(site);
    let standing = &site.standing;
    let member = site.member && now.t() >= now.programme().start;
    let esteem = if member { p.badge_esteem * standing.badge * (0.5 + standing.national_trust) } else { 0.0 };
    let pressure = if member {
        p.pressure
            * standing.metric_focus
            * (1.0 - standing.permissiveness)
            * (1.0 - p.pressure_interpretation * standing.interpretation)
            * (1.0 - p.pressure_alignment * standing.alignment)
    } else {
        0.0
    };
    let unseen = p.agency_metric * standing.metric_focus * (1.0 - standing.alignment);
    let surge = 1.0 - p.surge_headroom * site.surge(now.month);
    let (permissiveness, lead_agency) = (standing.permissiveness, p.agency_leaders);
    let one_minus_gain = 1.0 - p.persuasion_gain;
    for slot in 0..site.actors.len() {
        if !site.actors.present(slot) {
            continue;
        }
        let own = own_work(site, slot);
        let before = site.room.enthusiasm[slot];
        let (mut kept, mut refused) = (1.0, 0.0);
        for _ in 0..site.room.won[slot] {
            kept *= one_minus_gain;
        }
        if site.room.lost[slot] > 0 {
            refused = f64::from(site.room.lost[slot]) * p.refusal_loss;
        }
        let Heard { pull, weight } = site.room.heard[slot];
        let contagion = if weight > 0.0 { p.contagion * (pull / weight - before) } else { 0.0 };
        let actors = &mut site.actors;
        let after = before + (1.0 - kept) * (1.0 - before) - refused.min(1.0) * (1.0 + before) + contagion
            - p.disposition_pull * (before - actors.disposition[slot])
            + if own.number > 0.0 { p.results_pull * (own.performance - TYPICAL_RESULTS) } else { 0.0 }
            + esteem * (1.0 - before)
            - pressure;
        actors.enthusiasm[slot] = after.clamp(-1.0, 1.0);
        let cover = site.room.leaders[actors.organisation[slot] as usize].max(0.0);
        let agency = p.agency_base
            + p.agency_permissiveness * permissiveness
            + lead_agency * cover
            + p.agency_risk * actors.risk_taking[slot]
            - unseen;
        actors.agency[slot] += p.agency_rate * (agency.clamp(0.0, 1.0) - actors.agency[slot]);
        let load = p.headroom_load * (own.complexity - TYPICAL_LOAD).max(0.0);
        let headroom = (actors.role_headroom[slot] + p.headroom_backfill * own.programme_part - load) * surge;
        actors.headroom[slot] += p.headroom_rate * (headroom.clamp(0.0, 1.0) - actors.headroom[slot]);
        if own.number > 0.0 {
            let results = (2.0 * own.performance).min(1.0);
            actors.reputation[slot] += p.reputation_rate * (results - actors.reputation[slot]);
        }
        actors.tenure[slot] += 1.0;
        actors.novice[slot] *= NOVICE_MONTH;
        actors.reposition(slot);
    }
}

/// exp(-1/60): what a month leaves of being a novice.
const NOVICE_MONTH: f64 = 0.983_471_453_821_617_5;

/// Mean enthusiasm of each organisation's executives, from the start of the phase.
fn lead(site: &mut Site) {
    for organisation in 0..site.organisation_kind.len() {
        let leaders = site
            .slots_of(organisation)
            .filter(|&s| site.actors.group[s] == Group::Executive && site.actors.present(s))
            .map(|s| site.room.enthusiasm[s]);
        let enthusiasm = mean(leaders, 0.0);
        site.room.leaders[organisation] = enthusiasm;
    }
}

/// What a person's own live initiatives look like to that person.
struct OwnWork {
    number: f64,
    performance: f64,
    programme_part: f64,
    complexity: f64,
}

fn own_work(site: &Site, slot: usize) -> OwnWork {
    let mut own = OwnWork { number: 0.0, performance: 0.0, programme_part: 0.0, complexity: 0.0 };
    let mut bits = site.room.active[slot];
    let list = &site.initiatives;
    while bits != 0 {
        let i = bits.trailing_zeros() as usize;
        bits &= bits - 1;
        own.number += 1.0;
        own.performance += list.performance[i];
        own.programme_part += list.granted[i];
        own.complexity += list.attributes[i].complexity.get();
    }
    if own.number > 0.0 {
        own.performance /= own.number;
        own.programme_part /= own.number;
    }
    own
}

/// Most initiatives of a site: they are told apart by the bits of a word.
const MOST: usize = 64;

/// One sweep over all ties: what each person hears through them, joint work, boards, the return to the floor; and what
/// is known of trust afterwards. Nothing here depends on the order of people or ties.
fn move_trust(site: &mut Site, p: &Parameters) {
    let (joint, ranked) = rank_joint_work(site, p);
    // Sum and number of the ties across organisations among those who work on each initiative, as they were.
    let mut met = [(0.0, 0_u32); MOST + 1];
    let on_board = p.board_contact * p.joint_work * (0.5 + 0.5 * 0.5);
    let floor_across = site.floor_across(p).clamp(0.0, 1.0);
    let one_way = site.mode == Consultation::OneWay;
    let mut sums = [0.0_f64; 2];
    let mut counts = [0_u32; 2];
    site.room.trusted.fill(0.0);
    for slot in 0..site.actors.len() {
        let me = site.room.peers[slot];
        let listens = one_way && site.actors.group[slot] == Group::FrontLine && site.actors.present(slot);
        // Most people of a large place work on nothing: their ties do nothing but return to the floor.
        let apart = me.work == 0 && me.seats == 0 && !listens;
        let mut heard = Heard::default();
        for (side, range) in [site.ties.inside(slot), site.ties.across(slot)].into_iter().enumerate() {
            let across = side == 1;
            let usual_floor = if across { floor_across } else { p.trust_floor_inside };
            let mut sum = 0.0;
            counts[side] += range.len() as u32;
            let ties = site.ties.target[range.clone()].iter().zip(&mut site.ties.trust[range]);
            for (&target, trust) in ties {
                let other = &site.room.peers[target as usize];
                let before = *trust;
                heard.pull += before * other.pull;
                heard.weight += before * other.position;
                let mut floor = usual_floor;
                let mut after = before;
                if !apart {
                    // The best of what they share, not the sum.
                    let mut shared = me.work & other.work;
                    let best = shared.trailing_zeros() as usize;
                    let mut gain = joint[best];
                    if across {
                        meet(&mut met[best], before);
                        shared &= shared.wrapping_sub(1);
                        while shared != 0 {
                            meet(&mut met[shared.trailing_zeros() as usize], before);
                            shared &= shared - 1;
                        }
                    }
                    let shared_seats = me.seats & other.seats;
                    if shared_seats != 0 {
                        gain = gain.max(on_board);
                        if across {
                            floor = (floor + p.trust_floor_board * formality(&site.boards, shared_seats)).min(1.0);
                        }
                    }
                    let warmth = 1.0 + 0.5 * (me.enthusiasm + other.enthusiasm);
                    after = if listens && other.leads {
                        before * (1.0 - p.one_way_distrust)
                    } else {
                        before + gain * (1.0 - before) * warmth
                    };
                }
                after += p.trust_return * (floor - after);
                after = after.clamp(0.0, 1.0);
                *trust = after;
                site.room.trusted[target as usize] += after;
                sum += after;
            }
            sums[side] += sum;
        }
        site.room.heard[slot] = heard;
    }
    site.settle_trust(sums, counts);
    // An initiative within one organisation works on the trust inside it.
    site.initiatives.trust.fill(site.trust_means.1);
    for ((sum, number), i) in met.into_iter().zip(ranked) {
        if number > 0 {
            site.initiatives.trust[i as usize] = sum / f64::from(number);
        }
    }
}

fn meet(met: &mut (f64, u32), trust: f64) {
    met.0 += trust;
    met.1 += 1;
}

/// What a month of joint work brings, before the two people's own enthusiasm: live initiatives in falling order (how
/// much, and which), and everybody's work as bits in that order, so that the lowest bit that two people share tells
/// the best. Nothing in common has a place of its own, the last.
fn rank_joint_work(site: &mut Site, p: &Parameters) -> ([f64; MOST + 1], [u8; MOST]) {
    let list = &site.initiatives;
    let mut ranked = [(0.0, 0); MOST];
    let mut number = 0;
    for i in list.living() {
        let work = (list.scale[i] / 0.3).min(1.0);
        ranked[number] = (p.joint_work * (0.5 + 0.5 * list.performance[i]) * work, i);
        number += 1;
    }
    let ranked = &mut ranked[..number];
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let mut joint = [0.0; MOST + 1];
    let mut order = [0; MOST];
    for (rank, &(brings, i)) in ranked.iter().enumerate() {
        (joint[rank], order[rank]) = (brings, i as u8);
        for &member in list.members(i) {
            let present = site.room.active[member as usize] != 0;
            site.room.peers[member as usize].work |= u64::from(present) << rank;
        }
    }
    (joint, order)
}

/// Engagement leads raise the standing of consultation; it fades on its own.
fn consult(site: &mut Site, p: &Parameters) {
    let leads: f64 = if site.mode == Consultation::None {
        0.0
    } else {
        let a = &site.actors;
        a.in_post().filter(|&s| a.engagement[s]).map(|s| a.position[s] * a.vision[s]).sum()
    };
    site.consultation +=
        p.consultation_gain * leads * (1.0 - site.consultation) - p.consultation_fade * site.consultation;
    site.consultation = site.consultation.clamp(0.0, 1.0);
}

/// Openings (another pot, a charity, a partner who would pay) become core money for an initiative only if somebody
/// who works on it is alert and feels able to act (SK-10, IN-18).
fn seize_opening(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let draws = site.streams.get(Purpose::Openings).at(now.month, 0);
    let (open, who, seized) = (draws.uniform(), draws.uniform(), draws.uniform());
    if open >= p.opportunity {
        return;
    }
    let finder = (who * site.actors.len() as f64) as usize;
    let active = site.room.active[finder];
    if active == 0 || seized >= site.actors.seizing[finder] * site.actors.agency[finder] {
        return;
    }
    // The initiative of theirs that lacks most.
    let lacking = (0..site.initiatives.len())
        .filter(|i| active & (1 << i) != 0)
        .max_by(|&a, &b| site.initiatives.core_share[b].total_cmp(&site.initiatives.core_share[a]));
    if let Some(i) = lacking {
        let share = &mut site.initiatives.core_share[i];
        *share += p.opportunity_share * (1.0 - *share);
        let now_has = *share;
        site.notes.initiative(EventKind::OpeningSeized, i, Some(finder), now_has, "");
    }
}

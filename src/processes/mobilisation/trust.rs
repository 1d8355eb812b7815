use crate::scenario::definitions::{
    BOARD_PERFORMANCE, JOINT_WORK_AMPLE, JOINT_WORK_FULL, JOINT_WORK_UNPROVEN, MOST_INITIATIVES, STRONG_TIE,
    TYPICAL_HEADROOM,
};
use crate::scenario::{Consultation, Group, Parameters};
use crate::world::{AcrossFloors, Actors, Peer, Site, bits};

/// One sweep over all pairs of people who know each other, a stretch of those that have the same in common after the other:
/// what each hears from the other, joint work, boards, the return to the floor; and what is known of trust afterwards.
pub(super) fn move_trust(site: &mut Site, p: &Parameters) {
    let brings = joint_work_of_all(site, p);
    let live = site.initiatives.live_bits();
    // Sum and number of the ties across organisations among those who work on each initiative, as they were.
    let mut met = [(0.0, 0.0); MOST_INITIATIVES];
    let on_board = p.board_contact * joint_work(BOARD_PERFORMANCE, p);
    let across = site.floors_across(p);
    let inside = AcrossFloors { lived: p.trust_floor_inside, strangers: p.trust_floor_inside };
    let floors = [inside, across];
    let actors = &site.actors;
    let one_way = site.mode == Consultation::OneWay;
    let offended = |slot: usize, by: usize| offended(actors, slot, by);
    let nobody = |_, _| false;
    let pairs = site.ties.pairs();
    let peers = site.room.peers.as_mut_slice();
    let mut sums = [0.0_f64; 2];
    let mut counts = [0_u32; 2];
    let mut strong = [0_u32; 2];
    for stretch in pairs.stretches {
        let common = &stretch.common;
        let (side, shared, seats) = (usize::from(common.across), common.work & live, common.boards & site.sitting);
        // The best of what they share, not the sum.
        let mut gain = bits(shared).map(|i| brings[i]).fold(0.0, f64::max);
        if seats != 0 {
            gain = gain.max(on_board);
        }
        let range = stretch.first as usize..stretch.end as usize;
        let (ends, trust) = (&pairs.ends[range.clone()], &mut pairs.trust[range]);
        let terms = Terms { gain, floors: floors[side], p };
        let swept = match (one_way, shared != 0 || seats != 0, common.across) {
            (true, ..) => sweep::<true, true>(ends, trust, peers, &terms, offended),
            (false, true, true) => sweep::<true, true>(ends, trust, peers, &terms, nobody),
            (false, true, false) => sweep::<true, false>(ends, trust, peers, &terms, nobody),
            // Most people of a large place do nothing together: their ties do nothing but return to the floor.
            (false, false, true) => sweep::<false, true>(ends, trust, peers, &terms, nobody),
            (false, false, false) => sweep::<false, false>(ends, trust, peers, &terms, nobody),
        };
        sums[side] += swept.after[0] + swept.after[1];
        strong[side] += swept.strong;
        counts[side] += 2 * (stretch.end - stretch.first);
        if common.across {
            for i in bits(shared) {
                met[i].0 += swept.before[0] + swept.before[1];
                met[i].1 += 2.0 * swept.here;
            }
        }
    }
    *pairs.sum = sums[0] + sums[1];
    site.settle_trust(sums, counts, strong[1]);
    // An initiative within one organisation works on the trust inside it.
    site.initiatives.trust.fill(site.trust_means.inside);
    for i in bits(live) {
        let (sum, number) = met[i];
        if number > 0.0 {
            site.initiatives.trust[i] = sum / number;
        }
    }
}

/// What holds for all pairs of a stretch.
struct Terms<'a> {
    gain: f64,
    floors: AcrossFloors,
    p: &'a Parameters,
}

/// What a stretch adds up to, the trust of the lower slots and of the higher ones apart.
#[derive(Default)]
struct Swept {
    /// Trust as it was between those in post, and how many pairs of them.
    before: [f64; 2],
    here: f64,
    /// Trust as it is.
    after: [f64; 2],
    strong: u32,
}

/// `TOGETHER` are pairs who share something; of others only the return to the floor is worked out. `ACROSS` are pairs of two
/// organisations: only of these trust is summed up for what they share, and only these tell strangers apart. `offended` says
/// whether one's trust in the other suffers from the way in which the place consults.
#[inline(always)]
fn sweep<const TOGETHER: bool, const ACROSS: bool>(
    ends: &[[u16; 2]],
    trust: &mut [[f64; 2]],
    peers: &mut [Peer],
    terms: &Terms<'_>,
    offended: impl Fn(usize, usize) -> bool,
) -> Swept {
    let &Terms { gain, floors: AcrossFloors { lived, strangers }, p } = terms;
    let at_any_rate = 1.0 - p.joint_work_time;
    let mut swept = Swept::default();
    for (&[low, high], trust) in ends.iter().zip(trust) {
        let (low, high) = (usize::from(low), usize::from(high));
        let (one, other) = (peers[low].seen, peers[high].seen);
        let before = *trust;
        let mut after = before;
        let mut floor = strangers;
        if ACROSS {
            floor += f64::from(one.lived * other.lived) * (lived - strangers);
        }
        if TOGETHER {
            let here = f64::from(one.here * other.here);
            // Joint work needs the time of both (CC-19, AU-22).
            let time = at_any_rate + p.joint_work_time * least(one.time + other.time, JOINT_WORK_AMPLE);
            let gain = here * gain * time * (one.warmth + other.warmth);
            after = before.map(|trust| trust + gain * (1.0 - trust));
            for (after, (before, (from, to))) in
                after.iter_mut().zip(before.into_iter().zip([(low, high), (high, low)]))
            {
                if offended(from, to) {
                    *after = before * (1.0 - p.one_way_distrust);
                }
            }
            if ACROSS {
                swept.before = add(swept.before, before.map(|trust| here * trust));
                swept.here += here;
            }
        }
        after = after.map(|trust| least(most(trust + p.trust_return * (floor - trust), 0.0), 1.0));
        *trust = after;
        swept.after = add(swept.after, after);
        swept.strong += u32::from(after[0] >= STRONG_TIE) + u32::from(after[1] >= STRONG_TIE);
        peers[low].hear(before[0], &other, after[1]);
        peers[high].hear(before[1], &one, after[0]);
    }
    swept
}

fn add(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [a[0] + b[0], a[1] + b[1]]
}

/// The lesser of two numbers, in one instruction.
fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The greater of two numbers, in one instruction.
fn most(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// Front-line staff who are told instead of asked lose trust in executives.
fn offended(actors: &Actors, slot: usize, by: usize) -> bool {
    actors.group[slot] == Group::FrontLine && actors.present(slot) && actors.group[by] == Group::Executive
}

/// What a person of that headroom brings to the time for joint work of two people, which is 1 where both are typical.
pub(super) fn time_brought(headroom: f64) -> f64 {
    0.5 * headroom / TYPICAL_HEADROOM
}

/// What joint work of that performance brings in a month, at full scale.
fn joint_work(performance: f64, p: &Parameters) -> f64 {
    p.joint_work * (JOINT_WORK_UNPROVEN + (1.0 - JOINT_WORK_UNPROVEN) * performance)
}

/// What a month of joint work on each live initiative brings, before the two people's own time and enthusiasm.
fn joint_work_of_all(site: &Site, p: &Parameters) -> [f64; MOST_INITIATIVES] {
    let list = &site.initiatives;
    let mut brings = [0.0; MOST_INITIATIVES];
    for i in list.living() {
        let work = (list.scale[i] / JOINT_WORK_FULL).min(1.0);
        brings[i] = joint_work(list.performance[i], p) * work;
    }
    brings
}

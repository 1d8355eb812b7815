use crate::scenario::definitions::{
    BOARD_PERFORMANCE, JOINT_WORK_AMPLE, JOINT_WORK_FULL, JOINT_WORK_UNPROVEN, MOST_INITIATIVES, STRONG_TIE,
    TYPICAL_HEADROOM,
};
use crate::scenario::{Consultation, Parameters};
use crate::world::{AcrossFloors, Common, Pairs, Peer, Seen, Site, bits};

/// One sweep over all pairs of people who know each other, a stretch of those that have the same in common after the other:
/// what each hears from the other, joint work, boards, the return to the floor; and what is known of trust afterwards.
pub(super) fn move_trust(site: &mut Site, p: &Parameters) {
    let terms = Terms::of(site, p);
    let Pairs { stretches, ends, trust, sum } = site.ties.pairs();
    let peers = site.room.peers.as_mut_slice();
    let mut found = Found::default();
    for stretch in stretches {
        let range = stretch.first as usize..stretch.end as usize;
        terms.sweep(&ends[range.clone()], &mut trust[range], peers, &stretch.common, &mut found);
    }
    *sum = found.sums[0] + found.sums[1];
    let live = terms.live;
    site.settle_trust(found.sums, found.counts, found.strong);
    // An initiative within one organisation works on the trust inside it.
    site.initiatives.trust.fill(site.trust_means.inside);
    for i in bits(live) {
        let (sum, number) = found.met[i];
        if number > 0.0 {
            site.initiatives.trust[i] = sum / number;
        }
    }
}

/// What holds for all pairs of a site.
struct Terms<'a> {
    /// What joint work on each live initiative and on a board brings.
    brings: [f64; MOST_INITIATIVES + 1],
    on_board: f64,
    /// Live initiatives and sitting boards, as bits.
    live: u64,
    sitting: u16,
    /// Inside organisations and across, by what holds of both people: nothing, in post, there from the start, both.
    known: [[Known; 4]; 2],
    /// The most that a month's time for joint work can be.
    ample: f64,
    /// What a month leaves of trust on its way to the floor.
    keeps: f64,
    one_way: bool,
    p: &'a Parameters,
}

/// What hangs on who the two people of a pair are.
#[derive(Clone, Copy)]
struct Known {
    /// 1 if both are in post, else 0.
    here: f64,
    /// What a month's return to the floor of their trust brings.
    back: f64,
}

impl<'a> Terms<'a> {
    fn of(site: &Site, p: &'a Parameters) -> Terms<'a> {
        let known = |floor| Known { here: 0.0, back: p.trust_return * floor };
        let here = |floor| Known { here: 1.0, ..known(floor) };
        let inside = p.trust_floor_inside;
        let AcrossFloors { lived, strangers } = site.floors_across(p);
        Terms {
            brings: joint_work_of_all(site, p),
            on_board: p.board_contact * joint_work(BOARD_PERFORMANCE, p),
            live: site.initiatives.live_bits(),
            sitting: site.sitting,
            known: [
                [known(inside), here(inside), known(inside), here(inside)],
                [known(strangers), here(strangers), known(lived), here(lived)],
            ],
            ample: time_of(JOINT_WORK_AMPLE, p),
            keeps: 1.0 - p.trust_return,
            one_way: site.mode == Consultation::OneWay,
            p,
        }
    }

    /// Goes through the pairs of one stretch, who have that in common.
    fn sweep(&self, ends: &[[u16; 2]], trust: &mut [[f64; 2]], peers: &mut [Peer], common: &Common, found: &mut Found) {
        let (shared, seats) = (common.work & self.live, common.boards & self.sitting);
        // The best of what they share, not the sum.
        let (first, second, rest) = two_of(shared);
        let two = most(self.brings[first], self.brings[second]);
        let mut gain = bits(rest).map(|i| self.brings[i]).fold(two, most);
        if seats != 0 {
            gain = most(gain, self.on_board);
        }
        let part = Part { gain: self.keeps * gain, shared, terms: self };
        let together = shared != 0 || seats != 0;
        match (self.one_way, together, common.across) {
            (true, _, true) => part.sweep::<true, true, true>(ends, trust, peers, found),
            (true, _, false) => part.sweep::<true, false, true>(ends, trust, peers, found),
            (false, true, true) => part.sweep::<true, true, false>(ends, trust, peers, found),
            (false, true, false) => part.sweep::<true, false, false>(ends, trust, peers, found),
            // Most people of a large place do nothing together: their ties do nothing but return to the floor.
            (false, false, true) => part.sweep::<false, true, false>(ends, trust, peers, found),
            (false, false, false) => part.sweep::<false, false, false>(ends, trust, peers, found),
        }
    }
}

/// What all stretches add up to, inside organisations and across.
struct Found {
    sums: [f64; 2],
    counts: [u32; 2],
    /// Strong ties across.
    strong: u32,
    /// Sum and number of the ties across organisations among those who work on each initiative, as they were.
    met: [(f64, f64); MOST_INITIATIVES + 1],
}

impl Found {
    fn meet(&mut self, i: usize, sum: f64, number: f64) {
        let met = &mut self.met[i];
        *met = (met.0 + sum, met.1 + number);
    }
}

impl Default for Found {
    fn default() -> Found {
        Found { sums: [0.0; 2], counts: [0; 2], strong: 0, met: [(0.0, 0.0); MOST_INITIATIVES + 1] }
    }
}

/// What holds for the pairs of one stretch. Pairs who share something are `TOGETHER`; of others only the return to the floor is worked
/// out. `ACROSS` are pairs of two organisations: only of these trust is summed up for what they share, and only these tell strangers
/// apart. `ONE_WAY` is where people are told instead of asked, and trust less for it.
struct Part<'a> {
    /// What a month leaves of what joint work brings.
    gain: f64,
    /// Live initiatives that they share, as bits.
    shared: u64,
    terms: &'a Terms<'a>,
}

impl Part<'_> {
    #[inline(always)]
    fn sweep<const TOGETHER: bool, const ACROSS: bool, const ONE_WAY: bool>(
        &self,
        ends: &[[u16; 2]],
        trust: &mut [[f64; 2]],
        peers: &mut [Peer],
        found: &mut Found,
    ) {
        let side = usize::from(ACROSS);
        found.counts[side] += 2 * ends.len() as u32;
        // Of lower slots and of higher ones apart.
        let (mut after, mut before, mut here, mut strong) = ([0.0; 2], [0.0; 2], 0, 0);
        for (&ends, trust) in ends.iter().zip(trust) {
            let met = self.meet::<TOGETHER, ACROSS, ONE_WAY>(ends, trust, peers);
            after = add(after, met.after);
            if ACROSS {
                strong += u32::from(met.after[0] >= STRONG_TIE) + u32::from(met.after[1] >= STRONG_TIE);
                if TOGETHER {
                    before = add(before, met.before);
                    here += met.here;
                }
            }
        }
        found.sums[side] += after[0] + after[1];
        found.strong += strong;
        if ACROSS && TOGETHER {
            let (sum, number) = (before[0] + before[1], 2.0 * f64::from(here));
            let (first, second, rest) = two_of(self.shared);
            found.meet(first, sum, number);
            found.meet(second, sum, number);
            for i in bits(rest) {
                found.meet(i, sum, number);
            }
        }
    }

    /// What a month does to the trust of a pair, and what the two hear from each other.
    #[inline(always)]
    fn meet<const TOGETHER: bool, const ACROSS: bool, const ONE_WAY: bool>(
        &self,
        [low, high]: [u16; 2],
        trust: &mut [f64; 2],
        peers: &mut [Peer],
    ) -> Met {
        let (low, high, keeps) = (usize::from(low), usize::from(high), self.terms.keeps);
        let (one, other) = (peers[low].seen, peers[high].seen);
        let before = *trust;
        let both = one.who & other.who;
        let known = self.terms.known[usize::from(ACROSS)][(both & (Seen::HERE | Seen::LIVED)) as usize];
        // Of what trust is a part stays, to which joint work and the return to the floor add theirs.
        let (mut stays, mut adds) = ([keeps; 2], [known.back; 2]);
        if TOGETHER {
            // Joint work needs the time of both (CC-19, AU-22).
            let time = least(one.time + other.time, self.terms.ample);
            let gain = known.here * self.gain * time * (one.warmth + other.warmth);
            stays = [keeps - gain; 2];
            adds = [known.back + gain; 2];
            if ONE_WAY {
                let distrusted = keeps * (1.0 - self.terms.p.one_way_distrust);
                let offended = [one.offended_by(&other), other.offended_by(&one)];
                for ((stays, adds), offended) in stays.iter_mut().zip(&mut adds).zip(offended) {
                    *stays = either(offended, distrusted, *stays);
                    *adds = either(offended, known.back, *adds);
                }
            }
        }
        // Never below 0: on the way from what is not to what is not.
        let after = [0, 1].map(|side| least(stays[side] * before[side] + adds[side], 1.0));
        *trust = after;
        peers[low].hear(before[0], &other, after[1]);
        peers[high].hear(before[1], &one, after[0]);
        Met { before: before.map(|trust| known.here * trust), here: (both & Seen::HERE) as u32, after }
    }
}

/// What is known of a pair after a month.
struct Met {
    /// Trust as it was, if both are in post, else 0; and whether they are.
    before: [f64; 2],
    here: u32,
    /// Trust as it is.
    after: [f64; 2],
}

/// `yes` where it is so, else `no`: bit by bit, since nobody can guess which.
#[inline(always)]
fn either(is_so: bool, yes: f64, no: f64) -> f64 {
    let (yes, no, mask) = (yes.to_bits(), no.to_bits(), u64::from(is_so).wrapping_neg());
    f64::from_bits(no ^ (yes ^ no) & mask)
}

/// The first two of a set, or the place beyond the last for want of one, and the rest: most pairs share one or two, and nobody can guess
/// which.
#[inline(always)]
fn two_of(set: u64) -> (usize, usize, u64) {
    let but_one = set & set.wrapping_sub(1);
    (set.trailing_zeros() as usize, but_one.trailing_zeros() as usize, but_one & but_one.wrapping_sub(1))
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

/// What people bring to the time for joint work of two, by their headroom; 1 where both are typical.
pub(super) fn time_brought(p: &Parameters) -> impl Fn(f64) -> f64 {
    let (at_any_rate, each) = (0.5 * time_of(0.0, p), 0.5 * p.joint_work_time / TYPICAL_HEADROOM);
    move |headroom| at_any_rate + each * headroom
}

/// The time for joint work of two people whose mean headroom is that many times what is typical.
fn time_of(headroom: f64, p: &Parameters) -> f64 {
    1.0 - p.joint_work_time + p.joint_work_time * headroom
}

/// What joint work of that performance brings in a month, at full scale.
fn joint_work(performance: f64, p: &Parameters) -> f64 {
    p.joint_work * (JOINT_WORK_UNPROVEN + (1.0 - JOINT_WORK_UNPROVEN) * performance)
}

/// What a month of joint work on each live initiative brings, before the two people's own time and enthusiasm.
fn joint_work_of_all(site: &Site, p: &Parameters) -> [f64; MOST_INITIATIVES + 1] {
    let list = &site.initiatives;
    let mut brings = [0.0; MOST_INITIATIVES + 1];
    for i in list.living() {
        let work = (list.scale[i] / JOINT_WORK_FULL).min(1.0);
        brings[i] = joint_work(list.performance[i], p) * work;
    }
    brings
}

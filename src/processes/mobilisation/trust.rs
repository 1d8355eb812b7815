use crate::scenario::definitions::{BOARD_PERFORMANCE, MOST_INITIATIVES, STRONG_TIE, TYPICAL_HEADROOM};
use crate::scenario::{Consultation, Group, Parameters};
use crate::world::{Heard, Site, formality};

/// One sweep over all ties: what each person hears through them, joint work, boards, the return to the floor; and what
/// is known of trust afterwards. Nothing here depends on the order of people or ties.
pub(super) fn move_trust(site: &mut Site, p: &Parameters) {
    let (joint, ranked) = rank_joint_work(site, p);
    // Sum and number of the ties across organisations among those who work on each initiative, as they were.
    let mut met = [(0.0, 0_u32); MOST_INITIATIVES + 1];
    let on_board = p.board_contact * joint_work(BOARD_PERFORMANCE, p);
    let at_any_rate = 1.0 - p.joint_work_time;
    let floor_across = site.floor_across(p).clamp(0.0, 1.0);
    let one_way = site.mode == Consultation::OneWay;
    let mut sums = [0.0_f64; 2];
    let mut counts = [0_u32; 2];
    let mut strong = [0_u32; 2];
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
            let (mut sum, mut firm) = (0.0, 0);
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
                    // Joint work needs the time of both (CC-19, AU-22).
                    gain *= at_any_rate + p.joint_work_time * (me.time + other.time).min(p.joint_work_ample);
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
                firm += u32::from(after >= STRONG_TIE);
            }
            sums[side] += sum;
            strong[side] += firm;
        }
        site.room.heard[slot] = heard;
    }
    site.settle_trust(sums, counts, strong[1]);
    // An initiative within one organisation works on the trust inside it.
    site.initiatives.trust.fill(site.trust_means.inside);
    for ((sum, number), i) in met.into_iter().zip(ranked) {
        if number > 0 {
            site.initiatives.trust[i as usize] = sum / f64::from(number);
        }
    }
}

/// What a person of that headroom brings to the time for joint work of two people, which is 1 where both are typical.
pub(super) fn time_brought(headroom: f64) -> f64 {
    0.5 * headroom / TYPICAL_HEADROOM
}

/// What joint work of that performance brings in a month, at full scale.
fn joint_work(performance: f64, p: &Parameters) -> f64 {
    p.joint_work * (p.joint_work_unproven + (1.0 - p.joint_work_unproven) * performance)
}

fn meet(met: &mut (f64, u32), trust: f64) {
    met.0 += trust;
    met.1 += 1;
}

/// What a month of joint work brings, before the two people's own enthusiasm: live initiatives in falling order (how
/// much, and which), and everybody's work as bits in that order, so that the lowest bit that two people share tells
/// the best. Nothing in common has a place of its own, the last.
fn rank_joint_work(site: &mut Site, p: &Parameters) -> ([f64; MOST_INITIATIVES + 1], [u8; MOST_INITIATIVES]) {
    let list = &site.initiatives;
    let mut ranked = [(0.0, 0); MOST_INITIATIVES];
    let mut number = 0;
    for i in list.living() {
        // Of no scale at all, where none is asked for, as well: not a number counts as 1.
        let work = (list.scale[i] / p.joint_work_full).min(1.0);
        ranked[number] = (joint_work(list.performance[i], p) * work, i);
        number += 1;
    }
    let ranked = &mut ranked[..number];
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let mut joint = [0.0; MOST_INITIATIVES + 1];
    let mut order = [0; MOST_INITIATIVES];
    for (rank, &(brings, i)) in ranked.iter().enumerate() {
        (joint[rank], order[rank]) = (brings, i as u8);
        for &member in list.members(i) {
            let present = site.room.active[member as usize] != 0;
            site.room.peers[member as usize].work |= u64::from(present) << rank;
        }
    }
    (joint, order)
}

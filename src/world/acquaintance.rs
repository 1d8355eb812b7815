use super::counted::counted;
use super::ties::Pair;
use super::{Actors, Blueprint, Initiatives, Link, Site};
use crate::random::Stream;
use crate::scenario::definitions::{TIES_CROWD, TRUST_SPREAD, USUAL_POPULATION};
use crate::scenario::{Group, Parameters};

/// Who knows whom by organisation, leadership and spanning posts, before initiatives bring people together.
///
/// One draw for each pair, at a place fixed by the pair; how far it lies below the chance of the tie gives the noise
/// in its trust, so that a tie needs no further draw.
pub(super) fn acquaint(
    actors: &Actors,
    organisation_row: &[u32],
    spec: &crate::scenario::Site,
    start_trust: f64,
    p: &Parameters,
    stream: &mut Stream,
) -> Vec<Pair> {
    let people = actors.len();
    let thin = libm::pow(USUAL_POPULATION / spec.population, p.population_exponent);
    let across = (p.ties_across * thin).min(1.0);
    let spanner = (p.ties_spanner * thin).min(1.0);
    let leaders = (p.ties_leaders * start_trust).min(1.0);
    let mut pairs = Vec::with_capacity(people * 8);
    let draws = stream.row(0);
    // By the later of the two, so that people added at the end leave the draws of the others where they are.
    for high in 0..people {
        let home = actors.organisation[high] as usize;
        let size = f64::from(organisation_row[home + 1] - organisation_row[home]);
        let inside = p.ties_inside * (TIES_CROWD / size).min(1.0);
        let leads = actors.group[high] == Group::Executive;
        for low in 0..high {
            let same = actors.organisation[low] as usize == home;
            let chance = if same {
                inside
            } else if leads && actors.group[low] == Group::Executive {
                leaders
            } else if actors.spanner[low] || actors.spanner[high] {
                spanner
            } else {
                across
            };
            let draw = draws.uniform();
            if draw < chance {
                let level = if same { p.trust_floor_inside } else { start_trust };
                let noise = draw / chance;
                let other = noise * 1024.0 - libm::floor(noise * 1024.0);
                let trust = [noise, other].map(|n| (level + 2.0 * TRUST_SPREAD * (n - 0.5)).clamp(0.0, 1.0));
                pairs.push(Pair { low: low as u16, high: high as u16, trust });
            }
        }
    }
    pairs
}

/// Adds the missing pairs among members of one initiative, at the start level across and the floor inside.
pub(super) fn introduce_members(
    mut pairs: Vec<Pair>,
    actors: &Actors,
    initiatives: &Initiatives,
    start_trust: f64,
    inside: f64,
) -> Vec<Pair> {
    let known = pairs.len();
    for i in 0..initiatives.len() {
        let members = initiatives.members(i);
        for (n, &one) in members.iter().enumerate() {
            for &other in &members[n + 1..] {
                let (low, high) = (one.min(other), one.max(other));
                let same = actors.organisation[low as usize] == actors.organisation[high as usize];
                pairs.push(Pair { low, high, trust: [if same { inside } else { start_trust }; 2] });
            }
        }
    }
    if pairs.len() == known {
        return pairs;
    }
    // By the earlier and then the later of the two. Those who know each other already come first among equals, and stay.
    let people = actors.len();
    let by_high = counted(0..pairs.len() as u32, people, |n| pairs[n as usize].high.into());
    let order = counted(by_high, people, |n| pairs[n as usize].low.into());
    let mut sorted: Vec<Pair> = Vec::with_capacity(pairs.len());
    for n in order {
        let pair = pairs[n as usize];
        if sorted.last().is_none_or(|last| (last.low, last.high) != (pair.low, pair.high)) {
            sorted.push(pair);
        }
    }
    sorted
}

/// Every spanner knows people in two other places, of its own region if there are any.
pub(super) fn link_spanners(site: &mut Site, plan: &Blueprint, stream: &mut Stream) {
    let others = |same_region: bool| {
        let region = site.region;
        let id = site.id;
        plan.members
            .iter()
            .copied()
            .filter(|&m| m != id && (!same_region || plan.scenario.sites[m as usize].region.map(|r| r.0) == region))
            .collect::<Vec<u32>>()
    };
    if !site.actors.spanner.contains(&true) {
        return;
    }
    let near = others(true);
    let reach = if near.is_empty() { others(false) } else { near };
    if reach.is_empty() {
        return;
    }
    for slot in 0..site.actors.len() {
        if site.actors.spanner[slot] {
            let draws = stream.at(0, slot as u32);
            let number = reach.len() as u32;
            let first = draws.below(number);
            site.links.push(Link { slot: slot as u16, site: reach[first as usize] });
            // The second is another one, if there is another one.
            let second = draws.below(number.saturating_sub(1));
            if number > 1 {
                let other = (second + u32::from(second >= first)) as usize;
                site.links.push(Link { slot: slot as u16, site: reach[other] });
            }
        }
    }
}

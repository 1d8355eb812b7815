use super::Now;
use crate::quantity::{KindId, exp};
use crate::random::{Key, Stream};
use crate::record::{Event, EventKind};
use crate::scenario::definitions::{
    COPY_RECOVERY, MOST_CARRIERS, MOST_INITIATIVES, SIMPLE_COPY, UNSKILLED, VISIBLE_UNPROVEN,
};
use crate::scenario::{Group, Origin};
use crate::world::{Blueprint, Leaver, Link, NOBODY, Nation, NextPost, Purpose, Site, World, bits, mean};

/// 9 Spread, first part: what can be seen of each kind from outside, and where leavers arrive (model 6.9). Reads the
/// sites in their order and writes the nation.
pub fn gather_spread(world: &mut World, plan: &Blueprint) {
    let p = &plan.scenario.parameters;
    let nation = &mut world.nation;
    nation.claim = mean(world.sites.iter().filter(|site| site.member).map(|site| site.standing.official), 0.0);
    nation.visible.fill(0.0);
    nation.source_fit.fill(0.0);
    nation.source_evidence.fill(0.0);
    // What has one name and is many things cannot be compared.
    let alike = 1.0 - plan.scenario.programme.ambiguity.get();
    let mut best = [0.0_f64; MOST_INITIATIVES];
    for standing in &mut nation.standing {
        *standing += COPY_RECOVERY * (1.0 - *standing);
    }
    for (s, site) in world.sites.iter_mut().enumerate() {
        let list = &site.initiatives;
        let mut kinds = 0;
        for i in list.living() {
            let bit = list.kind_bit[i];
            if bit == 0 {
                continue;
            }
            kinds |= bit;
            let kind = bit.trailing_zeros() as usize;
            let comparable = if site.member && list.origin[i] == Origin::Programme { alike } else { 1.0 };
            nation.visible[kind] +=
                list.performance[i] * (VISIBLE_UNPROVEN + (1.0 - VISIBLE_UNPROVEN) * (list.evidence[i] * comparable));
            if list.performance[i] > best[kind] {
                best[kind] = list.performance[i];
                // What was made to fit there does not travel (SP-07).
                nation.source_fit[kind] = (list.fit[i] - p.tailored_lost * list.tailored[i]).max(0.0);
                nation.source_evidence[kind] = list.evidence[i];
            }
        }
        nation.kinds_of_site[s] = kinds;
        // A failure that is not told warns nobody.
        for kind in bits(std::mem::take(&mut site.failed_copies)) {
            nation.standing[kind] *= 1.0 - p.copy_harm * (1.0 - site.standing.good_news);
        }
    }
    for s in 0..world.sites.len() {
        for n in 0..world.sites[s].leaving.len() {
            let Leaver { to, kinds } = world.sites[s].leaving[n];
            let arrivals = match to {
                NextPost::Site(site) => Some(&mut world.sites[site as usize].carriers),
                NextPost::Region => world.sites[s].region.and_then(|r| {
                    let posts = plan.scenario.regions[r as usize].posts;
                    world.nation.regions[r as usize].take_in(posts)
                }),
            };
            if let Some(carriers) = arrivals {
                for kind in bits(kinds) {
                    carriers[kind] = carriers[kind].saturating_add(1);
                }
            }
        }
        world.sites[s].leaving.clear();
    }
}

/// How little its complexity deters from a kind.
fn simplicity(plan: &Blueprint, kind: KindId) -> f64 {
    let complexity = plan.scenario.kinds[kind.index()].attributes.complexity.get();
    libm::pow(1.0 - complexity, plan.scenario.parameters.complexity_penalty)
}

/// 9 Spread, second part: regions with people in regional posts adopt kinds and put a mandate on their sites.
/// Returns what was adopted.
pub fn spread_to_regions(nation: &mut Nation, plan: &Blueprint, month: u32, seed: u64, replicate: u64) -> Vec<Event> {
    let programme = &plan.scenario.programme;
    let mut events = Vec::new();
    if programme.successor_start.is_none_or(|start| start > month as i32) {
        return events;
    }
    for r in 0..nation.regions.len() {
        let key = Key { seed, replicate, process: Purpose::Regions as u32, site: r as u32 };
        let draws = &mut Stream::new(key);
        draws.row(month);
        let bridged = programme.bridge.get() * MOST_CARRIERS;
        let (p, lead) = (&plan.scenario.parameters, &mut nation.regions[r].lead);
        let key = Key { seed, replicate, process: Purpose::RegionLeads as u32, site: r as u32 };
        lead.pass_month(p.leave_manager, plan, month, &mut Stream::new(key));
        let led = lead.reach();
        let at_home = plan
            .members
            .iter()
            .filter(|&&m| plan.scenario.sites[m as usize].region.is_some_and(|region| region.index() == r))
            .fold(0, |bits, &m| bits | nation.kinds_of_site[m as usize]);
        for (kind, id) in plan.copyable.iter().enumerate() {
            let draw = draws.uniform();
            let region = &mut nation.regions[r];
            let bridge = if at_home & (1 << kind) != 0 { bridged } else { 0.0 };
            let carriers = f64::from(region.carriers[kind]).min(MOST_CARRIERS) + bridge;
            if carriers <= 0.0 || region.adopted & (1 << kind) != 0 {
                continue;
            }
            let seen = nation.visible[kind].min(1.0) * nation.standing[kind];
            let exposure = 1.0 - exp(-seen * p.exposure_carrier * carriers.min(MOST_CARRIERS));
            if draw < p.region_adopt * led * exposure * simplicity(plan, *id) {
                region.adopted |= 1 << kind;
                events.push(Event {
                    month,
                    site: None,
                    kind: EventKind::RegionAdopted,
                    initiative: None,
                    actor: None,
                    value: exposure,
                    name: format!("{}: {}", plan.scenario.regions[r].name, plan.scenario.kinds[id.index()].name),
                });
            }
        }
    }
    events
}

/// 9 Spread, third part: a site adopts kinds that it never had, from what it is exposed to and ready for.
pub fn adopt(site: &mut Site, now: &Now<'_>) {
    let (p, plan, nation) = (now.parameters(), now.plan, now.nation);
    let every = now.programme().support.learning_event_every;
    let since = now.t() - now.programme().start;
    let event = site.member && now.plan.running(now.t()) && every > 0 && since % every as i32 == 0;
    let events = if event { p.exposure_event * (UNSKILLED + harness(site)) } else { 0.0 };
    // Worked out where it is asked for, which is not in most months.
    let mut ready = None;
    let mandated = site.region.map_or(0, |r| nation.regions[r as usize].adopted);
    let mut linked = [0_u8; MOST_INITIATIVES];
    // Spanners come to know other places through the programme; each counts once for a kind.
    let linked_up = now.t() >= now.programme().start;
    for (n, &Link { slot, site: other }) in site.links.iter().enumerate().filter(|_| linked_up) {
        if site.actors.present(slot as usize) {
            let earlier = site.links[..n].iter().filter(|link| link.slot == slot);
            let seen = earlier.fold(site.had, |bits, link| bits | nation.kinds_of_site[link.site as usize]);
            for kind in bits(nation.kinds_of_site[other as usize] & !seen) {
                linked[kind] += 1;
            }
        }
    }
    // What has one name and is many things cannot be written down either.
    let written = now.programme().support.guides * (1.0 - now.programme().ambiguity.get());
    let guides = if linked_up { p.exposure_carrier * written } else { 0.0 };
    let contact = |site: &Site, kind: usize| {
        let carriers = f64::from(site.carriers[kind]).min(MOST_CARRIERS);
        p.exposure_carrier * carriers + p.exposure_spanner * f64::from(linked[kind])
    };
    let is_exposed = |site: &Site, kind: usize| {
        site.had & (1 << kind) == 0 && nation.visible[kind] > 0.0 && contact(site, kind) + guides + events > 0.0
    };
    // Nobody beyond the last of them needs a draw.
    let Some(last) = (0..plan.copyable.len()).rev().find(|&kind| is_exposed(site, kind)) else { return };
    site.streams.get(Purpose::Adoption).row(now.month);
    for (kind, id) in plan.copyable.iter().enumerate().take(last + 1) {
        let draw = site.streams.get(Purpose::Adoption).uniform();
        if !is_exposed(site, kind) {
            continue;
        }
        let seen = nation.visible[kind].min(1.0);
        // At events one hears what is claimed, where only good news is told.
        let told = seen + site.standing.good_news * (nation.claim - seen).max(0.0);
        let (heard, read) = (seen * contact(site, kind) + told * events, seen * guides);
        let exposure = 1.0 - exp(-nation.standing[kind] * (heard + read));
        let offered = plan.contract_for(id.0, now.t()).is_some();
        let mandate = mandated & (1 << kind) != 0 || offered;
        let push = if mandate { 1.0 + p.mandate_adoption } else { 1.0 };
        let ready = *ready.get_or_insert_with(|| readiness(site, now));
        if draw < exposure * ready * simplicity(plan, *id) * push {
            // A guide has the form; what it is for is told by those who have done it (SP-04, SP-06).
            let purpose = if read > 0.0 { heard / (heard + read) } else { 1.0 };
            copy(site, id.index(), Taken { mandate, purpose }, now);
        }
    }
}

/// How a kind is taken up.
#[derive(Clone, Copy, Debug)]
struct Taken {
    /// Under a mandate.
    mandate: bool,
    /// The part of it, 0..1, that was learnt from people and not from a guide.
    purpose: f64,
}

/// External support of the best spanner in post.
fn harness(site: &Site) -> f64 {
    let a = &site.actors;
    a.in_post().filter(|&s| a.spanner[s]).map(|s| a.external_support[s]).fold(0.0, f64::max)
}

/// What a site brings to any copy; a copy that it makes this month does not change it.
fn readiness(site: &Site, now: &Now<'_>) -> f64 {
    let (p, a) = (now.parameters(), &site.actors);
    let managers = mean(a.in_post().filter(|&s| a.group[s] == Group::Manager).map(|s| a.headroom[s]), 0.0);
    let pressure = site.pressure(now.month);
    p.adopt_norm * site.collaboration.now + p.adopt_deficit * pressure + p.adopt_headroom * managers
}

/// A copy starts with what of the source's fit travels, and what local work makes good: w is the part that has to be
/// made locally, E the brokering of its best placed member.
fn copy(site: &mut Site, kind: usize, taken: Taken, now: &Now<'_>) {
    let p = now.parameters();
    let Some(i) = site.add_copy(kind, now.month, now.plan, now.nation) else { return };
    let complexity = now.scenario().kinds[kind].attributes.complexity.get();
    let local = (p.copy_weight * (SIMPLE_COPY + complexity)).min(1.0);
    let best = site.best_placed(i, |slot| site.actors.organisation[slot] == site.initiatives.lead[i]);
    let effort = if best == NOBODY { 0.0 } else { site.actors.brokerage(best as usize) };
    let fit = &mut site.initiatives.fit[i];
    *fit = (*fit * (1.0 - local) + local * effort).clamp(0.0, 1.0);
    let fit = *fit;
    site.initiatives.mandated[i] = taken.mandate;
    site.initiatives.engagement[i] = effort * taken.purpose;
    site.notes.initiative(EventKind::Copied { mandate: taken.mandate }, i, None, fit);
}

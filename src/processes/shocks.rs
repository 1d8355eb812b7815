use super::Now;
use crate::quantity::{RegionId, ShockTopic, SiteId};
use crate::record::{EventKind, Leaving};
use crate::scenario::definitions::{NARROWING_PERMISSIVENESS, SHIFT_BADGE};
use crate::scenario::{Group, Scope, Shock, ShockKind, StaffTarget, Timing};
use crate::world::{ABSENT, Audience, Passing, Purpose, Site};

/// 1 Shocks: those scheduled or drawn for this month strike, and are interpreted locally (model 6.1).
///
/// The objective part changes money, people or standing as it is; the felt part lowers enthusiasm and agency by what
/// the site's interpretive capacity does not absorb, and an economic shock is framed as a crisis by what it does. A loss of people
/// is felt by whoever leaned on them.
pub fn strike(site: &mut Site, now: &Now<'_>) {
    for (number, shock) in now.scenario().shocks.iter().enumerate() {
        if strikes(site, shock, number, now.month) {
            site.notes.site(EventKind::Shock(shock.kind), shock.magnitude);
            let (magnitude, audience, p) = (felt_magnitude(shock, now), narrowed_to(shock), now.parameters());
            if shock.kind.row().leavers {
                site.room.spared.fill(1.0);
                happen(site, shock, number as u32, now);
                site.miss(magnitude, audience, p);
            } else {
                happen(site, shock, number as u32, now);
                site.feel(magnitude, shock.kind.economic(), audience, p);
            }
        }
    }
}

/// Whether a shock, at this place in the scenario's list, strikes a site in a month: a matter of their draws alone.
pub fn strikes(site: &mut Site, shock: &Shock, number: usize, month: u32) -> bool {
    let due = match shock.timing {
        Timing::Month(given) => given == month,
        Timing::Rate(rate) => site.streams.get(Purpose::Shocks).at(month, number as u32).uniform() < rate,
    };
    due && shock.scope.concerns(SiteId(site.id), site.member, site.region.map(RegionId))
}

/// What is felt of a shock before interpretation: its magnitude; of an award below the bid a part, and only when the
/// award is told; of rules that are eased nothing.
fn felt_magnitude(shock: &Shock, now: &Now<'_>) -> f64 {
    match shock.kind {
        kind if kind.row().topic == ShockTopic::Programme && now.t() <= now.programme().start => 0.0,
        ShockKind::AwardBelowBid => now.parameters().money_felt * shock.magnitude,
        _ => shock.magnitude.max(0.0),
    }
}

/// Whom it strikes within the site.
fn narrowed_to(shock: &Shock) -> Audience {
    match shock.scope {
        Scope::Organisation(_, o) => Audience::Organisation(o.index()),
        Scope::Initiative(_, i) => Audience::Initiative(i.index()),
        _ => Audience::Everybody,
    }
}

/// The month until which a shock of `duration` months lasts; 0 months is for good.
fn until(duration: u32, now: &Now<'_>) -> u32 {
    if duration == 0 { u32::MAX } else { now.month.saturating_add(duration) }
}

/// The objective part.
fn happen(site: &mut Site, shock: &Shock, number: u32, now: &Now<'_>) {
    let (mu, p) = (shock.magnitude, now.parameters());
    match shock.kind {
        ShockKind::AwardBelowBid => {
            let share = 1.0 - mu;
            if shock.duration > 0 && site.money.award > 0.0 {
                site.money.passing = Passing { value: share / site.money.award, until: until(shock.duration, now) };
            } else {
                site.money.award = share;
                site.money.below_bid = Some(share);
            }
        }
        ShockKind::FundingCut | ShockKind::FundingWithdrawal => {
            let left = if shock.kind == ShockKind::FundingWithdrawal { 0.0 } else { 1.0 - mu };
            if let Scope::Initiative(_, i) = shock.scope {
                // Money for one initiative: its core money is what can be cut on its own.
                site.initiatives.keep_core(i.index(), left);
            } else if shock.duration == 0 {
                site.money.kept *= left;
            } else {
                site.money.passing = Passing { value: left, until: until(shock.duration, now) };
            }
        }
        ShockKind::FundingDelay => site.money.held.until = until(shock.duration, now),
        ShockKind::PriceChange => {
            site.money.price = Passing { value: 1.0 + mu, until: until(shock.duration, now) };
        }
        ShockKind::StaffLoss => lose_staff(site, shock, number, now),
        ShockKind::LeadershipChange => {
            for slot in 0..site.actors.len() {
                if site.concerned(narrowed_to(shock), slot) && site.actors.group[slot] == Group::Executive {
                    site.lose(slot, now.month, now.plan, p, Leaving::Shock(shock.kind));
                }
            }
        }
        ShockKind::MetricNarrowing => {
            let shifted = &mut site.standing.shifted;
            shifted.metric_focus += mu * (1.0 - shifted.metric_focus);
            shifted.permissiveness += NARROWING_PERMISSIVENESS * mu * (1.0 - shifted.permissiveness);
        }
        ShockKind::PolicyShift => {
            site.standing.badge *= 1.0 - SHIFT_BADGE * mu;
            site.standing.shifted.permissiveness += mu * (1.0 - site.standing.shifted.permissiveness);
        }
        ShockKind::LegislationChange => site.standing.shifted.legislation += mu,
        ShockKind::NewEntrant => enter(site, mu, now),
        ShockKind::SpecialMeasures => site.doubt(mu, narrowed_to(shock), p),
        ShockKind::DemandSurge => {
            site.standing.surge = Passing { value: mu, until: until(shock.duration, now) };
        }
    }
}

/// Who leaves in a loss of staff: ranked by the target, ties and `Random` by a draw of the slot's own.
fn lose_staff(site: &mut Site, shock: &Shock, number: u32, now: &Now<'_>) {
    let p = now.parameters();
    // One row of draws per shock: two losses in one month strike different people.
    let draws = site.streams.get(Purpose::Struck).row(now.month * 64 + number % 64);
    site.room.draws.fill_with(|| draws.uniform());
    let concerned = |site: &Site, slot: usize| {
        let target = match shock.target {
            StaffTarget::Champions => site.actors.champions[slot] != 0,
            StaffTarget::Spanners => site.actors.spanner[slot],
            StaffTarget::Leaders => site.actors.group[slot] == Group::Executive,
            StaffTarget::Random | StaffTarget::BestConnected => true,
        };
        target && site.concerned(narrowed_to(shock), slot)
    };
    let pool = (0..site.actors.len()).filter(|&s| concerned(site, s)).count();
    let share = (shock.magnitude * pool as f64).round() as usize;
    let count = shock.count.map_or(share, |c| c as usize).min(pool);
    for slot in 0..site.actors.len() {
        let rank = match shock.target {
            StaffTarget::Leaders => site.actors.hierarchical[slot],
            StaffTarget::BestConnected => site.ties.across(slot).len() as f64,
            _ => 0.0,
        };
        site.room.pull[slot] =
            if concerned(site, slot) { 1e6 * rank + site.room.draws[slot] } else { f64::NEG_INFINITY };
    }
    for _ in 0..count {
        let first =
            (0..site.actors.len()).fold(0, |best, s| if site.room.pull[s] > site.room.pull[best] { s } else { best });
        site.room.pull[first] = f64::NEG_INFINITY;
        site.lose(first, now.month, now.plan, p, Leaving::Shock(shock.kind));
    }
}

/// A new provider takes its seats and the norm of collaboration suffers by what nobody can interpret.
fn enter(site: &mut Site, mu: f64, now: &Now<'_>) {
    let loss = now.parameters().entrant_norm * mu * (1.0 - site.standing.interpretation);
    site.collaboration.now = (site.collaboration.now - loss).max(0.0);
    for organisation in 0..site.ways.len() {
        if site.ways[organisation].enters {
            for slot in site.slots_of(organisation) {
                if site.actors.vacancy[slot] == ABSENT {
                    site.actors.vacancy[slot] = 1;
                }
            }
        }
    }
}

use super::Switches;
use super::observe::Row;
use super::site_metrics::look;
use crate::processes::{
    Now, adopt, decide_continuation, draw_authority, fund, gather_spread, implement, mobilise, resource, run_programme,
    spread_to_regions, steer, strike, take_results, turn_over,
};
use crate::record::Event;
use crate::world::{Blueprint, Nation, Room, Site, World, build_site};
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// The number of the model: what stands for its results. One and the same number makes the same numbers of a
/// checked scenario, seed and replicate, to the last bit; whatever changes a result of any takes the next number. So results that
/// are kept (a run that is resumed, a story, a report) tell by it whether this program would still make them, whatever
/// its version. `tests/baseline.rs` holds it to the reviewed results, `tests/models.txt` lists all numbers.
pub const MODEL: u32 = 8;

/// From this many sites on they are worked on side by side.
pub(super) const SIDE_BY_SIDE: usize = 64;

/// Builds all sites, side by side where they are many; none if it is stopped.
pub(super) fn build_sites(course: &Course<'_>, notes: bool) -> Option<Vec<Site>> {
    let Course { plan, seed, replicate, stop, .. } = *course;
    let number = plan.scenario.sites.len();
    let site = |id: usize| (!stop.load(Ordering::Relaxed)).then(|| build_site(plan, id, seed, replicate, notes));
    if number >= SIDE_BY_SIDE {
        (0..number).into_par_iter().map(site).collect()
    } else {
        (0..number).map(site).collect()
    }
}

/// Who runs a month, and as which replicate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<'a> {
    pub(super) plan: &'a Blueprint,
    pub(super) seed: u64,
    pub(super) replicate: u64,
    pub(super) switches: Switches,
    /// Set by whoever wants no more of it: what is not yet done of a month is left out, so that the world is of no use.
    pub(super) stop: &'a AtomicBool,
}

/// A stop flag that nobody sets.
pub(super) static NEVER: AtomicBool = AtomicBool::new(false);

/// One month, in the order of the model's description:
///
/// 1. shocks, 2. programme and its money, 3. authority, 4. mobilisation, 5. resourcing, 6. implementation,
///    7. continuation, 8. turnover (a site at a time: they share nothing but the nation as the last month left it);
/// 9. spread (leavers arrive, regions adopt, sites adopt).
///
/// Observation (10) follows in the caller. Returns what happened to regions.
pub(super) fn run_month(world: &mut World, course: &Course<'_>, month: u32) -> Vec<Event> {
    run_month_beside(world, course, month, &mut [])
}

/// A site in an altered future, which runs beside the world: everything elsewhere takes the course that it takes there.
#[derive(Clone, Debug)]
pub(super) struct Beside<'a> {
    pub(super) site: Site,
    pub(super) plan: &'a Blueprint,
    /// Nothing more is asked of it: its months stand still.
    pub(super) settled: bool,
}

/// The same with altered sites beside the world, which see it and are not seen by it.
pub(super) fn run_month_beside(
    world: &mut World,
    course: &Course<'_>,
    month: u32,
    others: &mut [Beside<'_>],
) -> Vec<Event> {
    begin_month(world, course, month);
    let going_on = |beside: &&mut Beside<'_>| !beside.settled;
    for Beside { site, plan, .. } in others.iter_mut().filter(going_on) {
        work(site, &Now { plan, nation: &world.nation, month }, &course.switches);
    }
    let events = join_month(world, course, month);
    let World { nation, sites } = world;
    let now = Now { plan: course.plan, nation, month };
    for_each(sites, course.stop, |site| finish(site, &now, &course.switches));
    for Beside { site, plan, .. } in others.iter_mut().filter(going_on) {
        // What leaves it arrives nowhere; who arrives comes from elsewhere.
        site.leaving.clear();
        site.failed_copies = 0;
        site.carriers.clone_from(&sites[site.id as usize].carriers);
        finish(site, &Now { plan, nation, month }, &course.switches);
    }
    events
}

/// The first part of a month, 1 to 8.
pub(super) fn begin_month(world: &mut World, course: &Course<'_>, month: u32) {
    let World { nation, sites } = world;
    if opens_budget(course, month) {
        meet_budget(nation, sites, course.plan);
    }
    let now = Now { plan: course.plan, nation, month };
    for_each(sites, course.stop, |site| work(site, &now, &course.switches));
}

/// What happens between sites: what can be seen of them, who goes where, and regions. Returns what happened to these.
pub(super) fn join_month(world: &mut World, course: &Course<'_>, month: u32) -> Vec<Event> {
    if course.switches.programme {
        steer(world, course.plan, month, course.seed, course.replicate);
    }
    if !course.switches.spread {
        return Vec::new();
    }
    gather_spread(world, course.plan);
    spread_to_regions(&mut world.nation, course.plan, month, course.seed, course.replicate)
}

/// The last part of a month, and a look at each site as it is then; then, if `go_on`, the first part of the next month at once,
/// which is the same site by site. A large world fits into no cache: so it passes through once a month.
pub(super) fn end_month(world: &mut World, course: &Course<'_>, month: u32, rows: &mut [Row], go_on: bool) {
    let World { nation, sites } = world;
    let now = Now { plan: course.plan, nation, month };
    let next = Now { month: month + 1, ..now };
    let on = &course.switches;
    for_each_with(sites, rows, course.stop, |site, row| {
        finish(site, &now, on);
        if on.observation {
            look(site, nation, row);
        }
        if go_on {
            work(site, &next, on);
        }
    });
}

/// Whether what is given has to be scaled before `month`, for which all sites have to have come so far.
pub(super) fn opens_budget(course: &Course<'_>, month: u32) -> bool {
    month as i32 == course.plan.scenario.programme.start.max(0)
}

/// The processes that stay within a site.
fn work(site: &mut Site, now: &Now<'_>, on: &Switches) {
    site.notes.turn(now.month);
    if on.shocks {
        strike(site, now);
    }
    if on.programme {
        run_programme(site, now);
        fund(site, now);
    }
    if on.authority {
        draw_authority(site, now);
    }
    if on.mobilisation {
        mobilise(site, now);
    }
    if on.resourcing {
        resource(site, now);
    }
    if on.implementation {
        implement(site, now);
    }
    if on.continuation {
        decide_continuation(site, now);
    }
    if on.turnover {
        turn_over(site, now);
    }
}

/// Those of the last part.
fn finish(site: &mut Site, now: &Now<'_>, on: &Switches) {
    if on.spread {
        adopt(site, now);
    }
    if on.observation {
        take_results(site, now);
    }
}

/// Sites share nothing that is written, so that many of them are worked on side by side, few one after the other.
fn for_each(sites: &mut [Site], stop: &AtomicBool, work: impl Fn(&mut Site) + Send + Sync) {
    // Rows of nothing take no room.
    for_each_with(sites, &mut vec![(); sites.len()], stop, |site, ()| work(site));
}

/// The same, with a row of its own for each.
fn for_each_with<T: Send>(
    sites: &mut [Site],
    rows: &mut [T],
    stop: &AtomicBool,
    work: impl Fn(&mut Site, &mut T) + Send + Sync,
) {
    let work = |site: &mut Site, row: &mut T| {
        if !stop.load(Ordering::Relaxed) {
            work(site, row);
        }
    };
    if sites.len() < SIDE_BY_SIDE {
        sites.iter_mut().zip(rows).for_each(|(site, row)| work(site, row));
        return;
    }
    // A room for each thread and not for each site: it stays in the cache.
    sites.par_iter_mut().zip(rows).for_each_init(Room::default, |room, (site, row)| {
        let (people, organisations) = (site.actors.len(), site.organisation_kind.len());
        site.room.exchange(room, people, organisations);
        work(site, row);
        site.room.exchange(room, people, organisations);
    });
}

/// Awards are scaled so that what is planned to be given meets a given budget.
fn meet_budget(nation: &mut Nation, sites: &[Site], plan: &Blueprint) {
    let funding = &plan.scenario.programme.funding;
    let Some(budget) = funding.budget else { return };
    let planned: f64 = sites
        .iter()
        .filter(|site| site.member)
        .map(|site| {
            let award = plan.scenario.sites[site.id as usize].award.unwrap_or(funding.award);
            site.bid() * award * plan.paid_months
        })
        .sum();
    // The national team is paid for before the sites are.
    let programme = &plan.scenario.programme;
    let months = f64::from(programme.end - programme.start);
    let team = programme.support.price * plan.account_managers() as f64 * months;
    if planned > 0.0 {
        nation.award_factor = (budget - team).max(0.0) / planned;
    }
}

#[cfg(test)]
mod tests {
    use super::SIDE_BY_SIDE;
    use crate::engine::{Engine, Observe};
    use crate::scenario::{TimeLine, default_scenario};

    /// Sites of many sizes, so that one room serves larger and smaller ones in turn.
    #[test]
    fn many_sites_are_the_same_on_any_number_of_threads_and_as_few_of_them_alone() {
        let mut scenario = default_scenario();
        scenario.time.months = 30;
        scenario.shocks.clear();
        scenario.parameters.carry_site = 0.0;
        // What a national team made of many reports would differ from what it makes of few.
        (scenario.programme.permissiveness, scenario.programme.metric_focus) =
            (Some(TimeLine::constant(0.7)), Some(TimeLine::constant(0.3)));
        let p = &mut scenario.parameters;
        (p.adopt_norm, p.adopt_deficit, p.adopt_headroom) = (0.0, 0.0, 0.0);
        let few = Engine::new(&scenario).run(1, 0, &Observe::default());
        let six = scenario.sites.clone();
        scenario.sites = six.iter().cycle().take(SIDE_BY_SIDE + 6).cloned().collect();
        let engine = Engine::new(&scenario);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| engine.run(1, 0, &Observe::default()))
        };
        let many = on(1);
        assert_eq!(many, on(3));
        // What happens in the first six hangs on nothing elsewhere here.
        let told = |fates: &[crate::record::Fate]| {
            fates.iter().filter(|fate| fate.site.index() < six.len()).cloned().collect()
        };
        let (of_many, of_few): (Vec<_>, Vec<_>) = (told(&many.fates), told(&few.fates));
        assert_eq!(of_many, of_few);
        assert!(of_few.len() > 60);
    }
}

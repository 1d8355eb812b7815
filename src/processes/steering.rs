use crate::random::{Key, Stream};
use crate::scenario::definitions::QUARTER;
use crate::world::{Blueprint, Purpose, Site, World, lured_away, mean};

/// 9 The national team: its account managers come and go; each quarter it sets what is reported against what was promised, and
/// the gap becomes pressure (model 6.2). Reads the sites in their order and writes the nation.
pub fn steer(world: &mut World, plan: &Blueprint, month: u32, seed: u64, replicate: u64) {
    let (programme, t) = (&plan.scenario.programme, month as i32);
    if !plan.running(t) {
        // Who left in the last month has been missed by now.
        world.nation.managers.iter_mut().for_each(|manager| manager.left = false);
        return;
    }
    let p = &plan.scenario.parameters;
    let hazard = p.leave_manager + lured_away(f64::from(programme.end - t), p);
    for (number, manager) in world.nation.managers.iter_mut().enumerate() {
        let key = Key { seed, replicate, process: Purpose::Managers as u32, site: number as u32 };
        manager.pass_month(hazard, plan, month, &mut Stream::new(key));
    }
    if (t + 1 - programme.start) % QUARTER == 0 {
        compare(world, plan, t);
    }
}

/// What members report against what was promised: where only good news is told, those behind report what is usual.
fn compare(world: &mut World, plan: &Blueprint, t: i32) {
    let (p, programme) = (&plan.scenario.parameters, &plan.scenario.programme);
    let target = programme.funding.threshold;
    let members = || world.sites.iter().filter(|site| site.member);
    let number = members().count() as f64;
    if target <= 0.0 || number <= 0.0 {
        return;
    }
    let usual = mean(members().map(|site| site.standing.gained()), 0.0);
    // The noise of many sites cancels; those outside the scenario report as well.
    let noise = (number / p.programme_sites.max(number)).sqrt();
    let told = |site: &Site| {
        let gained = site.standing.gained();
        gained + site.standing.good_news * (usual - gained).max(0.0) + noise * site.standing.report_error
    };
    let reported = mean(members().map(told), 0.0);
    let behind = mean(members().map(|site| site.behind_plan(programme, t)), 0.0);
    let gap = programme.elapsed(t) - reported / target;
    let nation = &mut world.nation;
    nation.behind = behind;
    let room = if gap > 0.0 { 1.0 - nation.pressure } else { nation.pressure };
    nation.pressure = (nation.pressure + p.team_learns * gap * room).clamp(0.0, 1.0);
}

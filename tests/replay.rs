//! Two worlds: a future, and the same with one thing otherwise in one site.

#[path = "oracle/field.rs"]
mod field;

use field::share;
use safsim::engine::{Altered, Engine, Observe, Replay, Watching};
use safsim::quantity::{ActorId, InitiativeId, SiteId};
use safsim::record::{Alteration, Cause, Change, Event, EventKind, SiteRecord, Watched};
use safsim::scenario::{
    Board, Group, Horizon, Scenario, Scope, Shock, ShockKind, StaffTarget, Timing, default_scenario,
};

const SEED: u64 = 3;
const WATCHING: Watching = Watching { events: true, course: None };

fn altered(engine: &Engine, site: u32, from: u32, change: Change) -> Altered {
    Altered::new(engine, Alteration { site: SiteId(site), from, change })
}

/// The altered site beside the unaltered one.
fn two_worlds(engine: &Engine, site: u32, from: u32, change: Change) -> (SiteRecord, SiteRecord) {
    let altered = altered(engine, site, from, change);
    let Replay { mut base, altered: mut other } = engine.replay(SEED, 0, &[&altered], &WATCHING);
    (base.swap_remove(site as usize), other.remove(0))
}

/// The six sites for five years, with a shock of every kind on its way.
fn six_sites() -> Scenario {
    let mut scenario = default_scenario();
    scenario.time.months = 60;
    scenario
}

fn shock(kind: ShockKind, month: u32, magnitude: f64) -> Shock {
    let target = StaffTarget::Leaders;
    Shock { kind, timing: Timing::Month(month), scope: Scope::All, magnitude, duration: 0, target, count: None }
}

#[test]
fn the_unaltered_future_is_that_of_a_run() {
    let engine = Engine::new(&six_sites());
    let grain = altered(&engine, 2, 0, Change::Grain);
    let replay = engine.replay(SEED, 1, &[&grain], &WATCHING);
    let run = engine.run(SEED, 1, &Observe { events: true, snapshots: vec![] });
    let fates: Vec<_> = replay.base.iter().flat_map(|site| site.fates.clone()).collect();
    assert_eq!(fates, run.fates);
    let of_sites: Vec<Event> = run.events.into_iter().filter(|event| event.site == Some(SiteId(2))).collect();
    assert_eq!(replay.base[2].events, of_sites);
}

#[test]
fn a_change_of_nothing_is_the_same_to_the_bit() {
    let engine = Engine::new(&six_sites());
    let changes = [0, 17, 48].map(|from| altered(&engine, 1, from, Change::Nothing));
    let list: Vec<&Altered> = changes.iter().collect();
    let replay = engine.replay(SEED, 0, &list, &WATCHING);
    for other in &replay.altered {
        assert_eq!(*other, replay.base[1]);
    }
}

/// Rates: in some futures a kind strikes late, in some never. What is spared then is as if there had been no such shocks at all,
/// for as long as the site is alone.
#[test]
fn a_shock_that_never_strikes_is_spared_by_the_unaltered_future() {
    let mut scenario = six_sites();
    scenario.sites.truncate(1);
    // The nation is as it was, whatever the site does: policy is written.
    let line = || Some(safsim::scenario::TimeLine::constant(0.5));
    (scenario.programme.permissiveness, scenario.programme.metric_focus) = (line(), line());
    let mut rare = shock(ShockKind::DemandSurge, 0, 0.5);
    rare.timing = Timing::Rate(0.02);
    // The last, so that nobody else's draws move when it is taken away.
    scenario.shocks.push(rare);
    let spared = Change::ShocksSpared { kind: ShockKind::DemandSurge, once: false };
    let engine = Engine::new(&scenario);
    let altered = altered(&engine, 0, 0, spared);
    scenario.shocks.pop();
    assert!(scenario.shocks.iter().all(|shock| shock.kind != ShockKind::DemandSurge));
    let without = Engine::new(&scenario);
    let mut never = 0;
    for replicate in 0..12 {
        let there = engine.replay(SEED, replicate, &[&altered], &WATCHING);
        let gone = without.replay(SEED, replicate, &[], &WATCHING);
        assert_eq!(there.altered[0], gone.base[0]);
        never += u32::from(there.base == gone.base);
    }
    assert!((1..12).contains(&never), "{never} of 12");
}

#[test]
fn what_becomes_of_an_initiative_does_not_hang_on_what_comes_after_its_end() {
    let engine = Engine::new(&six_sites());
    let (mut ended, mut shortened) = (0, 0);
    let sites = default_scenario().sites;
    let all = (0..sites.len()).flat_map(|site| (0..sites[site].initiatives.len()).map(move |i| (site, i)));
    for (site, i) in all {
        let initiative = InitiativeId(i as u32);
        for change in [Change::Grain, Change::ChampionsStay(initiative), Change::Board] {
            let whole = altered(&engine, site as u32, 12, change);
            let short = whole.clone().until_end_of(initiative);
            let replay = engine.replay(SEED, 0, &[&whole, &short], &WATCHING);
            let fate = |record: &SiteRecord| record.fates.iter().find(|fate| fate.initiative == initiative).cloned();
            let [whole, short] = replay.altered.as_slice() else { panic!("two futures") };
            assert_eq!(fate(short), fate(whole));
            if fate(whole).is_some_and(|fate| fate.end.is_some()) {
                ended += 1;
                shortened += u32::from(short.events.len() < whole.events.len());
            } else {
                assert_eq!(short, whole);
            }
        }
    }
    assert!(ended > 5 && shortened > ended / 2, "{shortened} of {ended} ends");
}

#[test]
fn futures_are_the_same_until_the_change_and_differ_afterwards() {
    let mut scenario = six_sites();
    scenario.shocks.push(shock(ShockKind::DemandSurge, 30, 0.5));
    scenario.sites[1].award = Some(0.4);
    let engine = Engine::new(&scenario);
    let initiative = InitiativeId(0);
    let kind = ShockKind::DemandSurge;
    for (from, change) in [
        (30, Change::ShocksSpared { kind, once: true }),
        (48, Change::MoneyGoesOn),
        (12, Change::AwardInFull),
        (20, Change::EverybodyStays),
        (20, Change::NoBoard),
        (12, Change::Board),
        (1, Change::ChampionSkill { initiative, full: true }),
        (1, Change::ChampionSkill { initiative, full: false }),
        (15, Change::Grain),
    ] {
        let (base, other) = two_worlds(&engine, 1, from, change.clone());
        let before = |record: &SiteRecord| -> Vec<Event> {
            record.events.iter().filter(|event| event.month < from).cloned().collect()
        };
        assert_eq!(before(&base), before(&other), "{change:?}");
        assert_ne!(base.fates, other.fates, "{change:?} changes nothing");
    }
}

#[test]
fn what_is_altered_leaves_the_others_alone_in_any_order() {
    let engine = Engine::new(&six_sites());
    let one = altered(&engine, 1, 40, Change::EverybodyStays);
    let two = altered(&engine, 4, 5, Change::Grain);
    let there = engine.replay(SEED, 0, &[&one, &two], &WATCHING);
    let back = engine.replay(SEED, 0, &[&two, &one], &WATCHING);
    assert_eq!(there.base, back.base);
    assert_eq!(there.altered, back.altered.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn who_is_held_is_there() {
    let mut scenario = six_sites();
    scenario.shocks.push(shock(ShockKind::LeadershipChange, 20, 0.5));
    let engine = Engine::new(&scenario);
    let left = |record: &SiteRecord| -> Vec<(u32, ActorId, String)> {
        let left = record.events.iter().filter(|event| event.leaving().is_some());
        left.map(|event| (event.month, event.actor.unwrap(), event.why().to_owned())).collect()
    };
    let (base, led) = two_worlds(&engine, 0, 20, Change::LeadersStay);
    let leaders: Vec<ActorId> = left(&base).into_iter().filter(|l| l.2 == "leadership_change").map(|l| l.1).collect();
    assert!(leaders.len() > 3);
    assert!(left(&led).iter().all(|(month, who, _)| *month < 20 || !leaders.contains(who)));

    let (_, stays) = two_worlds(&engine, 0, 20, Change::Stays(leaders[1]));
    let gone: Vec<ActorId> = left(&stays).into_iter().filter(|l| l.2 == "leadership_change").map(|l| l.1).collect();
    assert_eq!(gone, leaders.iter().copied().filter(|who| *who != leaders[1]).collect::<Vec<_>>());

    // Posts that the programme pays for go with its money, and nobody else does.
    let (_, all) = two_worlds(&engine, 0, 0, Change::EverybodyStays);
    assert!(left(&all).iter().all(|(month, _, why)| *month == 48 && why == "money_ended"), "{:?}", left(&all));

    let lost_in = |record: &SiteRecord, initiative: InitiativeId| {
        let lost = |e: &&Event| e.kind == EventKind::ChampionLost && e.initiative == Some(initiative);
        record.events.iter().filter(lost).filter(|e| e.month != 48).count()
    };
    let initiative = (0..9).map(InitiativeId).find(|&i| lost_in(&base, i) > 0).expect("a champion was lost");
    let (_, championed) = two_worlds(&engine, 0, 0, Change::ChampionsStay(initiative));
    assert_eq!(lost_in(&championed, initiative), 0);
}

/// The field in which everything but the money is settled by hand: posts are filled and emptied at once (vacancy = 0, cut = 1),
/// reach falls to them at once (fall = 1), nothing is routine and no core budget ever decides for it. Alpha lives on the
/// programme alone: its posts are filled in month 12; in month 48 nothing comes, posts and reach are 0, and after three such
/// months it ends, in month 50.
fn by_hand() -> Scenario {
    let mut scenario = field::scenario();
    let p = &mut scenario.parameters;
    (p.vacancy, p.security, p.leave_front_line, p.offers, p.cut, p.fall) = (0.0, 0.0, 0.0, 0.0, 1.0, 1.0);
    (p.normalise_base, p.normalise_core) = (0.0, 0.0);
    (p.misfit_drop, p.opportunity, p.mainstream_intercept) = (0.0, 0.0, -60.0);
    let alpha = &mut scenario.sites[0].initiatives[0];
    (alpha.scale, alpha.core_share) = (Some(share(0.5)), Some(share(0.0)));
    scenario.shocks.push(shock(ShockKind::LegislationChange, 20, -0.1));
    scenario
}

#[test]
fn by_hand_the_money_keeps_it_and_a_shock_of_no_weight_does_not() {
    let engine = Engine::new(&by_hand());
    let of = |record: &SiteRecord| (record.fates[0].end, record.fates[0].cause);
    let (base, paid) = two_worlds(&engine, 0, 48, Change::MoneyGoesOn);
    assert_eq!(base.fates[0].name, "alpha from 12");
    assert_eq!(of(&base), (Some(50), Some(Cause::Money)));
    assert_eq!(of(&paid), (None, None));
    assert!(paid.events.iter().all(|event| event.kind != EventKind::MoneyEnded));
    let kind = ShockKind::LegislationChange;
    let (_, spared) = two_worlds(&engine, 0, 20, Change::ShocksSpared { kind, once: true });
    assert_eq!(of(&spared), (Some(50), Some(Cause::Money)));
    assert!(spared.events.iter().all(|event| !matches!(event.kind, EventKind::Shock(_))));
}

#[test]
fn by_hand_the_course_of_what_is_watched() {
    let engine = Engine::new(&by_hand());
    let watched = Watched { site: SiteId(0), initiative: InitiativeId(0) };
    let watching = Watching { events: false, course: Some(watched) };
    let course = &engine.replay(SEED, 0, &[], &watching).base[0].course;
    assert_eq!(course.len(), 60);
    assert_eq!([11, 12, 47, 48].map(|m| course[m].granted), [0.0, 1.0, 1.0, 0.0]);
    assert_eq!([12, 47, 48].map(|m| course[m].staffing), [1.0, 1.0, 0.0]);
    assert!(course[47].scale >= 0.5 && course[48].scale == 0.0);
    let cast = engine.cast(SEED, 0, watched);
    assert_eq!((cast.lead, cast.members.as_slice()), (0, &[0, 1, 2, 3, 4, 5, 6][..]));
    assert_eq!(
        (cast.organisations[1].as_str(), cast.posts[4].role.as_str(), cast.posts[4].leads),
        ("practice", "chief", true)
    );
}

#[test]
fn an_award_in_full_is_told_as_one() {
    let mut scenario = by_hand();
    scenario.sites[0].award = Some(0.3);
    let told = |record: &SiteRecord| record.events.iter().find(|e| e.kind == EventKind::Award).map(|e| e.value);
    let (base, full) = two_worlds(&Engine::new(&scenario), 0, 12, Change::AwardInFull);
    assert_eq!((told(&base), told(&full)), (Some(0.3), Some(1.0)));
    // Also where a shock of that very month would set it.
    scenario.shocks.push(shock(ShockKind::AwardBelowBid, 12, 0.8));
    let (base, full) = two_worlds(&Engine::new(&scenario), 0, 12, Change::AwardInFull);
    assert_eq!((told(&base).map(|v| (10.0 * v).round()), told(&full)), (Some(2.0), Some(1.0)));
}

#[test]
fn a_round_that_is_kept_is_paid() {
    let mut scenario = by_hand();
    let funding = &mut scenario.programme.funding;
    (funding.horizon, funding.conditional, funding.threshold, funding.notice) = (Horizon::Rounds(12), true, 5.0, 1);
    let engine = Engine::new(&scenario);
    let lost = |record: &SiteRecord| -> Vec<u32> {
        record.events.iter().filter(|e| e.kind == EventKind::RoundLost).map(|e| e.month).collect()
    };
    // The second round is lost a month before it begins; the third is then lost without a word. If the second is kept, the
    // third is what is lost.
    let (base, kept) = two_worlds(&engine, 0, 23, Change::RoundsKept { once: true });
    assert_eq!((lost(&base), lost(&kept)), (vec![23], vec![35]));
    let (_, all) = two_worlds(&engine, 0, 23, Change::RoundsKept { once: false });
    assert!(lost(&all).is_empty());
    assert_eq!((base.fates[0].end, kept.fates[0].end, all.fates[0].end), (Some(26), Some(38), Some(50)));
}

#[test]
fn a_board_that_is_given_or_taken_shows_in_what_it_covers() {
    let mut scenario = by_hand();
    // The chiefs go in month 14 and nobody follows: without a board nobody is committed any more, with one what it ratified
    // is still there. The logit is then far below 0, or above it.
    let p = &mut scenario.parameters;
    (p.commit_rate, p.commit_money, p.mainstream_intercept, p.vacancy) = (1.0, 1000.0, 2000.0, 1e6);
    p.review_exposed = 1.0;
    scenario.roles[1].disposition = 0.9;
    scenario.shocks.push(shock(ShockKind::StaffLoss, 14, 1.0));
    let won = |record: &SiteRecord| {
        record
            .events
            .iter()
            .filter(|e| e.kind == EventKind::MainstreamWon && e.initiative == Some(InitiativeId(0)) && e.month >= 16)
            .count()
    };
    let (base, given) = two_worlds(&Engine::new(&scenario), 0, 12, Change::Board);
    assert!(won(&base) == 0 && won(&given) > 0);
    let members = vec![safsim::quantity::OrganisationId(0), safsim::quantity::OrganisationId(1)];
    scenario.sites[0].boards.push(Board {
        kind: None,
        seats: vec![Group::Executive, Group::Manager],
        members,
        formality: share(0.5),
        start: 12,
        end: None,
    });
    let (base, taken) = two_worlds(&Engine::new(&scenario), 0, 12, Change::NoBoard);
    assert!(won(&base) > 0 && won(&taken) == 0);
}

#[test]
fn only_what_would_change_something_is_possible() {
    let kinds = |scenario: &Scenario, entry: u32| -> Vec<(u32, Change)> {
        let list = Engine::new(scenario).possible(SiteId(0), InitiativeId(0), entry);
        list.into_iter().map(|alteration| (alteration.from, alteration.change)).collect()
    };
    let mut scenario = by_hand();
    let initiative = InitiativeId(0);
    let people = [(12, Change::ChampionsStay(initiative)), (12, Change::LeadersStay), (12, Change::EverybodyStays)];
    let spared = Change::ShocksSpared { kind: ShockKind::LegislationChange, once: false };
    let mut expected = vec![(12, Change::Grain), (20, spared), (48, Change::MoneyGoesOn)];
    expected.extend(people);
    expected.push((12, Change::Board));
    expected.extend([true, false].map(|full| (13, Change::ChampionSkill { initiative, full })));
    assert_eq!(kinds(&scenario, 12), expected);
    scenario.sites[0].member = false;
    scenario.shocks.clear();
    let list = kinds(&scenario, 0);
    assert!(list.iter().all(|(_, change)| !matches!(change, Change::MoneyGoesOn | Change::ShocksSpared { .. })));
    scenario.sites[0].member = true;
    scenario.programme.funding.award = 0.5;
    scenario.programme.funding.conditional = true;
    scenario.programme.funding.taper = 12;
    let list = kinds(&scenario, 0);
    for one in [(12, Change::AwardInFull), (12, Change::RoundsKept { once: false }), (36, Change::MoneyGoesOn)] {
        assert!(list.contains(&one), "no {one:?} in {list:?}");
    }
}

//! Laws that hold for any small scenario, whatever its parameters, money, people and shocks.

#[path = "properties/any.rs"]
mod any;
#[path = "oracle/field.rs"]
mod field;
#[path = "properties/sound.rs"]
mod sound;

use field::share;
use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use safsim::engine::{Engine, Observe};
use safsim::quantity::{ActorId, RegionId};
use safsim::record::{LifeStage, Metric, Occupancy, RunRecord};
use safsim::scenario::{Consultation, Horizon, NamedActor, Parameters, Scenario, ShockKind, StaffTarget, TimeLine};
use safsim::world::{Site, Stage, World};

/// Lets `law` judge that many scenarios, the same ones every time; one that breaks it is made as plain as it can be.
fn for_any(cases: u32, law: impl Fn(Scenario)) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(&vec(0.0..1.0_f64, any::DIALS), |dials| {
        law(any::scenario(&dials));
        Ok(())
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(why, dials)) => panic!("{why}, in {:#?}", any::scenario(&dials)),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

const SEED: u64 = 11;

/// Runs a scenario month by month; `look` sees the world after each.
fn month_by_month(scenario: &Scenario, mut look: impl FnMut(&World, u32)) -> World {
    let engine = Engine::new(scenario);
    let mut world = engine.begin(SEED, 0, &Observe::default());
    for month in 0..scenario.time.months {
        engine.step(&mut world, SEED, 0, month);
        look(&world, month);
    }
    world
}

#[test]
fn every_site_is_sound_in_every_month() {
    for_any(100, |scenario| {
        let stages = |site: &Site| site.initiatives.stage.clone();
        let mut before: Vec<Vec<Stage>> = vec![Vec::new(); scenario.sites.len()];
        month_by_month(&scenario, |world, month| {
            for (site, before) in world.sites.iter().zip(&mut before) {
                sound::numbers_are_in_range(site, scenario.parameters.need);
                sound::money_is_not_made(site);
                sound::ties_are_paired(site);
                sound::initiatives_are_consistent(site, before, month);
                *before = stages(site);
            }
        });
    });
}

#[test]
fn every_initiative_ends_or_is_censored_exactly_once() {
    for_any(50, |scenario| {
        let world = month_by_month(&scenario, |_, _| {});
        let record = Engine::new(&scenario).run(SEED, 0, &Observe::default());
        let months = scenario.time.months;
        let mut fates = record.fates.iter();
        for site in &world.sites {
            let list = &site.initiatives;
            for i in (0..list.len()).filter(|&i| list.stage[i] != Stage::Ahead) {
                let fate = fates.next().expect("a fate for each that began");
                assert_eq!((fate.site.0, fate.initiative.index()), (site.id, i));
                assert_eq!((fate.start, fate.end, fate.cause), (list.start[i], list.end[i], list.main_cause[i]));
                assert_eq!(fate.entry, fate.start.max(0) as u32);
                let last = fate.end.unwrap_or(months - 1);
                assert!(last < months && fate.months_observed == last + 1 - fate.entry);
                let ended_age = scenario.parameters.ended_age;
                assert!(fate.end.is_none_or(|end| f64::from(end as i32 - fate.start) >= ended_age));
                assert_eq!(fate.end.is_some(), fate.cause.is_some_and(|cause| fate.causes.contains(cause)));
                assert!(!(fate.absorbed_at_end && fate.end.is_some()));
                assert!(fate.absorbed.is_none_or(|month| month <= last));
            }
        }
        assert!(fates.next().is_none());
        let given: f64 = world.sites.iter().map(|site| site.money.total.given).sum();
        let spent: f64 = world.sites.iter().map(|site| site.money.total.spent).sum();
        assert!((record.money.given, record.money.spent) == (given, spent) && spent <= given + 1e-9);
        for place in 0..record.panel.places() {
            for month in 0..months as usize {
                assert!(record.panel.row(place, month).iter().all(|value| value.is_finite()));
            }
        }
    });
}

#[test]
fn a_budget_is_met_to_the_penny() {
    for_any(30, |mut scenario| {
        scenario.shocks.clear();
        let funding = &mut scenario.programme.funding;
        (funding.budget, funding.conditional, funding.award) = (Some(777.0), false, 0.8);
        // What account managers cost comes out of it first.
        scenario.programme.support.price = 0.0;
        let mut bids = 0.0;
        let start = scenario.programme.start as u32;
        let world = month_by_month(&scenario, |world, month| {
            if month == start {
                bids = world.sites.iter().map(|site| site.money.bid * site.money.award).sum();
            }
        });
        let given: f64 = world.sites.iter().map(|site| site.money.total.given).sum();
        let paid = (scenario.programme.start..scenario.programme.end.min(60)).count();
        let whole = scenario.programme.end <= 60 && paid > 0 && bids > 0.0;
        assert!(!whole || (given - 777.0).abs() < 1e-6, "{given}");
    });
}

/// No spread: nobody carries anything, and nobody hears of anything.
fn without_spread(p: &mut Parameters) {
    (p.carry_site, p.carry_region) = (0.0, 0.0);
    (p.exposure_carrier, p.exposure_spanner, p.exposure_event) = (0.0, 0.0, 0.0);
}

/// Nobody leaves.
fn without_turnover(scenario: &mut Scenario) {
    let p = &mut scenario.parameters;
    (p.leave_front_line, p.leave_manager, p.leave_executive, p.leave_care_home) = (0.0, 0.0, 0.0, 0.0);
    p.offers = 0.0;
    scenario.shocks.retain(|s| !s.kind.row().leavers);
    for role in &mut scenario.roles {
        role.programme_funded = false;
    }
    for site in &mut scenario.sites {
        for actor in &mut site.actors {
            actor.leaves = None;
        }
    }
}

fn trust(world: &World) -> Vec<u64> {
    world.sites.iter().flat_map(|site| site.ties.all_trust().iter().map(|t| t.to_bits())).collect()
}

#[test]
fn trust_never_changes_without_contact_decay_departure_doubt_or_betrayal() {
    for_any(30, |mut scenario| {
        without_turnover(&mut scenario);
        scenario.shocks.retain(|shock| shock.kind != ShockKind::SpecialMeasures);
        let p = &mut scenario.parameters;
        without_spread(p);
        (p.joint_work, p.trust_return, p.betrayal) = (0.0, 0.0, 0.0);
        (p.persuasion_trust, p.refusal_trust) = (0.0, 0.0);
        for site in &mut scenario.sites {
            if site.consultation == Consultation::OneWay {
                site.consultation = Consultation::TwoWay;
            }
        }
        let start = trust(&Engine::new(&scenario).begin(SEED, 0, &Observe::default()));
        month_by_month(&scenario, |world, _| assert_eq!(trust(world), start));
    });
}

#[test]
fn speaking_more_changes_nobodys_turnover() {
    for_any(30, |mut scenario| {
        // Where cynics leave no more often than others and money asks for no results, whoever leaves, how long the post
        // stays empty and who comes next depends on nothing that is said.
        scenario.parameters.leave_cynical = 1.0;
        scenario.programme.funding.conditional = false;
        scenario.programme.funding.budget = None;
        scenario.shocks.retain(|s| {
            !matches!(s.target, StaffTarget::Champions | StaffTarget::BestConnected | StaffTarget::Leaders)
        });
        if let Horizon::Rounds(months) = &mut scenario.programme.funding.horizon {
            *months = 12;
        }
        let mut louder = scenario.clone();
        louder.parameters.contacts_vision = 6.0;
        louder.parameters.mobilise = 3.0;
        louder.parameters.opportunity = 1.0;
        let who = |world: &World| -> Vec<(Vec<u16>, Vec<u64>, Vec<u64>)> {
            let bits = |column: &[f64]| column.iter().map(|v| v.to_bits()).collect();
            world
                .sites
                .iter()
                .map(|s| (s.actors.vacancy.clone(), bits(&s.actors.vision), bits(&s.actors.tenure)))
                .collect()
        };
        let mut said = Vec::new();
        month_by_month(&scenario, |world, _| said.push(who(world)));
        month_by_month(&louder, |world, month| assert_eq!(who(world), said[month as usize], "month {month}"));
    });
}

/// Every number of a site, to the last bit.
fn print(site: &Site) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        site.actors,
        site.ties,
        site.initiatives,
        site.money,
        site.standing,
        site.collaboration,
        (site.crisis, site.consultation, site.trust_means, &site.carriers, site.had),
        site.tally,
    )
}

#[test]
fn what_a_site_does_stays_there_unless_something_travels() {
    for_any(30, |mut scenario| {
        without_spread(&mut scenario.parameters);
        // A national budget would be shared out.
        scenario.programme.funding.budget = None;
        // Through the pressure on the national team every place feels every other.
        let written = |line: &mut Option<TimeLine>| *line = line.take().or(Some(TimeLine::constant(0.5)));
        written(&mut scenario.programme.permissiveness);
        written(&mut scenario.programme.metric_focus);
        let other = scenario.sites[0].clone();
        scenario.sites.push(other);
        let mut better = scenario.clone();
        let skills = [Some(share(0.95)); 7];
        let name = NamedActor {
            name: "somebody else".to_owned(),
            slot: ActorId(0),
            skills,
            receptivity: [None; 5],
            hierarchical: None,
            clinical: None,
            spanner: None,
            disposition: Some(0.9),
            tenure: None,
            reputation: None,
            headroom: Some(share(0.9)),
            leaves: Some(30),
        };
        better.sites[0].actors = vec![name];
        let mut course: Vec<Vec<String>> = Vec::new();
        month_by_month(&scenario, |world, month| {
            if month % 20 == 19 {
                course.push(world.sites.iter().map(print).collect());
            }
        });
        let mut differs = false;
        month_by_month(&better, |world, month| {
            if month % 20 == 19 {
                let before = &course[month as usize / 20];
                differs |= print(&world.sites[0]) != before[0];
                for (site, before) in world.sites.iter().zip(before).skip(1) {
                    assert!(print(site) == *before, "site {} in month {month}", site.id);
                }
            }
        });
        assert!(differs, "the change did nothing where it was made");
    });
}

/// What is the same whatever else is taken down.
fn outcome(record: &RunRecord) -> String {
    format!("{:?} {:?} {:?}", record.panel, record.fates, record.money)
}

#[test]
fn a_run_is_a_function_and_observing_changes_nothing() {
    for_any(30, |scenario| {
        let engine = Engine::new(&scenario);
        let record = engine.run(SEED, 3, &Observe::default());
        assert_eq!(record, engine.run(SEED, 3, &Observe::default()));
        assert_eq!(record, Engine::new(&scenario).run(SEED, 3, &Observe::default()));
        let watched = engine.run(SEED, 3, &Observe { events: true, snapshots: vec![0, 7, 59] });
        assert!(outcome(&watched) == outcome(&record));
        assert!(record.events.is_empty() && record.snapshots.is_empty() && !watched.events.is_empty());
        assert_eq!(watched.snapshots.len(), 3 * scenario.sites.len());
        assert!(watched.events.is_sorted_by_key(|event| event.month));
    });
}

#[test]
fn stages_and_snapshots_tell_what_the_panel_tells() {
    for_any(20, |scenario| {
        let engine = Engine::new(&scenario);
        let ends = engine.setting().year_ends();
        let last = *ends.last().expect("a run has an end");
        let record = engine.run(SEED, 1, &Observe { events: false, snapshots: vec![last] });
        for (place, &month) in ends.iter().enumerate() {
            let stood = |stage| record.fates.iter().filter(|fate| fate.stages[place] == stage).count() as f32;
            let told = |metric| record.panel.get(0, month as usize, metric);
            let beginning = told(Metric::Proposed) + told(Metric::Implementing);
            assert_eq!(stood(LifeStage::Beginning), beginning);
            for (stage, metric) in [
                (LifeStage::Operating, Metric::Operating),
                (LifeStage::ScaledBack, Metric::ScaledBack),
                (LifeStage::Absorbed, Metric::Absorbed),
                (LifeStage::Ended, Metric::Ended),
            ] {
                assert_eq!(stood(stage), told(metric));
            }
        }
        for fate in &record.fates {
            assert_eq!(fate.stages.len(), ends.len());
            assert_eq!(fate.stages.last() == Some(&LifeStage::Ended), fate.end.is_some());
        }
        for (snapshot, site) in record.snapshots.iter().zip(&scenario.sites) {
            let posts = |post| snapshot.people.iter().filter(|person| person.post == post).count() as f32;
            let place = record.panel.get(snapshot.site.index() + 1, last as usize, Metric::Vacancies);
            let share = posts(Occupancy::Empty) / (posts(Occupancy::Empty) + posts(Occupancy::Filled)).max(1.0);
            assert!((share - place).abs() < 1e-5);
            let live = record.fates.iter().filter(|f| f.site == snapshot.site && f.end.is_none()).count();
            assert_eq!(snapshot.initiatives.len(), live);
            assert!(snapshot.organisations.len() >= site.organisations.len());
            assert!(snapshot.people.is_sorted_by_key(|person| person.organisation));
            let slots = 0..snapshot.people.len() as u16;
            assert!(snapshot.ties.iter().all(|(from, to, _)| slots.contains(from) && slots.contains(to)));
            assert!(snapshot.initiatives.iter().flat_map(|i| &i.members).all(|slot| slots.contains(slot)));
        }
    });
}

#[test]
fn threads_do_not_change_a_bit() {
    for_any(2, |mut scenario| {
        for n in 0..70_u32 {
            let mut site = scenario.sites[n as usize % scenario.sites.len()].clone();
            site.name = format!("site number {n}");
            site.region = Some(RegionId(n % 2));
            site.member = n % 5 != 0;
            scenario.sites.push(site);
        }
        scenario.programme.successor_start = Some(20);
        let observing = Observe { events: true, snapshots: vec![30] };
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| Engine::new(&scenario).run(SEED, 0, &observing))
        };
        assert!(with(1) == with(4));
    });
}

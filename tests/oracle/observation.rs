//! Section 9: what is observed of a month, counted again in the plainest way from the state that the month left.

use crate::field::{self, organisation_kind};
use crate::place::{Place, near, only};
use safsim::engine::{Engine, Observe, Switches};
use safsim::processes::mobilise;
use safsim::quantity::{OrganisationKindId, RegionId};
use safsim::record::{Event, EventKind, Metric, RunRecord};
use safsim::scenario::{self, Group, Organisation, Region, Scenario, Source, load};
use safsim::world::{NOBODY, Site, World};
use std::path::PathBuf;

/// Three places, one of them without care homes, in two regions that adopt readily.
fn places() -> Scenario {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/evidence/base/places.toml");
    let mut scenario = load(&Source::Path(path), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let is_care_home = |o: &&mut Organisation| o.kind == organisation_kind("care_home");
    let other = scenario.sites[1].organisations.iter_mut().filter(is_care_home).count();
    for organisation in scenario.sites[0].organisations.iter_mut().filter(is_care_home) {
        organisation.kind = organisation_kind("voluntary");
    }
    assert!(other > 0, "there are care homes elsewhere");
    let p = &mut scenario.parameters;
    (p.region_adopt, p.carry_region, p.opportunity) = (0.5, 0.5, 1.0);
    scenario
}

fn share(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Mean enthusiasm of the people in post whose slots suit.
fn enthusiasm(site: &Site, suit: impl Fn(usize) -> bool) -> Option<f64> {
    let a = &site.actors;
    let slots = (0..a.len()).filter(|&slot| a.vacancy[slot] == 0 && suit(slot));
    share(&slots.map(|slot| a.enthusiasm[slot]).collect::<Vec<_>>())
}

fn kind(site: &Site, slot: usize) -> OrganisationKindId {
    site.organisation_kind[site.actors.organisation[slot] as usize]
}

/// 1 for each membership of a live initiative that somebody in post of a local authority holds, 0 for the others.
fn memberships(site: &Site) -> Vec<f64> {
    let mut held = Vec::new();
    for i in site.initiatives.living() {
        for &slot in site.initiatives.members(i) {
            if site.actors.vacancy[slot as usize] == 0 {
                held.push(f64::from(u8::from(kind(site, slot as usize) == organisation_kind("local_authority"))));
            }
        }
    }
    held
}

/// 1 for each live initiative whose champion is in post, 0 for the others.
fn champions(site: &Site) -> Vec<f64> {
    let there = |slot: u16| slot != NOBODY && site.actors.vacancy[slot as usize] == 0;
    site.initiatives.living().map(|i| f64::from(u8::from(there(site.initiatives.champion[i])))).collect()
}

/// 1 for each tie across organisations with trust of at least 0.5, 0 for the others.
fn ties_across(site: &Site) -> Vec<f64> {
    let mut strong = Vec::new();
    for slot in 0..site.actors.len() {
        for k in site.ties.of(slot) {
            if site.actors.organisation[slot] != site.actors.organisation[site.ties.target[k] as usize] {
                strong.push(f64::from(u8::from(site.ties.trust(k) >= 0.5)));
            }
        }
    }
    strong
}

/// The metrics that are averaged over the sites that have them, of one site.
fn of_site(site: &Site, metric: Metric) -> Option<f64> {
    let group = |group: Group| enthusiasm(site, |slot| site.actors.group[slot] == group);
    match metric {
        Metric::ExecutiveEnthusiasm => group(Group::Executive),
        Metric::ManagerEnthusiasm => group(Group::Manager),
        Metric::FrontLineEnthusiasm => group(Group::FrontLine),
        Metric::PracticeEnthusiasm => {
            enthusiasm(site, |slot| kind(site, slot) == organisation_kind("general_practice"))
        }
        Metric::CareHomeEnthusiasm => enthusiasm(site, |slot| kind(site, slot) == organisation_kind("care_home")),
        Metric::LocalAuthorityPart => share(&memberships(site)),
        Metric::Champions => share(&champions(site)),
        Metric::StrongTies => share(&ties_across(site)),
        _ => panic!("{} is not averaged so", metric.name()),
    }
}

#[track_caller]
fn seen(record: &RunRecord, place: usize, month: u32, metric: Metric, expected: f64) {
    let actual = f64::from(record.panel.get(place, month as usize, metric));
    let name = metric.name();
    assert!((actual - expected).abs() < 1e-6, "{name} of place {place} in month {month}: {actual}, not {expected}");
}

/// Holds metrics of a run against the same run, month by month; sites are shown one by one.
fn compare(engine: &Engine, months: u32, metrics: &[Metric]) {
    let record = engine.run(7, 3, &Observe::default());
    let mut world: World = engine.begin(7, 3, &Observe::default());
    for month in 0..months {
        engine.step(&mut world, 7, 3, month);
        for &metric in metrics {
            let values: Vec<Option<f64>> = world.sites.iter().map(|site| of_site(site, metric)).collect();
            for (s, value) in values.iter().enumerate() {
                seen(&record, s + 1, month, metric, value.unwrap_or(0.0));
            }
            let there: Vec<f64> = values.into_iter().flatten().collect();
            seen(&record, 0, month, metric, share(&there).unwrap_or(0.0));
        }
    }
}

#[test]
fn means_are_over_the_sites_that_have_somebody() {
    let scenario = places();
    let metrics = [
        Metric::ExecutiveEnthusiasm,
        Metric::ManagerEnthusiasm,
        Metric::FrontLineEnthusiasm,
        Metric::PracticeEnthusiasm,
        Metric::CareHomeEnthusiasm,
        Metric::LocalAuthorityPart,
        Metric::Champions,
    ];
    compare(&Engine::new(&scenario), scenario.time.months, &metrics);
}

#[test]
fn what_nobody_has_is_nought() {
    let record = Engine::new(&field::scenario()).run(7, 0, &Observe::default());
    for place in 0..2 {
        seen(&record, place, 5, Metric::CareHomeEnthusiasm, 0.0);
        seen(&record, place, 5, Metric::LocalAuthorityPart, 0.0);
    }
}

/// Ties are taken stock of when mobilisation has moved trust: without what moves it later in the month, they are as the
/// month left them.
#[test]
fn strong_ties_are_counted_with_mean_trust() {
    let mut scenario = places();
    let p = &mut scenario.parameters;
    (p.adopt_norm, p.adopt_deficit, p.adopt_headroom) = (0.0, 0.0, 0.0);
    let engine = Engine::new(&scenario).with(Switches { continuation: false, turnover: false, ..Switches::ALL });
    compare(&engine, scenario.time.months, &[Metric::StrongTies]);
    let record = engine.run(7, 3, &Observe::default());
    let last = record.panel.get(0, scenario.time.months as usize - 1, Metric::StrongTies);
    assert!((0.01..0.99).contains(&last), "some are, some are not: {last}");
}

#[test]
fn a_tie_of_half_trust_is_strong() {
    let mut place = Place::new(|scenario| only(&mut scenario.parameters, &[]));
    let across: usize = (0..7).map(|slot| place.site().ties.across(slot).len()).sum();
    for (trust, strong) in [(0.3, 1.0), (0.51, 2.0), (0.499_999, 1.0)] {
        place.set_trust(0, 4, trust);
        place.set_trust(4, 0, 0.5);
        place.act(20, mobilise);
        near(place.site().strong_ties.expect("some know each other"), strong / across as f64);
    }
}

#[test]
fn seized_openings_and_what_regions_adopted_are_those_of_the_log() {
    let scenario = places();
    let observing = Observe { events: true, ..Observe::default() };
    let record = Engine::new(&scenario).run(7, 3, &observing);
    let count = |wanted: EventKind, of: &dyn Fn(&Event) -> bool| {
        record.events.iter().filter(|event| event.kind == wanted && of(event)).count() as f64
    };
    for month in 0..scenario.time.months {
        let seized = count(EventKind::OpeningSeized, &|event| event.month == month);
        seen(&record, 0, month, Metric::OpeningsSeized, seized);
        let adopted = count(EventKind::RegionAdopted, &|event| event.month <= month);
        seen(&record, 0, month, Metric::KindsAdoptedByRegions, adopted);
        for (s, site) in scenario.sites.iter().enumerate() {
            let here = |event: &Event| event.site.is_some_and(|site| site.index() == s);
            let seized = count(EventKind::OpeningSeized, &|event| event.month == month && here(event));
            seen(&record, s + 1, month, Metric::OpeningsSeized, seized);
            let region = &scenario.regions[site.region.expect("a region").index()].name;
            let theirs = |event: &Event| event.name.starts_with(&format!("{region}: "));
            let adopted = count(EventKind::RegionAdopted, &|event| event.month <= month && theirs(event));
            seen(&record, s + 1, month, Metric::KindsAdoptedByRegions, adopted);
        }
    }
    assert!(count(EventKind::OpeningSeized, &|_| true) > 5.0);
    let of = |region: &str| count(EventKind::RegionAdopted, &|event| event.name.starts_with(region));
    assert!(of("North: ") > 0.0 && of("South: ") > 0.0, "{} and {}", of("North: "), of("South: "));
}

/// Where regions are shown in the place of sites, a region says its own number; a site without one adds nothing.
#[test]
fn regions_that_are_shown_say_what_they_adopted() {
    let mut scenario = field::scenario();
    scenario.regions.push(Region { name: "south".to_owned(), posts: None });
    scenario.programme.successor_start = Some(13);
    scenario.programme.bridge = field::share(1.0);
    scenario.parameters.region_adopt = 0.02;
    let site = scenario.sites[0].clone();
    for s in 1..201 {
        let region = (s < 200).then(|| RegionId(u32::from(s > 150)));
        scenario.sites.push(scenario::Site { name: format!("site {s}"), region, ..site.clone() });
    }
    let observing = Observe { events: true, ..Observe::default() };
    let record = Engine::new(&scenario).run(7, 0, &observing);
    assert_eq!(record.panel.places(), 3);
    let mut most = 0.0_f64;
    for month in 0..scenario.time.months {
        let numbers = ["north", "south"].map(|region| {
            let theirs = |event: &&Event| {
                event.kind == EventKind::RegionAdopted && event.month <= month && event.name.starts_with(region)
            };
            record.events.iter().filter(theirs).count() as f64
        });
        for (r, number) in numbers.into_iter().enumerate() {
            seen(&record, r + 1, month, Metric::KindsAdoptedByRegions, number);
        }
        seen(&record, 0, month, Metric::KindsAdoptedByRegions, numbers[0] + numbers[1]);
        most = most.max(numbers[0] + numbers[1]);
    }
    assert!(most > 0.0);
}

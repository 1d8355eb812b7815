//! Made-up runs for tests: a function of (setting, replicate), nothing else.

use super::{
    ArmFindings, ArmLabel, Clock, Collector, Compared, Comparison, Headline, Kept, Points, Swept, SweptTimes,
    SweptValue, metrics_shown,
};
use crate::quantity::{InitiativeId, KindId, Month, SiteId};
use crate::record::{
    Cause, Causes, Event, EventKind, Fate, InitiativeMembers, LifeStage, Metric, Milestone, Money, Occupancy, Origin,
    Panel, PlaceKind, PlaceName, RunRecord, Setting, SiteLabel, SlotState, TrustSnapshot,
};

/// 96 months from 2014-04, programme from month 12 to 47, this many sites with two initiatives each.
pub fn setting(sites: usize) -> Setting {
    let site = |i: usize| SiteLabel {
        name: format!("site-{}", i + 1),
        site_type: ["mcp", "pacs", "ech"][i % 3].to_owned(),
        region: Some(["North", "South"][i % 2].to_owned()),
        member: true,
    };
    let sites: Vec<SiteLabel> = (0..sites).map(site).collect();
    let all = PlaceName { kind: PlaceKind::All, name: "all".to_owned() };
    let places = sites.iter().map(|s| PlaceName { kind: PlaceKind::Site, name: s.name.clone() });
    Setting {
        scenario: "made-up".to_owned(),
        question: "What if it were made up?".to_owned(),
        start: Month::new(2014, 4).unwrap(),
        months: 96,
        programme_start: 12,
        programme_end: 48,
        milestones: vec![Milestone { month: 48, label: "money ends".to_owned() }],
        places: std::iter::once(all).chain(places).collect(),
        sites,
        kinds: vec![("extended_access".into(), "Extended access".into()), ("social_cafe".into(), "Social café".into())],
        words: crate::quantity::Words::default(),
        also_told: None,
    }
}

/// A grid whose one metric, the money spent, is what `of` makes of a point and the replicate.
pub fn swept(axes: &[&str], points: &[Vec<f64>], replicates: u64, of: impl Fn(&[f64], u64) -> f64) -> Swept {
    let (setting, headlines) = (setting(1), Headline::all(&[]));
    let mut found = Points::new(&headlines, &["money_spent".to_owned()], points.len());
    for replicate in 0..replicates {
        for (place, point) in points.iter().enumerate() {
            let mut run = record(&setting, replicate);
            run.money.spent = of(point, replicate);
            found.add(place, Some(&Kept::of(run, &setting, &headlines, 0)));
        }
    }
    Swept {
        setting,
        axes: axes.iter().map(|&axis| axis.to_owned()).collect(),
        is_grid: true,
        points: points.iter().map(|point| point.iter().copied().map(SweptValue::Number).collect()).collect(),
        replicates,
        found,
        shown: 1,
        times: SweptTimes::default(),
        models: None,
    }
}

/// An initiative of the first kind that is observed from `entry` on.
pub fn fate(site: u32, entry: u32, end: Option<u32>) -> Fate {
    let mut causes = Causes::default();
    if end.is_some() {
        causes.insert(Cause::Money);
        causes.insert(Cause::Deficit);
    }
    Fate {
        site: SiteId(site),
        initiative: InitiativeId(0),
        name: "Extended access".to_owned(),
        kind: KindId(0),
        origin: if entry == 0 { Origin::PreExisting } else { Origin::Programme },
        start: if entry == 0 { -6 } else { entry.cast_signed() },
        entry,
        end,
        months_observed: end.map_or(96, |e| e + 1) - entry,
        cause: end.map(|_| Cause::Money),
        causes,
        absorbed: None,
        absorbed_at_end: false,
        peak_scale: 0.8,
        final_scale: 0.1,
        normalisation: 1.0 / 3.0,
        fit: 0.4,
        core_share: 0.0,
        stages: stages(entry, end, false),
    }
}

/// Where it stands at the ends of the eight years of [`setting`]: operating while it is alive, in the end business as usual
/// if it is `absorbed`.
fn stages(entry: u32, end: Option<u32>, absorbed: bool) -> Vec<LifeStage> {
    let stage = |month: u32| match end {
        _ if month < entry => LifeStage::NotBegun,
        Some(end) if end <= month => LifeStage::Ended,
        _ if absorbed && month == 95 => LifeStage::Absorbed,
        _ => LifeStage::Operating,
    };
    (11..96).step_by(12).map(stage).collect()
}

/// A pseudo-random number of 0..1 from three keys.
fn noise(a: u64, b: u64, c: u64) -> f64 {
    let mut x = a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b.rotate_left(21) ^ c.rotate_left(42);
    for _ in 0..3 {
        x = (x ^ (x >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    (x >> 11) as f64 / (1_u64 << 53) as f64
}

/// A whole run.
pub fn record(setting: &Setting, replicate: u64) -> RunRecord {
    let mut panel = Panel::new(setting.places.len(), setting.months as usize);
    for place in 0..setting.places.len() {
        for month in 0..setting.months as usize {
            for (i, value) in panel.row_mut(place, month).iter_mut().enumerate() {
                *value = noise(replicate, (place * 1000 + month) as u64, i as u64) as f32;
            }
            panel.row_mut(place, month)[Metric::Ended.index()] = month as f32;
        }
    }
    let mut fates = vec![];
    for site in 0..setting.sites.len() as u32 {
        let end = |n: u64| {
            let month = 20.0 + 120.0 * noise(replicate, u64::from(site), n);
            (month < 96.0).then_some(month as u32)
        };
        fates.push(fate(site, 0, end(1)));
        let second = fate(site, 12, end(2));
        fates.push(Fate { initiative: InitiativeId(1), kind: KindId(1), name: "Café, \"Oak\"".into(), ..second });
        let absorbed = end(2).is_none();
        let last = fates.last_mut().unwrap();
        (last.absorbed_at_end, last.stages) = (absorbed, stages(12, end(2), absorbed));
    }
    let event = Event {
        month: 48,
        site: Some(SiteId(0)),
        kind: EventKind::MoneyEnded,
        initiative: Some(InitiativeId(1)),
        actor: None,
        value: 0.6,
        name: String::new(),
    };
    let money = Money { asked: 1000.0, given: 600.0, spent: 500.0 + replicate as f64 };
    RunRecord { seed: 7, replicate, panel, fates, events: vec![event], snapshots: vec![], money }
}

/// Three organisations with two people each, everybody knowing everybody, with this trust across organisations and 0.8
/// inside; one initiative of the first and third person.
pub fn snapshot(site: u32, month: u32, trust: f32) -> TrustSnapshot {
    let person = |slot: u16| SlotState {
        role: "Manager".to_owned(),
        organisation: slot / 2,
        position: 0.2 * f32::from(slot),
        post: [
            Occupancy::Filled,
            Occupancy::Filled,
            Occupancy::Filled,
            Occupancy::Empty,
            Occupancy::Filled,
            Occupancy::None,
        ][usize::from(slot)],
    };
    let ends = (0..6).flat_map(|from| (0..6).filter(move |&to| to != from).map(move |to| (from, to)));
    TrustSnapshot {
        month,
        site: SiteId(site),
        organisations: ["Acute trust", "Council", "Charities"].map(str::to_owned).to_vec(),
        people: (0..6).map(person).collect(),
        initiatives: vec![InitiativeMembers {
            initiative: InitiativeId(0),
            kind: KindId(0),
            origin: Origin::Programme,
            members: vec![0, 2],
        }],
        ties: ends.map(|(from, to)| (from, to, if from / 2 == to / 2 { 0.8 } else { trust })).collect(),
    }
}

/// A comparison of so many arms of made-up runs, named `arm-1`, `arm-2` and so on, each replicate as `change` leaves it.
pub fn compared(
    setting: &Setting,
    arms: usize,
    replicates: u64,
    change: impl Fn(usize, u64, &mut RunRecord),
) -> Compared {
    compared_in(&vec![setting.clone(); arms], replicates, change)
}

/// The same where every arm has a setting of its own.
pub fn compared_in(settings: &[Setting], replicates: u64, change: impl Fn(usize, u64, &mut RunRecord)) -> Compared {
    let arms = settings.len();
    let clock = Clock::of(&settings.iter().collect::<Vec<_>>());
    let asked =
        ["alive_at_horizon", "survived_24", "restricted_months", "trust_final", "money_spent"].map(str::to_owned);
    let (metrics, at_run_end) = metrics_shown(&asked, &clock);
    let mut headlines = Headline::all(&clock.months().into_iter().collect::<Vec<_>>());
    headlines.extend(clock.months().map(Headline::after).into_iter().flatten());
    let mut comparison = Comparison::new(&settings[0], &headlines, arms);
    let mut collectors: Vec<Collector> = settings.iter().map(|one| Collector::new(one, &headlines)).collect();
    for replicate in 0..replicates {
        let run = |arm: usize| {
            let mut run = record(&settings[arm], replicate);
            change(arm, replicate, &mut run);
            Kept::of(run, &settings[arm], &headlines, 500)
        };
        let runs: Vec<Kept> = (0..arms).map(run).collect();
        comparison.add(&runs.iter().map(Some).collect::<Vec<_>>());
        collectors.iter_mut().zip(&runs).for_each(|(collector, run)| collector.add(Some(run)));
    }
    let label = |arm: usize| ArmLabel { name: format!("arm-{}", arm + 1), ..ArmLabel::default() };
    let found = collectors.into_iter().map(Collector::finish).zip(comparison.finish()).enumerate();
    let arms = found.map(|(arm, (findings, contrast))| ArmFindings { label: label(arm), findings, contrast });
    Compared {
        arms: arms.collect(),
        metrics,
        at_run_end,
        clock,
        pairwise: comparison.pairwise().clone(),
        replicates,
        unpaired: 0,
        models: None,
    }
}

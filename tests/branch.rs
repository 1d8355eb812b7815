//! Futures that branch from a common past: the past is that of the scenario alone, what comes then is that of a run of its own, and
//! no way of sharing it changes a bit.

use safsim::engine::{Altered, Engine, Observe, Watching};
use safsim::quantity::SiteId;
use safsim::record::{Alteration, Change, RunRecord};
use safsim::scenario::{Scenario, Source, Study, load_study, study_to_toml};
use safsim::study::{Options, compare, sweep};
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

const BASE: &str = r#"
extends = "six-sites"
name = "branching"
[run]
replicates = 6
[[regime]]
name = "as it was"
"#;

fn study(rest: &str) -> Study {
    let source = Source::Text { name: "branching".to_owned(), text: format!("{BASE}{rest}") };
    load_study(&source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn regime(branch: &str, set: &str) -> String {
    format!("[[regime]]\nname = \"other\"\n{branch}set = {{ {set} }}\n")
}

fn run(scenario: &Scenario, replicate: u64) -> RunRecord {
    let observe = Observe { events: true, snapshots: vec![3, 40, 90] };
    Engine::new(scenario).run(7, replicate, &observe)
}

/// What acts only later makes no difference earlier: then it does not matter whether it is said to branch.
#[test]
fn what_acts_later_is_the_same_with_and_without_a_branch() {
    let set = r#""programme.bridge" = 0.9"#;
    let whole = study(&regime("", set));
    for month in ["2014-05", "2015-04", "2016-02", "2016-10"] {
        let parted = study(&regime(&format!("branch_at = \"{month}\"\n"), set));
        let (one, other) = (&whole.regimes[1].scenario, &parted.regimes[1].scenario);
        assert!(one.past.is_none() && other.past.is_some());
        for replicate in 0..2 {
            assert!(run(one, replicate) == run(other, replicate), "{month}");
        }
    }
    // Not because it does nothing.
    assert!(run(&whole.scenario, 0) != run(&whole.regimes[1].scenario, 0));
}

/// The past is that of the scenario without regimes; the months from the branch on are not.
#[test]
fn the_past_is_that_of_the_scenario_and_the_future_is_not() {
    let set = r#""programme.end" = "2017-04", "programme.funding.horizon" = "whole""#;
    let study = study(&regime("branch_at = \"2016-10\"\n", set));
    let (base, parted) = (run(&study.scenario, 1), run(&study.regimes[1].scenario, 1));
    let until = 30;
    assert_eq!(study.regimes[1].scenario.past.as_ref().map(|past| past.until), Some(until));
    let months = study.scenario.time.months;
    let same = |month: u32| {
        (0..base.panel.places()).all(|place| {
            let row = |record: &RunRecord| record.panel.row(place, month as usize).to_vec();
            row(&base).iter().map(|v| v.to_bits()).eq(row(&parted).iter().map(|v| v.to_bits()))
        })
    };
    assert!((0..until).all(same) && !(until..months).all(same) && !same(until));
    let before = |record: &RunRecord| record.events.iter().filter(|e| e.month < until).cloned().collect::<Vec<_>>();
    assert_eq!(before(&base), before(&parted));
    assert_eq!(base.snapshots.iter().filter(|s| s.month < until).count(), 6);
    assert!(base.snapshots.iter().zip(&parted.snapshots).filter(|(one, _)| one.month < until).all(|(a, b)| a == b));
}

/// A past that is kept, and gone on from twice, by engines of different regimes.
#[test]
fn whoever_goes_on_from_a_past_that_is_kept_gets_what_a_run_gets() {
    let study = study(
        &(regime("branch_at = \"2016-10\"\n", r#""programme.end" = "2017-04""#)
            + &regime("branch_at = \"2016-10\"\n", r#""programme.end" = "2019-10""#).replace("other", "longer")),
    );
    let go = AtomicBool::new(false);
    let observe = Observe { events: true, snapshots: vec![] };
    let engines: Vec<Engine> = study.regimes[1..].iter().map(|regime| Engine::new(&regime.scenario)).collect();
    let past = engines[0].past(&go, 3, 2, &observe).unwrap();
    for engine in &engines {
        let alone = engine.run(3, 2, &observe);
        assert!(engine.run_from(&go, &past, &observe).unwrap() == alone);
        // Where stages are told hangs on the arm's own programme.
        assert!(alone.fates.iter().any(|fate| fate.stages.len() > 2));
    }
    let longer = engines[1].run(3, 2, &observe);
    assert!(longer != engines[0].run(3, 2, &observe));
}

/// Boards that begin later are there from the branch on; an unaltered future of a replay is that of a run.
#[test]
fn later_boards_and_replays_go_through_the_branch() {
    let board = r#"branch_at = "2016-10"
[regime.set]
"site.site-4.board" = [
  { members = ["Community trust", "Acute trust", "GP federation", "Charities and hospice"], formality = 0.2, end = "2016-10" },
  { members = ["Clinical commissioning group", "Community trust", "Acute trust", "GP federation", "Mental-health trust", "Council",
    "Charities and hospice"], formality = 0.6, start = "2016-10" },
  { members = ["all"], formality = 0.9, start = "2016-12" },
]
"#;
    let study = study(&format!("[[regime]]\nname = \"board\"\n{board}"));
    let scenario = &study.regimes[1].scenario;
    assert_ne!(run(&study.scenario, 0).fates, run(scenario, 0).fates);
    let engine = Engine::new(scenario);
    let watching = Watching { events: true, course: None };
    for month in [10, 29, 30, 60] {
        let altered = |change| Altered::new(&engine, Alteration { site: SiteId(3), from: month, change });
        let changes = [altered(Change::Nothing), altered(Change::NoBoard), altered(Change::MoneyGoesOn)];
        let replay = engine.replay(5, 0, &changes.iter().collect::<Vec<_>>(), &watching);
        let whole = engine.run(5, 0, &Observe { events: true, snapshots: vec![] });
        let fates: Vec<_> = replay.base.iter().flat_map(|site| site.fates.clone()).collect();
        assert!(fates == whole.fates);
        assert!(replay.altered[0].fates == replay.base[3].fates);
        assert!(replay.altered[2].fates != replay.base[3].fates);
    }
}

#[test]
fn what_cannot_change_on_the_way_is_refused_with_why() {
    let refused = |branch: &str, set: &str| {
        let text = format!("{BASE}{}", regime(branch, set));
        let source = Source::Text { name: "branching".to_owned(), text };
        load_study(&source, &[]).map(|_| String::new()).unwrap_or_else(|mistakes| mistakes.to_string())
    };
    for (branch, set, said) in [
        ("branch_at = \"2014-04\"\n", "", "nothing can part in 2014-04"),
        ("branch_at = \"2031-01\"\n", "", "nothing can part in 2031-01"),
        (
            "branch_at = \"2016-10\"\n",
            "contagion = 0.5",
            "parameters of the model cannot be otherwise from 2016-10 on only",
        ),
        ("branch_at = \"2016-10\"\n", r#""site.*.deficit" = 0.1"#, "starts from cannot be otherwise"),
        ("branch_at = \"2016-10\"\n", r#""programme.start" = "2015-06""#, "what site-1 starts from cannot"),
        (
            "branch_at = \"2016-10\"\nbudget_neutral = true\n",
            r#""programme.funding.horizon" = "whole""#,
            "alike in money",
        ),
        ("branch_at = \"2016\"\n", "", "branch_at"),
    ] {
        let told = refused(branch, set);
        assert!(told.contains(said) && told.is_empty() == said.is_empty(), "{branch}{set}: {told}");
    }
}

/// In studies: the same values on one thread and on several, with plausible models or not; read back from its own file.
#[test]
fn studies_share_the_past_and_nothing_else() {
    let rest = regime("branch_at = \"2016-10\"\n", r#""programme.end" = "2017-06""#)
        + &regime("branch_at = \"2017-04\"\n", r#""programme.end" = "2017-06""#).replace("other", "later")
        + "[sweep]\nbranch_at = \"2016-10\"\naxes = { \"programme.end\" = [\"2017-06\", \"2019-04\"] }\n";
    let study = study(&rest);
    let again = Source::Text { name: "again".to_owned(), text: study_to_toml(&study) };
    assert!(load_study(&again, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}")) == study);
    let on = |threads| Options { threads: NonZeroUsize::new(threads), ..Options::default() };
    let (one, three) = (compare(&study, &on(1)).unwrap(), compare(&study, &on(3)).unwrap());
    let differences = one.differences("alive_at_horizon");
    let text = |list: &[(&str, safsim::analysis::Estimate)]| format!("{list:?}");
    assert_eq!(text(&differences), text(&three.differences("alive_at_horizon")));
    assert_ne!(differences[0].1.mean, differences[1].1.mean);
    let alone = |arm: usize| {
        let runs = (0..6).map(|replicate| {
            Engine::new(&study.regimes[arm].scenario).run(study.scenario.run.seed, replicate, &Observe::default())
        });
        let alive = |record: RunRecord| record.fates.iter().filter(|fate| fate.end.is_none()).count() as f64;
        runs.map(alive).sum::<f64>() / 6.0
    };
    let by_hand = alone(1) - alone(0);
    assert!((differences[0].1.mean - by_hand).abs() < 1e-9, "{} {by_hand}", differences[0].1.mean);
    let (one, three) = (sweep(&study, &on(1)).unwrap(), sweep(&study, &on(3)).unwrap());
    let values =
        |swept: &safsim::study::SweepResults| [0, 1].map(|point| swept.estimate(point, "alive_at_horizon").unwrap());
    assert!(values(&one) == values(&three));
    assert!((values(&one)[0].mean - alone(1)).abs() < 1e-9);
}

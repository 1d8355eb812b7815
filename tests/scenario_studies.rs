//! Regimes, sweeps and outcomes of scenario files: what they make of the base, and that they read back.

use proptest::prelude::*;
use safsim::analysis::Headline;
use safsim::diagnostics::Paint;
use safsim::scenario::{
    Axis, AxisValue, AxisValues, BudgetNeutral, Horizon, OutcomeSection, Scenario, Source, Study, SweepDesign,
    built_ins, differences, load, load_study, outcome_metrics, study_to_toml,
};
use std::fs;
use std::path::PathBuf;

const BASE: &str = r#"
name = "base"
[[site]]
name = "A"
type = "mcp"
deficit = 0.2
initiatives = ["dementia_support"]
[[site]]
name = "practice"
count = 3
[[regime]]
name = "as it is"
[[regime]]
name = "long"
description = "One promise"
budget_neutral = true
set = { "programme.funding.horizon" = "whole", contagion = 0.5 }
"#;

fn text(text: &str) -> Source {
    Source::Text { name: "test".to_owned(), text: text.to_owned() }
}

fn study(file: &str, sets: &[&str]) -> Study {
    let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
    load_study(&text(file), &sets).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn again(study: &Study) -> Study {
    let text = study_to_toml(study);
    load_study(&Source::Text { name: "resolved".to_owned(), text: text.clone() }, &[])
        .unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}"))
}

fn names(study: &Study) -> Vec<&str> {
    study.regimes.iter().map(|regime| regime.name.as_str()).collect()
}

fn with_sweep(sweep: &str) -> Study {
    study(&format!("{BASE}\n[sweep]\n{sweep}"), &[])
}

/// The study of `patch`, which extends the base.
fn extended(test: &str, patch: &str) -> Study {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("base.toml"), BASE).unwrap();
    fs::write(folder.join("patch.toml"), format!("extends = \"base.toml\"\n{patch}")).unwrap();
    load_study(&Source::Path(folder.join("patch.toml")), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

#[test]
fn a_regime_is_the_scenario_with_its_settings() {
    let study = study(BASE, &[]);
    assert_eq!(names(&study), ["as it is", "long"]);
    let [first, long] = study.regimes.as_slice() else { panic!() };
    assert_eq!(first.scenario, study.scenario);
    assert_eq!((first.budget_neutral, long.budget_neutral), (None, Some(BudgetNeutral::Spent)));
    assert_eq!((first.description.as_str(), long.description.as_str()), ("", "One promise"));
    let sets = ["programme.funding.horizon=whole".to_owned(), "contagion=0.5".to_owned()];
    assert_eq!(Ok(&long.scenario), load(&text(BASE), &sets).as_ref());
    assert_eq!(long.scenario.programme.funding.horizon, Horizon::Whole);
    assert_eq!((study.sweep, study.outcome), (None, OutcomeSection::default()));
}

#[test]
fn a_budget_makes_alike_what_is_given_or_what_is_spent() {
    let of = |written: &str| {
        let study = study(&BASE.replace("budget_neutral = true", &format!("budget_neutral = {written}")), &[]);
        let again = load_study(&text(&study_to_toml(&study)), &[]).unwrap();
        assert_eq!(again, study, "{written}: written and read again");
        study.regimes[1].budget_neutral
    };
    assert_eq!([of("true"), of("\"spent\"")], [Some(BudgetNeutral::Spent); 2]);
    assert_eq!([of("\"given\""), of("false")], [Some(BudgetNeutral::Given), None]);
    let wrong = load_study(&text(&BASE.replace("budget_neutral = true", "budget_neutral = \"paid\"")), &[]);
    let said = wrong.unwrap_err().to_string();
    assert!(said.contains("`budget_neutral` must be true or false, \"spent\" or \"given\""), "{said}");
}

#[test]
fn options_come_before_regimes() {
    let study = study(BASE, &["name=mine", "contagion=0.1", "site.A.deficit=0.9", "run.seed=5"]);
    for regime in &study.regimes {
        let one = &regime.scenario;
        assert_eq!((one.name.as_str(), one.run.seed, one.sites[0].deficit.get()), ("mine", 5, 0.9), "{}", regime.name);
    }
    assert_eq!(study.regimes[0].scenario.parameters.contagion, 0.1);
    assert_eq!(study.regimes[1].scenario.parameters.contagion, 0.5, "the regime has the last word");
}

#[test]
fn regimes_of_a_base_are_changed_by_name() {
    let patch = "[[regime]]\nname = \"long\"\ndescription = \"Again\"\n[[regime]]\nname = \"short\"\n";
    let study = extended("regimes_by_name", patch);
    assert_eq!(names(&study), ["as it is", "long", "short"]);
    let long = &study.regimes[1];
    assert_eq!((long.description.as_str(), long.budget_neutral), ("Again", Some(BudgetNeutral::Spent)));
    assert_eq!(long.scenario.programme.funding.horizon, Horizon::Whole, "its settings stay");
    let study = extended("regimes_set", "[[regime]]\nname = \"long\"\nset = { contagion = 0.25 }\n");
    let long = &study.regimes[1].scenario;
    assert_eq!(long.parameters.contagion, 0.25);
    assert_ne!(long.programme.funding.horizon, Horizon::Whole, "settings are replaced as a whole");
    let study = extended("regimes_replaced", "replace = [\"regime\"]\n[[regime]]\nname = \"short\"\n");
    assert_eq!(names(&study), ["short"]);
}

#[test]
fn options_reach_regimes_and_sweeps() {
    let file = format!("{BASE}\n[sweep]\ndesign = \"sobol\"\npoints = 9\naxes = {{ contagion = [0.1, 0.2] }}");
    let study = study(&file, &["sweep.points=100", "regime.long.budget_neutral=false", "outcome.horizons=[6]"]);
    assert_eq!(study.sweep.map(|sweep| sweep.design), Some(SweepDesign::Sobol { points: 100 }));
    assert_eq!(study.regimes[1].budget_neutral, None);
    assert_eq!(study.outcome.horizons, [6]);
    assert!(load_study(&text(BASE), &["regime=[]".to_owned()]).unwrap().regimes.is_empty());
}

#[test]
fn what_is_refused_of_a_study_is_refused_of_its_base() {
    for end in ["[[regime]]\nname = \"long\"", "[sweep]\naxes = { contagion = [2] }", "[outcome]\nhorizons = [900]"] {
        let file = text(&format!("{BASE}\n{end}"));
        assert_eq!(load(&file, &[]).err(), load_study(&file, &[]).err());
        assert!(load(&file, &[]).is_err(), "{end}");
    }
}

#[test]
fn axes_are_read() {
    let study = with_sweep(
        "design = \"sobol\"\npoints = 8\n[sweep.axes]\ncontagion = { low = 0, high = 0.5 }\n\
         \"programme.funding.taper\" = { low = 0, high = 24 }\n\"programme.funding.horizon\" = { low = 6, high = 12 }\n\
         \"programme.mandate\" = { from = 0.1, to = 0.3, steps = 3 }\n\
         \"programme.funding.notice\" = { from = 0, to = 6, steps = 3 }\n\
         \"programme.successor_start\" = [\"none\", \"2016-10\"]",
    );
    let sweep = study.sweep.unwrap();
    let axis = |key: &str, values| Axis { key: key.to_owned(), values };
    let list = |values: &[AxisValue]| AxisValues::List(values.to_vec());
    let [number, whole] = [AxisValue::Number, |x: f64| AxisValue::Whole(x as i64)];
    let word = |text: &str| AxisValue::Text(text.to_owned());
    let axes = [
        axis("contagion", AxisValues::Range { low: 0.0, high: 0.5, whole: false }),
        axis("programme.funding.taper", AxisValues::Range { low: 0.0, high: 24.0, whole: true }),
        axis("programme.funding.horizon", AxisValues::Range { low: 6.0, high: 12.0, whole: true }),
        axis("programme.mandate", list(&[number(0.1), number(0.2), number(0.3)])),
        axis("programme.funding.notice", list(&[whole(0.0), whole(3.0), whole(6.0)])),
        axis("programme.successor_start", list(&[word("none"), word("2016-10")])),
    ];
    assert_eq!(sweep.axes, axes);
    assert_eq!((sweep.design, sweep.points()), (SweepDesign::Sobol { points: 8 }, 8));
    let grid = with_sweep("axes = { contagion = [0.1, 0.2, 0.3], \"programme.bridge\" = [0, 0.5] }").sweep.unwrap();
    assert_eq!((grid.design, grid.points()), (SweepDesign::Grid, 6));
}

#[test]
fn a_point_is_the_base_with_its_values() {
    let study = with_sweep(
        "axes = { contagion = [0.1, 0.2], \"site.*.deficit\" = [0.5, 0.6], \"programme.end\" = [\"2018-04\"] }",
    );
    let point = [AxisValue::Number(0.2), AxisValue::Number(0.6), AxisValue::Text("2018-04".to_owned())];
    let sets = ["contagion=0.2".to_owned(), "site.*.deficit=0.6".to_owned()];
    assert_eq!(study.at(&point), load(&text(BASE), &sets));
    let message = study.at(&point[1..]).unwrap_err().to_string();
    assert_eq!(message, "error: the sweep has 3 axes, but the point has 2 values\n");
}

#[test]
fn values_that_do_not_go_together_are_shown() {
    let file = "name = \"pairs\"\n[[site]]\nname = \"A\"\ntype = \"mcp\"\n[[site.board]]\nmembers = [\"all\"]\nstart = \"2015-04\"\n\
                end = \"2016-04\"\n[sweep.axes]\n\"site.A.board.0.start\" = [\"2015-04\", \"2016-01\"]\n\
                \"site.A.board.0.end\" = [\"2015-08\", \"2017-01\"]\n";
    let study = study(file, &[]);
    let point = [AxisValue::Text("2016-01".to_owned()), AxisValue::Text("2015-08".to_owned())];
    let expected = "\
error: the board must end after it has started
  --> test:11:24
   |
10 | \"site.A.board.0.start\" = [\"2015-04\", \"2016-01\"]
   |                          ---------------------- it starts in 2016-01
11 | \"site.A.board.0.end\" = [\"2015-08\", \"2017-01\"]
   |                        ^^^^^^^^^^^^^^^^^^^^^^
";
    assert_eq!(study.at(&point).unwrap_err().render(Paint::Plain, 100).to_string(), expected);
}

#[test]
fn points_read_back() {
    let path = Source::Path(PathBuf::from("tests/scenarios/valid/study.toml"));
    let study = load_study(&path, &[]).unwrap();
    let read = again(&study);
    for share in [0.0, 0.2, 0.45, 0.7, 0.99] {
        let point: Vec<AxisValue> =
            study.sweep.iter().flat_map(|sweep| &sweep.axes).map(|axis| axis.values.at_share(share)).collect();
        let here = study.at(&point).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_ne!(here, study.scenario, "{share}");
        assert!(read.at(&point) == Ok(here), "{share}");
    }
}

#[test]
fn default_horizons_may_lie_beyond_a_short_run() {
    let short = study("name = \"short\"\n[time]\nmonths = 50\n[[site]]\nname = \"A\"\n", &[]);
    assert_eq!(short.outcome.horizons, [12, 24]);
    assert_eq!(again(&short), short);
    assert!(!study_to_toml(&short).contains("horizons"));
    assert!(study_to_toml(&study(BASE, &[])).contains("\nhorizons = [12, 24]\n"));
}

#[test]
fn metrics_are_listed_once_and_have_defaults() {
    let metrics = outcome_metrics();
    for (i, metric) in metrics.iter().enumerate() {
        assert!(!metrics[..i].contains(metric), "{metric}");
    }
    assert!(OutcomeSection::default().metrics.iter().all(|metric| metrics.contains(&metric.as_str())));
}

#[test]
fn differences_are_settings() {
    let base = load(&text(BASE), &[]).unwrap();
    let shown = |sets: &[&str]| -> Vec<String> {
        let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
        let other = load(&text(BASE), &sets).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        differences(&base, &other).iter().map(|(key, value)| format!("{key} = {value}")).collect()
    };
    assert!(shown(&[]).is_empty());
    assert_eq!(shown(&["contagion=0.25", "run.seed=9"]), ["run.seed = 9", "parameters.contagion = 0.25"]);
    assert_eq!(shown(&["site.practice.count=4"]), ["site.practice.count = 4"]);
    assert_eq!(
        shown(&["site.*.history=0.1", "site.A.initiative.Dementia support.scale=0.5"]),
        ["site.A.history = 0.1", "site.A.initiative.Dementia support.scale = 0.5", "site.practice.history = 0.1"]
    );
    assert_eq!(
        shown(&["shock=[{ kind = \"policy_shift\", month = \"2016-01\" }]"]),
        [
            "shock = [{ kind = \"policy_shift\", month = \"2016-01\", scope = \"members\", magnitude = 0.5, duration = 0 }]"
        ]
    );
    assert_eq!(shown(&["site.A.initiative=[]", "site.A.initiatives=[]"]), ["site.A.initiative = []"]);
}

/// No setting takes a key away, so a shock that strikes by chance instead of in a month takes the whole list.
#[test]
fn a_list_that_cannot_be_changed_key_by_key_is_set_as_a_whole() {
    let with = |first: &str, second: &str| {
        let shocks =
            format!("[[shock]]\nkind = \"policy_shift\"\n{first}\n[[shock]]\nkind = \"price_change\"\n{second}\n");
        load(&text(&format!("{BASE}{shocks}")), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
    };
    let base = with("rate = 0.5", "month = \"2016-01\"");
    let keys =
        |other: &Scenario| -> Vec<String> { differences(&base, other).into_iter().map(|(key, _)| key).collect() };
    assert_eq!(keys(&with("rate = 0.25", "month = \"2016-02\"")), ["shock.0.rate", "shock.1.month"]);
    assert_eq!(keys(&with("rate = 0.25", "rate = 0.25")), ["shock"]);
}

#[test]
fn scenarios_side_by_side_are_a_study() {
    let named = |name: &str, set: &str| load(&text(BASE), &[format!("name={name}"), set.to_owned()]).unwrap();
    let arms = vec![named("one", "run.seed=7"), named("two", "description=Poor"), named("three", "contagion=0.5")];
    let study = Study::of(arms.clone()).unwrap();
    assert_eq!(names(&study), ["one", "two", "three"]);
    assert_eq!((&study.scenario, &study.regimes[0].scenario), (&arms[0], &arms[0]));
    assert_eq!(study.regimes[1].description, "Poor");
    for regime in &study.regimes {
        assert_eq!((regime.scenario.name.as_str(), regime.scenario.run.seed), ("one", 7), "{}", regime.name);
    }
    assert_eq!(study.regimes[2].scenario.parameters.contagion, 0.5);
    assert_eq!(again(&study), study);
}

#[test]
fn built_in_scenarios_can_be_arms() {
    let mut arms: Vec<Scenario> =
        built_ins().iter().map(|one| load(&Source::BuiltIn(one.name.to_owned()), &[]).unwrap()).collect();
    let time = arms[0].time;
    arms.retain(|arm| arm.time == time);
    assert!(arms.len() > 1, "some have the same months");
    let study = Study::of(arms).unwrap();
    assert_eq!(again(&study), study);
}

#[test]
fn scenarios_that_are_no_arms_are_refused() {
    let one = |sets: &[&str]| load(&text(BASE), &sets.iter().map(|&set| set.to_owned()).collect::<Vec<_>>()).unwrap();
    assert_eq!(Study::of(Vec::new()).unwrap_err().to_string(), "error: there is no scenario to compare\n");
    let message = Study::of(vec![one(&[]), one(&["time.months=90"])]).unwrap_err().to_string();
    let expected = "\
error: two of the scenarios are named \"base\"
 |
 = help: give each its own `name`: arms are told apart by it

error: \"base\" and \"base\" do not have the same months
 |
 = note: \"base\" has 96 months from 2014-04 on, \"base\" 90 months from 2014-04 on
 = help: give them the same [time]: arms are compared month by month

error: 2 mistakes
";
    assert_eq!(message, expected);
}

/// Keys and values that go together in most orders.
const SETS: &[(&str, &str)] = &[
    ("contagion", "0.25"),
    ("programme.start", "\"2015-06\""),
    ("programme.end", "\"2017-06\""),
    ("programme.badge", "[[0, 0.5], [\"2016-10\", 0.25]]"),
    ("programme.permissiveness", "[[3, 0.5]]"),
    ("programme.consonance", "[[-12, 0.5]]"),
    ("programme.funding.horizon", "7"),
    ("programme.funding.budget", "1e6"),
    ("programme.successor_start", "\"none\""),
    ("site.A.kit", "\"acc\""),
    ("site.A.collaboration", "0.5"),
    ("site.A.count", "3"),
    ("site.*.count", "2"),
    ("site.copy.count", "1"),
    ("site.copy.count", "2"),
    ("site.copy.deficit", "0.9"),
    ("site.alone 1.deficit", "0.9"),
    ("site.alone 2.board", "[{ members = [\"all\"] }]"),
    ("site.*.board", "[]"),
    ("site.A.name", "\"Z\""),
    ("site.A.initiative", "[]"),
    ("site.1.initiative.0.start", "\"2014-09\""),
    ("site.A.initiative.Social cafe.name", "\"it's = a.b\""),
    ("site.A.organisation.*.headroom", "-0.1"),
    ("site.A.actor", "[{ name = \"Ann\", organisation = \"Council\", role = \"manager\" }]"),
    ("shock", "[]"),
    ("shock", "[{ kind = \"policy_shift\", rate = 0.5 }, { kind = \"staff_loss\", rate = 0.1, count = 2 }]"),
    ("shock.0.kind", "\"funding_withdrawal\""),
    ("shock.1.target", "\"leaders\""),
    ("shock.*.magnitude", "0.125"),
    ("region", "[{ name = \"North\" }]"),
    ("site.A.region", "\"0\""),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_regimes_read_back(
        base in prop::collection::vec(0..SETS.len(), 0..4),
        regime in prop::collection::vec(0..SETS.len(), 0..6),
        folded in any::<bool>(),
    ) {
        const FILE: &str = include_str!("scenarios/valid/study.toml");
        let sets: Vec<String> = base.iter().map(|&i| format!("{}={}", SETS[i].0, SETS[i].1)).collect();
        let settings: Vec<String> = regime
            .iter()
            .enumerate()
            .filter(|(at, i)| regime[..*at].iter().all(|other| SETS[*other].0 != SETS[**i].0))
            .map(|(_, &i)| format!("\"{}\" = {}\n", SETS[i].0, SETS[i].1))
            .collect();
        let file = &FILE[..FILE.find("[[regime]]").unwrap()];
        let file = format!("{file}\n[[regime]]\nname = \"one\"\n[regime.set]\n{}", settings.concat());
        if let Ok(study) = load_study(&text(&file), &sets) {
            prop_assert_eq!(&again(&study), &study);
            if folded {
                let arm = Scenario { name: "other".to_owned(), ..study.regimes[0].scenario.clone() };
                let side_by_side = Study::of(vec![study.scenario, arm]).unwrap();
                prop_assert_eq!(&again(&side_by_side), &side_by_side);
            }
        }
    }
}

/// The words of `[outcome]` are the columns of `runs.csv`, in their order.
#[test]
fn outcomes_can_name_every_headline_metric() {
    let all: Vec<String> = Headline::all(&[]).into_iter().map(|headline| headline.name).collect();
    let others: Vec<&String> =
        all.iter().filter(|name| !["survived_12", "survived_24"].contains(&name.as_str())).collect();
    assert_eq!(others, outcome_metrics().iter().collect::<Vec<_>>());
}

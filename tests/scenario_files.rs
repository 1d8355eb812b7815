//! Every scenario in `scenarios` and `tests/scenarios/valid` loads and reads back; every one in
//! `tests/scenarios/invalid` is refused with exactly the message beside it. `SAFSIM_BLESS=1` renews what is compared.

use safsim::diagnostics::{Paint, Severity};
use safsim::scenario::{Source, Warning, built_ins, json_schema, load, load_study, reference, study_to_toml, to_toml};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{folder} is empty");
    files
}

fn bless() -> bool {
    std::env::var_os("SAFSIM_BLESS").is_some()
}

/// `text` must stand in `path`.
fn compare(path: &Path, text: &str) {
    if bless() {
        fs::write(path, text).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == text,
        "{} is out of date: SAFSIM_BLESS=1 cargo test renews it. It would be:\n{text}",
        path.display()
    );
}

/// What is shown of a scenario stands in the text file beside it; if not, what it would be, or the file is renewed.
fn stale_beside(path: &Path, shown: &str) -> Option<String> {
    let kept = path.with_extension("txt");
    if bless() {
        fs::write(&kept, shown).unwrap();
        return None;
    }
    let fresh = fs::read_to_string(&kept).unwrap_or_default() == shown;
    (!fresh).then(|| format!("{}:\n{shown}", kept.display()))
}

#[track_caller]
fn assert_fresh(stale: &[String]) {
    assert!(stale.is_empty(), "these messages have changed (SAFSIM_BLESS=1 renews them):\n{}", stale.join("\n"));
}

fn reads_back(source: &Source) {
    let scenario = load(source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let text = to_toml(&scenario);
    let again = load(&Source::Text { name: "resolved".to_owned(), text: text.clone() }, &[])
        .unwrap_or_else(|mistakes| panic!("{source:?}\n{mistakes}"));
    assert_eq!(scenario, again, "{source:?}");
    assert_eq!(to_toml(&again), text, "{source:?}");
    study_reads_back(source);
}

fn study_reads_back(source: &Source) {
    let study = load_study(source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let text = study_to_toml(&study);
    let again = load_study(&Source::Text { name: "resolved".to_owned(), text: text.clone() }, &[])
        .unwrap_or_else(|mistakes| panic!("{source:?}\n{mistakes}"));
    assert_eq!((&study.scenario, &study.sweep, &study.outcome), (&again.scenario, &again.sweep, &again.outcome));
    assert_eq!(study.regimes.len(), again.regimes.len(), "{source:?}");
    for (regime, again) in study.regimes.iter().zip(&again.regimes) {
        assert_eq!(regime, again, "{source:?}");
    }
    assert!(study == again, "{source:?}");
    assert_eq!(study_to_toml(&again), text, "{source:?}");
}

#[test]
fn built_in_scenarios_load_and_read_back() {
    for one in built_ins() {
        reads_back(&Source::BuiltIn(one.name.to_owned()));
    }
}

#[test]
fn every_scenario_file_is_built_in() {
    let names: Vec<&str> = built_ins().iter().map(|one| one.name).collect();
    for path in files("scenarios") {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        if ["ensemble", "targets"].contains(&stem) {
            // Plausible models, and what they had to meet.
            continue;
        }
        assert!(names.contains(&stem), "{} is not in the list of built-in scenarios", path.display());
        reads_back(&Source::Path(path));
    }
}

#[test]
fn valid_files_load_and_read_back() {
    for path in files("tests/scenarios/valid") {
        reads_back(&Source::Path(path));
    }
}

/// A first line `# set: KEY=VALUE` is an option.
#[test]
fn invalid_files_show_every_mistake() {
    let mut stale = Vec::new();
    for path in files("tests/scenarios/invalid") {
        let text = fs::read_to_string(&path).unwrap();
        let sets: Vec<String> =
            text.lines().filter_map(|line| line.strip_prefix("# set: ")).map(str::to_owned).collect();
        let Err(mistakes) = load(&Source::Path(path.clone()), &sets) else {
            panic!("{} loads, but should not", path.display())
        };
        let shown = mistakes.render(Paint::Plain, 120).to_string();
        stale.extend(stale_beside(&path, &shown));
    }
    assert_fresh(&stale);
}

/// Warnings are drawn in full; the file still loads, also when they are allowed, and then has none.
#[test]
fn warned_files_show_every_warning() {
    let mut stale = Vec::new();
    let mut seen = BTreeSet::new();
    for path in files("tests/scenarios/warned") {
        let study = load_study(&Source::Path(path.clone()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let warnings = study.warnings();
        for one in warnings.list() {
            assert!(matches!(one.severity(), Severity::Warning(_)) && !one.hints().is_empty(), "{one:?}");
            if let Severity::Warning(name) = one.severity() {
                seen.insert(name);
            }
        }
        let names: Vec<String> = Warning::ALL.iter().map(|one| format!("{:?}", one.name())).collect();
        let allowed = load_study(&Source::Path(path.clone()), &[format!("allow=[{}]", names.join(", "))]).unwrap();
        assert!(allowed.warnings().is_empty() && allowed.scenario == study.scenario, "{}", path.display());
        reads_back(&Source::Path(path.clone()));
        let shown = warnings.render(Paint::Plain, 120).to_string();
        stale.extend(stale_beside(&path, &shown));
    }
    assert_fresh(&stale);
    // Only trying shows what is too thin: see the tests of `check`.
    let known: BTreeSet<&str> =
        Warning::ALL.map(Warning::name).into_iter().filter(|n| *n != "thin-initiative").collect();
    assert_eq!(seen, known);
    let documented = fs::read_to_string("docs/scenario-files.md").unwrap();
    for name in Warning::ALL.map(Warning::name) {
        assert!(documented.contains(&format!("| `{name}` |")), "{name} is not in the table of warnings");
        assert!(Path::new(&format!("tests/scenarios/warned/{name}.toml")).exists(), "{name} has no example");
    }
}

/// What is given as it is by default, or is read at one site of many, in an arm or at a point, is nothing to warn of.
#[test]
fn what_is_read_somewhere_is_not_warned_of() {
    let alone = |text: &str| {
        let base = "name = \"quiet\"\n[[site]]\nname = \"Town\"\ntype = \"mcp\"\n\
                    initiatives = [\"social_prescribing\"]\n[[site]]\nname = \"Elsewhere\"\n";
        let source = Source::Text { name: "quiet".to_owned(), text: format!("{base}{text}") };
        let study = load_study(&source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_eq!(study.warnings().to_string(), "", "{text}");
        study
    };
    // The resolved file writes every default.
    let quiet = |text: &str| {
        let study = alone(text);
        let resolved = Source::Text { name: "resolved".to_owned(), text: study_to_toml(&study) };
        assert_eq!(load_study(&resolved, &[]).unwrap().warnings().to_string(), "", "{text}");
    };
    let arms = |set: &str| format!("[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nset = {{ {set} }}\n");
    quiet("");
    quiet("[programme.funding]\ntaper = 0\nnotice = 1\nthreshold = 1.0\nconditional = false\nhorizon = \"annual\"\n");
    alone(&arms("\"site.*.award\" = 0.4"));
    quiet(&(arms("\"programme.funding.conditional\" = true") + "[programme.funding]\nthreshold = 0.5\n"));
    quiet(
        "[programme.funding]\nhorizon = \"whole\"\n[sweep.axes]\n\"programme.funding.horizon\" = [\"whole\", 6]\n\
         \"programme.funding.notice\" = [2, 4]\n",
    );
}

#[test]
fn dates_follow_the_programmes_own() {
    let months = |text: &str, sets: &[&str]| {
        let text = format!("name = \"dates\"\n{text}\n[[site]]\nname = \"Town\"\ntype = \"mcp\"\n");
        let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
        let study =
            load_study(&Source::Text { name: "dates".to_owned(), text }, &sets).unwrap_or_else(|m| panic!("{m}"));
        let scenario = &study.scenario;
        let of = |index| scenario.time.month(index).to_string();
        let programme = &scenario.programme;
        assert_eq!((programme.successor_start, programme.support.account_managers), (None, false));
        assert!(programme.permissiveness.is_none() && programme.metric_focus.is_none());
        (of(0), scenario.time.months, of(programme.start), of(programme.end))
    };
    let told = |a: &str, n: u32, b: &str, c: &str| (a.to_owned(), n, b.to_owned(), c.to_owned());
    assert_eq!(months("", &[]), told("2014-04", 96, "2015-04", "2018-04"));
    assert_eq!(months("[time]\nstart = \"2025-01\"", &[]), told("2025-01", 96, "2026-01", "2029-01"));
    assert_eq!(months("[programme]\nstart = \"2030-06\"", &[]), told("2029-06", 96, "2030-06", "2033-06"));
    assert_eq!(months("", &["programme.end=2020-04"]), told("2014-04", 120, "2015-04", "2020-04"));
    assert_eq!(months("[time]\nmonths = 30", &[]), told("2014-04", 30, "2015-04", "2018-04"));
    // Arms share the months of the base, whatever they change of the programme.
    let regimes = "[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nset = { \"programme.end\" = \"2019-04\" }\n";
    let text = format!("name = \"arms\"\n[[site]]\nname = \"Town\"\ntype = \"mcp\"\n{regimes}");
    let study = load_study(&Source::Text { name: "arms".to_owned(), text }, &[]).unwrap_or_else(|m| panic!("{m}"));
    let [base, longer] = study.regimes.as_slice() else { panic!("two regimes") };
    assert_eq!(base.scenario.time, longer.scenario.time);
    assert_eq!((longer.scenario.programme.start, longer.scenario.programme.end), (12, 60));
    let assumed: Vec<&str> = study.assumed().iter().map(|(key, _)| *key).collect();
    assert!(assumed.contains(&"time.start") && assumed.contains(&"programme.successor_start"), "{assumed:?}");
}

#[test]
fn the_schema_is_fresh() {
    let text = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    compare(Path::new("scenarios/safsim.schema.json"), &text);
}

#[test]
fn the_reference_is_fresh() {
    let path = Path::new("docs/scenario-files.md");
    let text = fs::read_to_string(path).unwrap();
    let (begin, end) = ("<!-- reference: begin -->\n", "<!-- reference: end -->");
    let from = text.find(begin).expect("the reference begins") + begin.len();
    let to = text.find(end).expect("the reference ends");
    compare(path, &format!("{}\n{}{}", &text[..from], reference(), &text[to..]));
}

#[test]
fn the_examples_of_the_reference_load() {
    let text = fs::read_to_string("docs/scenario-files.md").unwrap();
    let examples: Vec<&str> =
        text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap_or("")).collect();
    assert!(examples.len() >= 4);
    for example in examples {
        reads_back(&Source::Text { name: "example".to_owned(), text: example.to_owned() });
    }
}

/// Organisations are bits of a word; the last bit is kept for a new entrant.
#[test]
fn a_site_has_no_more_organisations_than_bits() {
    let with = |number: usize| {
        let one = |n| format!("[[site.organisation]]\nkind = \"acute\"\nname = \"{n}\"\nroles = {{ nurse = 1 }}\n");
        let text = format!("name = \"many\"\n[[site]]\nname = \"A\"\n{}", (0..number).map(one).collect::<String>());
        load(&Source::Text { name: "many".to_owned(), text }, &[])
    };
    assert!(with(63).is_ok());
    let shown = with(64).unwrap_err().render(Paint::Plain, 120).to_string();
    assert!(shown.contains("site \"A\" has 64 organisations; 63 are the most"), "{shown}");
}

//! What sets the sites of a run apart.

use crate::program::{Home, assert_same, contents, wait_until};
use crate::small::town;
use safsim::engine::{Engine, Observe};
use safsim::record::RunRecord;
use safsim::scenario::{Source, load};
use std::collections::BTreeMap;
use std::path::Path;

/// Two more towns beside the first: one with a tenth of its bid, one whose money stops in the middle.
fn towns(of_the_poor: &str, shock: &str) -> String {
    let initiatives = "initiatives = [\"social_prescribing\", \"hospital_transfer_pathway\", \"dementia_support\"]";
    let site = |name: &str, more: &str| format!("[[site]]\nname = \"{name}\"\ntype = \"mcp\"\n{initiatives}\n{more}\n");
    town("towns") + &site("poor", of_the_poor) + &site("struck", "") + shock
}

const POOR: &str = "award = 0.1";
const LOST: &str =
    "[[shock]]\nkind = \"funding_withdrawal\"\nmonth = \"2015-01\"\nscope = { site = \"struck\" }\nmagnitude = 0.5\n";

/// What a run says; there may be warnings.
fn said(home: &Home, line: &str) -> String {
    let said = home.safsim(line);
    assert_eq!(said.status, 0, "{line}: {}", said.err);
    said.out
}

/// The rows of `conditions.csv`, by site and condition; cells by column.
fn conditions(home: &Home, out: &str) -> BTreeMap<(String, String), BTreeMap<String, String>> {
    let text = home.read(&format!("{out}/conditions.csv"));
    let mut lines = text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()));
    let columns: Vec<String> = lines.next().expect("a head").collect();
    let row = |cells: Vec<String>| columns.iter().cloned().zip(cells).collect::<BTreeMap<_, _>>();
    let rows = lines.map(|cells| row(cells.collect()));
    rows.map(|row| ((row["site"].clone(), row["condition"].clone()), row)).collect()
}

/// Of the site in this place, as the table of places has it: the share that survived, and all that is alive.
fn became(run: &RunRecord, site: u32, end: i32) -> (f64, f64) {
    let own: Vec<_> = run.fates.iter().filter(|fate| fate.site.0 == site).collect();
    let at_end = |fate: &&&safsim::record::Fate| {
        i64::from(fate.entry) < i64::from(end) && fate.end.is_none_or(|month| i64::from(month) >= i64::from(end))
    };
    let outlived = own.iter().filter(at_end).count() as f64;
    let alive = own.iter().filter(|fate| fate.end.is_none());
    (alive.clone().filter(at_end).count() as f64 / outlived, alive.count() as f64)
}

#[test]
fn a_difference_is_that_of_two_files_that_differ_in_it_alone() {
    let home = Home::new();
    home.write("towns.toml", &towns(POOR, LOST));
    home.done("run towns.toml -n 25 --seed 3 --quiet --out out");
    let found = conditions(&home, "out");
    let names: Vec<(&str, &str)> = found.keys().map(|(site, name)| (site.as_str(), name.as_str())).collect();
    assert_eq!(names, [("poor", "award"), ("struck", "funding_withdrawal")]);
    let engine = |text: String| {
        let source = Source::Text { name: "towns.toml".to_owned(), text };
        Engine::new(&load(&source, &[]).unwrap_or_else(|why| panic!("{why}")))
    };
    let own = engine(towns(POOR, LOST));
    let end = own.setting().programme_end;
    for (site, name, by_hand) in [
        (1, ("poor", "award"), engine(towns("award = 0.6", LOST))),
        (2, ("struck", "funding_withdrawal"), engine(towns(POOR, ""))),
    ] {
        let row = &found[&(name.0.to_owned(), name.1.to_owned())];
        assert_eq!(row["replicates"], "12");
        let pairs = (0..12).map(|replicate| {
            let of = |engine: &Engine| became(&engine.run(3, replicate, &Observe::default()), site, end);
            (of(&own), of(&by_hand))
        });
        let mean = |of: &dyn Fn((f64, f64)) -> f64| {
            let all: Vec<f64> = pairs.clone().map(|(one, other)| of(one) - of(other)).filter(|d| !d.is_nan()).collect();
            all.iter().sum::<f64>() / all.len() as f64
        };
        let (survived, alive) = (mean(&|(survived, _)| survived), mean(&|(_, alive)| alive));
        let told = |column: &str| row[column].parse::<f64>().expect("a number");
        assert!((told("survived_difference") - survived).abs() < 1e-12, "{row:?} {survived}");
        assert!((told("alive_difference") - alive).abs() < 1e-12 && alive < 0.0, "{row:?} {alive}");
        assert!(told("alive_low") <= alive && alive <= told("alive_high"), "{row:?}");
    }
    let (poor, struck) =
        (&found[&("poor".into(), "award".into())], &found[&("struck".into(), "funding_withdrawal".into())]);
    assert_eq!((poor["own"].as_str(), poor["exchanged"].as_str(), poor["month"].as_str()), ("0.1", "0.6", ""));
    assert_eq!(
        (struck["own"].as_str(), struck["exchanged"].as_str(), struck["month"].as_str()),
        ("0.75", "0.0", "2015-01")
    );
}

#[test]
fn the_same_bytes_on_any_threads_of_parts_and_cut_off() {
    let home = Home::new();
    home.write("towns.toml", &towns(POOR, LOST));
    // One of two is exchanged: a chunk of them and one more.
    let line = "run towns.toml -n 130 --quiet";
    home.done(&format!("{line} --out one --threads 1"));
    for shard in [2, 1] {
        home.done(&format!("{line} --out parts --shard {shard}/2"));
    }
    home.done("merge parts --quiet --out merged");
    assert_same(&home.path("one"), &home.path("merged"));
    let mut child = home.start(&format!("{line} --out cut --threads 1"));
    let is_begun = || home.path("cut/unfinished").is_dir();
    wait_until("it does not begin", || is_begun() || child.try_wait().unwrap().is_some());
    drop(child.kill());
    child.wait().unwrap();
    home.done(&format!("{line} --out cut --threads 3"));
    assert_same(&home.path("one"), &home.path("cut"));
}

#[test]
fn they_can_be_left_out_and_change_nothing_else() {
    let home = Home::new();
    home.write("towns.toml", &towns(POOR, LOST));
    let told = said(&home, "run towns.toml -n 12 --out with");
    let plain = said(&home, "run towns.toml -n 12 --out without --no-conditions");
    assert!(told.contains("Why here and not there") && !plain.contains("Why here"), "{told}{plain}");
    let (with, without) = (contents(&home.path("with")), contents(&home.path("without")));
    assert!(with.contains_key(Path::new("conditions.csv")) && !without.contains_key(Path::new("conditions.csv")));
    for (name, bytes) in &without {
        let is_about_all = ["manifest.json", "datapackage.json", "report.html", "report.data"]
            .iter()
            .any(|all| name == Path::new(all));
        assert!(is_about_all || with[name] == *bytes, "{}", name.display());
    }
    let page = |out: &str| home.read(&format!("{out}/report.html"));
    assert!(page("with").contains("id=\"why-here\"") && !page("without").contains("id=\"why-here\""));
    assert!(page("without").contains("safsim run scenario.toml --no-conditions"));
    // What is run again without them loses what no longer fits; and so do parts.
    home.done("run towns.toml -n 12 --out with --no-conditions --quiet");
    assert_same(&home.path("with"), &home.path("without"));
    for shard in [1, 2] {
        home.done(&format!("run towns.toml -n 12 --no-conditions --quiet --out parts --shard {shard}/2"));
    }
    home.done("merge parts --quiet --out merged");
    assert_same(&home.path("merged"), &home.path("without"));
}

#[test]
fn few_replicates_sites_alike_and_one_site() {
    let home = Home::new();
    home.write("towns.toml", &towns(POOR, LOST));
    let few = said(&home, "run towns.toml -n 9 --out few");
    assert!(few.contains("Why here and not there can be told from ten replicates on."), "{few}");
    let found = conditions(&home, "few");
    assert!(found.len() == 2 && found.values().all(|row| row["replicates"] == "0" && row["alive_low"].is_empty()));
    assert!(home.read("few/report.html").contains("from ten futures on"));
    // One of two in what there is for it.
    home.done("run towns.toml -n 19 --quiet --out some --format parquet");
    assert!(home.path("some/conditions.parquet").is_file());
    home.write("alike.toml", &towns("", ""));
    let alike = said(&home, "run alike.toml -n 10 --out alike");
    assert!(alike.contains("sets none of them apart"), "{alike}");
    assert!(
        conditions(&home, "alike").is_empty() && home.read("alike/report.html").contains("sets none of them apart")
    );
    home.write("town.toml", &town("town"));
    let alone = said(&home, "run town.toml -n 10 --out alone");
    assert!(!alone.contains("Why here") && !home.path("alone/conditions.csv").exists(), "{alone}");
}

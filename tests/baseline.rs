//! The reviewed results, and the number of the model that stands for them: any change of results shows here. It needs a
//! new number (`MODEL` in src/engine/month.rs) and a line marked **Results** in CHANGELOG.md, and is renewed on purpose
//! only: `SAFSIM_BLESS=1 cargo test --test baseline`.

#[path = "baseline/models.rs"]
mod models;
#[path = "baseline/results.rs"]
mod results;

use rayon::prelude::*;
use results::{digest, results};
use safsim::engine::MODEL;
use safsim::scenario::{Parameter, Parameters, Scenario, Source, default_scenario, load};
use std::fs;

const LIST: &str = "tests/models.txt";

/// Small worlds in which every process has something to do.
fn small() -> Vec<Scenario> {
    let read = |name: &str| {
        let file = Source::Path(format!("tests/baseline/{name}.toml").into());
        load(&file, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
    };
    ["every-process", "new-entrant", "ends"].map(read).into()
}

#[test]
fn results_are_those_that_were_reviewed() {
    let renew = std::env::var_os("SAFSIM_BLESS").is_some();
    for scenario in [vec![default_scenario()], small()].concat() {
        let name = scenario.name.as_str();
        let file = format!("tests/baseline/{name}.txt");
        let now = results(&scenario);
        let reviewed = fs::read_to_string(&file).unwrap_or_default();
        let list = fs::read_to_string(LIST).unwrap();
        let list = models::listed(&list, (MODEL, name, &digest(&now)), renew).unwrap_or_else(|refusal| {
            let differing = now.lines().zip(reviewed.lines()).find(|(a, b)| a != b);
            panic!("{refusal}\nFirst difference (now, reviewed): {differing:?}")
        });
        if renew {
            fs::write(&file, &now).unwrap();
            fs::write(LIST, list).unwrap();
        } else {
            assert!(now == reviewed, "{file} is not what model {MODEL} makes of {name}; do not edit it by hand");
        }
    }
}

/// Without this a constant could change and the model keep its number.
#[test]
fn a_change_of_any_parameter_is_seen() {
    let reviewed: Vec<(Scenario, String)> = small().into_iter().map(|one| (one.clone(), results(&one))).collect();
    let seen = |row: &Parameter, (scenario, reviewed): &(Scenario, String)| {
        let (low, high) = row.plausible();
        let others = [low, high].into_iter().filter(|other| *other != row.get(&scenario.parameters));
        others.into_iter().any(|other| {
            let mut changed = scenario.clone();
            assert!(row.set(&mut changed.parameters, other), "{}", row.name);
            results(&changed) != *reviewed
        })
    };
    let unseen = |row: &&Parameter| !reviewed.iter().any(|one| seen(row, one));
    let unseen: Vec<&str> = Parameters::TABLE.par_iter().filter(unseen).map(|row| row.name).collect();
    assert!(unseen.is_empty(), "the scenarios of tests/baseline leave out: {unseen:?}");
}

//! `run` when something is in the way: nothing is lost, and one message says what to do.

use crate::program::{Home, contents};
use std::fs;

#[test]
fn numbers_that_make_no_sense() {
    let home = Home::new();
    for line in [
        "run --replicates 0",
        "run --replicates -1",
        "run --replicates 1000001",
        "run --replicates many",
        "run --threads 0",
        "run --threads 100000",
        "run --seed -1",
        "run --seed 99999999999999999999",
    ] {
        home.refused(line, 2, &["invalid value"]);
    }
    for (line, meant) in [
        ("run -n 1e3", "did you mean 1000?"),
        ("run --replicates 1,000", "did you mean 1000?"),
        ("run --threads 2.0", "did you mean 2?"),
        ("run --seed -1", "from 0 to 9007199254740992 is needed; this is too small"),
        ("evidence --ensemble 1k --list", "did you mean 1000?"),
        ("evidence --ensemble 9 --per-set 1", "from 2 to 10000"),
        ("evidence --ensemble 9 --per-set-most 1", "from 2 to 10000"),
        ("run --shard 1/2 --wait 1e3", "did you mean 1000?"),
        ("explain six-sites --replicate 1e1", "did you mean 10?"),
        ("explain six-sites --point -2", "from 0 to 999999"),
        ("run --until-precise survived_horizon=0,01", "did you mean survived_horizon=0.01?"),
    ] {
        home.refused(line, 2, &[meant]);
        assert!(!home.safsim(line).err.contains("digit"), "{line}");
    }
    home.refused("run six-sits", 2, &["six-sits", "six-sites"]);
    home.refused("run --set time.mnths=3", 2, &["mnths", "months"]);
    home.refused("run --out", 2, &["--out"]);
    assert!(contents(home.folder()).is_empty());
}

#[test]
fn a_file_in_the_way() {
    let home = Home::new();
    home.write("file", "mine");
    home.refused("run -n 1 --out file", 1, &["could not write results to file: it is a file, not a folder"]);
    home.refused("run -n 1 --out file --force", 1, &["it is a file"]);
    home.refused("run -n 1 --out file/out", 1, &["a part of that path is a file"]);
    assert_eq!(home.read("file"), "mine");
}

#[test]
fn foreign_files_are_safe() {
    let home = Home::new();
    fs::create_dir(home.path("mine")).unwrap();
    home.write("mine/thesis.txt", "precious");
    home.refused("run single-site -n 1 --out mine", 2, &["holds no safsim results", "--out", "--force"]);
    home.done("run single-site -n 1 --out mine --force");
    assert_eq!(home.read("mine/thesis.txt"), "precious");
    fs::create_dir(home.path("other")).unwrap();
    home.write("other/runs.csv", "precious");
    home.refused("run single-site -n 1 --out other --force", 2, &["runs.csv", "was not written by safsim"]);
    assert_eq!(home.read("other/runs.csv"), "precious");
}

#[test]
fn results_of_another_plan_are_safe() {
    let home = Home::new();
    home.done("run single-site -n 2 --out out");
    let before = contents(&home.path("out"));
    home.refused("run single-site -n 3 --out out", 2, &["different plan (2 replicates, seed 1)", "--out", "--force"]);
    home.refused("run single-site -n 2 --set contagion=0.2 --out out", 2, &["different plan"]);
    assert!(before == contents(&home.path("out")));
    home.done("run single-site -n 3 --out out --force");
    assert!(before != contents(&home.path("out")));
}

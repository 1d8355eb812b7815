//! Experiments that are cut off, one way or another, and gone on with.

#![cfg(unix)]

use crate::program::{Home, Said, assert_same, contents, signal, wait_until};
use crate::small::{AS_IT_IS, GRID, MILD, TARGETS, findings, regimes, swept, town};
use std::path::PathBuf;
use std::process::Child;
use std::time::Duration;

/// A run, a comparison, a sweep, findings and inputs that are varied: 400 to 700 runs each, in chunks of 64 or fewer.
const EXPERIMENTS: [&str; 7] = [
    "run town.toml -n 450",
    "compare regimes.toml -n 200",
    "sweep swept.toml -n 70",
    "evidence --from findings -n 120 --ensemble 12",
    "sensitivity town.toml --over contagion,spirits,growth,security --trajectories 24 --top 2 --rows 40",
    "discover town.toml --over contagion,spirits,growth,security --points 160",
    "calibrate targets.toml --first 150 --later 80 --waves 2 -n 2",
];

fn home() -> Home {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    regimes(&home, "regimes.toml", &[AS_IT_IS, MILD]);
    swept(&home, "swept.toml", GRID);
    findings(&home);
    home.write("targets.toml", TARGETS);
    home
}

fn chunks(home: &Home, out: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(home.path(out).join("unfinished")) else { return vec![] };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "chunk"));
    paths.sort();
    paths
}

/// Waits until a process has kept so many chunks, or ended.
pub fn wait_for_chunks(home: &Home, out: &str, child: &mut Child, count: usize) {
    wait_until("no chunk is kept", || chunks(home, out).len() >= count || child.try_wait().unwrap().is_some());
}

/// Cuts an experiment off, each time a little further on, at moments that do not go with chunks; then lets it end.
fn with_cuts(home: &Home, line: &str, out: &str, cut: &str) -> usize {
    let line = format!("{line} --quiet --out {out}");
    let mut cuts = 0;
    // Who is interrupted draws what is finished, which takes most of the time.
    for round in 0..if cut == "-INT" { 2 } else { 3 } {
        let mut child = home.start(&format!("{line} --threads {}", 1 + round % 2));
        let kept = chunks(home, out).len();
        wait_for_chunks(home, out, &mut child, kept + 1 + round);
        std::thread::sleep(Duration::from_millis(37 * round as u64));
        if child.try_wait().unwrap().is_none() {
            signal(&child, cut);
        }
        let said = Said::by(child);
        match said.status {
            0 => break,
            1 if cut == "-INT" => {
                assert!(said.err.contains("the same command goes on from there"), "{line}: {}", said.err);
                let marker = home.read(&format!("{out}/UNFINISHED")).to_lowercase();
                assert!(marker.contains("the same command goes on"), "{marker}");
            }
            -1 if cut == "-KILL" => assert_eq!(said.err, ""),
            other => panic!("{line}: {other}: {}", said.err),
        }
        cuts += 1;
    }
    home.done(&line);
    cuts
}

/// Cuts experiments off by a signal that they know of and by one that nobody can know of.
fn cut_off(experiments: std::ops::Range<usize>) {
    let home = home();
    for (i, line) in EXPERIMENTS.iter().enumerate().filter(|(i, _)| experiments.contains(i)) {
        home.done(&format!("{line} --quiet --out whole-{i}"));
        for signal in ["-INT", "-KILL"] {
            let cut = format!("cut-{i}{signal}");
            assert!(with_cuts(&home, line, &cut, signal) > 0, "{line} was too fast for {signal}");
            assert_same(&home.path(&format!("whole-{i}")), &home.path(&cut));
        }
    }
}

#[test]
fn interrupts_and_kills_leave_no_trace_in_results_of_scenarios() {
    cut_off(0..3);
}

#[test]
fn interrupts_and_kills_leave_no_trace_in_results_of_other_studies() {
    cut_off(3..EXPERIMENTS.len());
}

/// Kills a run of the town once it has kept so many chunks.
fn killed(home: &Home, out: &str, count: usize) {
    let mut child = home.start(&format!("{} --quiet --out {out}", EXPERIMENTS[0]));
    wait_for_chunks(home, out, &mut child, count);
    signal(&child, "-KILL");
    assert_eq!(Said::by(child).status, -1, "it was too fast");
}

#[test]
fn a_damaged_chunk_is_named_and_computed_again() {
    let home = home();
    home.done(&format!("{} --quiet --out whole", EXPERIMENTS[0]));
    killed(&home, "cut", 3);
    let kept = chunks(&home, "cut");
    let bytes = std::fs::read(&kept[0]).unwrap();
    std::fs::write(&kept[0], &bytes[..bytes.len() / 2]).unwrap();
    let mut bytes = std::fs::read(&kept[1]).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    std::fs::write(&kept[1], bytes).unwrap();
    let said = home.safsim(&format!("{} --out cut", EXPERIMENTS[0]));
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.starts_with("going on with cut: "), "{}", said.err);
    for chunk in &kept[..2] {
        let named = format!("is damaged: cut/unfinished/{}", chunk.file_name().unwrap().to_str().unwrap());
        assert!(said.err.contains(&named) && said.err.contains("it is computed again"), "{}", said.err);
    }
    assert_same(&home.path("whole"), &home.path("cut"));
}

#[test]
fn what_a_kill_may_leave_is_in_nobodys_way() {
    let home = home();
    let line = "run town.toml -n 2 --quiet --out";
    home.done(&format!("{line} whole"));
    // Before the plan was there; while it was written; after it was taken away; while tables were written.
    for (i, left) in [
        "unfinished/",
        "unfinished/.plan.partial",
        "UNFINISHED",
        "unfinished/0a1b2c3d4e5f-00003.chunk",
        ".partial-17-0/runs.csv",
    ]
    .iter()
    .enumerate()
    {
        let file = home.path(&format!("left-{i}/{left}"));
        std::fs::create_dir_all(if left.ends_with('/') { &file } else { file.parent().unwrap() }).unwrap();
        if !left.ends_with('/') {
            std::fs::write(&file, "half").unwrap();
        }
        home.done(&format!("{line} left-{i}"));
        assert_same(&home.path("whole"), &home.path(&format!("left-{i}")));
        let entries = |name: &str| home.path(name).read_dir().unwrap().count();
        assert_eq!(entries(&format!("left-{i}")), entries("whole"), "{left}");
    }
}

#[test]
fn going_on_is_refused_where_it_would_be_wrong() {
    let home = home();
    home.refused("run town.toml -n 2 --resume --out new", 2, &["new holds nothing unfinished", "leave --resume out"]);
    assert!(!home.path("new").exists());
    home.done("run town.toml -n 2 --quiet --out new");
    home.refused("run town.toml -n 2 --resume --out new", 2, &["holds nothing unfinished"]);
    home.refused("run town.toml --resume --force", 2, &["cannot be used with"]);

    killed(&home, "cut", 1);
    // A kill may leave the lock's file, which the next command takes away.
    std::fs::remove_file(home.path("cut/.safsim.lock")).unwrap();
    home.write("cut/notes.txt", "mine");
    home.write("cut/unfinished/notes.txt", "mine too");
    let before = contents(&home.path("cut"));
    for other in ["-n 450 --seed 2", "-n 451", "-n 450 --set contagion=0.2"] {
        let parts = [
            "cut holds an unfinished experiment of a different plan (run town, 450 replicates, seed 1, begun by safsim ",
            "--force",
        ];
        home.refused(&format!("run town.toml {other} --out cut"), 2, &parts);
    }
    home.refused("compare regimes.toml -n 450 --out cut", 2, &["unfinished experiment of a different plan"]);
    home.refused("run town.toml -n 451 --out cut --resume", 2, &["different plan"]);
    assert!(before == contents(&home.path("cut")));
    home.done("run town.toml -n 2 --quiet --out cut --force");
    assert_eq!((home.read("cut/notes.txt"), home.read("cut/unfinished/notes.txt")), ("mine".into(), "mine too".into()));
    std::fs::remove_file(home.path("cut/notes.txt")).unwrap();
    std::fs::remove_dir_all(home.path("cut/unfinished")).unwrap();
    assert_same(&home.path("new"), &home.path("cut"));
}

#[test]
fn complete_results_stay_until_others_are_complete() {
    let home = home();
    home.done("run town.toml -n 3 --quiet --out out");
    let before = contents(&home.path("out"));
    let line = format!("{} --force --quiet --out out", EXPERIMENTS[0]);
    let mut child = home.start(&line);
    wait_for_chunks(&home, "out", &mut child, 1);
    signal(&child, "-INT");
    let said = Said::by(child);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.err.contains("the earlier results in out are as they were"), "{}", said.err);
    let mut after = contents(&home.path("out"));
    after.retain(|name, _| !name.starts_with("unfinished"));
    assert!(before == after);
    home.done(&line);
    home.done(&format!("{} --quiet --out whole", EXPERIMENTS[0]));
    assert_same(&home.path("whole"), &home.path("out"));
}

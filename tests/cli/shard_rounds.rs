//! `--shard` of studies that grow: what is run next follows from what all parts come to, and the bytes are still those of one machine.

use crate::program::{Home, Said, assert_same, contents};
use crate::small::{AS_IT_IS, MILD, TARGETS, findings, regimes, town};
use std::fs;
use std::path::Path;

/// Every command that may take several rounds, and these do.
const GROWING: [&str; 5] = [
    "calibrate targets.toml --first 60 --later 40 --waves 3 -n 2",
    "evidence --from findings -n 4 --ensemble 12",
    "sensitivity town.toml --over contagion,spirits,growth,security --trajectories 8 --top 2 --rows 8",
    "run town.toml -n 600 --until-precise survived_horizon=0.035",
    "compare regimes.toml -n 400 --until-precise survived_horizon=0.02",
];

fn home() -> Home {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.write("targets.toml", TARGETS);
    regimes(&home, "regimes.toml", &[AS_IT_IS, MILD]);
    findings(&home);
    home
}

#[test]
fn shards_that_are_run_again_round_by_round_are_the_bytes_of_one_machine() {
    let home = home();
    for (place, line) in GROWING.iter().enumerate() {
        let at = |name: &str| format!("{name}-{place}");
        home.done(&format!("{line} --quiet --out {}", at("whole")));
        let mut rounds = 0;
        loop {
            assert!(rounds < 40, "{line} does not end");
            rounds += 1;
            for (shard, threads) in [(2, 1), (3, 2), (1, 1)] {
                let said = home.safsim(&format!("{line} --out {} --shard {shard}/3 -j {threads}", at("parts")));
                assert_eq!(said.status, 0, "{line}: {}", said.err);
                let is_told =
                    ["is finished", "has finished its part of round"].iter().any(|part| said.out.contains(part));
                assert!(is_told, "{line}: {}", said.out);
            }
            let said = home.safsim(&format!("merge {} --quiet --out {}", at("parts"), at("merged")));
            if said.status == 0 {
                break;
            }
            assert!(said.status == 2 && said.err.contains("is not finished: parts"), "{line}: {}", said.err);
            assert!(!home.path(&at("merged")).exists(), "{line}");
        }
        assert!(rounds >= 2, "{line}: one round");
        assert_same(&home.path(&at("whole")), &home.path(&at("merged")));
        // Once more changes nothing.
        let before = contents(&home.path(&at("parts")));
        assert!(home.done(&format!("{line} --quiet --out {} --shard 2/3", at("parts"))).is_empty());
        assert!(contents(&home.path(&at("parts"))) == before, "{line}");
    }
}

#[test]
fn shards_that_wait_for_each_other_need_no_second_start() {
    let home = home();
    for (place, line) in GROWING.iter().enumerate() {
        let at = |name: &str| format!("{name}-{place}");
        home.done(&format!("{line} --quiet --out {}", at("whole")));
        let start = |shard: u32| home.start(&format!("{line} --out {} --shard {shard}/3 -j 1 --wait 5", at("parts")));
        let started: Vec<_> = (1..=3).map(start).collect();
        for child in started {
            let said = Said::by(child);
            assert!(said.status == 0 && said.out.contains("is finished"), "{line}: {} {}", said.out, said.err);
        }
        home.done(&format!("merge {} --quiet --out {}", at("parts"), at("merged")));
        assert_same(&home.path(&at("whole")), &home.path(&at("merged")));
    }
}

/// What is in one folder, into another.
fn bring(from: &Path, to: &Path) {
    for (path, bytes) in contents(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn folders_of_their_own_are_brought_together_between_rounds() {
    let home = home();
    let line = "evidence --from findings -n 4 --ensemble 12";
    home.done(&format!("{line} --quiet --out whole"));
    let shard = |machine: &str, shard: u32| home.safsim(&format!("{line} --out {machine} --shard {shard}/2")).out;
    for (machine, own) in [("here", 1), ("there", 2)] {
        assert!(shard(machine, own).contains("has finished its part of round 1"));
    }
    bring(&home.path("here"), &home.path("there"));
    assert!(shard("there", 2).contains("has finished its part of round 2"));
    bring(&home.path("there"), &home.path("here"));
    assert!(shard("here", 1).contains("is finished"));
    bring(&home.path("here"), &home.path("there"));
    // All that makes the whole lies in the folders: nothing else is read.
    fs::remove_dir_all(home.path("findings")).unwrap();
    home.done("merge there --quiet --out merged");
    assert_same(&home.path("whole"), &home.path("merged"));
}

#[test]
fn a_shard_that_goes_on_after_a_loss_asks_for_what_is_lost() {
    let home = home();
    let line = GROWING[0];
    let shard = |shard: u32| home.safsim(&format!("{line} --out parts --shard {shard}/2"));
    assert!(shard(1).out.contains("lacks those of 2/2"));
    assert!(shard(2).out.contains("has finished its part of round 2"));
    // What another one has run is damaged: it is not taken, and whoever ran it mends it.
    let chunks = home.path("parts/shard-1-of-2/unfinished");
    let chunk = fs::read_dir(&chunks).unwrap().map(|entry| entry.unwrap().path());
    let chunk = chunk.filter(|path| path.extension().is_some_and(|end| end == "chunk")).min().unwrap();
    let whole = fs::read(&chunk).unwrap();
    fs::write(&chunk, &whole[..whole.len() / 2]).unwrap();
    let said = shard(2);
    assert!(said.status == 0 && said.out.contains("lacks those of 1/2"), "{} {}", said.out, said.err);
    let said = shard(1);
    assert!(said.status == 0 && said.err.contains("it is computed again"), "{}", said.err);
    assert!(fs::read(&chunk).unwrap() == whole);
}

/// What a folder from elsewhere says is not obeyed.
#[test]
fn texts_and_sizes_that_were_altered_are_refused() {
    let home = home();
    let line = "calibrate targets.toml --first 30 --later 20 --waves 2 -n 2 --quiet";
    home.done(&format!("{line} --out parts --shard 1/1"));
    let place = "parts/shard-1-of-1/unfinished/shard.json";
    let entry = home.read(place);
    for (from, to) in [
        ("\"first\": 30", "\"first\": 18446744073709551615"),
        ("\"later\": 20", "\"later\": 18446744073709551615"),
        ("\"waves\": 2", "\"waves\": 3"),
        ("range = [0.4, 1.2]", "range = [0.4, 1.3]"),
        ("range = [0.4, 1.2]", "range = [1.4, 1.2]"),
        ("months = 36", "months = 35"),
        ("name = \\\"town\\\"\\nquestion", "extends = \\\"/etc/hostname\\\"\\nname = \\\"town\\\"\\nquestion"),
    ] {
        assert!(entry.contains(from), "{from} is not in {entry}");
        home.write(place, &entry.replacen(from, to, 1));
        let said = home.safsim("merge parts --out merged");
        assert!((1..=2).contains(&said.status) && !said.err.contains("panicked"), "{to}: {} {}", said.status, said.err);
        assert!(!home.path("merged").exists(), "{to}");
    }
    home.write(place, &entry);
    home.done("merge parts --quiet --out merged");
}

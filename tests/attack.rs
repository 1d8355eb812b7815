//! Attack: mutated scenarios, findings and arguments against the program itself, from a seed.
//!
//! No panic, no crash, an exit status of 0, 1 or 2, an answer in bounded time and memory. A few in every test run;
//! `SAFSIM_ATTACKS=20000 cargo test --test attack -- --nocapture` is the long one, `SAFSIM_ATTACK_SEED` another seed.

#![cfg(target_os = "linux")]

#[path = "attack/chance.rs"]
mod chance;
#[path = "attack/hostile.rs"]
mod hostile;
#[path = "attack/mutated.rs"]
mod mutated;
#[path = "attack/struck.rs"]
mod struck;

use chance::Chance;
use mutated::{mutated, torn};
use std::fs;
use std::path::Path;
use struck::{Blow, strike};

/// Attacks of each sort in an ordinary test run.
const FEW: u64 = 12;

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// The text of every scenario, or of every file of findings, of the project.
fn corpus(folders: &[&str]) -> Vec<String> {
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Strikes once for each case, and reports how many there were and how they ended.
#[expect(clippy::print_stdout, reason = "how much was tried, and how it came out, is for whoever looks")]
fn attack(name: &str, blow: impl Fn(&mut Chance, &Path) -> Blow) {
    let (cases, seed) = (number("SAFSIM_ATTACKS", FEW), number("SAFSIM_ATTACK_SEED", 1));
    let folder = tempfile::tempdir().unwrap();
    let mut ends = [0_u64; 3];
    for case in 0..cases {
        let mut chance = Chance::new(seed, case);
        let blow = blow(&mut chance, folder.path());
        match strike(&blow, folder.path()) {
            Ok(status) => ends[status] += 1,
            Err(why) => panic!("{name}, seed {seed}, case {case}: {why}\n{blow}"),
        }
    }
    println!("{name}: {cases} attacks; {} done, {} could not finish, {} refused", ends[0], ends[1], ends[2]);
}

#[test]
fn mutated_scenarios() {
    let corpus = corpus(&["scenarios", "tests/scenarios/valid"]);
    attack("scenarios", |chance, folder| {
        let text = chance.of(&corpus).clone();
        let text = if chance.one_in(3) { torn(&text, chance) } else { mutated(&text, chance).into_bytes() };
        fs::write(folder.join("struck.toml"), text).unwrap();
        let line = chance.of(&[
            "check struck.toml",
            "check struck.toml --confined",
            "check struck.toml --resolved --quiet",
            "run struck.toml -n 1 --memory 300MB --quiet --force --out out",
            "compare struck.toml -n 2 --memory 300MB --quiet --force --out out",
            "sweep struck.toml -n 1 --memory 300MB --quiet --force --out out",
            "explain struck.toml -n 1 --memory 300MB --quiet",
        ]);
        Blow::of(line)
    });
}

#[test]
fn mutated_findings() {
    let corpus = corpus(&["scenarios/evidence"]);
    let bases = corpus_of_bases();
    attack("findings", |chance, folder| {
        let home = folder.join("findings");
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(home.join("base")).unwrap();
        let text = chance.of(&corpus).clone();
        let text = if chance.one_in(3) { torn(&text, chance) } else { mutated(&text, chance).into_bytes() };
        fs::write(home.join("struck.toml"), text).unwrap();
        for (name, text) in &bases {
            let text = if chance.one_in(8) { mutated(text, chance).into_bytes() } else { text.clone().into_bytes() };
            fs::write(home.join("base").join(name), text).unwrap();
        }
        let run = "evidence --from findings -n 2 --memory 400MB --quiet --force --out out";
        Blow::of(if chance.one_in(4) { run } else { "evidence --from findings --list" })
    });
}

fn corpus_of_bases() -> Vec<(String, String)> {
    let entries = fs::read_dir("scenarios/evidence/base").unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = entries.collect();
    paths.sort();
    paths
        .iter()
        .map(|p| (p.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(p).unwrap()))
        .collect()
}

#[test]
fn hostile_arguments() {
    attack("arguments", |chance, folder| {
        fs::write(folder.join("struck.toml"), "name = \"struck\"\n[[site]]\nname = \"a\"\ntype = \"mcp\"\n").unwrap();
        hostile::arguments(chance)
    });
}

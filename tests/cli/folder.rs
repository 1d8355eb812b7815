//! The results folder under attack: several processes at once, folders that go away, disks that fail at any step, files that
//! somebody has put there or changed. A few rounds of each; `SAFSIM_ROUNDS=1000 cargo test --test cli folder:: -- --nocapture`
//! does many and says how many.

#![cfg(unix)]

use crate::program::{Home, Said, assert_same, contents, program, signal, wait_until};
use crate::small::town;
use sha2::{Digest, Sha256};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Rounds of what has no natural end: a few, or as many as are asked for.
fn rounds(few: u64) -> u64 {
    std::env::var("SAFSIM_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

/// Chance that can be had again (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len() as u64) as usize]
    }
}

fn home() -> Home {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home
}

const RUN: &str = "run town.toml -n 2 --quiet --out";

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// What the manifest of a folder lists is there, to the byte, and nothing says that it is not complete.
fn assert_whole(folder: &Path) {
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert!(files.len() > 10);
    for file in files {
        let path = folder.join(file["path"].as_str().unwrap());
        let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert_eq!(file["sha256"], hash(&bytes), "{}", path.display());
    }
    let names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!names.iter().any(|name| name == "UNFINISHED" || name.starts_with('.')), "{names:?}");
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in contents(from) {
        fs::create_dir_all(to.join(&name).parent().unwrap()).unwrap();
        fs::write(to.join(name), bytes).unwrap();
    }
}

/// A run that takes a while, once it has kept a chunk.
fn long_run(home: &Home, out: &str) -> Child {
    let child = home.start(&format!("run town.toml -n 100000 --threads 1 --quiet --out {out}"));
    let chunks = home.path(out).join("unfinished");
    let is_chunk = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".chunk");
    wait_until("no chunk is kept", || {
        fs::read_dir(&chunks).is_ok_and(|mut all| all.any(|e| e.is_ok_and(|e| is_chunk(&e.file_name()))))
    });
    child
}

#[test]
fn two_processes_in_one_folder_at_any_time() {
    let home = home();
    home.done(&format!("{RUN} whole"));
    let mut dice = Dice(11);
    let (rounds, pairs) = (
        rounds(4),
        [("run", "run"), ("run", "report"), ("run", "explain"), ("report", "report"), ("report", "explain")],
    );
    for round in 0..rounds {
        let (one, other) = pairs[(round % pairs.len() as u64) as usize];
        let out = format!("out-{round}");
        let folder = home.path(&out);
        // Sometimes there is something to renew, sometimes nothing at all.
        let is_there = one == "report" || dice.roll(3) > 0;
        if is_there {
            copy(&home.path("whole"), &folder);
        }
        let line = |command: &str| match command {
            "run" => format!("{RUN} {out}"),
            "report" => format!("report {out} --quiet"),
            _ => format!("explain {out} -n 2 --quiet"),
        };
        let first = home.start(&line(one));
        std::thread::sleep(Duration::from_millis(dice.roll(900)));
        let second = home.start(&line(other));
        for (command, said) in [(one, Said::by(first)), (other, Said::by(second))] {
            // Who comes before there is anything says so.
            let too_early = command != "run" && !is_there && said.status == 2;
            assert!(said.status == 0 || too_early, "round {round}, {one} and {other}: {}", said.err);
        }
        assert_whole(&folder);
        // Explanations come and go; all else is as if nobody else had been there.
        let mine = |name: &PathBuf| !name.to_string_lossy().contains("explain") && name != Path::new("manifest.json");
        let (mut found, mut whole) = (contents(&folder), contents(&home.path("whole")));
        found.retain(|name, _| mine(name));
        whole.retain(|name, _| mine(name));
        assert!(found == whole, "round {round}, {one} and {other}");
        fs::remove_dir_all(&folder).unwrap();
    }
    told(&format!("{rounds} pairs of processes in one folder"));
}

#[test]
fn who_waits_says_so_and_can_be_interrupted() {
    let home = home();
    let mut first = long_run(&home, "out");
    // Another plan under way is a reason to go elsewhere.
    home.refused("run town.toml -n 3 --out out", 2, &["unfinished experiment of a different plan"]);
    for line in ["report out", "run town.toml -n 100000 --out out", "run town.toml -n 3 --out out --force"] {
        let mut waiting = program();
        waiting.args(line.split_whitespace()).current_dir(home.folder());
        let said = home.path("said");
        let err = fs::File::create(&said).unwrap();
        let mut waiting = waiting.stdin(Stdio::null()).stdout(Stdio::null()).stderr(err).spawn().unwrap();
        wait_until("nothing is said", || fs::read_to_string(&said).unwrap().contains('\n'));
        assert_eq!(home.read("said"), "waiting for another safsim that writes to out\n", "{line}");
        assert!(waiting.try_wait().unwrap().is_none(), "it waits");
        signal(&waiting, "-TERM");
        assert!(!waiting.wait().unwrap().success());
    }
    assert!(first.try_wait().unwrap().is_none(), "the first one does not mind");
    let waits = home.start("run town.toml -n 2 --quiet --out out --force");
    std::thread::sleep(Duration::from_millis(300));
    signal(&first, "-KILL");
    assert_eq!(Said::by(first).status, -1);
    let said = Said::by(waits);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_whole(&home.path("out"));
}

#[test]
fn a_folder_that_goes_away_is_an_error_and_never_a_success() {
    let home = home();
    for (i, how) in ["removed", "moved", "moved, and another made"].into_iter().enumerate() {
        let out = format!("out-{i}");
        let child = long_run(&home, &out);
        match how {
            "removed" => wait_until("it cannot be removed", || fs::remove_dir_all(home.path(&out)).is_ok()),
            _ => fs::rename(home.path(&out), home.path("away")).unwrap(),
        }
        if how.ends_with("made") {
            fs::create_dir(home.path(&out)).unwrap();
            home.write(&format!("{out}/notes.txt"), "mine");
        }
        let said = Said::by(child);
        assert_eq!(said.status, 1, "{how}: {}", said.err);
        assert!(
            said.err.contains(&format!("{out} was moved or removed while safsim was writing to it")),
            "{}",
            said.err
        );
        let left: Vec<PathBuf> =
            if home.path(&out).exists() { contents(&home.path(&out)).into_keys().collect() } else { vec![] };
        let expected: &[PathBuf] = if how.ends_with("made") { &[PathBuf::from("notes.txt")] } else { &[] };
        assert_eq!(left, expected, "{how}");
        if how == "moved" {
            // What was finished lies there, and is gone on with.
            let kept = || fs::read_dir(home.path("away/unfinished")).unwrap().count();
            let before = kept();
            let mut goes_on = home.start("run town.toml -n 100000 --threads 1 --out away");
            wait_until("it does not go on", || kept() > before || goes_on.try_wait().unwrap().is_some());
            assert!(goes_on.try_wait().unwrap().is_none());
            signal(&goes_on, "-KILL");
            assert!(Said::by(goes_on).err.starts_with("going on with away: "));
            fs::remove_dir_all(home.path("away")).unwrap();
        }
    }
}

/// The whole program with a disk that fails at a step, goes away at it, or takes the process with it.
#[cfg(debug_assertions)]
#[test]
fn a_disk_that_fails_at_any_step_loses_nothing() {
    let home = home();
    home.done(&format!("{RUN} whole"));
    home.done(&format!("{RUN} explained"));
    home.done("explain explained -n 2 --quiet");
    let mut dice = Dice(5);
    let (rounds, mut struck) = (rounds(8), 0);
    for round in 0..rounds {
        let out = home.path("out");
        let (line, after, before) = match round % 4 {
            0 => (format!("{RUN} out"), "whole", None),
            1 => (format!("{RUN} out"), "whole", Some("explained")),
            2 => ("report out --quiet".to_owned(), "whole", Some("whole")),
            _ => ("explain out -n 2 --quiet".to_owned(), "explained", Some("whole")),
        };
        if let Some(before) = before {
            copy(&home.path(before), &out);
        }
        let kind = *dice.one_of(&["kill", "from", "once"]);
        let at = dice.roll(if round % 4 < 2 { 260 } else { 110 });
        let mut command = program();
        command.args(line.split_whitespace()).current_dir(home.folder()).env("SAFSIM_FAULT", format!("{kind}:{at}"));
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Said::by(child);
        let where_ = format!("{kind} at step {at} of {line}");
        assert!(!said.err.contains("panicked"), "{where_}: {}", said.err);
        match said.status {
            // Beyond the last step, or one that nothing depends on.
            0 => {}
            1 => assert!(said.err.contains("the disk is full"), "{where_}: {}", said.err),
            -1 => assert_eq!(kind, "kill", "{where_}: {}", said.err),
            other => panic!("{where_}: {other}: {}", said.err),
        }
        struck += u64::from(said.status != 0);
        let is_marked = fs::symlink_metadata(out.join("UNFINISHED")).is_ok();
        if before.is_some() && !is_marked {
            let listed = fs::read(out.join("manifest.json")).unwrap();
            assert!(!listed.is_empty(), "{where_}");
        }
        home.done(&line);
        assert_whole(&out);
        assert_same(&home.path(after), &out);
        fs::remove_dir_all(&out).unwrap();
    }
    told(&format!("{struck} failures of the disk in {rounds} rounds"));
    assert!(struck * 3 > rounds, "{struck} of {rounds} steps failed");
}

/// Harms one file of a folder, or puts something else in its place; what was done.
fn harm(dice: &mut Dice, folder: &Path, elsewhere: &Path) -> String {
    // What is not the program's own is looked at afterwards.
    let names: Vec<PathBuf> = contents(folder).into_keys().filter(|name| name != Path::new("diary.txt")).collect();
    let name = dice.one_of(&names).clone();
    let path = folder.join(&name);
    let mut bytes = fs::read(&path).unwrap();
    let what = *dice.one_of(&[
        "flip", "flip", "flip", "cut", "grow", "empty", "remove", "link", "dangling", "folder", "pipe", "lie",
    ]);
    let end = bytes.len().max(1) as u64;
    match what {
        "flip" if !bytes.is_empty() => {
            for _ in 0..=dice.roll(4) {
                let at = dice.roll(end) as usize;
                bytes[at] = dice.roll(256) as u8;
            }
        }
        "cut" => bytes.truncate(dice.roll(end) as usize),
        "grow" => bytes.extend((0..dice.roll(5000)).map(|i| i as u8)),
        "empty" => bytes.clear(),
        "lie" => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let lies = ["99999999999999999999", "-1", "1e308", "../../elsewhere/theirs", "\u{202e}", "NaN", "[[[[[[[["];
            let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
            bytes = [&bytes[..digits], dice.one_of(&lies).as_bytes(), &bytes[digits..]].concat();
        }
        _ => {}
    }
    fs::remove_file(&path).unwrap();
    match what {
        "remove" => {}
        "link" => symlink(elsewhere.join("theirs"), &path).unwrap(),
        "dangling" => symlink(elsewhere.join("new"), &path).unwrap(),
        "folder" => fs::create_dir(&path).unwrap(),
        "pipe" => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
        _ => {
            fs::write(&path, &bytes).unwrap();
            // Whoever forges a file forges what the manifest says of it.
            if dice.roll(2) == 0 && name != Path::new("manifest.json") {
                forge(folder, &name, &bytes);
            }
        }
    }
    format!("{what} {}", name.display())
}

fn forge(folder: &Path, name: &Path, bytes: &[u8]) {
    let manifest = folder.join("manifest.json");
    let Ok(text) = fs::read_to_string(&manifest) else { return };
    let Ok(mut json) = serde_json::from_str::<serde_json::Value>(&text) else { return };
    if name == Path::new("scenario.toml") {
        json["scenario"]["sha256"] = hash(bytes).into();
    }
    for file in json["files"].as_array_mut().into_iter().flatten() {
        if file["path"].as_str().map(Path::new) == Some(name) {
            file["sha256"] = hash(bytes).into();
            file["bytes"] = bytes.len().into();
        }
    }
    fs::write(&manifest, serde_json::to_string_pretty(&json).unwrap()).unwrap();
}

/// A folder that somebody has tampered with: an answer, in bounded time and memory, and nothing written elsewhere.
#[test]
fn a_folder_that_was_tampered_with_harms_nobody() {
    let home = home();
    home.done(&format!("{RUN} whole"));
    home.done("explain whole -n 2 --quiet");
    let child = long_run(&home, "cut");
    signal(&child, "-KILL");
    Said::by(child);
    // A mailed folder holds a few chunks.
    let mut chunks: Vec<PathBuf> =
        contents(&home.path("cut")).into_keys().filter(|name| name.ends_with(".chunk")).collect();
    chunks.sort();
    chunks.iter().skip(2).for_each(|name| fs::remove_file(home.path("cut").join(name)).unwrap());
    let elsewhere = home.path("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("theirs"), "precious").unwrap();
    let mut dice = Dice(23);
    let (rounds, mut answers) = (rounds(12), [0; 3]);
    for round in 0..rounds {
        let out = home.path("out");
        let is_cut = round % 4 == 3;
        copy(&home.path(if is_cut { "cut" } else { "whole" }), &out);
        fs::write(out.join("diary.txt"), "mine").unwrap();
        let mut harms = vec![];
        for _ in 0..=dice.roll(2) {
            if contents_without_pipes(&out) {
                harms.push(harm(&mut dice, &out, &elsewhere));
            }
        }
        let line = match (is_cut, dice.roll(3)) {
            (true, _) => "run town.toml -n 100000 --threads 1 --quiet --out out",
            (_, 0) => "report out --quiet",
            (_, 1) => "explain out -n 2 --quiet",
            _ => "run town.toml -n 2 --quiet --out out",
        };
        // A long run is stopped once it has gone on.
        let limit = if is_cut { "timeout -s INT 1.5" } else { "timeout -s KILL 100" };
        let script = format!("ulimit -v 4000000; exec {limit} \"$0\" {line}");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script]).arg(program().get_program()).current_dir(home.folder());
        let said = Said::by(shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
        let told = format!("round {round}: {harms:?}, {line}: {} {}", said.status, said.err);
        assert!((0..=2).contains(&said.status) || is_cut && said.status == 124, "{told}");
        assert!(!said.err.contains("panicked") && !said.err.contains("memory allocation"), "{told}");
        assert!((said.status == 0) == said.err.is_empty() || said.err.starts_with("warning"), "{told}");
        answers[(said.status as usize).min(1 + usize::from(said.status == 2))] += 1;
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1, "{told}");
        assert_eq!(fs::read_to_string(elsewhere.join("theirs")).unwrap(), "precious", "{told}");
        assert_eq!(fs::read_to_string(out.join("diary.txt")).unwrap(), "mine", "{told}");
        fs::remove_dir_all(&out).unwrap();
    }
    told(&format!(
        "{rounds} folders tampered with: {} done, {} failed, {} refused",
        answers[0], answers[1], answers[2]
    ));
}

/// Whether all files of a folder can be read without waiting for ever.
fn contents_without_pipes(folder: &Path) -> bool {
    let mut ahead = vec![folder.to_owned()];
    while let Some(next) = ahead.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let kind = fs::symlink_metadata(&path).unwrap();
            if kind.is_dir() {
                ahead.push(path);
            } else if !kind.is_file() {
                return false;
            }
        }
    }
    true
}

#[test]
fn what_another_model_left_is_named_and_never_mixed() {
    let home = home();
    let line = "run town.toml -n 300 --quiet --out";
    home.done(&format!("{line} whole"));
    let other = |text: &str| {
        let other = text.replacen(&format!("\"model\": {}", safsim::engine::MODEL), "\"model\": 3", 1);
        assert_ne!(other, text);
        other
    };
    let mut child = home.start(&format!("{line} out --threads 1"));
    let plan = home.path("out/unfinished/plan.json");
    wait_until("no plan", || plan.exists() || child.try_wait().unwrap().is_some());
    std::thread::sleep(Duration::from_millis(100));
    signal(&child, "-KILL");
    assert_eq!(Said::by(child).status, -1, "it was too fast");
    home.write("out/unfinished/plan.json", &other(&home.read("out/unfinished/plan.json")));
    home.refused(&format!("{line} out --resume"), 2, &["(model 3)", "cannot go on with it"]);
    let said = home.safsim(&format!("{line} out"));
    assert_eq!(said.status, 0, "{}", said.err);
    let now = format!("safsim {} (model {})", env!("CARGO_PKG_VERSION"), safsim::engine::MODEL);
    let told =
        format!("begun by safsim {} (model 3)\n  it is not mixed with what {now} makes", env!("CARGO_PKG_VERSION"));
    assert!(said.err.contains(&told), "{}", said.err);
    assert_same(&home.path("whole"), &home.path("out"));

    // Complete results of another model: no story of them can be told, but their report can be drawn.
    home.write("out/manifest.json", &other(&home.read("out/manifest.json")));
    home.refused(
        "explain out",
        2,
        &["(model 3)", &now, "run it again, which replaces it: safsim run out/scenario.toml"],
    );
    home.refused(&format!("{line} out"), 2, &["holds results of", "(model 3)", "which makes other numbers", "--force"]);
    assert!(home.done("report out").starts_with(&format!("Made by: {now}\n")));
    assert!(home.read("out/scenario.toml").starts_with(&format!("# Ran by {now}.\n")));
    assert!(home.read("out/report.html").contains(&format!("model {}", safsim::engine::MODEL)));
    home.done(&format!("{line} out --force"));
    assert_same(&home.path("whole"), &home.path("out"));
}

#[test]
fn links_are_not_followed_out_of_what_is_asked_for() {
    let home = home();
    symlink("nowhere", home.path("dangling")).unwrap();
    let told = ["dangling is a symbolic link to nowhere, which does not exist", "make that folder"];
    home.refused("run town.toml -n 1 --out dangling", 2, &told);
    assert!(!home.path("nowhere").exists());
    fs::create_dir(home.path("real")).unwrap();
    symlink("real", home.path("link")).unwrap();
    home.done(&format!("{RUN} link"));
    home.done("report link --quiet");
    assert_whole(&home.path("real"));
    home.write("theirs.toml", "precious");
    symlink("theirs.toml", home.path("mine.toml")).unwrap();
    home.refused("new mine --force", 2, &["mine.toml exists already, and is a symbolic link"]);
    assert_eq!(home.read("theirs.toml"), "precious");
}

/// How much was tried, for whoever looks (`--nocapture`).
#[expect(clippy::print_stdout, reason = "a count that nobody reads proves nothing")]
fn told(count: &str) {
    println!("{count}");
}

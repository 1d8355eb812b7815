//! `--shard` and `merge`: parts of an experiment on machines of their own, and the bytes of one machine.

use crate::program::{Home, Said, assert_same, contents, is_whole, program};
use crate::small::{AS_IT_IS, GRID, NEUTRAL, SOBOL, findings, regimes, swept, town};
use safsim::engine::MODEL;
use std::fs;
use std::process::Stdio;

/// Every command that keeps chunks, where all that is run is known from the beginning.
const EXPERIMENTS: [&str; 11] = [
    "run town.toml -n 200",
    "compare regimes.toml -n 90 --ensemble none",
    "compare regimes.toml -n 20 --ensemble models.toml",
    "run town.toml -n 30 --ensemble models.toml",
    "sweep grid.toml -n 20",
    "sweep sample.toml -n 3 --format parquet",
    "sweep grid.toml -n 4 --ensemble models.toml",
    "sensitivity town.toml --over contagion,spirits,growth --rows 24 --seed 4",
    "discover town.toml --over contagion,spirits,growth --points 60 -n 2",
    "evidence SH-03 -n 4 --ensemble 12 --per-set-most 2",
    "evidence --from findings -n 4 --ensemble models.toml --per-set-most 2",
];

fn home() -> Home {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    regimes(&home, "regimes.toml", &[AS_IT_IS, NEUTRAL]);
    swept(&home, "grid.toml", GRID);
    swept(&home, "sample.toml", SOBOL);
    let sets = "sets = [[0.31], [0.33], [0.4], [0.41], [0.5], [0.123456789012345]]";
    let head = format!("model = {MODEL}\ntargets = \"\"\nmade_by = \"a test\"\nparameters = [\"growth\"]\n{sets}\n");
    home.write("models.toml", &head);
    findings(&home);
    home
}

#[test]
fn all_shards_together_are_the_bytes_of_one_machine() {
    let home = home();
    for (place, line) in EXPERIMENTS.iter().enumerate() {
        home.done(&format!("{line} --quiet --out whole-{place}"));
        // Every command in one of two ways, in any order: which of them is the merge's concern, not the command's.
        if is_whole() || place % 2 == 0 {
            in_one_folder(&home, place, line);
        }
        if is_whole() || place % 2 == 1 {
            in_folders_of_their_own(&home, place, line);
        }
    }
}

/// Three shards with any threads, merged into the folder itself, where they stay beside the results, or into another.
fn in_one_folder(home: &Home, place: usize, line: &str) {
    let shared = format!("shared-{place}");
    for (shard, threads) in [(3, 1), (1, 2), (2, 1)] {
        let said = home.safsim(&format!("{line} --out {shared} --shard {shard}/3 --threads {threads}"));
        let is_told = said.out.contains(&format!("shard {shard}/3 is finished"));
        assert!(said.status == 0 && is_told, "{line}: {}", said.err);
    }
    let is_itself = place.is_multiple_of(4);
    let whole = home.path(&format!("whole-{place}"));
    if is_whole() || !is_itself {
        home.done(&format!("merge {shared} --quiet --out merged-{place}"));
        assert_same(&whole, &home.path(&format!("merged-{place}")));
    }
    if is_whole() || is_itself {
        home.done(&format!("merge {shared} --quiet --out {shared}"));
        for shard in 1..=3 {
            let beside = home.path(&format!("{shared}/shard-{shard}-of-3"));
            fs::rename(beside, home.path(&format!("shard-{place}-{shard}"))).unwrap();
        }
        assert_same(&whole, &home.path(&shared));
    }
}

/// Three shards, two of them of another dealing out.
fn in_folders_of_their_own(home: &Home, place: usize, line: &str) {
    for (out, shard) in [("a", "1/2"), ("b", "2/4"), ("c", "4/4")] {
        home.done(&format!("{line} --quiet --out {out}-{place} --shard {shard}"));
    }
    home.done(&format!("merge c-{place} a-{place} b-{place} --quiet --out apart-{place}"));
    assert_same(&home.path(&format!("whole-{place}")), &home.path(&format!("apart-{place}")));
}

#[test]
fn a_shard_that_is_run_again_or_merged_twice_changes_nothing() {
    let home = home();
    let line = "run town.toml -n 200 --quiet";
    home.done(&format!("{line} --out whole"));
    for shard in 1..=2 {
        home.done(&format!("{line} --out parts --shard {shard}/2"));
    }
    let before = contents(&home.path("parts"));
    home.done(&format!("{line} --out parts --shard 2/2"));
    assert!(contents(&home.path("parts")) == before);
    home.done("merge parts --quiet --out merged");
    home.done("merge parts/shard-1-of-2 parts/shard-2-of-2 --quiet --out merged");
    assert!(contents(&home.path("parts")) == before);
    assert_same(&home.path("whole"), &home.path("merged"));
    // The same shard from two machines: it is named, and is no harm.
    home.done(&format!("{line} --out other --shard 2/2"));
    let said = home.safsim("merge parts other --out twice");
    assert!(said.status == 0 && said.err.contains("shard 2/2 is there twice"), "{}", said.err);
    assert_same(&home.path("whole"), &home.path("twice"));
}

#[test]
fn what_is_missing_or_of_another_plan_is_named() {
    let home = home();
    let line = "run town.toml -n 400 --quiet";
    home.done(&format!("{line} --out parts --shard 1/3"));
    home.refused("merge parts --out merged", 2, &["shard 2/3 is missing", "shard 3/3 is missing"]);
    home.done(&format!("{line} --out parts --shard 2/3"));
    home.done(&format!("{line} --out parts --shard 3/3"));
    // One of its chunks is gone: it was cut off.
    let chunks = home.path("parts/shard-2-of-3/unfinished");
    let chunk = fs::read_dir(&chunks)
        .unwrap()
        .flatten()
        .map(|e| e.path())
        .find(|p| p.extension().is_some_and(|e| e == "chunk"));
    let chunk = chunk.unwrap();
    let bytes = fs::read(&chunk).unwrap();
    fs::remove_file(&chunk).unwrap();
    home.refused("merge parts --out merged", 2, &["shard 2/3 is not finished: parts/shard-2-of-3"]);
    // One that is damaged is not taken.
    let mut altered = bytes.clone();
    *altered.last_mut().unwrap() ^= 1;
    fs::write(&chunk, altered).unwrap();
    home.refused("merge parts --out merged", 1, &["checksum"]);
    assert!(!home.path("merged").exists());
    fs::write(&chunk, bytes).unwrap();
    // Other plans: another seed, another number of replicates, another command.
    for (other, out) in [
        ("run town.toml -n 400 --seed 5", "seed"),
        ("run town.toml -n 401", "replicates"),
        ("compare regimes.toml -n 400 --ensemble none", "command"),
    ] {
        home.done(&format!("{other} --quiet --out {out} --shard 1/3"));
        home.refused(&format!("merge parts {out} --out merged"), 2, &["is a shard of another plan"]);
    }
    home.refused("merge nowhere --out merged", 1, &["nowhere"]);
    fs::create_dir(home.path("empty")).unwrap();
    home.refused("merge empty --out merged", 2, &["there is no shard in it"]);
    home.done("merge parts --quiet --out merged");
}

#[test]
fn what_is_no_shard_says_why() {
    let home = home();
    for (line, part) in [
        ("run town.toml --shard 3/2", "they are 1 to 2"),
        ("run town.toml --shard auto", "no task of a job array"),
        ("run town.toml --wait 5", "--shard"),
    ] {
        home.refused(&format!("{line} --out out"), 2, &[part]);
    }
    assert!(!home.path("out").exists());
}

/// As in an indexed job: the index comes from the task, and nothing does unless it is asked for.
#[test]
fn the_index_comes_from_the_job_array_only_if_asked() {
    let home = home();
    let run = |line: &str, name: &str, value: &str| {
        let mut command = program();
        command.args(line.split_whitespace()).current_dir(home.folder()).env(name, value);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Said::by(child);
        assert_eq!(said.status, 0, "{}", said.err);
    };
    let line = "run town.toml -n 130 --quiet --out";
    for index in ["0", "1"] {
        run(&format!("{line} parts --shard /2"), "JOB_COMPLETION_INDEX", index);
    }
    run(&format!("{line} whole"), "JOB_COMPLETION_INDEX", "0");
    home.done("merge parts --quiet --out merged");
    assert_same(&home.path("whole"), &home.path("merged"));
}

/// Folders from elsewhere: what they say is not obeyed, and nothing is written to them.
#[cfg(unix)]
#[test]
fn a_folder_from_elsewhere_reaches_nothing_outside_of_itself() {
    let home = home();
    home.done("run town.toml -n 130 --quiet --out parts --shard 1/1");
    let inside = home.path("parts/shard-1-of-1/unfinished");
    let whole = contents(&home.path("parts"));
    let with = |name: &str, change: &dyn Fn(), parts: &[&str]| {
        change();
        let said = home.safsim("merge parts --out merged");
        assert!((1..=2).contains(&said.status), "{name}: {}", said.out);
        for part in parts {
            assert!(said.err.contains(part), "{name}: {}", said.err);
        }
        assert!(!home.path("merged").exists(), "{name}");
        // As it was.
        fs::remove_dir_all(home.path("parts")).unwrap();
        for (path, bytes) in &whole {
            let path = home.path("parts").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    };
    let entry = home.read("parts/shard-1-of-1/unfinished/shard.json");
    let write = |name: &str, text: &str| fs::write(inside.join(name), text).unwrap();
    with("no JSON", &|| write("shard.json", "{"), &["shard.json"]);
    with("another command", &|| write("shard.json", &entry.replace("\"run\"", "\"delete\"")), &["shard.json"]);
    with("shard 0", &|| write("shard.json", &entry.replace("\"index\": 1", "\"index\": 0")), &["shard"]);
    with(
        "another scenario",
        &|| write("scenario.toml", &town("other")),
        &["not the scenario that its shard.json names"],
    );
    let extends = "name = \"town\"\nextends = \"/etc/hostname\"\n";
    let digest = |text: &str| {
        use sha2::{Digest, Sha256};
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let own = digest(&home.read("parts/shard-1-of-1/unfinished/scenario.toml"));
    with(
        "one that reads elsewhere",
        &|| {
            write("scenario.toml", extends);
            write("shard.json", &entry.replace(&own, &digest(extends)));
        },
        &["extends"],
    );
    let chunk = whole.keys().find(|path| path.extension().is_some_and(|end| end == "chunk")).unwrap().clone();
    home.write("secret", "secret");
    with(
        "a link for a chunk",
        &|| {
            let path = home.path("parts").join(&chunk);
            fs::remove_file(&path).unwrap();
            std::os::unix::fs::symlink(home.path("secret"), path).unwrap();
        },
        &["a link"],
    );
    with(
        "a chunk without end",
        &|| fs::File::options().write(true).open(home.path("parts").join(&chunk)).unwrap().set_len(1 << 40).unwrap(),
        &["larger than any chunk"],
    );
    assert_eq!(home.read("secret"), "secret");
    home.done("merge parts --quiet --out merged");
    assert!(contents(&home.path("parts")) == whole);
}

//! What is too large for the machine is refused before it begins, by `check` and by the commands alike.

#![cfg(target_os = "linux")]

use crate::program::{Home, Said, contents, is_whole, program};
use crate::small::{AS_IT_IS, GRID, MILD, findings, regimes, swept, town};
use std::process::Command;

/// As many sites as this, with as many people as one can have.
fn crowd(sites: u32) -> String {
    let site = format!("name = \"crowd\"\n[[site]]\nname = \"a\"\ncount = {sites}\n");
    site + "[[site.organisation]]\nkind = \"acute\"\nroles = { nurse = 60000 }\n"
}

#[test]
fn thousands_of_millions_of_people_are_refused_everywhere() {
    let home = Home::new();
    // As many sites as there can be take each command seconds to read.
    let (sites, people) = if is_whole() { (100_000, "6000 million people") } else { (30_000, "1800 million people") };
    let changed = "[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nset = { contagion = 0.1 }\n[sweep]\n\
                   axes = { contagion = [0.1, 0.2] }\n";
    home.write("crowd.toml", &(crowd(sites) + changed));
    let parts = ["this needs about", "TB of memory even on one thread", people, "--memory"];
    for line in ["check", "run -n 1", "compare -n 1", "sweep -n 1", "explain -n 1"] {
        home.refused(&format!("{line} crowd.toml"), 2, &parts);
    }
    home.refused("check crowd.toml --memory 1TB", 2, &["--memory allows 1 TB"]);
    assert_eq!(contents(home.folder()).len(), 1, "nothing was begun");
}

#[test]
fn the_limit_is_the_users_and_check_and_commands_agree() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    regimes(&home, "regimes.toml", &[AS_IT_IS, MILD]);
    swept(&home, "swept.toml", GRID);
    findings(&home);
    let parts = ["even on one thread, and --memory allows 20 MB"];
    for line in [
        "run town.toml -n 1",
        "compare regimes.toml -n 1",
        "sweep swept.toml -n 1",
        "evidence --from findings -n 2",
        "explain town.toml -n 1",
    ] {
        home.refused(&format!("{line} --quiet --memory 20MB"), 2, &parts);
        home.done(&format!("{line} --quiet --memory 1GB --force --out out").replace(
            "explain town.toml -n 1 --quiet --memory 1GB --force --out out",
            "explain town.toml -n 1 --quiet --memory 1GB",
        ));
    }
    for file in ["town.toml", "regimes.toml", "swept.toml"] {
        home.refused(&format!("check {file} --memory 20MB"), 2, &parts);
        home.done(&format!("check {file} --memory 1GB"));
    }
    for wrong in ["4", "4 parsecs", "-1GB", "nanGB", "10kB"] {
        let mut command = program();
        let said = command.args(["check", "six-sites", "--memory", wrong]).output().unwrap();
        assert_eq!(said.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn fewer_threads_work_where_there_is_little_memory_and_results_are_the_same() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 40 --quiet --threads 1 --out one");
    let said = home.safsim("run town.toml -n 40 --threads 64 --memory 100MB --out few");
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("work, not 64: 100 MB of memory may be used; results are the same"), "{}", said.err);
    crate::program::assert_same(&home.path("one"), &home.path("few"));
}

#[test]
fn a_large_scenario_says_what_it_needs() {
    let home = Home::new();
    let said = home.safsim("check workforce --memory 20GB").out;
    assert!(said.contains("million ties; about ") && said.contains(" GB of memory and "), "{said}");
    assert!(!home.done("check six-sites").contains("memory"));
}

#[test]
fn counts_of_a_scenario_are_bounded() {
    let home = Home::new();
    let site = "name = \"many\"\n[[site]]\nname = \"a\"\ntype = \"pacs\"\n";
    let regimes: String = (0..65).map(|i| format!("[[regime]]\nname = \"r{i}\"\n")).collect();
    home.write("regimes.toml", &format!("{site}{regimes}"));
    home.refused("check regimes.toml", 2, &["65 regimes are more than the 64"]);
    let few: String = (0..9).map(|i| format!("[[regime]]\nname = \"r{i}\"\n")).collect();
    home.write("large.toml", &format!("{site}count = 90000\n{few}"));
    home.refused("check large.toml", 2, &["the regimes have too many sites in all", "4000000 are the most"]);
    let actors: String = (0..30).map(|i| format!("[[site.actor]]\nname = \"p{i}\"\n")).collect();
    home.write("parts.toml", &format!("{site}count = 100000\n{actors}"));
    assert_eq!(home.safsim("check parts.toml").status, 2);
}

/// Runs under a limit on addresses, in megabytes.
fn limited(home: &Home, megabytes: u32, line: &str) -> Said {
    let mut shell = Command::new("sh");
    let text = format!("ulimit -v {}; exec \"$0\" {line}", u64::from(megabytes) * 1000);
    let output = shell.args(["-c", &text]).arg(program().get_program()).current_dir(home.folder()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn with_few_addresses_it_works_or_says_why_not() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 20 --quiet --out whole");
    home.done("run town.toml -n 20 --quiet --out unlimited");
    for megabytes in [150, 250, 400, 1000] {
        let lines = [
            "run town.toml -n 20 --quiet --force --out out",
            "report whole --quiet",
            "explain whole -n 4 --quiet",
            "check town.toml",
        ];
        for line in lines {
            let said = limited(&home, megabytes, line);
            assert!((0..=2).contains(&said.status), "{megabytes} MB, {line}: {said:?}");
            assert!(
                !said.err.contains("panicked") && !said.err.contains("allocation"),
                "{megabytes} MB, {line}: {said:?}"
            );
            assert!(said.status == 0 || said.err.starts_with("error"), "{megabytes} MB, {line}: {said:?}");
            assert!(megabytes < 1000 || !line.starts_with("run") || said.status == 0, "{line}: {said:?}");
        }
    }
    crate::program::assert_same(&home.path("unlimited"), &home.path("out"));
}

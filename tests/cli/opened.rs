//! What scenarios may open: ordinary files of a bounded length, and no line of a stranger's file is ever shown.

#![cfg(unix)]

use crate::program::Home;
use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

const SECRET: &str = "hunter2:x:0:0";

/// A home with a scenario that extends `base`.
fn home(base: &str) -> Home {
    let home = Home::new();
    home.write("mine.toml", &format!("name = \"mine\"\nextends = \"{base}\"\n"));
    home
}

/// Refuses soon, with these words and the place of `extends`, and without the secret.
fn refused(home: &Home, line: &str, parts: &[&str]) {
    let began = Instant::now();
    home.refused(line, 2, parts);
    assert!(began.elapsed() < Duration::from_secs(10), "{line}");
    let said = home.safsim(line);
    assert!(!said.err.contains("hunter2"), "{}", said.err);
}

#[test]
fn devices_pipes_and_folders_are_no_scenarios() {
    let home = home("./strange");
    let fifo = home.path("strange");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let parts = ["`strange` cannot be read: it is no ordinary file", "mine.toml:2:11"];
    for line in ["check mine.toml", "run mine.toml", "compare mine.toml", "sweep mine.toml", "explain mine.toml"] {
        refused(&home, line, &parts);
    }
    refused(&home, "check ./strange", &["it is no ordinary file"]);
    for (there, what) in [("/dev/zero", "ordinary"), ("/dev/tty", ""), ("/", "ordinary"), ("/proc/self/mem", "")] {
        fs::remove_file(&fifo).unwrap();
        symlink(there, &fifo).unwrap();
        refused(&home, "check mine.toml", &["cannot be read", what, "mine.toml:2:11"]);
    }
    refused(&home, "evidence --from findings --list", &["cannot read"]);
    fs::create_dir_all(home.path("findings/base")).unwrap();
    for name in ["findings/a.toml", "findings/base/b.toml"] {
        symlink("/dev/zero", home.path(name)).unwrap();
        refused(&home, "evidence --from findings --list", &["it is no ordinary file"]);
        fs::remove_file(home.path(name)).unwrap();
        home.write(name, "theme = \"t\"\nfinding = []\n");
    }
}

#[test]
fn a_file_that_is_too_long_is_refused_before_it_is_read() {
    let home = home("./long.toml");
    let long = fs::File::create(home.path("long.toml")).unwrap();
    long.set_len(1 << 40).unwrap();
    refused(
        &home,
        "check mine.toml",
        &["`long.toml` cannot be read: it is longer than 16 megabytes", "mine.toml:2:11"],
    );
    let text = "# a comment\n".repeat(1_500_000);
    let said = home.safsim_with("check -", &text);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("standard input cannot be read: it is longer than 16 megabytes"), "{}", said.err);
}

#[test]
fn no_line_of_a_strangers_file_is_shown() {
    let home = home("./strange.toml");
    for (text, words) in [
        (format!("# users\n{SECRET}\n"), "`strange.toml` is not TOML (line 2)"),
        (format!("[registry]\ntoken = \"{SECRET}\"\n"), "`strange.toml` is no scenario"),
        (format!("name = \"mine\"\n{SECRET} = 1\n"), "`strange.toml` is not TOML (line 2)"),
        (format!("token = \"{SECRET}\"\n[time]\nmonths = 0\n"), "`strange.toml` is no scenario"),
    ] {
        home.write("strange.toml", &text);
        refused(&home, "check mine.toml", &[words, "mine.toml:2:11", "safsim check strange.toml"]);
    }
    // A mistake in a scenario that is extended is still shown where it stands.
    home.write("strange.toml", "[time]\nmonths = 0\n");
    home.refused("check mine.toml", 2, &["strange.toml:2:10", "months = 0"]);
}

#[test]
fn a_confined_scenario_reads_nothing_outside_of_its_folder() {
    let home = home("base.toml");
    let base = "[[site]]\nname = \"a\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\"]\n";
    home.write("outside.toml", base);
    fs::create_dir_all(home.path("box/inner")).unwrap();
    home.write("box/inside.toml", base);
    home.write("box/inner/deep.toml", "extends = \"../inside.toml\"\n");
    symlink("../outside.toml", home.path("box/link.toml")).unwrap();
    symlink("inside.toml", home.path("box/good-link.toml")).unwrap();
    symlink("..", home.path("box/up")).unwrap();
    let write = |base: &str| home.write("box/mine.toml", &format!("name = \"mine\"\nextends = \"{base}\"\n"));
    let full = home.path("outside.toml").display().to_string();
    for outside in ["../outside.toml", "link.toml", "up/outside.toml", "inner/../../outside.toml", &full] {
        write(outside);
        assert_eq!(home.safsim("check box/mine.toml").status, 0);
        let parts = ["lies outside of the scenario's folder", "box/mine.toml:2:11", "--confined"];
        for line in ["check", "run -n 1", "compare", "sweep", "explain"] {
            refused(&home, &format!("{line} box/mine.toml --confined"), &parts);
        }
    }
    // Whether there is such a file is not told either.
    for outside in ["../none.toml", "up/none.toml", "/etc/none.toml", "../none/none.toml"] {
        write(outside);
        refused(&home, "check box/mine.toml --confined", &["lies outside of the scenario's folder"]);
    }
    write("inner/none.toml");
    refused(&home, "check box/mine.toml --confined", &["cannot be read", "box/mine.toml:2:11"]);
    for inside in ["inside.toml", "good-link.toml", "./inner/deep.toml", "six-sites", "up/box/inside.toml"] {
        write(inside);
        assert_eq!(home.safsim("check box/mine.toml --confined").status, 0, "{inside}");
    }
    // From within the folder, from input, and by a link to somewhere else.
    let mut inside = crate::program::program();
    inside.args(["check", "mine.toml", "--confined"]).current_dir(home.path("box"));
    assert!(inside.output().unwrap().status.success());
    let said = home.safsim_with("check - --confined", "name = \"a\"\nextends = \"./outside.toml\"\n");
    assert!(said.status == 2 && said.err.contains("lies outside"), "{}", said.err);
    assert_eq!(home.safsim_with("check - --confined", "name = \"a\"\nextends = \"six-sites\"\n").status, 0);
    symlink("../outside.toml", home.path("box/given.toml")).unwrap();
    refused(&home, "check box/given.toml --confined", &["`box/given.toml` lies outside"]);
}

#[test]
fn circles_and_long_chains_end() {
    let home = home("./a.toml");
    home.write("a.toml", "extends = \"./b.toml\"\n");
    symlink("a.toml", home.path("b.toml")).unwrap();
    home.refused("check mine.toml", 2, &["scenarios extend one another in a circle"]);
    for i in 0..40 {
        home.write(&format!("c{i}.toml"), &format!("extends = \"./c{}.toml\"\n", i + 1));
    }
    home.refused("check c0.toml", 2, &["more than 32 scenarios extend one another"]);
}

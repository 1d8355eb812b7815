//! Disks that are full, or cannot be written to: one message, nothing half-written, and the same command goes on.

#![cfg(target_os = "linux")]

use crate::program::{Home, assert_same, contents, program};
use crate::small::{AS_IT_IS, MILD, regimes, town};
use std::process::Command;

/// Runs a script in which `$0` is the program; status and what it says on standard error.
fn script(home: &Home, text: &str) -> (i32, String) {
    let mut shell = Command::new("sh");
    let output = shell.args(["-c", text]).arg(program().get_program()).current_dir(home.folder()).output().unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).unwrap())
}

/// Whether folders of this process's own can be mounted: not in every container.
fn can_mount(home: &Home) -> bool {
    std::fs::create_dir_all(home.path("disk")).unwrap();
    script(home, "unshare --map-root-user --mount mount -t tmpfs -o size=64k none disk").0 == 0
}

/// Fills a disk of each of these sizes (kilobytes) with a command, one after the other, then makes it large enough.
/// What was said and left at a size is in `full-SIZE` and `left-SIZE`.
fn on_a_small_disk(home: &Home, sizes: &[u32], line: &str) -> (i32, String) {
    let fill = |size: &u32| {
        format!(
            "mount -o remount,size={size}k disk; \"$0\" {line} --quiet --out disk/out 2> full-{size}; \
             echo $? >> full-{size}; ls -A disk/out 2> none > left-{size}; "
        )
    };
    let filled: String = sizes.iter().map(fill).collect();
    let inside = format!(
        "mount -t tmpfs -o size=4k none disk; {filled}mount -o remount,size=64m disk; \
         \"$0\" {line} --quiet --out disk/out && cp -r disk/out again"
    );
    script(home, &format!("exec unshare --map-root-user --mount sh -c '{inside}' \"$0\""))
}

#[test]
fn a_full_disk_is_told_and_gone_on_with_when_there_is_room() {
    let home = Home::new();
    if !can_mount(&home) {
        return;
    }
    home.write("town.toml", &town("town"));
    regimes(&home, "regimes.toml", &[AS_IT_IS, MILD]);
    for (i, line) in ["run town.toml -n 200", "compare regimes.toml -n 100"].iter().enumerate() {
        home.done(&format!("{line} --quiet --out whole-{i}"));
        // Not even a plan fits; some chunks do; all of them do, and some of the tables.
        let fulls = [(4, "could not "), (1500, "could not write disk/out/unfinished/"), (3600, "could not write ")];
        let (status, err) = on_a_small_disk(&home, &fulls.map(|(kilobytes, _)| kilobytes), line);
        assert_eq!((status, err.as_str()), (0, ""), "{line}");
        for (kilobytes, message) in fulls {
            let full = home.read(&format!("full-{kilobytes}"));
            let started = format!("error: {message}");
            assert!(
                full.starts_with(&started) && full.contains("the disk is full"),
                "{line} on {kilobytes} kB: {full}"
            );
            assert!(full.ends_with("\n1\n"), "{line} on {kilobytes} kB: {full}");
            let left = home.read(&format!("left-{kilobytes}"));
            assert!(left.split_whitespace().all(|name| ["UNFINISHED", "unfinished"].contains(&name)), "{left}");
            if kilobytes > 4 {
                assert!(full.contains("what is finished stays in disk/out: the same command goes on"), "{full}");
            }
        }
        assert_same(&home.path(&format!("whole-{i}")), &home.path("again"));
        std::fs::remove_dir_all(home.path("again")).unwrap();
    }
}

/// A limit on the size of files stands in for a full disk: writing fails part of the way.
#[test]
fn a_disk_that_fills_up_leaves_the_earlier_results() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 2 --quiet --out out");
    let before = contents(home.folder());
    let line = "run town.toml -n 6 --force --quiet --out out";
    let (status, err) = script(&home, &format!("ulimit -f 400; exec \"$0\" {line}"));
    assert_eq!(status, 1, "{err}");
    assert!(err.starts_with("error: could not write out/.partial-") && err.lines().count() == 2, "{err}");
    assert!(err.contains("the same command goes on with it"), "{err}");
    let mut after = contents(home.folder());
    after.retain(|name, _| !name.starts_with("out/unfinished"));
    assert!(before == after, "something was lost or left over");
    home.done(line);
    home.done("run town.toml -n 6 --quiet --out whole");
    assert_same(&home.path("whole"), &home.path("out"));
}

#[test]
fn a_folder_that_cannot_be_written_to() {
    let home = Home::new();
    home.refused("run -n 1 --out /proc/safsim", 1, &["could not create the folder /proc/safsim"]);
    home.refused("run -n 1 --out /dev/full", 1, &["could not write results to /dev/full"]);
    if !can_mount(&home) {
        return;
    }
    home.write("town.toml", &town("town"));
    let inside = "mount -t tmpfs -o ro none disk; \"$0\" run town.toml -n 1 --out disk/out";
    let (status, err) = script(&home, &format!("exec unshare --map-root-user --mount sh -c '{inside}' \"$0\""));
    let told = "error: could not create the folder disk/out: the disk is read-only\n";
    assert_eq!((status, err.as_str()), (1, told));
}

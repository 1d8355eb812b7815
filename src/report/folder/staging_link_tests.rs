use super::tests::{inspect, listing, put, scenario};
use super::*;
use crate::disk::Lock;
use crate::report::folder::workplace::Workplace;
use std::fs;

/// A link where something of ours belongs, or a folder, or a pipe: refused, and nothing is written or removed elsewhere.
#[test]
fn nothing_is_written_where_a_link_leads() {
    use std::os::unix::fs::symlink;
    let names = [
        "UNFINISHED",
        ".UNFINISHED.partial",
        "unfinished",
        "charts",
        "manifest.json",
        "runs.csv",
        "report.html",
        "report.data",
        "charts/survival.svg",
        Lock::NAME,
        DELIVERY,
        "unfinished/plan.json",
        "unfinished/.plan.partial",
    ];
    let mut tried = 0;
    for name in names {
        for complete in [false, true] {
            for kind in ["link to a file", "link to a folder", "link to nothing", "folder", "pipe"] {
                let home = tempfile::tempdir().unwrap();
                let elsewhere = home.path().join("elsewhere");
                fs::create_dir_all(elsewhere.join("in")).unwrap();
                fs::write(elsewhere.join("theirs"), "precious").unwrap();
                fs::write(elsewhere.join("in/plan.json"), "precious").unwrap();
                let out = home.path().join("out");
                fs::create_dir(&out).unwrap();
                if complete {
                    put(&out, 1, false, &["runs.csv", "report.html", "charts/survival.svg"], None).unwrap();
                }
                let place = out.join(name);
                fs::create_dir_all(place.parent().unwrap()).unwrap();
                if place.is_dir() {
                    fs::remove_dir_all(&place).unwrap();
                } else if place.exists() {
                    fs::remove_file(&place).unwrap();
                }
                match kind {
                    "link to a file" => symlink(elsewhere.join("theirs"), &place).unwrap(),
                    "link to a folder" => symlink(elsewhere.join("in"), &place).unwrap(),
                    "link to nothing" => symlink(elsewhere.join("new"), &place).unwrap(),
                    "folder" => fs::create_dir(&place).unwrap(),
                    _ => assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success()),
                }
                for force in [false, true] {
                    let done = put(&out, 1, force, &["runs.csv", "report.html", "charts/survival.svg"], None);
                    if let Err(refusal) = &done {
                        let told = refusal.to_string();
                        assert!(
                            told.contains("move it away") || told.contains("give another folder"),
                            "{name}, {kind}: {told}"
                        );
                    }
                    let theirs = ["in/plan.json", "theirs"];
                    assert_eq!(listing(&elsewhere), theirs, "{name}, {kind}");
                    for file in theirs {
                        assert_eq!(fs::read_to_string(elsewhere.join(file)).unwrap(), "precious", "{name}, {kind}");
                    }
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, names.len() * 20);
}

#[test]
fn a_link_to_a_folder_is_that_folder_and_one_to_nothing_has_one_answer() {
    let home = tempfile::tempdir().unwrap();
    let (real, link, dangling) = (home.path().join("real"), home.path().join("link"), home.path().join("dangling"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    put(&link, 1, false, &["runs.csv"], None).unwrap();
    assert_eq!(listing(&real), ["manifest.json", "runs.csv"]);
    std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
    let told = put(&dangling, 1, true, &[], None).unwrap_err().to_string();
    assert!(
        told.contains("dangling is a symbolic link to nowhere, which does not exist\n  make that folder"),
        "{told}"
    );
    assert!(!home.path().join("nowhere").exists());
}

#[test]
fn a_folder_that_is_moved_or_removed_meanwhile_is_an_error() {
    for removed in [false, true] {
        for again in [false, true] {
            let home = tempfile::tempdir().unwrap();
            let (out, away) = (home.path().join("out"), home.path().join("away"));
            let place = Workplace::begin(inspect(&out, 1, false).unwrap()).unwrap();
            let staging = place.staging().unwrap();
            staging.write("runs.csv", b"1").unwrap();
            if removed {
                fs::remove_dir_all(&out).unwrap()
            } else {
                fs::rename(&out, &away).unwrap()
            }
            if again {
                fs::create_dir(&out).unwrap();
            }
            staging.deliver(scenario(), vec![], 9, None).unwrap_err();
            assert!(!place.is_there());
            place.clear().unwrap_err();
            assert!(!out.exists() || listing(&out).is_empty(), "nothing is put into another's folder");
        }
    }
}

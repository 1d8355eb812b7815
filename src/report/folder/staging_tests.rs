use super::*;
use crate::disk::Lock;
use crate::report::folder::claim::Claim;
use crate::report::folder::format::Format;
use crate::report::folder::manifest::{Maker, Pending, PlanEntry};
use crate::report::folder::refusal::Refusal;
use crate::report::folder::workplace::Workplace;
use std::fs::{self, File};

pub(super) fn scenario() -> ScenarioEntry {
    ScenarioEntry { name: "s".into(), sha256: "ab".into() }
}

pub(super) fn plan(seed: u64) -> PlanEntry {
    PlanEntry {
        command: "run".into(),
        seed,
        replicates: 9,
        until_precise: None,
        identity: "00".into(),
        format: Format::Csv,
    }
}

pub(super) fn wanted(seed: u64) -> Pending {
    Pending { maker: Maker::of_model(4), kept: 1, scenario: "s".into(), plan: plan(seed) }
}

pub(super) fn inspect(folder: &Path, seed: u64, force: bool) -> Result<Destination, Refusal> {
    Destination::inspect(Claim::of(folder, &mut |_| Ok(()))?, wanted(seed), force)
}

pub(super) fn put(
    folder: &Path,
    seed: u64,
    force: bool,
    files: &[&str],
    unfinished: Option<&str>,
) -> Result<(), Refusal> {
    let place = Workplace::begin(inspect(folder, seed, force)?)?;
    let staging = place.staging()?;
    for file in files {
        staging.write(file, format!("{file} {seed}").as_bytes())?;
    }
    staging.deliver(scenario(), vec![], 9, unfinished)?;
    if unfinished.is_none() {
        place.clear()?;
    }
    Ok(())
}

/// Every file of a folder and of those in it, by path.
pub(super) fn listing(folder: &Path) -> Vec<String> {
    let mut found = vec![];
    let mut ahead = vec![folder.to_owned()];
    while let Some(next) = ahead.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                ahead.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_new_folder_appears_whole_and_is_replaced_by_the_same_plan() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("a/out");
    put(&out, 1, false, &["runs.csv", "charts/survival.svg"], None).unwrap();
    let whole = ["charts/survival.svg", "manifest.json", "runs.csv"];
    assert_eq!(listing(&out), whole);
    fs::write(out.join("notes.txt"), "mine").unwrap();
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    assert_eq!(listing(&out), ["manifest.json", "notes.txt", "runs.csv"]);
    assert_eq!(fs::read_dir(home.path().join("a")).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn another_plan_needs_force_and_foreign_files_are_safe() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    assert!(matches!(put(&out, 2, false, &["runs.csv"], None), Err(Refusal::OtherPlan(..))));
    assert_eq!(fs::read_to_string(out.join("runs.csv")).unwrap(), "runs.csv 1");
    put(&out, 2, true, &["runs.csv"], None).unwrap();
    assert_eq!(fs::read_to_string(out.join("runs.csv")).unwrap(), "runs.csv 2");

    let foreign = home.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    put(&foreign, 1, false, &[], None).unwrap(); // empty is fine
    fs::remove_file(foreign.join("manifest.json")).unwrap();
    fs::write(foreign.join("runs.csv"), "mine").unwrap();
    assert!(matches!(put(&foreign, 1, false, &["runs.csv"], None), Err(Refusal::Foreign(_))));
    assert!(matches!(put(&foreign, 1, true, &["runs.csv"], None), Err(Refusal::WouldOverwrite(_))));
    assert_eq!(listing(&foreign), ["runs.csv"]);
    fs::rename(foreign.join("runs.csv"), foreign.join("mine.csv")).unwrap();
    put(&foreign, 1, true, &["runs.csv"], None).unwrap();
    assert_eq!(listing(&foreign), ["manifest.json", "mine.csv", "runs.csv"]);
}

#[test]
fn unfinished_results_are_marked_and_then_replaced() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    put(&out, 1, false, &["runs.csv"], Some("interrupted")).unwrap();
    assert_eq!(listing(&out), ["UNFINISHED", "manifest.json", "runs.csv", "unfinished/plan.json"]);
    assert!(!inspect(&out, 1, false).unwrap().holds_complete_results());
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    assert_eq!(listing(&out), ["manifest.json", "runs.csv"]);
    assert!(inspect(&out, 1, false).unwrap().holds_complete_results());
}

#[test]
fn what_is_not_delivered_goes_away_and_what_is_finished_stays_for_the_same_plan() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    let place = Workplace::begin(inspect(&out, 1, false).unwrap()).unwrap();
    fs::write(place.chunks().join("ab12-00000.chunk"), "x").unwrap();
    let staging = place.staging().unwrap();
    staging.write("runs.csv", b"x").unwrap();
    drop(staging);
    assert!(!place.resumes());
    drop(place); // as when it is killed
    assert_eq!(listing(&out), ["UNFINISHED", "unfinished/ab12-00000.chunk", "unfinished/plan.json"]);
    let refusal = inspect(&out, 2, false).unwrap_err();
    assert!(matches!(&refusal, Refusal::OtherUnfinished(..)), "{refusal}");
    assert!(Workplace::begin(inspect(&out, 1, false).unwrap()).unwrap().resumes());
    let place = Workplace::begin(inspect(&out, 2, true).unwrap()).unwrap();
    assert!(!place.resumes() && !place.chunks().join("ab12-00000.chunk").exists());
    place.clear().unwrap();
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
    Workplace::begin(inspect(&out.join("new"), 1, false).unwrap()).unwrap().clear().unwrap();
    assert!(!out.join("new").exists());
}

#[test]
fn what_another_model_finished_is_named_and_begun_anew() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    for (model, kept) in [(3, 1), (4, 0), (0, 1)] {
        let before = Pending { maker: Maker { version: "0.0.9".into(), model }, kept, ..wanted(1) };
        let claim = Claim::of(&out, &mut |_| Ok(())).unwrap();
        let place = Workplace::begin(Destination::inspect(claim, before.clone(), false).unwrap()).unwrap();
        fs::write(place.chunks().join("ab12-00000.chunk"), "x").unwrap();
        drop(place);
        let destination = inspect(&out, 1, false).unwrap();
        assert!(!destination.can_resume());
        assert_eq!(destination.outdated(), Some(&before.maker));
        let place = Workplace::begin(destination).unwrap();
        assert!(!place.resumes() && !place.chunks().join("ab12-00000.chunk").exists());
        place.clear().unwrap();
    }
    // Another version with the same model goes on.
    let before = Pending { maker: Maker { version: "0.0.9".into(), model: 4 }, ..wanted(1) };
    let claim = Claim::of(&out, &mut |_| Ok(())).unwrap();
    drop(Workplace::begin(Destination::inspect(claim, before, false).unwrap()).unwrap());
    assert!(inspect(&out, 1, false).unwrap().can_resume());
}

#[test]
fn complete_results_of_another_model_are_not_replaced_unasked() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    let text = fs::read_to_string(out.join("manifest.json")).unwrap();
    fs::write(out.join("manifest.json"), text.replace("\"model\": 4", "\"model\": 3")).unwrap();
    let told = put(&out, 1, false, &["runs.csv"], None).unwrap_err().to_string();
    assert!(told.contains("(model 3), and this is model 4, which makes other numbers"), "{told}");
    put(&out, 1, true, &["runs.csv"], None).unwrap();
    put(&out, 1, false, &["runs.csv"], None).unwrap();
}

#[test]
fn results_that_were_complete_stay_so_while_others_are_under_way() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    let again = || inspect(&out, 1, false).unwrap();
    drop(Workplace::begin(again()).unwrap());
    let found = again();
    assert!(found.holds_complete_results() && found.can_resume());
    drop(found);
    assert_eq!(listing(&out), ["manifest.json", "runs.csv", "unfinished/plan.json"]);
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    assert_eq!(listing(&out), ["manifest.json", "runs.csv"]);
}

#[test]
fn a_file_in_the_way_is_told() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, "x").unwrap();
    let told = |path: &Path| put(path, 1, true, &[], None).unwrap_err().to_string();
    assert_eq!(told(&file), format!("could not write results to {}: it is a file, not a folder", file.display()));
    let under = file.join("out");
    assert!(told(&under).ends_with(": a part of that path is a file, not a folder"), "{}", told(&under));
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

#[test]
fn leavings_are_as_good_as_nothing_and_files_of_others_stay() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    for left in [
        "UNFINISHED",
        ".UNFINISHED.partial",
        Lock::NAME,
        "unfinished/.plan.partial",
        "unfinished/ab12-00012.chunk.7.tmp",
        ".partial-7-0/charts/a.svg",
    ] {
        let file = out.join(left);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, if left == Lock::NAME { "" } else { "half" }).unwrap();
    }
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    assert_eq!(fs::read_dir(&out).unwrap().count(), 2);
    assert_eq!(listing(&out), ["manifest.json", "runs.csv"]);

    for foreign in ["unfinished/12.txt", "unfinished/12.chunk", "unfinished/.chunk", ".partial-mine/a", "notes"] {
        let other = home.path().join(format!("with {}", foreign.replace('/', " ")));
        let file = other.join(foreign);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "mine").unwrap();
        assert!(matches!(put(&other, 1, false, &[], None), Err(Refusal::Foreign(_))), "{foreign}");
        put(&other, 1, true, &["runs.csv"], None).unwrap();
        put(&other, 2, true, &["runs.csv"], None).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    }
}

#[test]
fn what_another_process_is_at_work_on_is_not_dropped() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    let place = Workplace::begin(inspect(&out, 1, false).unwrap()).unwrap();
    let busy = Claim::of(&out, &mut |folder| Err(Refusal::Foreign(folder.to_owned())));
    assert!(matches!(busy, Err(Refusal::Foreign(_))), "one at a time");
    // Without the claim, as where a disk has no locks.
    let at_work = File::open(place.chunks()).unwrap();
    drop(place);
    at_work.try_lock().unwrap();
    let refused = put(&out, 2, true, &[], None).unwrap_err().to_string();
    assert!(refused.ends_with("unfinished: another safsim is at work there"), "{refused}");
    assert_eq!(listing(&out), ["UNFINISHED", "unfinished/plan.json"]);
    drop(at_work);
    put(&out, 2, true, &[], None).unwrap();
}

#[test]
fn what_somebody_changed_is_not_replaced_and_what_a_manifest_claims_is_not_removed() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    put(&out, 1, false, &["runs.csv", "old.csv"], None).unwrap();
    fs::write(out.join("runs.csv"), "changed").unwrap();
    for force in [false, true] {
        assert!(matches!(put(&out, 1, force, &["runs.csv"], None), Err(Refusal::Changed(_))));
    }
    fs::remove_file(out.join("runs.csv")).unwrap();
    put(&out, 1, false, &["runs.csv", "old.csv"], None).unwrap();

    // A manifest that says that somebody's file is one of ours.
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    fs::write(out.join("diary.txt"), "mine").unwrap();
    let forged = manifest.replace("old.csv", "diary.txt");
    assert_ne!(forged, manifest);
    fs::write(out.join("manifest.json"), &forged).unwrap();
    assert!(matches!(put(&out, 1, true, &["runs.csv"], None), Err(Refusal::Changed(_))));
    for elsewhere in ["../diary.txt", "/etc/passwd", "charts/../../diary.txt", "runs.csv"] {
        fs::write(out.join("manifest.json"), manifest.replace("old.csv", elsewhere)).unwrap();
        let told = put(&out, 1, true, &["runs.csv"], None).unwrap_err().to_string();
        assert!(told.contains("could not understand") && told.contains("manifest.json: it lists"), "{told}");
    }
    assert_eq!(fs::read_to_string(out.join("diary.txt")).unwrap(), "mine");
}

use super::tests::{inspect, listing, put, scenario};
use super::*;
use crate::disk::{Fault, Lock, fail_here, mend_here};
use crate::report::folder::claim::Claim;
use crate::report::folder::refusal::Refusal;
use crate::report::folder::workplace::Workplace;
use std::fs;
use std::path::PathBuf;

/// What a staged file that somebody took away comes to: an error, and the earlier results.
#[test]
fn a_staged_file_that_has_gone_is_an_error() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    put(&out, 1, false, &["runs.csv"], None).unwrap();
    let place = Workplace::begin(inspect(&out, 1, false).unwrap()).unwrap();
    let staging = place.staging().unwrap();
    staging.write("runs.csv", b"new").unwrap();
    staging.write("months.csv", b"new").unwrap();
    fs::remove_file(staging.shelf().folder().join("months.csv")).unwrap();
    let told = staging.deliver(scenario(), vec![], 9, None).unwrap_err().to_string();
    assert!(told.contains("months.csv: it does not exist"), "{told}");
    assert_eq!(fs::read_to_string(out.join("runs.csv")).unwrap(), "runs.csv 1");
}

/// The files of a folder with what is in them, but for those that keep its books.
fn results(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = listing(folder).into_iter().filter(|name| name != Lock::NAME && !name.starts_with("unfinished"));
    files.map(|name| (name.clone(), fs::read(folder.join(&name)).unwrap())).collect()
}

/// What is done to a folder while the disk fails.
#[derive(Clone, Copy, Debug)]
enum Deed {
    /// A first experiment.
    Begin,
    /// The same again, with files that come, go and change.
    Replace,
    /// A page and a picture anew.
    Renew,
}

const BEFORE: [&str; 4] = ["runs.csv", "old.csv", "charts/old.svg", "report.html"];
const AFTER: [&str; 4] = ["runs.csv", "new.csv", "charts/new.svg", "report.html"];

impl Deed {
    fn prepare(self, out: &Path) {
        if !matches!(self, Deed::Begin) {
            put(out, 1, false, &BEFORE, None).unwrap();
        }
        fs::create_dir_all(out).unwrap();
    }

    fn carry_out(self, out: &Path) -> Result<(), Refusal> {
        match self {
            Deed::Begin => put(out, 2, false, &AFTER, None),
            Deed::Replace => put(out, 2, true, &AFTER, None),
            Deed::Renew => {
                let claim = Claim::of_results(out, &mut |_| Ok(()))?;
                let manifest = Manifest::read(claim.folder())?.unwrap();
                let destination = Destination::to_renew(claim, &manifest)?;
                let staging = Workplace::renewing(&destination)?;
                staging.write("report.html", b"renewed")?;
                staging.write("charts/old.svg", b"renewed")?;
                staging.renew(manifest)?;
                Ok(())
            }
        }
    }

    /// A folder in which it has been done without a failure.
    fn done(self, out: &Path) -> Vec<(String, Vec<u8>)> {
        self.prepare(out);
        self.carry_out(out).unwrap();
        results(out)
    }
}

/// Every step of every way of putting results into a folder fails, once or for good (which is what a kill leaves): the folder
/// then holds the old results or the new ones, or is marked; whoever comes next mends it; and the same again ends as if
/// nothing had happened.
#[test]
fn whatever_step_fails_the_folder_is_whole_or_marked_and_is_mended() {
    let mut tried = 0;
    for deed in [Deed::Begin, Deed::Replace, Deed::Renew] {
        let home = tempfile::tempdir().unwrap();
        let after = deed.done(&home.path().join("whole"));
        for fault in [Fault::Once as fn(u64) -> Fault, Fault::From] {
            for at in 0.. {
                let out: PathBuf = home.path().join(format!("{at}"));
                deed.prepare(&out);
                let before = results(&out);
                fail_here(fault(at));
                let done = deed.carry_out(&out);
                let taken = mend_here();
                tried += 1;
                let found = results(&out);
                let is_marked = found.iter().any(|(name, _)| name == UNFINISHED);
                // Leavings of what did not come off are in nobody's way.
                let seen: Vec<_> = found.into_iter().filter(|(name, _)| !name.starts_with('.')).collect();
                assert!(
                    is_marked || seen == before || seen == after,
                    "{deed:?} {:?}: half there: {:?}",
                    fault(at),
                    seen.iter().map(|(name, _)| name).collect::<Vec<_>>()
                );
                // Whoever comes next, if it is only to look.
                let mended = Claim::of(&out, &mut |_| Ok(())).unwrap().mended();
                let found = results(&out);
                let is_marked = found.iter().any(|(name, _)| name == UNFINISHED);
                if mended {
                    assert_eq!(found, after, "{deed:?} {:?}", fault(at));
                } else {
                    let names = || found.iter().map(|(name, _)| name).collect::<Vec<_>>();
                    let is_begun = matches!(deed, Deed::Begin) && is_marked;
                    assert!(is_begun || found == before || found == after, "{deed:?} {:?}: {:?}", fault(at), names());
                }
                assert!(!listing(&out).iter().any(|name| name.starts_with(".partial-") || name.starts_with(DELIVERY)));
                if done.is_ok() {
                    assert_eq!(found, after, "{deed:?} {:?}", fault(at));
                }
                deed.carry_out(&out).unwrap_or_else(|why| panic!("{deed:?} {:?}: {why}", fault(at)));
                assert_eq!(results(&out), after, "{deed:?} {:?}", fault(at));
                assert_eq!(listing(&out).len(), after.len(), "{deed:?} {:?}: {:?}", fault(at), listing(&out));
                fs::remove_dir_all(&out).unwrap();
                if taken <= at {
                    done.unwrap();
                    break;
                }
            }
        }
    }
    assert!(tried > 200, "{tried} failures were tried");
}

//! Whole studies from another program: each entry point as a stranger would use it, the same bytes as from the command line,
//! progress, and an early end.

use safsim::report::Format;
use safsim::scenario::{Source, Study, load_study};
use safsim::study::{
    Cancel, Error, EvidenceOptions, ExplainOptions, Explainable, Listener, Note, OnProgress, Options, ResultsFolder,
    StudyStage, Until, compare, conduct, explain, side_by_side, sweep, try_evidence,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// One place, one programme of a year, three years in all: over in a moment.
fn place(name: &str) -> String {
    format!(
        r#"name = "{name}"
[time]
start = "2014-04"
months = 36
[programme]
start = "2014-10"
end = "2015-10"
successor_start = "none"
[programme.funding]
horizon = "annual"
[[site]]
name = "town"
type = "mcp"
initiatives = ["social_prescribing", "hospital_transfer_pathway"]
"#
    )
}

/// The same with two regimes and a sweep.
fn text() -> String {
    place("town")
        + r#"
[[regime]]
name = "as it is"
set = { "programme.funding.award" = 0.7 }
[[regime]]
name = "one promise"
set = { "programme.funding.award" = 0.7, "programme.funding.horizon" = "whole" }
[sweep]
axes = { "programme.funding.award" = [0.2, 0.6, 1.0] }
[outcome]
metrics = ["alive_at_horizon"]
"#
}

fn town() -> Study {
    load_study(&Source::Text { name: "town.toml".to_owned(), text: text() }, &[]).unwrap()
}

fn replicates(number: u32) -> Options<'static> {
    Options { replicates: Some(number), ..Options::default() }
}

/// Every file of a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else if !name.starts_with('.') {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// What the command line says in a folder.
#[track_caller]
fn said(folder: &Path, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safsim"));
    let output = command.args(line.split(' ')).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A folder in which the command line wrote `here` of the same study, and what it wrote.
#[track_caller]
fn by_command(line: &str) -> (tempfile::TempDir, BTreeMap<String, Vec<u8>>) {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("town.toml"), text()).unwrap();
    said(home.path(), &format!("{line} --out here"));
    let files = files(&home.path().join("here"));
    (home, files)
}

fn tables(all: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let is_table = |name: &String| name.ends_with(".csv") || name.ends_with(".parquet") || name == "datapackage.json";
    all.iter().filter(|(name, _)| is_table(name)).map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

#[track_caller]
fn assert_same(ours: &BTreeMap<String, Vec<u8>>, theirs: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
    assert!(!ours.is_empty());
    for (name, bytes) in ours {
        assert!(bytes == &theirs[name], "{name} differs");
    }
}

#[test]
fn a_run() {
    let folder = tempfile::tempdir().unwrap();
    let results = conduct(&town(), &replicates(12)).unwrap();
    let survival = results.survival();
    assert!(survival.n <= 12 && (0.0..=1.0).contains(&survival.mean), "{survival:?}");
    assert_eq!(results.estimate("alive_at_horizon").unwrap().n, 12);
    assert!(results.estimate("no such metric").is_none());
    let curve = results.survival_curve();
    assert!(curve.windows(2).all(|pair| pair[1].survival <= pair[0].survival || pair[1].survival.is_nan()));
    assert_eq!((results.so_far().to_string().as_str(), results.is_stopped()), ("12 of 12 replicates", false));
    assert!(results.summary().plain().contains("12 replicates"));
    results.write_tables(folder.path(), Format::Csv).unwrap();
    let (_home, theirs) = by_command("run town.toml -n 12 --no-live");
    assert_same(&files(folder.path()), &tables(&theirs));
    results.write_folder(&ResultsFolder::at(folder.path().join("whole")), &replicates(12)).unwrap();
    assert_same(&files(&folder.path().join("whole")), &theirs);
}

#[test]
fn a_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let results = compare(&town(), &replicates(12)).unwrap();
    assert_eq!((results.arms().len(), results.pairs()), (2, 12));
    let (arm, difference) = results.differences("alive_at_horizon")[0];
    let means = ["as it is", arm].map(|arm| results.estimate(arm, "alive_at_horizon").unwrap().mean);
    assert!((difference.mean - (means[1] - means[0])).abs() < 1e-9, "{difference:?} {means:?}");
    assert_eq!(results.difference(arm, "alive_at_horizon").unwrap(), difference);
    assert_eq!(results.difference("as it is", "alive_at_horizon").unwrap().mean, 0.0);
    assert!(results.difference("nobody", "alive_at_horizon").is_none() && results.survival(arm).is_some());
    results.write_tables(folder.path(), Format::Parquet).unwrap();
    let (_home, theirs) = by_command("compare town.toml -n 12 --ensemble none --format parquet --no-live");
    assert_same(&files(folder.path()), &tables(&theirs));
}

#[test]
fn a_sweep() {
    let folder = tempfile::tempdir().unwrap();
    let results = sweep(&town(), &replicates(5)).unwrap();
    assert_eq!((results.axes(), results.points().len()), (&["programme.funding.award".to_owned()][..], 3));
    let alive = |point| results.estimate(point, "alive_at_horizon");
    assert!((0..3).all(|point| alive(point).unwrap().n == 5) && alive(3).is_none());
    assert_eq!(results.so_far().to_string(), "15 of 15 runs (5 of 5 replicates)");
    results.write_tables(folder.path(), Format::Csv).unwrap();
    let (_home, theirs) = by_command("sweep town.toml -n 5");
    assert_same(&files(folder.path()), &tables(&theirs));
}

#[test]
fn a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let wanted = EvidenceOptions { findings: vec!["SH-03".to_owned()], ..EvidenceOptions::default() };
    let results = try_evidence(&wanted, &replicates(4)).unwrap();
    assert_eq!(results.findings().len(), 1);
    assert!(results.finding("SH-03").is_some() && results.finding("SH-04").is_none());
    results.write_folder(&ResultsFolder::at(folder.path()), &replicates(4)).unwrap();
    let (_home, theirs) = by_command("evidence SH-03 -n 4");
    assert_same(&files(folder.path()), &theirs);
    let unknown = EvidenceOptions { findings: vec!["SH-3x".to_owned()], ..EvidenceOptions::default() };
    assert!(matches!(try_evidence(&unknown, &replicates(4)), Err(Error::NoFinding { .. })));
}

#[test]
fn a_story() {
    let (home, _) = by_command("run town.toml -n 6");
    let which = ExplainOptions { initiative: Some("social".to_owned()), over: 10, ..ExplainOptions::default() };
    let told = explain(Explainable::Study(&town()), &which, &Options::default()).unwrap();
    assert!(told.story(false).title.contains("Social prescribing") && told.written().is_none());
    let folder = home.path().join("here");
    let written = explain(Explainable::Results(&folder), &which, &Options::default()).unwrap();
    let ours = fs::read(written.written().unwrap()).unwrap();
    said(home.path(), "explain here social -n 10");
    assert!(fs::read(folder.join("explain.md")).unwrap() == ours);
    assert_eq!(said(home.path(), "explain town.toml social -n 10"), told.text(false).plain());
    let nobody = ExplainOptions { initiative: Some("nobody".to_owned()), over: 2, ..ExplainOptions::default() };
    assert!(matches!(explain(Explainable::Study(&town()), &nobody, &Options::default()), Err(Error::Asked(_))));
}

#[test]
fn whole_scenarios_side_by_side() {
    let named = |name: &str| Source::Text { name: format!("{name}.toml"), text: place(name) };
    let studies = ["here", "there"].map(|name| load_study(&named(name), &[]).unwrap());
    let study = side_by_side(studies.to_vec()).unwrap();
    let results = compare(&study, &replicates(3)).unwrap();
    assert_eq!((results.arms(), study.scenario.name.as_str()), (vec!["here", "there"], "here-vs-there"));
    assert!(results.differences("alive_at_horizon").iter().all(|(_, difference)| difference.mean == 0.0));
}

#[test]
fn progress_is_told_and_a_result_is_as_precise_as_asked() {
    let most = AtomicU64::new(0);
    let told = OnProgress(|done, total| {
        assert!(done <= total);
        most.fetch_max(done, Ordering::Relaxed);
    });
    let options = Options { until: Some(Until::precise("ended", 0.5)), listener: Some(&told), ..Options::default() };
    let results = conduct(&town(), &options).unwrap();
    let reached = results.reached().unwrap();
    assert!(reached.is_met && reached.half_width <= 0.5 && reached.replicates == most.load(Ordering::Relaxed));
    assert!(results.estimate("ended").unwrap().half_width <= 0.5);
    let nothing = Options { until: Some(Until::precise("endde", 0.5)), ..Options::default() };
    assert!(conduct(&town(), &nothing).unwrap_err().to_string().contains("did you mean ended?"));
}

/// Asks for the end once so many runs are finished, and takes down what it hears.
struct Impatient {
    after: u64,
    cancel: Cancel,
    heard: Mutex<Vec<String>>,
}

impl Impatient {
    fn after(after: u64) -> Impatient {
        Impatient { after, cancel: Cancel::new(), heard: Mutex::default() }
    }

    fn options(&self, folder: Option<ResultsFolder>) -> Options<'_> {
        Options { folder, cancel: Some(&self.cancel), listener: Some(self), ..replicates(400) }
    }
}

impl Listener for Impatient {
    fn begun(&self, stage: StudyStage, total: u64) {
        self.heard.lock().unwrap().push(format!("{stage:?} {total}"));
    }

    fn progressed(&self, _: StudyStage, done: u64, _: u64) {
        if done >= self.after {
            self.cancel.stop();
        }
    }

    fn ended(&self, stage: StudyStage) {
        self.heard.lock().unwrap().push(format!("{stage:?} over"));
    }

    fn note(&self, note: &Note<'_>) {
        self.heard.lock().unwrap().push(note.to_string());
    }
}

#[test]
fn whoever_stops_in_time_has_what_is_finished() {
    let impatient = Impatient::after(1);
    let results = conduct(&town(), &impatient.options(None)).unwrap();
    let (done, asked) = results.so_far().replicates;
    assert!(results.is_stopped() && (1..400).contains(&done) && asked == 400, "{:?}", results.so_far());
    assert_eq!(results.estimate("ended").unwrap().n as u64, done);
    assert_eq!(impatient.heard.into_inner().unwrap(), ["ready to begin", "Simulating 400", "Simulating over"]);
    let at_once = Impatient::after(0);
    at_once.cancel.stop_now();
    let options = at_once.options(None);
    for error in [
        conduct(&town(), &options).err(),
        compare(&town(), &options).err(),
        sweep(&town(), &options).err(),
        try_evidence(&EvidenceOptions { findings: vec!["SH-03".to_owned()], ..EvidenceOptions::default() }, &options)
            .err(),
        explain(Explainable::Study(&town()), &ExplainOptions::default(), &options).err(),
    ] {
        let error = error.expect("nothing was finished");
        assert!(matches!(error, Error::Interrupted { so_far: None, .. }) && !error.is_mistake(), "{error:?}");
    }
}

#[test]
fn what_was_stopped_in_a_folder_goes_on_there_to_the_same_bytes() {
    let (home, theirs) = by_command("run town.toml -n 400 --no-live");
    let folder = ResultsFolder::at(home.path().join("ours"));
    let impatient = Impatient::after(1);
    let results = conduct(&town(), &impatient.options(Some(folder.clone()))).unwrap();
    assert!(results.is_stopped() && folder.path.join("UNFINISHED").is_file());
    assert!(matches!(results.write_tables(home.path(), Format::Csv), Err(Error::Written(_))));
    assert!(impatient.heard.lock().unwrap().iter().any(|note| note == "writing results of what is finished"));
    let again = Impatient::after(u64::MAX);
    let results = conduct(&town(), &again.options(Some(folder.clone()))).unwrap();
    let heard = again.heard.lock().unwrap();
    assert!(!results.is_stopped() && heard.iter().any(|note| note.starts_with("going on with")), "{heard:?}");
    assert_same(&files(&folder.path), &theirs);
}

#[test]
fn mistakes_are_told_as_what_they_are() {
    let alone = load_study(&Source::BuiltIn("single-site".to_owned()), &[]).unwrap();
    assert!(matches!(compare(&alone, &replicates(2)), Err(Error::NothingToCompare(_))));
    assert!(matches!(sweep(&alone, &replicates(2)), Err(Error::NothingToVary(_))));
    let little = Options { memory: Some(safsim::study::Memory(1_000_000)), ..replicates(2) };
    let error = conduct(&alone, &little).unwrap_err();
    assert!(matches!(error, Error::TooLarge { given: true, .. }) && error.is_mistake(), "{error}");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    let taken = Options { folder: Some(ResultsFolder::at(folder.path())), ..replicates(2) };
    assert!(matches!(conduct(&alone, &taken), Err(Error::Refused(_))));
    let resume = ResultsFolder { resume: true, ..ResultsFolder::at(folder.path().join("new")) };
    let nothing = Options { folder: Some(resume), ..replicates(2) };
    assert!(matches!(conduct(&alone, &nothing), Err(Error::NothingToResume { begun: None, .. })));
    assert!(!folder.path().join("new").exists(), "what was refused leaves nothing");
}

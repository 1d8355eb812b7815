use super::charts::CHARTS;
use super::evidence_tables::EVIDENCE_STEMS;
use super::leavings::only_leavings;
use super::page::{DATA, REPORT};
use super::{Failure, Format, Manifest, Pending, PlanEntry, TableFolder, Tables};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Names that a results folder uses; whatever else lies in it is left alone.
fn names(format: Format) -> impl Iterator<Item = String> {
    let fixed = [
        Manifest::NAME,
        TableFolder::PACKAGE,
        "scenario.toml",
        "catalogue.txt",
        "evidence.md",
        "evidence.json",
        REPORT,
        DATA,
        UNFINISHED,
    ]
    .into_iter()
    .map(str::to_owned);
    let charts = CHARTS.iter().flat_map(|name| ["svg", "png"].map(|end| format!("charts/{name}.{end}")));
    fixed.chain(charts).chain(Tables::STEMS.into_iter().chain(EVIDENCE_STEMS).map(move |stem| format.file_name(stem)))
}

/// The file that marks a folder whose results are not complete.
pub(super) const UNFINISHED: &str = "UNFINISHED";

/// A folder that may be written to: it is new or empty, or what it holds may be replaced.
#[derive(Clone, Debug)]
pub struct Destination {
    pub(super) folder: PathBuf,
    /// Whether the folder is there already.
    pub(super) exists: bool,
    /// What it holds of ours.
    pub(super) earlier: Option<Manifest>,
    /// What it holds of work that was not finished.
    pending: Option<Pending>,
    /// What is to be done in it.
    pub(super) wanted: Pending,
    unfinished: bool,
}

/// Why a folder is not written to.
#[derive(Debug)]
pub enum Refusal {
    /// It cannot be used at all.
    Failure(Failure),
    /// It holds files that are no results; `force` would keep them and write beside them.
    Foreign(PathBuf),
    /// It holds the results of another plan; `force` would replace them.
    OtherPlan(PathBuf, Box<PlanEntry>),
    /// It holds an unfinished experiment of another plan or version; `force` would drop it.
    OtherUnfinished(PathBuf, Box<Pending>),
    /// It holds a file of the same name as one of ours, which no manifest lists.
    WouldOverwrite(PathBuf),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Failure(failure) => failure.fmt(f),
            Refusal::Foreign(folder) => write!(
                f,
                "{} is not empty and holds no safsim results\n  give another folder with --out, or --force to write beside what is there",
                folder.display()
            ),
            Refusal::OtherPlan(folder, plan) => write!(
                f,
                "{} holds results of a different plan ({} replicates, seed {})\n  give another folder with --out, or --force to replace them",
                folder.display(),
                plan.replicates,
                plan.seed
            ),
            Refusal::OtherUnfinished(folder, pending) => {
                let PlanEntry { command, seed, replicates, .. } = &pending.plan;
                let version = match pending.version.as_str() {
                    env!("CARGO_PKG_VERSION") => String::new(),
                    other => format!(", begun by safsim {other}"),
                };
                write!(
                    f,
                    "{} holds an unfinished experiment of a different plan ({command} {}, {replicates} replicates, seed {seed}{version})\n  \
                     run that command again to finish it, give another folder with --out, or --force to drop it",
                    folder.display(),
                    pending.scenario,
                )
            }
            Refusal::WouldOverwrite(path) => write!(
                f,
                "{} is there and was not written by safsim\n  move it away, or give another folder with --out",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Refusal {
        Refusal::Failure(failure)
    }
}

impl Destination {
    /// Looks at `folder`, and changes nothing. Results of the same plan may be replaced, and unfinished ones; others
    /// only with `force`. Files that no manifest lists are never replaced; tables of a format that is not written are not
    /// in the way.
    ///
    /// # Errors
    /// [`Refusal`] if it must not or cannot be written to.
    pub fn inspect(folder: &Path, scenario: &str, plan: &PlanEntry, force: bool) -> Result<Destination, Refusal> {
        let wanted = Pending {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: scenario.to_owned(),
            plan: plan.clone(),
        };
        match fs::read_dir(folder) {
            Ok(_) => {}
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                let folder = folder.to_owned();
                return Ok(Destination {
                    folder,
                    exists: false,
                    earlier: None,
                    pending: None,
                    wanted,
                    unfinished: false,
                });
            }
            Err(_) if folder.is_file() => {
                let why = io::Error::other("it is a file, not a folder");
                return Err(Failure::new("write results to", folder, why).into());
            }
            Err(e) => return Err(Failure::new("write results to", folder, e).into()),
        }
        let earlier = Manifest::read(folder)?;
        let pending = if force { Pending::read(folder).unwrap_or(None) } else { Pending::read(folder)? };
        let unfinished = folder.join(UNFINISHED).is_file();
        let other = |pending: &Pending| !pending.is_same(&wanted);
        match (&earlier, &pending) {
            (_, Some(pending)) if !force && other(pending) => {
                return Err(Refusal::OtherUnfinished(folder.to_owned(), Box::new(pending.clone())));
            }
            (Some(manifest), _) if !force && !manifest.same_plan(scenario, plan) => {
                return Err(Refusal::OtherPlan(folder.to_owned(), Box::new(manifest.plan.clone())));
            }
            (None, None) if !force && !only_leavings(folder) => return Err(Refusal::Foreign(folder.to_owned())),
            _ => {}
        }
        let listed = |name: &str| {
            let ours = |m: &Manifest| m.files.iter().any(|file| file.path == name);
            name == UNFINISHED || earlier.as_ref().is_some_and(|m| name == Manifest::NAME || ours(m))
        };
        let foreign = |name: &String| !listed(name) && folder.join(name).exists();
        if let Some(name) = names(plan.format).find(foreign) {
            return Err(Refusal::WouldOverwrite(folder.join(name)));
        }
        Ok(Destination { folder: folder.to_owned(), exists: true, earlier, pending, wanted, unfinished })
    }

    /// Its path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether an unfinished experiment of the very plan lies there, to be gone on with.
    #[must_use]
    pub fn can_resume(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.is_same(&self.wanted))
    }

    /// Whether complete results lie there, which an unfinished run must not replace.
    #[must_use]
    pub fn holds_complete_results(&self) -> bool {
        self.earlier.is_some() && !self.unfinished
    }
}

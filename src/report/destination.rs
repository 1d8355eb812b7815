#![cfg(feature = "page")]

use super::charts::CHARTS;
use super::claim::Claim;
use super::delivery::is_file;
use super::evidence_tables::EVIDENCE_STEMS;
use super::leavings::only_leavings;
use super::page::{DATA, REPORT};
use super::{Failure, Format, Maker, Manifest, Pending, PlanEntry, TableFolder, Tables};
use crate::disk::{self, Entry};
use std::fmt;
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

pub(super) use super::manifest::UNFINISHED;

/// A folder that may be written to: it is new or empty, or what it holds may be replaced. It is this process's alone.
#[derive(Debug)]
pub struct Destination {
    pub(super) claim: Claim,
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
    /// It holds the results of the same plan by another model, which this program cannot make again; `force` would replace
    /// them.
    OtherModel(PathBuf, Box<Maker>, u32),
    /// It holds an unfinished experiment of another plan; `force` would drop it.
    OtherUnfinished(PathBuf, Box<Pending>),
    /// It holds a file of the same name as one of ours, which no manifest lists.
    WouldOverwrite(PathBuf),
    /// It holds a file of ours that somebody has changed.
    Changed(PathBuf),
    /// It holds a symbolic link, a pipe or something else where a file or folder of ours belongs.
    InTheWay(PathBuf, Entry),
    /// It is a symbolic link that leads nowhere.
    Dangling(PathBuf, PathBuf),
    /// Results were on their way to their places when somebody was cut off, and cannot be brought there now.
    Unmended(PathBuf, Failure),
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
                let maker = pending.maker.words();
                write!(
                    f,
                    "{} holds an unfinished experiment of a different plan ({command} {}, {replicates} replicates, seed {seed}, begun by {maker})\n  \
                     run that command again to finish it, give another folder with --out, or --force to drop it",
                    folder.display(),
                    pending.scenario,
                )
            }
            Refusal::OtherModel(folder, maker, model) => write!(
                f,
                "{} holds results of {}, and this is model {model}, which makes other numbers\n  give another folder with --out, or \
                 --force to replace them",
                folder.display(),
                maker.words()
            ),
            Refusal::Changed(path) => write!(
                f,
                "{} was changed since safsim wrote it\n  move it away, or give another folder with --out",
                path.display()
            ),
            Refusal::InTheWay(path, entry) => write!(
                f,
                "{} is {}, which safsim did not put there\n  move it away, or give another folder with --out",
                path.display(),
                entry.words()
            ),
            Refusal::Dangling(link, end) => write!(
                f,
                "{} is a symbolic link to {}, which does not exist\n  make that folder, or give another with --out",
                link.display(),
                end.display()
            ),
            Refusal::Unmended(delivery, failure) => write!(
                f,
                "{failure}\n  results that were being put in place when somebody was cut off lie in {}\n  mend what is said above, or \
                 remove that folder to give them up",
                delivery.display()
            ),
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
    /// Looks at a folder, and changes nothing. Results of the same plan and model may be replaced, and unfinished ones;
    /// others only with `force`. Files that no manifest lists, and files that were changed since, are never replaced; tables
    /// of a format that is not written are not in the way.
    ///
    /// # Errors
    /// [`Refusal`] if it must not or cannot be written to.
    pub fn inspect(claim: Claim, wanted: Pending, force: bool) -> Result<Destination, Refusal> {
        let folder = claim.folder();
        refuse_links(folder)?;
        let earlier = Manifest::read(folder)?;
        let pending = if force { Pending::read(folder).unwrap_or(None) } else { Pending::read(folder)? };
        let unfinished = folder.join(UNFINISHED).is_file();
        if let Some(refusal) =
            pending.as_ref().filter(|_| !force).and_then(|pending| wanted.refused_by(folder, pending))
        {
            return Err(refusal);
        }
        if let Some(manifest) = earlier.as_ref().filter(|_| !force) {
            if !manifest.same_plan(&wanted.scenario, &wanted.plan) {
                return Err(Refusal::OtherPlan(folder.to_owned(), Box::new(manifest.plan.clone())));
            }
            if manifest.maker.model != wanted.maker.model && !unfinished {
                let maker = Box::new(manifest.maker.clone());
                return Err(Refusal::OtherModel(folder.to_owned(), maker, wanted.maker.model));
            }
        }
        if earlier.is_none() && pending.is_none() && !force && !only_leavings(folder) {
            return Err(Refusal::Foreign(folder.to_owned()));
        }
        refuse_files_of_others(folder, earlier.as_ref(), wanted.plan.format)?;
        Ok(Destination { claim, earlier, pending, wanted, unfinished })
    }

    /// Results that are there, some files of which are to be renewed.
    ///
    /// # Errors
    /// [`Refusal`] if it must not be written to.
    pub fn to_renew(claim: Claim, manifest: &Manifest) -> Result<Destination, Refusal> {
        refuse_links(claim.folder())?;
        let Manifest { maker, scenario, plan, .. } = manifest.clone();
        let wanted = Pending { maker, kept: 0, scenario: scenario.name, plan };
        let unfinished = claim.folder().join(UNFINISHED).is_file();
        Ok(Destination { claim, earlier: Some(manifest.clone()), pending: None, wanted, unfinished })
    }

    /// Its path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.claim.folder()
    }

    /// Whether an unfinished experiment of the very plan and model lies there, to be gone on with.
    #[must_use]
    pub fn can_resume(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.serves(&self.wanted))
    }

    /// The unfinished experiment of the very plan that lies there but cannot be gone on with: another model made it, or its
    /// chunks are written in another way.
    #[must_use]
    pub fn outdated(&self) -> Option<&Maker> {
        let pending = self.pending.as_ref()?;
        (pending.is_same_plan(&self.wanted) && !pending.serves(&self.wanted)).then_some(&pending.maker)
    }

    /// Whether complete results lie there, which an unfinished run must not replace.
    #[must_use]
    pub fn holds_complete_results(&self) -> bool {
        self.earlier.is_some() && !self.unfinished
    }
}

impl Pending {
    /// Why this must not be begun in a folder where another is unfinished, if so.
    #[must_use]
    pub fn refused_by(&self, folder: &Path, other: &Pending) -> Option<Refusal> {
        (!other.is_same_plan(self)).then(|| Refusal::OtherUnfinished(folder.to_owned(), Box::new(other.clone())))
    }
}

/// Nothing that keeps the folder's books may be a link or a pipe: what is written there would go elsewhere.
fn refuse_links(folder: &Path) -> Result<(), Refusal> {
    let files = [UNFINISHED, Manifest::NAME];
    let folders = [CHARTS_FOLDER, Pending::FOLDER];
    let all = files.map(|name| (name, Entry::File)).into_iter().chain(folders.map(|name| (name, Entry::Folder)));
    for (name, expected) in all {
        let path = folder.join(name);
        let found = disk::look(&path).map_err(Failure::at("read", &path))?;
        if found != Entry::Missing && found != expected {
            return Err(Refusal::InTheWay(path, found));
        }
    }
    Ok(())
}

/// The folder of pictures.
const CHARTS_FOLDER: &str = "charts";

/// Nothing is replaced or removed but files that are still what a manifest says.
fn refuse_files_of_others(folder: &Path, earlier: Option<&Manifest>, format: Format) -> Result<(), Refusal> {
    let files = earlier.map_or(&[][..], |manifest| &manifest.files);
    for file in files {
        let path = folder.join(&file.path);
        match disk::look(&path).map_err(Failure::at("read", &path))? {
            Entry::Missing => {}
            Entry::File if is_file(&path, file)? => {}
            Entry::File => return Err(Refusal::Changed(path)),
            other => return Err(Refusal::InTheWay(path, other)),
        }
    }
    let listed = |name: &str| {
        name == UNFINISHED || earlier.is_some() && name == Manifest::NAME || files.iter().any(|file| file.path == name)
    };
    for name in names(format).filter(|name| !listed(name)) {
        let path = folder.join(&name);
        match disk::look(&path).map_err(Failure::at("read", &path))? {
            Entry::Missing => {}
            Entry::File | Entry::Folder => return Err(Refusal::WouldOverwrite(path)),
            other => return Err(Refusal::InTheWay(path, other)),
        }
    }
    Ok(())
}

use super::claim::Claim;
use super::delivery::is_file;
use super::failure::Failure;
use super::file_names::{UNFINISHED, names};
use super::format::Format;
use super::leavings::only_leavings;
use super::manifest::{Maker, Manifest, Pending};
use super::refusal::Refusal;
use crate::disk::{self, Entry};
use std::path::Path;

/// A folder that may be written to: it is new or empty, or what it holds may be replaced. It is this process's alone.
#[derive(Debug)]
pub struct Destination {
    pub(in crate::report) claim: Claim,
    /// What it holds of ours.
    pub(in crate::report) earlier: Option<Manifest>,
    /// What it holds of work that was not finished.
    pending: Option<Pending>,
    /// What is to be done in it.
    pub(in crate::report) wanted: Pending,
    unfinished: bool,
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

use super::Contents;
use super::slides::{Slides, slides};
use crate::disk::{Entry, look};
use crate::report::folder::{Claim, Destination, Manifest, Refusal, Workplace};
use std::path::{Path, PathBuf};

/// The file of a results folder.
const FILE: &str = "slides.html";

/// A results folder as slides: one page, to be shown in a browser or printed, that asks for nothing outside itself. Its folder's manifest lists
/// it, so that an experiment that is run again there removes what no longer fits its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    html: String,
    unknown: Vec<String>,
}

impl Deck {
    /// Of what a report says.
    #[must_use]
    pub fn of(contents: &Contents) -> Deck {
        let Slides { html, unknown } = slides(contents);
        Deck { html, unknown }
    }

    /// The page.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// Words of its pictures with letters that the pictures' font lacks.
    #[must_use]
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// A file of its name that a folder's manifest does not list, if there is one: it is somebody else's.
    #[must_use]
    pub fn in_the_way(folder: &Path, manifest: &Manifest) -> Option<PathBuf> {
        let path = folder.join(FILE);
        let is_listed = manifest.files.iter().any(|file| file.path == FILE);
        (!is_listed && !matches!(look(&path), Ok(Entry::Missing))).then_some(path)
    }

    /// Puts it into a results folder, which has been claimed, whole or not at all, in place of an earlier one.
    ///
    /// # Errors
    /// If the folder must not or cannot be written to.
    pub fn write(&self, claim: Claim, manifest: Manifest) -> Result<PathBuf, Refusal> {
        let path = claim.folder().join(FILE);
        let destination = Destination::to_renew(claim, &manifest)?;
        let staging = Workplace::renewing(&destination)?;
        staging.write(FILE, self.html.as_bytes())?;
        staging.renew(manifest)?;
        Ok(path)
    }
}

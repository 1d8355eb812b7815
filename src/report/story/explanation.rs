use super::story_markdown;
use super::told_story::ToldStory;
use crate::analysis::ExplainedInitiative;
use crate::chart::Picture;
use crate::disk::{Entry, look};
use crate::report::figures::save;
use crate::report::folder::{Claim, Destination, Manifest, Refusal, Workplace};
use std::path::{Path, PathBuf};

/// The page of a results folder, and the picture beside it.
const PAGE: &str = "explain.md";
const SVG: &str = "charts/explain.svg";
const PNG: &str = "charts/explain.png";

/// The explanation of one initiative as files of a results folder: `explain.md`, and `charts/explain.svg` and `.png` if
/// there is something to draw. The manifest lists them, so that an experiment that is run again there removes what no longer
/// fits its results.
#[derive(Debug)]
pub struct Explanation {
    page: String,
    picture: Option<Picture>,
}

impl Explanation {
    /// Of a story.
    #[must_use]
    pub fn new(told: &ToldStory, explained: &ExplainedInitiative) -> Explanation {
        let picture = told.odds.as_ref().map(crate::chart::Chart::render);
        let page = story_markdown(told, explained, picture.as_ref().map(|_| SVG));
        Explanation { page, picture }
    }

    /// Words of its picture with letters that the pictures' font lacks.
    #[must_use]
    pub fn unknown(&self) -> &[String] {
        self.picture.as_ref().map_or(&[], |picture| &picture.unknown)
    }

    /// A file of one of these names that a folder's manifest does not list, if there is one: it is somebody else's.
    #[must_use]
    pub fn in_the_way(folder: &Path, manifest: &Manifest) -> Option<PathBuf> {
        let listed = |name: &str| manifest.files.iter().any(|file| file.path == name);
        [PAGE, SVG, PNG]
            .into_iter()
            .filter(|name| !listed(name))
            .map(|name| folder.join(name))
            .find(|path| !matches!(look(path), Ok(Entry::Missing)))
    }

    /// Puts it into a results folder, which has been claimed, whole or not at all, in place of an earlier one.
    ///
    /// # Errors
    /// If the folder must not or cannot be written to.
    pub fn write(&self, claim: Claim, manifest: &Manifest) -> Result<(), Refusal> {
        let destination = Destination::to_renew(claim, manifest)?;
        let staging = Workplace::renewing(&destination)?;
        staging.write(PAGE, self.page.as_bytes())?;
        if let Some(picture) = &self.picture {
            save(&staging, "explain", picture)?;
        }
        // What is not there again goes.
        let mut manifest = manifest.clone();
        manifest.files.retain(|file| ![PAGE, SVG, PNG].contains(&file.path.as_str()));
        staging.renew(manifest)?;
        Ok(())
    }
}

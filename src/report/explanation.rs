use super::digest::sha256_of_file;
use super::staging::sync_folder;
use super::story::story_markdown;
use super::table::write_file;
use super::{Failure, FileEntry, Manifest, ToldStory};
use crate::analysis::Odds;
use crate::chart::Picture;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The page of a results folder, and the picture beside it.
const PAGE: &str = "explain.md";
const SVG: &str = "charts/explain.svg";
const PNG: &str = "charts/explain.png";
/// Width of the PNG picture in pixels.
const PNG_WIDTH: u32 = 1600;

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
    pub fn new(told: &ToldStory, odds: &Odds) -> Explanation {
        let picture = told.odds.as_ref().map(crate::chart::Chart::render);
        let page = story_markdown(told, odds, picture.as_ref().map(|_| SVG));
        Explanation { page, picture }
    }

    /// A file of one of these names that a folder's manifest does not list, if there is one: it is somebody else's.
    #[must_use]
    pub fn in_the_way(folder: &Path, manifest: &Manifest) -> Option<PathBuf> {
        let listed = |name: &str| manifest.files.iter().any(|file| file.path == name);
        [PAGE, SVG, PNG]
            .into_iter()
            .filter(|name| !listed(name))
            .map(|name| folder.join(name))
            .find(|path| path.exists())
    }

    /// Puts it into a results folder, whole or not at all, in place of an earlier one.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn write(&self, folder: &Path, manifest: &Manifest) -> Result<(), Failure> {
        let growing = folder.join(format!(".partial-{}-0", std::process::id()));
        let written = self.put(&growing, folder, manifest);
        // Nobody is left to tell; what remains is named `.partial`.
        let _ = fs::remove_dir_all(&growing);
        written
    }

    fn put(&self, growing: &Path, folder: &Path, manifest: &Manifest) -> Result<(), Failure> {
        let charts = growing.join("charts");
        fs::create_dir_all(&charts).map_err(Failure::at("create the folder", &charts))?;
        let mut new = vec![(PAGE, self.page.clone().into_bytes())];
        if let Some(picture) = &self.picture {
            new.push((SVG, picture.svg.clone().into_bytes()));
            new.push((PNG, picture.png(PNG_WIDTH)));
        }
        let mut manifest = manifest.clone();
        manifest.files.retain(|file| ![PAGE, SVG, PNG].contains(&file.path.as_str()));
        for (name, bytes) in &new {
            let path = growing.join(name);
            write_file(&path, bytes)?;
            let (sha256, bytes) = sha256_of_file(&path)?;
            manifest.files.push(FileEntry { path: (*name).to_owned(), bytes, sha256 });
        }
        manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        write_file(&growing.join(Manifest::NAME), manifest.to_json().as_bytes())?;
        let there = folder.join("charts");
        fs::create_dir_all(&there).map_err(Failure::at("create the folder", &there))?;
        // The manifest first: what it lists may be replaced by whoever comes next, also if this is cut off here.
        for name in std::iter::once(Manifest::NAME).chain(new.iter().map(|(name, _)| *name)) {
            let to = folder.join(name);
            fs::rename(growing.join(name), &to).map_err(Failure::at("move a finished file to", &to))?;
        }
        for name in [SVG, PNG].into_iter().filter(|name| new.iter().all(|(new, _)| new != name)) {
            let path = folder.join(name);
            match fs::remove_file(&path) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(Failure::new("remove", &path, e)),
                _ => {}
            }
        }
        sync_folder(folder);
        Ok(())
    }
}

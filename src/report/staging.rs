use super::destination::UNFINISHED;
use super::digest::sha256_of_file;
use super::table::write_file;
use super::{ArmEntry, Destination, Failure, FileEntry, Manifest, ScenarioEntry};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A folder in which results grow, out of sight (`.partial-PID`): their files are moved to where they belong once all of
/// them are there, under a marker that goes last. Dropped undelivered, it is removed with what it holds.
#[derive(Debug)]
pub struct Staging<'a> {
    destination: &'a Destination,
    folder: PathBuf,
    keep: bool,
}

impl<'a> Staging<'a> {
    /// Makes it, inside a destination that exists.
    ///
    /// # Errors
    /// If it cannot be made.
    pub(super) fn begin(destination: &'a Destination) -> Result<Staging<'a>, Failure> {
        for attempt in 0.. {
            let folder = destination.folder.join(format!(".partial-{}-{attempt}", std::process::id()));
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(Staging { destination, folder, keep: false }),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => {}
                Err(e) => return Err(Failure::new("write to the folder", &folder, e)),
            }
        }
        unreachable!("the last attempt returns")
    }

    /// Where to write.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a whole file; `name` may have one folder in it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Failure::at("create the folder", parent))?;
        }
        write_file(&path, bytes)
    }

    /// Adds the manifest and puts everything in its place. `unfinished` says why results are not complete, if so.
    ///
    /// # Errors
    /// If that fails; what is there already is then still there, or marked unfinished, and the results are kept where
    /// the message says.
    pub fn deliver(
        mut self,
        scenario: ScenarioEntry,
        arms: Vec<ArmEntry>,
        replicates_done: u64,
        unfinished: Option<&str>,
    ) -> Result<Manifest, Failure> {
        let manifest = Manifest {
            program: "safsim".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario,
            plan: self.destination.wanted.plan.clone(),
            arms,
            replicates_done,
            files: entries(&self.folder)?,
        };
        self.write(Manifest::NAME, manifest.to_json().as_bytes())?;
        if let Some(why) = unfinished {
            self.write(UNFINISHED, why.as_bytes())?;
        }
        // From here on results are complete: they are not thrown away if they cannot be moved.
        self.keep = true;
        self.move_files(&manifest, &manifest.files, unfinished)?;
        Ok(manifest)
    }

    /// Puts its files in the place of those of the same names in results that are there, and leaves the others; results that
    /// are marked unfinished stay so.
    ///
    /// # Errors
    /// As for [`Staging::deliver`].
    pub fn renew(mut self, mut manifest: Manifest) -> Result<Manifest, Failure> {
        let renewed = entries(&self.folder)?;
        manifest.files.retain(|file| renewed.iter().all(|other| other.path != file.path));
        manifest.files.extend(renewed.iter().cloned());
        manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.write(Manifest::NAME, manifest.to_json().as_bytes())?;
        self.keep = true;
        let unfinished = fs::read_to_string(self.destination.folder.join(UNFINISHED)).ok();
        self.move_files(&manifest, &renewed, unfinished.as_deref())?;
        Ok(manifest)
    }

    fn move_files(&self, manifest: &Manifest, moved: &[FileEntry], unfinished: Option<&str>) -> Result<(), Failure> {
        let target = &self.destination.folder;
        let marker = target.join(UNFINISHED);
        write_file(&marker, unfinished.unwrap_or("safsim was putting new results in place.\n").as_bytes())?;
        let new = |path: &str| manifest.files.iter().any(|file| file.path == path);
        let earlier = self.destination.earlier.iter().flat_map(|m| &m.files);
        for file in earlier.filter(|file| inside(&file.path) && !new(&file.path)) {
            match fs::remove_file(target.join(&file.path)) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => {
                    return Err(Failure::new("remove", &target.join(&file.path), e));
                }
                _ => {}
            }
        }
        let names = std::iter::once(Manifest::NAME).chain(moved.iter().map(|f| f.path.as_str()));
        for name in names {
            let to = target.join(name);
            to.parent().map_or(Ok(()), |p| fs::create_dir_all(p).map_err(Failure::at("create the folder", p)))?;
            fs::rename(self.folder.join(name), &to).map_err(Failure::at("move a finished file to", &to))?;
        }
        sync_folder(target);
        if unfinished.is_none() {
            fs::remove_file(&marker).map_err(Failure::at("remove", &marker))?;
        }
        // Only the marker and empty folders are left in it.
        fs::remove_dir_all(&self.folder).map_err(Failure::at("remove", &self.folder))
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        if !self.keep {
            // Nobody is left to tell; what remains is named `.partial`.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Whether a path of a manifest stays inside its folder: a manifest is a file that anybody may have written.
fn inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// So that a rename survives a power cut. Systems that cannot do it (Windows) do without.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// The files of a folder and of the folders in it, by path.
fn entries(folder: &Path) -> Result<Vec<FileEntry>, Failure> {
    let list = |folder: &Path| -> Result<Vec<PathBuf>, Failure> {
        let read = || fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>();
        read().map_err(Failure::at("read", folder))
    };
    let mut paths = vec![];
    for path in list(folder)? {
        if path.is_dir() { paths.extend(list(&path)?) } else { paths.push(path) }
    }
    let mut files = vec![];
    for path in paths {
        let (sha256, bytes) = sha256_of_file(&path)?;
        let parts = path.strip_prefix(folder).unwrap_or(&path).components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        files.push(FileEntry { path: parts.join("/"), bytes, sha256 });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

#[cfg(test)]
#[path = "staging_tests.rs"]
mod tests;

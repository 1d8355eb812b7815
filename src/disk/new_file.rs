use super::fault::{Verdict, step, write_step};
use super::steps::{remove, rename};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// A file that was not there before: nothing is overwritten, and no link is followed.
#[derive(Debug)]
pub struct NewFile {
    file: File,
}

impl NewFile {
    /// Makes it.
    ///
    /// # Errors
    /// If there is something of that name, or it cannot be made.
    pub fn create(path: &Path) -> io::Result<NewFile> {
        step()?;
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(path)?;
        Ok(NewFile { file })
    }

    /// Makes it with these bytes, and waits until the disk has them.
    ///
    /// # Errors
    /// As [`NewFile::create`], or if it cannot be written.
    pub fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = NewFile::create(path)?;
        file.write_all(bytes)?;
        file.close()
    }

    /// Makes it under another name beside `path` and then moves it there, so that it appears whole or not at all. What stood
    /// there is replaced; where that is a link, the link is.
    ///
    /// # Errors
    /// As [`NewFile::whole`], or if it cannot be moved.
    pub fn in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.tmp", std::process::id()));
        let begun = path.with_file_name(name);
        let written = NewFile::whole(&begun, bytes).and_then(|()| rename(&begun, path));
        if written.is_err() {
            // What is told is why it could not be written.
            let _ = remove(&begun);
        }
        written
    }

    /// The same file, for whoever cannot let go of it.
    ///
    /// # Errors
    /// If the system has no more handles.
    pub fn try_clone(&self) -> io::Result<NewFile> {
        self.file.try_clone().map(|file| NewFile { file })
    }

    /// Waits until the disk has it.
    ///
    /// # Errors
    /// If the disk does not take it.
    pub fn close(self) -> io::Result<()> {
        step()?;
        self.file.sync_all()
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match write_step() {
            Verdict::Go => self.file.write(bytes),
            Verdict::Torn(then) => {
                // A disk that fills up takes what fits.
                self.file.write_all(&bytes[..bytes.len() / 2])?;
                then()
            }
            Verdict::Fail(error) => Err(error),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for NewFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes)
    }
}

impl Seek for NewFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::NewFile;
    use std::fs;

    #[test]
    fn a_link_is_replaced_and_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let [other, page] = ["other", "page"].map(|name| home.path().join(name));
        fs::write(&other, "theirs").unwrap();
        std::os::unix::fs::symlink(&other, &page).unwrap();
        NewFile::in_place(&page, b"ours").unwrap();
        assert_eq!(
            (fs::read_to_string(&other).unwrap().as_str(), fs::read(&page).unwrap().as_slice()),
            ("theirs", &b"ours"[..])
        );
        assert!(fs::symlink_metadata(&page).unwrap().is_file());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2, "nothing is left beside it");
    }
}

use super::fault::{Verdict, step, write_step};
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

use super::fault::step;
use super::{Entry, is_same, look, remove};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The lock of a folder: a file in it, empty and hidden, on which the system keeps the lock. The system lets go of it when
/// the process ends, however it ends; the file is removed by whoever lets go of it in peace.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
    /// Whether the system has locks there: some network disks have none.
    works: bool,
}

impl Lock {
    /// The file's name.
    pub const NAME: &str = ".safsim.lock";

    /// Takes it, in a folder that is there. `busy` is asked once if somebody else holds it: whether to wait.
    ///
    /// # Errors
    /// Of `busy`, who does not want to wait; [`io::ErrorKind::NotFound`] if the folder has gone; if something stands in its
    /// place, or it cannot be made.
    pub fn take<E: From<io::Error>>(folder: &Path, busy: &mut dyn FnMut() -> Result<(), E>) -> Result<Lock, E> {
        let path = folder.join(Lock::NAME);
        let mut asked = false;
        loop {
            let file = match opened(&path) {
                // Whoever held it removed it just now, or somebody else has made it.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                other => other?,
            };
            let works = match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => {
                    if !asked {
                        busy()?;
                        asked = true;
                    }
                    file.lock().is_ok()
                }
                Err(TryLockError::Error(_)) => false,
            };
            // The one before may have removed it before this one got hold of it: then it locks nothing.
            if is_same(&path, &file) {
                return Ok(Lock { path, file, works });
            }
        }
    }

    /// Whether it is where it was: the folder has been neither moved nor removed.
    #[must_use]
    pub fn is_held(&self) -> bool {
        is_same(&self.path, &self.file)
    }

    /// Whether the system keeps it; if not, nobody waits.
    #[must_use]
    pub fn works(&self) -> bool {
        self.works
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still locked: whoever waits for it looks whether it is still there. A file with something in it is
        // somebody else's, and outside of Unix nobody could tell another file of this name from it.
        let is_empty = self.file.metadata().is_ok_and(|file| file.len() == 0);
        if cfg!(unix) && is_empty && self.is_held() {
            let _ = remove(&self.path);
        }
    }
}

/// The file, made if it is not there.
fn opened(path: &Path) -> io::Result<File> {
    match look(path)? {
        Entry::Missing => {
            step()?;
            OpenOptions::new().write(true).create_new(true).open(path)
        }
        Entry::File => match OpenOptions::new().write(true).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(io::ErrorKind::AlreadyExists.into()),
            other => other,
        },
        other => Err(io::Error::other(format!("it is {}, not a file: move it away", other.words()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn take(folder: &Path) -> Result<Lock, io::Error> {
        Lock::take(folder, &mut || Ok(()))
    }

    #[test]
    fn one_at_a_time_and_nothing_is_left() {
        let home = tempfile::tempdir().unwrap();
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let lock = take(home.path()).unwrap();
                        assert!(lock.works() && lock.is_held());
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn who_does_not_want_to_wait_is_told() {
        let home = tempfile::tempdir().unwrap();
        let _held = take(home.path()).unwrap();
        let refused = Lock::take(home.path(), &mut || Err(io::Error::other("busy"))).unwrap_err();
        assert_eq!(refused.to_string(), "busy");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_went_away_is_noticed_and_files_of_others_stay() {
        let home = tempfile::tempdir().unwrap();
        let (one, other) = (home.path().join("one"), home.path().join("other"));
        fs::create_dir(&one).unwrap();
        let lock = take(&one).unwrap();
        fs::rename(&one, &other).unwrap();
        assert!(!lock.is_held());
        fs::create_dir(&one).unwrap();
        let second = take(&one).unwrap();
        assert!(!lock.is_held() && second.is_held());
        drop(lock);
        assert!(second.is_held(), "the lock of the new folder is another");

        let name = home.path().join(Lock::NAME);
        fs::write(&name, "mine").unwrap();
        drop(take(home.path()).unwrap());
        assert_eq!(fs::read_to_string(&name).unwrap(), "mine");
        fs::remove_file(&name).unwrap();
        std::os::unix::fs::symlink(home.path().join("elsewhere"), &name).unwrap();
        let refused = take(home.path()).unwrap_err().to_string();
        assert_eq!(refused, "it is a symbolic link, not a file: move it away");
        assert!(!home.path().join("elsewhere").exists());
    }
}

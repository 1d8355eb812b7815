use super::chunk_file::{Content, Heading, beginning, decode, encode};
use super::chunks_in_memory::ChunksInMemory;
use super::store_folder::{Named, files, remove};
use super::{Damage, Held, Holdings, Schedule, StoreError, UnitOutcome};
use crate::disk::{self, Entry, NewFile};
use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Finished chunks: a folder in which each is a file that appears whole or not at all, or a corner of memory.
#[derive(Debug)]
pub struct Store {
    /// The chunks themselves, if they are in memory; there is no folder then.
    memory: Option<ChunksInMemory>,
    folder: PathBuf,
    identity: String,
    /// Bytes of a chunk file, at most: one that is larger was not written here.
    most: u64,
    /// The folder itself, locked as long as the store is open; the system lets go of it when the process ends, however it
    /// ends.
    handle: Option<Locked>,
    /// Others of the same plan that are asked for what is missing here; nothing is written to them.
    beside: Vec<Store>,
}

/// A folder that is locked, until this is dropped. It is let go of by name: a child process that was just being started holds the file
/// as well until it runs its program, and with the file the lock.
#[derive(Debug)]
struct Locked(File);

impl Drop for Locked {
    fn drop(&mut self) {
        // Where that fails the system lets go of it with the file.
        let _ = self.0.unlock();
    }
}

/// Bytes of a chunk file, at most; of one from elsewhere, of which nobody knows what made it.
const MOST: u64 = 4 << 30;
const MOST_FROM_ELSEWHERE: u64 = 512 << 20;

/// Digits of the identity in the name of a chunk; the whole of it stands inside.
const KEY: usize = 12;

impl Store {
    /// Opens a folder, which is made if it is not there (the one above it is). `identity` is a digest of everything that
    /// decides the bytes of a run: scenario, seed, version of the program and of the model, format of the bytes.
    ///
    /// Files that a killed process left half-written are removed. Where the system has no locks, two processes in one
    /// folder do no harm to what is kept (both write the same bytes), but the second may make the first halt.
    ///
    /// # Errors
    /// [`StoreError::InUse`] if it is open already; [`StoreError::OtherPlan`] if there is a chunk of another identity;
    /// [`StoreError::System`].
    pub fn open(folder: &Path, identity: &str) -> Result<Store, StoreError> {
        match disk::look(folder).map_err(StoreError::at("create the folder", folder))? {
            Entry::Folder => {}
            Entry::Link => {
                let why = io::Error::other("it is a symbolic link: move it away");
                return Err(StoreError::at("use the folder", folder)(why));
            }
            _ => disk::create_folder(folder).map_err(StoreError::at("create the folder", folder))?,
        }
        let (memory, identity) = (None, identity.to_owned());
        let store =
            Store { memory, folder: folder.to_owned(), identity, most: MOST, handle: lock(folder)?, beside: vec![] };
        for file in files(folder)? {
            match file {
                Named::Begun(path) => remove(&path)?,
                Named::Chunk(path) => store.refuse_other(&path)?,
            }
        }
        Ok(store)
    }

    /// A folder of chunks from elsewhere, which is only read: nothing in it is made or removed. Whoever would write to it is kept
    /// out meanwhile if `keeps_lock`, for which a file stays open.
    ///
    /// # Errors
    /// [`StoreError::InUse`] if somebody writes to it; [`StoreError::System`] if it is no folder.
    pub fn to_read(folder: &Path, identity: &str, keeps_lock: bool) -> Result<Store, StoreError> {
        match disk::look(folder).map_err(StoreError::at("read the folder", folder))? {
            Entry::Folder => {}
            Entry::Missing => return Err(StoreError::at("read the folder", folder)(io::ErrorKind::NotFound.into())),
            other => {
                let why = io::Error::other(format!("it is {}, not a folder", other.words()));
                return Err(StoreError::at("read the folder", folder)(why));
            }
        }
        let handle = match File::open(folder) {
            Ok(handle) => match handle.try_lock_shared() {
                Err(TryLockError::WouldBlock) => return Err(StoreError::InUse { folder: folder.to_owned() }),
                Ok(()) | Err(TryLockError::Error(_)) => Some(Locked(handle)).filter(|_| keeps_lock),
            },
            Err(_) => None,
        };
        let (memory, identity) = (None, identity.to_owned());
        Ok(Store { memory, folder: folder.to_owned(), identity, most: MOST_FROM_ELSEWHERE, handle, beside: vec![] })
    }

    /// With folders of the same plan beside it, in which others may be writing just now: what is missing here is looked for there.
    /// They are only read, and nobody is kept out of them, since a chunk is there whole or not at all.
    #[must_use]
    pub fn beside(self, folders: Vec<PathBuf>) -> Store {
        let other = |folder: PathBuf| Store {
            memory: None,
            folder,
            identity: self.identity.clone(),
            most: MOST_FROM_ELSEWHERE,
            handle: None,
            beside: vec![],
        };
        let beside = folders.into_iter().map(other).collect();
        Store { beside, ..self }
    }

    /// Whether there is a file of a chunk, whatever is in it.
    ///
    /// # Errors
    /// [`StoreError::System`].
    pub fn has_file(&self, chunk: u64) -> Result<bool, StoreError> {
        let path = self.path(chunk);
        Ok(disk::look(&path).map_err(StoreError::at("read", &path))? != Entry::Missing)
    }

    /// An empty one in memory: it grows with what is kept, and needs no disk.
    #[must_use]
    pub fn in_memory() -> Store {
        let (folder, identity) = (PathBuf::new(), String::new());
        Store { memory: Some(ChunksInMemory::default()), folder, identity, most: MOST, handle: None, beside: vec![] }
    }

    /// The folder; an empty path if it is in memory.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is there of a chunk; of one that was written for more replicates, what the schedule asks of it.
    ///
    /// # Errors
    /// [`StoreError::OtherPlan`] if the file was cut into chunks in another way; [`StoreError::System`].
    pub fn get(&self, schedule: &Schedule, chunk: u64) -> Result<Held, StoreError> {
        if let Some(memory) = &self.memory {
            return Ok(memory.get(schedule, chunk));
        }
        match self.get_own(schedule, chunk)? {
            Held::Missing => {}
            own => return Ok(own),
        }
        for other in &self.beside {
            // What is damaged there is for whoever wrote it to mend.
            if let Held::Whole(outcomes) = other.get_own(schedule, chunk)? {
                return Ok(Held::Whole(outcomes));
            }
        }
        Ok(Held::Missing)
    }

    fn get_own(&self, schedule: &Schedule, chunk: u64) -> Result<Held, StoreError> {
        let path = self.path(chunk);
        let damaged = |why| Ok(Held::Damaged(Damage { chunk, path: path.clone(), why }));
        match disk::look(&path).map_err(StoreError::at("read", &path))? {
            Entry::Missing => return Ok(Held::Missing),
            Entry::File => {}
            Entry::Folder => return Err(StoreError::at("read", &path)(io::ErrorKind::IsADirectory.into())),
            Entry::Link | Entry::Other => return damaged("is a link, a pipe or a device, not a file"),
        }
        let bytes = match disk::read(&path, self.most) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Held::Missing),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return damaged("is larger than any chunk"),
            Err(error) => return Err(StoreError::at("read", &path)(error)),
        };
        let asked = usize::try_from(schedule.len(chunk)).unwrap_or(usize::MAX);
        match decode(&bytes) {
            Content::Damaged(why) => damaged(why),
            Content::Whole(heading, mut outcomes)
                if heading.identity == self.identity && heading.layout == schedule.layout() =>
            {
                if heading.chunk != chunk {
                    return damaged("is another chunk's file");
                }
                if outcomes.len() < asked {
                    return Ok(Held::Missing);
                }
                outcomes.truncate(asked);
                Ok(Held::Whole(outcomes))
            }
            Content::Whole(..) | Content::OtherFormat => Err(StoreError::OtherPlan { path }),
        }
    }

    /// Keeps a finished chunk. When this returns it is on the disk; when it fails nothing half-written is left.
    ///
    /// # Errors
    /// [`StoreError::System`].
    pub fn put(&self, schedule: &Schedule, chunk: u64, outcomes: &[UnitOutcome]) -> Result<(), StoreError> {
        if let Some(memory) = &self.memory {
            memory.put(schedule, chunk, outcomes);
            return Ok(());
        }
        let path = self.path(chunk);
        let heading = Heading { identity: self.identity.clone(), layout: schedule.layout(), chunk };
        let Some(bytes) = encode(&heading, outcomes) else {
            return Err(StoreError::at("encode", &path)(io::ErrorKind::InvalidData.into()));
        };
        if self.handle.as_ref().is_some_and(|handle| !disk::is_same(&self.folder, &handle.0)) {
            return Err(StoreError::Gone { folder: self.folder.clone() });
        }
        let begun = self.begun(chunk);
        // One that broke off earlier in this process.
        disk::remove(&begun).map_err(StoreError::at("remove", &begun))?;
        let written = NewFile::whole(&begun, &bytes).and_then(|()| disk::rename(&begun, &path));
        if let Err(error) = written {
            // Whether or not it is there: what is told is why it could not be written.
            let _ = disk::remove(&begun);
            return Err(StoreError::at("write", &path)(error));
        }
        disk::sync_folder(&self.folder).map_err(StoreError::at("write", &self.folder))
    }

    /// Looks at every chunk of a schedule.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn holdings(&self, schedule: &Schedule) -> Result<Holdings, StoreError> {
        let (mut missing, mut damaged) = (BTreeSet::new(), Vec::new());
        for chunk in 0..schedule.chunks() {
            match self.get(schedule, chunk)? {
                Held::Whole(_) => continue,
                Held::Missing => {}
                Held::Damaged(damage) => damaged.push(damage),
            }
            missing.insert(chunk);
        }
        Ok(Holdings::new(schedule, missing, damaged))
    }

    /// A chunk is named by what its plan holds and its number, so that chunks of one plan from several machines can be
    /// laid into one folder.
    fn name(&self, chunk: u64) -> String {
        let plan: String = self.identity.chars().take(KEY).collect();
        format!("{plan}-{chunk:05}.chunk")
    }

    /// Where the file of a chunk is.
    #[must_use]
    pub fn path(&self, chunk: u64) -> PathBuf {
        self.folder.join(self.name(chunk))
    }

    /// The name of a chunk while it is written: no other process writes to it.
    pub(super) fn begun(&self, chunk: u64) -> PathBuf {
        self.folder.join(format!("{}.{}.tmp", self.name(chunk), std::process::id()))
    }

    /// A chunk of another identity is an error; a damaged one is not, it will be named when it is asked for.
    fn refuse_other(&self, path: &Path) -> Result<(), StoreError> {
        if disk::look(path).map_err(StoreError::at("read", path))? != Entry::File {
            return Ok(());
        }
        let read = |most: u64| {
            let mut bytes = Vec::new();
            disk::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map(|_| bytes)
        };
        let ours = beginning(&self.identity);
        if read(ours.len() as u64).map_err(StoreError::at("read", path))? == ours {
            return Ok(());
        }
        let other = || StoreError::OtherPlan { path: path.to_owned() };
        match decode(&read(MOST).map_err(StoreError::at("read", path))?) {
            Content::Whole(heading, _) if heading.identity != self.identity => Err(other()),
            Content::OtherFormat => Err(other()),
            Content::Whole(..) | Content::Damaged(_) => Ok(()),
        }
    }
}

/// The lock of a folder (of itself: it leaves no file); none where the system has no such locks.
fn lock(folder: &Path) -> Result<Option<Locked>, StoreError> {
    let Ok(handle) = File::open(folder) else { return Ok(None) };
    match handle.try_lock() {
        Ok(()) => Ok(Some(Locked(handle))),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse { folder: folder.to_owned() }),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Store, StoreError};

    /// A child that is being started has a copy of every open file until it runs its program.
    #[test]
    fn a_store_that_is_closed_is_locked_by_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), "ab12").unwrap();
        let copy = store.handle.as_ref().map(|handle| handle.0.try_clone().unwrap());
        assert!(matches!(Store::open(folder.path(), "ab12"), Err(StoreError::InUse { .. })));
        drop(store);
        Store::open(folder.path(), "ab12").unwrap();
        drop(copy);
    }
}

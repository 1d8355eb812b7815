use super::Contents;
use crate::disk;
use crate::report::folder::{Claim, DATA, Failure, Maker, Manifest, sha256};
use std::fmt;
use std::io;
use std::path::PathBuf;

/// What `report.data` begins with; the number of its layout follows.
const MAGIC: &[u8] = b"safsim report\n";
/// The layout of `report.data`; to be raised when [`Contents`], or anything in it, changes. Versions of safsim with the same
/// number read one another's.
const LAYOUT: u32 = 4;
/// Bytes of `report.data`, at most.
const MOST: u64 = 256 << 20;

/// A results folder whose report can be made again.
#[derive(Debug)]
pub struct Reopened {
    /// What the folder says of itself.
    pub manifest: Manifest,
    /// What the report says.
    pub contents: Contents,
}

/// Why a report cannot be made again.
#[derive(Debug)]
pub enum Unopened {
    /// A file cannot be read.
    Failure(Failure),
    /// The folder holds no results.
    NoResults(PathBuf),
    /// They were written in another layout, by this maker.
    OtherLayout(PathBuf, Maker),
    /// What the report is drawn from is not what was written.
    Damaged(PathBuf),
}

impl fmt::Display for Unopened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unopened::Failure(failure) => failure.fmt(f),
            Unopened::NoResults(folder) => write!(
                f,
                "{} holds no finished results of safsim\n  name the folder that a run, comparison, sweep or evidence run wrote, such as out/six-sites",
                folder.display()
            ),
            Unopened::OtherLayout(path, maker) => write!(
                f,
                "{} was written by {}, in a layout that safsim {} does not read\n  run the experiment again: its scenario is in \
                 the folder",
                path.display(),
                maker.words(),
                env!("CARGO_PKG_VERSION")
            ),
            Unopened::Damaged(path) => write!(
                f,
                "{} is not what was written with these results\n  run the experiment again: its scenario is in the folder",
                path.display()
            ),
        }
    }
}

impl Contents {
    /// As `report.data`: magic, layout, who made it, contents.
    pub(super) fn to_data(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        // Plain data of known length: nothing in it can fail to be written.
        bytes.extend(postcard::to_stdvec(&(LAYOUT, &self.ran.maker, self)).unwrap_or_default());
        bytes
    }
}

/// Reads what the report of a results folder was drawn from.
///
/// # Errors
/// [`Unopened`] if the folder has none, or none of this layout.
pub fn reopen(claim: &Claim) -> Result<Reopened, Unopened> {
    let folder = claim.folder();
    let manifest = Manifest::read(folder).map_err(Unopened::Failure)?;
    let Some(manifest) = manifest else { return Err(Unopened::NoResults(folder.to_owned())) };
    let path = folder.join(DATA);
    let bytes = match disk::read(&path, MOST) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(Unopened::Damaged(path)),
        Err(e) => return Err(Unopened::Failure(Failure::new("read", &path, e))),
    };
    let hash = sha256(&bytes);
    if !manifest.files.iter().any(|file| file.path == DATA && file.sha256 == hash) {
        return Err(Unopened::Damaged(path));
    }
    match contents(&bytes) {
        Read::Contents(contents) => Ok(Reopened { manifest, contents: *contents }),
        // What was written before layouts had numbers has the version of its manifest.
        Read::OtherLayout(maker) => Err(Unopened::OtherLayout(path, maker.unwrap_or(manifest.maker))),
        Read::Damaged => Err(Unopened::Damaged(path)),
    }
}

enum Read {
    Contents(Box<Contents>),
    OtherLayout(Option<Maker>),
    Damaged,
}

fn contents(bytes: &[u8]) -> Read {
    let Some(bytes) = bytes.strip_prefix(MAGIC) else { return Read::OtherLayout(None) };
    let Ok(((layout, maker), rest)) = postcard::take_from_bytes::<(u32, Maker)>(bytes) else { return Read::Damaged };
    if layout != LAYOUT {
        return Read::OtherLayout(Some(maker));
    }
    match postcard::take_from_bytes(rest) {
        Ok((contents, [])) => Read::Contents(Box::new(contents)),
        _ => Read::Damaged,
    }
}

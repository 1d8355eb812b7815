use super::raw::{Undecoded, decoded};
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Texts longer than this are refused, in bytes: 16 MiB.
const LONGEST: u64 = 16 << 20;

/// Why a text could not be read. None of it says what stands in the file.
#[derive(Debug)]
pub enum Unreadable {
    /// The system refused.
    Refused(io::Error),
    /// It is a folder, a device, a pipe or a socket.
    NoFile,
    /// It is longer than 16 MiB.
    TooLong,
    /// It is not UTF-8.
    Undecoded(Undecoded),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Refused(error) => write!(f, "cannot be read: {error}"),
            Unreadable::NoFile => f.write_str("cannot be read: it is no ordinary file"),
            Unreadable::TooLong => write!(f, "cannot be read: it is longer than {} megabytes", LONGEST >> 20),
            Unreadable::Undecoded(why) => f.write_str(&why.what),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Unreadable {
    /// What to do, if anything can be done.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        match self {
            Unreadable::Undecoded(why) => Some(&why.hint),
            _ => None,
        }
    }
}

/// The text of an ordinary file of at most 16 MiB. Nothing else is waited for or read: a pipe without a writer and an
/// endless device are refused, however they come to have that name.
///
/// # Errors
/// [`Unreadable`].
pub fn read_text(path: &Path) -> Result<String, Unreadable> {
    // Opening alone does things to some devices.
    if !std::fs::metadata(path).map_err(Unreadable::Refused)?.is_file() {
        return Err(Unreadable::NoFile);
    }
    let file = open(path).map_err(Unreadable::Refused)?;
    // What has been opened may be another file by now.
    let about = file.metadata().map_err(Unreadable::Refused)?;
    if !about.is_file() {
        return Err(Unreadable::NoFile);
    }
    if about.len() > LONGEST {
        return Err(Unreadable::TooLong);
    }
    read_all(file)
}

/// The whole of a stream, such as standard input, if it is a text of at most 16 MiB.
///
/// # Errors
/// [`Unreadable`].
pub fn read_all(from: impl Read) -> Result<String, Unreadable> {
    let mut bytes = Vec::new();
    from.take(LONGEST + 1).read_to_end(&mut bytes).map_err(Unreadable::Refused)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Unreadable::TooLong);
    }
    decoded(bytes).map_err(Unreadable::Undecoded)
}

/// Opens without waiting for somebody to write.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_of_a_bounded_length_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let told = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            read_text(&path).map_err(|why| why.to_string())
        };
        assert_eq!(told(b"name = \"a\"\n"), Ok("name = \"a\"\n".to_owned()));
        assert!(told(b"a\nb\xffc").unwrap_err().starts_with("is not text in UTF-8 (line 2, byte FF"));
        let longest = usize::try_from(LONGEST).unwrap();
        assert_eq!(told(&vec![b'#'; longest]).map(|text| text.len()), Ok(longest));
        assert_eq!(told(&vec![b'#'; longest + 1]), Err("cannot be read: it is longer than 16 megabytes".to_owned()));
        assert!(matches!(read_text(folder.path()), Err(Unreadable::NoFile)));
        assert!(matches!(read_text(&folder.path().join("none")), Err(Unreadable::Refused(_))));
        assert!(matches!(read_all(io::repeat(b'#')), Err(Unreadable::TooLong)), "a stream without an end");
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_pipes_are_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for path in [pipe.as_path(), Path::new("/dev/zero"), Path::new("/dev/tty"), Path::new("/dev/null")] {
            assert!(matches!(read_text(path), Err(Unreadable::NoFile | Unreadable::Refused(_))), "{}", path.display());
        }
        // Even if it became a pipe after it was looked at.
        assert!(!open(&pipe).unwrap().metadata().unwrap().is_file());
    }
}

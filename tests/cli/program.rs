//! Running `safsim` in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A folder that goes away, in which the program runs.
pub struct Home(tempfile::TempDir);

/// What a call left.
#[derive(Debug)]
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// What a process says until it ends; a status of -1 is that of one that was killed.
    pub fn by(child: Child) -> Said {
        let output = child.wait_with_output().expect("it ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Said { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// Sends a process a signal: `-INT`, `-TERM`, `-KILL`.
#[cfg(unix)]
pub fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

/// Waits for something that a process is about to do, for two minutes at most.
pub fn wait_until(what: &str, mut is: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is() {
        assert!(began.elapsed() < Duration::from_secs(120), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whether what takes long is wanted at its full size: `SAFSIM_WHOLE=1 cargo test --test cli`.
pub fn is_whole() -> bool {
    std::env::var_os("SAFSIM_WHOLE").is_some()
}

pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safsim"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

impl Home {
    pub fn new() -> Home {
        Home(tempfile::tempdir().expect("a folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// Runs with words of `line`, and nothing on standard input.
    pub fn safsim(&self, line: &str) -> Said {
        self.safsim_with(line, "")
    }

    pub fn safsim_with(&self, line: &str, input: &str) -> Said {
        let mut child = self.start(line);
        drop(child.stdin.take().expect("a pipe").write_all(input.as_bytes()));
        Said::by(child)
    }

    /// Starts, for somebody to cut off.
    pub fn start(&self, line: &str) -> Child {
        let mut command = program();
        command.args(line.split_whitespace()).current_dir(self.folder());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("safsim starts")
    }

    /// Runs; panics unless all went well.
    pub fn done(&self, line: &str) -> String {
        let said = self.safsim(line);
        assert_eq!(said.status, 0, "{line}: {}", said.err);
        assert_eq!(said.err, "", "{line}");
        said.out
    }

    /// Runs; panics unless it ends with `status` and says all of `parts` on standard error, and nothing elsewhere.
    pub fn refused(&self, line: &str, status: i32, parts: &[&str]) {
        let said = self.safsim(line);
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{line}: {}", said.err);
        for part in parts {
            assert!(said.err.contains(part), "{line}: no {part:?} in\n{}", said.err);
        }
        assert!(!said.err.contains("panicked"), "{line}: {}", said.err);
    }
}

/// Every file under `folder`, by path.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut ahead = vec![folder.to_owned()];
    while let Some(next) = ahead.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|e| panic!("{}: {e}", next.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                ahead.push(path);
            } else {
                found.insert(path.strip_prefix(folder).expect("inside").to_owned(), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// Panics, naming the files, unless two folders hold the same.
pub fn assert_same(one: &Path, other: &Path) {
    let (one_holds, other_holds) = (contents(one), contents(other));
    assert!(one_holds.keys().eq(other_holds.keys()), "{:?}\n{:?}", one_holds.keys(), other_holds.keys());
    for (name, bytes) in &one_holds {
        assert!(*bytes == other_holds[name], "{} differs", name.display());
    }
}

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A call of the program.
pub struct Blow {
    pub arguments: Vec<OsString>,
}

impl Blow {
    pub fn of(line: &str) -> Blow {
        Blow { arguments: line.split_whitespace().map(OsString::from).collect() }
    }
}

/// Long arguments are cut.
impl fmt::Display for Blow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |one: &OsString| format!("{one:?}").chars().take(200).collect::<String>();
        f.write_str(&self.arguments.iter().map(shown).collect::<Vec<_>>().join(" "))
    }
}

/// Addresses that the program may have, in kilobytes: 3 GB.
const ADDRESSES: u64 = 3_000_000;
/// A case that is still at work after this is interrupted, as a user would; it then has to end.
const PATIENCE: Duration = Duration::from_secs(20);
const AFTERWARDS: Duration = Duration::from_secs(20);

/// Calls it in `folder`; its exit status, or what was wrong with its end.
pub fn strike(blow: &Blow, folder: &Path) -> Result<usize, String> {
    let errors = folder.join("errors");
    let mut command = Command::new("sh");
    let limited = format!("ulimit -v {ADDRESSES}; exec \"$0\" \"$@\"");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_safsim")]).args(&blow.arguments).current_dir(folder);
    let out = File::create(folder.join("said")).map_err(|why| why.to_string())?;
    let err = File::create(&errors).map_err(|why| why.to_string())?;
    let child = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn();
    let mut child = match child {
        Ok(child) => child,
        // Longer arguments than the system takes.
        Err(why) if why.raw_os_error() == Some(7) => return Ok(2),
        Err(why) => return Err(why.to_string()),
    };
    let began = Instant::now();
    let mut interrupted = false;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|why| why.to_string())? {
            break status;
        }
        if !interrupted && began.elapsed() > PATIENCE {
            interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().is_ok();
        }
        if began.elapsed() > PATIENCE + AFTERWARDS {
            let _ = child.kill();
            let _ = child.wait();
            return Err("it did not end".to_owned());
        }
        std::thread::sleep(Duration::from_millis(3));
    };
    let said = String::from_utf8_lossy(&std::fs::read(&errors).map_err(|why| why.to_string())?).into_owned();
    let cut = |text: &str| text.chars().take(2000).collect::<String>();
    if said.contains("panicked at") || said.contains("RUST_BACKTRACE") {
        return Err(cut(&said));
    }
    match status.code() {
        Some(code @ 0..=2) if code == 0 || !said.is_empty() => Ok(code as usize),
        // Commands without anything to lose are ended by the system.
        None if interrupted && !said.contains("memory allocation") => Ok(1),
        code => Err(format!("it ended with {code:?} ({status}): {}", cut(&said))),
    }
}

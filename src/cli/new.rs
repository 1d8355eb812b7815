use super::arguments::NewOptions;
use super::terminal::say;
use super::trouble::Trouble;
use crate::diagnostics::nearest;
use crate::scenario::{built_ins, starter};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// `safsim new`.
pub(super) fn new(options: &NewOptions, quiet: bool) -> Result<(), Trouble> {
    let name = options.name.strip_suffix(".toml").unwrap_or(&options.name);
    let names: Vec<&str> = built_ins().iter().map(|b| b.name).collect();
    if !names.contains(&options.from.as_str()) {
        let meant = nearest(&options.from, names.iter().copied());
        let hint = meant.map_or_else(|| format!("there are: {}", names.join(", ")), |n| format!("did you mean {n}?"));
        return Err(Trouble::Wrong(format!("there is no built-in scenario {}\n  {hint}", options.from)));
    }
    let Some(text) = starter(&options.from, name) else {
        return Err(Trouble::Wrong(format!(
            "{name:?} cannot be the name of a scenario\n  use letters, digits, - and _: it also names the results folder"
        )));
    };
    let file = format!("{name}.toml");
    let path = Path::new(&file);
    let mut open = OpenOptions::new();
    if options.force {
        open.write(true).create(true).truncate(true)
    } else {
        open.write(true).create_new(true)
    };
    match open.open(path).and_then(|mut f| f.write_all(text.as_bytes()).and_then(|()| f.sync_all())) {
        Ok(()) if quiet => Ok(()),
        Ok(()) => {
            say(&format!("wrote {file}\n  check it with: safsim check {file}\n  run it with:   safsim run {file}\n"))
        }
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            Err(Trouble::Wrong(format!("{file} exists already\n  choose another name, or --force to overwrite it")))
        }
        Err(e) => Err(Trouble::Failed(format!("could not write {file}: {e}"))),
    }
}

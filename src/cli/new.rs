use super::arguments::NewArguments;
use super::command_error::CommandError;
use super::put::{put, refuse_to_overwrite};
use super::terminal::print_output;
use crate::diagnostics::nearest;
use crate::scenario::{built_ins, examples_beyond, starter};
use std::path::Path;

/// `safsim new`.
pub(super) fn new(options: &NewArguments, quiet: bool) -> Result<(), CommandError> {
    let name = options.name.strip_suffix(".toml").unwrap_or(&options.name);
    let names: Vec<&str> = built_ins().iter().chain(examples_beyond()).map(|b| b.name).collect();
    if !names.contains(&options.from.as_str()) {
        let meant = nearest(&options.from, names.iter().copied());
        let hint = meant.map_or_else(|| format!("there are: {}", names.join(", ")), |n| format!("did you mean {n}?"));
        return Err(CommandError::Wrong(format!("there is no built-in scenario {}\n  {hint}", options.from)));
    }
    let Some(text) = starter(&options.from, name) else {
        return Err(CommandError::Wrong(format!(
            "{name:?} cannot be the name of a scenario\n  use letters, digits, - and _: it also names the results folder"
        )));
    };
    let file = format!("{name}.toml");
    let path = Path::new(&file);
    refuse_to_overwrite(path, options.force, "")?;
    put(path, text.as_bytes())?;
    if quiet {
        return Ok(());
    }
    print_output(format!("wrote {file}\n  check it with: safsim check {file}\n  run it with:   safsim run {file}\n"))
}

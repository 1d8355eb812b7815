use super::command_error::CommandError;
use super::terminal::print_message;
use super::which_models::WhichModels;
use crate::study::PlausibleModels;

/// The plausible models that `--ensemble` asks for, if it was given.
pub(super) fn plausible_models(which: Option<&WhichModels>) -> Result<Option<PlausibleModels>, CommandError> {
    let found = match which {
        None | Some(WhichModels::None) => return Ok(None),
        Some(WhichModels::BuiltIn) => PlausibleModels::built_in(),
        Some(WhichModels::Sets(sets)) => PlausibleModels::built_in().and_then(|models| models.first(*sets)),
        Some(WhichModels::File(path)) => PlausibleModels::of_file(path),
    };
    Ok(Some(found.map_err(CommandError::from)?))
}

/// Those that are built in, which a command takes unasked; none, and a word about it, if they are of another model.
pub(super) fn usual_models(quiet: bool) -> Option<PlausibleModels> {
    let found = PlausibleModels::built_in();
    if let (Err(why), false) = (&found, quiet) {
        print_message(format!("note: arms are not compared over plausible models: {why}\n"));
    }
    found.ok()
}

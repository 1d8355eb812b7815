use super::command_error::CommandError;
use super::terminal::print_message;
use super::which_models::WhichModels;
use crate::study::PlausibleModels;

/// The plausible models that `--ensemble` asks for; none for a number if `numbers_are_drawn`.
pub(super) fn plausible_models(
    which: &WhichModels,
    numbers_are_drawn: bool,
) -> Result<Option<PlausibleModels>, CommandError> {
    let found = match which {
        WhichModels::None => return Ok(None),
        WhichModels::Sets(_) if numbers_are_drawn => return Ok(None),
        WhichModels::BuiltIn => PlausibleModels::built_in(),
        WhichModels::Sets(sets) => PlausibleModels::built_in().and_then(|models| models.first(*sets)),
        WhichModels::File(path) => PlausibleModels::of_file(path),
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

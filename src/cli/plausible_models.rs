use super::command_error::CommandError;
use super::terminal::print_message;
use crate::study::PlausibleModels;
use std::path::Path;

/// The plausible models that `--ensemble` asks for; those that are built in if it does not say, unless they are of another model.
pub(super) fn plausible_models(which: Option<&str>, quiet: bool) -> Result<Option<PlausibleModels>, CommandError> {
    match which {
        None => match PlausibleModels::built_in() {
            Ok(models) => Ok(Some(models)),
            Err(why) => {
                if !quiet {
                    print_message(format!("note: arms are not compared over plausible models: {why}\n"));
                }
                Ok(None)
            }
        },
        Some("none") => Ok(None),
        Some("built-in") => Ok(Some(PlausibleModels::built_in().map_err(CommandError::from)?)),
        Some(text) => {
            let found = match text.parse::<u32>() {
                Ok(sets) if sets >= 2 => PlausibleModels::built_in().and_then(|models| models.first(sets)),
                Ok(sets) => {
                    return Err(CommandError::Wrong(format!("--ensemble {sets}: models are compared, so at least 2")));
                }
                Err(_) => PlausibleModels::of_file(Path::new(text)),
            };
            Ok(Some(found.map_err(CommandError::from)?))
        }
    }
}

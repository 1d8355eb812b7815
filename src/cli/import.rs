use super::arguments::ImportArguments;
use super::command_error::CommandError;
use super::terminal::{print_message, print_output};
use crate::report::paragraph;
use crate::scenario::read_text;
use crate::study::{AtHand, import as made_of};
use std::path::Path;

/// `safsim import`: the scenario goes to standard output, what was assumed to standard error.
pub(super) fn import(options: &ImportArguments, quiet: bool) -> Result<(), CommandError> {
    let read = |path: &Option<String>| match path {
        Some(path) => {
            read_text(Path::new(path)).map(Some).map_err(|why| CommandError::Wrong(format!("`{path}` {why}")))
        }
        None => Ok(None),
    };
    let (network, trust, plan) = (read(&options.network)?, read(&options.trust)?, read(&options.plan)?);
    if [&network, &trust, &plan].iter().all(|text| text.is_none()) {
        return Err(CommandError::Wrong(
            "nothing to import\n  give --network, --trust or --plan, each a table in CSV".to_owned(),
        ));
    }
    let at_hand = AtHand { network: network.as_deref(), trust: trust.as_deref(), plan: plan.as_deref() };
    let made = made_of(&options.name, at_hand).map_err(CommandError::Wrong)?;
    print_output(made.text)?;
    if !quiet {
        let told: String = made.assumed.iter().map(|one| plain(&paragraph("  - ", one))).collect();
        print_message(format!("Made of it, and assumed:\n{told}"));
    }
    Ok(())
}

fn plain(text: &str) -> String {
    crate::report::Emphasised::marked(text.to_owned()).plain()
}

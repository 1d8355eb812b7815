use super::arguments::ImportArguments;
use super::command_error::CommandError;
use super::screen::{paint, width};
use super::terminal::{print_message, print_output};
use crate::diagnostics::SourceText;
use crate::report::paragraph;
use crate::scenario::read_text;
use crate::study::{AtHand, import as made_of};
use std::path::Path;

/// `safsim import`: the scenario goes to standard output, what was assumed to standard error; or what would be made, to be looked at.
pub(super) fn import(options: &ImportArguments, quiet: bool) -> Result<(), CommandError> {
    let read = |path: &Option<String>| match path {
        Some(path) => match read_text(Path::new(path)) {
            Ok(text) => Ok(Some(SourceText { name: path.clone(), text, lines: true })),
            Err(why) => Err(CommandError::Wrong(match why.hint() {
                Some(hint) => format!("`{path}` {why}\n  {hint}"),
                None => format!("`{path}` {why}"),
            })),
        },
        None => Ok(None),
    };
    let at_hand = AtHand {
        network: read(&options.network)?,
        organisation: options.organisation.clone(),
        trust: read(&options.trust)?,
        plan: read(&options.plan)?,
    };
    if [&at_hand.network, &at_hand.trust, &at_hand.plan].iter().all(|text| text.is_none()) {
        return Err(CommandError::Wrong(
            "nothing to import\n  give --network (a table in CSV, or GraphML), --trust or --plan (tables in CSV)"
                .to_owned(),
        ));
    }
    let made = made_of(&options.name, &at_hand)
        .map_err(|mistakes| CommandError::Mistakes(mistakes.render(paint(), width())))?;
    if options.preview {
        return print_output(made.preview);
    }
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

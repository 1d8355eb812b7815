use super::arguments::ReportArguments;
use super::command_error::CommandError;
use super::interrupt::{finishing, on_interrupt};
use super::missing_letters::warn_of_missing_letters;
use super::quietly::quietly;
use super::terminal::print_output;
use super::terminal_listener::TerminalListener;
use super::to_try::to_try;
use crate::disk::{Entry, look};
use crate::report::{Destination, Reopened, Unopened, Workplace, reopen};
use crate::study::claim_results;

/// `safsim report`.
pub(super) fn report(options: &ReportArguments, quiet: bool) -> Result<(), CommandError> {
    let folder = &options.results;
    if matches!(look(folder), Ok(Entry::Missing)) {
        return Err(Unopened::NoResults(folder.clone()).into());
    }
    let claim = claim_results(folder, &TerminalListener::new(quiet))?;
    on_interrupt(&format!("\n  safsim report {} writes it again", folder.display()))?;
    let Reopened { manifest, contents } = reopen(&claim)?;
    let made = contents.ran.maker.words();
    let destination = Destination::to_renew(claim, &manifest)?;
    let staging = Workplace::renewing(&destination)?;
    // Anybody may have written what is drawn: what cannot be drawn ends this command, not the program.
    let panel = to_try(false)?;
    match quietly(|| contents.publish(&staging, panel.as_deref())) {
        Some(published) => warn_of_missing_letters(&published?),
        None => return Err(Unopened::Damaged(folder.join("report.data")).into()),
    }
    finishing();
    staging.renew(manifest)?;
    if quiet {
        return Ok(());
    }
    print_output(format!("Made by: {made}\nOpen:    {}\n", folder.join("report.html").display()))
}

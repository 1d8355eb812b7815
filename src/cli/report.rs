use super::arguments::ReportOptions;
use super::interrupt::{finishing, on_interrupt};
use super::missing_letters::warn_of_missing_letters;
use super::terminal::say;
use super::trouble::Trouble;
use crate::report::{Destination, Reopened, Workplace, reopen};

/// `safsim report`.
pub(super) fn report(options: &ReportOptions, quiet: bool) -> Result<(), Trouble> {
    let folder = &options.results;
    on_interrupt(&format!("\n  safsim report {} writes it again", folder.display()))?;
    let Reopened { manifest, contents } = reopen(folder)?;
    let destination = Destination::inspect(folder, &manifest.scenario.name, &manifest.plan, false)?;
    let staging = Workplace::renewing(&destination)?;
    warn_of_missing_letters(&contents.publish(&staging)?);
    finishing();
    staging.renew(manifest)?;
    if quiet {
        return Ok(());
    }
    say(&format!("Open:    {}\n", folder.join("report.html").display()))
}

use super::command_error::CommandError;
use super::shown::Shown;
use super::terminal::print_output;
use crate::report::{Emphasised, PrecisionEntry, paragraph};
use crate::study::{Options, Reached, SoFar};
use std::path::Path;

/// What an experiment came to.
pub(super) struct Results<'a> {
    pub(super) summary: &'a dyn Fn() -> Emphasised,
    pub(super) reached: Option<&'a Reached>,
    pub(super) so_far: SoFar,
    pub(super) is_stopped: bool,
}

/// Says what came of it, and where everything is; an error if it was stopped.
pub(super) fn print_results(asked: &Options<'_>, quiet: bool, results: Results<'_>) -> Result<(), CommandError> {
    let folder = asked.folder.as_ref().map_or(Path::new(""), |folder| folder.path.as_path());
    if results.is_stopped {
        return Err(CommandError::Failed(format!(
            "interrupted: {} were finished\n  {} holds their results, marked UNFINISHED\n  the same command goes on from \
             there",
            results.so_far,
            folder.display()
        )));
    }
    if quiet {
        return Ok(());
    }
    let reached = results.reached.map_or(String::new(), precise);
    print_output(Shown::from(&(results.summary)()).and(reached).and("\n").and(closing(folder)))
}

/// What the rule of stopping came to.
fn precise(reached: &Reached) -> String {
    let PrecisionEntry { metric, half_width, .. } = &reached.entry;
    let (width, replicates) = (reached.half_width, reached.replicates);
    if width.is_nan() {
        let told = format!("{metric} has too few values to tell how precise it is: use more --replicates.");
        return paragraph("", &told);
    }
    let verdict = if reached.is_met { "as asked" } else { "not as narrow as asked: use more --replicates" };
    paragraph(
        "",
        &format!("{replicates} replicates make {metric} precise to ±{width:.4} (asked: ±{half_width}; {verdict})."),
    )
}

/// Where everything is.
pub(super) fn closing(folder: &Path) -> String {
    format!("Results: {}\nOpen:    {}\n", folder.display(), folder.join("report.html").display())
}

use super::arguments::SlidesArguments;
use super::command_error::CommandError;
use super::interrupt::{finishing, on_interrupt};
use super::missing_letters::warn_of_missing_letters;
use super::put::{put, refuse_to_overwrite};
use super::quietly::quietly;
use super::terminal::print_output;
use super::terminal_listener::TerminalListener;
use crate::disk::{Entry, look};
use crate::report::{Deck, Refusal, Reopened, Unopened, reopen};
use crate::study::claim_results;

/// `safsim slides`.
pub(super) fn slides(options: &SlidesArguments, quiet: bool) -> Result<(), CommandError> {
    let folder = &options.results;
    if matches!(look(folder), Ok(Entry::Missing)) {
        return Err(Unopened::NoResults(folder.clone()).into());
    }
    let claim = claim_results(folder, &TerminalListener::new(quiet))?;
    on_interrupt(&format!("\n  safsim slides {} writes them again", folder.display()))?;
    let Reopened { manifest, contents } = reopen(&claim)?;
    // Whoever is in the way is told of before anything is drawn.
    match &options.out {
        Some(file) => refuse_to_overwrite(file, options.force, "")?,
        None => {
            if let Some(path) = Deck::in_the_way(claim.folder(), &manifest) {
                return Err(Refusal::WouldOverwrite(path).into());
            }
        }
    }
    // Anybody may have written what is drawn: what cannot be drawn ends this command, not the program.
    let Some(deck) = quietly(|| Deck::of(&contents)) else {
        return Err(Unopened::Damaged(folder.join("report.data")).into());
    };
    warn_of_missing_letters(deck.unknown());
    finishing();
    let path = match &options.out {
        Some(file) => {
            put(file, deck.html().as_bytes())?;
            file.clone()
        }
        None => {
            deck.write(claim, manifest)?;
            folder.join("slides.html")
        }
    };
    if quiet {
        return Ok(());
    }
    print_output(format!("Open:  {}\nPrint: the browser's print makes a PDF of it, one slide a page\n", path.display()))
}

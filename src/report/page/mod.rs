//! `report.html`: one file that a director reads in five minutes and a methods reviewer in an hour.
//!
//! Purpose: what the report says ([`Contents`], plain data, kept as `report.data`), and how it looks (templates, a style
//! sheet and a few lines of script, all of them files in this folder). It asks for nothing outside itself: no network,
//! no font but those in it, no picture of another file.
//!
//! Must never know: how runs are made, how a picture is drawn.

mod album;
mod calibrated;
mod compared;
mod conditions;
mod contents;
mod dark;
mod deck;
mod drawing;
mod evidence;
mod first_use;
mod fonts;
mod html;
mod initiatives;
mod licences;
mod narrow;
mod opened;
mod over_models;
mod ran;
mod run;
mod share_words;
mod slides;
mod sureness;
mod swept;
mod told;
mod tried;
mod varied;

pub use calibrated::calibration_contents;
pub use compared::comparison_contents;
pub use contents::{Contents, Part, Section, SheetCell, SheetRow, SheetTable};
pub use deck::Deck;
pub use evidence::evidence_contents;
pub use licences::{ABOUT, CRATES};
pub use opened::{Reopened, Unopened, reopen};
pub use ran::{Difference, Ran};
pub use run::run_contents;
pub use swept::sweep_contents;
pub use varied::{discovery_contents, sensitivity_contents};

#[cfg(test)]
mod tests;

//! A checked scenario as a complete file: every default written out, reading it back gives the same scenario.
//!
//! Must never know: where a value came from.

mod differences;
mod document;
mod folding;
mod initiative;
mod line;
mod programme;
mod scenario;
mod shock;
mod site;
mod study;
mod text;
mod value;

pub use differences::{differences, study_differences};
pub(super) use document::document;
pub(super) use folding::Folding;
pub(super) use scenario::folded;
pub use scenario::to_toml;
pub use study::study_to_toml;
pub(super) use value::inline;

//! A checked scenario as a complete file: every default written out, reading it back gives the same scenario.
//!
//! Must never know: where a value came from.

mod differences;
mod document;
mod file;
mod folding;
mod initiative;
mod line;
mod programme;
mod scenario;
mod shock;
mod site;
mod text;
mod value;
mod vocabulary;

pub(super) use differences::between;
pub use differences::differences;
pub(super) use document::{document, document_without_places};
pub(super) use file::file;
pub(super) use folding::Folding;
pub(super) use scenario::folded;
pub use scenario::to_toml;
pub(super) use text::{Page, exact, quoted};
pub(super) use value::inline;

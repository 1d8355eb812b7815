//! Mistakes and warnings about a text, each with its place, drawn with a caret.
//!
//! Purpose: a reader sees what is wrong, where, why, and what was probably meant; all mistakes at once, in order.
//! Must never know: what a scenario is.

mod advice;
mod diagnostic;
mod list;
mod nearest;
mod render;
mod severity;
mod sources;

pub use advice::{Advice, Said};
pub use diagnostic::{Diagnostic, Label};
pub use list::Diagnostics;
pub use nearest::nearest;
pub use render::{Drawing, MOST_MISTAKES, Paint};
pub use severity::Severity;
pub use sources::{SourceId, SourceText, Sources, Span};

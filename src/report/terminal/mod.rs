//! Text for a terminal: lines that fit its width, columns that stand under one another, what is set apart.
//!
//! Must never know: what the text says.

mod columns;
mod display_width;
mod emphasised;
mod fitted;
mod paragraph;
mod said;

pub(super) use columns::{ABREAST, NAME, aligned};
pub(super) use display_width::{at_left, at_right, columns, end_of, start_of};
pub use emphasised::{Emphasis, Emphasised};
pub(super) use fitted::{CELL, HEAD, ROW, WIDTH};
pub use paragraph::paragraph;
pub(super) use said::{in_words, said, said_head};

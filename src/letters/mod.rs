//! Letters that a reader sees, and letters that only act on what stands around them.
//!
//! Purpose: one rule for what a name may hold ([`hidden_in`]), and one way to write out what it may not, wherever a text
//! from outside is shown ([`visible`], [`visible_line`]).
//! Must never know: what a text is about, and where it is shown.

mod hidden;
mod hidden_letter;
mod visible;

pub use hidden::{is_hidden, is_joining};
pub use hidden_letter::{HiddenLetter, hidden_in};
pub use visible::{visible, visible_line};

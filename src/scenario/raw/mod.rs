//! The raw form: what a text says, each value with its place, before any meaning.
//!
//! Must never know: what is right, and which keys there are: only what is written, and where.

mod encoding;
mod hidden_letters;
mod node;
mod parse;
mod syntax;

pub use encoding::{Undecoded, decoded};
pub(super) use hidden_letters::{hidden_letter_refusal, refuse_hidden_letters};
pub(super) use node::{Entry, Node, Table, Value};
pub(super) use parse::{parse_document, parse_value};
pub(super) use syntax::decimal_comma;

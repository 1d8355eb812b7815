//! The raw form: what the files and options say, each value with its place, before any meaning.
//!
//! Must never know: what is right: only what is written, and where.

mod address;
mod chain;
mod encoding;
mod entry_name;
mod hidden_letters;
mod merge;
mod node;
mod parse;
mod patch;
mod setting;
mod syntax;

pub(super) use chain::Reader;
pub use encoding::{Undecoded, decoded};
pub(super) use node::{Entry, Node, Table, Value};
pub(super) use parse::{parse_document, parse_value};
pub(super) use setting::Setting;
pub(super) use syntax::decimal_comma;

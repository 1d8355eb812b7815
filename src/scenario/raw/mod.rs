//! The raw form: what the files and options say, each value with its place, before any meaning.

mod address;
mod entry_name;
mod chain;
mod merge;
mod node;
mod parse;
mod patch;

pub(super) use chain::Reader;
pub(super) use entry_name::spell_out_initiatives;
pub(super) use node::{Entry, Node, Table, Value};
pub(super) use parse::{parse_document, parse_value};
pub(super) use patch::apply_set;

//! A checked scenario as a complete file: every default written out, reading it back gives the same scenario.
//! Must never know: spans, files.

mod initiative;
mod line;
mod programme;
mod scenario;
mod shock;
mod site;
mod text;

pub use scenario::to_toml;

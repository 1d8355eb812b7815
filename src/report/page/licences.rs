/// The crates that the program is built from, a line each: name, version, licence as an SPDX expression. A page that holds the
/// program, or a part of it, says so.
pub const CRATES: &str = include_str!("crates.txt");

/// What a page says of the licences of what is in it: its letters, everything else.
pub const ABOUT: &str = "Letters of the pictures are those of Open Sans (Apache License 2.0); everything else in this file is of safsim \
                         (MIT or Apache-2.0, as you prefer).";

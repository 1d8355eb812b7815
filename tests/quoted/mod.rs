//! What lessons quote of a run: lines, rows and pictures.

mod lines;
mod renewed;
mod rows;

pub use renewed::{Ran, pictures, renewed};

/// The numbers in `text`, without signs.
pub fn numbers(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let words = words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[test]
fn reads_numbers() {
    assert_eq!(numbers("-0.28 ±0.1 of 17 % (2.)"), ["0.28", "0.1", "17", "2"]);
}

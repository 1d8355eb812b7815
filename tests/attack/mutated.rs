use crate::chance::Chance;
use toml::{Table, Value};

/// What a value may become, in TOML.
const VALUES: &[&str] = &[
    "0",
    "-1",
    "1",
    "1.5",
    "60000",
    "100000",
    "4294967296",
    "-9223372036854775808",
    "9223372036854775807",
    "1e308",
    "-0.0",
    "nan",
    "inf",
    "\"\"",
    "\"all\"",
    "\"*\"",
    "\"none\"",
    "\"0001-01\"",
    "\"9999-12\"",
    "\"2015-04\"",
    "2015-04-01",
    "true",
    "[]",
    "{}",
    "[[]]",
    "[[\"2015-04\", 1]]",
    "[\"all\"]",
    "{ site = \"a\" }",
    "\"/dev/zero\"",
    "\"../../etc/passwd\"",
    "\"./struck.toml\"",
    "\"\\u001b[31m\\u202e\\u0000\"",
    "\"\u{1F600}\u{301}中\"",
    "\"six-sites\"",
    "\"workforce\"",
    "{ from = 0, to = 1, steps = 1000000 }",
    "{ low = 0.0, high = 1e300 }",
    "\"=cmd|' /C calc'!A0\"",
    "\"<script>alert(1)</script>\"",
];

/// A text with one to four changes of its structure: values of other sorts, keys that are gone, doubled, renamed or moved,
/// lists that are long. A text that is not TOML is torn instead.
pub fn mutated(text: &str, chance: &mut Chance) -> String {
    let Ok(table) = text.parse::<Table>() else {
        return String::from_utf8_lossy(&torn(text, chance)).into_owned();
    };
    let mut whole = Value::Table(table);
    for _ in 0..=chance.below(4) {
        let depth = 1 + chance.below(5);
        change(&mut whole, depth, chance);
    }
    whole.as_table().map_or_else(String::new, ToString::to_string)
}

fn change(value: &mut Value, depth: usize, chance: &mut Chance) {
    match value {
        Value::Table(table) if !table.is_empty() => {
            let keys: Vec<String> = table.keys().cloned().collect();
            let key = chance.of(&keys).clone();
            if depth > 1 && table[&key].is_table() | table[&key].is_array() {
                return change(&mut table[&key], depth - 1, chance);
            }
            match chance.below(5) {
                0 => drop(table.remove(&key)),
                1 => {
                    let moved = table.remove(&key).unwrap();
                    let letters: String = key.chars().rev().collect();
                    table.insert(letters, moved);
                }
                2 => {
                    let other = chance.of(&keys).clone();
                    let copy = table[&other].clone();
                    table.insert(key, copy);
                }
                _ => drop(table.insert(key, any(chance))),
            }
        }
        Value::Array(list) if !list.is_empty() => {
            let place = chance.below(list.len());
            if depth > 1 && list[place].is_table() | list[place].is_array() {
                return change(&mut list[place], depth - 1, chance);
            }
            match chance.below(4) {
                0 => drop(list.remove(place)),
                1 => {
                    let copy = list[place].clone();
                    let times = *chance.of(&[1, 2, 70, 300]);
                    list.extend(std::iter::repeat_n(copy, times));
                }
                _ => list[place] = any(chance),
            }
        }
        other => *other = any(chance),
    }
}

fn any(chance: &mut Chance) -> Value {
    let text = format!("x = {}", chance.of(VALUES));
    text.parse::<Table>().unwrap_or_else(|why| panic!("{text}: {why}"))["x"].clone()
}

/// The bytes of a text after a few cuts, doublings and strange bytes.
pub fn torn(text: &str, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(60)).min(bytes.len());
        match chance.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece.repeat(1 + chance.below(40)));
            }
            2 => bytes.insert(at, *chance.of(&[0, 0xff, b'"', b'[', b'{', b'=', b'\n', b'\r', 0xe2, b'#', b'\''])),
            3 => bytes.truncate(at.max(1)),
            _ => drop(bytes.splice(at..at, "[".repeat(chance.below(3000)).into_bytes())),
        }
    }
    bytes
}

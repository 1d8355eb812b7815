/// What stands for "no upper limit" in ranges: infinity itself is no number that a file may give.
pub(in crate::scenario) const UNBOUNDED: f64 = 1e9;

/// What is wrong with a number that must lie from `low` (or above it) to `high`.
pub(super) fn number_fault(x: f64, low: f64, high: f64, above: bool) -> Option<String> {
    if x.is_nan() {
        Some("this is not a number".to_owned())
    } else if x.is_infinite() {
        Some("this is infinite".to_owned())
    } else if x < low || (above && x <= low) {
        Some("this is too small".to_owned())
    } else if x > high {
        Some("this is too large".to_owned())
    } else {
        None
    }
}

/// What is wrong with a whole number that must lie from `low` to `high`.
pub(super) fn whole_fault(n: i64, low: i64, high: i64) -> Option<String> {
    match n {
        n if n < low => Some("this is too small".to_owned()),
        n if n > high => Some("this is too large".to_owned()),
        _ => None,
    }
}

/// What is wrong with a name.
pub(super) fn name_fault(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        Some("it is blank".to_owned())
    } else if text.trim() != text {
        Some("it begins or ends with a blank".to_owned())
    } else if text.chars().any(char::is_control) {
        Some("it holds a line break or another control character".to_owned())
    } else if text.chars().count() > 200 {
        Some("it is longer than 200 letters".to_owned())
    } else if text == "*" {
        Some("`*` stands for all names".to_owned())
    } else {
        None
    }
}

/// Names of devices on Windows, which no folder there can have.
const DEVICES: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2",
    "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// What is wrong with a name that also names a folder.
pub(in crate::scenario) fn folder_fault(text: &str) -> Option<&'static str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.is_empty() {
        Some("it is empty")
    } else if !text.chars().all(plain) {
        Some("it holds another letter")
    } else if text.len() > 100 {
        Some("it is longer than 100 letters")
    } else if text.starts_with('-') {
        Some("it begins with `-`, as options of commands do")
    } else if DEVICES.iter().any(|device| device.eq_ignore_ascii_case(text)) {
        Some("Windows keeps this name for a device")
    } else {
        None
    }
}

/// Whether a text is small letters, digits and `_`, beginning with a letter.
pub(in crate::scenario) fn is_snake(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.len() <= 100 && text.chars().all(plain)
}

/// `text`, cut to what fits in a message.
pub(super) fn shortened(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    let cut = cut.replace(char::is_control, " ");
    if text.chars().count() > 40 { format!("{cut}...") } else { cut }
}

use crate::quantity::Share;
use std::fmt::Write;

/// A file that is being written, line by line.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Page {
    text: String,
}

impl Page {
    pub fn finish(self) -> String {
        self.text
    }

    /// A text that is whole lines.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// `[header]` or `[[header]]`, after an empty line.
    pub fn header(&mut self, header: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.text, "{gap}{header}");
    }

    /// `key = value`, the value as TOML.
    pub fn put(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.text, "{key} = {value}");
    }

    pub fn text(&mut self, key: &str, value: &str) {
        self.put(key, quoted(value));
    }

    pub fn number(&mut self, key: &str, value: f64) {
        self.put(key, exact(value));
    }

    pub fn share(&mut self, key: &str, value: Share) {
        self.number(key, value.get());
    }

    pub fn maybe_share(&mut self, key: &str, value: Option<Share>) {
        if let Some(value) = value {
            self.share(key, value);
        }
    }

    pub fn maybe_number(&mut self, key: &str, value: Option<f64>) {
        if let Some(value) = value {
            self.number(key, value);
        }
    }

    pub fn names<'a>(&mut self, key: &str, names: impl Iterator<Item = &'a str>) {
        let names: Vec<String> = names.map(quoted).collect();
        self.put(key, format_args!("[{}]", names.join(", ")));
    }
}

/// A number that reads back as exactly this one.
pub(in crate::scenario) fn exact(value: f64) -> String {
    format!("{value:?}")
}

/// A text in quotes.
pub(in crate::scenario) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::{exact, quoted};
    use toml::Value;

    #[test]
    fn toml_reads_back_what_is_written() {
        for text in ["", "a \"b\" \\ c", "two\nlines\t\r", "\u{1}\u{7f}\u{85}", "中\u{1F600}'"] {
            let back: Value = quoted(text).parse().unwrap();
            assert_eq!(back.as_str(), Some(text));
        }
        for x in [0.0, 1.0, 0.1, 1e-7, 1e16, 123_456.789, -0.5, f64::MIN_POSITIVE, f64::MAX] {
            let back: Value = exact(x).parse().unwrap();
            assert_eq!(back.as_float(), Some(x), "{x:?}");
        }
    }
}

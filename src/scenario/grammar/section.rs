use super::WordList;
use crate::scenario::raw::Node;

/// How a section is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Form {
    /// The whole file.
    File,
    /// `[section]`.
    Table,
    /// `[[section]]`, whose entries a further file patches by their name.
    Named,
    /// `[[section]]`, whose entries have no name; those of a further file are appended.
    Nameless,
    /// `{ ... }` as the value of a key.
    Inline,
}

/// A section: what it is, and its keys.
#[derive(Debug)]
pub(in crate::scenario) struct Section {
    /// As in a header: `site.organisation`; empty for the whole file.
    pub path: &'static str,
    pub form: Form,
    pub doc: &'static str,
    pub keys: Vec<Key>,
}

/// A key of a section.
#[derive(Debug)]
pub(in crate::scenario) struct Key {
    pub name: &'static str,
    pub rule: Rule,
    pub preset: Preset,
    pub doc: &'static str,
}

/// What holds where a file leaves a key out.
#[derive(Debug)]
pub(in crate::scenario) enum Preset {
    /// It must not.
    Required,
    /// This value: as written, and parsed.
    Value(String, Node),
    /// What these words say.
    Words(&'static str),
}

impl Section {
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// As a reader would write it.
    pub fn title(&self) -> String {
        match self.form {
            Form::File => "the top of the file".to_owned(),
            Form::Table => format!("[{}]", self.path),
            Form::Named | Form::Nameless => format!("[[{}]]", self.path),
            Form::Inline => format!("`{}`", self.path),
        }
    }

    /// The last part of its path.
    pub fn word(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// The sections inside it.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.keys.iter().filter_map(|key| key.rule.section())
    }
}

/// What values a key may have.
#[derive(Debug)]
pub(in crate::scenario) enum Rule {
    /// Any text.
    Text,
    /// A text that names something: not blank, on one line.
    Name,
    /// The same, as the name that an entry gives itself: tables keep some words for themselves.
    OwnName,
    /// A text of letters, digits, `-` and `_`, as for files and folders.
    Slug,
    /// A text of small letters, digits and `_`, beginning with a letter.
    Snake,
    /// true or false.
    Flag,
    /// A quoted `YYYY-MM`.
    Month,
    /// A finite number, `low` (or above it, if `above`) to `high`.
    Number { low: f64, high: f64, above: bool },
    /// A whole number, `low` to `high`.
    Whole { low: i64, high: i64 },
    /// Exactly this word.
    Word(&'static str),
    /// One of a closed list of words.
    Words(WordList),
    /// A word that the file may add to: the list is what is built in.
    Open(WordList),
    /// A word of the field: built in, or defined by the file.
    Defined(WordList),
    /// The points of a time line, their values from `low` to `high`.
    Points { low: f64, high: f64 },
    /// A list of at least `least` values.
    List { of: Box<Rule>, least: usize },
    /// A table of words with whole numbers from `low` to `high`.
    Counts { of: WordList, low: i64, high: i64 },
    /// A table of these words, each with a number `low` to `high`.
    Numbers { of: WordList, low: f64, high: f64 },
    /// A range over which sites are spread evenly, each with a value of its own.
    Spread,
    /// A table of keys, each with the name of the column that it is read from.
    Columns,
    /// A metric that outcomes report.
    Metric,
    /// A table of keys as `--set` takes them, each with its value.
    Settings,
    /// A table of such keys, each with a list of values or a range, which is this section.
    Axes(Box<Section>),
    /// `{ ... }`, `[section]` or `[[section]]`.
    Section(Section),
    /// Any of several.
    Any(Vec<Rule>),
}

impl Rule {
    /// The section that it holds.
    pub fn section(&self) -> Option<&Section> {
        match self {
            Rule::Section(section) => Some(section),
            Rule::Any(rules) => rules.iter().find_map(Rule::section),
            _ => None,
        }
    }
}

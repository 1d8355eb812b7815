use super::Rule;
use crate::diagnostics::{Diagnostic, SourceText, Sources};
use crate::scenario::raw::{Node, parse_value};

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

/// A key, required unless one of the methods below says otherwise.
pub(super) fn key(name: &'static str, rule: Rule, doc: &'static str) -> Key {
    Key { name, rule, preset: Preset::Required, doc }
}

impl Key {
    /// With this default, as a file would write it.
    pub fn or(self, default: impl Into<String>) -> Key {
        let default = default.into();
        let id = Sources::default().add(SourceText { name: String::new(), text: String::new(), lines: false });
        let parsed: Result<Node, Vec<Diagnostic>> = parse_value(id, 0, &default);
        let mut node = parsed.expect("the grammar's defaults are TOML");
        node.forget_places();
        Key { preset: Preset::Value(default, node), ..self }
    }

    /// With a default that depends on something else.
    pub fn otherwise(self, words: &'static str) -> Key {
        Key { preset: Preset::Words(words), ..self }
    }
}

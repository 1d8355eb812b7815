use super::{Key, Preset, Rule};
use crate::diagnostics::{Diagnostic, SourceText, Sources};
use crate::scenario::raw::{Node, parse_value};

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

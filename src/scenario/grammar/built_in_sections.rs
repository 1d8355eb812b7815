use super::key::key;
use super::vocabulary_sections::{initiative_kind, kit, organisation_kind, role};
use super::{Form, Rule, Section};
use std::sync::LazyLock;

/// `data/organisation_kinds.toml`.
pub(in crate::scenario) static ORGANISATION_KIND_FILE: LazyLock<Section> =
    LazyLock::new(|| file("organisation_kind", organisation_kind()));
/// `data/roles.toml`.
pub(in crate::scenario) static ROLE_FILE: LazyLock<Section> = LazyLock::new(|| file("role", role()));
/// `data/kinds.toml`.
pub(in crate::scenario) static KIND_FILE: LazyLock<Section> =
    LazyLock::new(|| file("initiative_kind", initiative_kind()));
/// `data/kits.toml`.
pub(in crate::scenario) static KIT_FILE: LazyLock<Section> = LazyLock::new(|| file("kit", kit()));
/// `data/rules.toml`, and the like.
pub(in crate::scenario) static SHORTHAND_FILE: LazyLock<Section> = LazyLock::new(|| file("shorthand", shorthand()));

fn file(name: &'static str, section: Section) -> Section {
    let keys = vec![key(name, Rule::Section(section), "Built-in data.")];
    Section { path: "", form: Form::File, doc: "Built-in data.", keys }
}

fn shorthand() -> Section {
    let word = Section {
        path: "shorthand.word",
        form: Form::Named,
        doc: "A word, and what it stands for.",
        keys: vec![
            key("name", Rule::Slug, "The word."),
            key("means", Rule::Text, "What it means."),
            key("set", Rule::Settings, "Settings.").otherwise("none"),
            key("times", Rule::Settings, "Parameters, as so many times their defaults.").otherwise("none"),
        ],
    };
    Section {
        path: "shorthand",
        form: Form::Nameless,
        doc: "A key whose word is short for settings.",
        keys: vec![
            key("key", Rule::Text, "Its dotted key."),
            key("title", Rule::Text, "What it is about."),
            key("adapted", Rule::Text, "What others have made of it.").or("\"\""),
            key("source", Rule::Text, "Where it comes from."),
            key("word", Rule::Section(word), "Its words."),
        ],
    }
}

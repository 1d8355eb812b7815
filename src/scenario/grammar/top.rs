use super::key::key;
use super::{Form, Rule, Section, WordList};
use super::{parameter_keys, policy_sections, shock_sections, site_sections, study_sections, vocabulary_sections};
use std::sync::LazyLock;

/// A whole scenario file.
pub(in crate::scenario) static SCENARIO: LazyLock<Section> = LazyLock::new(|| {
    Section {
    path: "",
    form: Form::File,
    doc: "What stands above the first section.",
    keys: vec![
        key("name", Rule::Slug, "Short name; also the name of the results folder.")
            .otherwise("required, unless `extends` is given: then the base's"),
        key("description", Rule::Text, "What it is, for a reader.").or("\"\""),
        key("question", Rule::Text, "What it asks.").or("\"\""),
        key(
            "starts_from",
            Rule::Text,
            "The built-in scenario that it was made from, for the report; written into complete files, without effect on results.",
        )
        .otherwise("the nearest built-in one that it extends, else the built-in one of its own name, else none"),
        key(
            "extends",
            Rule::Name,
            "Starts from another scenario and overrides it: a built-in name, or a path relative to this file.",
        )
        .otherwise("nothing"),
        key(
            "replace",
            Rule::List { of: Box::new(Rule::Words(WordList::Replaceable)), least: 0 },
            "With `extends`: sections whose entries in the base are dropped before those of this file are added.",
        )
        .otherwise("none"),
        key(
            "allow",
            Rule::List { of: Box::new(Rule::Words(WordList::Warning)), least: 0 },
            "Warnings that are not to be given: what they are about is meant.",
        )
        .or("[]"),
        table(policy_sections::run()),
        table(policy_sections::time()),
        table(policy_sections::programme()),
        table(policy_sections::policy()),
        table(policy_sections::rules()),
        entries(site_sections::region()),
        table(site_sections::site_defaults()),
        entries(site_sections::site()),
        table(vocabulary_sections::vocabulary()),
        entries(vocabulary_sections::organisation_kind()),
        entries(vocabulary_sections::role()),
        entries(vocabulary_sections::kit()),
        entries(vocabulary_sections::initiative_kind()),
        entries(vocabulary_sections::board_kind()),
        entries(shock_sections::shock()),
        table(parameter_keys::parameters()),
        entries(study_sections::regime()),
        table(study_sections::sweep()),
        table(study_sections::outcome()),
    ],
}
});

fn table(section: Section) -> super::Key {
    let (path, doc) = (section.path, section.doc);
    key(path, Rule::Section(section), doc).otherwise("its defaults")
}

fn entries(section: Section) -> super::Key {
    let (path, doc) = (section.path, section.doc);
    key(path, Rule::Section(section), doc).otherwise("none")
}

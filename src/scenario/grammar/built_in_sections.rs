use super::key::key;
use super::rule::{share, signed};
use super::site_sections::organisation_keys;
use super::top::initiative_kind;
use super::{Form, Rule, Section, Vocabulary};
use std::sync::LazyLock;

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

fn role() -> Section {
    Section {
        path: "role",
        form: Form::Named,
        doc: "A role: what people in it are like on average.",
        keys: vec![
            key("name", Rule::Snake, "Its name."),
            key("label", Rule::Name, "Its name for a reader."),
            key("group", Rule::Words(Vocabulary::Group), "Where it stands in its organisation."),
            key("hierarchical", share(), "Hierarchical position."),
            key("clinical", Rule::Flag, "Whether people in it are clinicians."),
            key("spanner", Rule::Flag, "Whether it spans boundaries."),
            key("engagement", Rule::Flag, "Whether it leads engagement."),
            key("programme_funded", Rule::Flag, "Whether the programme pays for it.").or("false"),
            key("skills", Rule::Numbers { of: Vocabulary::Skill, low: 0.0, high: 1.0 }, "Mean skills."),
            key("receptivity", Rule::Numbers { of: Vocabulary::Authority, low: 0.0, high: 1.0 }, "Mean receptivity."),
            key("disposition", signed(), "Mean disposition."),
            key("tenure", Rule::Number { low: 0.0, high: 1200.0, above: false }, "Mean tenure in months."),
            key("reputation", share(), "Mean reputation."),
            key("headroom", share(), "Headroom."),
        ],
    }
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

fn kit() -> Section {
    let organisation = Section {
        path: "kit.organisation",
        form: Form::Named,
        doc: "An organisation of a kit.",
        keys: organisation_keys(),
    };
    Section {
        path: "kit",
        form: Form::Named,
        doc: "The organisations of a site.",
        keys: vec![
            key("name", Rule::Slug, "Its name."),
            key("organisation", Rule::Section(organisation), "Its organisations."),
        ],
    }
}

use super::{Form, Key, Preset, Rule, SCENARIO, Section};
use std::fmt::Write;

/// The tables of `docs/scenario-files.md`: every section but `[parameters]`, every key, in Markdown.
#[must_use]
pub fn reference() -> String {
    let mut text = String::new();
    write_section(&SCENARIO, &mut text);
    text
}

fn write_section(section: &Section, text: &mut String) {
    if section.path == "parameters" {
        return;
    }
    if section.form != Form::Inline {
        let title =
            if section.form == Form::File { "Top of the file".to_owned() } else { format!("`{}`", section.title()) };
        let _ = write!(text, "### {title}\n\n{}\n\n", section.doc);
        text.push_str("| Key | Value | Default | What it is |\n| --- | --- | --- | --- |\n");
        for key in section.keys.iter().filter(|key| is_plain(key)) {
            let default = match &key.preset {
                Preset::Required => "required".to_owned(),
                Preset::Value(written, _) => format!("`{written}`"),
                Preset::Words(words) => (*words).to_owned(),
            };
            let value = value_words(&key.rule);
            let _ = writeln!(text, "| `{}` | {value} | {default} | {} |", key.name, key.doc);
        }
        text.push('\n');
    }
    section.sections().for_each(|inner| write_section(inner, text));
}

fn is_plain(key: &Key) -> bool {
    key.rule.section().is_none_or(|section| section.form == Form::Inline)
}

/// As in a message, with closed lists spelled out.
fn value_words(rule: &Rule) -> String {
    match rule {
        Rule::Words(vocabulary) => code(&vocabulary.words()),
        Rule::List { of, .. } => match &**of {
            Rule::Words(vocabulary) => format!("list of {}", code(&vocabulary.words())),
            _ => rule.describe(),
        },
        Rule::Any(rules) => super::rule::either(rules.iter().map(value_words).collect()),
        Rule::Section(_) => "a table `{ ... }`".to_owned(),
        _ => rule.describe(),
    }
}

fn code(words: &[&str]) -> String {
    words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
}

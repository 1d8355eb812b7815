use super::faults::UNBOUNDED;
use super::{Form, Key, Preset, Rule, SCENARIO, Section, WordList};
use std::fmt::Write;

/// The tables of `docs/scenario-files.md`, in Markdown: every section but `[parameters]`, every key, and the words that
/// keys choose from.
#[must_use]
pub fn reference() -> String {
    let mut text = String::new();
    write_section(&SCENARIO, &mut text);
    write_words(&mut text);
    text
}

/// A key of a scenario file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// The section that it stands in, as its header has it; `top of the file`.
    pub section: String,
    /// Its name.
    pub key: &'static str,
    /// What it takes.
    pub takes: String,
    /// What holds where it is left out: a value, or words; `required` if it must not be.
    pub default: String,
    /// What it is.
    pub meaning: &'static str,
}

/// Every key of every section but `[parameters]`, in the order of the reference.
#[must_use]
pub fn settings() -> Vec<SettingRow> {
    let mut settings = vec![];
    add_settings(&SCENARIO, &mut settings);
    settings
}

fn add_settings(section: &Section, settings: &mut Vec<SettingRow>) {
    if section.path == "parameters" {
        return;
    }
    let keys = section.keys.iter().filter(|key| section.form != Form::Inline && is_plain(key));
    settings.extend(keys.map(|key| SettingRow {
        section: if section.form == Form::File { "top of the file".to_owned() } else { section.title() },
        key: key.name,
        takes: plain(&value_words(&key.rule)),
        default: match &key.preset {
            Preset::Required => "required".to_owned(),
            Preset::Value(written, _) if written == "\"\"" => "empty".to_owned(),
            Preset::Value(written, _) => written.trim_matches('"').to_owned(),
            Preset::Words(words) => (*words).to_owned(),
        },
        meaning: key.doc,
    }));
    section.sections().for_each(|inner| add_settings(inner, settings));
}

/// Markdown without code marks and targets of links.
fn plain(markdown: &str) -> String {
    let mut text = markdown.replace('`', "");
    while let Some((before, after)) = text.split_once("](#") {
        let (Some(begin), Some((_, rest))) = (before.rfind('['), after.split_once(')')) else { break };
        text = format!("{}{}{rest}", &before[..begin], &before[begin + 1..]);
    }
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

fn write_words(text: &mut String) {
    text.push_str("### Words\n\n");
    for (title, words) in [
        ("Kinds of initiative", WordList::InitiativeKind),
        ("Kinds of organisation", WordList::OrganisationKind),
        ("Roles", WordList::Role),
        ("Kits", WordList::Kit),
        ("Metrics of outcomes, besides `survived_N`", WordList::Metric),
    ] {
        let list: Vec<String> = words.words().iter().map(|word| format!("`{word}`")).collect();
        let _ = writeln!(text, "- {title}: {}", list.join(", "));
    }
    text.push('\n');
}

fn is_plain(key: &Key) -> bool {
    key.rule.section().is_none_or(|section| section.form == Form::Inline)
}

/// What the key takes, for a narrow column.
fn value_words(rule: &Rule) -> String {
    match rule {
        Rule::Text => "text".to_owned(),
        Rule::Name | Rule::OwnName => "name".to_owned(),
        Rule::Slug => "letters, digits, `-`, `_`".to_owned(),
        Rule::Snake => "`snake_case`".to_owned(),
        Rule::Flag => "`true`, `false`".to_owned(),
        Rule::Month => "[month](#months)".to_owned(),
        Rule::Number { low, high, above } if *high >= UNBOUNDED => {
            if *above {
                format!("above {low}")
            } else {
                format!("{low} or more")
            }
        }
        Rule::Number { low, high, .. } => format!("{low} to {high}"),
        Rule::Whole { low, high } if *high > 1_000_000_000 => format!("whole number from {low}"),
        Rule::Whole { low, high } => format!("whole number {low} to {high}"),
        Rule::Word(word) => format!("`\"{word}\"`"),
        Rule::Words(list) if list.words().len() > 12 => list.word().to_owned(),
        Rule::Words(list) => code(&list.words()),
        Rule::Open(list) | Rule::Defined(list) => list.word().to_owned(),
        Rule::Points { .. } => "[time line](#time-lines)".to_owned(),
        Rule::List { of, .. } => match &**of {
            Rule::Defined(list) => format!("list of {}", list.plural()),
            Rule::Open(list) | Rule::Words(list) if list.words().len() > 6 => {
                format!("list of {}", list.plural())
            }
            Rule::Name => "list of names".to_owned(),
            Rule::Metric => "list of metrics".to_owned(),
            Rule::Whole { low, high } => format!("list of whole numbers {low} to {high}"),
            of => format!("list of {}", value_words(of)),
        },
        Rule::Counts { .. } | Rule::Numbers { .. } => format!("`{{ {} = 2 }}`", example(rule)),
        Rule::Metric => "metric".to_owned(),
        Rule::Settings => "`{ \"dotted.key\" = value }`".to_owned(),
        Rule::Spread => "`{ low = 0.2, high = 0.6 }`".to_owned(),
        Rule::Columns => "`{ key = \"column\" }`".to_owned(),
        Rule::Axes(_) => "`{ \"dotted.key\" = [...] }`, see [sweeps](#sweeps)".to_owned(),
        Rule::Section(_) => "a table `{ ... }`".to_owned(),
        Rule::Any(rules) => super::rule::either(rules.iter().map(value_words).collect()),
    }
}

fn example(rule: &Rule) -> &'static str {
    match rule {
        Rule::Counts { of, .. } | Rule::Numbers { of, .. } => of.example(),
        _ => "",
    }
}

fn code(words: &[&str]) -> String {
    words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{plain, settings};

    #[test]
    fn settings_are_plain_text_with_a_default_or_none() {
        assert_eq!(
            plain("`{ \"a\" = [...] }`, see [sweeps](#sweeps), [x](#y) or more"),
            "{ \"a\" = [...] }, see sweeps, x or more"
        );
        let all = settings();
        let find = |section: &str, key: &str| {
            let found = all.iter().find(|setting| setting.section == section && setting.key == key);
            found.map(|setting| (setting.takes.as_str(), setting.default.as_str())).expect("it is there")
        };
        assert_eq!(find("[[board_kind]]", "formality"), ("0 to 1", "0.5"));
        assert_eq!(find("[[site]]", "consultation").1, "two-way");
        assert_eq!(find("[run]", "seed").0, "whole number from 0");
        assert!(all.iter().all(|setting| !setting.takes.contains(['`', '|']) && !setting.meaning.contains('|')));
    }
}

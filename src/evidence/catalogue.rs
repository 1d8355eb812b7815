use super::Finding;
use super::places::TextPlaces;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText, Sources, Span};
use crate::letters::{HiddenLetter, hidden_in, visible_line};
use crate::scenario::Source;
use serde::Deserialize;

/// Reported findings, and the scenarios on which they are tried.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The findings, theme by theme.
    pub findings: Vec<Finding>,
    /// Names (without `.toml`) and texts of the files of findings.
    themes: Vec<(String, String)>,
    /// The same of the scenarios.
    bases: Vec<(String, String)>,
    /// The folder that they were read from, as the user names it; empty if they are built in.
    folder: String,
    /// What an entry is called, which is also the name of the list that it stands in.
    entry: &'static str,
    pub(super) places: TextPlaces,
}

/// One file of the catalogue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    theme: String,
    #[serde(rename = "finding")]
    findings: Vec<Finding>,
}

macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../scenarios/evidence/", $folder, $name, ".toml"))),)*]
    };
}

/// Files of findings, in the order of the page.
const THEMES: &[(&str, &str)] = files! { "":
    "trajectory" "authority" "skills" "context" "support" "shocks" "initiatives" "spread" "trust" "enthusiasm" "outcomes"
    "field" "rules" "interactions" "orderings"
};

/// Scenarios on which findings are tried, besides the built-in ones.
const BASES: &[(&str, &str)] = files! { "base/":
    "places" "alike" "leaders" "neighbours" "practices"
};

impl Catalogue {
    /// The one that is part of the program.
    ///
    /// # Errors
    ///
    /// The first mistake in it; it is tested.
    pub fn built_in() -> Result<Catalogue, String> {
        let owned = |files: &[(&str, &str)]| -> Vec<(String, String)> {
            files.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect()
        };
        Catalogue::of("", owned(THEMES), owned(BASES))
    }

    /// Of files of findings and of scenarios in a `folder`: names (without `.toml`) and texts.
    ///
    /// # Errors
    ///
    /// The first mistake, with file and line.
    pub fn of(folder: &str, themes: Vec<(String, String)>, bases: Vec<(String, String)>) -> Result<Catalogue, String> {
        let mut findings: Vec<Finding> = Vec::new();
        let mut places = TextPlaces::default();
        for (i, (name, text)) in themes.iter().enumerate() {
            let title = title(folder, "", name);
            let file: File = read_entries(&title, text)?;
            places.add(i, FINDING, text);
            for finding in file.findings {
                if findings.iter().any(|other| other.id == finding.id) {
                    return Err(format!("{title}: two findings are named {}", finding.id));
                }
                findings.push(Finding { theme: file.theme.clone(), ..finding });
            }
        }
        Ok(Catalogue { findings, themes, bases, folder: folder.to_owned(), entry: FINDING, places })
    }

    /// Of entries that are tried as findings are: they stand in the list `entry` of one file, `title`; `bases` are names of
    /// further scenarios, and their texts.
    #[must_use]
    pub fn of_entries(
        (title, text): (&str, &str),
        entry: &'static str,
        findings: Vec<Finding>,
        bases: Vec<(String, String)>,
    ) -> Catalogue {
        let mut places = TextPlaces::default();
        places.add(0, entry, text);
        let themes = vec![(title.to_owned(), text.to_owned())];
        let built_in = BASES.iter().map(|&(name, text)| (name.to_owned(), text.to_owned()));
        Catalogue {
            findings,
            themes,
            bases: bases.into_iter().chain(built_in).collect(),
            folder: String::new(),
            entry,
            places,
        }
    }

    /// Every text that decides what is run, one after the other under the names of their files.
    #[must_use]
    pub fn text(&self) -> String {
        let one = |(name, text): &(String, String)| format!("# ---- {}.toml\n\n{text}", visible_line(name));
        self.themes.iter().chain(&self.bases).map(one).collect::<Vec<_>>().join("\n")
    }

    /// A base: one of the catalogue's own, or a built-in scenario.
    pub(super) fn base(&self, name: &str) -> Option<Source> {
        let own = self.bases.iter().find(|(base, _)| base == name);
        let text =
            |(name, text): &(String, String)| Source::Text { name: self.title("base/", name), text: text.clone() };
        let built_in = || crate::scenario::built_ins().iter().find(|one| one.name == name);
        own.map(text).or_else(|| built_in().map(|one| Source::BuiltIn(one.name.to_owned())))
    }

    /// The files of findings, as they are shown.
    pub(super) fn files(&self) -> Vec<SourceText> {
        let file = |(name, text): &(String, String)| SourceText {
            name: self.title("", name),
            text: text.clone(),
            lines: true,
        };
        self.themes.iter().map(file).collect()
    }

    /// What a reader knows a file by.
    fn title(&self, inner: &str, name: &str) -> String {
        if self.entry == FINDING { title(&self.folder, inner, name) } else { name.to_owned() }
    }

    /// A mistake of a finding, shown where the finding begins.
    #[must_use]
    pub fn mistake(&self, id: &str, why: &str) -> String {
        let message = format!("{} {id}: {why}", self.entry);
        let Some(place) = self.places.of(id, "id") else { return message };
        let mut sources = Sources::default();
        let ids: Vec<_> = self.files().into_iter().map(|file| sources.add(file)).collect();
        let span = Span::new(ids[place.file], place.value.clone());
        Diagnostics::new(sources, vec![Diagnostic::at(span, message)]).to_string()
    }
}

/// The list of findings in a file of them.
const FINDING: &str = "finding";

/// Reads a file of entries that are tried; `title` is what a reader knows it by.
///
/// # Errors
///
/// The first mistake in its form, with file and line.
pub fn read_entries<T: serde::de::DeserializeOwned>(title: &str, text: &str) -> Result<T, String> {
    let read = toml::from_str(text).map_err(|why| drawn(title, text, &why))?;
    if let Ok(whole) = toml::from_str::<toml::Value>(text)
        && let Some(found) = hidden_letter(&whole)
    {
        return Err(format!("{title}: a text or key holds {found}, which cannot be seen: leave it out"));
    }
    Ok(read)
}

/// What a reader knows a file by.
fn title(folder: &str, inner: &str, name: &str) -> String {
    match folder {
        "" => format!("built-in findings/{inner}{name}.toml"),
        folder => format!("{}/{inner}{name}.toml", folder.trim_end_matches('/')),
    }
}

/// A mistake in the form of a file of findings, at its place.
fn drawn(title: &str, text: &str, why: &toml::de::Error) -> String {
    let mut sources = Sources::default();
    let id = sources.add(SourceText { name: title.to_owned(), text: text.to_owned(), lines: true });
    let mistake = match why.span() {
        Some(range) => Diagnostic::at(Span::new(id, range), why.message()),
        None => Diagnostic::general(format!("{title}: {}", why.message())),
    };
    Diagnostics::new(sources, vec![mistake]).to_string()
}

/// A letter that nobody sees, in any text or key of a file of findings.
fn hidden_letter(value: &toml::Value) -> Option<HiddenLetter> {
    match value {
        toml::Value::String(text) => hidden_in(&text.replace("\r\n", "\n"), true),
        toml::Value::Array(list) => list.iter().find_map(hidden_letter),
        toml::Value::Table(table) => {
            table.iter().find_map(|(key, value)| hidden_in(key, false).or_else(|| hidden_letter(value)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Catalogue;
    use crate::evidence::Suite;

    #[test]
    fn every_entry_of_the_catalogue_can_be_run() {
        let catalogue = Catalogue::built_in().unwrap();
        let suite = Suite::new(&catalogue, &catalogue.findings).unwrap();
        assert!(!suite.cells.is_empty());
        for finding in &catalogue.findings {
            assert!(finding.title.chars().count() <= 70, "{}: a long title", finding.id);
            assert!(finding.reported.ends_with('.'), "{}: reported is no sentence", finding.id);
            assert!(!finding.source.is_empty(), "{}: no source", finding.id);
        }
    }

    #[test]
    fn mistakes_are_told_with_their_file() {
        let of = |text: &str| {
            let base = ("b".to_owned(), "name = \"b\"\n[[site]]\nname = \"x\"\n".to_owned());
            let catalogue = Catalogue::of("f", vec![("mine".to_owned(), text.to_owned())], vec![base])?;
            Suite::new(&catalogue, &catalogue.findings).map(|suite| suite.cells.len())
        };
        let finding = |rest: &str| {
            format!(
                "theme = \"t\"\n[[finding]]\nid = \"A-1\"\ntitle = \"t\"\nkind = \"P\"\nbreadth = \"ALL\"\nreported = \"r.\"\n\
                 source = \"1\"\nbase = \"b\"\n{rest}"
            )
        };
        let test = "[[finding.test]]\nwithin = \"a\"\nexpect = \"more\"\nof = ";
        let arm = "arms = { a = { \"programme.funding.award\" = 0.3 } }\n";
        let right = format!("{arm}{test}{{ metric = \"agency\" }}");
        assert_eq!(of(&finding(&right)), Ok(1));
        for (rest, told) in [
            ("surprise = 1", "f/mine.toml:10:1"),
            ("note = \"\\u009b2J\"", "a text or key holds U+009B, a control character"),
            ("", "exactly one of tests"),
            (&format!("{arm}{test}{{ metric = \"agincy\" }}"), "no monthly metric agincy"),
            (&format!("{arm}{test}{{ metric = \"agency\", window = [\"end\", \"end+900\"] }}"), "of a run of 96"),
            (&right.replace("award\" = 0.3", "awrd\" = 0.3"), "f/mine.toml:10:35"),
            ("base = 3", "f/mine.toml:10:1"),
            (&right.replace("within = \"a\"", "within = \"z\""), "there is no arm z"),
        ] {
            let mistake = of(&finding(rest)).unwrap_err();
            assert!(mistake.contains(told), "{mistake}");
        }
    }
}

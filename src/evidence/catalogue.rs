use super::Finding;
use crate::letters::{HiddenLetter, hidden_in, visible_line};
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
    "field" "interactions" "orderings"
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
        Catalogue::of(owned(THEMES), owned(BASES))
    }

    /// Of files of findings and of scenarios: names (without `.toml`) and texts.
    ///
    /// # Errors
    ///
    /// The first mistake, with file and line.
    pub fn of(themes: Vec<(String, String)>, bases: Vec<(String, String)>) -> Result<Catalogue, String> {
        let mut findings: Vec<Finding> = Vec::new();
        for (name, text) in &themes {
            let file: File = toml::from_str(text).map_err(|why| format!("{name}.toml: {why}"))?;
            if let Ok(whole) = toml::from_str::<toml::Value>(text)
                && let Some(found) = hidden_letter(&whole)
            {
                return Err(format!("{name}.toml: a text or key holds {found}, which cannot be seen: leave it out"));
            }
            for finding in file.findings {
                if findings.iter().any(|other| other.id == finding.id) {
                    return Err(format!("{name}.toml: two findings are named {}", finding.id));
                }
                findings.push(Finding { theme: file.theme.clone(), ..finding });
            }
        }
        Ok(Catalogue { findings, themes, bases })
    }

    /// Every text that decides what is run, one after the other under the names of their files.
    #[must_use]
    pub fn text(&self) -> String {
        let one = |(name, text): &(String, String)| format!("# ---- {}.toml\n\n{text}", visible_line(name));
        self.themes.iter().chain(&self.bases).map(one).collect::<Vec<_>>().join("\n")
    }

    /// The text of a base: one of the catalogue's own, or a built-in scenario.
    pub(super) fn base(&self, name: &str) -> Option<&str> {
        let own = self.bases.iter().find(|(base, _)| base == name).map(|(_, text)| text.as_str());
        own.or_else(|| crate::scenario::built_ins().iter().find(|one| one.name == name).map(|one| one.text))
    }
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
            let catalogue = Catalogue::of(vec![("mine".to_owned(), text.to_owned())], vec![base])?;
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
            ("surprise = 1", "mine.toml: "),
            ("note = \"\\u009b2J\"", "a text or key holds U+009B, a control character"),
            ("", "exactly one of tests"),
            (&format!("{arm}{test}{{ metric = \"agincy\" }}"), "no monthly metric agincy"),
            (&format!("{arm}{test}{{ metric = \"agency\", window = [\"end\", \"end+900\"] }}"), "of a run of 96"),
            (&right.replace("award\" = 0.3", "awrd\" = 0.3"), "awrd"),
            (&right.replace("within = \"a\"", "within = \"z\""), "there is no arm z"),
        ] {
            let mistake = of(&finding(rest)).unwrap_err();
            assert!(mistake.contains(told), "{mistake}");
        }
    }
}

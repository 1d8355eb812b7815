use super::Finding;
use serde::Deserialize;

/// The reported findings that are part of the program, and the scenarios on which they are tried.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The findings, theme by theme.
    pub findings: Vec<Finding>,
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
const BASES: &[(&str, &str)] = files! { "base/": "places" };

/// The built-in catalogue.
///
/// # Errors
///
/// The first mistake in it, with file and line. It is part of the program, and tested.
pub fn catalogue() -> Result<Catalogue, String> {
    let mut findings: Vec<Finding> = Vec::new();
    for (name, text) in THEMES {
        let file: File = toml::from_str(text).map_err(|why| format!("scenarios/evidence/{name}.toml: {why}"))?;
        for finding in file.findings {
            if findings.iter().any(|other| other.id == finding.id) {
                return Err(format!("scenarios/evidence/{name}.toml: two findings are named {}", finding.id));
            }
            findings.push(Finding { theme: file.theme.clone(), ..finding });
        }
    }
    Ok(Catalogue { findings })
}

/// Names and texts of all files that decide what is run: findings, then bases.
pub fn catalogue_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    THEMES.iter().chain(BASES).copied()
}

impl Catalogue {
    /// The text of a base: one of the catalogue's own, or a built-in scenario.
    pub(super) fn base(&self, name: &str) -> Option<&'static str> {
        let own = BASES.iter().find(|(base, _)| *base == name).map(|&(_, text)| text);
        own.or_else(|| crate::scenario::built_ins().iter().find(|one| one.name == name).map(|one| one.text))
    }
}

#[cfg(test)]
mod tests {
    use super::catalogue;
    use crate::evidence::Suite;

    #[test]
    fn every_entry_of_the_catalogue_can_be_run() {
        let catalogue = catalogue().unwrap();
        let suite = Suite::new(&catalogue, &catalogue.findings).unwrap();
        assert!(!suite.cells.is_empty());
        for finding in &catalogue.findings {
            assert!(finding.title.chars().count() <= 70, "{}: a long title", finding.id);
            assert!(finding.reported.ends_with('.'), "{}: reported is no sentence", finding.id);
            assert!(!finding.source.is_empty(), "{}: no source", finding.id);
        }
    }
}

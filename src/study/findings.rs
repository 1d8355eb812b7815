use super::Error;
use super::given_texts::GivenTexts;
use crate::diagnostics::nearest;
use crate::evidence::{Catalogue, Finding};
use crate::scenario::read_text;
use std::fs;
use std::path::{Path, PathBuf};

/// The findings of these ids, prefixes of ids (`SH`) or themes; all of them if none is given.
///
/// # Errors
/// If there is no such finding.
pub fn chosen_findings(catalogue: &Catalogue, wanted: &[String]) -> Result<Vec<Finding>, Error> {
    let all = &catalogue.findings;
    let fits = |finding: &Finding, word: &str| {
        let id = finding.id.to_uppercase();
        let word = word.to_uppercase();
        id == word || id.split('-').next() == Some(&word) || word == "MINIMUM" && finding.minimum.is_some()
    };
    for word in wanted {
        if !all.iter().any(|finding| fits(finding, word)) {
            let ids = all.iter().map(|finding| finding.id.as_str());
            let meant = nearest(&word.to_uppercase(), ids).map(str::to_owned);
            return Err(Error::NoFinding { id: word.clone(), meant });
        }
    }
    let asked = |finding: &Finding| wanted.is_empty() || wanted.iter().any(|word| fits(finding, word));
    Ok(all.iter().filter(|finding| asked(finding)).cloned().collect())
}

/// The catalogue in a folder, or the built-in one.
///
/// # Errors
/// If its files cannot be read or understood.
pub fn catalogue(folder: Option<&Path>) -> Result<Catalogue, Error> {
    catalogue_of(folder.map(given_findings).transpose()?.as_ref())
}

/// The catalogue of these texts, or the built-in one.
pub(super) fn catalogue_of(given: Option<&GivenTexts>) -> Result<Catalogue, Error> {
    let Some(GivenTexts { name, texts, bases }) = given else { return Catalogue::built_in().map_err(Error::Broken) };
    Catalogue::of(&name.display().to_string(), texts.clone(), bases.clone()).map_err(Error::Asked)
}

/// The texts in a folder: `*.toml` are files of findings, `base/*.toml` the scenarios on which they are tried.
pub(super) fn given_findings(folder: &Path) -> Result<GivenTexts, Error> {
    let texts = |folder: &Path| -> Result<Vec<(String, String)>, Error> {
        let wrong = |why: std::io::Error, path: &Path| Error::Asked(format!("cannot read {}: {why}", path.display()));
        let entries = fs::read_dir(folder).map_err(|why| wrong(why, folder))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        paths.retain(|path| path.extension().is_some_and(|end| end == "toml"));
        paths.sort();
        let text = |path: &PathBuf| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let unread = |why| Error::Asked(format!("{} {why}", path.display()));
            read_text(path).map(|text| (name, text)).map_err(unread)
        };
        paths.iter().map(text).collect()
    };
    let themes = texts(folder)?;
    if themes.is_empty() {
        let folder = folder.display();
        return Err(Error::Asked(format!("{folder} holds no files of findings: they end in .toml")));
    }
    let bases = folder.join("base");
    let bases = if bases.is_dir() { texts(&bases)? } else { Vec::new() };
    Ok(GivenTexts { name: folder.to_owned(), texts: themes, bases })
}

use super::built_in::built_in;
use super::layers::{Reader, Setting};
use super::raw::{Table, Value};
use super::write::{file, quoted};
use super::{Reach, Source};
use crate::diagnostics::{Diagnostics, SourceText};
use std::fmt::Write;

/// The scenario of `source` as one file that extends nothing, with each of `sets` laid over it; without its regimes and its
/// sweep, if `alone`. Comments are lost; what is left out stays left out, so that defaults follow from it as before.
///
/// # Errors
///
/// If it cannot be read. Whether it is right is not looked at.
pub fn in_one_file(source: &Source, sets: &[String], reach: Reach, alone: bool) -> Result<String, Diagnostics> {
    let mut reader = Reader::new(reach);
    let read = reader.read(source);
    let Reader { mut sources, mut out, built_in, .. } = reader;
    let Some(Value::Table(mut document)) = read.map(|node| node.value) else {
        return Err(Diagnostics::new(sources, out));
    };
    for (i, set) in sets.iter().enumerate() {
        let name = format!("--set {}", i + 1);
        let id = sources.add(SourceText { name, text: set.clone(), lines: false });
        match Setting::of_option(id, set) {
            Ok(setting) => drop(setting.apply(&mut document, &mut out)),
            Err(mistakes) => out.extend(mistakes),
        }
    }
    if alone {
        document.entries.retain(|entry| !matches!(entry.key.as_str(), "regime" | "sweep"));
    }
    if out.is_empty() {
        Ok(beginning(&document, built_in) + &file(&document))
    } else {
        Err(Diagnostics::new(sources, out))
    }
}

/// Which built-in scenario it starts from, if it does and does not say so itself.
fn beginning(document: &Table, extended: Option<String>) -> String {
    let known = |name: &String| built_in(name).is_some() && document.get("starts_from").is_none();
    extended.filter(known).map_or_else(String::new, |name| format!("starts_from = {}\n", quoted(&name)))
}

/// An arm of a comparison, as a file says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArmText {
    /// Its name.
    pub name: String,
    /// What it is, for a reader.
    pub description: String,
    /// Whether its awards are scaled so that it spends as much as the first.
    pub budget_neutral: bool,
    /// What it changes: dotted keys as `--set` takes them, each with its value in TOML.
    pub settings: Vec<(String, String)>,
}

/// A file without regimes, such as [`in_one_file`] makes, with these arms.
#[must_use]
pub fn with_arms(text: &str, arms: &[ArmText]) -> String {
    let mut text = text.trim_end().to_owned() + "\n";
    for arm in arms {
        let _ = write!(text, "\n[[regime]]\nname = {}\n", quoted(&arm.name));
        if !arm.description.is_empty() {
            let _ = writeln!(text, "description = {}", quoted(&arm.description));
        }
        if arm.budget_neutral {
            text.push_str("budget_neutral = true\n");
        }
        if !arm.settings.is_empty() {
            text.push_str("[regime.set]\n");
        }
        for (key, value) in &arm.settings {
            let _ = writeln!(text, "{} = {value}", quoted(key));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{ArmText, in_one_file, with_arms};
    use crate::scenario::{Reach, Source, built_ins, load_study};

    fn read(text: &str) -> crate::scenario::Study {
        load_study(&Source::Text { name: "one file".to_owned(), text: text.to_owned() }, &[])
            .unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}"))
    }

    #[test]
    fn every_built_in_scenario_is_the_same_in_one_file() {
        for one in built_ins() {
            let source = Source::BuiltIn(one.name.to_owned());
            let asked = load_study(&source, &[]).unwrap();
            let text = in_one_file(&source, &[], Reach::Confined, false).unwrap();
            assert!(read(&text) == asked, "{}: {text}", one.name);
            let alone = read(&in_one_file(&source, &[], Reach::Confined, true).unwrap());
            assert!(alone.scenario == asked.scenario && alone.regimes.is_empty() && alone.sweep.is_none());
        }
    }

    #[test]
    fn settings_and_arms_are_what_they_are_elsewhere() {
        let source = Source::BuiltIn("six-sites".to_owned());
        let sets = ["programme.start=2015-10".to_owned(), "rules.leadership=distributed".to_owned()];
        let text = in_one_file(&source, &sets, Reach::Confined, true).unwrap();
        assert!(read(&text).scenario == load_study(&source, &sets).unwrap().scenario);
        let arm = |name: &str, settings: &[(&str, &str)]| ArmText {
            name: name.to_owned(),
            settings: settings.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect(),
            ..ArmText::default()
        };
        let arms = [arm("as it is", &[]), arm("a \"board\"", &[("site.*.board", "[]"), ("contagion", "0.1")])];
        let study = read(&with_arms(&text, &arms));
        assert_eq!(study.regimes.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["as it is", "a \"board\""]);
        assert!(study.regimes[0].scenario == study.scenario && study.regimes[1].scenario.sites[0].boards.is_empty());
    }

    #[test]
    fn what_is_wrong_is_said() {
        let source = Source::BuiltIn("six-sites".to_owned());
        let mistakes = in_one_file(&source, &["contagoin=1".to_owned()], Reach::Confined, true).unwrap_err();
        assert!(mistakes.to_string().contains("did you mean `contagion`?"), "{mistakes}");
        assert!(in_one_file(&Source::BuiltIn("six".to_owned()), &[], Reach::Confined, true).is_err());
    }
}

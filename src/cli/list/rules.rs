use super::{Listed, Listing};
use crate::scenario::{Shorthand, ShorthandWord, shorthands};

/// Words that stand for settings, one row each.
pub(super) fn rules() -> Listing {
    let row = |one: &Shorthand, word: &ShorthandWord| {
        let settings: Vec<String> = word.settings.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let settings = settings.join("; ");
        Listed {
            sentence: format!("{} Stands for {settings} [{}: {}]", word.meaning, one.title, one.source),
            cells: vec![
                one.key.as_str().into(),
                word.name.as_str().into(),
                one.title.as_str().into(),
                one.adapted.as_str().into(),
                one.source.as_str().into(),
                word.meaning.as_str().into(),
                settings.into(),
            ],
        }
    };
    Listing {
        title: "Words that stand for settings ([rules] in a file, or --set KEY=WORD)".to_owned(),
        columns: vec!["key", "word", "title", "adapted", "source", "meaning", "settings"],
        abreast: 2,
        rows: shorthands().iter().flat_map(|one| one.words.iter().map(|word| row(one, word))).collect(),
    }
}

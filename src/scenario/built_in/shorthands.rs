use super::table::built_in_table;
use crate::scenario::Parameters;
use crate::scenario::entries::Fields;
use crate::scenario::grammar::SHORTHAND_FILE;
use crate::scenario::raw::{Node, Value};
use std::sync::LazyLock;

/// A key of scenario files whose word is short for several settings.
#[derive(Debug)]
pub struct Shorthand {
    /// Its dotted key, such as `rules.leadership`.
    pub key: String,
    /// What it is about.
    pub title: String,
    /// What others have made of it; empty if nothing.
    pub adapted: String,
    /// Where it comes from.
    pub source: String,
    /// The words that it takes.
    pub words: Vec<ShorthandWord>,
}

/// One of its words.
#[derive(Debug)]
pub struct ShorthandWord {
    /// The word.
    pub name: String,
    /// What it means, a sentence.
    pub meaning: String,
    /// What it stands for, as a file would write it: dotted key, and value.
    pub settings: Vec<(String, String)>,
    /// The same, parsed.
    pub(in crate::scenario) values: Vec<Node>,
}

// What a programme is for comes first: rules say how it is done.
static SHORTHANDS: LazyLock<Vec<Shorthand>> = LazyLock::new(|| {
    let purposes = read("data/purposes.toml", include_str!("../data/purposes.toml"));
    purposes.into_iter().chain(read("data/rules.toml", include_str!("../data/rules.toml"))).collect()
});

/// Every key whose word is short for settings, in the order in which they are laid over a file that has several.
#[must_use]
pub fn shorthands() -> &'static [Shorthand] {
    &SHORTHANDS
}

fn read(name: &str, text: &str) -> Vec<Shorthand> {
    let table = built_in_table(name, text, &SHORTHAND_FILE);
    let file = Fields::whole_file(&SHORTHAND_FILE, &table);
    let shorthand = |fields: &Fields<'_>| Shorthand {
        key: fields.text("key").to_owned(),
        title: fields.text("title").to_owned(),
        adapted: fields.text("adapted").to_owned(),
        source: fields.text("source").to_owned(),
        words: fields.entries("word").iter().map(|fields| word(fields, text)).collect(),
    };
    file.entries("shorthand").iter().map(shorthand).collect()
}

fn word(fields: &Fields<'_>, text: &str) -> ShorthandWord {
    let entries = |key| fields.given(key).and_then(|node| node.value.table()).map_or(&[][..], |table| &table.entries);
    let mut settings = Vec::new();
    let mut values = Vec::new();
    for entry in entries("set") {
        settings.push((entry.key.clone(), text[entry.node.span.range()].to_owned()));
        values.push(entry.node.clone());
    }
    for entry in entries("times") {
        let row = Parameters::find(&entry.key).unwrap_or_else(|| panic!("there is no parameter `{}`", entry.key));
        let value = rounded(row.default * entry.node.value.number().unwrap_or(1.0));
        settings.push((format!("parameters.{}", entry.key), format!("{value:?}")));
        values.push(Node { value: Value::Number(value), span: entry.node.span });
    }
    ShorthandWord { name: fields.text("name").to_owned(), meaning: fields.text("means").to_owned(), settings, values }
}

/// To nine digits after the point: as a reader would write the product.
fn rounded(x: f64) -> f64 {
    (x * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::shorthands;
    use std::collections::BTreeSet;

    /// A word replaces what the other words of its key have set, whatever was there before.
    #[test]
    fn all_words_of_a_key_set_the_same_and_no_two_rules_do() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for one in shorthands() {
            let keys =
                |place: usize| one.words[place].settings.iter().map(|(key, _)| key.as_str()).collect::<BTreeSet<_>>();
            assert!(one.words.len() > 1 && !keys(0).is_empty(), "{}", one.key);
            for (place, word) in one.words.iter().enumerate() {
                assert_eq!(keys(place), keys(0), "{} = {:?}", one.key, word.name);
                assert!(word.meaning.ends_with('.'), "{} = {:?}", one.key, word.name);
            }
            assert!(one.words.windows(2).all(|pair| pair[0].settings != pair[1].settings), "{}", one.key);
            if one.key.starts_with("rules.") {
                assert!(keys(0).iter().all(|key| seen.insert(key)), "{} sets what another rule sets", one.key);
            }
        }
        assert_eq!(seen.len(), 11);
    }

    #[test]
    fn a_parameter_is_so_many_times_its_default() {
        let history = shorthands().iter().find(|one| one.key == "rules.history").unwrap();
        assert_eq!(history.words[0].settings[0], ("parameters.new_fit".to_owned(), "0.45".to_owned()));
        assert_eq!(history.words[1].settings[0], ("parameters.new_fit".to_owned(), "0.15".to_owned()));
    }
}

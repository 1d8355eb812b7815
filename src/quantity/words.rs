use std::borrow::Cow;

/// What a field calls things: what the program's own sentences, units and names of columns say instead of the words that they
/// are written in. Nothing that a scenario names goes through it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What sentences are written with, and what is said; a longer one before what it holds.
    terms: Vec<(String, String)>,
    /// The same of parts of names.
    names: Vec<(&'static str, String)>,
    /// Metrics that mean nothing in the field.
    left_out: Vec<&'static str>,
    /// The programme, with its article: "the programme".
    pub programme: String,
    /// Those whom sites serve: "people".
    pub people: String,
}

impl Words {
    /// With `programme` and `people`, and all other words as they are written.
    #[must_use]
    pub fn new(programme: &str, people: &str) -> Words {
        Words { programme: programme.to_owned(), people: people.to_owned(), ..Words::default() }
    }

    /// Says `said` in sentences where the program writes `written`, with a capital where that has one.
    pub fn say(&mut self, written: &str, said: &str) {
        if written != said {
            self.add(written, said);
            let (first, begun) = (capital(written), capital(said));
            if first != written {
                self.add(&first, &begun);
            }
        }
    }

    fn add(&mut self, written: &str, said: &str) {
        let place = self.terms.iter().position(|(other, _)| other.len() < written.len()).unwrap_or(self.terms.len());
        self.terms.insert(place, (written.to_owned(), said.to_owned()));
    }

    /// Says `said` in names of columns, metrics and figures where the program writes `written`.
    pub fn say_in_names(&mut self, written: &'static str, said: &str) {
        if written != said {
            self.names.push((written, said.to_owned()));
        }
    }

    /// Leaves `name` as it is, whatever words are in it: it is no word of the program's own.
    pub fn keep(&mut self, name: &str) {
        if self.told(name) != name {
            self.add(name, name);
        }
    }

    /// Whether it says nothing otherwise than it is written.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.terms.is_empty() && self.names.is_empty() && self.left_out.is_empty()
    }

    /// Leaves the metric `name` out of tables.
    pub fn leave_out(&mut self, name: &'static str) {
        self.left_out.push(name);
    }

    /// Whether tables have the metric `name`.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        !self.left_out.contains(&name)
    }

    /// `text`, a sentence or unit of the program's own, in the words of the field.
    #[must_use]
    pub fn told<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.terms.iter().all(|(written, _)| !text.contains(written.as_str())) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 16);
        let (mut rest, mut before) = (text, ' ');
        // From left to right and once, so that what is said is not taken for what is written.
        while let Some(first) = rest.chars().next() {
            let stands = |(written, _): &&(String, String)| {
                let after = rest.strip_prefix(written.as_str()).map(|after| after.chars().next().unwrap_or(' '));
                let edge = |inner: Option<char>, outer: char| !(joins(inner.unwrap_or(' ')) && joins(outer));
                after.is_some_and(|after| {
                    edge(written.chars().next(), before) && edge(written.chars().next_back(), after)
                })
            };
            let length = match self.terms.iter().find(stands) {
                Some((written, said)) => {
                    out += said;
                    written.len()
                }
                None => {
                    out.push(first);
                    first.len_utf8()
                }
            };
            before = rest[..length].chars().next_back().unwrap_or(' ');
            rest = &rest[length..];
        }
        Cow::Owned(out)
    }

    /// `name`, the name of a column, a metric or a figure, in the words of the field.
    #[must_use]
    pub fn name<'a>(&self, name: &'a str) -> Cow<'a, str> {
        let term = self.names.iter().find(|(written, _)| name.contains(written));
        term.map_or(Cow::Borrowed(name), |(written, said)| Cow::Owned(name.replace(written, said)))
    }

    /// The reverse of [`Words::name`].
    #[must_use]
    pub fn written<'a>(&self, told: &'a str) -> Cow<'a, str> {
        let term = self.names.iter().find(|(_, said)| told.contains(said.as_str()));
        term.map_or(Cow::Borrowed(told), |(written, said)| Cow::Owned(told.replace(said.as_str(), written)))
    }
}

/// Whether a letter goes on a word.
fn joins(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn longer_terms_come_first_and_nothing_is_said_twice() {
        let mut words = Words::new("the pilot", "pupils");
        words.say("pounds", "euros");
        words.say("thousand pounds", "million kroner");
        words.say("euros", "pounds");
        words.say("site", "school");
        words.say("£", "€");
        assert_eq!(words.told("thousand pounds, then pounds"), "million kroner, then euros");
        assert_eq!(
            words.told("Site by site, a website, the site's award: £1000"),
            "School by school, a website, the school's award: €1000"
        );
        assert_eq!(words.told("nothing of it"), "nothing of it");
        assert_eq!(words.told("a site_type"), "a site_type");
    }

    #[test]
    fn names_are_told_and_written() {
        let mut words = Words::new("the pilot", "pupils");
        words.say_in_names("thousand_pounds", "thousand_euros");
        assert_eq!(words.name("months_per_thousand_pounds_24"), "months_per_thousand_euros_24");
        assert_eq!(words.written("months_per_thousand_euros"), "months_per_thousand_pounds");
        assert_eq!((words.name("trust"), words.written("trust_final")), ("trust".into(), "trust_final".into()));
        assert!(words.has("trust"));
        words.leave_out("trust");
        assert!(!words.has("trust"));
    }
}

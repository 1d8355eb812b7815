use super::{Assignment, Question, Seeks};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceId, SourceText, Sources, Span, nearest};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A form that was handed in, read and understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What was asked.
    pub assignment: Assignment,
    /// Who answered; may be empty.
    pub name: String,
    /// An answer to each question, in their order; none where nothing was filled in.
    pub answers: Vec<Option<Answer>>,
}

/// What somebody wrote.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A number.
    Number(f64),
    /// The place of an arm in the assignment's list.
    Arm(usize),
    /// Yes or no.
    Flag(bool),
    /// Settings, as the inside of an inline table.
    Settings(String),
}

impl Form {
    /// Reads a form; `title` is what a reader knows its text by.
    ///
    /// # Errors
    /// All mistakes at once, each at its place.
    pub fn read(title: &str, text: &str) -> Result<Form, Diagnostics> {
        let mut sources = Sources::default();
        let source = sources.add(SourceText { name: title.to_owned(), text: text.to_owned(), lines: true });
        let mut reading = Reading { source, text, mistakes: vec![] };
        let (document, errors) = DeTable::parse_recoverable(text);
        for why in &errors {
            let mistake = match why.span() {
                Some(range) => Diagnostic::at(Span::new(source, range), why.message()),
                None => Diagnostic::general(format!("{title}: {}", why.message())),
            };
            reading.mistakes.push(mistake.hint("`safsim check-answers --blank NAME` prints a form to fill in"));
        }
        // What stands beside a place that is no TOML may be misread.
        let form = if errors.is_empty() { reading.form(document.get_ref()) } else { None };
        match form.filter(|_| reading.mistakes.is_empty()) {
            Some(form) => Ok(form),
            None => Err(Diagnostics::new(sources, reading.mistakes)),
        }
    }
}

/// A form while it is read.
struct Reading<'a> {
    source: SourceId,
    text: &'a str,
    mistakes: Vec<Diagnostic>,
}

/// The keys of a form.
const KEYS: [&str; 3] = ["assignment", "name", "answers"];

impl Reading<'_> {
    fn wrong(&mut self, at: Range<usize>, message: impl Into<String>) -> &mut Diagnostic {
        self.mistakes.push(Diagnostic::at(Span::new(self.source, at), message));
        let last = self.mistakes.len() - 1;
        &mut self.mistakes[last]
    }

    fn hinted(&mut self, at: Range<usize>, message: String, hint: String) {
        let mistake = self.wrong(at, message);
        *mistake = mistake.clone().hint(hint);
    }

    fn form(&mut self, table: &DeTable<'_>) -> Option<Form> {
        for key in table.keys().filter(|key| !KEYS.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let is_answer = Assignment::all().iter().any(|one| one.questions.iter().any(|q| q.id == name));
            let hint = if is_answer {
                "answers stand below a line [answers]".to_owned()
            } else {
                meant(name, KEYS.into_iter(), "a form has")
            };
            self.hinted(key.span(), format!("a form has no key {name}"), hint);
        }
        let name = match table.get("name").map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::String(text), _)) => text.to_string(),
            Some((_, at)) => {
                self.wrong(at, "the name is a text, in quotes");
                String::new()
            }
            None => String::new(),
        };
        let assignment = self.assignment(table)?;
        let answers = match table.get("answers").map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Table(given), _)) => self.answers(&assignment, given),
            Some((_, at)) => {
                self.hinted(at, "answers are a table".to_owned(), "write [answers], then a line for each".to_owned());
                return None;
            }
            None => vec![None; assignment.questions.len()],
        };
        Some(Form { assignment, name, answers })
    }

    fn assignment(&mut self, table: &DeTable<'_>) -> Option<Assignment> {
        let all = Assignment::all();
        let names = || all.iter().map(|one| one.name.as_str());
        match table.get("assignment").map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::String(name), at)) => {
                let found = Assignment::named(name);
                if found.is_none() {
                    let hint = meant(name, names(), "there are");
                    self.hinted(at, format!("there is no assignment {name}"), hint);
                }
                found
            }
            Some((_, at)) => {
                self.wrong(at, "the assignment is named by a text, in quotes");
                None
            }
            None => {
                let hint = format!("write assignment = \"{}\" in its first line", names().next().unwrap_or_default());
                self.hinted(0..0, "the form does not say which assignment it answers".to_owned(), hint);
                None
            }
        }
    }

    fn answers(&mut self, assignment: &Assignment, given: &DeTable<'_>) -> Vec<Option<Answer>> {
        let ids = || assignment.questions.iter().map(|question| question.id.as_str());
        for key in given.keys().filter(|key| ids().all(|id| id != key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            self.hinted(key.span(), format!("nothing asks for {name}"), meant(name, ids(), "the questions are"));
        }
        let find =
            |question: &Question| given.get(question.id.as_str()).map(|value| (value.get_ref().clone(), value.span()));
        let found: Vec<_> = assignment.questions.iter().map(|question| (question, find(question))).collect();
        let answer = |(question, value): (&Question, Option<(DeValue<'_>, Range<usize>)>)| {
            value.and_then(|(value, at)| self.answer(assignment, question, &value, at))
        };
        found.into_iter().map(answer).collect()
    }

    fn answer(
        &mut self,
        assignment: &Assignment,
        question: &Question,
        value: &DeValue<'_>,
        at: Range<usize>,
    ) -> Option<Answer> {
        let number = |text: &str| text.replace('_', "").parse::<f64>().ok().filter(|number| number.is_finite());
        match (&question.seeks, value) {
            (_, DeValue::String(text)) if text.trim().is_empty() => None,
            (Seeks::Level { .. } | Seeks::Difference { .. }, DeValue::Integer(whole)) => {
                self.number(number(whole.as_str()), at)
            }
            (Seeks::Level { .. } | Seeks::Difference { .. }, DeValue::Float(float)) => {
                self.number(number(float.as_str()), at)
            }
            (Seeks::Told { .. }, DeValue::Boolean(flag)) => Some(Answer::Flag(*flag)),
            (Seeks::Most { .. }, DeValue::String(name)) => {
                let place = assignment.arms.iter().position(|arm| *arm == **name);
                if place.is_none() {
                    let hint = meant(name, assignment.arms.iter().map(String::as_str), "the arms are");
                    self.hinted(at, format!("there is no arm \"{name}\""), hint);
                }
                place.map(Answer::Arm)
            }
            (Seeks::Design { most, .. }, DeValue::Table(settings)) => {
                if settings.is_empty() {
                    return None;
                }
                if settings.len() > *most {
                    self.wrong(at, format!("these are {} settings, and at most {most} are asked for", settings.len()));
                    return None;
                }
                // What is written is what is run: its places are those of the form.
                let inside = self.text.get(at).unwrap_or_default().trim();
                let inside = inside.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
                match inside {
                    Some(inside) => Some(Answer::Settings(inside.trim().to_owned())),
                    None => {
                        let at = settings.keys().next().map_or(0..0, toml::Spanned::span);
                        let hint = format!("write {} = {{ ... }} in one line", question.id);
                        self.hinted(at, "settings stand in braces".to_owned(), hint);
                        None
                    }
                }
            }
            _ => {
                self.wrong(at, format!("{} asks for {}", question.id, question.seeks.kind()));
                None
            }
        }
    }

    fn number(&mut self, number: Option<f64>, at: Range<usize>) -> Option<Answer> {
        if number.is_none() {
            self.wrong(at, "this is no number that can be compared");
        }
        number.map(Answer::Number)
    }
}

/// What was probably meant, or all that there is.
fn meant<'a>(name: &str, all: impl Iterator<Item = &'a str> + Clone, there_are: &str) -> String {
    match nearest(name, all.clone()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("{there_are}: {}", all.collect::<Vec<_>>().join("; ")),
    }
}

use super::address::{Part, split_key, split_set};
use crate::diagnostics::{Diagnostic, Said, SourceId, Sources, Span, nearest};
use crate::letters::hidden_in;
use crate::scenario::Parameters;
use crate::scenario::grammar::{Form, Key, SCENARIO, Section};
use crate::scenario::raw::{Node, Value, hidden_letter_refusal, parse_value, refuse_hidden_letters};
use crate::scenario::retired::where_it_went;

/// A value for a dotted key: of a `--set`, of a regime, or of a point of a sweep.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Setting {
    pub path: Vec<Part>,
    pub value: Node,
}

impl Setting {
    /// Reads `KEY=VALUE`, the text of `source`.
    pub fn of_option(source: SourceId, text: &str) -> Result<Setting, Vec<Diagnostic>> {
        if let Some(found) = hidden_in(text, false) {
            return Err(vec![hidden_letter_refusal("this setting", found, Span::new(source, 0..text.len()))]);
        }
        let (path, at) = split_set(source, text).map_err(|mistake| vec![mistake])?;
        if let [only] = path.as_slice()
            && matches!(only.text.as_str(), "extends" | "replace")
        {
            let message = format!("`{}` is decided before options: write it in a file", only.text);
            return Err(vec![Diagnostic::at(only.span, message)]);
        }
        let path = whole_path(path).map_err(|mistake| vec![mistake])?;
        let written = text[at..].trim();
        let from = at + (text[at..].len() - text[at..].trim_start().len());
        if written.is_empty() {
            let mistake = Diagnostic::at(Span::new(source, at..at), "there is nothing after `=`");
            return Err(vec![mistake.hint("an empty text is \"\"")]);
        }
        let mut value = match parse_value(source, from, written) {
            Ok(node) => node,
            Err(mistakes) if written.starts_with(['[', '{', '"', '\'']) => return Err(mistakes),
            Err(_) => {
                Node { value: Value::Text(written.to_owned()), span: Span::new(source, from..from + written.len()) }
            }
        };
        let mut mistakes = Vec::new();
        refuse_hidden_letters(&mut value, &mut mistakes);
        if mistakes.is_empty() { Ok(Setting { path, value }) } else { Err(mistakes) }
    }

    /// Reads the entry `"dotted.key" = value` of a file, whose key stands at `span`.
    pub fn of_entry(key: &str, span: Span, sources: &Sources, value: Node) -> Result<Setting, Diagnostic> {
        let written = sources.slice(span);
        // Bytes of the key are bytes of the file unless it is written with escapes.
        let quote = usize::from(written.starts_with(['"', '\'']));
        let plain = written.get(quote..written.len().saturating_sub(quote)) == Some(key);
        let start = span.range().start + quote;
        let place = |range: std::ops::Range<usize>| {
            if plain { Span::new(span.source(), start + range.start..start + range.end) } else { span }
        };
        Ok(Setting { path: whole_path(split_key(key, &place)?)?, value })
    }

    /// The same with another value.
    pub fn with(&self, value: Node) -> Setting {
        Setting { path: self.path.clone(), value }
    }

    /// The first part of the key.
    pub fn head(&self) -> &str {
        self.path.first().map_or("", |part| part.text.as_str())
    }

    /// The key that it sets, with its section; `None` if the grammar has none such.
    pub fn target(&self) -> Option<(&'static Section, &'static Key)> {
        let mut section: &'static Section = &SCENARIO;
        let mut parts = self.path.iter();
        loop {
            let key = section.key(&parts.next()?.text)?;
            let Some(inner) = key.rule.section().filter(|_| !parts.as_slice().is_empty()) else {
                return Some((section, key));
            };
            if matches!(inner.form, Form::Named | Form::Nameless) {
                parts.next();
            }
            section = inner;
        }
    }
}

/// A key that stands alone may be the name of a parameter.
fn whole_path(mut path: Vec<Part>) -> Result<Vec<Part>, Diagnostic> {
    if let [only] = path.as_slice()
        && SCENARIO.key(&only.text).is_none()
    {
        if Parameters::find(&only.text).is_none() {
            return Err(unknown_alone(only));
        }
        path.insert(0, Part { text: "parameters".to_owned(), span: only.span, all: false });
    }
    Ok(path)
}

fn unknown_alone(part: &Part) -> Diagnostic {
    let names = SCENARIO.keys.iter().map(|key| key.name).chain(Parameters::TABLE.iter().map(|row| row.name));
    let diagnostic = Diagnostic::at(part.span, format!("there is no key or parameter `{}`", part.text));
    let home = |key: &&Key| {
        key.rule.section().is_some_and(|inner| inner.form == Form::Table && inner.key(&part.text).is_some())
    };
    if let Some(home) = SCENARIO.keys.iter().find(home) {
        return diagnostic.hint(format!("it is a key of [{0}]: {0}.{1}", home.name, part.text));
    }
    match where_it_went(&part.text) {
        Some(Said::Hint(how)) => return diagnostic.hint(how),
        Some(Said::Note(why)) => return diagnostic.note(why),
        None => {}
    }
    match nearest(&part.text, names) {
        Some(meant) => diagnostic.hint(format!("did you mean `{meant}`?")),
        None => diagnostic.note("a key inside a section is written with dots, like programme.funding.award"),
    }
}

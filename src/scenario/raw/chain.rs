use super::encoding::{Undecoded, decoded};
use super::hidden_letters::refuse_hidden_letters;
use super::merge::merge;
use super::{Node, Table, Value, parse_document};
use crate::diagnostics::{Diagnostic, SourceText, Sources, Span, nearest};
use crate::scenario::Source;
use crate::scenario::built_in::{built_in, built_ins};
use crate::scenario::grammar::{SCENARIO, check_shape};
use std::path::PathBuf;

/// Files longer than this are refused.
const LONGEST: u64 = 1 << 30;
/// Scenarios that extend one another, at most.
const DEEPEST: usize = 32;

/// Reads scenarios with all that they extend.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Reader {
    pub sources: Sources,
    pub out: Vec<Diagnostic>,
    /// The first built-in scenario on the way from what was asked for along `extends`.
    pub built_in: Option<String>,
    /// Those being read: what each is, and its title.
    stack: Vec<(Identity, String)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Identity {
    Path(PathBuf),
    BuiltIn(String),
    Text,
}

impl Reader {
    /// The merged document of `source`; `None`, and the reasons reported, if it cannot be read.
    pub fn read(&mut self, source: &Source) -> Option<Node> {
        self.read_asked(source, None)
    }

    /// `asked` is the place of the `extends` that asks for it.
    fn read_asked(&mut self, source: &Source, asked: Option<Span>) -> Option<Node> {
        let identity = match source {
            Source::Path(path) => Identity::Path(path.canonicalize().unwrap_or_else(|_| path.clone())),
            Source::BuiltIn(name) => Identity::BuiltIn(name.clone()),
            Source::Text { .. } => Identity::Text,
        };
        if let Source::BuiltIn(name) = source {
            self.built_in.get_or_insert_with(|| name.clone());
        }
        if let (Some(asked), Some(at)) = (asked, self.stack.iter().position(|(other, _)| *other == identity)) {
            let mut round: Vec<&str> = self.stack[at..].iter().map(|(_, title)| title.as_str()).collect();
            round.push(&self.stack[at].1);
            let message = "scenarios extend one another in a circle";
            self.out.push(Diagnostic::at(asked, message).note(round.join(" -> ")));
            return None;
        }
        if self.stack.len() >= DEEPEST {
            self.report(asked, format!("more than {DEEPEST} scenarios extend one another"), None);
            return None;
        }
        let text = self.text(source, asked)?;
        let title = source.title();
        let id = self.sources.add(SourceText { name: title.clone(), text: text.clone(), lines: true });
        let mut node = match parse_document(id, &text) {
            Ok(node) => node,
            Err(mistakes) => {
                self.out.extend(mistakes);
                return None;
            }
        };
        refuse_hidden_letters(&mut node, &mut self.out);
        let Value::Table(table) = &mut node.value else { return Some(node) };
        let extends = table.get("extends").and_then(|base| Some((base.value.text()?.to_owned(), base.span)));
        let replace = self.replace(table, extends.is_some());
        let Some((base, asked)) = extends else { return Some(node) };
        table.remove("extends");
        self.stack.push((identity, title));
        let base = self.read_asked(&source.base(&base), Some(asked));
        self.stack.pop();
        let Some(Node { value: Value::Table(mut base), .. }) = base else { return None };
        for section in replace {
            base.remove(&section);
        }
        let patch = std::mem::take(table);
        merge(&mut base, patch, &mut self.out);
        *table = base;
        Some(node)
    }

    /// What `replace` names; takes it out of the table.
    fn replace(&mut self, table: &mut Table, extends: bool) -> Vec<String> {
        let Some(entry) = table.remove("replace") else { return Vec::new() };
        if !extends {
            let message = "`replace` drops entries of a base, but this scenario extends none";
            self.out.push(Diagnostic::at(entry.key_span, message).hint("name the base: extends = \"...\""));
        }
        let span = entry.key_span;
        let mut alone = Table { entries: vec![entry] };
        check_shape(&SCENARIO, &mut alone, span, &mut self.out);
        let items = alone.get("replace").and_then(|node| node.value.list());
        items.unwrap_or_default().iter().filter_map(|item| item.value.text()).map(str::to_owned).collect()
    }

    fn text(&mut self, source: &Source, asked: Option<Span>) -> Option<String> {
        match source {
            Source::Text { text, .. } => Some(text.clone()),
            Source::BuiltIn(name) => {
                if let Some(one) = built_in(name) {
                    return Some(one.text.to_owned());
                }
                let names: Vec<&str> = built_ins().iter().map(|one| one.name).collect();
                let hint = match nearest(name, names.iter().copied()) {
                    Some(meant) => format!("did you mean \"{meant}\"?"),
                    None => format!(
                        "the built-in scenarios are {}; a file is named with its ending: \"{name}.toml\"",
                        names.join(", ")
                    ),
                };
                self.report(asked, format!("there is no built-in scenario \"{name}\""), Some(hint));
                None
            }
            Source::Path(path) => {
                let read = || -> std::io::Result<Vec<u8>> {
                    if std::fs::metadata(path)?.len() > LONGEST {
                        return Err(std::io::Error::other("it is longer than a gigabyte"));
                    }
                    std::fs::read(path)
                };
                let shown = path.display();
                match read().map(decoded) {
                    Ok(Ok(text)) => Some(text),
                    Ok(Err(Undecoded { what, hint })) => {
                        self.report(asked, format!("`{shown}` {what}"), Some(hint));
                        None
                    }
                    Err(error) => {
                        self.report(asked, format!("`{shown}` cannot be read: {error}"), None);
                        None
                    }
                }
            }
        }
    }

    fn report(&mut self, place: Option<Span>, message: String, hint: Option<String>) {
        let diagnostic = place.map_or_else(|| Diagnostic::general(&message), |span| Diagnostic::at(span, &message));
        self.out.push(diagnostic.hint_if(hint));
    }
}

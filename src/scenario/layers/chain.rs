use super::merge::merge;
use super::shorthand::lay_words_of_file;
use super::site_spread::spread_sites;
use super::site_table::{sites_of, table_of};
use crate::diagnostics::{Diagnostic, SourceText, Sources, Span, nearest};
use crate::scenario::built_in::{built_in, built_ins, examples_beyond};
use crate::scenario::grammar::{Defined, SCENARIO, check_shape};
use crate::scenario::raw::{Entry, Node, Table, Value, parse_document, refuse_hidden_letters};
use crate::scenario::{Reach, Source, read_text};
use std::path::{Path, PathBuf};

/// Scenarios that extend one another, at most.
const DEEPEST: usize = 32;

/// Reads scenarios with all that they extend.
#[derive(Debug)]
pub(in crate::scenario) struct Reader {
    pub sources: Sources,
    pub out: Vec<Diagnostic>,
    reach: Reach,
    /// The folder that a confined scenario lies in; a text in hand lies in none.
    home: Option<PathBuf>,
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
    /// One that follows `extends` within `reach`.
    pub fn new(reach: Reach) -> Reader {
        Reader { sources: Sources::default(), out: Vec::new(), reach, home: None, built_in: None, stack: Vec::new() }
    }

    /// The merged document of `source`; `None`, and the reasons reported, if it cannot be read.
    pub fn read(&mut self, source: &Source) -> Option<Node> {
        if let Source::Path(path) = source {
            // Where the name lies, not what a link leads to: a link out of the folder is refused like any other.
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            self.home = folder.unwrap_or(Path::new(".")).canonicalize().ok();
        }
        let mut node = self.read_asked(source, None)?;
        if let Value::Table(table) = &mut node.value {
            spread_sites(table, &mut self.out);
        }
        Some(node)
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
                self.refuse_text(&title, mistakes, asked);
                return None;
            }
        };
        if let (Some(asked), Some(stranger)) = (asked, no_scenario(&node)) {
            let message =
                format!("`{title}` is no scenario: no scenario has what stands in its line {}", self.line(stranger));
            self.out.push(Diagnostic::at(asked, message).hint(format!("safsim check {title} shows it")));
            return None;
        }
        refuse_hidden_letters(&mut node, &mut self.out);
        let Value::Table(table) = &mut node.value else { return Some(node) };
        self.read_site_tables(table, source);
        let extends = table.get("extends").and_then(|base| Some((base.value.text()?.to_owned(), base.span)));
        let replace = self.replace(table, extends.is_some());
        let Some((base, asked)) = extends else {
            lay_words_of_file(table, &mut self.out);
            return Some(node);
        };
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
        lay_words_of_file(&mut base, &mut self.out);
        *table = base;
        Some(node)
    }

    /// Puts the rows of tables in the place of the entries of `[[site]]` that stand for them.
    fn read_site_tables(&mut self, document: &mut Table, source: &Source) {
        let Some(Value::List(sites)) = document.get_mut("site").map(|node| &mut node.value) else { return };
        let is_table = |node: &Node| node.value.table().is_some_and(|site| table_of(site).is_some());
        if !sites.iter().any(is_table) {
            return;
        }
        for node in std::mem::take(sites) {
            let named = node.value.table().and_then(|site| Some((site, table_of(site)?)));
            let Some((site, (name, asked))) = named else {
                sites.push(node);
                continue;
            };
            let Some(path) = source.beside(&name) else {
                let message = "a built-in scenario has no table beside it".to_owned();
                self.report(Some(asked), message, None);
                continue;
            };
            let Some(text) = self.text(&Source::Path(path.clone()), Some(asked)) else { continue };
            let title = path.display().to_string();
            let id = self.sources.add(SourceText { name: title, text: text.clone(), lines: true });
            sites.extend(sites_of(site, node.span, (id, &text), &mut self.out));
        }
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
        check_shape(&SCENARIO, &mut alone, span, Defined::built_in(), &mut self.out);
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
                let names: Vec<&str> = built_ins().iter().chain(examples_beyond()).map(|one| one.name).collect();
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
                let shown = path.display();
                if self.lies_outside(path) {
                    let hint = match self.home {
                        Some(_) => {
                            "only files of the scenario's own folder and built-in scenarios may be read (--confined)"
                        }
                        None => "this scenario may extend built-in ones only",
                    };
                    let message = format!("`{shown}` lies outside of the scenario's folder");
                    self.report(asked, message, Some(hint.to_owned()));
                    return None;
                }
                match read_text(path) {
                    Ok(text) => Some(text),
                    Err(why) => {
                        self.report(asked, format!("`{shown}` {why}"), why.hint().map(str::to_owned));
                        None
                    }
                }
            }
        }
    }

    /// Whether a file must not be read: it, or if it is not there the nearest folder above it that is, lies elsewhere.
    fn lies_outside(&self, path: &Path) -> bool {
        if self.reach == Reach::Anywhere {
            return false;
        }
        let Some(home) = &self.home else { return true };
        let real = |path: &Path| if path.as_os_str().is_empty() { Path::new(".") } else { path }.canonicalize().ok();
        !path.ancestors().find_map(real).is_some_and(|real| real.starts_with(home))
    }

    /// Mistakes of syntax are shown with their lines where the file was named by whoever asks; a file that only another
    /// file names may be anything, so that not a line of it is shown.
    fn refuse_text(&mut self, title: &str, mistakes: Vec<Diagnostic>, asked: Option<Span>) {
        let Some(asked) = asked else { return self.out.extend(mistakes) };
        let line = mistakes.first().and_then(Diagnostic::span).map_or(1, |span| self.line(span));
        let message = format!("`{title}` is not TOML (line {line})");
        self.out.push(Diagnostic::at(asked, message).hint(format!("safsim check {title} shows what is wrong")));
    }

    /// The line in which a place lies, counted from 1.
    fn line(&self, span: Span) -> usize {
        let text = self.sources.get(span.source()).map_or("", |source| source.text.as_str());
        let before = &text.as_bytes()[..span.range().start.min(text.len())];
        1 + before.iter().filter(|&&b| b == b'\n').count()
    }

    fn report(&mut self, place: Option<Span>, message: String, hint: Option<String>) {
        let diagnostic = place.map_or_else(|| Diagnostic::general(&message), |span| Diagnostic::at(span, &message));
        self.out.push(diagnostic.hint_if(hint));
    }
}

/// The first thing in a file that no scenario has; what stands behind it might be anybody's.
fn no_scenario(file: &Node) -> Option<Span> {
    let unknown = |entry: &&Entry| SCENARIO.key(&entry.key).is_none();
    file.value.table()?.entries.iter().find(unknown).map(|entry| entry.key_span)
}

use super::Setting;
use super::address::Part;
use super::entry_name::{Labels, drop_spelled_out, spell_out_initiatives, spelled_out};
use super::shorthand::lay_words;
use crate::diagnostics::{Diagnostic, Span, nearest};
use crate::scenario::grammar::{Form, Key, Rule, SCENARIO, Section, unknown_key};
use crate::scenario::raw::{Entry, Node, Table, Value};

impl Setting {
    /// Lays it over a document. What it sets, each place named by parts and the numbers of entries: two settings that
    /// set the same have the same.
    pub fn apply(&self, document: &mut Table, out: &mut Vec<Diagnostic>) -> Vec<String> {
        let (touched, _) = self.walk(document, out);
        lay_words(document);
        touched
    }

    /// Lays it over a document, as far as that has a place for it; where the keys stood whose values it replaces.
    pub(super) fn replace(&self, document: &mut Table) -> Vec<Span> {
        // No place is made for it, such as a list of sites.
        if document.get(self.head()).is_none() && self.path.iter().any(|part| part.all) {
            return Vec::new();
        }
        self.walk(document, &mut Vec::new()).1
    }

    /// What it sets, and where the keys stood whose values it replaces.
    fn walk(&self, document: &mut Table, out: &mut Vec<Diagnostic>) -> (Vec<String>, Vec<Span>) {
        let labels = Labels::of([&*document]);
        let (trail, touched, replaced) = (Vec::new(), Vec::new(), Vec::new());
        let mut walk = Walk { setting: self, labels: &labels, trail, touched, replaced, out };
        walk.table(&SCENARIO, document, &self.path);
        (walk.touched, walk.replaced)
    }
}

struct Walk<'a> {
    setting: &'a Setting,
    labels: &'a Labels,
    /// Where the walk is.
    trail: Vec<String>,
    /// Where it has set something.
    touched: Vec<String>,
    /// Where the keys stood whose values it has replaced.
    replaced: Vec<Span>,
    out: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn table(&mut self, section: &Section, table: &mut Table, path: &[Part]) {
        let Some((part, rest)) = path.split_first() else { return };
        let Some(key) = section.key(&part.text) else {
            self.out.push(unknown_key(section, &part.text, part.span));
            return;
        };
        self.trail.push(part.text.clone());
        self.key(section, key, table, part, rest);
        self.trail.pop();
    }

    fn key(&mut self, section: &Section, key: &Key, table: &mut Table, part: &Part, rest: &[Part]) {
        if section.path == "site" && part.text == "initiative" && !rest.is_empty() {
            spell_out_initiatives(table);
        }
        if section.path == "site"
            && part.text == "organisation"
            && !rest.is_empty()
            && table.get("organisation").is_none()
        {
            // Its organisations are listed, so that they can be set one by one.
            if let Some(node) = self.labels.kit(table) {
                table.put(Entry { key: "organisation".to_owned(), key_span: part.span, node });
            }
        }
        let entry =
            |value: Value| Entry { key: part.text.clone(), key_span: part.span, node: Node { value, span: part.span } };
        if rest.is_empty() {
            let mut node = self.setting.value.clone();
            match (section.path, part.text.as_str(), &mut node.value) {
                ("site", "initiative", Value::List(list)) => list.extend(spelled_out(table)),
                ("site", "initiatives", Value::List(_)) => drop_spelled_out(table),
                _ => {}
            }
            self.replaced.extend(table.entry(&part.text).map(|old| old.key_span));
            table.put(Entry { node, ..entry(Value::Bad) });
            self.touched.push(self.trail.join("."));
            return;
        }
        let has_parts = key.rule.section().is_some() || matches!(key.rule, Rule::Counts { .. });
        if !has_parts {
            let message = format!("`{}` has no parts, so nothing follows it", part.text);
            self.out.push(Diagnostic::at(rest[0].span, message));
            return;
        }
        let listed = key.rule.section().is_some_and(|inner| matches!(inner.form, Form::Named | Form::Nameless));
        match table.get(&part.text).map(|node| &node.value) {
            Some(Value::Table(_) | Value::List(_)) => {}
            _ if listed => table.put(entry(Value::List(Vec::new()))),
            _ => table.put(entry(Value::Table(Table::default()))),
        }
        match (key.rule.section(), table.get_mut(&part.text).map(|node| &mut node.value)) {
            (Some(inner), Some(Value::List(list))) if listed => self.entries(inner, list, part, rest),
            (Some(inner), Some(Value::Table(table))) if !listed => self.table(inner, table, rest),
            (None, Some(Value::Table(table))) => match rest {
                [name] => {
                    table.put(Entry { key: name.text.clone(), key_span: name.span, node: self.setting.value.clone() });
                    self.touched.push(format!("{}.{}", self.trail.join("."), name.text));
                }
                _ => self.out.push(Diagnostic::at(rest[1].span, format!("`{}` has no parts", rest[0].text))),
            },
            _ => {}
        }
    }

    fn entries(&mut self, section: &Section, list: &mut [Node], list_part: &Part, path: &[Part]) {
        let Some((part, rest)) = path.split_first() else { return };
        let names: Vec<Option<String>> =
            list.iter().map(|node| node.value.table().and_then(|table| self.labels.name(section, table))).collect();
        let chosen: Vec<usize> = if part.all {
            (0..list.len()).collect()
        } else {
            let by_name = names.iter().position(|name| name.as_ref() == Some(&part.text));
            by_name.or_else(|| part.text.parse().ok().filter(|&i: &usize| i < list.len())).into_iter().collect()
        };
        if chosen.is_empty() {
            self.out.push(no_entry(section, list, &names, part));
            return;
        }
        if rest.is_empty() {
            let message = format!("which key of `{}.{}`?", list_part.text, part.text);
            let keys: Vec<&str> = section.keys.iter().map(|key| key.name).collect();
            self.out.push(Diagnostic::at(part.span, message).note(format!("its keys are {}", keys.join(", "))));
            return;
        }
        for i in chosen {
            if let Value::Table(table) = &mut list[i].value {
                self.trail.push(i.to_string());
                self.table(section, table, rest);
                self.trail.pop();
            }
        }
    }
}

fn no_entry(section: &Section, list: &[Node], names: &[Option<String>], part: &Part) -> Diagnostic {
    let word = section.word().replace('_', " ");
    if list.is_empty() {
        return Diagnostic::at(part.span, format!("the scenario has no {} here", section.title()));
    }
    let diagnostic = Diagnostic::at(part.span, format!("there is no {word} \"{}\"", part.text));
    if section.form == Form::Nameless {
        let count = list.len();
        let range = if count == 1 { "the only one is 0".to_owned() } else { format!("there are 0 to {}", count - 1) };
        return diagnostic.hint(format!("they are numbered from 0: {range}; `*` is all of them"));
    }
    let known: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
    let copies = known.iter().find(|name| {
        part.text
            .strip_prefix(*name)
            .is_some_and(|end| end.strip_prefix(' ').is_some_and(|digits| digits.parse::<u32>().is_ok()))
    });
    if let Some(name) = copies {
        return diagnostic.hint(format!("the copies that `count` makes of \"{name}\" can only be set together"));
    }
    match nearest(&part.text, known.iter().copied()) {
        Some(meant) => diagnostic.hint(format!("did you mean \"{meant}\"?")),
        None if known.len() <= 20 => diagnostic.note(format!("there are {}; `*` is all of them", known.join(", "))),
        None => diagnostic.note(format!("there are {}, from {} on; `*` is all of them", known.len(), known[0])),
    }
}

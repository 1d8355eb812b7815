use super::address::{Part, split_set};
use super::entry_name::{Labels, spell_out_initiatives};
use super::{Entry, Node, Table, Value, parse_value};
use crate::diagnostics::{Diagnostic, SourceId, Span, nearest};
use crate::scenario::Parameters;
use crate::scenario::built_in::raw_kit;
use crate::scenario::grammar::{Form, Rule, SCENARIO, Section, unknown_key};

/// Applies the text of one `--set KEY=VALUE`, which is `source`, to a document.
pub(in crate::scenario) fn apply_set(document: &mut Table, source: SourceId, text: &str, out: &mut Vec<Diagnostic>) {
    match Setting::read(source, text) {
        Ok((setting, path)) => {
            let labels = Labels::of([&*document]);
            Walk { setting: &setting, labels: &labels, out }.table(&SCENARIO, document, &path);
        }
        Err(mistakes) => out.extend(mistakes),
    }
}

/// The value to set.
struct Setting {
    value: Node,
}

impl Setting {
    fn read(source: SourceId, text: &str) -> Result<(Setting, Vec<Part>), Vec<Diagnostic>> {
        let (mut path, at) = split_set(source, text).map_err(|mistake| vec![mistake])?;
        if let [only] = path.as_slice() {
            if matches!(only.text.as_str(), "extends" | "replace") {
                let message = format!("`{}` is decided before options: write it in a file", only.text);
                return Err(vec![Diagnostic::at(only.span, message)]);
            }
            if SCENARIO.key(&only.text).is_none() {
                if Parameters::find(&only.text).is_none() {
                    return Err(vec![unknown_alone(only)]);
                }
                path.insert(0, Part { text: "parameters".to_owned(), span: only.span, all: false });
            }
        }
        let written = text[at..].trim();
        let from = at + (text[at..].len() - text[at..].trim_start().len());
        if written.is_empty() {
            let mistake = Diagnostic::at(Span::new(source, at..at), "there is nothing after `=`");
            return Err(vec![mistake.hint("an empty text is \"\"")]);
        }
        let value = match parse_value(source, from, written) {
            Ok(node) => node,
            Err(mistakes) if written.starts_with(['[', '{', '"', '\'']) => return Err(mistakes),
            Err(_) => {
                Node { value: Value::Text(written.to_owned()), span: Span::new(source, from..from + written.len()) }
            }
        };
        Ok((Setting { value }, path))
    }
}

fn unknown_alone(part: &Part) -> Diagnostic {
    let names = SCENARIO.keys.iter().map(|key| key.name).chain(Parameters::TABLE.iter().map(|row| row.name));
    let diagnostic = Diagnostic::at(part.span, format!("there is no key or parameter `{}`", part.text));
    match nearest(&part.text, names) {
        Some(meant) => diagnostic.hint(format!("did you mean `{meant}`?")),
        None => diagnostic.note("a key inside a section is written with dots, like programme.funding.award"),
    }
}

struct Walk<'a> {
    setting: &'a Setting,
    labels: &'a Labels,
    out: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn table(&mut self, section: &Section, table: &mut Table, path: &[Part]) {
        let Some((part, rest)) = path.split_first() else { return };
        let Some(key) = section.key(&part.text) else {
            self.out.push(unknown_key(section, &part.text, part.span));
            return;
        };
        if section.path == "site" && part.text == "initiative" {
            spell_out_initiatives(table);
        }
        if section.path == "site"
            && part.text == "organisation"
            && !rest.is_empty()
            && table.get("organisation").is_none()
        {
            spell_out_kit(table, part.span);
        }
        let entry =
            |value: Value| Entry { key: part.text.clone(), key_span: part.span, node: Node { value, span: part.span } };
        if rest.is_empty() {
            table.put(Entry { node: self.setting.value.clone(), ..entry(Value::Bad) });
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
                    table.put(Entry { key: name.text.clone(), key_span: name.span, node: self.setting.value.clone() })
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
                self.table(section, table, rest);
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

/// Lists the organisations that a site has from its kit, so that they can be set one by one.
fn spell_out_kit(site: &mut Table, place: Span) {
    let word = |key: &str| site.get(key).and_then(|node| node.value.text());
    let kit = word("kit").or_else(|| word("type")).unwrap_or("none");
    if let Some(node) = raw_kit(kit) {
        site.put(Entry { key: "organisation".to_owned(), key_span: place, node });
    }
}

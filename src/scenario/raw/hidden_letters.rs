use super::{Node, Table, Value};
use crate::diagnostics::{Diagnostic, Span};
use crate::letters::{HiddenLetter, hidden_in};

/// The one door through which every text of a scenario comes, whatever its key: reports texts and keys that hold letters
/// that nobody sees, and takes them out. Line feeds and tabs are left to the rules of keys; other ends of lines become line
/// feeds.
pub(in crate::scenario) fn refuse_hidden_letters(node: &mut Node, out: &mut Vec<Diagnostic>) {
    match &mut node.value {
        Value::Text(text) => {
            if text.contains("\r\n") {
                *text = text.replace("\r\n", "\n");
            }
            if let Some(found) = hidden_in(text, true) {
                out.push(hidden_letter_refusal("this text", found, node.span));
                node.value = Value::Bad;
            }
        }
        Value::List(list) => list.iter_mut().for_each(|item| refuse_hidden_letters(item, out)),
        Value::Table(table) => refuse_in_table(table, out),
        _ => {}
    }
}

fn refuse_in_table(table: &mut Table, out: &mut Vec<Diagnostic>) {
    table.entries.retain_mut(|entry| {
        if let Some(found) = hidden_in(&entry.key, false) {
            out.push(hidden_letter_refusal("this key", found, entry.key_span));
            return false;
        }
        refuse_hidden_letters(&mut entry.node, out);
        true
    });
}

/// `what` holds a letter that nobody sees.
pub(in crate::scenario) fn hidden_letter_refusal(what: &str, found: HiddenLetter, span: Span) -> Diagnostic {
    Diagnostic::at(span, format!("{what} holds a letter that cannot be seen"))
        .label(found.to_string())
        .note("terminals, pages and tables obey such letters, and two names could look alike")
        .hint("leave it out")
}

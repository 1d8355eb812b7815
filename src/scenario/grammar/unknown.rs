use super::parameter_keys::PARAMETERS;
use super::{Form, SCENARIO, Section};
use crate::diagnostics::{Advice, Diagnostic, Said, Span, nearest};
use crate::scenario::retired::where_it_went;

/// `key` is none of those of `section`: what was meant, or where such a key belongs.
pub(in crate::scenario) fn unknown_key(section: &Section, key: &str, span: Span) -> Diagnostic {
    let shown: String = key.chars().take(40).collect();
    let diagnostic = Diagnostic::at(
        span,
        match section.form {
            Form::File => format!("unknown key or section `{shown}`"),
            _ => format!("unknown key `{shown}` in {}", section.title()),
        },
    );
    let (keys, key) = (section.keys.iter().map(|key| key.name).collect::<Vec<_>>(), key.to_owned());
    let parameters = section.path == PARAMETERS;
    let gone = move |key: &str| where_it_went(key).filter(|_| parameters);
    diagnostic.advise(Advice::new(move || gone(&key).unwrap_or_else(|| advice(&keys, &key, &shown))))
}

/// What was meant by a key that a section of these `keys` does not have.
fn advice(keys: &[&'static str], key: &str, shown: &str) -> Said {
    if let Some(meant) = nearest(key, keys.iter().copied()) {
        return Said::Hint(format!("did you mean `{meant}`?"));
    }
    let mut homes = Vec::new();
    find_homes(&SCENARIO, key, &mut homes);
    if !homes.is_empty() {
        return Said::Hint(format!("`{shown}` is a key of {}", homes.join(", ")));
    }
    if keys.len() > 40 {
        return Said::Note("`safsim list` shows all names".to_owned());
    }
    Said::Note(format!("its keys are {}", keys.join(", ")))
}

/// The key of `section` that was probably meant.
pub(in crate::scenario) fn meant_key(section: &Section, key: &str) -> Option<&'static str> {
    nearest(key, section.keys.iter().map(|key| key.name))
}

fn find_homes(section: &Section, key: &str, homes: &mut Vec<String>) {
    if section.key(key).is_some() {
        homes.push(section.title());
    }
    section.sections().for_each(|inner| find_homes(inner, key, homes));
}

use super::faults::{folder_fault, is_snake, name_fault, shortened};
use super::mismatch::must;
use super::{Defined, Rule, WordList};
use crate::diagnostics::{Advice, Diagnostic, Said, Span, nearest};
use crate::scenario::OutcomeSection;

/// Checks a text of the key `name`, whose rule wants a text.
pub(super) fn check_text(
    name: &str,
    rule: &Rule,
    text: &str,
    span: Span,
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) {
    let unlike_a_name = || name_fault(text).map(|fault| must(name, rule, span).label(fault));
    match rule {
        Rule::Name | Rule::Open(_) => out.extend(unlike_a_name()),
        Rule::OwnName => out.extend(unlike_a_name().or_else(|| reserved(text, span))),
        Rule::Slug => {
            if let Some(fault) = folder_fault(text) {
                let hint = folder_meant(text).map(|better| format!("perhaps \"{better}\""));
                out.push(must(name, rule, span).label(fault).note("it names a folder").hint_if(hint));
            }
            out.extend(reserved(text, span));
        }
        Rule::Snake => {
            if !is_snake(text) {
                out.push(must(name, rule, span));
            }
            out.extend(reserved(text, span));
        }
        Rule::Words(list) | Rule::Defined(list) if !defined.has(*list, text) => {
            out.push(unknown_word(*list, text, span, defined));
        }
        Rule::Metric if !OutcomeSection::knows(text) => out.push(unknown_metric(text, span)),
        // What a text may hold was decided where it was read.
        _ => {}
    }
}

/// The name of a folder that is most like `text`, if any says something.
fn folder_meant(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let better: String = text.trim().chars().take(100).map(|c| if plain(c) { c } else { '-' }).collect();
    let better = match better.trim_start_matches('-') {
        better if folder_fault(better).is_none() => better.to_owned(),
        better => format!("{better}-1"),
    };
    let says = better.chars().any(char::is_alphanumeric) && folder_fault(&better).is_none();
    says.then_some(better)
}

/// Tables have a row for `all` sites, arms, kinds and regions, and a board may have `all` organisations.
fn reserved(text: &str, span: Span) -> Option<Diagnostic> {
    text.eq_ignore_ascii_case("all").then(|| {
        Diagnostic::at(span, format!("nothing can be named \"{text}\""))
            .note("\"all\" stands for everything: in the tables, and where a file names members or scopes")
            .hint("another name")
    })
}

/// `word` is none of `list`: what was meant, or what there is; and the line that would define it.
pub(super) fn unknown_word(list: WordList, word: &str, span: Span, defined: &Defined) -> Diagnostic {
    let diagnostic = Diagnostic::at(span, format!("\"{}\" is not {}", shortened(word), defined.what(list)));
    let (words, plural) = (defined.words(list), defined.plural(list));
    let line = list.definition(word);
    let word = word.to_owned();
    let diagnostic = diagnostic.advise(Advice::new(move || match nearest(&word, words.iter().map(String::as_str)) {
        Some(meant) => Said::Hint(format!("did you mean \"{meant}\"?")),
        None if words.is_empty() => Said::Note(format!("there are no {plural} yet")),
        None => Said::Note(format!("the {plural} are {}", words.join(", "))),
    }));
    diagnostic.advise_if(line.map(|line| Advice::new(move || Said::Hint(line.clone()))))
}

/// `word` is no metric.
fn unknown_metric(word: &str, span: Span) -> Diagnostic {
    let family = "`survived_N` is the share of initiatives still alive N months (1 to 1200) after the programme";
    if word.strip_prefix("survived_").is_some_and(|months| months.starts_with(|c: char| c.is_ascii_digit())) {
        return Diagnostic::at(span, format!("\"{}\" is not a metric", shortened(word))).note(family);
    }
    let metrics = WordList::Metric.words();
    let diagnostic = Diagnostic::at(span, format!("\"{}\" is not a metric", shortened(word)));
    match nearest(word, metrics.iter().copied()) {
        Some(meant) => diagnostic.hint(format!("did you mean \"{meant}\"?")),
        None => diagnostic.note(format!("the metrics are {}", metrics.join(", "))).note(family),
    }
}

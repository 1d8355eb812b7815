use super::faults::{folder_fault, name_fault, shortened};
use super::mismatch::must;
use super::{Rule, Vocabulary};
use crate::diagnostics::{Advice, Diagnostic, Said, Span, nearest};
use crate::scenario::OutcomeSection;

/// Checks a text of the key `name`, whose rule wants a text.
pub(super) fn check_text(name: &str, rule: &Rule, text: &str, span: Span, out: &mut Vec<Diagnostic>) {
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
            let good = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if !good || !text.starts_with(|c: char| c.is_ascii_lowercase()) || text.len() > 100 {
                out.push(must(name, rule, span));
            }
            out.extend(reserved(text, span));
        }
        Rule::Words(vocabulary) if !vocabulary.words().contains(&text) => {
            out.push(unknown_word(*vocabulary, text, span));
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

/// `word` is none of `vocabulary`.
pub(super) fn unknown_word(vocabulary: Vocabulary, word: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::at(span, format!("\"{}\" is not {}", shortened(word), vocabulary.what()));
    let word = word.to_owned();
    diagnostic.advise(Advice::new(move || {
        let words = vocabulary.words();
        match nearest(&word, words.iter().copied()) {
            Some(meant) => Said::Hint(format!("did you mean \"{meant}\"?")),
            None => Said::Note(format!("the {} are {}", vocabulary.plural(), words.join(", "))),
        }
    }))
}

/// `word` is no metric.
fn unknown_metric(word: &str, span: Span) -> Diagnostic {
    let family = "`survived_N` is the share of initiatives still alive N months (1 to 1200) after the programme";
    if word.strip_prefix("survived_").is_some_and(|months| months.starts_with(|c: char| c.is_ascii_digit())) {
        return Diagnostic::at(span, format!("\"{}\" is not a metric", shortened(word))).note(family);
    }
    let metrics = Vocabulary::Metric.words();
    let diagnostic = Diagnostic::at(span, format!("\"{}\" is not a metric", shortened(word)));
    match nearest(word, metrics.iter().copied()) {
        Some(meant) => diagnostic.hint(format!("did you mean \"{meant}\"?")),
        None => diagnostic.note(format!("the metrics are {}", metrics.join(", "))).note(family),
    }
}

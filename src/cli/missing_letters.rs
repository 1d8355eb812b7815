use super::shown::Shown;
use super::terminal::print_message;

/// Words that are named; of more there is a number.
const NAMED: usize = 6;

/// Says which names the pictures cannot draw, and what to do. `words` hold letters that the pictures' font lacks.
pub(super) fn warn_of_missing_letters(words: &[String]) {
    if !words.is_empty() {
        print_message(Shown::message("", &warning(words)));
    }
}

fn warning(words: &[String]) -> String {
    let named = words[..words.len().min(NAMED)].join(", ");
    let more = match words.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "warning: the pictures' own font lacks letters of {named}{more}\n  .png pictures show a box for each; .svg pictures and \
         report.html show them in a font of the reader's machine\n  put the .svg on a slide, or give names in Latin, Greek or \
         Cyrillic letters"
    )
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn some_are_named_and_the_others_counted() {
        let words = |number: usize| vec!["東京".to_owned(); number];
        assert!(warning(&words(1)).starts_with("warning: the pictures' own font lacks letters of 東京\n"));
        assert!(warning(&words(9)).contains("東京, 東京 and 3 more\n"));
    }
}

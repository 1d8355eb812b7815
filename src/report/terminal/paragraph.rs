use super::display_width::columns;
use super::fitted::{HANG, SOFT, WIDTH};
use super::said::said;

/// Words in lines of at most 80 columns: the first begins with `first`, the others with as many spaces. Marks in it let a
/// narrower terminal break it anew ([`super::Emphasised::fitted`]).
#[must_use]
pub fn paragraph(first: &str, text: &str) -> String {
    let (first, text) = (&*said(first), &*said(text));
    let indent = columns(first);
    let mut lines = format!("{first}{HANG}");
    let mut column = indent;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let long = columns(word);
        if column > indent && column + 1 + long > WIDTH {
            lines.push(SOFT);
            lines.push('\n');
            lines.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > indent {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += long;
    }
    lines + "\n"
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, columns};
    use crate::report::terminal::emphasised::Emphasised;

    fn paragraph(first: &str, text: &str) -> String {
        Emphasised::marked(super::paragraph(first, text)).plain()
    }

    #[test]
    fn breaks_between_words_only() {
        let text = paragraph("  ", &"word 61\u{a0}% ".repeat(30));
        assert!(
            text.lines().all(|l| l.chars().count() <= WIDTH && l.starts_with("  ") && !l.starts_with("  %")),
            "{text}"
        );
        assert_eq!(text.split_whitespace().count(), 90);
        assert_eq!(paragraph("- ", "a b"), "- a b\n");
        let wide = paragraph("", &"東京都 ".repeat(20));
        assert!(wide.lines().all(|line| columns(line) <= WIDTH) && wide.lines().count() == 2, "{wide}");
    }
}

use super::display_width::columns;

/// Columns of a terminal that everybody has.
pub(super) const WIDTH: usize = 80;

/// Words in lines of at most 80 columns: the first begins with `first`, the others with as many spaces.
#[must_use]
pub fn paragraph(first: &str, text: &str) -> String {
    let indent = columns(first);
    let mut lines = String::from(first);
    let mut column = indent;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let long = columns(word);
        if column > indent && column + 1 + long > WIDTH {
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
    // What belongs together was tied with no-break spaces.
    lines.replace('\u{a0}', " ") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, columns, paragraph};

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

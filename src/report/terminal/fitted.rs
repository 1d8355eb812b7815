use super::display_width::columns;
use super::emphasised::{Emphasised, is_mark};

/// Columns of a terminal that everybody has.
pub(in crate::report) const WIDTH: usize = 80;
/// Layout marks, beside those of emphasis: where the text of a paragraph begins after its first words; that the line goes on
/// in the next one; a line of a table, one of its heads, and the beginning of a cell.
pub(in crate::report) const HANG: char = '\u{fdd5}';
pub(in crate::report) const SOFT: char = '\u{fdd6}';
pub(in crate::report) const ROW: char = '\u{fdd7}';
pub(in crate::report) const HEAD: char = '\u{fdd8}';
pub(in crate::report) const CELL: char = '\u{fdd9}';

/// Terminals narrower than this get lines of this many columns.
const NARROWEST: usize = 20;

impl Emphasised {
    /// The text for a terminal of so many columns. From 80 on it is as it was written; on a narrower one paragraphs are
    /// broken anew, and a table that does not fit becomes a list: the name of each row, and under it a line for each cell.
    #[must_use]
    pub fn fitted(&self, width: usize) -> Emphasised {
        if width >= WIDTH {
            return self.clone();
        }
        let width = width.max(NARROWEST);
        let marked = self.text();
        let mut lines = marked.split_inclusive('\n').peekable();
        let mut text = String::new();
        while let Some(line) = lines.next() {
            if line.contains([ROW, HEAD]) {
                let mut table = vec![line];
                while let Some(line) = lines.next_if(|line| line.contains([ROW, HEAD])) {
                    table.push(line);
                }
                text += &fit_table(&table, width);
            } else if line.contains(HANG) {
                let mut whole = line.to_owned();
                while whole.ends_with("\u{fdd6}\n")
                    && let Some(next) = lines.next()
                {
                    whole.truncate(whole.len() - "\u{fdd6}\n".len());
                    whole = format!("{whole} {}", next.trim_start_matches(' '));
                }
                let (first, rest) = whole.split_once(HANG).unwrap_or(("", &whole));
                text += &broken(first, rest, width);
            } else {
                text += line;
            }
        }
        Emphasised::marked(text)
    }
}

/// Words in lines of so many columns; the first begins with `first`, the others with as many blanks, unless that is most of
/// the line.
fn broken(first: &str, text: &str, width: usize) -> String {
    let hang = if columns(first) > width / 2 { 2 } else { columns(first) };
    let mut lines = first.to_owned();
    let (mut column, mut is_first) = (columns(first), true);
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let long = columns(word);
        let gap = usize::from(!is_first);
        if column > hang && column + gap + long > width {
            lines = format!("{}\n{}", lines.trim_end_matches(' '), " ".repeat(hang));
            column = hang;
        } else if gap > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        (column, is_first) = (column + long, false);
    }
    lines + "\n"
}

fn fit_table(lines: &[&str], width: usize) -> String {
    if lines.iter().all(|line| columns(line.trim_end()) <= width) {
        return lines.concat();
    }
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_end().replace([ROW, HEAD], "");
        line.split(CELL).map(|cell| cell.trim_matches(|c: char| c == ' ').to_owned()).collect()
    };
    let mut heads: Vec<String> = vec![];
    let mut text = String::new();
    let mut was_head = false;
    for line in lines {
        let is_head = line.contains(HEAD);
        if is_head && !was_head {
            heads.clear();
        }
        was_head = is_head;
        for (at, cell) in cells(line).into_iter().enumerate() {
            if is_head {
                heads.resize(heads.len().max(at + 1), String::new());
                heads[at] = format!("{} {}", heads[at], cell.replace(is_mark, "").trim()).trim().to_owned();
            } else if at == 0 {
                text += &broken("", &cell, width);
            } else if !cell.replace(is_mark, "").trim().is_empty() {
                let head = heads.get(at).filter(|head| !head.is_empty());
                text += &broken("  ", &head.map_or(cell.clone(), |head| format!("{head}: {cell}")), width);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::terminal::columns::aligned;
    use crate::report::terminal::emphasised::Emphasis;
    use crate::report::terminal::paragraph::paragraph;

    #[test]
    fn paragraphs_are_broken_anew() {
        let words = "initiatives were alive when 61\u{a0}% of the money had gone ".repeat(4);
        let told =
            Emphasised::marked(paragraph("Trust  ", &Emphasis::Figure.of(words.trim_end())) + &paragraph("", "short"));
        assert_eq!(told.fitted(80), told);
        let narrow = told.fitted(40).plain();
        assert!(narrow.lines().all(|line| columns(line) <= 40), "{narrow}");
        assert!(narrow.lines().count() > told.plain().lines().count() && narrow.ends_with("gone\nshort\n"), "{narrow}");
        assert!(narrow.lines().filter(|line| *line != "short").skip(1).all(|line| line.starts_with("       ")));
        // Nothing is lost, and what is tied stays so.
        let all = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(all(&narrow), all(&told.plain()));
        assert!(!narrow.lines().any(|line| line.ends_with("61")), "{narrow}");
        // As wide as a long first word allows.
        assert!(told.fitted(1).plain().lines().all(|line| columns(line) <= 21));
    }

    #[test]
    fn a_table_that_does_not_fit_becomes_a_list() {
        let heads = ["first", "second"].map(|head| [head.to_owned(), "in all".to_owned()]);
        let row = |name: &str, cells: [&str; 2]| (name.to_owned(), cells.map(str::to_owned).to_vec());
        let table = aligned("place", &heads, &[row("Ynys Môn", ["1", "2 ±1"]), row("東京", ["3", ""])]);
        let told = Emphasised::marked(table);
        assert!(told.fitted(60).plain() == told.plain() && told.plain().lines().count() == 4);
        let list = told.fitted(40).plain();
        assert_eq!(list, "Ynys Môn\n  first in all: 1\n  second in all: 2 ±1\n東京\n  first in all: 3\n");
    }

    #[test]
    fn lines_that_are_nothing_of_both_stay() {
        let told = Emphasised::marked("Results: out/a-very-long-name-of-a-folder-somewhere\n".to_owned());
        assert_eq!(told.fitted(30), told);
    }
}

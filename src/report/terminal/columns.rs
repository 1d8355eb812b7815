//! Small aligned tables of a summary: a name, then columns of numbers, at most 80 columns of a terminal wide.

use super::display_width::{at_left, at_right, columns};
use super::emphasised::Emphasis;
use super::fitted::{CELL, HEAD, ROW, WIDTH};
use super::said::{said, said_head};

/// Columns of the name, and of each number.
pub(in crate::report) const NAME: usize = 24;
const NUMBER: usize = 14;
/// Numbers that stand beside one another.
pub(in crate::report) const ABREAST: usize = 4;

/// A table with two lines of heads, the second of them beside `corner`; `rows` are names that fit and a cell for each head.
/// Where numbers are long, fewer of them stand beside one another, and the others follow below.
pub(in crate::report) fn aligned(corner: &str, heads: &[[String; 2]], rows: &[(String, Vec<String>)]) -> String {
    let said_heads: Vec<[String; 2]> = heads.iter().map(|head| said_head(head, NUMBER - 1)).collect();
    let (heads, corner) = (said_heads.as_slice(), &*said(corner));
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(at)).chain(&heads[at]);
        cells.map(|cell| columns(cell) + 1).max().unwrap_or(0).max(NUMBER)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |name: &str, cells: &mut dyn Iterator<Item = (&str, usize)>| {
        let mut line = at_left(name, NAME);
        cells.for_each(|(cell, width)| line += &format!("{CELL}{}", at_right(cell, width)));
        line.trim_end_matches([' ', CELL]).to_owned()
    };
    let mut tables = vec![];
    let mut from = 0;
    while from < heads.len() {
        let mut room = WIDTH - NAME;
        let fits = |width: &&usize| {
            let left = room.checked_sub(**width);
            room = left.unwrap_or(0);
            left.is_some()
        };
        let to = from + widths[from..].iter().take(ABREAST).take_while(fits).count().max(1);
        let of = |cells: &mut dyn Iterator<Item = &str>, name: &str| {
            line(name, &mut cells.skip(from).zip(widths[from..to].iter().copied()))
        };
        let mut table = String::new();
        for (at, name) in ["", corner].into_iter().enumerate() {
            let head = of(&mut heads.iter().map(|head| head[at].as_str()), name);
            table += &format!("{HEAD}{}\n", if head.is_empty() { head } else { Emphasis::Heading.of(&head) });
        }
        for (name, cells) in rows {
            table += &format!("{ROW}{}\n", of(&mut cells.iter().map(String::as_str), name));
        }
        tables.push(table);
        from = to;
    }
    tables.join("\n")
}

#[cfg(test)]
mod tests {
    use super::aligned;
    use crate::report::terminal::emphasised::Emphasised;

    fn table(cells: [&str; 3]) -> String {
        let heads = ["first", "second", "third"].map(|head| [head.to_owned(), "in all".to_owned()]);
        let row = |name: &str, cells: [&str; 3]| (name.to_owned(), cells.map(str::to_owned).to_vec());
        Emphasised::marked(aligned("place", &heads, &[row("Ynys Môn", ["1", "2", "3"]), row("東京", cells)])).plain()
    }

    #[test]
    fn columns_stay_apart_and_within_the_terminal() {
        let short = table(["-1.2", "+3.4 ±0.5", "12 345"]);
        let lines: Vec<&str> = short.lines().collect();
        assert_eq!(lines[2], format!("{:24}{:>14}{:>14}{:>14}", "Ynys Môn", 1, 2, 3));
        // Two letters that take two columns each.
        assert_eq!(lines[3], format!("{:22}{:>14}{:>14}{:>14}", "東京", "-1.2", "+3.4 ±0.5", "12 345"));
        let long = table(["-123456789 ±1234567", "+98765432100 ±12345", "-9 876 543 210 ±9 876"]);
        assert!(long.lines().all(|line| line.chars().count() <= 80), "{long}");
        assert!(long.contains("-123456789 ±1234567 +98765432100 ±12345\n"), "{long}");
        assert!(long.contains("\n\n") && long.contains(" -9 876 543 210 ±9 876\n"), "{long}");
    }
}

use crate::analysis::{Estimate, Findings};
use crate::report::terminal::{
    CELL, Emphasis, HEAD, ROW, WIDTH, at_left, at_right, columns, said, said_head, start_of,
};
use crate::report::words::{interval, plain};

/// Columns of the name of a place: at most, and at least where numbers are long.
const NAME: usize = 26;
const SHORTEST: usize = 8;

/// The heads of numbers, in two lines, and the columns that they take at least.
const HEADS: [(&str, &str, usize); 4] = [
    ("alive at", "money end", 9),
    ("alive at", "run's end", 10),
    ("share that", "survived", 11),
    ("business", "as usual", 11),
];

/// What became of initiatives by place: a small aligned table; nothing if the run ends before the programme.
pub(in crate::report) fn outcome_lines(findings: &Findings) -> String {
    let outcomes = findings.outcomes.all();
    if !findings.headline("alive_at_programme_end").known() || outcomes.is_empty() {
        return String::new();
    }
    let heading = findings.outcomes.heading();
    let by_site = heading == "site";
    let number = |e: &Estimate| plain(e.mean).replace('\u{a0}', " ");
    let rows: Vec<(String, [String; 4])> = outcomes
        .iter()
        .map(|place| {
            let name = if by_site { place.name.clone() } else { format!("{} ({})", place.name, place.sites) };
            let share = if place.survived.known() {
                let sure = interval(&place.survived, 100.0, 0).replace('\u{a0}', " ");
                let sure = if sure.contains(' ') { format!("({sure})") } else { sure };
                format!("{:.0} % {sure}", 100.0 * place.survived.mean).trim_end().to_owned()
            } else {
                "-".to_owned()
            };
            (name, [number(&place.at_programme_end), number(&place.at_horizon), share, number(&place.absorbed)])
        })
        .collect();
    lines(heading, &rows)
}

fn lines(heading: &str, rows: &[(String, [String; 4])]) -> String {
    let heads = HEADS.map(|(first, second, width)| {
        let [first, second] = said_head(&[first.to_owned(), second.to_owned()], width);
        let width = columns(&first).max(columns(&second)).max(width);
        (first, second, width)
    });
    let heading = &*said(heading);
    let widest = |at: usize| rows.iter().map(|(_, cells)| columns(&cells[at])).max().unwrap_or(0).max(heads[at].2);
    let widths = [0, 1, 2, 3].map(widest);
    let numbers: usize = widths.iter().map(|width| width + 1).sum();
    let name = WIDTH.saturating_sub(numbers + 1).clamp(SHORTEST, NAME);
    let line = |text: &str, cells: [&str; 4]| {
        let mut line = at_left(&start_of(text, name), name) + " ";
        cells.iter().zip(widths).for_each(|(cell, width)| line += &format!("{CELL} {}", at_right(cell, width)));
        line
    };
    let head = |text: &str, cells| format!("{HEAD}{}\n", Emphasis::Heading.of(&line(text, cells)));
    let mut text = head("", heads.each_ref().map(|head| head.0.as_str()))
        + &head(heading, heads.each_ref().map(|head| head.1.as_str()));
    for (place, cells) in rows {
        text += &format!("{ROW}{}\n", line(place, cells.each_ref().map(String::as_str)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::report::terminal::columns;

    #[test]
    fn stays_within_the_terminal_with_long_numbers_and_names() {
        let row = |name: &str, cells: [&str; 4]| (name.to_owned(), cells.map(str::to_owned));
        let many = ["123 456 789 012", "-98 765 432 109", "100 % ±100", "123 456 789 012"];
        let rows =
            [row("Ynys Môn and its neighbours beyond the strait", many), row("東京都", ["1.0", "-", "-", "0.0"])];
        let text = lines("site", &rows);
        let ends: Vec<usize> = text.lines().map(columns).collect();
        assert!(ends.iter().all(|&end| end == ends[0] && end <= 80), "{text}");
        assert!(text.contains('…') && text.contains("-98 765 432 109"), "{text}");
    }
}

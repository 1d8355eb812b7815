use std::fs;
use std::path::Path;

use super::lines::nearest_lines;
use super::rows::nearest_rows;

/// A command of a lesson, and what it printed.
pub struct Ran {
    pub command: String,
    pub said: String,
}

/// The value of a comment such as `<!-- prints: safsim -->`.
fn comment<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix("<!-- ")?.strip_prefix(key)?.strip_prefix(": ")?.strip_suffix(" -->")
}

/// What is quoted after a line of comment: printed lines, or rows of a table.
fn quoted(line: &str, old: &[&str], ran: &[Ran], folder: &Path) -> Option<Vec<String>> {
    if let Some(command) = comment(line, "prints") {
        let is = |ran: &&Ran| match command.strip_prefix("... ") {
            Some(end) => ran.command.ends_with(&format!(" {end}")),
            None => ran.command == command,
        };
        let ran = ran.iter().find(is).unwrap_or_else(|| panic!("the lesson does not run {command}"));
        return Some(nearest_lines(&ran.said, old));
    }
    let file = comment(line, "table")?;
    let table = fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    Some(nearest_rows(&table, old))
}

/// The page with every quoted block as it would be now.
pub fn renewed(page: &str, ran: &[Ran], folder: &Path) -> String {
    let lines: Vec<&str> = page.lines().collect();
    let mut now: Vec<String> = Vec::new();
    let mut next = 0;
    while let Some(line) = lines.get(next) {
        now.push((*line).to_owned());
        next += 1;
        if comment(line, "prints").is_none() && comment(line, "table").is_none() {
            continue;
        }
        assert!(lines.get(next).is_some_and(|l| l.starts_with("```")), "no block under {line}");
        now.push(lines[next].to_owned());
        let end = next + 1 + lines[next + 1..].iter().position(|l| *l == "```").expect("the end of the block");
        now.extend(quoted(line, &lines[next + 1..end], ran, folder).expect("a quotation"));
        next = end;
    }
    now.join("\n") + "\n"
}

/// Files of results that a page shows as pictures, and the pictures.
pub fn pictures(page: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = page.lines().collect();
    let shown = |pair: &[&'_ str]| comment(pair[0], "picture").is_some();
    let pairs = lines.windows(2).filter(|pair| shown(pair));
    pairs
        .map(|pair| {
            let picture = pair[1].rsplit_once("](").and_then(|(_, target)| target.strip_suffix(')'));
            (comment(pair[0], "picture").expect("a file"), picture.expect("a picture under its comment"))
        })
        .collect()
}

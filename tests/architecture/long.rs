//! No function is so long that nobody sees its whole.

use super::paths::blank_comments_and_texts;
use super::sources;

/// Most lines of a function, from its name to its closing brace.
const MOST: usize = 80;

/// Functions that are longer, as `file::function`, and why.
const LONGER: &[(&str, &str)] = &[
    ("study/error.rs::fmt", "a table: one row for each error"),
    ("world/build.rs::build_site", "the columns of a site, each named once, after the steps that fill them"),
    ("chart/every_chart_tests.rs::charts", "a list: one chart of each kind"),
    ("report/story/tests.rs::explained", "a list: all that a story can tell"),
];

/// Name and number of lines of every function in a source text.
fn functions(source: &str) -> Vec<(String, usize)> {
    let code = blank_comments_and_texts(source);
    let mut found = Vec::new();
    for (start, _) in code.match_indices("fn ") {
        let before = code[..start].chars().next_back();
        let name: String = code[start + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() || before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let mut depth = 0_usize;
        for (at, c) in code[start..].char_indices() {
            match c {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            // A declaration in a trait has no body.
            if depth == 0 && matches!(c, '}' | ';') {
                found.push((name, 1 + code[start..start + at].matches('\n').count()));
                break;
            }
        }
    }
    found
}

#[test]
fn no_function_is_too_long() {
    let mut long = Vec::new();
    let mut all = 0;
    for (path, source) in sources() {
        for (name, lines) in functions(&source) {
            all += 1;
            if lines > MOST {
                long.push((format!("{}::{name}", path.display()), lines));
            }
        }
    }
    assert!(all > 2000, "only {all} functions were found");
    let new: Vec<_> = long.iter().filter(|(name, _)| LONGER.iter().all(|(known, _)| known != name)).collect();
    assert!(new.is_empty(), "take these apart, or say why not: {new:?}");
    let over: Vec<_> = LONGER.iter().filter(|(known, _)| long.iter().all(|(name, _)| name != known)).collect();
    assert!(over.is_empty(), "these are short enough now: {over:?}");
}

#[test]
fn lines_of_functions_are_counted() {
    let source = "/// fn zero() {}\npub fn one(a: [u8; 2]) -> u8 { \"fn {\"; 1 }\ntrait T {\n    fn two();\n}\nimpl T for X {\n    fn three(\n        \
                  x: u8,\n    ) {\n        if x { y }\n    }\n}\ntype F = fn(u8);\n";
    let expected = [("one", 1), ("two", 1), ("three", 5)].map(|(name, lines)| (name.to_owned(), lines));
    assert_eq!(functions(source), expected);
}

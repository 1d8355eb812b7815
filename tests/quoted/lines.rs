/// A line without its numbers and gaps: what stays when results change.
fn words(line: &str) -> String {
    line.chars().filter(|c| c.is_alphabetic()).collect()
}

/// As many lines of `said`, one after another, as `old` has, and those most like it: the same lines, or else the same words.
pub fn nearest_lines(said: &str, old: &[&str]) -> Vec<String> {
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.len() >= old.len(), "less is printed than is quoted");
    let alike = |window: &[&str]| -> usize {
        let each = window.iter().zip(old).map(|(new, old)| match (new == old, words(new) == words(old)) {
            (true, _) => 3,
            (false, true) => 2,
            (false, false) => 0,
        });
        each.sum()
    };
    let windows = lines.windows(old.len().max(1)).rev();
    let best = windows.max_by_key(|window| alike(window)).expect("something is printed");
    best.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn the_same_lines_stay_and_changed_ones_are_found() {
    let said = "a 1\nb 2\nc 3\na 4\n";
    assert_eq!(nearest_lines(said, &["b 2", "c 3"]), ["b 2", "c 3"]);
    assert_eq!(nearest_lines(said, &["c 9"]), ["c 3"]);
    assert_eq!(nearest_lines(said, &["a 4"]), ["a 4"]);
}

/// `text` as lines of comment in TOML.
pub(super) fn comment(text: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::from("#"));
    for word in plain(text).split_whitespace() {
        if line.len() + word.len() > 110 {
            lines += &line;
            lines.push('\n');
            "#".clone_into(&mut line);
        }
        line = line + " " + word;
    }
    lines + &line + "\n"
}

/// `text` in quotes, as TOML has it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", plain(text).replace('\\', "\\\\").replace('"', "\\\""))
}

fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

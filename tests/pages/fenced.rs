/// The fenced blocks of `page` in `language`.
pub fn blocks(page: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in page.lines() {
        match (line.trim_start().strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some((info.trim() == language, String::new())),
            (Some(_), Some(_)) => {
                if let Some((true, text)) = open.take() {
                    found.push(text);
                }
                open = None;
            }
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fenced block is not closed");
    found
}

/// The page without its fenced blocks.
pub fn prose(page: &str) -> String {
    let mut inside = false;
    let keep = |line: &&str| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !fence && !inside
    };
    page.lines().filter(keep).collect::<Vec<_>>().join("\n")
}

//! Reads which modules a Rust source file names, without compiling it: enough of the language to see every path that
//! starts at `crate`, `super` or an outside crate, in `use` trees and in plain code.

/// A path named in a source file: `line` counts from 1, `segments` start at the crate root (`crate` left out) or, for
/// an outside crate, with its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub line: usize,
    pub inside: bool,
    pub segments: Vec<String>,
}

/// `source` with comments, texts and characters blanked, line breaks kept.
pub fn blank_comments_and_texts(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let blank = |out: &mut String, from: usize, to: usize| {
        out.extend(chars[from..to].iter().map(|&c| if c == '\n' { '\n' } else { ' ' }));
    };
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let next = chars.get(at + 1).copied();
        let after_word = at > 0 && is_word(chars[at - 1]);
        if chars[at] == '/' && next == Some('/') {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if chars[at] == '/' && next == Some('*') {
            let mut depth = 0;
            while at < chars.len() {
                match (chars[at], chars.get(at + 1)) {
                    ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
                    ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
                    _ => at += 1,
                }
                if depth == 0 {
                    break;
                }
            }
        } else if let Some(hashes) = raw_text(&chars[at..]).filter(|_| !after_word) {
            at += 1 + usize::from(chars[at] != 'r') + hashes + 1;
            let closing = |at: usize| chars[at] == '"' && (1..=hashes).all(|h| chars.get(at + h) == Some(&'#'));
            while at < chars.len() && !closing(at) {
                at += 1;
            }
            at += 1 + hashes;
        } else if chars[at] == '"' {
            at = past_quoted(&chars, at, '"');
        } else if chars[at] == '\'' && (next == Some('\\') || chars.get(at + 2) == Some(&'\'')) {
            at = past_quoted(&chars, at, '\'');
        } else {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        at = at.min(chars.len());
        blank(&mut out, start, at);
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Number of `#` if a raw text (`r"`, `r#"`, `br"`, `cr"`) starts here.
fn raw_text(chars: &[char]) -> Option<usize> {
    let rest = match chars {
        ['b' | 'c', 'r', rest @ ..] | ['r', rest @ ..] => rest,
        _ => return None,
    };
    let hashes = rest.iter().take_while(|&&c| c == '#').count();
    (rest.get(hashes) == Some(&'"')).then_some(hashes)
}

fn past_quoted(chars: &[char], start: usize, quote: char) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// `code` (already without comments and texts) with every item behind `#[cfg(test)]` blanked.
pub fn blank_test_items(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut out = code.to_owned();
    while let Some(start) = out.find(MARK) {
        let mut depth = 0_usize;
        let mut end = out.len();
        for (i, c) in out[start + MARK.len()..].char_indices() {
            let here = start + MARK.len() + i;
            match c {
                '{' | '[' | '(' => depth += 1,
                '}' | ']' | ')' => {
                    depth = depth.saturating_sub(1);
                    if c == '}' && depth == 0 {
                        end = here + 1;
                        break;
                    }
                }
                ';' if depth == 0 => {
                    end = here + 1;
                    break;
                }
                _ => {}
            }
        }
        let blanked: String = out[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..end, &blanked);
    }
    out
}

/// Every path that `source` names and that leads to the crate's rooms or to one of the `outside` crates. `module` is
/// the module that the file is, from the crate root: `["world", "site"]` for `src/world/site.rs`.
pub fn named_paths(source: &str, module: &[&str], outside: &[&str]) -> Vec<Named> {
    let code = blank_test_items(&blank_comments_and_texts(source));
    let tokens = tokens(&code);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (line, token) = tokens[at];
        let continues = at > 0 && tokens[at - 1].1 == "::" && at > 1 && tokens[at - 2].1.starts_with(is_word);
        let leads_on = tokens.get(at + 1).is_some_and(|t| t.1 == "::");
        let used_alone = at > 0 && tokens[at - 1].1 == "use" && outside.contains(&token);
        let starts = !continues && (leads_on || used_alone);
        if starts && (matches!(token, "crate" | "super" | "self") || outside.contains(&token)) {
            let mut base: Vec<String> = match token {
                "crate" => Vec::new(),
                "super" | "self" => module.iter().map(|&m| m.to_owned()).collect(),
                name => vec![name.to_owned()],
            };
            if token == "super" {
                base.pop();
            }
            at += 1;
            let inside = matches!(token, "crate" | "super" | "self");
            if leads_on {
                at = read_tree(&tokens, at + 1, base, inside, &mut found);
            } else {
                found.push(Named { line, inside, segments: base });
            }
        } else {
            at += 1;
        }
    }
    found
}

/// Reads what follows a `::` and returns the place after it.
fn read_tree(
    tokens: &[(usize, &str)],
    mut at: usize,
    mut base: Vec<String>,
    inside: bool,
    found: &mut Vec<Named>,
) -> usize {
    let line = tokens.get(at).map_or(0, |t| t.0);
    while let Some(&(_, token)) = tokens.get(at) {
        match token {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|t| t.1 != "}") {
                    if tokens[at].1 == "," {
                        at += 1;
                    } else {
                        at = read_tree(tokens, at, base.clone(), inside, found).max(at + 1);
                    }
                }
                return at + 1;
            }
            "super" if inside => {
                base.pop();
            }
            "self" => {}
            word if word.starts_with(is_word) || word == "*" => base.push(word.to_owned()),
            _ => break,
        }
        at += 1;
        if tokens.get(at).is_some_and(|t| t.1 == "as") {
            at += 2;
        }
        if tokens.get(at).is_none_or(|t| t.1 != "::") {
            break;
        }
        at += 1;
    }
    found.push(Named { line, inside, segments: base });
    at
}

/// Words, `::` and single signs, each with its line.
fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        if first == '\n' {
            line += 1;
        } else if !first.is_whitespace() {
            found.push((line, token));
        }
        rest = after;
    }
    found
}

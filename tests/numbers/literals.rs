//! Numbers written in Rust source.

/// The number literals of `source` other than 0 and 1, without suffix and underscores, in order: those in code, not in
/// comments, strings, tests at the end of a file, lengths of arrays or places in them.
pub fn literals(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().flat_map(|line| of_line(&without_words(line))).collect()
}

/// Without a comment and what stands between quotation marks.
fn without_words(line: &str) -> String {
    let code = line.split("//").next().unwrap_or_default();
    code.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

fn of_line(code: &str) -> Vec<String> {
    let letters: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let before = |by: usize| at.checked_sub(by).map(|b| letters[b]);
        let in_name = before(1).is_some_and(|b| b.is_alphanumeric() || b == '_');
        let is_field = before(1) == Some('.') && before(2) != Some('.');
        if !letters[at].is_ascii_digit() || in_name || is_field {
            at += 1;
            continue;
        }
        let end = end_of(&letters, at);
        let number = plain(&letters[at..end].iter().collect::<String>());
        let is_place = letters.get(end) == Some(&']') && {
            let ahead: String = letters[..at].iter().collect();
            let ahead = ahead.trim_end();
            ahead.ends_with(';') || ahead.strip_suffix('[').is_some_and(|name| name.ends_with(char::is_alphanumeric))
        };
        if !is_place && number.parse::<f64>().is_ok_and(|value| value != 0.0 && value != 1.0) {
            found.push(number);
        }
        at = end;
    }
    found
}

/// The end of the literal that begins at `at`: digits, a point if digits follow it, an exponent, a suffix.
fn end_of(letters: &[char], at: usize) -> usize {
    let mut end = at;
    while let Some(&letter) = letters.get(end) {
        let next = letters.get(end + 1);
        let goes_on = match letter {
            '.' => next.is_some_and(char::is_ascii_digit),
            '-' => letters[end - 1] == 'e' && next.is_some_and(char::is_ascii_digit),
            _ => letter.is_ascii_alphanumeric() || letter == '_',
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

fn plain(literal: &str) -> String {
    let digits = literal.replace('_', "");
    let suffix = digits.find(['f', 'i', 'u']).unwrap_or(digits.len());
    digits[..suffix].to_owned()
}

#[test]
fn numbers_in_equations_are_found_and_nothing_else() {
    let found = |code: &str| literals(code);
    assert_eq!(found("scale += 0.35 * drive * (0.5 + fit); // 0.7"), ["0.35", "0.5"]);
    assert_eq!(
        found("if t < start + 24 && x < 1e-9 { 200_000.0_f64 } else { -0.3 }"),
        ["24", "1e-9", "200000.0", "0.3"]
    );
    assert_eq!(found("const FITS: f64 = 0.5; let a = x.0 + y2; let z = 5_u32;"), ["0.5", "5"]);
    assert_eq!(found("for i in 0..12 { a.pow(3) }"), ["12", "3"]);
    assert!(found("let a = [0.0; 64]; b[2] = 1.0 - c.0 * 0_u8 as f64; \"half is 0.5\"; // 7").is_empty());
    assert_eq!(found("[2, 3]; f([7])"), ["2", "3", "7"]);
    assert!(found("#[cfg(test)]\nmod tests { let a = 0.7; }").is_empty());
}

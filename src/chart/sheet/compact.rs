use core::fmt::Write;

/// The SVG with every path written relative to its last point, which halves it. Coordinates must have at most one
/// decimal, so nothing is lost; a path with any other command than M, L, C, Q and Z stays as it is.
pub(in crate::chart) fn compact(svg: &str) -> String {
    let mut short = String::with_capacity(svg.len() / 2);
    let mut rest = svg;
    while let Some((before, path)) = rest.split_once(" d=\"") {
        let (path, after) = path.split_once('"').unwrap_or((path, ""));
        short.push_str(before);
        short.push_str(" d=\"");
        short.push_str(&relative(path).unwrap_or_else(|| path.to_owned()));
        short.push('"');
        rest = after;
    }
    short.push_str(rest);
    short
}

/// The path in relative commands; `None` if it holds anything unexpected.
fn relative(path: &str) -> Option<String> {
    let mut short = String::with_capacity(path.len() / 2);
    let (mut at, mut start) = ((0_i64, 0_i64), (0_i64, 0_i64));
    let mut last_command = ' ';
    let mut words = path.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        let points = match word {
            "Z" => {
                short.push('z');
                (at, last_command) = (start, 'z');
                continue;
            }
            "M" | "L" => 1,
            "Q" => 2,
            "C" => 3,
            _ => return None,
        };
        let mut numbers = Vec::with_capacity(6);
        let mut end = at;
        for _ in 0..points {
            end = (tenths(words.next()?)?, tenths(words.next()?)?);
            numbers.extend([end.0 - at.0, end.1 - at.1]);
        }
        let command = match (word, numbers.as_slice()) {
            ("L", &[x, 0]) => {
                numbers = vec![x];
                'h'
            }
            ("L", &[0, y]) => {
                numbers = vec![y];
                'v'
            }
            _ => word.to_ascii_lowercase().chars().next()?,
        };
        // A repeated command needs no letter; only after "m" a pair would mean something else.
        let is_repeated = command == last_command && command != 'm';
        if !is_repeated {
            short.push(command);
        }
        for (place, number) in numbers.into_iter().enumerate() {
            push(&mut short, number, place > 0 || is_repeated);
        }
        (at, last_command) = (end, command);
        if command == 'm' {
            start = end;
        }
    }
    Some(short)
}

fn tenths(word: &str) -> Option<i64> {
    let tenths = word.parse::<f64>().ok()? * 10.0;
    ((tenths - tenths.round()).abs() < 1e-3 && tenths.abs() < 1e12).then_some(tenths.round() as i64)
}

/// Writes tenths as a decimal number, with a space before it if it must be kept apart from the last one.
fn push(path: &mut String, tenths: i64, follows: bool) {
    if follows && tenths >= 0 {
        path.push(' ');
    }
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    let written = match (whole, rest) {
        (_, 0) => write!(path, "{sign}{whole}"),
        (0, _) => write!(path, "{sign}.{rest}"),
        _ => write!(path, "{sign}{whole}.{rest}"),
    };
    written.expect("a string takes what is written");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_same_in_fewer_letters() {
        let path = "<path d=\"M 10 20.5 L 15 20.5 L 15 10 L 14.5 9 L 14 8 Q 1 2 3 4 Z M 0 0 C 1 1 2 2 3 3\"/>";
        assert_eq!(compact(path), "<path d=\"m10 20.5h5v-10.5l-.5-1-.5-1q-13-6-11-4zm-10-20.5c1 1 2 2 3 3\"/>");
        for other in ["<path d=\"M 1 2 A 3 3 0 0 1 4 4\"/>", "<path d=\"M 1.25 2\"/>", "<g/>", "<path d=\"M 1\"/>"] {
            assert_eq!(compact(other), other);
        }
    }
}

use super::escaped;

/// The drawing for a page: named by an attribute instead of `<title>` and `<desc>`, which browsers would show over every
/// value that a reader points at. With its height, as the drawing says it.
pub(in crate::report) fn inline(svg: &str, alt: &str) -> (String, f64) {
    let (head, rest) = svg.split_once('>').unwrap_or((svg, ""));
    let body = rest.split_once("</desc>").map_or(rest, |(_, body)| body);
    let number = |name: &str| {
        let at = head.find(name)? + name.len();
        head[at..].split('"').next()?.parse::<f64>().ok()
    };
    let height = number(" height=\"").unwrap_or(900.0);
    (format!("{head} aria-label=\"{}\">{body}", escaped(alt)), height)
}

use super::canvas::Drawn;
use super::font::{BOLD, REGULAR};
use super::page_text::PageText;

/// The fonts that pictures with letters are laid out for, as TrueType files, each with its weight in CSS: Open Sans (Apache License 2.0).
pub const FONTS: [(u16, &[u8]); 2] = [(400, REGULAR), (700, BOLD)];

/// What is drawn, without its head: texts are still text, in the embedded font's family or in that of the page.
pub(in crate::chart) fn body(drawn: &Drawn) -> String {
    let texts: String = drawn.page_texts.iter().map(PageText::element).collect();
    let body = drawn.split_once('>').map_or("", |(_, body)| body);
    let body = body.trim_end().strip_suffix("</svg>").unwrap_or(body);
    let body = body.replace(" opacity=\"1\"", "").replace(" stroke=\"none\"", "").replace(">\n", ">");
    format!("{}{texts}</svg>\n", as_outlines_write_colours(&body))
}

/// With colours in small letters, as they stand beside outlines: rules of a page find both.
fn as_outlines_write_colours(body: &str) -> String {
    let mut written = String::with_capacity(body.len());
    let mut rest = body;
    // In a text no quotation mark is left as it is.
    while let Some((before, colour)) = rest.split_once("=\"#") {
        let (colour, after) = colour.split_once('"').unwrap_or((colour, ""));
        written += before;
        written += "=\"#";
        written += &colour.to_ascii_lowercase();
        written.push('"');
        rest = after;
    }
    written + rest
}

/// That body under the head of the picture with outlines: its size, title and description.
pub(in crate::chart) fn lettered(body: &str, outlined: &str) -> String {
    let head = outlined.split_once("</desc>").map_or("", |(head, _)| head);
    format!("{head}</desc>{body}")
}

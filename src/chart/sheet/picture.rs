use super::canvas::Drawn;
use super::lettered::{body, lettered};
use super::outline::outline;
use super::page_text::PageText;
use super::size::WIDTH;
use super::spot::Spot;
use crate::chart::words::{clean, sentences};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::borrow::Cow;

/// A finished chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// A complete SVG document, 16:9 or as high as its chart asks for, without fonts, ids, scripts or links; its title and description are those of
    /// `alt`. It may stand inside an HTML page as it is. Text is outlines, but for letters that the embedded font lacks: these
    /// are text in whatever font the page has.
    pub svg: String,
    /// What the picture shows, in words, for who cannot see it: the title, then what the lines do.
    pub alt: String,
    /// Places with a value, for a page that shows it to who points at them.
    pub spots: Vec<Spot>,
    /// Words that hold letters that the embedded font lacks, each once.
    pub unknown: Vec<String>,
    /// What a PNG shows in place of such letters, a box for each: elements of an SVG in the picture's own units.
    pub boxes: String,
    /// Whether all that is written lies on the sheet, and no text on another one: on a smaller sheet than the usual one a chart may have
    /// more to say than there is room for.
    pub is_legible: bool,
    /// The drawing before its texts became outlines, without its head.
    pub drawn: String,
}

/// Largest width and height of a PNG in pixels.
const LARGEST: f64 = 16_384.0;

impl Picture {
    /// Of a drawing that still holds text.
    pub(in crate::chart) fn of(drawn: &Drawn, title: &str, description: &str) -> Picture {
        Picture {
            svg: outline(drawn, title, description),
            unknown: drawn.unknown.clone(),
            boxes: drawn.page_texts.iter().map(PageText::boxes).collect(),
            alt: clean(&format!("{} {description}", sentences([title.to_owned()]))),
            spots: drawn.spots.clone(),
            is_legible: drawn.is_legible,
            drawn: body(drawn),
        }
    }

    /// The same SVG with its text as text, which a page can find, select and read aloud. It is laid out for [`super::FONTS`], which the
    /// page must bring as the family "Open Sans".
    #[must_use]
    pub fn lettered(&self) -> String {
        lettered(&self.drawn, &self.svg)
    }

    /// The picture as a PNG; letters that the embedded font lacks are boxes. It is `width` pixels wide and as high as its proportions ask for (16:9 for most charts). The width
    /// is kept within 16..16384, and so is the height.
    ///
    /// Cost: some 50 ms at 1600 pixels.
    #[must_use]
    pub fn png(&self, width: u32) -> Vec<u8> {
        let with_boxes = match self.svg.trim_end().strip_suffix("</svg>") {
            Some(svg) if !self.boxes.is_empty() => Cow::Owned(format!("{svg}{}</svg>", self.boxes)),
            _ => Cow::Borrowed(&self.svg),
        };
        let tree = Tree::from_str(&with_boxes, &Options::default()).expect("the picture is well-formed SVG");
        let high = f64::from(tree.size().height());
        let width = f64::from(width).clamp(16.0, (LARGEST * WIDTH / high).floor().clamp(16.0, LARGEST));
        let height = (width * high / WIDTH).ceil();
        let mut pixels = Pixmap::new(width as u32, height as u32).expect("the size is above zero");
        let scale = (width / WIDTH) as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().expect("writing to memory cannot fail")
    }
}

#[cfg(test)]
pub(in crate::chart) mod tests {
    use super::super::canvas::Canvas;
    use super::super::pen::FINE;
    use super::super::text_width::text_width;
    use super::*;
    use resvg::usvg::roxmltree::Document;

    /// What holds for every picture, whatever the data.
    pub fn assert_sound(render: impl Fn() -> Picture) {
        let picture = render();
        let drawing = picture.svg.split_once("</desc>").unwrap().1;
        for forbidden in ["=\"NaN", "=\"inf", " id=", "url("] {
            assert!(!drawing.contains(forbidden), "{forbidden}");
        }
        for text in ["<text", "font-family"] {
            assert_eq!(drawing.contains(text), !picture.unknown.is_empty(), "{text}");
        }
        assert_eq!(picture.boxes.is_empty(), picture.unknown.is_empty());
        assert!(picture.svg.contains("<title>") && picture.svg.contains("role=\"img\""));
        assert!(Tree::from_str(&picture.svg, &Options::default()).is_ok());
        assert_eq!(picture, render(), "the same bytes");
        let tree = Tree::from_str(&picture.svg, &Options::default()).unwrap();
        let high = f64::from(tree.size().height());
        for spot in &picture.spots {
            let edges = [spot.left, spot.top, spot.left + spot.width, spot.top + spot.height];
            let is_within = edges[0] >= 0.0 && edges[1] >= 0.0 && edges[2] <= WIDTH && edges[3] <= high + 1e-6;
            assert!(is_within && spot.width > 0.0 && spot.height > 0.0, "{spot:?} leaves the sheet");
            let is_told = !spot.text.contains("NaN") && spot.text.lines().all(|line| !line.trim().is_empty());
            assert!(is_told && !spot.text.is_empty(), "{spot:?}");
        }
        let png = picture.png(320);
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(png, render().png(320));
    }

    /// No text lies on another one or leaves the sheet; `drawn` is the drawing before its texts become outlines.
    pub fn assert_texts_apart(drawn: &Drawn) {
        let drawing = Document::parse(drawn).unwrap();
        let height = drawing.root_element().attribute("height").unwrap().parse::<f64>().unwrap() / FINE;
        let mut boxes: Vec<(String, f64, f64, f64, f64)> = drawing
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .map(|node| {
                let number = |name| node.attribute(name).unwrap().parse::<f64>().unwrap() / FINE;
                let (text, size) = (node.text().unwrap().trim().to_owned(), number("font-size"));
                let width = text_width(&text, size, node.attribute("font-weight") == Some("bold"));
                let left = match node.attribute("text-anchor") {
                    Some("middle") => number("x") - width / 2.0,
                    Some("end") => number("x") - width,
                    _ => number("x"),
                };
                let base = number("y") - 0.25 * size;
                (text, left, left + width, base - 0.72 * size, base + 0.2 * size)
            })
            .collect();
        boxes.extend(drawn.page_texts.iter().map(|text| {
            let ((left, base), size) = (text.at, text.pen.size);
            (text.text.clone(), left + 0.01, left + text.width - 0.01, base - 0.72 * size, base + 0.2 * size)
        }));
        assert!(!boxes.is_empty());
        for (place, a) in boxes.iter().enumerate() {
            assert!(a.1 > 0.0 && a.2 < WIDTH && a.3 > 0.0 && a.4 < height, "{a:?} leaves the sheet");
            for b in &boxes[..place] {
                assert!(a.2 <= b.1 || b.2 <= a.1 || a.4 <= b.3 || b.4 <= a.3, "{a:?} on {b:?}");
            }
        }
    }

    #[test]
    fn words_survive_xml() {
        let picture = Picture::of(
            &Canvas::draw(|canvas| canvas.spot((0.0, 0.0), (9.0, 9.0), "2018: 9 %")),
            "Trust < 50 %\u{1}& \"falling\"",
            "Less.",
        );
        assert!(picture.svg.contains("<title>Trust &lt; 50 % &amp; &quot;falling&quot;</title><desc>Less.</desc>"));
        assert_eq!(picture.alt, "Trust < 50 % & \"falling\". Less.");
        assert!(Tree::from_str(&picture.svg, &Options::default()).is_ok());
        assert_eq!(picture.spots.len(), 1);
    }
}

use super::canvas::Drawn;
use super::lettered::{body, lettered};
use super::outline::outline;
use super::page_text::PageText;
use super::size::WIDTH;
use super::spot::Spot;
use crate::chart::words::{clean, sentences};
use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};
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
        #[cfg(test)]
        if tests::IS_READ.get() {
            tests::assert_readable(drawn);
        }
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
        // Only areas shine through, and they have no edge: what is said of their filling alone needs no sheet of its own to
        // be laid over the picture.
        let with_boxes = with_boxes.replace(" opacity=\"", " fill-opacity=\"");
        let tree = Tree::from_str(&with_boxes, &Options::default()).expect("the picture is well-formed SVG");
        let high = f64::from(tree.size().height());
        let width = f64::from(width).clamp(16.0, (LARGEST * WIDTH / high).floor().clamp(16.0, LARGEST));
        let height = (width * high / WIDTH).ceil();
        let mut pixels = Pixmap::new(width as u32, height as u32).expect("the size is above zero");
        let scale = (width / WIDTH) as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        encoded(&pixels).expect("writing to memory cannot fail")
    }
}

/// A sheet that nothing shines through, as PNG. Flat colours hardly need to be foretold or searched for what repeats: that
/// would take eight times as long, for a sixth less.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let colours: Vec<u8> = pixels.pixels().iter().flat_map(|one| [one.red(), one.green(), one.blue()]).collect();
    let mut file = vec![];
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
pub(in crate::chart) mod tests {
    use super::super::canvas::Canvas;
    use super::super::colour::Colour;
    use super::super::dark_palette::on_dark;
    use super::super::palette::{INK, PAPER};
    use super::super::pen::{Align, FINE, Pen, Point};
    use super::super::text_width::text_width;
    use super::*;
    use resvg::usvg::roxmltree::{Document, Node};

    thread_local! {
        /// Whether pictures that are made now have to be readable.
        pub static IS_READ: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }

    /// What holds for every picture, whatever the data.
    pub fn assert_sound(render: impl Fn() -> Picture) {
        IS_READ.set(true);
        let picture = render();
        IS_READ.set(false);
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

    /// Every text stands out from what lies under it, on a light page and on a dark one. `drawn` is the drawing before its texts become
    /// outlines.
    pub fn assert_readable(drawn: &Drawn) {
        let drawing = Document::parse(drawn).unwrap();
        // Of broken data a number may be longer than the sheet is wide, and then nothing has its place.
        let is_endless = |node: &Node| node.text().is_some_and(|text| text.trim().len() > 120);
        if drawing.descendants().any(|node| node.has_tag_name("text") && is_endless(&node)) {
            return;
        }
        for (page, shown) in [("light", (|colour| colour) as fn(Colour) -> Colour), ("dark", on_dark)] {
            let mut areas: Vec<(Vec<Point>, Colour, f64)> = vec![];
            for node in drawing.descendants().filter(|node| node.attribute("fill").is_some_and(|fill| fill != "none")) {
                let number = |name| node.attribute(name).map_or(0.0, |text| text.parse::<f64>().unwrap());
                let colour = shown(of_hex(node.attribute("fill").unwrap()));
                let opacity = node.attribute("opacity").map_or(1.0, |text| text.parse().unwrap());
                let (x, y) = (number("x"), number("y"));
                match node.tag_name().name() {
                    "rect" => {
                        let (right, foot) = (x + number("width"), y + number("height"));
                        areas.push((vec![(x, y), (right, y), (right, foot), (x, foot)], colour, opacity));
                    }
                    "polygon" => {
                        let points = node.attribute("points").unwrap().split_whitespace().map(|point| {
                            let (x, y) = point.split_once(',').unwrap();
                            (x.parse().unwrap(), y.parse().unwrap())
                        });
                        areas.push((points.collect(), colour, opacity));
                    }
                    "circle" => {
                        let (x, y, radius) = (number("cx"), number("cy"), number("r"));
                        let corner = |turn: u32| {
                            let angle = f64::from(turn) * std::f64::consts::TAU / 16.0;
                            (x + radius * libm::cos(angle), y + radius * libm::sin(angle))
                        };
                        areas.push(((0..16).map(corner).collect(), colour, opacity));
                    }
                    "text" => {
                        let (text, size) = (node.text().unwrap().trim(), number("font-size"));
                        let width = FINE * text_width(text, size / FINE, node.attribute("font-weight") == Some("bold"));
                        let left = match node.attribute("text-anchor") {
                            Some("middle") => x - 0.5 * width,
                            Some("end") => x - width,
                            _ => x,
                        };
                        let middle = y - 0.55 * size;
                        for part in [0.1, 0.3, 0.5, 0.7, 0.9] {
                            let under = ground(shown(PAPER), &areas, (left + part * width, middle));
                            let contrast = colour.contrast(under);
                            assert!(contrast >= 3.0, "{text:?} ({colour:?}) on {under:?} of a {page} page: {contrast}");
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn of_hex(text: &str) -> Colour {
        let part = |from: usize| u8::from_str_radix(&text[from..from + 2], 16).unwrap();
        Colour(part(1), part(3), part(5))
    }

    /// What is seen at a point of areas that lie on one another.
    fn ground(paper: Colour, areas: &[(Vec<Point>, Colour, f64)], at: Point) -> Colour {
        let ends = |around: &[Point], of: fn(&Point) -> f64| {
            let values = around.iter().map(of);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
        };
        let is_near = |around: &[Point]| {
            let (left, right) = ends(around, |point| point.0);
            let (top, bottom) = ends(around, |point| point.1);
            left <= at.0 && at.0 <= right && top <= at.1 && at.1 <= bottom
        };
        let is_within = |around: &[Point]| {
            if !is_near(around) {
                return false;
            }
            let sides = around.iter().zip(around.iter().cycle().skip(1));
            let crossed = sides
                .filter(|(a, b)| (a.1 > at.1) != (b.1 > at.1) && at.0 < a.0 + (at.1 - a.1) / (b.1 - a.1) * (b.0 - a.0));
            crossed.count() % 2 == 1
        };
        let over = |under: Colour, (around, colour, opacity): &(Vec<Point>, Colour, f64)| {
            if !is_within(around) {
                return under;
            }
            let mix =
                |over: u8, under: u8| (opacity * f64::from(over) + (1.0 - opacity) * f64::from(under)).round() as u8;
            Colour(mix(colour.0, under.0), mix(colour.1, under.1), mix(colour.2, under.2))
        };
        areas.iter().fold(paper, over)
    }

    #[test]
    fn texts_that_do_not_stand_out_are_seen() {
        let written = |ground: Colour, ink: Colour| {
            let drawn = Canvas::draw(|canvas| {
                canvas.rectangle((0.0, 0.0), (400.0, 400.0), ground, 1.0);
                canvas.text("12.5", (100.0, 100.0), Pen { size: 20.0, bold: false, colour: ink }, Align::Left);
            });
            std::panic::catch_unwind(|| assert_readable(&drawn)).is_ok()
        };
        assert!(
            written(PAPER, PAPER.ink())
                && written(PAPER, INK)
                && written(Colour(0x00, 0x44, 0x88), Colour(0x00, 0x44, 0x88).ink())
        );
        // Black on white stays black where the sheet is dark, unless it is the ink that changes with it.
        assert!(!written(PAPER, Colour(0x1b, 0x1b, 0x1b)) && !written(INK, INK));
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

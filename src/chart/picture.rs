use super::alt_text::{clean, sentences};
use super::canvas::WIDTH;
use super::outline::outline;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// A finished chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// A complete SVG document, 16:9, without fonts, ids, scripts or links; its title and description are those of `alt`.
    /// It may stand inside an HTML page as it is.
    pub svg: String,
    /// What the picture shows, in words, for who cannot see it: the title, then what the lines do.
    pub alt: String,
}

impl Picture {
    /// Of a drawing that still holds text.
    pub(super) fn of(drawn: &str, title: &str, description: &str) -> Picture {
        Picture {
            svg: outline(drawn, title, description),
            alt: clean(&format!("{} {description}", sentences([title.to_owned()]))),
        }
    }

    /// The picture as a PNG, `width` pixels wide (kept within 16..16384) and 9/16 of it high.
    ///
    /// Cost: some 50 ms at 1600 pixels.
    #[must_use]
    pub fn png(&self, width: u32) -> Vec<u8> {
        let width = width.clamp(16, 16_384);
        let tree = Tree::from_str(&self.svg, &Options::default()).expect("the picture is well-formed SVG");
        let mut pixels = Pixmap::new(width, (width * 9).div_ceil(16)).expect("the size is above zero");
        let scale = width as f32 / WIDTH as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().expect("writing to memory cannot fail")
    }
}

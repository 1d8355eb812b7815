//! What is drawn on: the canvas, its pens, colours, letters and fonts; and the finished picture.
//!
//! Purpose: the one place that sees the libraries that draw and the files of fonts.
//! Must never know: what is drawn: axes, keys, curves.

mod canvas;
mod clusters;
mod colour;
mod compact;
mod dark_palette;
mod dashes;
mod font;
mod outline;
mod page_text;
pub(super) mod palette;
mod pen;
mod picture;
mod spot;
mod text_run;
mod text_width;

pub(super) use canvas::{Canvas, Drawn};
pub(super) use colour::Colour;
pub use dark_palette::dark_colours;
pub(super) use palette::{
    ABSORBED, BASELINE, FATES, GOING, GRID, HATCH, INK, KEY, LIFE, MAX_CAUSES, MAX_GROUPS, OTHER_CAUSES, PAPER, QUIET,
    SIDES, SPAN,
};
#[cfg(test)]
pub(super) use pen::FINE;
pub(super) use pen::{Align, HEIGHT, MARGIN, Pen, Point, Stroke, WIDTH};
pub use picture::Picture;
#[cfg(test)]
pub(super) use picture::tests::{assert_sound, assert_texts_apart};
pub use spot::Spot;
pub(super) use text_width::{shorten, text_width, wrap};

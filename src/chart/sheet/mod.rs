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
mod ink;
mod legible;
mod lettered;
mod outline;
mod page_text;
pub(super) mod palette;
mod pen;
mod picture;
mod size;
mod spot;
mod text_run;
mod text_width;

pub(super) use canvas::{Canvas, Drawn};
pub(super) use colour::Colour;
pub use dark_palette::dark_colours;
pub use lettered::FONTS;
pub(super) use palette::{
    ABSORBED, BASELINE, DEEP, FATES, FILL, GOING, GRID, HATCH, INK, KEY, LIFE, MAX_CAUSES, MAX_GROUPS, OTHER_CAUSES,
    PALE, PAPER, QUIET, SIDES, SPAN,
};
#[cfg(test)]
pub(super) use pen::FINE;
pub(super) use pen::{Align, MARGIN, Pen, Point, Stroke};
pub use picture::Picture;
#[cfg(test)]
pub(super) use picture::tests::{assert_sound, assert_texts_apart};
#[cfg(test)]
pub(super) use size::HEIGHT;
pub use size::Sheet;
pub(super) use size::{on_sheet, sheet_height, sheet_width};
pub use spot::Spot;
pub(super) use text_width::{shorten, text_width, wrap};

use super::colour::Colour;

/// Width of every chart in its own units; a unit is a pixel of a PNG this wide.
pub(super) const WIDTH: f64 = 1600.0;
/// Height of a chart in its own units (16:9), unless it chooses another.
pub(super) const HEIGHT: f64 = 900.0;
/// Free space around everything.
pub(super) const MARGIN: f64 = 44.0;
/// Steps of a unit: plotters places on whole numbers, so the drawing is made this many times larger.
pub(super) const FINE: f64 = 4.0;

/// A point on the canvas, from its upper left corner.
pub(super) type Point = (f64, f64);

/// How a line looks.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// Lengths of dash, gap, dash, gap ...; empty for a solid line.
    pub dash: &'static [f64],
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pen {
    pub size: f64,
    pub bold: bool,
    pub colour: Colour,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

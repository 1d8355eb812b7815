use super::colour::Colour;

/// Free space around everything.
pub(in crate::chart) const MARGIN: f64 = 44.0;
/// Steps of a unit: plotters places on whole numbers, so the drawing is made this many times larger.
pub(in crate::chart) const FINE: f64 = 4.0;

/// A point on the canvas, from its upper left corner.
pub(in crate::chart) type Point = (f64, f64);

/// How a line looks.
#[derive(Clone, Copy)]
pub(in crate::chart) struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// Lengths of dash, gap, dash, gap ...; empty for a solid line.
    pub dash: &'static [f64],
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Pen {
    pub size: f64,
    pub bold: bool,
    pub colour: Colour,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::chart) enum Align {
    Left,
    Middle,
    Right,
}

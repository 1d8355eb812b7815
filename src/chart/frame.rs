use super::canvas::{Align, Canvas, HEIGHT, Pen, Stroke, WIDTH};
use super::font::{shorten, text_width};
use super::heading::{Heading, MARGIN};
use super::palette::{Colour, INK, QUIET};
use super::plane::Plane;
use super::time_axis::{Above, TimeAxis};

/// An entry of the key above a plot: what a line or a shade stands for.
pub(super) struct KeyEntry {
    pub text: String,
    /// The opacity of a shade, or `None` for a line.
    pub shade: Option<f64>,
}

/// What a chart asks of its frame.
pub(super) struct Needs<'a> {
    pub heading: &'a Heading,
    /// Added to the caption.
    pub note: String,
    pub axis: &'a TimeAxis,
    /// What the vertical axis counts.
    pub y_label: &'a str,
    pub key: Vec<KeyEntry>,
    /// Colour of the key: that of the line if there is one line, else [`KEY`].
    pub key_colour: Colour,
    /// Width of what stands left of the plot.
    pub left: f64,
    /// Width of what stands right of it.
    pub right: f64,
    /// Height of what stands below the axis.
    pub below: f64,
}

const SMALL: Pen = Pen { size: 20.0, bold: false, colour: QUIET };
const AXIS_HEIGHT: f64 = 42.0;
/// Grey of a key to lines of several colours.
pub(super) const KEY: Colour = Colour(0x44, 0x44, 0x44);

/// Draws heading, axis title and key, and returns the plane that is left for the data, with what stands above it.
pub(super) fn draw_frame(canvas: &Canvas, needs: &Needs) -> (Plane, Above) {
    let (mut top, bottom) = needs.heading.draw(canvas, &needs.note);
    let right_edge = WIDTH - MARGIN;
    let key_width = width_of(&needs.key);
    let label_width = text_width(needs.y_label, SMALL.size, false);
    if label_width > 0.0 || key_width > 0.0 {
        let is_shared = MARGIN + label_width + 40.0 + key_width <= right_edge;
        let label = shorten(needs.y_label, right_edge - MARGIN, SMALL.size, false);
        canvas.text(&label, (MARGIN, top + 24.0), SMALL, Align::Left);
        if key_width > 0.0 && !is_shared && label_width > 0.0 {
            top += 30.0;
        }
        draw_key(canvas, (&needs.key, needs.key_colour), (right_edge - key_width).max(MARGIN), top + 24.0);
        top += 38.0;
    }
    let mut plane = Plane {
        left: MARGIN + needs.left,
        right: right_edge - needs.right,
        top,
        bottom: (bottom - AXIS_HEIGHT - needs.below).min(HEIGHT),
        x: needs.axis.range(),
        y: (0.0, 1.0),
    };
    let above = needs.axis.arrange(&plane);
    plane.top += above.height;
    plane.bottom = plane.bottom.max(plane.top + 40.0);
    (plane, above)
}

fn width_of(key: &[KeyEntry]) -> f64 {
    let entries: f64 = key.iter().map(|entry| 44.0 + text_width(&entry.text, SMALL.size, false) + 28.0).sum();
    (entries - 28.0).max(0.0)
}

fn draw_key(canvas: &Canvas, (key, colour): (&[KeyEntry], Colour), mut left: f64, base: f64) {
    let right_edge = WIDTH - MARGIN;
    for entry in key {
        let room = right_edge - left - 44.0;
        if room < 40.0 {
            break;
        }
        let middle = base - 7.0;
        match entry.shade {
            None => canvas.line(&[(left, middle), (left + 34.0, middle)], Stroke { colour, width: 3.5, dash: &[] }),
            Some(shade) => canvas.rectangle((left, middle - 9.0), (left + 34.0, middle + 9.0), colour, shade),
        }
        let text = shorten(&entry.text, room, SMALL.size, false);
        canvas.text(&text, (left + 44.0, base), Pen { colour: INK, ..SMALL }, Align::Left);
        left += 44.0 + text_width(&text, SMALL.size, false) + 28.0;
    }
}

/// Says in the middle of an empty plot that there is nothing to show.
pub(super) fn draw_nothing(canvas: &Canvas, plane: &Plane) {
    let middle = (0.5 * (plane.left + plane.right), 0.5 * (plane.top + plane.bottom));
    canvas.text("No data", middle, Pen { size: 26.0, bold: false, colour: QUIET }, Align::Middle);
}

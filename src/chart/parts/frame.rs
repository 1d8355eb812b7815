use super::heading::Heading;
use super::key;
use super::key::{KEY_ROW, KeyEntry};
use crate::chart::axes::{Above, Plane, TimeAxis};
use crate::chart::sheet::{Align, Canvas, MARGIN, Pen, QUIET, sheet_height, sheet_width, shorten, text_width};

/// What a chart asks of its frame.
pub(in crate::chart) struct Needs<'a> {
    pub heading: &'a Heading,
    /// Added to the caption.
    pub note: String,
    pub axis: &'a TimeAxis,
    /// What the vertical axis counts.
    pub y_label: &'a str,
    pub key: Vec<KeyEntry>,
    /// Width of what stands left of the plot.
    pub left: f64,
    /// Width of what stands right of it.
    pub right: f64,
    /// Height of what stands below the axis.
    pub below: f64,
}

const SMALL: Pen = Pen { size: 20.0, bold: false, colour: QUIET };

/// Height of an axis below a plot, with its labels.
pub(in crate::chart) const AXIS_HEIGHT: f64 = 42.0;

/// Draws heading, axis title and key; returns the upper and lower edge of what is left.
pub(in crate::chart) fn draw_head(
    canvas: &Canvas,
    heading: &Heading,
    note: &str,
    y_label: &str,
    key: &[KeyEntry],
) -> (f64, f64) {
    let (mut top, bottom) = heading.draw(canvas, note);
    let room = sheet_width() - 2.0 * MARGIN;
    let rows = key::rows(key, room);
    let key_width = key::width(key);
    let label_width = text_width(y_label, SMALL.size, false);
    if label_width > 0.0 || !rows.is_empty() {
        let is_shared = label_width + 40.0 + key_width <= room;
        let label = shorten(y_label, room, SMALL.size, false);
        canvas.text(&label, (MARGIN, top + 24.0), SMALL, Align::Left);
        if !rows.is_empty() && !is_shared && label_width > 0.0 {
            top += KEY_ROW;
        }
        let left = if key_width > room { MARGIN } else { sheet_width() - MARGIN - key_width };
        key::draw(canvas, &rows, (left, top + 24.0));
        top += 38.0 + KEY_ROW * rows.len().saturating_sub(1) as f64;
    }
    (top, bottom)
}

/// Draws heading, axis title and key, and returns the plane that is left for the data, with what stands above it.
pub(in crate::chart) fn draw_frame(canvas: &Canvas, needs: &Needs) -> (Plane, Above) {
    let edges = draw_head(canvas, needs.heading, &needs.note, needs.y_label, &needs.key);
    arrange(needs, edges)
}

/// The plane for the data between an upper and a lower edge, with what stands above it.
pub(in crate::chart) fn arrange(needs: &Needs, (top, bottom): (f64, f64)) -> (Plane, Above) {
    let mut plane = Plane {
        left: MARGIN + needs.left,
        right: sheet_width() - MARGIN - needs.right,
        top,
        bottom: (bottom - AXIS_HEIGHT - needs.below).min(sheet_height()),
        x: needs.axis.range(),
        y: (0.0, 1.0),
    };
    let above = needs.axis.arrange(&plane);
    plane.top += above.height;
    plane.bottom = plane.bottom.max(plane.top + 40.0);
    (plane, above)
}

/// Says in the middle of an empty plot that there is nothing to show.
pub(in crate::chart) fn draw_nothing(canvas: &Canvas, plane: &Plane) {
    let middle = (0.5 * (plane.left + plane.right), 0.5 * (plane.top + plane.bottom));
    canvas.text("No data", middle, Pen { size: 26.0, bold: false, colour: QUIET }, Align::Middle);
}

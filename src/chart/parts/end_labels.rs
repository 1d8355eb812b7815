use crate::chart::axes::spread_out;
use crate::chart::sheet::{
    Align, Canvas, Colour, INK, MARGIN, Pen, Point, QUIET, Stroke, sheet_width, text_width, wrap,
};

/// What a label points at looks like.
#[derive(Clone, Copy)]
pub(in crate::chart) enum Swatch {
    Line(Stroke),
    Block(Colour),
}

/// The name and last value of a line or a layer, written at its right end.
pub(in crate::chart) struct EndLabel {
    /// Where the line ends.
    pub at: Point,
    pub swatch: Swatch,
    /// Its last value, as written.
    pub value: String,
    pub name: String,
}

/// All labels right of one plot.
pub(in crate::chart) struct EndLabels {
    labels: Vec<EndLabel>,
    value_width: f64,
    /// Width of the column they need, with the room for leaders.
    pub width: f64,
}

const SIZE: f64 = 22.0;
const LEADER: f64 = 30.0;
const SWATCH: f64 = 40.0;
const WIDEST_NAME: f64 = 260.0;

impl EndLabels {
    pub fn new(labels: Vec<EndLabel>) -> EndLabels {
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let value_width = widest(&mut labels.iter().map(|label| text_width(&label.value, SIZE, true))).min(160.0);
        let name_width = widest(&mut labels.iter().map(|label| text_width(&label.name, SIZE, false))).min(WIDEST_NAME);
        let width = (LEADER + SWATCH + 10.0 + value_width + 12.0 + name_width + 2.0).max(150.0);
        EndLabels { labels, value_width, width }
    }

    /// Draws them right of `plot_right`, spread out between `top` and `bottom`. Where even that leaves too little room,
    /// they are written smaller, on one line each.
    pub fn draw(&self, canvas: &Canvas, plot_right: f64, top: f64, bottom: f64) {
        let room = sheet_width() - MARGIN - plot_right - LEADER - SWATCH - self.value_width - 22.0;
        let lines = |most: usize, size: f64| -> Vec<Vec<String>> {
            self.labels.iter().map(|label| wrap(&label.name, room, most, size, false)).collect()
        };
        let height = |names: &[Vec<String>], size: f64| -> Vec<f64> {
            names.iter().map(|name| 1.25 * size * name.len().max(1) as f64 + 4.0).collect()
        };
        let (mut size, mut names) = (SIZE, lines(2, SIZE));
        let mut heights = height(&names, size);
        while heights.iter().sum::<f64>() > bottom - top && size > 10.0 {
            size = if size == SIZE { SIZE - 2.0 } else { size - 2.0 };
            names = lines(1, size);
            heights = height(&names, size);
        }
        let wanted: Vec<f64> = self.labels.iter().map(|label| label.at.1).collect();
        let centres = spread_out(&wanted, &heights, top, bottom);
        let column = plot_right + LEADER;
        for ((label, name), centre) in self.labels.iter().zip(&names).zip(centres) {
            let leader = Stroke { colour: QUIET, width: 1.0, dash: &[2.0, 3.0] };
            let bend = (plot_right + 4.0, label.at.1);
            if label.at.0 < plot_right - 1.0 {
                canvas.line(&[label.at, bend], leader);
            }
            if (centre - label.at.1).abs() > 1.5 {
                let end = if matches!(label.swatch, Swatch::Line(_)) { column - 4.0 } else { column + 10.0 };
                canvas.line(&[bend, (end, centre)], Stroke { dash: &[], ..leader });
            }
            match label.swatch {
                Swatch::Line(stroke) => canvas.line(&[(column, centre), (column + SWATCH, centre)], stroke),
                Swatch::Block(colour) => {
                    canvas.rectangle((column + 14.0, centre - 10.0), (column + SWATCH, centre + 10.0), colour, 1.0);
                }
            }
            let pen = Pen { size, bold: false, colour: INK };
            let left = column + SWATCH + 10.0;
            let value_right = (left + self.value_width, centre + 0.36 * size);
            canvas.text(&label.value, value_right, Pen { bold: true, ..pen }, Align::Right);
            let first = centre + 0.36 * size - 0.625 * size * (name.len().max(1) - 1) as f64;
            for (line, text) in name.iter().enumerate() {
                let at = (left + self.value_width + 12.0, first + 1.25 * size * line as f64);
                canvas.text(text, at, pen, Align::Left);
            }
        }
    }
}

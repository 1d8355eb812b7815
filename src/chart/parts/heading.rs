use crate::chart::sheet::{Align, Canvas, INK, MARGIN, Pen, QUIET, sheet_width, wrap};
use serde::{Deserialize, Serialize};

const TITLE: Pen = Pen { size: 38.0, bold: true, colour: INK };
const SUBTITLE: Pen = Pen { size: 24.0, bold: false, colour: QUIET };
const CAPTION: Pen = Pen { size: 18.0, bold: false, colour: QUIET };

/// What is written above and below a chart. Each part may be empty, and is broken into at most two lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// What to see, as a sentence.
    pub title: String,
    /// What is shown.
    pub subtitle: String,
    /// Below the chart: where the numbers come from, how many replicates, how to read the bands.
    pub caption: String,
}

impl Heading {
    /// Draws it; `note` is added to the caption. Returns the upper and lower edge of what is left for the chart.
    pub(in crate::chart) fn draw(&self, canvas: &Canvas, note: &str) -> (f64, f64) {
        let width = sheet_width() - 2.0 * MARGIN;
        let mut top = MARGIN - 8.0;
        for (text, pen) in [(&self.title, TITLE), (&self.subtitle, SUBTITLE)] {
            for line in wrap(text, width, 2, pen.size, pen.bold) {
                top += 1.25 * pen.size;
                canvas.text(&line, (MARGIN, top - 0.3 * pen.size), pen, Align::Left);
            }
        }
        let caption = format!("{} {note}", self.caption);
        let lines = wrap(caption.trim(), width, 2, CAPTION.size, CAPTION.bold);
        let mut bottom = canvas.height - 22.0 - 1.35 * CAPTION.size * lines.len() as f64;
        let above_caption = bottom;
        for line in lines {
            bottom += 1.35 * CAPTION.size;
            canvas.text(&line, (MARGIN, bottom - 0.35 * CAPTION.size), CAPTION, Align::Left);
        }
        (top + 8.0, above_caption - 10.0)
    }
}

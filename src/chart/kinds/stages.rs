use crate::chart::axes::{Plane, TimeAxis, time_spots, y_axis};
use crate::chart::parts::{
    EndLabel, EndLabels, Heading, Layer, Needs, Stack, Swatch, draw_frame, draw_nothing, thickness,
};
use crate::chart::sheet::{Canvas, MAX_GROUPS, Picture, palette};
use crate::chart::words::{ChartTable, Moments, NONE, NumberFormat, name_or_left_out, sentences};
use serde::{Deserialize, Serialize};

/// Counts by stage over time, stacked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The time axis, its span and its marks.
    pub axis: TimeAxis,
    /// What is counted, such as "Initiatives".
    pub y_label: String,
    /// 0, and the count at the upper edge, if that is more than there is; else as many as there are.
    pub range: (f64, f64),
    /// Times of the counts, in rising order.
    pub times: Vec<f64>,
    /// From bottom to top; those after the eighth are left out, and the caption says so.
    pub layers: Vec<Layer>,
}

impl StageChart {
    /// The numbers that it shows, and those of the layers that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let name = |(place, layer): (usize, &Layer)| name_or_left_out(&layer.label, place, MAX_GROUPS);
        let columns = core::iter::once(self.axis.corner(&self.y_label)).chain(self.layers.iter().enumerate().map(name));
        let moments = Moments::of(self.times.iter().copied());
        let row = |&time: &f64| {
            let cells = self.layers.iter().map(|layer| self.value_words(layer, time));
            core::iter::once(self.axis.name(time)).chain(cells).collect()
        };
        ChartTable::of(columns.collect(), moments.told.iter().map(row)).with_note(moments.note())
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn draw(&self, canvas: &Canvas) {
        let stack = self.stack();
        let highest = stack.highest();
        let room = if self.range.1.is_finite() { highest.max(self.range.1) } else { highest };
        let range = (0.0, if room > 0.0 { room } else { 1.0 });
        let y_labels = y_axis::labels(range, 400.0, NumberFormat::Number);
        let (mut plane, above) = draw_frame(
            canvas,
            &Needs {
                heading: &self.heading,
                note: palette::left_out(self.layers.len()),
                axis: &self.axis,
                y_label: &self.y_label,
                key: Vec::new(),
                left: y_axis::width(&y_labels) + 14.0,
                right: EndLabels::new(self.end_labels(&stack, None)).width,
                below: 0.0,
            },
        );
        plane.y = range;
        self.axis.draw_behind(canvas, &plane);
        y_axis::draw(canvas, &plane, &y_labels);
        stack.draw(canvas, &plane, false, palette::layer);
        self.axis.draw_before(canvas, &plane, &above, true);
        self.axis.draw_axis(canvas, &plane, &self.axis.shown(&plane, 0.0));
        if highest <= 0.0 || self.times.len() < 2 {
            draw_nothing(canvas, &plane);
        }
        EndLabels::new(self.end_labels(&stack, Some(&plane))).draw(canvas, plane.right, plane.top, plane.bottom + 8.0);
        let moments = Moments::of(self.times.iter().copied());
        time_spots::mark(canvas, &plane, &self.axis, &moments, false, |time| {
            // From the top down, as the layers lie.
            let line = |layer: &Layer| format!("{} {}", layer.label, self.value_words(layer, time));
            self.shown_layers().iter().rev().map(line).collect()
        });
    }

    /// A layer's thickness at a time.
    fn value_words(&self, layer: &Layer, time: f64) -> String {
        let count = self.times.iter().position(|&other| other == time).and_then(|place| layer.counts.get(place));
        let count = count.copied().filter(|count| count.is_finite());
        count.map_or_else(|| NONE.to_owned(), |count| NumberFormat::Number.write_tick(count.max(0.0), self.step()))
    }

    /// The last decimal that is written: one for all if any needs it in the end.
    fn step(&self) -> f64 {
        let last = self.times.len().saturating_sub(1);
        let is_whole =
            |layer: &Layer| (thickness(&layer.counts, last) - thickness(&layer.counts, last).round()).abs() < 1e-9;
        if self.shown_layers().iter().all(is_whole) { 1.0 } else { 0.1 }
    }

    fn shown_layers(&self) -> &[Layer] {
        &self.layers[..self.layers.len().min(MAX_GROUPS)]
    }

    fn stack(&self) -> Stack {
        Stack::new(&self.times, self.shown_layers().iter().map(|layer| layer.counts.as_slice()))
    }

    /// Labels of all layers from the top down, so that layers of no thickness keep the stack's order.
    fn end_labels(&self, stack: &Stack, plane: Option<&Plane>) -> Vec<EndLabel> {
        let Some(last) = self.times.len().checked_sub(1) else { return Vec::new() };
        let step = self.step();
        let label = |(place, layer): (usize, &Layer)| {
            let (time, middle) = stack.middle(place).unwrap_or_default();
            EndLabel {
                at: plane.map_or((0.0, 0.0), |plane| plane.at(time, middle)),
                swatch: Swatch::Block(palette::layer(place)),
                value: NumberFormat::Number.write_tick(thickness(&layer.counts, last), step),
                name: layer.label.clone(),
            }
        };
        self.shown_layers().iter().enumerate().rev().map(label).collect()
    }

    fn describe(&self) -> String {
        let layers = self.shown_layers().iter().filter(|_| !self.times.is_empty()).map(|layer| {
            let (first, last) = (thickness(&layer.counts, 0), thickness(&layer.counts, self.times.len() - 1));
            format!(
                "{}: from {} to {}",
                layer.label,
                NumberFormat::Number.write(first),
                NumberFormat::Number.write(last)
            )
        });
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(layers).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "stages_tests.rs"]
mod tests;

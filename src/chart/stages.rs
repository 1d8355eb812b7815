use super::alt_text::sentences;
use super::canvas::{Canvas, Point, Stroke};
use super::end_labels::{EndLabel, EndLabels, Swatch};
use super::format::NumberFormat;
use super::frame::{Needs, draw_frame, draw_nothing};
use super::heading::Heading;
use super::palette::{self, MAX_GROUPS, PAPER};
use super::picture::Picture;
use super::plane::Plane;
use super::time_axis::TimeAxis;
use super::y_axis;

/// One layer of a stack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// Its name.
    pub label: String,
    /// Its thickness at each of the chart's times, at least 0; missing or not finite counts as 0.
    pub counts: Vec<f64>,
}

/// Counts by stage over time, stacked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The time axis, its span and its marks.
    pub axis: TimeAxis,
    /// What is counted, such as "Initiatives".
    pub y_label: String,
    /// Times of the counts, in rising order.
    pub times: Vec<f64>,
    /// From bottom to top; those after the eighth are left out, and the caption says so.
    pub layers: Vec<Layer>,
}

impl StageChart {
    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn draw(&self, canvas: &Canvas) {
        let levels = self.levels();
        let highest = levels.last().map_or(0.0, |top| top.iter().copied().fold(0.0, f64::max));
        let range = (0.0, if highest > 0.0 { highest } else { 1.0 });
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
                right: EndLabels::new(self.end_labels(&levels, None)).width,
                below: 0.0,
            },
        );
        plane.y = range;
        self.axis.draw_behind(canvas, &plane);
        y_axis::draw(canvas, &plane, &y_labels);
        for (place, pair) in levels.windows(2).enumerate() {
            let edge = |level: &[f64]| -> Vec<Point> {
                self.times.iter().zip(level).map(|(&time, &value)| plane.at(time, value)).collect()
            };
            let (low, high) = (edge(&pair[0]), edge(&pair[1]));
            if high.len() > 1 {
                let around: Vec<Point> = high.iter().chain(low.iter().rev()).copied().collect();
                canvas.area(&around, palette::layer(place), 1.0);
                canvas.line(&high, Stroke { colour: PAPER, width: 1.5, dash: &[] });
            }
        }
        self.axis.draw_before(canvas, &plane, &above, true);
        self.axis.draw_axis(canvas, &plane, &self.axis.shown(&plane, 0.0));
        if highest <= 0.0 || self.times.len() < 2 {
            draw_nothing(canvas, &plane);
        }
        EndLabels::new(self.end_labels(&levels, Some(&plane))).draw(canvas, plane.right, plane.top, plane.bottom + 8.0);
    }

    fn shown_layers(&self) -> &[Layer] {
        &self.layers[..self.layers.len().min(MAX_GROUPS)]
    }

    fn count(&self, layer: &Layer, time: usize) -> f64 {
        layer.counts.get(time).copied().filter(|count| count.is_finite()).map_or(0.0, |count| count.max(0.0))
    }

    /// The edges between layers: 0, then the sum up to and with each layer, by time.
    fn levels(&self) -> Vec<Vec<f64>> {
        let mut levels = vec![vec![0.0; self.times.len()]];
        for layer in self.shown_layers() {
            let below = &levels[levels.len() - 1];
            levels.push(below.iter().enumerate().map(|(time, sum)| sum + self.count(layer, time)).collect());
        }
        levels
    }

    /// Labels of all layers from the top down, so that layers of no thickness keep the stack's order.
    fn end_labels(&self, levels: &[Vec<f64>], plane: Option<&Plane>) -> Vec<EndLabel> {
        let Some(last) = self.times.len().checked_sub(1) else { return Vec::new() };
        // One decimal for all if any needs it.
        let is_whole = |layer: &Layer| (self.count(layer, last) - self.count(layer, last).round()).abs() < 1e-9;
        let step = if self.shown_layers().iter().all(is_whole) { 1.0 } else { 0.1 };
        let label = |(place, layer): (usize, &Layer)| {
            let middle = 0.5 * (levels[place][last] + levels[place + 1][last]);
            EndLabel {
                at: plane.map_or((0.0, 0.0), |plane| plane.at(self.times[last], middle)),
                swatch: Swatch::Block(palette::layer(place)),
                value: NumberFormat::Number.write_tick(self.count(layer, last), step),
                name: layer.label.clone(),
            }
        };
        self.shown_layers().iter().enumerate().rev().map(label).collect()
    }

    fn describe(&self) -> String {
        let layers = self.shown_layers().iter().filter(|_| !self.times.is_empty()).map(|layer| {
            let (first, last) = (self.count(layer, 0), self.count(layer, self.times.len() - 1));
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

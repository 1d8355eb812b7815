use crate::chart::axes::{Plane, TimeAxis, time_spots, y_axis};
use crate::chart::parts::{
    EndLabel, EndLabels, Heading, Layer, Needs, Stack, Swatch, draw_frame, draw_nothing, thickness,
};
use crate::chart::sheet::{ABSORBED, Canvas, Colour, GOING, MAX_CAUSES, OTHER_CAUSES, Picture, palette};
use crate::chart::words::{ChartTable, Moments, NumberFormat, sentences};
use serde::{Deserialize, Serialize};

/// What has become of all by a time: shares ended by each cause from the bottom, absorbed from the top, the rest
/// between them; together 100 %.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncidenceChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The time axis, its span and its marks.
    pub axis: TimeAxis,
    /// What the vertical axis counts, such as "Share of initiatives".
    pub y_label: String,
    /// Times of the shares, in rising order; each share holds until the next time.
    pub times: Vec<f64>,
    /// Cumulative share (0..1) ended by each cause, in any order; those after the sixth largest are drawn as one.
    pub ended: Vec<Layer>,
    /// Name of the causes that are drawn as one, such as "other causes".
    pub other_label: String,
    /// Cumulative share (0..1) absorbed.
    pub absorbed: Option<Layer>,
    /// Name of the rest, such as "still going".
    pub going_label: String,
}

/// A layer as it is drawn.
struct DrawnLayer {
    label: String,
    shares: Vec<f64>,
    colour: Colour,
}

impl IncidenceChart {
    /// The numbers that it shows, and those of each of the causes that it draws as one.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let layers = self.layers();
        // What is drawn as one is told in its parts too.
        let is_joined = self.ended.len() > MAX_CAUSES + 1;
        let parts = if is_joined { self.by_size().split_off(MAX_CAUSES) } else { Vec::new() };
        let columns = core::iter::once(self.axis.corner(&self.y_label))
            .chain(layers.iter().map(|layer| layer.label.clone()))
            .chain(parts.iter().map(|part| format!("{}: {}", self.other_label, part.label)));
        let moments = Moments::of(self.times.iter().copied());
        let row = |&time: &f64| {
            let place = self.times.iter().position(|&other| other == time);
            let shares = layers.iter().map(|layer| layer.shares.as_slice());
            let shares = shares.chain(parts.iter().map(|part| part.counts.as_slice()));
            let share = |shares: &[f64]| place.and_then(|place| shares.get(place)).map_or(f64::NAN, |share| *share);
            let cells = shares.map(|shares| NumberFormat::Percent.write(share(shares)));
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
        let layers = self.layers();
        let stack = Stack::new(&self.times, layers.iter().map(|layer| layer.shares.as_slice()));
        let y_labels = y_axis::labels((0.0, 1.0), 400.0, NumberFormat::Percent);
        let (plane, above) = draw_frame(
            canvas,
            &Needs {
                heading: &self.heading,
                note: String::new(),
                axis: &self.axis,
                y_label: &self.y_label,
                key: Vec::new(),
                left: y_axis::width(&y_labels) + 14.0,
                right: EndLabels::new(self.end_labels(&layers, &stack, None)).width,
                below: 0.0,
            },
        );
        self.axis.draw_behind(canvas, &plane);
        y_axis::draw(canvas, &plane, &y_labels);
        stack.draw(canvas, &plane, true, |place| layers[place].colour);
        self.axis.draw_before(canvas, &plane, &above, true);
        self.axis.draw_axis(canvas, &plane, &self.axis.shown(&plane, 0.0));
        if self.times.len() < 2 {
            draw_nothing(canvas, &plane);
        }
        let labels = EndLabels::new(self.end_labels(&layers, &stack, Some(&plane)));
        labels.draw(canvas, plane.right, plane.top, plane.bottom + 8.0);
        let moments = Moments::of(self.times.iter().copied());
        time_spots::mark(canvas, &plane, &self.axis, &moments, true, |time| {
            let place = self.times.iter().position(|&other| other == time).unwrap_or_default();
            let line =
                |layer: &DrawnLayer| format!("{} {}", layer.label, NumberFormat::Percent.write(layer.shares[place]));
            layers.iter().rev().map(line).collect()
        });
    }

    /// The causes, the largest in the end first.
    fn by_size(&self) -> Vec<&Layer> {
        let last =
            |layer: &Layer| self.times.len().checked_sub(1).map_or(0.0, |last| thickness(&layer.counts, last).min(1.0));
        let mut causes: Vec<&Layer> = self.ended.iter().collect();
        causes.sort_by(|a, b| last(b).total_cmp(&last(a)));
        causes
    }

    /// From bottom to top: causes from the largest on, the rest, absorbed. What would exceed 100 % is cut.
    fn layers(&self) -> Vec<DrawnLayer> {
        let share = |layer: &Layer, time: usize| thickness(&layer.counts, time).min(1.0);
        let causes = self.by_size();
        let kept = if causes.len() > MAX_CAUSES + 1 { MAX_CAUSES } else { causes.len() };
        let all_times = 0..self.times.len();
        let drawn = |(place, cause): (usize, &&Layer)| DrawnLayer {
            label: cause.label.clone(),
            shares: all_times.clone().map(|time| share(cause, time)).collect(),
            colour: palette::cause(place),
        };
        let mut layers: Vec<DrawnLayer> = causes[..kept].iter().enumerate().map(drawn).collect();
        if kept < causes.len() {
            let sum = |time: usize| causes[kept..].iter().map(|cause| share(cause, time)).sum();
            let (label, shares) = (self.other_label.clone(), all_times.clone().map(sum).collect());
            layers.push(DrawnLayer { label, shares, colour: OTHER_CAUSES });
        }
        let absorbed = |time: usize| self.absorbed.as_ref().map_or(0.0, |layer| share(layer, time));
        let mut free: Vec<f64> = all_times.clone().map(|time| 1.0 - absorbed(time)).collect();
        for (time, free) in free.iter_mut().enumerate() {
            for layer in &mut layers {
                layer.shares[time] = layer.shares[time].min(*free);
                *free -= layer.shares[time];
            }
        }
        layers.push(DrawnLayer { label: self.going_label.clone(), shares: free, colour: GOING });
        if let Some(layer) = &self.absorbed {
            let (label, shares) = (layer.label.clone(), all_times.map(absorbed).collect());
            layers.push(DrawnLayer { label, shares, colour: ABSORBED });
        }
        layers
    }

    fn end_labels(&self, layers: &[DrawnLayer], stack: &Stack, plane: Option<&Plane>) -> Vec<EndLabel> {
        let label = |(place, layer): (usize, &DrawnLayer)| {
            let (time, middle) = stack.middle(place)?;
            Some(EndLabel {
                at: plane.map_or((0.0, 0.0), |plane| plane.at(time, middle)),
                swatch: Swatch::Block(layer.colour),
                value: NumberFormat::Percent.write(*layer.shares.last()?),
                name: layer.label.clone(),
            })
        };
        // From the top down, so that layers of no thickness keep their order.
        layers.iter().enumerate().rev().filter_map(label).collect()
    }

    fn describe(&self) -> String {
        let ends: Vec<String> = self
            .layers()
            .iter()
            .filter_map(|layer| Some(format!("{} {}", layer.label, NumberFormat::Percent.write(*layer.shares.last()?))))
            .collect();
        let ends = if ends.is_empty() { "No data".to_owned() } else { format!("In the end: {}", ends.join(", ")) };
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain([ends, self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "incidence_tests.rs"]
mod tests;

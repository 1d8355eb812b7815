use crate::chart::axes::{Plane, TimeAxis, time_spots, y_axis};
use crate::chart::parts::{
    AVERAGE, BandKey, Curve, EndLabel, EndLabels, Heading, KeyEntry, Needs, SPREAD, Swatch, arrange, at_risk,
    curve_values, draw_band, draw_head, draw_line, draw_nothing, draw_reach, last_known,
};
use crate::chart::sheet::{Canvas, KEY, MARGIN, MAX_GROUPS, Picture, Stroke, palette};
use crate::chart::words::{ChartTable, NumberFormat, sentences};
use serde::{Deserialize, Serialize};

/// Survival curves of up to eight groups, as stairs from 0 to 100 %, with the numbers at risk below; where these leave too little
/// height for the curves, they are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SurvivalChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The time axis, its span and its marks.
    pub axis: TimeAxis,
    /// What the vertical axis counts, such as "Initiatives still alive".
    pub y_label: String,
    /// What line and bands stand for.
    pub key: BandKey,
    /// The groups, the most important first; those after the eighth are left out, and the caption says so.
    pub curves: Vec<Curve>,
    /// Title of the table below, such as "Initiatives at risk".
    pub at_risk_label: String,
}

/// A plot lower than this says little: the table below it then gives way.
const LEAST_HEIGHT: f64 = 220.0;

impl SurvivalChart {
    /// The numbers that it shows, and those of the curves and spreads that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let axis = (&self.axis, self.y_label.as_str());
        curve_values::table(axis, &self.curves, &self.key, Some(&self.at_risk_label))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn groups(&self) -> &[Curve] {
        &self.curves[..self.curves.len().min(MAX_GROUPS)]
    }

    fn has_spread(&self) -> bool {
        self.groups().len() <= 2
    }

    fn draw(&self, canvas: &Canvas) {
        let curves = self.groups();
        let y_labels = y_axis::labels((0.0, 1.0), 400.0, NumberFormat::Percent);
        // Widths only: the ends are placed once the plane is known.
        let width = EndLabels::new(self.end_labels(None)).width;
        let y_width = y_axis::width(&y_labels) + 14.0;
        let mut needs = Needs {
            heading: &self.heading,
            note: palette::left_out(self.curves.len()),
            axis: &self.axis,
            y_label: &self.y_label,
            key: self.key_entries(),
            left: y_width.max(at_risk::names_width(curves, &self.at_risk_label)),
            right: width,
            below: at_risk::height(curves),
        };
        let edges = draw_head(canvas, needs.heading, &needs.note, needs.y_label, &needs.key);
        let (mut plane, mut above) = arrange(&needs, edges);
        let has_table = plane.bottom - plane.top >= LEAST_HEIGHT;
        if !has_table {
            (needs.left, needs.below) = (y_width, 0.0);
            (plane, above) = arrange(&needs, edges);
        }
        self.axis.draw_behind(canvas, &plane);
        y_axis::draw(canvas, &plane, &y_labels);
        for (place, curve) in curves.iter().enumerate().rev() {
            let colour = palette::line(place).colour;
            if self.has_spread() {
                draw_band(canvas, &plane, &curve.spread_band, true, (colour, SPREAD));
            }
            draw_band(canvas, &plane, &curve.average_band, true, (colour, AVERAGE));
        }
        self.axis.draw_before(canvas, &plane, &above, false);
        let shown = self.axis.shown(&plane, at_risk::numbers_width(curves));
        let below = self.axis.draw_axis(canvas, &plane, &shown);
        for (place, curve) in curves.iter().enumerate().rev() {
            if self.has_spread() {
                draw_reach(canvas, &plane, &curve.reach, true, palette::line(place).colour);
            }
            draw_line(canvas, &plane, &curve.points, true, palette::line(place));
        }
        let rows: Vec<(&Curve, Stroke)> =
            curves.iter().enumerate().map(|(place, curve)| (curve, palette::line(place))).collect();
        if has_table {
            at_risk::draw(canvas, &rows, &self.at_risk_label, (MARGIN, below), &shown);
        }
        if curves.iter().all(|curve| last_known(&curve.points).is_none()) {
            draw_nothing(canvas, &plane);
        }
        EndLabels::new(self.end_labels(Some(&plane))).draw(canvas, plane.right, plane.top, plane.bottom + 8.0);
        time_spots::mark(canvas, &plane, &self.axis, &curve_values::moments(curves), true, |time| {
            curve_values::lines(curves, time, &self.key, self.has_spread())
        });
    }

    fn end_labels(&self, plane: Option<&Plane>) -> Vec<EndLabel> {
        let ends = self.groups().iter().enumerate().filter_map(|(place, curve)| {
            let (x, y) = last_known(&curve.points)?;
            Some(EndLabel {
                at: plane.map_or((0.0, 0.0), |plane| plane.at(x, y)),
                swatch: Swatch::Line(palette::line(place)),
                value: NumberFormat::Percent.write(y),
                name: curve.label.clone(),
            })
        });
        ends.collect()
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let groups = self.groups();
        let has_average = groups.iter().any(|curve| !curve.average_band.is_empty());
        let has_spread = self.has_spread() && groups.iter().any(|curve| !curve.spread_band.is_empty());
        let colour = if groups.len() == 1 { palette::line(0).colour } else { KEY };
        let has_reach = self.has_spread() && groups.iter().any(|curve| !curve.reach.is_empty());
        let mut entries = self.key.entries(colour, (!groups.is_empty(), has_average, has_spread));
        entries.extend(self.key.reach_entry(colour, has_reach));
        entries
    }

    fn describe(&self) -> String {
        let curves = self.groups().iter().map(|curve| format!("{}: {}", curve.label, curve.describe()));
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(curves).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "survival_tests.rs"]
mod tests;

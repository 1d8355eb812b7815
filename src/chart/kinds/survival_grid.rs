use crate::chart::axes::{Cell, Plane, TimeAxis, TimeSpan, grid, spread_out, time_spots, y_axis};
use crate::chart::parts::{
    AVERAGE, AXIS_HEIGHT, BandKey, Curve, Heading, KeyEntry, SPREAD, Sign, curve_values, draw_band, draw_head,
    draw_line, draw_nothing, draw_reach, last_known,
};
use crate::chart::sheet::{
    Align, BASELINE, Canvas, INK, KEY, MARGIN, MAX_GROUPS, Pen, Picture, QUIET, SPAN, Stroke, palette, sheet_width,
    text_width, wrap,
};
use crate::chart::words::{ChartTable, NumberFormat, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Survival curves of up to eight groups, one panel each, every one beside the baseline's curve. Colours are those of
/// the same curves in a [`SurvivalChart`](crate::chart::SurvivalChart).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SurvivalGridChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The shared time axis with its span; its marks are not drawn.
    pub axis: TimeAxis,
    /// The shaded stretch of each panel, in place of the axis's; empty if all have that one.
    #[serde(default)]
    pub spans: Vec<Option<TimeSpan>>,
    /// What the vertical axes count, such as "Initiatives still alive".
    pub y_label: String,
    /// What line and bands stand for.
    pub key: BandKey,
    /// The groups in reading order, both bands drawn; those after the eighth are left out, and the caption says so.
    pub curves: Vec<Curve>,
    /// Place in `curves` of the one that is shown, in grey, in all panels; may be none.
    pub baseline: Option<usize>,
    /// What the grey line stands for, such as "baseline: three-year award"; may be empty.
    pub baseline_key: String,
}

const NAME: Pen = Pen { size: 21.0, bold: true, colour: INK };
const NAME_ROW: f64 = 26.0;
const END: Pen = Pen { size: 21.0, bold: true, colour: INK };
const END_ROW: f64 = 25.0;
/// Dashed, so that it stays apart from light colours where all is grey.
const GREY: Stroke = Stroke { colour: BASELINE, width: 2.75, dash: &[8.0, 5.0] };

impl SurvivalGridChart {
    /// The numbers that it shows, and those of the curves that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        curve_values::table((&self.axis, &self.y_label), &self.curves, &self.key, None)
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn groups(&self) -> &[Curve] {
        &self.curves[..self.curves.len().min(MAX_GROUPS)]
    }

    /// The shaded stretch of a panel.
    fn span(&self, place: usize) -> Option<&TimeSpan> {
        if self.spans.is_empty() { self.axis.span.as_ref() } else { self.spans.get(place)?.as_ref() }
    }

    fn grey(&self) -> Option<&Curve> {
        self.curves.get(self.baseline?)
    }

    fn draw(&self, canvas: &Canvas) {
        let curves = self.groups();
        let note = palette::left_out(self.curves.len());
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.y_label, &self.key_entries());
        let top = top + 6.0;
        let y_labels = y_axis::labels((0.0, 1.0), 200.0, NumberFormat::Percent);
        let (left, right) = (MARGIN + y_axis::width(&y_labels) + 14.0, sheet_width() - MARGIN);
        let (rows, columns) = grid::shape(curves.len());
        let percent = text_width(&NumberFormat::Percent.write(1.0), END.size, true);
        // Beside each panel stand its last values, and half of the axis's last label and of the next panel's first.
        let beside = (percent + 16.0).max(self.axis.widest_label() + 14.0);
        let width = (right - left - beside * columns as f64) / columns as f64;
        let names: Vec<Vec<String>> =
            curves.iter().map(|curve| wrap(&curve.label, width + 0.6 * beside, 2, NAME.size, NAME.bold)).collect();
        let name_rows = names.iter().map(Vec::len).max().unwrap_or(0);
        let above = NAME_ROW * name_rows as f64 + 8.0;
        let is_ragged = !curves.len().is_multiple_of(columns);
        let between = above + if is_ragged { AXIS_HEIGHT + 4.0 } else { 22.0 };
        let heights = (top + above, (bottom - AXIS_HEIGHT).max(top + above + 40.0 + between * (rows - 1) as f64));
        let cells = grid::cells(curves.len(), (left, right - beside), heights, (beside, between));
        for ((place, curve), (cell, name)) in curves.iter().enumerate().zip(cells.iter().zip(&names)) {
            self.draw_panel(canvas, (place, curve), cell, &y_labels);
            for (line, row) in name.iter().rev().zip(0..) {
                canvas.text(line, (cell.left, cell.top - 12.0 - NAME_ROW * f64::from(row)), NAME, Align::Left);
            }
        }
        if curves.is_empty() {
            let whole = Plane { left, right, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) };
            draw_nothing(canvas, &whole);
        }
    }

    fn draw_panel(&self, canvas: &Canvas, (place, curve): (usize, &Curve), cell: &Cell, y_labels: &[(f64, String)]) {
        let x = self.axis.range();
        let plane = Plane { left: cell.left, right: cell.right, top: cell.top, bottom: cell.bottom, x, y: (0.0, 1.0) };
        TimeAxis { span: self.span(place).cloned(), ..self.axis.clone() }.draw_behind(canvas, &plane);
        if cell.is_first {
            y_axis::draw(canvas, &plane, y_labels);
        } else {
            y_axis::draw_lines(canvas, &plane, y_labels);
        }
        let stroke = Stroke { dash: &[], ..palette::line(place) };
        draw_band(canvas, &plane, &curve.spread_band, true, (stroke.colour, SPREAD));
        draw_band(canvas, &plane, &curve.average_band, true, (stroke.colour, AVERAGE));
        draw_reach(canvas, &plane, &curve.reach, true, stroke.colour);
        let grey = self.grey().filter(|_| self.baseline != Some(place));
        if let Some(grey) = grey {
            draw_line(canvas, &plane, &grey.points, true, GREY);
        }
        draw_line(canvas, &plane, &curve.points, true, stroke);
        let shown = if cell.is_lowest { self.axis.shown(&plane, 0.0) } else { Vec::new() };
        TimeAxis { label: String::new(), ..self.axis.clone() }.draw_axis(canvas, &plane, &shown);
        let own = last_known(&curve.points);
        if own.is_none() {
            draw_nothing(canvas, &plane);
        }
        let grey = grey.and_then(|grey| last_known(&grey.points));
        let own = own.map(|end| (end.1, END));
        let ends: Vec<(f64, Pen)> =
            own.into_iter().chain(grey.map(|end| (end.1, Pen { bold: false, colour: QUIET, ..END }))).collect();
        let wanted: Vec<f64> = ends.iter().map(|end| plane.py(end.0)).collect();
        let heights = vec![END_ROW; ends.len()];
        let centres = spread_out(&wanted, &heights, plane.top - 8.0, plane.bottom + 8.0);
        for ((value, pen), centre) in ends.into_iter().zip(centres) {
            let text = NumberFormat::Percent.write(value);
            canvas.text(&text, (plane.right + 8.0, centre + 0.36 * pen.size), pen, Align::Left);
        }
        let curves = core::slice::from_ref(curve);
        time_spots::mark(canvas, &plane, &self.axis, &curve_values::moments(curves), true, |time| {
            let mut lines = curve_values::lines(curves, time, &self.key, true);
            let baseline = self.grey().filter(|_| self.baseline != Some(place));
            lines.extend(baseline.map(|grey| self.tell_baseline(grey, time)));
            lines
        });
    }

    fn tell_baseline(&self, grey: &Curve, time: f64) -> String {
        let name = if self.baseline_key.trim().is_empty() { &grey.label } else { &self.baseline_key };
        format!("{name} {}", grey.value(time))
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let has = |band: fn(&Curve) -> bool| self.groups().iter().any(band);
        let drawn = (has(|_| true), has(|curve| !curve.average_band.is_empty()), has(|c| !c.spread_band.is_empty()));
        let mut entries = self.key.entries(KEY, drawn);
        entries.extend(self.key.reach_entry(KEY, has(|curve| !curve.reach.is_empty())));
        if self.grey().is_some() && !self.baseline_key.trim().is_empty() {
            entries.push(KeyEntry { text: self.baseline_key.clone(), sign: Sign::Line(GREY) });
        }
        let spans = (0..self.groups().len()).filter_map(|place| self.span(place));
        if let Some(span) = spans.into_iter().find(|span| !span.label.trim().is_empty()) {
            entries.push(KeyEntry { text: span.label.clone(), sign: Sign::Shade(SPAN, 0.4) });
        }
        entries
    }

    fn describe(&self) -> String {
        let curves = self.groups().iter().enumerate().map(|(place, curve)| {
            let name = if self.baseline == Some(place) { " (baseline)" } else { "" };
            format!("{}{name}: {}", curve.label, curve.describe())
        });
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(or_no_data(curves)).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "survival_grid_tests.rs"]
mod tests;

use crate::chart::axes::{Cell, Plane, TimeAxis, grid, spread_out, usable, y_axis};
use crate::chart::parts::{
    AXIS_HEIGHT, Heading, KeyEntry, Sign, draw_band, draw_head, draw_line, draw_nothing, first_known, last_known,
};
use crate::chart::sheet::{
    Align, BASELINE, Canvas, INK, MARGIN, Pen, Picture, QUIET, SPAN, Stroke, palette, sheet_width, shorten, text_width,
};
use crate::chart::words::{ChartTable, NumberFormat, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// One quantity in one place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlacePanel {
    /// Its name.
    pub name: String,
    /// What else there is to say of it in a few words, such as "43 % survive".
    pub note: String,
    /// Time and value, in rising order of time.
    pub points: Vec<(f64, f64)>,
    /// Time, low, high. May be empty.
    pub band: Vec<(f64, f64, f64)>,
}

/// The same quantity in up to twelve places, one small panel each on the same scales, with a line for comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacesChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The shared time axis and its span; marks are not drawn.
    pub axis: TimeAxis,
    /// What the vertical axes count.
    pub y_label: String,
    /// Values at their lower and upper edge.
    pub range: (f64, f64),
    /// How values are written.
    pub format: NumberFormat,
    /// What the line, the band and the grey line stand for; an empty one is not in the key.
    pub keys: [String; 3],
    /// In reading order; those after the twelfth are left out, and the caption says so.
    pub places: Vec<PlacePanel>,
    /// The grey line in every panel: time and value. May be empty.
    pub reference: Vec<(f64, f64)>,
}

const MOST: usize = 12;
const BAND: f64 = 0.24;
const NAME: Pen = Pen { size: 20.0, bold: true, colour: INK };
const NOTE: Pen = Pen { size: 18.0, bold: false, colour: INK };
const END: Pen = Pen { size: 19.0, bold: true, colour: INK };
const END_ROW: f64 = 23.0;
const GREY: Stroke = Stroke { colour: BASELINE, width: 2.5, dash: &[8.0, 5.0] };

impl PlacesChart {
    /// The numbers that it shows: each place at the ticks of the time axis.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let ticks = || self.axis.ticks.iter();
        let at = |points: &[(f64, f64)], time: f64| {
            let known = points.iter().rfind(|point| point.0 <= time + 1e-9 && point.1.is_finite());
            self.write(known.map_or(f64::NAN, |point| point.1))
        };
        let row = |name: &str, note: &str, points: &[(f64, f64)]| {
            let cells = ticks().map(|tick| at(points, tick.at));
            [name.to_owned(), note.to_owned()].into_iter().chain(cells).collect::<Vec<String>>()
        };
        let grey = (!self.reference.is_empty()).then(|| row(&self.keys[2], "", &self.reference));
        let rows = self.places.iter().map(|place| row(&place.name, &place.note, &place.points)).chain(grey);
        let columns = ["place", "note"].map(str::to_owned).into_iter().chain(ticks().map(|tick| tick.label.clone()));
        ChartTable { columns: columns.collect(), rows: rows.collect() }
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn places(&self) -> &[PlacePanel] {
        &self.places[..self.places.len().min(MOST)]
    }

    fn write(&self, value: f64) -> String {
        if value.is_finite() { self.format.write_within(value, usable(self.range)) } else { "–".to_owned() }
    }

    fn draw(&self, canvas: &Canvas) {
        let places = self.places();
        let hidden = self.places.len() - places.len();
        let note = if hidden > 0 { format!("({hidden} more places not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.y_label, &self.key_entries());
        let (rows, columns) = grid::shape(places.len());
        let range = usable(self.range);
        let y_labels = y_axis::labels(range, 520.0 / rows as f64, self.format);
        let (left, right) = (MARGIN + y_axis::width(&y_labels) + 14.0, sheet_width() - MARGIN);
        let ends = places.iter().filter_map(|place| last_known(&place.points)).chain(last_known(&self.reference));
        let value = ends.map(|end| text_width(&self.write(end.1), END.size, true)).fold(0.0, f64::max);
        let beside = (value + 16.0).max(self.axis.widest_label() + 14.0);
        let is_ragged = !places.len().is_multiple_of(columns);
        let above = 56.0;
        let between = above + if is_ragged { AXIS_HEIGHT + 2.0 } else { 14.0 };
        let heights = (top + above, (bottom - AXIS_HEIGHT).max(top + above + 40.0 + between * (rows - 1) as f64));
        let cells = grid::cells(places.len(), (left, right - beside), heights, (beside, between));
        for (place, cell) in places.iter().zip(&cells) {
            self.draw_panel(canvas, place, cell, &y_labels, beside);
        }
        if places.is_empty() {
            draw_nothing(canvas, &Plane { left, right, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) });
        }
    }

    fn draw_panel(&self, canvas: &Canvas, place: &PlacePanel, cell: &Cell, y_labels: &[(f64, String)], beside: f64) {
        let (x, y) = (self.axis.range(), usable(self.range));
        let plane = Plane { left: cell.left, right: cell.right, top: cell.top, bottom: cell.bottom, x, y };
        let room = plane.right - plane.left + beside - 20.0;
        let name = shorten(&place.name, room, NAME.size, true);
        canvas.text(&name, (plane.left, plane.top - 32.0), NAME, Align::Left);
        let note = shorten(&place.note, room, NOTE.size, false);
        canvas.text(&note, (plane.left, plane.top - 9.0), NOTE, Align::Left);
        self.axis.draw_behind(canvas, &plane);
        if cell.is_first {
            y_axis::draw(canvas, &plane, y_labels);
        } else {
            y_axis::draw_lines(canvas, &plane, y_labels);
        }
        let stroke = palette::line(0);
        draw_band(canvas, &plane, &place.band, false, (stroke.colour, BAND));
        draw_line(canvas, &plane, &self.reference, false, GREY);
        draw_line(canvas, &plane, &place.points, false, stroke);
        let shown = if cell.is_lowest { self.axis.shown(&plane, 0.0) } else { Vec::new() };
        TimeAxis { label: String::new(), ..self.axis.clone() }.draw_axis(canvas, &plane, &shown);
        let own = last_known(&place.points);
        if own.is_none() {
            draw_nothing(canvas, &plane);
        }
        let grey = last_known(&self.reference).map(|end| (end.1, Pen { bold: false, colour: QUIET, ..END }));
        let ends: Vec<(f64, Pen)> = own.map(|end| (end.1, END)).into_iter().chain(grey).collect();
        let wanted: Vec<f64> = ends.iter().map(|end| plane.py(end.0)).collect();
        let centres = spread_out(&wanted, &vec![END_ROW; ends.len()], plane.top - 8.0, plane.bottom + 8.0);
        for ((value, pen), centre) in ends.into_iter().zip(centres) {
            canvas.text(&self.write(value), (plane.right + 8.0, centre + 0.36 * pen.size), pen, Align::Left);
        }
        self.mark_spots(canvas, place, &plane);
    }

    /// One spot for each point, as wide as the way to its neighbours.
    fn mark_spots(&self, canvas: &Canvas, place: &PlacePanel, plane: &Plane) {
        let name = |time: f64| {
            let tick = self.axis.ticks.iter().rfind(|tick| tick.at <= time + 1e-9);
            tick.map_or_else(String::new, |tick| tick.label.clone())
        };
        let step = (place.points.len() / 12).max(1);
        for (at, points) in place.points.chunks(step).enumerate() {
            let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
            let from = place.points.get((at * step).saturating_sub(1)).map_or(first.0, |before| before.0);
            let band = place.band.iter().find(|band| band.0 == last.0);
            let band =
                band.map_or_else(String::new, |band| format!(" ({} to {})", self.write(band.1), self.write(band.2)));
            let grey = self.reference.iter().find(|point| point.0 == last.0);
            let grey = grey.map_or_else(String::new, |grey| format!("\n{}: {}", self.keys[2], self.write(grey.1)));
            let text = format!("{}, year from {}\n{}{band}{grey}", place.name, name(from), self.write(last.1));
            canvas.spot((plane.px(from), plane.top), (plane.px(last.0), plane.bottom), text);
        }
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let colour = palette::line(0).colour;
        let signs = [Sign::line(colour), Sign::Shade(colour, BAND), Sign::Line(GREY)];
        let span = self.axis.span.as_ref().map(|span| (&span.label, Sign::Shade(SPAN, 0.4)));
        let all = self.keys.iter().zip(signs).chain(span);
        all.filter(|(text, _)| !text.trim().is_empty())
            .map(|(text, sign)| KeyEntry { text: text.clone(), sign })
            .collect()
    }

    fn describe(&self) -> String {
        let places = self.places().iter().map(|place| {
            let ends = first_known(&place.points).zip(last_known(&place.points));
            let course = ends.map_or("no data".to_owned(), |(first, last)| {
                format!("from {} to {}", self.write(first.1), self.write(last.1))
            });
            let note = if place.note.is_empty() { String::new() } else { format!(", {}", place.note) };
            format!("{}: {course}{note}", place.name)
        });
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(or_no_data(places)).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;

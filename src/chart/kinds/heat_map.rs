use crate::chart::axes::{Plane, range_of, ticks, told, usable};
use crate::chart::parts::{ColourScale, Heading, KeyEntry, Sign, contours, draw_head, draw_nothing, ramp};
use crate::chart::sheet::{
    Align, Canvas, INK, MARGIN, Pen, Picture, Point, QUIET, Stroke, sheet_width, shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NONE, NumberFormat, decimals_of, name_or_left_out, sentences, signed};
use serde::{Deserialize, Serialize};

/// A value at a pair of settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatCell {
    /// The value; hatched if it is not finite.
    pub value: f64,
    /// Half the width of its interval, written small below it where there is room.
    pub half_width: Option<f64>,
}

/// A quantity over two settings, as coloured cells with their values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatMapChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// Name of the setting along the horizontal axis, with its unit.
    pub x_label: String,
    /// Its values from left to right, as written.
    pub x: Vec<String>,
    /// Name of the setting along the vertical axis, with its unit.
    pub y_label: String,
    /// Its values from bottom to top, as written.
    pub y: Vec<String>,
    /// By place in `y`, then by place in `x`; what is missing counts as no data. Rows and columns after the sixtieth
    /// are left out, and the caption says so.
    pub cells: Vec<Vec<HeatCell>>,
    /// How the values are written.
    pub format: NumberFormat,
    /// What the values count, written above the colour scale, such as "alive after four years".
    pub scale_label: String,
    /// Values of the first and the last colour, so that charts can be compared; otherwise the least and the greatest.
    pub range: Option<(f64, f64)>,
    /// Whether both settings are quantities: then lines of equal value, at round ones, stand in place of the numbers where cells are many.
    pub contours: bool,
    /// Cells that the title speaks of, by place in `y` and in `x`: they are ringed.
    pub ringed: Vec<(usize, usize)>,
}

const MOST: usize = 60;
const TICK: Pen = Pen { size: 20.0, bold: false, colour: INK };
const SMALL: Pen = Pen { size: 20.0, bold: false, colour: QUIET };
const WIDEST_NAME: f64 = 220.0;
const LINE: f64 = 25.0;
const LARGEST: f64 = 26.0;
const SMALLEST: f64 = 12.0;
/// More cells than these have lines in place of numbers.
const MANY: usize = 30;
/// Most lines.
const LEVELS: usize = 8;
const LEVEL: Pen = Pen { size: 20.0, bold: true, colour: INK };

impl HeatMapChart {
    /// The numbers that it shows, and those of the rows and columns that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let corner = match (self.y_label.trim(), self.x_label.trim()) {
            ("", "") => self.scale_label.clone(),
            (down, across) => format!("{}: {down} (down) by {across} (across)", self.scale_label),
        };
        let name = |(place, name): (usize, &String)| name_or_left_out(name, place, MOST);
        let columns = core::iter::once(corner).chain(self.x.iter().enumerate().map(name));
        let row = |row: (usize, &String)| {
            let cells = (0..self.x.len()).map(|column| self.value_words(row.0, column, NONE));
            core::iter::once(name(row)).chain(cells).collect()
        };
        // From the top down, as the cells lie.
        ChartTable::of(columns.collect(), self.y.iter().enumerate().rev().map(row))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn columns(&self) -> &[String] {
        &self.x[..self.x.len().min(MOST)]
    }

    fn rows(&self) -> &[String] {
        &self.y[..self.y.len().min(MOST)]
    }

    fn cell(&self, row: usize, column: usize) -> Option<HeatCell> {
        self.cells.get(row)?.get(column).copied().filter(|cell| cell.value.is_finite())
    }

    /// All cells with their place: row, column.
    fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let columns = self.columns().len();
        (0..self.rows().len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    fn known(&self) -> impl Iterator<Item = (usize, usize, HeatCell)> {
        self.places().filter_map(|(row, column)| Some((row, column, self.cell(row, column)?)))
    }

    /// The value of a cell with half the width of its interval.
    fn value_words(&self, row: usize, column: usize, nothing: &str) -> String {
        let range = self.scale_range();
        self.cell(row, column).map_or_else(
            || nothing.to_owned(),
            |cell| {
                let half = cell.half_width.map(|half| format!(" {}", self.write_half(half)));
                format!("{}{}", self.write(cell.value, range), half.unwrap_or_default())
            },
        )
    }

    /// The decimals of all numbers: those of the widest interval, so that a value and its interval have the same.
    fn decimals(&self) -> Option<usize> {
        let halves = self.known().filter_map(|(.., cell)| cell.half_width).filter(|half| half.is_finite());
        let widest = halves.fold(0.0, f64::max);
        (widest > 0.0 && self.format == NumberFormat::Number).then(|| decimals_of(widest))
    }

    fn write(&self, value: f64, range: (f64, f64)) -> String {
        match self.decimals() {
            Some(decimals) => signed(value, decimals),
            None => self.format.write_within(value, range),
        }
    }

    fn write_half(&self, half: f64) -> String {
        match self.decimals() {
            Some(decimals) if half.is_finite() => format!("± {}", signed(half, decimals)),
            _ => self.format.write_half_width(half),
        }
    }

    fn scale_range(&self) -> (f64, f64) {
        self.range.map_or_else(|| range_of(self.known().map(|(.., cell)| cell.value)), usable)
    }

    fn draw(&self, canvas: &Canvas) {
        let (rows, columns) = (self.rows(), self.columns());
        let hidden = self.x.len().max(self.y.len()).saturating_sub(MOST);
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.y_label, &self.key_entries());
        let scale = ColourScale { range: self.scale_range(), format: self.format, label: &self.scale_label };
        let names = rows.iter().map(|name| text_width(name, TICK.size, false)).fold(0.0, f64::max).min(WIDEST_NAME);
        let sides = (MARGIN + names + 14.0, sheet_width() - MARGIN - scale.width() - 44.0);
        let width = (sides.1 - sides.0) / columns.len().max(1) as f64;
        let labels = column_labels(columns, width);
        let lines = labels.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let title_height = if self.x_label.trim().is_empty() { 0.0 } else { 30.0 };
        let foot = bottom - LINE * lines as f64 - 10.0 - title_height;
        let plane = Plane { left: sides.0, right: sides.1, top: top + 4.0, bottom: foot, x: (0.0, 1.0), y: (0.0, 1.0) };
        if self.known().next().is_none() {
            draw_nothing(canvas, &plane);
            return;
        }
        self.draw_cells(canvas, &plane, &scale);
        if self.has_contours() {
            self.draw_contours(canvas, &plane, &scale);
        }
        self.draw_rings(canvas, &plane);
        self.draw_names(canvas, &plane, names);
        for (column, lines) in &labels {
            for (line, place) in lines.iter().zip(0..) {
                let at = (sides.0 + width * (*column as f64 + 0.5), foot + 28.0 + LINE * f64::from(place));
                canvas.text(line, at, TICK, Align::Middle);
            }
        }
        let title = shorten(&self.x_label, sheet_width() - 2.0 * MARGIN, SMALL.size, false);
        let half = 0.5 * text_width(&title, SMALL.size, false);
        let middle = (0.5 * (sides.0 + sides.1)).clamp(MARGIN + half, sheet_width() - MARGIN - half);
        canvas.text(&title, (middle, bottom - 8.0), SMALL, Align::Middle);
        scale.draw(canvas, sides.1 + 44.0, (plane.top, plane.bottom));
    }

    /// The values of the vertical axis, as many as stand apart.
    fn draw_names(&self, canvas: &Canvas, plane: &Plane, width: f64) {
        let height = (plane.bottom - plane.top) / self.rows().len() as f64;
        let step = (24.0 / height).ceil().max(1.0) as usize;
        for (row, name) in self.rows().iter().enumerate().step_by(step) {
            let middle = plane.bottom - height * (row as f64 + 0.5);
            let lines = wrap(name, width, ((height / LINE) as usize).clamp(1, 3), TICK.size, false);
            let first = middle + 0.36 * TICK.size - 0.5 * LINE * lines.len().saturating_sub(1) as f64;
            for (line, place) in lines.iter().zip(0..) {
                canvas.text(line, (plane.left - 14.0, first + LINE * f64::from(place)), TICK, Align::Right);
            }
        }
    }

    fn draw_cells(&self, canvas: &Canvas, plane: &Plane, scale: &ColourScale) {
        let width = (plane.right - plane.left) / self.columns().len() as f64;
        let height = (plane.bottom - plane.top) / self.rows().len() as f64;
        let gap = if width.min(height) > 18.0 && !self.has_contours() { 1.5 } else { 0.0 };
        let (size, with_halves) =
            if self.has_contours() { (None, false) } else { self.text_size((width, height), scale) };
        for (row, column) in self.places() {
            let (left, bottom) = (plane.left + width * column as f64, plane.bottom - height * row as f64);
            let corners = ((left, bottom - height + gap), (left + width - gap, bottom));
            canvas.spot((left, bottom - height), (left + width, bottom), self.told(row, column));
            let Some(cell) = self.cell(row, column) else {
                canvas.hatched(corners.0, corners.1);
                continue;
            };
            let (low, high) = scale.range;
            let colour = ramp((cell.value - low) / (high - low));
            canvas.rectangle(corners.0, corners.1, colour, 1.0);
            let Some(size) = size else { continue };
            let half = cell.half_width.filter(|_| with_halves).map(|half| self.write_half(half));
            let (middle, pen) = (left + 0.5 * (width - gap), Pen { size, bold: true, colour: colour.ink() });
            let base = bottom - 0.5 * (height - gap) + 0.36 * size - if half.is_some() { 0.45 * size } else { 0.0 };
            canvas.text(&self.write(cell.value, scale.range), (middle, base), pen, Align::Middle);
            if let Some(half) = half {
                let small = Pen { size: 0.75 * size, bold: false, ..pen };
                canvas.text(&half, (middle, base + 1.05 * size), small, Align::Middle);
            }
        }
    }

    /// Whether it has lines of equal value in place of numbers.
    #[must_use]
    pub fn has_contours(&self) -> bool {
        self.contours && self.places().count() > MANY
    }

    /// The values with a row and a column more on every side, so that lines reach the edge of the plot, and where these stand in units of cells.
    fn spread(&self) -> (Vec<Vec<f64>>, [Vec<f64>; 2]) {
        let around = |count: usize| -> Vec<usize> {
            core::iter::once(0).chain(0..count).chain([count.saturating_sub(1)]).collect()
        };
        let (columns, rows) = (around(self.columns().len()), around(self.rows().len()));
        let value = |row: usize, column: usize| self.cell(row, column).map_or(f64::NAN, |cell| cell.value);
        let values = rows.iter().map(|&row| columns.iter().map(|&column| value(row, column)).collect()).collect();
        let places = |count: usize| -> Vec<f64> {
            let middles = (0..count).map(|place| place as f64 + 0.5);
            core::iter::once(0.0).chain(middles).chain([count as f64]).collect()
        };
        (values, [places(self.columns().len()), places(self.rows().len())])
    }

    /// Lines of equal value, each with its value where there is room.
    fn draw_contours(&self, canvas: &Canvas, plane: &Plane, scale: &ColourScale) {
        let (low, high) = scale.range;
        let (levels, step) = ticks(scale.range, LEVELS);
        let (values, [xs, ys]) = self.spread();
        let width = (plane.right - plane.left) / self.columns().len() as f64;
        let height = (plane.bottom - plane.top) / self.rows().len() as f64;
        let between = |places: &[f64], at: f64| {
            let below = (at as usize).min(places.len() - 2);
            places[below] + (at - below as f64) * (places[below + 1] - places[below])
        };
        let place = |(column, row): Point| {
            (plane.left + width * between(&xs, column), plane.bottom - height * between(&ys, row))
        };
        let mut written: Vec<(Point, f64)> = vec![];
        for level in levels.into_iter().filter(|level| *level > low && *level < high) {
            let colour = ramp((level - low) / (high - low));
            let text = self.format.write_tick(level, step);
            let half = 0.5 * text_width(&text, LEVEL.size, true) + 7.0;
            for line in contours(&values, level) {
                let points: Vec<Point> = line.into_iter().map(place).collect();
                canvas.line(&points, Stroke { colour: colour.ink(), width: 2.5, dash: &[] });
                let is_free = |&(x, y): &Point| {
                    let is_within = x - half > plane.left
                        && x + half < plane.right
                        && y - 16.0 > plane.top
                        && y + 16.0 < plane.bottom;
                    is_within
                        && written
                            .iter()
                            .all(|(at, other)| (at.0 - x).abs() > half + other + 6.0 || (at.1 - y).abs() > 34.0)
                };
                // From the middle of the line outwards.
                let middle = 0.5 * (points.len() - 1) as f64;
                let mut places: Vec<usize> = (0..points.len()).collect();
                places.sort_by(|&a, &b| (a as f64 - middle).abs().total_cmp(&(b as f64 - middle).abs()));
                let long = points
                    .windows(2)
                    .map(|pair| libm::hypot(pair[1].0 - pair[0].0, pair[1].1 - pair[0].1))
                    .sum::<f64>();
                if let Some((x, y)) =
                    places.into_iter().map(|place| points[place]).find(is_free).filter(|_| long > 3.0 * half)
                {
                    canvas.rectangle((x - half, y - 14.0), (x + half, y + 14.0), colour, 1.0);
                    canvas.text(
                        &text,
                        (x, y + 0.36 * LEVEL.size),
                        Pen { colour: colour.ink(), ..LEVEL },
                        Align::Middle,
                    );
                    written.push(((x, y), half));
                }
            }
        }
    }

    /// Rings around the cells that the title speaks of.
    fn draw_rings(&self, canvas: &Canvas, plane: &Plane) {
        let width = (plane.right - plane.left) / self.columns().len() as f64;
        let height = (plane.bottom - plane.top) / self.rows().len() as f64;
        for &(row, column) in &self.ringed {
            if row >= self.rows().len() || column >= self.columns().len() {
                continue;
            }
            let (left, bottom) = (plane.left + width * column as f64, plane.bottom - height * row as f64);
            let frame = |inset: f64, stroke: Stroke| {
                let (left, right) = (left + inset, left + width - inset);
                let (top, bottom) = (bottom - height + inset, bottom - inset);
                canvas.line(&[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], stroke);
            };
            frame(2.0, Stroke { colour: ramp(0.0).ink(), width: 4.0, dash: &[] });
            frame(5.0, Stroke { colour: ramp(1.0).ink(), width: 3.0, dash: &[] });
        }
    }

    /// What a reader sees who points at a cell.
    fn told(&self, row: usize, column: usize) -> String {
        told([
            format!("{} {}", self.x_label, self.x[column]),
            format!("{} {}", self.y_label, self.y[row]),
            format!("{} {}", self.scale_label, self.value_words(row, column, "no data")),
        ])
    }

    /// Size of the values in cells this large, if they fit at all, and whether half-widths fit below them.
    fn text_size(&self, (width, height): (f64, f64), scale: &ColourScale) -> (Option<f64>, bool) {
        let widest = |texts: &mut dyn Iterator<Item = String>, bold: bool| {
            texts.map(|text| text_width(&text, 1.0, bold)).fold(0.0, f64::max)
        };
        let value = widest(&mut self.known().map(|(.., cell)| self.write(cell.value, scale.range)), true);
        let mut halves = self.known().filter_map(|(.., cell)| Some(self.write_half(cell.half_width?)));
        let half = 0.75 * widest(&mut halves, false);
        let fitting = |widest: f64, rows: f64| ((width - 16.0) / widest).min((height - 6.0) / rows).min(LARGEST);
        let (alone, both) = (fitting(value, 1.2), fitting(value.max(half), 2.2));
        let with_halves = half > 0.0 && both >= 17.0;
        let size = if with_halves { both } else { alone };
        ((size >= SMALLEST).then_some(size), with_halves)
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let has_gaps = self.known().next().is_some() && self.places().any(|(y, x)| self.cell(y, x).is_none());
        if has_gaps { vec![KeyEntry { text: "no data".to_owned(), sign: Sign::Hatched }] } else { Vec::new() }
    }

    fn describe(&self) -> String {
        let range = self.scale_range();
        let write = |value: f64| self.write(value, range);
        let place = |(row, column, cell): (usize, usize, HeatCell)| {
            let half = cell.half_width.map_or_else(String::new, |half| format!(" {}", self.write_half(half)));
            let (x, y) = (&self.x[column], &self.y[row]);
            format!("{}{half} at {} {x}, {} {y}", write(cell.value), self.x_label, self.y_label)
        };
        let ends = (
            self.known().min_by(|a, b| a.2.value.total_cmp(&b.2.value)),
            self.known().max_by(|a, b| a.2.value.total_cmp(&b.2.value)),
        );
        let ends = match ends {
            (Some(least), Some(most)) => format!("From {} to {}", place(least), place(most)),
            _ => "No data".to_owned(),
        };
        let row = |(row, name): (usize, &String)| {
            let value = |column| self.cell(row, column).map_or_else(|| "–".to_owned(), |cell| write(cell.value));
            let values: Vec<String> = (0..self.columns().len()).map(value).collect();
            format!("{} {name}: {}", self.y_label, values.join(", "))
        };
        let is_short = (1..=36).contains(&self.places().count());
        let rows = self.rows().iter().enumerate().filter(|_| is_short).map(row);
        let before = [self.heading.subtitle.clone(), self.scale_label.clone(), ends];
        sentences(before.into_iter().chain(rows).chain([self.heading.caption.clone()]))
    }
}

/// Which columns are labelled, and how: on up to two lines where the labels are words, or only every second, third ...
fn column_labels(names: &[String], width: f64) -> Vec<(usize, Vec<String>)> {
    let widest = names.iter().map(|name| text_width(name, TICK.size, false)).fold(0.0, f64::max);
    let lines = if widest + 12.0 > width && names.len() <= 12 { 2 } else { 1 };
    let room = if lines == 2 { width } else { (widest + 12.0).min(180.0) };
    let step = if lines == 2 { 1 } else { (room / width).ceil().max(1.0) as usize };
    let label = |(place, name): (usize, &String)| (place, wrap(name, room.max(width) - 12.0, lines, TICK.size, false));
    names.iter().enumerate().step_by(step).map(label).collect()
}

#[cfg(test)]
#[path = "heat_map_tests.rs"]
mod tests;

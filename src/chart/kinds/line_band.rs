use crate::chart::axes::{Plane, grid, range_of, usable, widened, y_axis};
use crate::chart::parts::{
    BandKey, EndLabel, EndLabels, Heading, KeyEntry, Sign, Swatch, SweepLine, SweepPanel, SweepPoint, Words, draw_head,
    draw_nothing, named, names, spread_or,
};
use crate::chart::sheet::{Canvas, KEY, MARGIN, MAX_GROUPS, Picture, Stroke, palette, sheet_width};
use crate::chart::words::{ChartTable, NONE, NumberFormat, in_brackets, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// A quantity along one axis, or along each of up to six axes: lines with bands over numbers, bars over words. All
/// panels share the vertical axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LineBandChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What the vertical axis counts.
    pub y_label: String,
    /// How its values are written.
    pub format: NumberFormat,
    /// Values at its lower and upper edge; otherwise what the data need.
    pub range: Option<(f64, f64)>,
    /// What line and bands stand for.
    pub key: BandKey,
    /// The axes in reading order; those after the sixth are left out, and the caption says so.
    pub panels: Vec<SweepPanel>,
}

const MAX_PANELS: usize = 6;

impl LineBandChart {
    /// The numbers that it shows, and those of the panels, lines and spreads that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let range = self.y_range();
        let write = |value: f64| self.format.write_within(value, range);
        let most = self.panels.iter().map(|panel| panel.lines.len()).max().unwrap_or(0);
        let names = names(&self.panels);
        let of_name = |name| self.panels.iter().filter_map(move |panel| named(panel, name));
        let has_spread =
            |name| of_name(name).any(|line| line.points.iter().any(|point| point.tell_spread(&write).is_some()));
        let is_left_out = |name| {
            let is_drawn = |panel: &SweepPanel| panel.lines().iter().any(|line| named(panel, name) == Some(line));
            most > MAX_GROUPS && !self.panels.iter().any(is_drawn)
        };
        let corner =
            if self.y_label.trim().is_empty() { "Setting".to_owned() } else { format!("{}, by setting", self.y_label) };
        let mut columns = vec![corner];
        for name in &names {
            let label = if name.0.trim().is_empty() { &self.y_label } else { &name.0 };
            let label = name_or_left_out(label, usize::from(is_left_out(name)), 1);
            let brackets = in_brackets(&self.key.average);
            columns.push(if brackets.is_empty() { label.clone() } else { format!("{label}; {brackets}") });
            columns.extend(has_spread(name).then(|| format!("{label}: {}", spread_or(&self.key.spread))));
        }
        let row = |place: usize, panel: &SweepPanel, position: usize| {
            let setting = format!("{} {}", panel.label, panel.name(position));
            let mut cells = vec![name_or_left_out(&setting, place, MAX_PANELS)];
            for name in &names {
                let point = named(panel, name).and_then(|line| line.points.get(position));
                cells.push(point.map_or_else(|| NONE.to_owned(), |point| point.value_words(&write)));
                let spread = point.and_then(|point| point.tell_spread(&write));
                cells.extend(has_spread(name).then(|| spread.unwrap_or_else(|| NONE.to_owned())));
            }
            cells
        };
        let rows = self.panels.iter().enumerate();
        let rows = rows.flat_map(|(place, panel)| (0..panel.count()).map(move |position| (place, panel, position)));
        ChartTable::of(columns, rows.map(|(place, panel, position)| row(place, panel, position)))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn panels(&self) -> &[SweepPanel] {
        &self.panels[..self.panels.len().min(MAX_PANELS)]
    }

    fn y_range(&self) -> (f64, f64) {
        if let Some(range) = self.range {
            return usable(range);
        }
        let ends = |panel: &SweepPanel, line: &SweepLine| -> Vec<f64> {
            let points = panel.known(line).into_iter().filter(|(.., point)| point.value.is_finite());
            let ends = points.flat_map(|(.., point)| {
                let average = point.average.unwrap_or((point.value, point.value));
                let spread = point.spread.filter(|_| panel.has_spread()).unwrap_or(average);
                [point.value, average.0, average.1, spread.0, spread.1]
            });
            ends.collect()
        };
        let values = self.panels().iter().flat_map(|p| p.lines().iter().flat_map(move |line| ends(p, line)));
        let (low, high) = range_of(values);
        let (wide_low, wide_high) = widened((low, high), 0.05);
        // Shares end at 0 and 100 %.
        let is_share = self.format == NumberFormat::Percent && low >= 0.0 && high <= 1.0;
        if is_share { (wide_low.max(0.0), wide_high.min(1.0)) } else { (wide_low, wide_high) }
    }

    /// Whether the lines carry their names at their ends.
    fn has_end_labels(&self) -> bool {
        matches!(self.panels(), [panel] if !panel.has_words())
    }

    fn draw(&self, canvas: &Canvas) {
        let panels = self.panels();
        let lines = panels.iter().map(|panel| panel.lines.len()).max().unwrap_or(0);
        let hidden = (self.panels.len() - panels.len()).max(lines.saturating_sub(MAX_GROUPS));
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.y_label, &self.key_entries());
        let y = self.y_range();
        let (rows, _) = grid::shape(panels.len());
        let y_labels = y_axis::labels(y, 480.0 / rows as f64, self.format);
        let left = MARGIN + y_axis::width(&y_labels) + 14.0;
        let right = sheet_width() - MARGIN - if self.has_end_labels() { self.end_labels(None).width } else { 0.0 };
        let below = panels.iter().map(SweepPanel::below).fold(0.0, f64::max);
        let cells = grid::cells(panels.len(), (left, right), (top + 8.0, bottom - below), (50.0, below + 18.0));
        for (panel, cell) in panels.iter().zip(&cells) {
            let grid::Cell { left, right, top, bottom, .. } = *cell;
            let plane = Plane { left, right, top, bottom, x: panel.range(right - left), y };
            if cell.is_first {
                y_axis::draw(canvas, &plane, &y_labels);
            } else {
                y_axis::draw_lines(canvas, &plane, &y_labels);
            }
            let write = |value: f64| self.format.write_within(value, y);
            panel.draw(canvas, &plane, (left - 20.0, (right + 24.0).min(sheet_width() - 4.0)), below, &write);
            let brackets = in_brackets(&self.key.average);
            let words = Words { values: &self.y_label, brackets, spread: &self.key.spread, write: &write };
            panel.mark(canvas, &plane, &words);
            if self.has_end_labels() {
                self.end_labels(Some(&plane)).draw(canvas, right, top, bottom + 8.0);
            }
        }
        if panels.is_empty() {
            draw_nothing(canvas, &Plane { left, right, top, bottom, x: (0.0, 1.0), y });
        }
    }

    fn end_labels(&self, plane: Option<&Plane>) -> EndLabels {
        let ends = self.panels().iter().flat_map(|panel| {
            panel.lines().iter().enumerate().filter_map(move |(place, line)| {
                let known = panel.known(line);
                let (_, x, point) = known.iter().rfind(|(.., point)| point.value.is_finite())?;
                Some(EndLabel {
                    at: plane.map_or((0.0, 0.0), |plane| plane.at(*x, point.value)),
                    swatch: Swatch::Line(palette::line(place)),
                    value: self.format.write_within(point.value, self.y_range()),
                    name: line.label.clone(),
                })
            })
        });
        EndLabels::new(ends.collect())
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let all = || self.panels().iter().flat_map(|panel| panel.lines().iter().map(move |line| (panel, line)));
        let has_average = all().any(|(_, line)| line.points.iter().any(|point| point.average.is_some()));
        let has_spread =
            all().any(|(panel, line)| panel.has_spread() && line.points.iter().any(|p| p.spread.is_some()));
        let most = self.panels().iter().max_by_key(|panel| panel.lines().len());
        let lines = most.map_or(&[][..], |panel| panel.lines());
        let colour = if lines.len() < 2 { palette::line(0).colour } else { KEY };
        let mut entries = self.key.entries(colour, (all().next().is_some(), has_average, has_spread));
        let has_bars = self.panels().iter().all(SweepPanel::has_words);
        if has_bars {
            for entry in &mut entries {
                entry.sign = match entry.sign {
                    Sign::Shade(..) if entry.text == self.key.spread => {
                        Sign::Line(Stroke { colour, width: 2.0, dash: &[] })
                    }
                    Sign::Shade(..) => Sign::Line(Stroke { colour, width: 10.0, dash: &[] }),
                    _ => Sign::Line(Stroke { colour, width: 4.0, dash: &[] }),
                };
            }
        }
        if lines.len() > 1 && !self.has_end_labels() {
            let line = |(place, line): (usize, &SweepLine)| {
                let stroke = palette::line(place);
                let sign = if has_bars { Sign::Shade(stroke.colour, 1.0) } else { Sign::Line(stroke) };
                KeyEntry { text: line.label.clone(), sign }
            };
            entries.splice(0..0, lines.iter().enumerate().map(line));
        }
        entries
    }

    fn describe(&self) -> String {
        let range = self.y_range();
        let line = |panel: &SweepPanel, line: &SweepLine| {
            let value = |(position, _, point): &(usize, f64, SweepPoint)| {
                let half = point.average.map(|(low, high)| 0.5 * (high - low));
                let half = half.map_or_else(String::new, |half| format!(" {}", self.format.write_half_width(half)));
                format!("{}{half} at {}", self.format.write_within(point.value, range), panel.name(*position))
            };
            let known: Vec<_> = panel.known(line).into_iter().filter(|(.., point)| point.value.is_finite()).collect();
            // All values of a short line, some of a long one.
            let step = known.len().div_ceil(12).max(1);
            let values: Vec<String> = known.iter().step_by(step).map(value).collect();
            let values = if values.is_empty() { "no data".to_owned() } else { values.join(", ") };
            let name = if line.label.is_empty() { String::new() } else { format!(", {}", line.label) };
            format!("{}{name}: {values}", panel.label)
        };
        let lines = self.panels().iter().flat_map(|panel| panel.lines().iter().map(move |one| line(panel, one)));
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(or_no_data(lines)).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "line_band_tests.rs"]
mod tests;

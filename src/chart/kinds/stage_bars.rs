use crate::chart::axes::{Cell, Plane, grid, told, x_axis};
use crate::chart::parts::{Heading, KeyEntry, Sign, draw_head, draw_nothing, thickness};
use crate::chart::sheet::{
    Align, Canvas, INK, MARGIN, MAX_GROUPS, Pen, Picture, QUIET, palette, sheet_width, shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NONE, NumberFormat, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Bars of one month.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BarGroup {
    /// The month, such as "Apr 2018, money ends".
    pub label: String,
    /// For every arm, the counts by layer; missing, negative and not finite count as 0.
    pub counts: Vec<Vec<f64>>,
}

/// Counts by stage at a few chosen months, as stacked bars: one panel per month, one bar per arm. Layers have the
/// colours of a [`StageChart`](crate::chart::StageChart).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageBarsChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What is counted, such as "Share of initiatives".
    pub x_label: String,
    /// Names of the stages, in the order of their layers; at most eight are drawn.
    pub layers: Vec<String>,
    /// Names of the arms, from top to bottom; at most eight are drawn.
    pub arms: Vec<String>,
    /// The months in reading order; at most six are drawn.
    pub groups: Vec<BarGroup>,
    /// Whether each bar shows shares of its own total, else counts on one scale.
    pub as_shares: bool,
}

const MAX_MONTHS: usize = 6;
const NAME: Pen = Pen { size: 20.0, bold: false, colour: INK };
const TITLE: Pen = Pen { size: 21.0, bold: true, colour: INK };
const TITLE_ROW: f64 = 34.0;
const WIDEST_NAME: f64 = 250.0;

impl StageBarsChart {
    /// The numbers that it shows, and those of the months, arms and layers that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let corner = if self.x_label.trim().is_empty() {
            "Month and arm".to_owned()
        } else {
            format!("{}, by month and arm", self.x_label)
        };
        let name = |(place, name): (usize, &String)| name_or_left_out(name, place, MAX_GROUPS);
        let columns = core::iter::once(corner).chain(self.layers.iter().enumerate().map(name));
        let row = |month: usize, group: &BarGroup, arm: usize| {
            let is_drawn = month < MAX_MONTHS && arm < MAX_GROUPS;
            let bar = format!("{}: {}", group.label, self.arms[arm]);
            let cells = (0..self.layers.len()).map(|layer| self.cell(group, arm, layer));
            core::iter::once(name_or_left_out(&bar, usize::from(!is_drawn), 1)).chain(cells).collect()
        };
        let months = self.groups.iter().enumerate();
        let bars = months.flat_map(|(month, group)| (0..self.arms.len()).map(move |arm| (month, group, arm)));
        ChartTable::of(columns.collect(), bars.map(|(month, group, arm)| row(month, group, arm)))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn arms(&self) -> &[String] {
        &self.arms[..self.arms.len().min(MAX_GROUPS)]
    }

    fn layers(&self) -> &[String] {
        &self.layers[..self.layers.len().min(MAX_GROUPS)]
    }

    fn groups(&self) -> &[BarGroup] {
        &self.groups[..self.groups.len().min(MAX_MONTHS)]
    }

    /// The lengths of a bar's parts; `None` if it has none.
    fn parts(&self, group: &BarGroup, arm: usize) -> Option<Vec<f64>> {
        let counts = group.counts.get(arm)?;
        let parts: Vec<f64> = (0..self.layers().len()).map(|layer| thickness(counts, layer).min(1e15)).collect();
        let total: f64 = parts.iter().sum();
        let scale = if self.as_shares { total } else { 1.0 };
        (total > 0.0).then(|| parts.into_iter().map(|part| part / scale).collect())
    }

    /// A layer's part of a bar; of layers that are not drawn, what they would add to it.
    fn cell(&self, group: &BarGroup, arm: usize, layer: usize) -> String {
        let Some(parts) = self.parts(group, arm) else { return NONE.to_owned() };
        let drawn: f64 = (0..parts.len()).map(|layer| thickness(&group.counts[arm], layer).min(1e15)).sum();
        let scale = if self.as_shares { drawn } else { 1.0 };
        let part = thickness(&group.counts[arm], layer).min(1e15) / scale;
        self.write(part, &parts)
    }

    /// A part as it is written in a bar of these parts.
    fn write(&self, part: f64, parts: &[f64]) -> String {
        let is_whole = parts.iter().all(|part| (part - part.round()).abs() < 1e-9);
        if self.as_shares {
            NumberFormat::Percent.write(part)
        } else {
            NumberFormat::Number.write_tick(part, if is_whole || part >= 100.0 { 1.0 } else { 0.1 })
        }
    }

    fn format(&self) -> NumberFormat {
        if self.as_shares { NumberFormat::Percent } else { NumberFormat::Number }
    }

    fn draw(&self, canvas: &Canvas) {
        let (arms, groups) = (self.arms(), self.groups());
        let left_out =
            [(&self.arms.len(), MAX_GROUPS), (&self.layers.len(), MAX_GROUPS), (&self.groups.len(), MAX_MONTHS)];
        let hidden: usize = left_out.into_iter().map(|(&all, most)| all.saturating_sub(most)).sum();
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.x_label, &self.key_entries());
        let names = arms.iter().map(|arm| text_width(arm, NAME.size, false)).fold(0.0, f64::max).min(WIDEST_NAME);
        let sides = (MARGIN + names + 16.0, sheet_width() - MARGIN - 30.0);
        let heights = (top + TITLE_ROW + 8.0, bottom - x_axis::HEIGHT);
        let cells = grid::cells(groups.len(), sides, heights, (64.0, TITLE_ROW + x_axis::HEIGHT + 14.0));
        let totals = groups
            .iter()
            .flat_map(|group| (0..arms.len()).filter_map(|arm| Some(self.parts(group, arm)?.iter().sum::<f64>())));
        let longest = if self.as_shares { 1.0 } else { totals.fold(0.0, f64::max) };
        let x = (0.0, if longest > 0.0 { longest } else { 1.0 });
        for (group, cell) in groups.iter().zip(&cells) {
            self.draw_group(canvas, group, cell, (x, names));
        }
        if groups.is_empty() || arms.is_empty() {
            let (left, right) = sides;
            draw_nothing(canvas, &Plane { left, right, top, bottom, x, y: x });
        }
    }

    fn draw_group(&self, canvas: &Canvas, group: &BarGroup, cell: &Cell, (x, names): ((f64, f64), f64)) {
        let Cell { left, right, top, bottom, .. } = *cell;
        let plane = Plane { left, right, top, bottom, x, y: (0.0, 1.0) };
        let title = shorten(&group.label, right - left, TITLE.size, TITLE.bold);
        canvas.text(&title, (left, top - 14.0), TITLE, Align::Left);
        let ticks =
            x_axis::labels(&plane, (left - 20.0, right + 30.0), |value, step| self.format().write_tick(value, step));
        x_axis::draw_lines(canvas, &plane, &ticks);
        let pitch = (bottom - top) / self.arms().len().max(1) as f64;
        let thick = (0.76 * pitch).min(84.0);
        for (arm, name) in self.arms().iter().enumerate() {
            let middle = top + pitch * (arm as f64 + 0.5);
            if cell.is_first {
                let size = NAME.size.min(0.8 * pitch);
                let lines = wrap(name, names, if pitch > 2.4 * size { 2 } else { 1 }, size, false);
                let first = middle + 0.36 * size - 0.6 * size * lines.len().saturating_sub(1) as f64;
                for (line, place) in lines.iter().zip(0..) {
                    let at = (left - 16.0, first + 1.2 * size * f64::from(place));
                    canvas.text(line, at, Pen { size, ..NAME }, Align::Right);
                }
            }
            self.draw_bar(canvas, &plane, self.parts(group, arm), (middle, thick));
            self.mark(canvas, &plane, (group, arm), (middle, thick, pitch));
        }
        x_axis::draw(canvas, &plane, &ticks);
    }

    /// Draws a bar; its parts hold their values where there is room.
    fn draw_bar(&self, canvas: &Canvas, plane: &Plane, parts: Option<Vec<f64>>, (middle, thick): (f64, f64)) {
        let size = (0.6 * thick).min(19.0);
        let (top, bottom) = (middle - 0.5 * thick, middle + 0.5 * thick);
        let Some(parts) = parts else {
            canvas.hatched((plane.left, top), (plane.left + 0.3 * (plane.right - plane.left), bottom));
            let pen = Pen { size, bold: false, colour: QUIET };
            let at = (plane.left + 0.3 * (plane.right - plane.left) + 10.0, middle + 0.36 * size);
            canvas.text("no data", at, pen, Align::Left);
            return;
        };
        let mut sum = 0.0;
        for (place, part) in parts.iter().copied().enumerate() {
            let (from, to) = (plane.px(sum), plane.px(sum + part));
            sum += part;
            let gap = if to - from > 3.0 { 1.0 } else { 0.0 };
            canvas.rectangle((from, top), (to - gap, bottom), palette::layer(place), 1.0);
            let text = self.write(part, &parts);
            if text_width(&text, size, true) + 8.0 < to - from && size >= 9.0 {
                let colour = palette::layer(place).ink();
                let at = (0.5 * (from + to), middle + 0.36 * size);
                canvas.text(&text, at, Pen { size, bold: true, colour }, Align::Middle);
            }
        }
    }

    /// Marks a bar's row, with all its parts, and above it each part.
    fn mark(
        &self,
        canvas: &Canvas,
        plane: &Plane,
        (group, arm): (&BarGroup, usize),
        (middle, thick, pitch): (f64, f64, f64),
    ) {
        let parts = self.parts(group, arm);
        let lines = |parts: &Option<Vec<f64>>, of: core::ops::Range<usize>| {
            let line =
                |place: usize, parts: &[f64]| format!("{} {}", self.layers[place], self.write(parts[place], parts));
            let known = parts.as_ref().map(|parts| of.map(|place| line(place, parts)).collect());
            let lines: Vec<String> = known.unwrap_or_else(|| vec!["no data".to_owned()]);
            told([group.label.clone(), self.arms[arm].clone()].into_iter().chain(lines))
        };
        let whole = ((plane.left, middle - 0.5 * pitch), (plane.right, middle + 0.5 * pitch));
        canvas.spot(whole.0, whole.1, lines(&parts, 0..self.layers().len()));
        let mut sum = 0.0;
        for (place, part) in parts.iter().flatten().enumerate() {
            let (from, to) = (plane.px(sum), plane.px(sum + part));
            sum += part;
            canvas.spot((from, middle - 0.5 * thick), (to, middle + 0.5 * thick), lines(&parts, place..place + 1));
        }
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let entry = |(place, name): (usize, &String)| KeyEntry {
            text: name.clone(),
            sign: Sign::Shade(palette::layer(place), 1.0),
        };
        self.layers().iter().enumerate().map(entry).collect()
    }

    fn describe(&self) -> String {
        let groups = self.groups().iter().map(|group| {
            let bar = |(arm, name): (usize, &String)| match self.parts(group, arm) {
                None => format!("{name}: no data"),
                Some(parts) => {
                    let parts = self.layers().iter().zip(parts).filter(|(_, part)| *part > 0.0);
                    let parts: Vec<String> =
                        parts.map(|(layer, part)| format!("{layer} {}", self.format().write(part))).collect();
                    format!("{name}: {}", parts.join(", "))
                }
            };
            let bars: Vec<String> = self.arms().iter().enumerate().map(bar).collect();
            format!("{} – {}", group.label, bars.join("; "))
        });
        let before = [self.heading.subtitle.clone(), self.x_label.clone()];
        sentences(before.into_iter().chain(or_no_data(groups)).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "stage_bars_tests.rs"]
mod tests;

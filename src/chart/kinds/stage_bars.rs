use crate::chart::axes::{Plane, spread_out, told, x_axis};
use crate::chart::parts::{Heading, KeyEntry, Sign, draw_head, draw_nothing, thickness};
use crate::chart::sheet::{
    Align, Canvas, INK, MARGIN, MAX_GROUPS, Pen, Picture, QUIET, Stroke, palette, sheet_width, shorten, text_width,
    wrap,
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

/// Counts by stage as stacked bars, one bar per arm, the arm with the most in the counted layers first. One month is
/// drawn, all are in the table. Layers have the colours of a [`StageChart`](crate::chart::StageChart), and their
/// names above the first bar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageBarsChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What is counted, such as "Share of initiatives".
    pub x_label: String,
    /// Names of the stages, in the order of their layers; at most eight are drawn.
    pub layers: Vec<String>,
    /// How many of the layers, from the first on, are summed beside each bar, and by which bars are sorted.
    pub counted: usize,
    /// What that sum is, such as "alive"; if empty, it is not written.
    pub counted_label: String,
    /// Names of the arms, in any order; at most eight are drawn.
    pub arms: Vec<String>,
    /// The months in reading order.
    pub groups: Vec<BarGroup>,
    /// Which of them is drawn.
    pub shown: usize,
    /// Whether each bar shows shares of its own total, else counts on one scale.
    pub as_shares: bool,
}

const NAME: Pen = Pen { size: 22.0, bold: false, colour: INK };
const TITLE: Pen = Pen { size: 22.0, bold: true, colour: INK };
const TITLE_ROW: f64 = 36.0;
const LAYER: Pen = Pen { size: 20.0, bold: false, colour: INK };
/// Height of the names of layers with the lines that lead to their parts.
const LAYER_ROW: f64 = 58.0;
const SWATCH: f64 = 24.0;
const WIDEST_NAME: f64 = 330.0;
const WIDEST_SUM: f64 = 260.0;

impl StageBarsChart {
    /// The numbers that it shows, those of the months before, and those of the arms and layers that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let corner = if self.x_label.trim().is_empty() {
            "Month and row".to_owned()
        } else {
            format!("{}, by month and row", self.x_label)
        };
        let name = |(place, name): (usize, &String)| name_or_left_out(name, place, MAX_GROUPS);
        let columns = core::iter::once(corner).chain(self.layers.iter().enumerate().map(name));
        let row = |group: &BarGroup, arm: usize| {
            let bar = format!("{}: {}", group.label, self.arms[arm]);
            let cells = (0..self.layers.len()).map(|layer| self.cell(group, arm, layer));
            core::iter::once(name_or_left_out(&bar, arm, MAX_GROUPS)).chain(cells).collect()
        };
        let bars = self.groups.iter().flat_map(|group| (0..self.arms.len()).map(move |arm| (group, arm)));
        ChartTable::of(columns.collect(), bars.map(|(group, arm)| row(group, arm)))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn layers(&self) -> &[String] {
        &self.layers[..self.layers.len().min(MAX_GROUPS)]
    }

    /// Places of the arms that are drawn, the largest sum first; of equal sums as given.
    fn sorted(&self, group: &BarGroup) -> Vec<usize> {
        let mut arms: Vec<usize> = (0..self.arms.len().min(MAX_GROUPS)).collect();
        let sum = |arm: usize| self.sum(group, arm).unwrap_or(-1.0);
        arms.sort_by(|&a, &b| sum(b).total_cmp(&sum(a)));
        arms
    }

    /// What the counted layers of a bar come to; `None` if it has none.
    fn sum(&self, group: &BarGroup, arm: usize) -> Option<f64> {
        Some(self.parts(group, arm)?.iter().take(self.counted).sum())
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
        self.write(part, self.step(group))
    }

    /// The last decimal of every number of a month: one for all if any needs it.
    fn step(&self, group: &BarGroup) -> f64 {
        let parts: Vec<f64> = (0..self.arms.len()).filter_map(|arm| self.parts(group, arm)).flatten().collect();
        let is_whole = parts.iter().all(|part| (part - part.round()).abs() < 1e-9);
        if is_whole || parts.iter().any(|part| *part >= 100.0) { 1.0 } else { 0.1 }
    }

    fn write(&self, part: f64, step: f64) -> String {
        if self.as_shares { NumberFormat::Percent.write(part) } else { NumberFormat::Number.write_tick(part, step) }
    }

    fn format(&self) -> NumberFormat {
        if self.as_shares { NumberFormat::Percent } else { NumberFormat::Number }
    }

    fn draw(&self, canvas: &Canvas) {
        let hidden = [self.arms.len(), self.layers.len()].map(|all| all.saturating_sub(MAX_GROUPS));
        let hidden: usize = hidden.into_iter().sum();
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let Some(group) = self.groups.get(self.shown).filter(|_| !self.arms.is_empty()) else {
            let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.x_label, &[]);
            let (left, right) = (MARGIN, sheet_width() - MARGIN);
            draw_nothing(canvas, &Plane { left, right, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) });
            return;
        };
        let arms = self.sorted(group);
        let names = arms.iter().map(|&arm| text_width(&self.arms[arm], NAME.size, false)).fold(0.0, f64::max);
        let names = names.min(WIDEST_NAME);
        let sums: Vec<String> = arms.iter().map(|&arm| self.sum_words(group, arm)).collect();
        let widest = sums.iter().map(|sum| text_width(sum, NAME.size, true)).fold(0.0, f64::max).min(WIDEST_SUM);
        let right = sheet_width() - MARGIN - if widest > 0.0 { widest + 18.0 } else { 30.0 };
        let left = MARGIN + names + 18.0;
        let shown = self.present(group, &arms);
        let is_direct =
            shown.iter().map(|&layer| self.label_width(layer)).sum::<f64>() <= sheet_width() - left - MARGIN;
        let key = if is_direct { vec![] } else { self.key_entries() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.x_label, &key);
        let totals = arms.iter().filter_map(|&arm| Some(self.parts(group, arm)?.iter().sum::<f64>()));
        let longest = if self.as_shares { 1.0 } else { totals.fold(0.0, f64::max) };
        let plane = Plane {
            left,
            right,
            top: top + TITLE_ROW + if is_direct { LAYER_ROW } else { 4.0 },
            bottom: bottom - x_axis::HEIGHT,
            x: (0.0, if longest > 0.0 { longest } else { 1.0 }),
            y: (0.0, 1.0),
        };
        let title = shorten(&group.label, sheet_width() - 2.0 * MARGIN, TITLE.size, TITLE.bold);
        canvas.text(&title, (MARGIN, top + 26.0), TITLE, Align::Left);
        let ticks =
            x_axis::labels(&plane, (left - 20.0, right + 30.0), |value, step| self.format().write_tick(value, step));
        x_axis::draw_lines(canvas, &plane, &ticks);
        let pitch = (plane.bottom - plane.top) / arms.len() as f64;
        let thick = (0.74 * pitch).min(84.0);
        let upper = plane.top + 0.5 * (pitch - thick);
        if is_direct {
            self.name_layers(canvas, (group, arms[0]), &shown, &Plane { top: upper, ..plane });
        }
        for ((&arm, sum), place) in arms.iter().zip(&sums).zip(0..) {
            let middle = plane.top + pitch * (f64::from(place) + 0.5);
            let size = NAME.size.min(0.8 * pitch);
            let lines = wrap(&self.arms[arm], names, if pitch > 2.4 * size { 2 } else { 1 }, size, false);
            let first = middle + 0.36 * size - 0.6 * size * lines.len().saturating_sub(1) as f64;
            for (line, place) in lines.iter().zip(0..) {
                let at = (left - 16.0, first + 1.2 * size * f64::from(place));
                canvas.text(line, at, Pen { size, ..NAME }, Align::Right);
            }
            self.draw_bar(canvas, &plane, self.parts(group, arm), (middle, thick, self.step(group)));
            self.mark(canvas, &plane, (group, arm), (middle, thick, pitch));
            let sum = shorten(sum, widest, size, true);
            canvas.text(&sum, (right + 18.0, middle + 0.36 * size), Pen { size, bold: true, ..NAME }, Align::Left);
        }
        x_axis::draw(canvas, &plane, &ticks);
    }

    /// "21.5 alive"
    fn sum_words(&self, group: &BarGroup, arm: usize) -> String {
        let known = self.sum(group, arm).filter(|_| !self.counted_label.trim().is_empty());
        known.map_or(String::new(), |sum| format!("{} {}", self.write(sum, self.step(group)), self.counted_label))
    }

    /// Layers that some drawn bar has.
    fn present(&self, group: &BarGroup, arms: &[usize]) -> Vec<usize> {
        let has = |layer: usize| arms.iter().any(|&arm| self.parts(group, arm).is_some_and(|parts| parts[layer] > 0.0));
        (0..self.layers().len()).filter(|&layer| has(layer)).collect()
    }

    fn label_width(&self, layer: usize) -> f64 {
        SWATCH + 6.0 + text_width(&self.layers[layer], LAYER.size, false) + 22.0
    }

    /// Names of layers above the first bar (whose upper edge is that of the plane), each led to its part.
    fn name_layers(&self, canvas: &Canvas, (group, arm): (&BarGroup, usize), shown: &[usize], plane: &Plane) {
        let parts = self.parts(group, arm).unwrap_or_else(|| vec![0.0; self.layers().len()]);
        let middle =
            |layer: usize| plane.px(parts[..layer].iter().sum::<f64>() + 0.5 * parts.get(layer).unwrap_or(&0.0));
        let wanted: Vec<f64> = shown.iter().map(|&layer| middle(layer)).collect();
        let widths: Vec<f64> = shown.iter().map(|&layer| self.label_width(layer)).collect();
        let centres = spread_out(&wanted, &widths, plane.left, sheet_width() - MARGIN + 22.0);
        let base = plane.top - 34.0;
        for (((&layer, &at), centre), width) in shown.iter().zip(&wanted).zip(centres).zip(&widths) {
            let left = centre - 0.5 * width;
            canvas.rectangle((left, base - 15.0), (left + SWATCH, base + 3.0), palette::layer(layer), 1.0);
            canvas.text(&self.layers[layer], (left + SWATCH + 6.0, base), LAYER, Align::Left);
            if parts[layer] > 0.0 {
                let leader = Stroke { colour: QUIET, width: 1.25, dash: &[] };
                canvas.line(&[(left + 0.5 * SWATCH, base + 5.0), (at, plane.top - 3.0)], leader);
            }
        }
    }

    /// Draws a bar; its parts hold their values where there is room.
    fn draw_bar(
        &self,
        canvas: &Canvas,
        plane: &Plane,
        parts: Option<Vec<f64>>,
        (middle, thick, step): (f64, f64, f64),
    ) {
        let size = (0.6 * thick).min(20.0);
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
            let text = self.write(part, step);
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
        let (parts, step) = (self.parts(group, arm), self.step(group));
        let lines = |parts: &Option<Vec<f64>>, of: core::ops::Range<usize>| {
            let line =
                |place: usize, parts: &[f64]| format!("{} {}", self.layers[place], self.write(parts[place], step));
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
        let groups = self.groups.get(self.shown).into_iter().filter(|_| !self.arms.is_empty()).map(|group| {
            let bar = |arm: usize| match self.parts(group, arm) {
                None => format!("{}: no data", self.arms[arm]),
                Some(parts) => {
                    let parts = self.layers().iter().zip(parts).filter(|(_, part)| *part > 0.0);
                    let parts: Vec<String> =
                        parts.map(|(layer, part)| format!("{layer} {}", self.write(part, self.step(group)))).collect();
                    format!("{}: {}", self.arms[arm], parts.join(", "))
                }
            };
            let bars: Vec<String> = self.sorted(group).into_iter().map(bar).collect();
            format!("{} – {}", group.label, bars.join("; "))
        });
        let before = [self.heading.subtitle.clone(), self.x_label.clone()];
        sentences(before.into_iter().chain(or_no_data(groups)).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "stage_bars_tests.rs"]
mod tests;

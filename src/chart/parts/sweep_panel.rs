use super::band_key;
use super::bands::{draw_band, draw_line};
use super::frame::draw_nothing;
use crate::chart::axes::{Plane, range_of, widened, x_axis};
use crate::chart::sheet::{Align, Canvas, INK, MAX_GROUPS, Pen, QUIET, Stroke, palette, shorten, text_width, wrap};
use crate::chart::words::NumberFormat;
use serde::{Deserialize, Serialize};

/// The settings along a horizontal axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Positions {
    /// Numbers, in any order, joined by lines.
    Numbers {
        /// The numbers.
        at: Vec<f64>,
        /// Whether equal ratios lie equally far apart; only if all numbers are above 0.
        logarithmic: bool,
    },
    /// Words, from left to right, not joined.
    Words(Vec<String>),
}

/// A value at one setting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepPoint {
    /// The average; not drawn, and the line interrupted, if it is not finite.
    pub value: f64,
    /// How sure the average is: low, high.
    pub average: Option<(f64, f64)>,
    /// How far single cases spread: low, high. Drawn if there are at most two lines.
    pub spread: Option<(f64, f64)>,
}

/// Values along one axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SweepLine {
    /// What it is; may be empty if it is the only one.
    pub label: String,
    /// The values, in the order of the positions; missing ones are left out.
    pub points: Vec<SweepPoint>,
}

/// A quantity along one axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepPanel {
    /// Name of the axis, with its unit.
    pub label: String,
    /// The settings.
    pub positions: Positions,
    /// Up to eight lines; those after the eighth are left out, and the caption says so.
    pub lines: Vec<SweepLine>,
}

const WORD: Pen = Pen { size: 19.0, bold: false, colour: INK };
const VALUE: Pen = Pen { size: 21.0, bold: true, colour: INK };
const WORD_ROW: f64 = 23.0;
const NAME: Pen = Pen { size: 20.0, bold: false, colour: QUIET };

impl SweepPanel {
    pub(in crate::chart) fn lines(&self) -> &[SweepLine] {
        &self.lines[..self.lines.len().min(MAX_GROUPS)]
    }

    pub(in crate::chart) fn has_words(&self) -> bool {
        matches!(self.positions, Positions::Words(_))
    }

    pub(in crate::chart) fn has_spread(&self) -> bool {
        self.lines().len() <= 2
    }

    pub(in crate::chart) fn count(&self) -> usize {
        match &self.positions {
            Positions::Numbers { at, .. } => at.len(),
            Positions::Words(words) => words.len(),
        }
    }

    fn is_logarithmic(&self) -> bool {
        let above_zero = |at: &[f64]| at.iter().all(|&value| value > 0.0 && value.is_finite());
        matches!(&self.positions, Positions::Numbers { at, logarithmic: true } if above_zero(at))
    }

    /// Where a position stands on the axis, if anywhere.
    pub(in crate::chart) fn place(&self, position: usize) -> Option<f64> {
        let place = match &self.positions {
            Positions::Words(words) => (position < words.len()).then_some(position as f64 + 0.5)?,
            Positions::Numbers { at, .. } if self.is_logarithmic() => libm::log10(*at.get(position)?),
            Positions::Numbers { at, .. } => *at.get(position)?,
        };
        place.is_finite().then_some(place)
    }

    /// Height of what stands below it: its axis, a second line of words, its name.
    pub(in crate::chart) fn below(&self) -> f64 {
        x_axis::HEIGHT + if self.has_words() { WORD_ROW } else { 0.0 } + 34.0
    }

    /// What the axis spans if it is so wide: all numbers, with room for the labels of the outermost.
    pub(in crate::chart) fn range(&self, width: f64) -> (f64, f64) {
        match &self.positions {
            Positions::Words(words) => (0.0, words.len().max(1) as f64),
            Positions::Numbers { .. } => {
                let places = || (0..self.count()).filter_map(|position| self.place(position));
                let label = |position| text_width(&self.name(position), WORD.size, false);
                let widest = (0..self.count().min(100)).map(label).fold(0.0, f64::max);
                let beyond = ((0.5 * widest - 18.0) / width).clamp(0.03, 0.2);
                widened(range_of(places()), beyond / (1.0 - 2.0 * beyond))
            }
        }
    }

    /// The name of a position.
    pub(in crate::chart) fn name(&self, position: usize) -> String {
        match &self.positions {
            Positions::Words(words) => words.get(position).cloned().unwrap_or_default(),
            Positions::Numbers { at, .. } => at.get(position).map_or_else(String::new, |&at| NumberFormat::exact(at)),
        }
    }

    /// The points of a line that have a place and a value, from left to right: position, place, point.
    pub(in crate::chart) fn known(&self, line: &SweepLine) -> Vec<(usize, f64, SweepPoint)> {
        let known = |(position, point): (usize, &SweepPoint)| Some((position, self.place(position)?, *point));
        let mut points: Vec<_> = line.points.iter().enumerate().filter_map(known).collect();
        points.sort_by(|a, b| a.1.total_cmp(&b.1));
        points
    }

    /// Draws lines, bands and axis, and the values of a single row of bars if there is room; what stands below the axis keeps within `room`, its name `below` the plane.
    pub(in crate::chart) fn draw(
        &self,
        canvas: &Canvas,
        plane: &Plane,
        room: (f64, f64),
        below: f64,
        write: &dyn Fn(f64) -> String,
    ) {
        let known: Vec<Vec<(usize, f64, SweepPoint)>> = self.lines().iter().map(|line| self.known(line)).collect();
        if self.has_words() {
            self.draw_bars(canvas, plane, &known, write);
            self.draw_words(canvas, plane);
        } else {
            self.draw_lines(canvas, plane, &known);
            x_axis::draw(canvas, plane, &self.labels(plane, room));
        }
        let name = shorten(&self.label, room.1 - room.0, NAME.size, false);
        let half = 0.5 * text_width(&name, NAME.size, false);
        let middle = (0.5 * (plane.left + plane.right)).clamp(room.0 + half, (room.1 - half).max(room.0 + half));
        canvas.text(&name, (middle, plane.bottom + below - 10.0), NAME, Align::Middle);
        if known.iter().flatten().all(|(.., point)| !point.value.is_finite()) {
            draw_nothing(canvas, plane);
        }
    }

    fn draw_lines(&self, canvas: &Canvas, plane: &Plane, known: &[Vec<(usize, f64, SweepPoint)>]) {
        let band = |points: &[(usize, f64, SweepPoint)], of: fn(&SweepPoint) -> Option<(f64, f64)>| {
            let nowhere = (f64::NAN, f64::NAN);
            let ends = points
                .iter()
                .map(|(_, x, point)| (*x, of(point).filter(|_| point.value.is_finite()).unwrap_or(nowhere)));
            ends.map(|(x, (low, high))| (x, low, high)).collect::<Vec<_>>()
        };
        for (place, points) in known.iter().enumerate().rev() {
            let colour = palette::line(place).colour;
            if self.has_spread() {
                draw_band(canvas, plane, &band(points, |point| point.spread), false, (colour, band_key::SPREAD));
            }
            draw_band(canvas, plane, &band(points, |point| point.average), false, (colour, band_key::AVERAGE));
        }
        for (place, points) in known.iter().enumerate().rev() {
            let stroke = palette::line(place);
            let line: Vec<(f64, f64)> = points.iter().map(|(_, x, point)| (*x, point.value)).collect();
            draw_line(canvas, plane, &line, false, stroke);
            if line.len() <= 60 {
                for (x, y) in line.into_iter().filter(|(_, y)| y.is_finite()) {
                    canvas.disc(plane.at(x, y), 6.0, stroke.colour);
                }
            }
        }
    }

    /// A point with its bars for each word, those of several lines side by side.
    fn draw_bars(
        &self,
        canvas: &Canvas,
        plane: &Plane,
        known: &[Vec<(usize, f64, SweepPoint)>],
        write: &dyn Fn(f64) -> String,
    ) {
        let slot = (plane.right - plane.left) / self.count().max(1) as f64;
        let apart = (0.7 * slot / known.len().max(1) as f64).min(30.0);
        let width = (0.4 * apart).clamp(2.0, 10.0);
        for (place, points) in known.iter().enumerate() {
            let colour = palette::line(place).colour;
            let shift = apart * (place as f64 - 0.5 * (known.len() - 1) as f64);
            for (_, at, point) in points.iter().filter(|(.., point)| point.value.is_finite()) {
                let x = plane.px(*at) + shift;
                let bar = |ends: Option<(f64, f64)>, width: f64| {
                    let ends = ends.filter(|(low, high)| low.is_finite() && high.is_finite());
                    if let Some((low, high)) = ends {
                        let stroke = Stroke { colour, width, dash: &[] };
                        canvas.line(&[(x, plane.py(low)), (x, plane.py(high))], stroke);
                    }
                };
                bar(point.spread.filter(|_| self.has_spread()), 2.0);
                bar(point.average, width);
                let y = plane.py(point.value);
                let stroke = Stroke { colour, width: 4.0, dash: &[] };
                canvas.line(&[(x - 1.1 * width, y), (x + 1.1 * width, y)], stroke);
                let text = write(point.value);
                if known.len() == 1 && text_width(&text, VALUE.size, VALUE.bold) + 24.0 < 0.5 * slot {
                    canvas.text(&text, (x + 18.0, y + 0.36 * VALUE.size), VALUE, Align::Left);
                }
            }
        }
    }

    /// The labels of the axis: all positions if they stand apart, else round values or only some positions.
    fn labels(&self, plane: &Plane, room: (f64, f64)) -> Vec<(f64, String)> {
        let mut own: Vec<(f64, String)> =
            (0..self.count()).filter_map(|position| Some((self.place(position)?, self.name(position)))).collect();
        own.sort_by(|a, b| a.0.total_cmp(&b.0));
        own.dedup_by(|a, b| a.0 == b.0);
        let every = |step: usize| own.iter().step_by(step).cloned().collect::<Vec<_>>();
        if own.len() <= 16 && x_axis::are_apart(plane, &own, room) {
            own
        } else if self.is_logarithmic() {
            (2..own.len()).map(every).find(|labels| x_axis::are_apart(plane, labels, room)).unwrap_or_default()
        } else {
            x_axis::labels(plane, room, |value, step| NumberFormat::Number.write_tick(value, step))
        }
    }

    fn draw_words(&self, canvas: &Canvas, plane: &Plane) {
        let slot = (plane.right - plane.left) / self.count().max(1) as f64;
        x_axis::draw(canvas, plane, &[]);
        // Smaller rather than cut, as long as it can be read.
        let names: Vec<String> = (0..self.count()).map(|position| self.name(position)).collect();
        let words = names.iter().flat_map(|name| name.split_whitespace());
        let longest = words.map(|word| text_width(word, 1.0, false)).fold(0.0, f64::max);
        let size = ((slot - 12.0) / longest).clamp(15.0, WORD.size);
        for (position, name) in names.iter().enumerate() {
            for (line, row) in wrap(name, slot - 10.0, 2, size, false).iter().zip(0..) {
                let at = (plane.left + slot * (position as f64 + 0.5), plane.bottom + 26.0 + WORD_ROW * f64::from(row));
                canvas.text(line, at, Pen { size, ..WORD }, Align::Middle);
            }
        }
    }
}

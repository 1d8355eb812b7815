use crate::chart::axes::{Plane, TimeAxis, time_spots, usable, y_axis};
use crate::chart::parts::{
    EndLabel, EndLabels, Heading, KeyEntry, Needs, Sign, Swatch, draw_band, draw_frame, draw_line, draw_nothing,
    draw_reach, first_known, last_known, reach_stroke,
};
use crate::chart::sheet::{
    Align, Canvas, INK, KEY, MARGIN, MAX_GROUPS, Pen, Picture, Stroke, palette, text_width, wrap,
};
use crate::chart::words::at_time::at;
use crate::chart::words::{
    ChartTable, Moments, NONE, NumberFormat, from_to, in_brackets, name_or_left_out, sentences, with_interval,
};
use serde::{Deserialize, Serialize};

/// One quantity over time. Points that are not finite interrupt it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its name.
    pub label: String,
    /// Time and value (the median, say), in rising order of time.
    pub points: Vec<(f64, f64)>,
    /// Time, low, high (the 5 and 95 % quantiles, say). May be empty.
    pub band: Vec<(f64, f64, f64)>,
    /// How far plausible models reach: time, low, high. May be empty. Drawn in panels of one series.
    #[serde(default)]
    pub reach: Vec<(f64, f64, f64)>,
}

/// One of the plots that stand on top of each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Written left of it; may be empty.
    pub label: String,
    /// Values at its lower and upper edge; what lies outside is drawn at the edge.
    pub range: (f64, f64),
    /// How its values are written.
    pub format: NumberFormat,
    /// What it shows.
    pub series: Vec<Series>,
}

impl Panel {
    /// A value as the panel writes it, with as many decimals as its range asks for.
    #[must_use]
    pub fn write(&self, value: f64) -> String {
        self.format.write_within(value, usable(self.range))
    }

    /// How far plausible models reach in a series at a time; nothing where that is not known.
    fn reach_words(&self, series: &Series, time: f64) -> Option<String> {
        let (_, low, high) = at(&series.reach, time).filter(|(_, low, high)| low.is_finite() && high.is_finite())?;
        Some(from_to(&|value| self.write(value), (low, high)))
    }

    /// A series' value at a time, with its band.
    fn value_words(&self, series: &Series, time: f64) -> String {
        let band = at(&series.band, time).map(|(_, low, high)| (low, high));
        let write = |value: f64| self.write(value);
        at(&series.points, time).map_or_else(|| NONE.to_owned(), |point| with_interval(&write, point.1, band))
    }
}

/// Quantities over time in up to eight panels with a shared time axis. The first series of every panel has the first
/// colour, the second the second ...: give the same thing the same place in each. Up to eight per panel are told apart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TrajectoryChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The shared time axis, its span and its marks.
    pub axis: TimeAxis,
    /// What the vertical axes count, such as "0 = none, 1 = full"; may be empty.
    pub y_label: String,
    /// What the line stands for; may be empty.
    pub line_key: String,
    /// What the band stands for; may be empty.
    pub band_key: String,
    /// What the dotted lines stand for; may be empty.
    #[serde(default)]
    pub reach_key: String,
    /// From top to bottom; those after the eighth are left out, and the caption says so.
    pub panels: Vec<Panel>,
}

const BAND: f64 = 0.22;
const PANEL: Pen = Pen { size: 20.0, bold: true, colour: INK };
const LINE: f64 = 24.0;
const WIDEST_NAME: f64 = 170.0;
const BETWEEN: f64 = 24.0;

impl TrajectoryChart {
    /// The numbers that it shows, and those of the panels that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let mut columns = vec![self.axis.corner(&self.y_label)];
        let mut series: Vec<(&Panel, &Series)> = Vec::new();
        let mut cells: Vec<Box<dyn Fn(f64) -> String + '_>> = Vec::new();
        for (place, panel) in self.panels.iter().enumerate() {
            let name = name_or_left_out(&panel.label, place, MAX_GROUPS);
            for one in &panel.series {
                let brackets = if one.band.is_empty() { String::new() } else { in_brackets(&self.band_key) };
                let parts = [[name.as_str(), &one.label], [&self.line_key, &brackets]].map(|part| joined(&part, ", "));
                columns.push(joined(&parts.each_ref().map(String::as_str), "; "));
                series.push((panel, one));
                cells.push(Box::new(move |time| panel.value_words(one, time)));
                if !one.reach.is_empty() {
                    let name = joined(&[name.as_str(), &one.label], ", ");
                    columns.push(format!("{name}: {}", self.reach_name()));
                    cells.push(Box::new(move |time| panel.reach_words(one, time).unwrap_or_else(|| NONE.to_owned())));
                }
            }
        }
        let moments = moments(series.iter().map(|(_, series)| *series));
        let row =
            |&time: &f64| core::iter::once(self.axis.name(time)).chain(cells.iter().map(|cell| cell(time))).collect();
        ChartTable::of(columns, moments.told.iter().map(row)).with_note(moments.note())
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    /// What the dotted lines are called where they must have a name.
    fn reach_name(&self) -> &str {
        if self.reach_key.is_empty() { "reach" } else { &self.reach_key }
    }

    fn shown_panels(&self) -> &[Panel] {
        &self.panels[..self.panels.len().min(MAX_GROUPS)]
    }

    fn draw(&self, canvas: &Canvas) {
        let panels = self.shown_panels();
        let guess = 500.0 / panels.len().max(1) as f64;
        let names = panels.iter().map(|panel| text_width(&panel.label, PANEL.size, true)).fold(0.0, f64::max);
        let names = if names > 0.0 { names.min(WIDEST_NAME) + 22.0 } else { 0.0 };
        let widths =
            panels.iter().map(|panel| y_axis::width(&y_axis::labels(usable(panel.range), guess, panel.format)));
        let (whole, above) = draw_frame(
            canvas,
            &Needs {
                heading: &self.heading,
                note: palette::left_out(self.panels.len()),
                axis: &self.axis,
                y_label: &self.y_label,
                key: self.key_entries(),
                left: names + widths.fold(40.0, f64::max) + 14.0,
                right: EndLabels::new(self.end_labels(&[])).width,
                below: 0.0,
            },
        );
        let planes = self.planes(&whole);
        for (panel, plane) in panels.iter().zip(&planes) {
            self.axis.draw_behind(canvas, plane);
            y_axis::draw(canvas, plane, &y_axis::labels(plane.y, guess, panel.format));
        }
        for (panel, plane) in panels.iter().zip(&planes) {
            for (series, place) in panel.series.iter().zip(0..) {
                draw_band(canvas, plane, &series.band, false, (palette::line(place).colour, BAND));
            }
        }
        self.axis.draw_before(canvas, &whole, &above, false);
        self.axis.draw_axis(canvas, &whole, &self.axis.shown(&whole, 0.0));
        for (panel, plane) in panels.iter().zip(&planes) {
            let foot = [(plane.left, plane.bottom), (plane.right, plane.bottom)];
            canvas.line(&foot, Stroke { colour: INK, width: 1.25, dash: &[] });
            for (series, place) in panel.series.iter().zip(0..) {
                if panel.series.len() == 1 {
                    draw_reach(canvas, plane, &series.reach, false, palette::line(place).colour);
                }
                draw_line(canvas, plane, &series.points, false, palette::line(place));
            }
            self.name(canvas, panel, plane);
            if panel.series.iter().all(|series| last_known(&series.points).is_none()) {
                draw_nothing(canvas, plane);
            }
        }
        if panels.is_empty() {
            draw_nothing(canvas, &whole);
        }
        EndLabels::new(self.end_labels(&planes)).draw(canvas, whole.right, whole.top, whole.bottom + 8.0);
        for (panel, plane) in panels.iter().zip(&planes) {
            time_spots::mark(canvas, plane, &self.axis, &moments(&panel.series), false, |time| {
                self.value_words(panel, time)
            });
        }
    }

    /// What a reader sees who points at a time in a panel.
    fn value_words(&self, panel: &Panel, time: f64) -> Vec<String> {
        let is_single = panel.series.len() == 1;
        let line = |series: &Series| {
            let name = if is_single && series.label.is_empty() { &panel.label } else { &series.label };
            format!("{name} {}", panel.value_words(series, time))
        };
        let mut lines: Vec<String> = panel.series.iter().map(line).collect();
        let reach = panel.series.first().filter(|_| is_single).and_then(|one| panel.reach_words(one, time));
        lines.extend(reach.map(|reach| format!("{}: {reach}", self.reach_name())));
        if lines.iter().any(|line| line.ends_with(')')) {
            lines.push(in_brackets(&self.band_key));
        }
        let title = if is_single && panel.series[0].label.is_empty() { String::new() } else { panel.label.clone() };
        lines.insert(0, title);
        lines
    }

    /// Writes the panel's name left of it.
    fn name(&self, canvas: &Canvas, panel: &Panel, plane: &Plane) {
        let most = ((plane.bottom - plane.top) / LINE) as usize;
        let lines = wrap(&panel.label, WIDEST_NAME, most.clamp(1, 3), PANEL.size, true);
        let first = 0.5 * (plane.top + plane.bottom) + 0.36 * PANEL.size - 0.5 * LINE * (lines.len().max(1) - 1) as f64;
        for (place, line) in lines.iter().enumerate() {
            canvas.text(line, (MARGIN, first + LINE * place as f64), PANEL, Align::Left);
        }
    }

    fn planes(&self, whole: &Plane) -> Vec<Plane> {
        let panels = self.shown_panels();
        let height =
            (whole.bottom - whole.top - BETWEEN * (panels.len().max(1) - 1) as f64) / panels.len().max(1) as f64;
        let planes = panels.iter().enumerate().map(|(place, panel)| {
            let top = whole.top + (height + BETWEEN) * place as f64;
            Plane { top, bottom: top + height, y: usable(panel.range), ..*whole }
        });
        planes.collect()
    }

    fn end_labels(&self, planes: &[Plane]) -> Vec<EndLabel> {
        let ends = self.shown_panels().iter().enumerate().flat_map(|(at, panel)| {
            panel.series.iter().enumerate().filter_map(move |(place, series)| {
                let (x, y) = last_known(&series.points)?;
                Some(EndLabel {
                    at: planes.get(at).map_or((0.0, 0.0), |plane| plane.at(x, y)),
                    swatch: Swatch::Line(palette::line(place)),
                    value: panel.write(y),
                    name: series.label.clone(),
                })
            })
        });
        ends.collect()
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let is_single = self.shown_panels().iter().all(|panel| panel.series.len() < 2);
        let colour = if is_single { palette::line(0).colour } else { KEY };
        let has_reach = |panel: &Panel| matches!(panel.series.as_slice(), [one] if !one.reach.is_empty());
        let reach = if self.shown_panels().iter().any(has_reach) { self.reach_key.as_str() } else { "" };
        [
            (self.line_key.as_str(), Sign::line(colour)),
            (&self.band_key, Sign::Shade(colour, BAND)),
            (reach, Sign::Line(reach_stroke(colour))),
        ]
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, sign)| KeyEntry { text: text.to_owned(), sign })
        .collect()
    }

    fn describe(&self) -> String {
        let series = self.shown_panels().iter().flat_map(|panel| {
            panel.series.iter().map(|series| {
                let ends = (first_known(&series.points), last_known(&series.points));
                let name = if series.label.is_empty() { &panel.label } else { &series.label };
                match ends {
                    (Some(first), Some(last)) => {
                        format!("{name}: from {} to {}", panel.write(first.1), panel.write(last.1))
                    }
                    _ => format!("{name}: no data"),
                }
            })
        });
        let marks = self.axis.marks.iter().map(|mark| mark.label.as_str()).collect::<Vec<_>>().join(", ");
        let marks = if marks.is_empty() { marks } else { format!("Marked in order: {marks}") };
        sentences(
            [self.heading.subtitle.clone()].into_iter().chain(series).chain([marks, self.heading.caption.clone()]),
        )
    }
}

/// The times at which any of these series has a point.
fn moments<'a>(series: impl IntoIterator<Item = &'a Series>) -> Moments {
    Moments::of(series.into_iter().flat_map(|series| series.points.iter().map(|point| point.0)))
}

/// The parts that say something.
fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().copied().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
#[path = "trajectory_tests.rs"]
mod tests;

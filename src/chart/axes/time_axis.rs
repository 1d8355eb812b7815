use super::marks::{PlacedMark, place_marks};
use super::plane::Plane;
use crate::chart::sheet::{Align, Canvas, INK, MARGIN, PAPER, Pen, QUIET, SPAN, Stroke, sheet_width, text_width};
use crate::chart::words::NumberFormat;
use serde::{Deserialize, Serialize};

const TICK: Pen = Pen { size: 21.0, bold: false, colour: INK };
const MARK: Pen = Pen { size: 20.0, bold: false, colour: INK };
const ROW: f64 = 28.0;
const BAR: f64 = 28.0;

/// A labelled place on the time axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where, on the time axis.
    pub at: f64,
    /// What is written there, such as "Mar 2015".
    pub label: String,
}

/// A shaded stretch of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeSpan {
    /// Its beginning, on the time axis.
    pub from: f64,
    /// Its end, on the time axis.
    pub to: f64,
    /// What it is, such as "programme money".
    pub label: String,
}

/// A vertical line with a label.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Where, on the time axis.
    pub at: f64,
    /// What happened there.
    pub label: String,
}

/// The horizontal axis of a chart over time, in any unit (months, say).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeAxis {
    /// Time at the left edge.
    pub from: f64,
    /// Time at the right edge, above `from`.
    pub to: f64,
    /// Labelled places; where their labels would touch, only every second, third ... is shown.
    pub ticks: Vec<Tick>,
    /// What the axis counts, such as "end of month"; may be empty. Written behind the last tick, as far as there is room.
    pub label: String,
    /// A shaded stretch.
    pub span: Option<TimeSpan>,
    /// Vertical lines with labels.
    pub marks: Vec<Mark>,
    /// What the places `from`, `from` + 1, `from` + 2 ... are called where their values are told, such as "end of
    /// March 2018"; a place without a name is told as its number.
    pub names: Vec<String>,
}

/// What stands above the plot: where the labels of marks and span go.
pub(in crate::chart) struct Above {
    marks: Vec<PlacedMark>,
    /// Where the span's label stands in its bar, if it stands there.
    in_bar: Option<f64>,
    /// Height of it all.
    pub height: f64,
}

impl TimeAxis {
    /// The ends of the axis, made usable.
    pub(in crate::chart) fn range(&self) -> (f64, f64) {
        let usable = self.from.is_finite() && self.to.is_finite() && self.from < self.to;
        if usable { (self.from, self.to) } else { (0.0, 1.0) }
    }

    /// What a time is called.
    pub(in crate::chart) fn name(&self, time: f64) -> String {
        let place = time - self.from;
        let is_whole = place >= 0.0 && (place - place.round()).abs() < 1e-9;
        let name = self.names.get(place.round() as usize).filter(|name| is_whole && !name.trim().is_empty());
        name.map_or_else(|| format!("{} {}", self.label, NumberFormat::exact(time)).trim().to_owned(), String::clone)
    }

    /// Head of the column of a table that names the times of these values.
    pub(in crate::chart) fn corner(&self, values: &str) -> String {
        match (values.trim(), self.label.trim()) {
            ("", "") => "Time".to_owned(),
            ("", label) => label.to_owned(),
            (values, "") => format!("{values}, over time"),
            (values, label) => format!("{values}, by {label}"),
        }
    }

    /// Width of the widest label of a tick.
    pub(in crate::chart) fn widest_label(&self) -> f64 {
        self.ticks.iter().map(|tick| text_width(&tick.label, TICK.size, false)).fold(0.0, f64::max)
    }

    /// Ticks that are shown, with their place in `ticks`; `width` of the widest thing written under each.
    pub(in crate::chart) fn shown(&self, plane: &Plane, width: f64) -> Vec<(usize, f64)> {
        let inside = |at: f64| at.is_finite() && at >= plane.x.0 && at <= plane.x.1;
        let all: Vec<(usize, f64)> = (0..self.ticks.len())
            .filter(|&i| inside(self.ticks[i].at))
            .map(|i| (i, plane.px(self.ticks[i].at)))
            .collect();
        let widest = all.iter().map(|&(i, _)| text_width(&self.ticks[i].label, TICK.size, false)).fold(width, f64::max);
        let every = |step: usize| all.iter().step_by(step).copied().collect::<Vec<_>>();
        let is_free = |ticks: &[(usize, f64)]| ticks.windows(2).all(|pair| pair[1].1 - pair[0].1 > widest + 10.0);
        (1..=all.len().max(1)).map(every).find(|ticks| is_free(ticks)).unwrap_or_default()
    }

    /// Finds the places of the labels above a plot between `plane.left` and `plane.right`.
    pub(in crate::chart) fn arrange(&self, plane: &Plane) -> Above {
        let mut marks: Vec<(f64, String)> = self
            .marks
            .iter()
            .filter(|mark| mark.at >= plane.x.0 && mark.at <= plane.x.1)
            .map(|mark| (plane.px(mark.at), mark.label.clone()))
            .collect();
        let mut in_bar = None;
        if let Some((span, left, right)) = self.placed_span(plane) {
            // The widest gap between stems within the bar takes the label.
            let mut stems: Vec<f64> = marks.iter().map(|mark| mark.0).filter(|&x| x > left && x < right).collect();
            stems.extend([left, right]);
            stems.sort_by(f64::total_cmp);
            let gap = stems.windows(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
            in_bar = gap
                .filter(|gap| gap[1] - gap[0] > text_width(&span.label, MARK.size, false) + 16.0)
                .map(|gap| 0.5 * (gap[0] + gap[1]));
            if in_bar.is_none() {
                marks.push((left, span.label.clone()));
            }
        }
        let marks = place_marks(&marks, (MARGIN, sheet_width() - MARGIN), MARK.size);
        let rows = marks.iter().map(|mark| mark.row + 1).max().unwrap_or(0);
        let bar = if self.placed_span(plane).is_some() { BAR } else { 0.0 };
        Above { marks, in_bar, height: rows as f64 * ROW + bar + 6.0 }
    }

    fn placed_span(&self, plane: &Plane) -> Option<(&TimeSpan, f64, f64)> {
        let span = self.span.as_ref()?;
        let (left, right) = (plane.px(span.from), plane.px(span.to));
        (span.from.is_finite() && span.to.is_finite() && right > left).then_some((span, left, right))
    }

    /// Draws what lies behind the data: the shaded span.
    pub(in crate::chart) fn draw_behind(&self, canvas: &Canvas, plane: &Plane) {
        if let Some((_, left, right)) = self.placed_span(plane) {
            canvas.rectangle((left, plane.top), (right, plane.bottom), SPAN, 0.22);
        }
    }

    /// Draws what lies before the data: the span's bar, stems and labels of marks; stems `on_areas` get a light edge.
    pub(in crate::chart) fn draw_before(&self, canvas: &Canvas, plane: &Plane, above: &Above, on_areas: bool) {
        let mut rows_bottom = plane.top - 6.0;
        if let Some((span, left, right)) = self.placed_span(plane) {
            rows_bottom = plane.top - BAR - 6.0;
            canvas.rectangle((left, plane.top - BAR), (right, plane.top), SPAN, 0.75);
            for x in [left, right] {
                canvas.line(&[(x, plane.top), (x, plane.bottom)], Stroke { colour: SPAN, width: 1.5, dash: &[] });
            }
            if let Some(x) = above.in_bar {
                canvas.text(&span.label, (x, plane.top - 8.0), MARK, Align::Middle);
            }
        }
        for mark in &above.marks {
            let base = rows_bottom - ROW * mark.row as f64;
            let stem = [(mark.x, base - 17.0), (mark.x, plane.bottom)];
            if on_areas {
                canvas.line(&[(mark.x, plane.top), stem[1]], Stroke { colour: PAPER, width: 3.5, dash: &[] });
            }
            canvas.line(&stem, Stroke { colour: QUIET, width: 1.75, dash: &[6.0, 4.0] });
            canvas.text(&mark.text, (mark.left, base), MARK, Align::Left);
        }
    }

    /// Draws the axis itself at the foot of the plot, with the shown ticks; returns the lower edge of it.
    pub(in crate::chart) fn draw_axis(&self, canvas: &Canvas, plane: &Plane, shown: &[(usize, f64)]) -> f64 {
        let line = Stroke { colour: INK, width: 2.0, dash: &[] };
        canvas.line(&[(plane.left, plane.bottom), (plane.right, plane.bottom)], line);
        let base = plane.bottom + 32.0;
        let mut free = plane.right + 20.0;
        for &(place, x) in shown {
            let label = &self.ticks[place].label;
            canvas.line(&[(x, plane.bottom), (x, plane.bottom + 8.0)], line);
            canvas.text(label, (x, base), TICK, Align::Middle);
            free = free.max(x + text_width(label, TICK.size, false) / 2.0 + 20.0);
        }
        // The beginning of it would say something else.
        if text_width(&self.label, TICK.size, false) <= sheet_width() - MARGIN - free {
            canvas.text(&self.label, (free, base), Pen { colour: QUIET, ..TICK }, Align::Left);
        }
        base + 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_its_places_or_counts_them() {
        let names = ["start of 2015-04", "end of 2015-04", ""].map(str::to_owned).to_vec();
        let axis = TimeAxis { from: 3.0, to: 9.0, names, label: "month".into(), ..TimeAxis::default() };
        let named = [3.0, 4.0, 5.0, 3.5, 9.0, f64::NAN].map(|time| axis.name(time));
        assert_eq!(named, ["start of 2015-04", "end of 2015-04", "month 5", "month 3.5", "month 9", "month –"]);
        assert_eq!([axis.corner("alive"), TimeAxis::default().corner("")], ["alive, by month", "Time"]);
    }
}

use crate::chart::axes::{Plane, TimeAxis, y_axis};
use crate::chart::parts::{EndLabel, EndLabels, Heading, Needs, Stack, Swatch, draw_frame, draw_nothing, thickness};
use crate::chart::sheet::{Align, Canvas, MAX_GROUPS, Pen, Picture, palette, text_width};
use crate::chart::words::{ChartTable, NumberFormat, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// A part of the whole, over time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShareLayer {
    /// Its name.
    pub label: String,
    /// Its share by spell of time, 0 to 1; missing, negative and not finite count as 0, more than 1 as 1.
    pub shares: Vec<f64>,
    /// Low and high of single futures by spell; may be empty.
    pub single: Vec<(f64, f64)>,
}

/// A spell of time over which shares are taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spell {
    /// Its beginning, on the time axis.
    pub from: f64,
    /// Its end, on the time axis.
    pub to: f64,
    /// What it is called, such as "2015-04 to 2015-06".
    pub label: String,
}

/// Parts of a whole over time, stacked, with their names and last values at the right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SharesChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// The time axis, its span and its marks.
    pub axis: TimeAxis,
    /// What the whole is, such as "Share of attempts".
    pub y_label: String,
    /// Spells of time in rising order, each following the other.
    pub spells: Vec<Spell>,
    /// From bottom to top; those after the eighth are left out, and the caption says so.
    pub layers: Vec<ShareLayer>,
}

impl SharesChart {
    /// The numbers that it shows.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let columns = std::iter::once("months".to_owned()).chain(self.layers.iter().map(|layer| layer.label.clone()));
        let row = |(place, spell): (usize, &Spell)| {
            let cells = self.layers.iter().map(|layer| layer.write(place));
            std::iter::once(spell.label.clone()).chain(cells).collect()
        };
        ChartTable { columns: columns.collect(), rows: self.spells.iter().enumerate().map(row).collect() }
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn layers(&self) -> &[ShareLayer] {
        &self.layers[..self.layers.len().min(MAX_GROUPS)]
    }

    /// Times and thicknesses: the middle of each spell, and both ends of the whole.
    fn stack(&self) -> Stack {
        let middles = self.spells.iter().map(|spell| 0.5 * (spell.from + spell.to));
        let (first, last) = (self.spells.first().map(|spell| spell.from), self.spells.last().map(|spell| spell.to));
        let times: Vec<f64> = first.into_iter().chain(middles).chain(last).collect();
        let spells = self.spells.len();
        let thick = |layer: &ShareLayer| -> Vec<f64> {
            let inner = (0..spells).map(|place| layer.share(place));
            let ends = (layer.share(0), layer.share(spells.saturating_sub(1)));
            std::iter::once(ends.0).chain(inner).chain([ends.1]).take(times.len()).collect()
        };
        let layers: Vec<Vec<f64>> = self.layers().iter().map(thick).collect();
        Stack::new(&times, layers.iter().map(Vec::as_slice))
    }

    fn draw(&self, canvas: &Canvas) {
        let stack = self.stack();
        let y_labels = y_axis::labels((0.0, 1.0), 400.0, NumberFormat::Percent);
        let needs = Needs {
            heading: &self.heading,
            note: palette::left_out(self.layers.len()),
            axis: &self.axis,
            y_label: &self.y_label,
            key: Vec::new(),
            left: y_axis::width(&y_labels) + 14.0,
            right: EndLabels::new(self.end_labels(&stack, None)).width,
            below: 0.0,
        };
        let (plane, above) = draw_frame(canvas, &needs);
        self.axis.draw_behind(canvas, &plane);
        y_axis::draw(canvas, &plane, &y_labels);
        stack.draw(canvas, &plane, false, palette::layer);
        self.draw_values(canvas, &plane, &stack);
        self.axis.draw_before(canvas, &plane, &above, true);
        self.axis.draw_axis(canvas, &plane, &self.axis.shown(&plane, 0.0));
        if stack.highest() <= 0.0 {
            draw_nothing(canvas, &plane);
        }
        EndLabels::new(self.end_labels(&stack, Some(&plane))).draw(canvas, plane.right, plane.top, plane.bottom + 8.0);
        for (place, spell) in self.spells.iter().enumerate() {
            let parts = self.layers().iter().map(|layer| format!("{} {}", layer.label, layer.write(place)));
            let text = std::iter::once(spell.label.clone()).chain(parts).collect::<Vec<_>>().join("\n");
            canvas.spot((plane.px(spell.from), plane.top), (plane.px(spell.to), plane.bottom), text);
        }
    }

    /// The first value of each layer at the left edge of its area, so that the change is read without the axis.
    fn draw_values(&self, canvas: &Canvas, plane: &Plane, stack: &Stack) {
        let size = 19.0;
        for (place, layer) in self.layers().iter().enumerate() {
            let (Some(low), Some(high)) = (stack.levels[place].first(), stack.levels[place + 1].first()) else {
                continue;
            };
            let text = NumberFormat::Percent.write(layer.share(0));
            if plane.py(*low) - plane.py(*high) > 1.5 * size
                && plane.right - plane.left > 4.0 * text_width(&text, size, true)
            {
                let middle = 0.5 * (plane.py(*low) + plane.py(*high)) + 0.36 * size;
                let pen = Pen { size, bold: true, colour: palette::layer(place).ink() };
                // The layer may leave the number to its left.
                let right = plane.left + 14.0 + text_width(&text, size, true);
                canvas.rectangle(
                    (plane.left, middle - 0.8 * size),
                    (right, middle + 0.2 * size),
                    palette::layer(place),
                    1.0,
                );
                canvas.text(&text, (plane.left + 10.0, middle), pen, Align::Left);
            }
        }
    }

    fn end_labels(&self, stack: &Stack, plane: Option<&Plane>) -> Vec<EndLabel> {
        let Some(last) = self.spells.len().checked_sub(1) else { return Vec::new() };
        let label = |(place, layer): (usize, &ShareLayer)| {
            let (time, middle) = stack.middle(place).unwrap_or_default();
            EndLabel {
                at: plane.map_or((0.0, 0.0), |plane| plane.at(time, middle)),
                swatch: Swatch::Block(palette::layer(place)),
                value: NumberFormat::Percent.write(layer.share(last)),
                name: layer.label.clone(),
            }
        };
        self.layers().iter().enumerate().rev().map(label).collect()
    }

    fn describe(&self) -> String {
        let layers = self.layers().iter().filter(|_| !self.spells.is_empty()).map(|layer| {
            let share = |place: usize| NumberFormat::Percent.write(layer.share(place));
            format!("{}: from {} to {}", layer.label, share(0), share(self.spells.len() - 1))
        });
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(or_no_data(layers)).chain([self.heading.caption.clone()]))
    }
}

impl ShareLayer {
    /// What is drawn of a spell.
    fn share(&self, place: usize) -> f64 {
        thickness(&self.shares, place).min(1.0)
    }

    /// "23 % (10 to 40 %)"
    fn write(&self, place: usize) -> String {
        let percent = |share: f64| NumberFormat::Percent.write(share);
        let share = percent(self.shares.get(place).copied().unwrap_or(f64::NAN));
        match self.single.get(place) {
            Some(&(low, high)) if low.is_finite() && high.is_finite() => {
                format!("{share} ({} to {})", percent(low).replace("\u{2009}%", ""), percent(high))
            }
            _ => share,
        }
    }
}

#[cfg(test)]
#[path = "shares_tests.rs"]
mod tests;

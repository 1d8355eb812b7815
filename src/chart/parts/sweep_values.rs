use super::sweep_panel::{SweepLine, SweepPanel, SweepPoint};
use crate::chart::axes::{Plane, tiles, told};
use crate::chart::sheet::Canvas;
use crate::chart::words::{NONE, from_to, with_interval};

/// What the values of a panel are called where they are told.
pub(in crate::chart) struct Words<'a> {
    /// What the values count.
    pub values: &'a str,
    /// Says what stands in brackets; may be empty.
    pub brackets: String,
    /// How far single cases spread; may be empty.
    pub spread: &'a str,
    /// Writes a value.
    pub write: &'a dyn Fn(f64) -> String,
}

impl SweepPoint {
    /// The value with how sure it is.
    pub(in crate::chart) fn value_words(&self, write: &dyn Fn(f64) -> String) -> String {
        with_interval(write, self.value, self.average)
    }

    /// How far single cases spread; nothing if that is not known.
    pub(in crate::chart) fn tell_spread(&self, write: &dyn Fn(f64) -> String) -> Option<String> {
        self.spread.filter(|_| self.value.is_finite()).map(|spread| from_to(write, spread)).filter(|told| told != NONE)
    }
}

impl SweepPanel {
    /// Marks a column for each setting.
    pub(in crate::chart) fn mark(&self, canvas: &Canvas, plane: &Plane, words: &Words) {
        let mut shown: Vec<(usize, f64)> =
            (0..self.count()).filter_map(|position| Some((position, plane.px(self.place(position)?)))).collect();
        shown.sort_by(|a, b| a.1.total_cmp(&b.1));
        shown.dedup_by(|a, b| a.1 <= b.1);
        let places: Vec<f64> = shown.iter().map(|(_, place)| *place).collect();
        for ((position, _), (left, right)) in shown.iter().zip(tiles(&places, (plane.left, plane.right), false)) {
            canvas.spot((left, plane.top), (right, plane.bottom), self.value_words(*position, words));
        }
    }

    /// What a reader sees who points at a setting.
    fn value_words(&self, position: usize, words: &Words) -> String {
        let mut lines = vec![format!("{} {}", self.label, self.name(position))];
        for line in self.lines() {
            let Some(point) = line.points.get(position) else { continue };
            let name = if line.label.trim().is_empty() { words.values } else { &line.label };
            lines.push(format!("{name} {}", point.value_words(words.write)));
            let spread = point.tell_spread(words.write).filter(|_| self.has_spread());
            lines.extend(spread.map(|spread| format!("{}: {spread}", spread_or(words.spread))));
        }
        if lines.len() == 1 {
            lines.push("no data".to_owned());
        }
        if lines.iter().any(|line| line.ends_with(')')) {
            lines.push(words.brackets.clone());
        }
        told(lines)
    }
}

/// Lines of the same name in all panels: the name, and how many of that name come before.
pub(in crate::chart) fn names(panels: &[SweepPanel]) -> Vec<(String, usize)> {
    let mut names: Vec<(String, usize)> = Vec::new();
    for panel in panels {
        let own = panel.lines.iter().enumerate().map(|(place, line)| name(panel, line, place));
        own.for_each(|name| {
            if !names.contains(&name) {
                names.push(name);
            }
        });
    }
    names
}

fn name(panel: &SweepPanel, line: &SweepLine, place: usize) -> (String, usize) {
    (line.label.clone(), panel.lines[..place].iter().filter(|other| other.label == line.label).count())
}

/// The line of this name.
pub(in crate::chart) fn named<'a>(panel: &'a SweepPanel, (label, before): &(String, usize)) -> Option<&'a SweepLine> {
    panel.lines.iter().filter(|line| line.label == *label).nth(*before)
}

/// What the spread is called.
pub(in crate::chart) fn spread_or(name: &str) -> &str {
    if name.trim().is_empty() { "spread" } else { name }
}

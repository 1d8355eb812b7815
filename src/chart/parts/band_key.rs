use super::bands::draw_line;
use super::key::{KeyEntry, Sign};
use crate::chart::axes::Plane;
use crate::chart::sheet::{Canvas, Colour, Stroke};
use serde::{Deserialize, Serialize};

/// What line and bands stand for, written above the plot; an empty text is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BandKey {
    /// The line.
    pub line: String,
    /// The darker band: how sure the average is.
    pub average: String,
    /// The lighter band: how far single cases spread.
    pub spread: String,
    /// The dotted lines: how far plausible models reach.
    #[serde(default)]
    pub reach: String,
}

/// Opacity of the darker band.
pub(in crate::chart) const AVERAGE: f64 = 0.30;
/// Opacity of the lighter band.
pub(in crate::chart) const SPREAD: f64 = 0.13;

/// The dotted lines at the ends of what plausible models come to: they stay apart from bands where all is grey.
pub(in crate::chart) fn reach_stroke(colour: Colour) -> Stroke {
    Stroke { colour, width: 2.25, dash: &[2.5, 4.5] }
}

/// Draws them, as stairs if `steps`.
pub(in crate::chart) fn draw_reach(
    canvas: &Canvas,
    plane: &Plane,
    reach: &[(f64, f64, f64)],
    steps: bool,
    colour: Colour,
) {
    for end in [|point: &(f64, f64, f64)| (point.0, point.1), |point: &(f64, f64, f64)| (point.0, point.2)] {
        draw_line(canvas, plane, &reach.iter().map(end).collect::<Vec<_>>(), steps, reach_stroke(colour));
    }
}

impl BandKey {
    /// What the lighter band is called where it must have a name.
    pub(in crate::chart) fn spread_name(&self) -> &str {
        if self.spread.is_empty() { "spread" } else { &self.spread }
    }

    /// What the dotted lines are called where they must have a name.
    pub(in crate::chart) fn reach_name(&self) -> &str {
        if self.reach.is_empty() { "reach" } else { &self.reach }
    }

    /// The entry of what plausible models reach, if it is drawn.
    pub(in crate::chart) fn reach_entry(&self, colour: Colour, is_drawn: bool) -> Option<KeyEntry> {
        let sign = Sign::Line(reach_stroke(colour));
        (is_drawn && !self.reach.is_empty()).then(|| KeyEntry { text: self.reach.clone(), sign })
    }

    /// The entries of what is drawn: line, darker and lighter band.
    pub(in crate::chart) fn entries(&self, colour: Colour, drawn: (bool, bool, bool)) -> Vec<KeyEntry> {
        let entries = [
            (&self.line, Sign::line(colour), drawn.0),
            (&self.average, Sign::Shade(colour, AVERAGE), drawn.1),
            (&self.spread, Sign::Shade(colour, SPREAD), drawn.2),
        ];
        entries
            .into_iter()
            .filter(|(text, _, is_drawn)| *is_drawn && !text.is_empty())
            .map(|(text, sign, _)| KeyEntry { text: text.clone(), sign })
            .collect()
    }
}

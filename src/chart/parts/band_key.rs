use super::key::{KeyEntry, Sign};
use crate::chart::sheet::Colour;
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
}

/// Opacity of the darker band.
pub(in crate::chart) const AVERAGE: f64 = 0.30;
/// Opacity of the lighter band.
pub(in crate::chart) const SPREAD: f64 = 0.13;

impl BandKey {
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

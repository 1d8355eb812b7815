use crate::chart::parts::Side;
use serde::{Deserialize, Serialize};

/// Claims with one theme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimGroup {
    /// The theme.
    pub title: String,
    /// Its claims from top to bottom; a group without any is not drawn.
    pub rows: Vec<ClaimRow>,
}

/// A claim and its effect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimRow {
    /// A short name.
    pub id: String,
    /// What is claimed, in up to three lines; some 70 letters always fit.
    pub label: String,
    /// The effect; `None` or not a number if there is none, and then the row has no mark and is written in quiet ink.
    pub value: Option<f64>,
    /// How sure the effect is: low, high. One narrower than the mark lies hidden below it.
    pub interval: (f64, f64),
    /// The shape of its mark.
    pub mark: ClaimMark,
    /// Whether the mark is filled.
    pub filled: bool,
    /// A few words right of the mark, in up to two lines; may be empty.
    pub note: String,
    /// A share 0..1, written at the right edge.
    pub share: Option<f64>,
}

/// The shape of a claim's mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClaimMark {
    /// By the side of 0 on which the interval lies.
    #[default]
    Side,
    /// The claim holds, but not all of it.
    Partly,
    /// The effect is too small to matter.
    Nil,
}

impl ClaimRow {
    /// Its shape.
    pub(in crate::chart) fn side(&self) -> Side {
        match self.mark {
            ClaimMark::Side => Side::of(self.interval),
            ClaimMark::Partly => Side::Partly,
            ClaimMark::Nil => Side::Nil,
        }
    }

    /// The effect, if it is a number.
    pub(in crate::chart) fn effect(&self) -> Option<f64> {
        self.value.filter(|value| !value.is_nan())
    }
}

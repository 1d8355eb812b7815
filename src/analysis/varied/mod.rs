//! What a figure, or a difference between two regimes, hangs on: screening, indices of sensitivity, and the rule under which
//! it lies on one side of a threshold.
//!
//! Purpose: nothing is named that chance alone could have made. Must never know: how inputs are set, words for a reader.

mod discovery;
mod indices;
mod input;
mod screening;

pub use discovery::{Discovery, FoundBox, FoundLimit, PeeledBox, Side, VariedPoint, discover_box};
pub use indices::{IndexRow, IndexSample, Indices};
pub use input::{InputValues, VariedInput, VariedQuestion};
pub use screening::{Screening, ScreeningRow, Steps};

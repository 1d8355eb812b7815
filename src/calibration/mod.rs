//! Which sets of parameters are plausible: targets as data, history matching in waves, the ensemble that is left.
//!
//! Purpose: from what the sources and the literature fix to the sets of parameters that do not contradict it, and to what was
//! learnt of each parameter. Whoever runs the model hands in what was measured; a stand-in does as well.
//! Must never know: the engine, files, drawing, the terminal.

mod calibrated;
mod emulator;
mod ensemble;
mod history;
mod learnt;
mod outcome;
#[cfg(test)]
mod recovery_tests;
mod screening;
mod target;
mod targets;

pub use calibrated::{Calibrated, MadeBy, calibrated};
pub use ensemble::Ensemble;
pub use history::{History, WaveSizes};
pub use learnt::{KnownPair, LearntParameter};
pub use outcome::{JudgedTarget, Wave};
pub use target::{Target, TargetKind};
pub use targets::{MeasuredBy, Targets};

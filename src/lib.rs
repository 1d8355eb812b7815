//! **safsim**: policy implementation in nested strategic action fields.
//!
//! The house is described in `docs/architecture.md`; the model in `docs/model.md`.

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod diagnostics;
pub mod disk;
pub mod engine;
pub mod evidence;
pub mod experiment;
pub mod letters;
pub mod processes;
pub mod quantity;
pub mod random;
pub mod record;
pub mod report;
pub mod scenario;
pub mod stats;
pub mod study;
pub mod world;

//! Records -> findings: what one run comes to, what many runs come to, and how sure we are of it.
//!
//! Purpose: fold records one by one into what tables, charts and the summary need, so that memory stays bounded.
//! Must never know: the engine, the world, drawing, files.

mod collector;
mod courses;
mod endings;
mod estimate;
#[cfg(test)]
pub(crate) mod fabricated;
mod findings;
mod headline;
mod life;
mod outcome;
mod survival;

pub use collector::Collector;
pub use courses::{Courses, Spread};
pub use endings::{Ending, Endings};
pub use estimate::Estimate;
pub use findings::Findings;
pub use headline::{Headline, Measure};
pub use life::{alive_after, programme_last};
pub use outcome::{Outcome, Outcomes};
pub use survival::{SITES_TABULATED, SurvivalRow, SurvivalTable, Survivals};

//! The reported findings as data: what is run for each, what is measured, what was expected, and what came of it.
//!
//! Purpose: every finding of the sources that is in scope is one entry under `scenarios/evidence/`, tried as a paired
//! experiment with and without its mechanism, and over many sets of parameters.
//! Must never know: the engine, files, drawing, the terminal.

mod anchor;
mod breaks;
mod catalogue;
mod claim;
mod configurations;
mod effect;
mod fates;
mod frozen;
mod judged;
mod judging;
#[cfg(test)]
mod made_up;
mod measure;
mod over_sets;
mod parameter_sets;
mod place_courses;
mod places;
mod quantity;
mod reworded;
mod robustness;
mod similarity;
mod suite;
mod suite_build;
mod test_design;
mod undecided;
mod verdict;
mod words;

pub use catalogue::{Catalogue, read_entries};
pub use claim::{Breadth, ClaimKind, Condition, Configurations, Finding, Former, Mechanism};
pub use configurations::{ConditionRole, ConfigurationRow, JudgedConfigurations, SolutionPath};
pub use effect::{PRACTICALLY_NIL, TestEffect};
pub use judged::{Deciding, Evidence, Judged, JudgedTest, Robustness};
pub use judging::judge;
pub use measure::Measure;
pub use over_sets::{ENDS_IN, End, KNOWN, OverSets};
pub use parameter_sets::{ParameterSet, parameter_sets};
pub use quantity::Quantity;
pub use robustness::{SetValues, judge_over_sets};
pub use suite::{CellValues, Suite, SuiteCell};
pub use test_design::{Expect, Test, TestDesign};
pub use undecided::{Undecided, undecided};
pub use verdict::{Explained, Verdict, Wiring};

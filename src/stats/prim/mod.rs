//! PRIM, the patient rule induction method: in which box of the inputs do cases of interest lie?
//!
//! Purpose: peeling and pasting (Friedman and Fisher 1999) as scenario discovery does it (Bryant and Lempert 2010): coverage,
//! density, quasi-p of each limit. It follows the EMA Workbench (Kwakkel 2017) step by step.
//! Must never know: what the inputs are, where the cases come from.

mod case_box;
mod cases;
mod peeling;
mod quasi_p;

pub use case_box::{CaseBox, Limit};
pub use cases::{CaseColumn, Cases};
pub use peeling::{PeelingStep, prim};
pub use quasi_p::quasi_p;

#[cfg(test)]
mod tests;

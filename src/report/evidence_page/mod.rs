//! The page of the evidence suite: `evidence.md`.
//!
//! Purpose: every finding with what came of it, misses as plainly as hits. Must never know: how it was run.

mod ablation;
mod by_page;
mod by_theme;
mod configured;
mod evidence_results;
mod in_detail;
mod in_short;
mod in_words;

mod robust;
mod two_models;
mod whole_page;

pub use by_page::{EvidencePage, evidence_pages};
pub use evidence_results::{evidence_figures, write_evidence};
pub use whole_page::evidence_page;

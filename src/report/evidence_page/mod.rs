//! The page of the evidence suite: `evidence.md`.
//!
//! Purpose: every finding with what came of it, misses as plainly as hits. Must never know: how it was run.

mod by_page;
mod by_theme;
mod configured;
mod in_detail;
mod in_short;
mod in_words;
mod robust;
pub(in crate::report) mod wording;

pub use by_page::{EvidencePage, evidence_pages};

use crate::evidence::Evidence;

/// What no row can say.
const LIMITS: &str = include_str!("limits.md");

/// The page, in Markdown. `picture` is the path from the page to the picture of all findings.
#[must_use]
pub fn evidence_page(evidence: &Evidence, picture: &str) -> String {
    let evidence = &in_words::evidence_in_words(evidence);
    let sections = [
        in_short::in_short(evidence, picture),
        by_theme::by_theme(evidence),
        robust::weak(evidence),
        robust::deciding(evidence),
        configured::configured(evidence),
        in_detail::in_detail(evidence),
        LIMITS.to_owned(),
    ];
    let text = sections.into_iter().filter(|section| !section.is_empty()).collect::<Vec<_>>().join("\n");
    text.trim_end().to_owned() + "\n"
}

use super::{ablation, by_theme, configured, in_detail, in_short, in_words, robust, two_models};
use crate::evidence::Evidence;

/// What no row can say.
pub(super) const LIMITS: &str = include_str!("limits.md");

/// The page, in Markdown. `picture` is the path from the page to the picture of all findings.
#[must_use]
pub fn evidence_page(evidence: &Evidence, picture: &str) -> String {
    let evidence = &in_words::evidence_in_words(evidence);
    let sections = [
        in_short::in_short(evidence, picture),
        by_theme::by_theme(evidence),
        two_models::two_models(evidence),
        ablation::ablation(evidence),
        robust::weak(evidence),
        robust::deciding(evidence),
        configured::configured(evidence),
        in_detail::in_detail(evidence),
        LIMITS.to_owned(),
    ];
    let text = sections.into_iter().filter(|section| !section.is_empty()).collect::<Vec<_>>().join("\n");
    text.trim_end().to_owned() + "\n"
}

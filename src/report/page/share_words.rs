use crate::report::evidence_wording;

/// `73 %`; `<1 %` and `>99 %` where it is neither none nor all.
pub(super) fn share_words(share: f64) -> String {
    evidence_wording::percent(share).replace(' ', "\u{a0}")
}

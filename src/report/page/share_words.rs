use crate::report::words::percent;

/// `73 %`; `<1 %` and `>99 %` where it is neither none nor all.
pub(super) fn share_words(share: f64) -> String {
    percent(share).replace(' ', "\u{a0}")
}

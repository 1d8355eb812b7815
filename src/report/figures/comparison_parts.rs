//! What the pictures of a comparison share.

use super::picture_parts::heading;
use crate::analysis::Compared;
use crate::chart::Heading;

/// Arms that have a picture of their own.
pub(super) const ARMS_SHOWN: usize = 8;

/// Title, the question, and how many replicates stand behind it.
pub(super) fn heading_of(compared: &Compared, title: &str) -> Heading {
    let paired = match compared.replicates {
        1 => "1 pair of futures".to_owned(),
        n => format!("{n} pairs of futures"),
    };
    heading(&compared.baseline().findings.setting, title, &paired)
}

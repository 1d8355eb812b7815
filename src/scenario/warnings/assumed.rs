use crate::scenario::raw::{Node, Table};
use crate::scenario::write::inline;

/// The defaults that decide most of what comes out.
const TOLD: [&str; 12] = [
    "time.start",
    "time.months",
    "programme.start",
    "programme.end",
    "programme.permissiveness",
    "programme.metric_focus",
    "programme.successor_start",
    "programme.support.account_managers",
    "programme.support.learning_event_every",
    "programme.funding.award",
    "programme.funding.horizon",
    "programme.funding.notice",
];

/// Those of them that hold because `written` does not say otherwise, each with its value in `resolved`, where every
/// default is written out.
pub(in crate::scenario) fn assumed(written: &Table, resolved: &Table) -> Vec<(&'static str, String)> {
    let left_out = TOLD.into_iter().filter(|key| at(written, key).is_none());
    left_out.filter_map(|key| Some((key, inline(&at(resolved, key)?.value)))).collect()
}

fn at<'a>(table: &'a Table, key: &str) -> Option<&'a Node> {
    match key.split_once('.') {
        None => table.get(key),
        Some((section, rest)) => at(table.get(section)?.value.table()?, rest),
    }
}

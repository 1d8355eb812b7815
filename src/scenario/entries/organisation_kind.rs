use super::Fields;
use super::label::words_of;
use crate::scenario::raw::Value;
use crate::scenario::{OrganisationKind, Turnover, WatchedApart, Ways};

/// All `[[organisation_kind]]` entries of a file, after the built-in ones `before`.
pub(in crate::scenario) fn organisation_kinds(
    entries: &[Fields<'_>],
    before: Vec<OrganisationKind>,
) -> Vec<OrganisationKind> {
    let mut kinds = before;
    for fields in entries {
        let is_second = kinds.iter().any(|kind| kind.ways.watched == WatchedApart::Enthusiasm);
        kinds.push(organisation_kind(fields, is_second));
    }
    kinds
}

fn organisation_kind(fields: &Fields<'_>, is_second: bool) -> OrganisationKind {
    let name = fields.text("name").to_owned();
    OrganisationKind {
        label: fields.maybe_text("label").map_or_else(|| words_of(&name), str::to_owned),
        name,
        own_interest: fields.share("own_interest"),
        headroom: fields.number("headroom"),
        source: fields.text("source").to_owned(),
        turnover: match fields.node("turnover").map(|node| &node.value) {
            Some(Value::Text(word)) if word == "high" => Turnover::High,
            Some(Value::Whole(_) | Value::Number(_)) => Turnover::Monthly(fields.share("turnover")),
            _ => Turnover::Usual,
        },
        ways: Ways {
            contract: fields.flag("contract"),
            enters: fields.flag("enters"),
            watched: match fields.text("watched") {
                "enthusiasm" if is_second => WatchedApart::SecondEnthusiasm,
                "enthusiasm" => WatchedApart::Enthusiasm,
                "memberships" => WatchedApart::Memberships,
                _ => WatchedApart::Nothing,
            },
        },
    }
}

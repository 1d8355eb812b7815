use super::Fields;
use super::organisation::organisations;
use crate::diagnostics::Diagnostic;
use crate::scenario::grammar::Defined;
use crate::scenario::{Kit, OrganisationKind};

/// One `[[kit]]`.
pub(in crate::scenario) fn kit(
    fields: &Fields<'_>,
    kinds: &[OrganisationKind],
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) -> Kit {
    let entries = fields.entries("organisation");
    let organisations = organisations(&entries, kinds, defined, out).into_iter().map(|(one, _)| one).collect();
    Kit {
        name: fields.text("name").to_owned(),
        member: fields.flag("member"),
        serves: fields.share("serves"),
        organisations,
        source: fields.text("source").to_owned(),
    }
}

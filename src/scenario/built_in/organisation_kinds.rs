use super::table::built_in_table;
use crate::scenario::OrganisationKind;
use crate::scenario::entries::{Fields, organisation_kinds};
use crate::scenario::grammar::ORGANISATION_KIND_FILE;
use std::sync::LazyLock;

static KINDS: LazyLock<Vec<OrganisationKind>> = LazyLock::new(|| {
    let text = include_str!("../data/organisation_kinds.toml");
    let table = built_in_table("data/organisation_kinds.toml", text, &ORGANISATION_KIND_FILE);
    organisation_kinds(&Fields::whole_file(&ORGANISATION_KIND_FILE, &table).entries("organisation_kind"), Vec::new())
});

/// The kinds of organisation of a local health economy.
pub(in crate::scenario) fn built_in_organisation_kinds() -> &'static [OrganisationKind] {
    &KINDS
}

use super::table::built_in_table;
use crate::scenario::Role;
use crate::scenario::entries::{Fields, roles};
use crate::scenario::grammar::ROLE_FILE;
use std::sync::LazyLock;

static ROLES: LazyLock<Vec<Role>> = LazyLock::new(|| {
    let table = built_in_table("data/roles.toml", include_str!("../data/roles.toml"), &ROLE_FILE);
    roles(&Fields::whole_file(&ROLE_FILE, &table))
});

/// The roles that people have.
pub(in crate::scenario) fn built_in_roles() -> &'static [Role] {
    &ROLES
}

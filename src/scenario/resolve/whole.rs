use super::clock::Clock;
use super::lookup::Names;
use crate::diagnostics::Diagnostic;
use crate::scenario::grammar::Defined;
use crate::scenario::{InitiativeKind, Organisation, Role, Vocabulary};

/// What the parts of a scenario are held against, and where their mistakes go.
pub(super) struct Whole<'a> {
    pub clock: &'a Clock,
    pub defined: &'a Defined,
    pub vocabulary: &'a Vocabulary,
    pub roles: &'a [Role],
    pub kinds: &'a [InitiativeKind],
    pub kind_names: &'a Names,
    pub region_names: &'a Names,
    pub out: &'a mut Vec<Diagnostic>,
}

/// What the parts of a site are held against.
pub(super) struct WholeSite<'a> {
    /// "site \"Northumberland\"".
    pub title: &'a str,
    pub organisations: &'a [Organisation],
    pub names: &'a Names,
}

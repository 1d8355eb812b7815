use crate::quantity::Share;

/// A kind of organisation (model section 2): what the model does with one follows from these, never from its name.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationKind {
    /// Its name in scenario files.
    pub name: String,
    /// Its name for a reader, and that of an organisation that has none of its own.
    pub label: String,
    /// Pressure to put its own interest first, where an organisation does not say.
    pub own_interest: Share,
    /// Added to the headroom of everybody in it, -1..1, where an organisation does not say.
    pub headroom: f64,
    /// How often its people leave.
    pub turnover: Turnover,
    /// How the model treats it.
    pub ways: Ways,
    /// Where its numbers come from; empty if that is not said.
    pub source: String,
}

/// How often the people of a kind of organisation leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turnover {
    /// By their group.
    Usual,
    /// As often as in care homes, whatever their group.
    High,
    /// With this chance in a month, whatever their group.
    Monthly(Share),
}

/// What months ask of an organisation's kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Whether a contract of a later policy is offered to it.
    pub contract: bool,
    /// Whether it is there only once a new entrant comes.
    pub enters: bool,
    /// What is observed of it on its own.
    pub watched: WatchedApart,
}

/// What is observed of a kind of organisation on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WatchedApart {
    /// Nothing.
    #[default]
    Nothing,
    /// The mean enthusiasm of its people: the first kind of which that is so.
    Enthusiasm,
    /// The same of the second one.
    SecondEnthusiasm,
    /// Its part in the memberships of live initiatives.
    Memberships,
}

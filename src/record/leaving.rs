use crate::quantity::ShockKind;
use serde::{Deserialize, Serialize};

/// Why somebody left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Leaving {
    /// The usual turnover.
    Turnover,
    /// The scenario says when.
    Planned,
    /// The money for the post had gone.
    MoneyEnded,
    /// A shock took them.
    Shock(ShockKind),
}

impl Leaving {
    /// All that a run can give.
    pub fn all() -> impl Iterator<Item = Leaving> {
        let shocks = ShockKind::ALL.into_iter().filter(|kind| kind.row().leavers).map(Leaving::Shock);
        [Leaving::Turnover, Leaving::Planned, Leaving::MoneyEnded].into_iter().chain(shocks)
    }

    /// Its name in tables: that of a shock is the name of its kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Leaving::Turnover => "turnover",
            Leaving::Planned => "planned",
            Leaving::MoneyEnded => "money_ended",
            Leaving::Shock(kind) => kind.name(),
        }
    }
}

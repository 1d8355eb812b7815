use serde::{Deserialize, Serialize};

/// Where an initiative came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Origin {
    /// It ran before the programme.
    PreExisting,
    /// It began in the programme, or later.
    Programme,
    /// It was copied from another site during the run.
    Copied,
}

impl Origin {
    /// All of them.
    pub const ALL: [Origin; 3] = [Origin::PreExisting, Origin::Programme, Origin::Copied];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Origin::PreExisting => "pre-existing",
            Origin::Programme => "programme",
            Origin::Copied => "copied",
        }
    }
}

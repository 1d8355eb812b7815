/// A sort of warning. Its name silences it: `allow = ["unread-setting"]` at the top of a scenario file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// A setting that nothing reads, or that does the same as another value.
    UnreadSetting,
    /// Points of a time line outside the months in which it is read.
    UnreadPoints,
    /// A shock that strikes nobody, or has nothing to take.
    IdleShock,
    /// An organisation that takes part in nothing.
    IdleOrganisation,
    /// An organisation that takes part in something, and has nobody to decide on it.
    SilentOrganisation,
    /// Posts that nobody ever holds.
    IdleRole,
    /// A scenario without any initiative.
    NoInitiative,
    /// An initiative that is so thinly paid that it ends as soon as it can.
    ThinInitiative,
    /// Two arms of a comparison that are the same scenario.
    EqualRegimes,
    /// An axis of a sweep that changes nothing.
    IdleAxis,
    /// A comparison or a sweep of one replicate.
    OneReplicate,
    /// A name that readers of tables take for something else.
    LostName,
}

impl Warning {
    /// All of them.
    pub const ALL: [Warning; 12] = [
        Warning::UnreadSetting,
        Warning::UnreadPoints,
        Warning::IdleShock,
        Warning::IdleOrganisation,
        Warning::SilentOrganisation,
        Warning::IdleRole,
        Warning::NoInitiative,
        Warning::ThinInitiative,
        Warning::EqualRegimes,
        Warning::IdleAxis,
        Warning::OneReplicate,
        Warning::LostName,
    ];

    /// Its name in scenario files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Warning::UnreadSetting => "unread-setting",
            Warning::UnreadPoints => "unread-points",
            Warning::IdleShock => "idle-shock",
            Warning::IdleOrganisation => "idle-organisation",
            Warning::SilentOrganisation => "silent-organisation",
            Warning::IdleRole => "idle-role",
            Warning::NoInitiative => "no-initiative",
            Warning::ThinInitiative => "thin-initiative",
            Warning::EqualRegimes => "equal-regimes",
            Warning::IdleAxis => "idle-axis",
            Warning::OneReplicate => "one-replicate",
            Warning::LostName => "lost-name",
        }
    }
}

/// What a scenario may name as its base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Any file that can be read.
    #[default]
    Anywhere,
    /// Built-in scenarios and files in the folder that the scenario itself lies in, or below it, links followed. For
    /// files of people whom one does not know.
    Confined,
}

impl Reach {
    /// Confined or not.
    #[must_use]
    pub const fn of(confined: bool) -> Reach {
        if confined { Reach::Confined } else { Reach::Anywhere }
    }
}

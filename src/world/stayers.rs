use super::Site;
use crate::scenario::Group;

/// Who does not leave a site in an altered future; nobody in any other. A post that the programme pays for still goes when
/// the money does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stayers {
    /// Whoever is in these slots.
    pub slots: Vec<u16>,
    /// Whoever champions one of these initiatives, as bits.
    pub champions_of: u64,
    /// Executives.
    pub leaders: bool,
    /// Everybody.
    pub everybody: bool,
}

impl Site {
    /// Whether the person in `slot` is held.
    #[must_use]
    pub fn holds(&self, slot: usize) -> bool {
        self.stayers.everybody
            || self.stayers.leaders && self.actors.group[slot] == Group::Executive
            || self.stayers.champions_of & self.actors.champions[slot] != 0
            || self.stayers.slots.iter().any(|&held| held as usize == slot)
    }
}

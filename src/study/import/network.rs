use std::collections::BTreeSet;

/// Somebody of whom a network tells. Two of one name in two organisations are two people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Acquaintance {
    pub home: String,
    pub leads: bool,
}

/// Who knows whom: people, pairs of them (the earlier first), and what is to be said of how they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Network {
    pub people: Vec<Acquaintance>,
    pub ties: BTreeSet<(usize, usize)>,
    pub notes: Vec<String>,
    /// Ties as they stand in the text: twice the same, to oneself, of nobody.
    pub repeated: usize,
    pub selves: usize,
    pub alone: usize,
}

impl Network {
    /// These two know each other.
    pub(super) fn tie(&mut self, one: usize, other: usize) {
        if one == other {
            self.selves += 1;
        } else if !self.ties.insert((one.min(other), one.max(other))) {
            self.repeated += 1;
        }
    }

    /// Says what was left out or taken together.
    pub(super) fn take_notes(&mut self) {
        let mut note = |number: usize, one: &str, several: &str| match number {
            0 => {}
            1 => self.notes.push(format!("One {one}")),
            n => self.notes.push(format!("{n} {several}")),
        };
        note(self.selves, "tie of somebody to themselves is left out.", "ties of people to themselves are left out.");
        note(
            self.repeated,
            "tie stands there again, perhaps the other way round, and counts once.",
            "ties stand there again, perhaps the other way round, and count once.",
        );
        note(self.alone, "person knows nobody of those listed.", "people know nobody of those listed.");
    }
}

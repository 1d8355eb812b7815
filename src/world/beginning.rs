use super::{NOBODY, Site, Stage};
use crate::record::EventKind;

impl Site {
    /// Initiatives that are due by `month` begin.
    pub fn begin_due(&mut self, month: i32) {
        for i in 0..self.initiatives.len() {
            if self.initiatives.stage[i] == Stage::Ahead && self.initiatives.start[i] <= month {
                self.begin(i);
            }
        }
    }

    /// The member of an initiative in post with the highest position x mean skill x (1 + e) among those who `suit`, or
    /// [`NOBODY`].
    #[must_use]
    pub fn best_placed(&self, i: usize, suit: impl Fn(usize) -> bool) -> u16 {
        let a = &self.actors;
        let best = self.initiatives.members(i).iter().fold((NOBODY, 0.0), |best, &member| {
            let slot = member as usize;
            if !a.present(slot) || !suit(slot) {
                return best;
            }
            let weight = a.position[slot] * a.mean_skill(slot) * (1.0 + a.enthusiasm[slot]);
            if weight > best.1 { (member, weight) } else { best }
        });
        best.0
    }

    /// An initiative begins: its champion is the member of its lead organisation with the highest position x mean skill
    /// x (1 + e)/2 (model section 5), unless the scenario gave it one.
    pub fn begin(&mut self, i: usize) {
        self.initiatives.stage[i] = Stage::Proposed;
        let given = self.initiatives.champion[i];
        let champion = if given != NOBODY && self.actors.present(given as usize) {
            given
        } else {
            self.best_placed(i, |slot| self.actors.organisation[slot] == self.initiatives.lead[i])
        };
        self.initiatives.champion[i] = champion;
        if champion != NOBODY {
            self.actors.champions[champion as usize] |= 1 << i;
        }
        let begun = EventKind::Started(self.initiatives.origin[i]);
        let who = (champion != NOBODY).then_some(champion as usize);
        self.notes.initiative(begun, i, who, self.initiatives.scale[i]);
    }
}

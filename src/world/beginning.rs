use super::{NOBODY, Site, Stage};
use crate::record::EventKind;

impl Site {
    /// An initiative begins: its champion is the member of its lead organisation with the highest position x mean skill
    /// x (1 + e)/2 (model section 5), unless the scenario gave it one.
    pub fn begin(&mut self, i: usize) {
        self.initiatives.stage[i] = Stage::Proposed;
        let lead = self.initiatives.lead[i];
        let a = &self.actors;
        let best = self.initiatives.members(i).iter().map(|&s| s as usize).fold((NOBODY, 0.0), |best, slot| {
            if !a.present(slot) || a.organisation[slot] != lead {
                return best;
            }
            let weight = a.position[slot] * a.mean_skill(slot) * (1.0 + a.enthusiasm[slot]) / 2.0;
            if weight > best.1 { (slot as u16, weight) } else { best }
        });
        let given = self.initiatives.champion[i];
        let champion = if given != NOBODY && a.present(given as usize) { given } else { best.0 };
        self.initiatives.champion[i] = champion;
        if champion != NOBODY {
            self.actors.champions[champion as usize] |= 1 << i;
        }
        let why = self.initiatives.origin[i].name();
        let who = (champion != NOBODY).then_some(champion as usize);
        self.notes.initiative(EventKind::Started, i, who, self.initiatives.scale[i], why);
    }
}

use super::{NOBODY, Site};

impl Site {
    /// Whoever champions initiative `i` now has this much (0..1) of every social skill; nothing without a champion.
    pub fn school_champion(&mut self, i: usize, skill: f64) {
        let champion = self.initiatives.champion.get(i).copied().filter(|&champion| champion != NOBODY);
        let Some(slot) = champion.map(usize::from) else { return };
        let a = &mut self.actors;
        for column in [
            &mut a.vision,
            &mut a.framing,
            &mut a.leveraging,
            &mut a.seizing,
            &mut a.risk_taking,
            &mut a.brokering,
            &mut a.external_support,
        ] {
            column[slot] = skill;
        }
    }
}

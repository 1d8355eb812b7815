use crate::record::{LifeStage, RunRecord, Setting};

/// Columns of a picture of flows, at most.
const MOST: usize = 9;

/// Initiatives that were in one stage at the end of one year and in another one at the end of the next, in all
/// replicates together. Its size is that of years x stages x stages.
#[derive(Clone, Debug)]
pub struct Flows {
    /// Places among [`Setting::stage_months`] of the ends of years that are shown, and their months.
    shown: Vec<(usize, u32)>,
    /// By step, stage before, stage after (places in [`LifeStage::ALL`]).
    counts: Vec<[[u64; 6]; 6]>,
    /// By moment and stage.
    standing: Vec<[u64; 6]>,
    replicates: u64,
}

impl Flows {
    /// Nothing counted yet. Of long runs not every year is shown, but always the first and last, and the programme's
    /// beginning and end.
    #[must_use]
    pub fn new(setting: &Setting) -> Flows {
        let ends = setting.year_ends();
        let fixed = |month: u32| {
            let month = month.cast_signed();
            month == setting.programme_start - 1 || month == setting.programme_end - 1
        };
        let last = ends.len().saturating_sub(1);
        let every = |step: usize| -> Vec<(usize, u32)> {
            let kept = |&(place, month): &(usize, u32)| {
                place == 0 || place == last || fixed(month) || place.is_multiple_of(step)
            };
            ends.iter().copied().enumerate().filter(kept).collect()
        };
        let shown = (1..=ends.len().max(1)).map(every).find(|shown| shown.len() <= MOST).unwrap_or_default();
        let steps = shown.len().saturating_sub(1);
        let taken = setting.stage_months();
        let shown: Vec<(usize, u32)> =
            shown.into_iter().filter_map(|(_, month)| Some((taken.binary_search(&month).ok()?, month))).collect();
        Flows { counts: vec![[[0; 6]; 6]; steps], standing: vec![[0; 6]; shown.len()], shown, replicates: 0 }
    }

    /// Adds a replicate.
    pub fn add(&mut self, record: &RunRecord) {
        self.replicates += 1;
        for fate in &record.fates {
            let stages: Vec<usize> = self
                .shown
                .iter()
                .filter_map(|&(place, _)| fate.stages.get(place).map(|&stage| stage as usize))
                .collect();
            if stages.len() != self.shown.len() {
                continue;
            }
            for (standing, &stage) in self.standing.iter_mut().zip(&stages) {
                standing[stage] += 1;
            }
            for (counts, pair) in self.counts.iter_mut().zip(stages.windows(2)) {
                counts[pair[0]][pair[1]] += 1;
            }
        }
    }

    /// Months at whose end stages are told.
    pub fn months(&self) -> impl Iterator<Item = u32> + '_ {
        self.shown.iter().map(|&(_, month)| month)
    }

    /// Replicates in it.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// Initiatives of an average run that were in a stage at a moment.
    #[must_use]
    pub fn standing(&self, moment: usize, stage: LifeStage) -> f64 {
        self.mean(self.standing[moment][stage as usize])
    }

    /// Initiatives of an average run that moved from one stage to another, or stayed, between a moment and the next.
    #[must_use]
    pub fn moved(&self, step: usize, from: LifeStage, to: LifeStage) -> f64 {
        self.mean(self.counts[step][from as usize][to as usize])
    }

    fn mean(&self, count: u64) -> f64 {
        count as f64 / self.replicates.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{fate, record, setting};

    #[test]
    fn counts_moves_between_year_ends() {
        let setting = setting(1);
        let mut flows = Flows::new(&setting);
        assert_eq!(flows.months().collect::<Vec<_>>(), [11, 23, 35, 47, 59, 71, 83, 95]);
        let mut run = record(&setting, 0);
        run.fates = vec![fate(0, 0, None), fate(0, 12, Some(50)), fate(0, 40, None)];
        flows.add(&run);
        run.fates.truncate(1);
        flows.add(&run);
        assert_eq!(flows.standing(0, LifeStage::NotBegun), 1.0); // two in the first run, none in the second
        assert_eq!(flows.moved(0, LifeStage::NotBegun, LifeStage::Operating), 0.5);
        assert_eq!(flows.moved(3, LifeStage::Operating, LifeStage::Ended), 0.5);
        assert_eq!(flows.moved(3, LifeStage::Operating, LifeStage::Operating), 1.5);
        assert_eq!(flows.moved(4, LifeStage::Ended, LifeStage::Ended), 0.5);
        assert_eq!(flows.replicates(), 2);
    }

    #[test]
    fn a_month_that_is_told_beside_them_is_not_shown() {
        let mut setting = setting(1);
        setting.also_told = Some(50);
        let flows = Flows::new(&setting);
        assert_eq!(flows.months().collect::<Vec<_>>(), [11, 23, 35, 47, 59, 71, 83, 95]);
        assert_eq!(flows.shown.iter().map(|shown| shown.0).collect::<Vec<_>>(), [0, 1, 2, 3, 5, 6, 7, 8]);
    }

    #[test]
    fn long_runs_show_fewer_years_but_never_without_the_programme() {
        let mut setting = setting(1);
        setting.months = 240;
        let shown: Vec<u32> = Flows::new(&setting).months().collect();
        assert_eq!(shown, [11, 47, 83, 119, 155, 191, 227, 239]);
        setting.months = 1;
        assert_eq!(Flows::new(&setting).months().count(), 1);
    }
}

use crate::record::LifeStage;
use crate::world::{Site, Stage};

/// Where every initiative stood at the end of chosen months.
#[derive(Clone, Debug)]
pub(super) struct StageLog {
    /// The months, in rising order.
    moments: Vec<u32>,
    /// By site, initiative and moment.
    stages: Vec<Vec<Vec<LifeStage>>>,
}

impl StageLog {
    /// Of these months, with room for every initiative that there is before the first one.
    pub(super) fn new(moments: Vec<u32>, sites: &[Site]) -> StageLog {
        let site = |site: &Site| vec![Vec::with_capacity(moments.len()); site.initiatives.len()];
        StageLog { stages: sites.iter().map(site).collect(), moments }
    }

    /// What has been taken down so far of the site at this place, to go on with alone.
    pub(super) fn of(&self, place: usize) -> StageLog {
        StageLog { moments: self.moments.clone(), stages: self.stages.get(place).cloned().into_iter().collect() }
    }

    /// What has been taken down so far of every month, as if these months had been asked for.
    pub(super) fn at(&self, moments: Vec<u32>) -> StageLog {
        let seen = |stages: &Vec<LifeStage>| {
            let mut told = Vec::with_capacity(moments.len());
            told.extend(moments.iter().filter_map(|&month| stages.get(month as usize)));
            told
        };
        let stages = self.stages.iter().map(|site| site.iter().map(seen).collect()).collect();
        StageLog { moments, stages }
    }

    /// Whether this month is one of them.
    pub(super) fn looks_at(&self, month: u32) -> bool {
        self.moments.binary_search(&month).is_ok()
    }

    /// Takes down a month if it is one of them; changes nothing.
    pub(super) fn look(&mut self, sites: &[Site], month: u32) {
        let Ok(before) = self.moments.binary_search(&month) else { return };
        for (site, taken) in sites.iter().zip(&mut self.stages) {
            let all = self.moments.len();
            // Copies come later: at the moments before, they had not begun.
            taken.resize_with(site.initiatives.len(), || {
                let mut stages = Vec::with_capacity(all);
                stages.resize(before, LifeStage::NotBegun);
                stages
            });
            for (stages, stage) in taken.iter_mut().zip(&site.initiatives.stage) {
                stages.push(told(*stage));
            }
        }
    }

    /// What was taken down of the initiatives of the site at this place; to be asked for once.
    pub(super) fn take(&mut self, place: usize) -> Vec<Vec<LifeStage>> {
        self.stages.get_mut(place).map(std::mem::take).unwrap_or_default()
    }
}

fn told(stage: Stage) -> LifeStage {
    match stage {
        Stage::Ahead => LifeStage::NotBegun,
        Stage::Proposed | Stage::Implementing => LifeStage::Beginning,
        Stage::Operating => LifeStage::Operating,
        Stage::ScaledBack => LifeStage::ScaledBack,
        Stage::Absorbed => LifeStage::Absorbed,
        Stage::Ended => LifeStage::Ended,
    }
}

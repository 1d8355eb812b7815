use crate::quantity::InitiativeId;
use crate::record::LifeStage;
use crate::world::{Site, Stage, World};

/// Where every initiative stood at the end of chosen months.
pub(super) struct StageLog {
    /// The months, in rising order.
    moments: Vec<u32>,
    /// By site, initiative and moment.
    stages: Vec<Vec<Vec<LifeStage>>>,
}

impl StageLog {
    /// Of these months, with room for every initiative that there is before the first one.
    pub(super) fn new(moments: Vec<u32>, world: &World) -> StageLog {
        let site = |site: &Site| vec![Vec::with_capacity(moments.len()); site.initiatives.len()];
        StageLog { stages: world.sites.iter().map(site).collect(), moments }
    }

    /// Takes down a month if it is one of them; changes nothing.
    pub(super) fn look(&mut self, world: &World, month: u32) {
        let Ok(before) = self.moments.binary_search(&month) else { return };
        for (site, taken) in world.sites.iter().zip(&mut self.stages) {
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

    /// What was taken down of an initiative; to be asked for once.
    pub(super) fn take(&mut self, site: u32, initiative: InitiativeId) -> Vec<LifeStage> {
        let of_site = self.stages.get_mut(site as usize);
        of_site.and_then(|site| site.get_mut(initiative.index())).map(std::mem::take).unwrap_or_default()
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

use crate::analysis::Kept;
use crate::record::{Panel, Setting};
use crate::scenario::Scenario;
use crate::study::Stepwise;

/// Scenarios whose runs are kept, so that going back, or turning the arms round, costs nothing.
const SCENARIOS: usize = 4;
/// Places whose months are kept of every run, the first of them all sites together.
const PLACES: usize = 12;

/// What tells runs apart: all else being alike, a replicate is the same.
#[derive(Clone, Debug, PartialEq)]
struct Identity {
    scenario: Scenario,
    seed: u64,
    also_told: Option<u32>,
    headlines: Vec<String>,
}

/// The runs of an arm, from the first replicate on.
#[derive(Debug)]
struct Runs {
    of: Identity,
    kept: Vec<Kept>,
}

/// Runs of a few scenarios, those asked for last.
#[derive(Debug, Default)]
pub(super) struct CachedRuns {
    runs: Vec<Runs>,
}

impl CachedRuns {
    /// Runs an arm until there are `replicates`; those there are, at most so many.
    pub fn run(&mut self, stepwise: &Stepwise, arm: usize, replicates: usize) -> &[Kept] {
        let of = identity(stepwise, arm);
        let at = self.runs.iter().position(|runs| runs.of == of);
        let mut runs = at.map_or(Runs { of, kept: vec![] }, |at| self.runs.remove(at));
        for replicate in runs.kept.len()..replicates {
            let kept = stepwise.run(arm, replicate as u64);
            runs.kept.push(slim(kept, stepwise.setting(arm)));
        }
        self.runs.truncate(SCENARIOS - 1);
        self.runs.insert(0, runs);
        let kept = &self.runs[0].kept;
        &kept[..replicates.min(kept.len())]
    }

    /// The runs of an arm so far.
    pub fn of(&self, stepwise: &Stepwise, arm: usize) -> &[Kept] {
        let of = identity(stepwise, arm);
        self.runs.iter().find(|runs| runs.of == of).map_or(&[], |runs| &runs.kept)
    }
}

fn identity(stepwise: &Stepwise, arm: usize) -> Identity {
    Identity {
        scenario: stepwise.arms()[arm].1.clone(),
        seed: stepwise.seed(),
        also_told: stepwise.setting(arm).also_told,
        headlines: stepwise.headlines().iter().map(|headline| headline.name.clone()).collect(),
    }
}

/// With the months of a few places only.
fn slim(mut kept: Kept, setting: &Setting) -> Kept {
    if setting.places.len() > PLACES && !kept.run.panel.is_none() {
        let mut panel = Panel::new(1, setting.months as usize);
        for month in 0..setting.months as usize {
            panel.row_mut(0, month).copy_from_slice(kept.run.panel.row(0, month));
        }
        kept.run.panel = panel;
    }
    kept
}

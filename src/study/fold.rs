use super::Error;
use super::arms::Arms;
use super::kept_run::kept_run;
use super::runs::Runs;
use crate::analysis::{Collector, Comparison, Findings, Kept};
use crate::experiment::Unit;

/// What the runs of all arms came to.
#[derive(Debug)]
pub(super) struct Folded {
    pub findings: Vec<Findings>,
    /// Arms held against the first; nothing if there is no other.
    pub comparison: Comparison,
}

/// Hears of every run, in order: what was kept of it, or why there is nothing.
pub(super) type EachRun<'a> = &'a mut dyn FnMut(Unit, Result<&Kept, &str>) -> Result<(), Error>;

/// Reads what is kept, in order, into findings.
pub(super) fn fold(arms: &Arms, runs: &Runs, each: EachRun<'_>) -> Result<Folded, Error> {
    let collector = |arm: usize| Collector::new(arms.setting(arm), &arms.headlines);
    let mut collectors: Vec<Collector> = (0..arms.len()).map(collector).collect();
    let mut comparison = Comparison::new(arms.setting(0), &arms.headlines, arms.len());
    let mut side_by_side: Vec<Option<Kept>> = Vec::with_capacity(arms.len());
    for record in runs.store.read_in_order(&runs.schedule) {
        let (unit, outcome) = record?;
        if unit.replicate >= arms.own {
            break;
        }
        let arm = unit.cell as usize;
        let kept = kept_run(outcome, arms.setting(arm), arms.headlines.len());
        each(unit, kept.as_ref().map_err(String::as_str))?;
        let kept = kept.ok();
        collectors[arm].add(kept.as_ref());
        side_by_side.push(kept);
        if side_by_side.len() == arms.len() {
            if arms.len() > 1 {
                comparison.add(&side_by_side.iter().map(Option::as_ref).collect::<Vec<_>>());
            }
            side_by_side.clear();
        }
    }
    Ok(Folded { findings: collectors.into_iter().map(Collector::finish).collect(), comparison })
}

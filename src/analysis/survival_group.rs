use super::SINGLE_FUTURES;
use crate::random::Stream;
use crate::stats::{Batches, MonthCounts, bootstrap_survival, replicate_spread};

/// Resamples of whole replicates behind an interval.
const RESAMPLES: usize = 1000;

/// A month of a survival table. Counts are over all replicates together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalRow {
    /// Initiatives under observation that lived up to this month.
    pub at_risk: u32,
    /// Those that ended in it.
    pub events: u32,
    /// Those that were seen no longer.
    pub censored: u32,
    /// Kaplan and Meier's estimate; NaN, as the next two, until there is anything at risk.
    pub survival: f64,
    /// 95 % interval of the average: resampling whole replicates; NaN of one replicate, of which there is none.
    pub interval: [f64; 2],
    /// 5 and 95 % quantiles of the curves of single replicates.
    pub spread: [f64; 2],
}

/// The replicates of one group of initiatives, in memory that does not grow with their number.
#[derive(Clone, Debug, Default)]
pub(super) struct SurvivalGroup {
    /// For the average and how sure it is.
    batches: Batches<MonthCounts>,
    /// For single futures: the first replicates.
    first: Vec<MonthCounts>,
}

impl SurvivalGroup {
    /// Adds the next replicate.
    pub fn add(&mut self, counts: MonthCounts) {
        if self.batches.replicates() < SINGLE_FUTURES {
            self.first.push(counts.clone());
        }
        self.batches.add(counts);
    }

    /// Adds replicates without any initiative of the group, up to so many in all.
    pub fn fill(&mut self, replicates: u64, horizon: u32) {
        while self.batches.replicates() < replicates {
            self.add(MonthCounts::none(horizon));
        }
    }

    /// Month by month, up to the last of which anything is known.
    pub fn rows(&self, stream: &mut Stream) -> Vec<SurvivalRow> {
        let Some(pool) = self.batches.pool() else { return vec![] };
        let sure = bootstrap_survival(self.batches.sums(), RESAMPLES, 0.95, || stream.uniform());
        let spread = replicate_spread(&self.first, 0.05, 0.95);
        let has_interval = self.batches.replicates() > 1;
        // The curve begins where the first ones come under observation.
        let first = pool.first_at_risk();
        let row = |(month, survival): (usize, f64)| {
            let told = |known: bool, share: f64| if known && month + 1 >= first { share } else { f64::NAN };
            SurvivalRow {
                at_risk: pool.at_risk[month],
                events: pool.events[month],
                censored: pool.censored[month],
                survival: told(true, survival),
                interval: [sure.low[month], sure.high[month]].map(|end| told(has_interval, end)),
                spread: [spread.low[month], spread.high[month]].map(|end| told(true, end)),
            }
        };
        let known = pool.at_risk.iter().rposition(|&n| n > 0).map_or(0, |last| last + 1);
        pool.survival().into_iter().take(known).enumerate().map(row).collect()
    }
}

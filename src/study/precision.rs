use super::Error;
use crate::analysis::{Headline, Kept, Running};
use crate::diagnostics::nearest;
use crate::experiment::{Held, Schedule, Store, StoreError, UnitOutcome};
use crate::report::PrecisionEntry;

/// Replicates are added about so many at a time.
const BATCH: u64 = 50;

/// When to stop adding replicates: METRIC=HALFWIDTH, such as `survived_horizon=0.01`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Until(String);

impl Until {
    /// Until the 95 % interval of the metric's mean (of its paired difference from the first arm, in a comparison: of every
    /// arm) has at most this half width, above 0, in the metric's own unit.
    #[must_use]
    pub fn precise(metric: &str, half_width: f64) -> Until {
        Until(format!("{metric}={half_width}"))
    }

    /// As it is written; whether that is right is found out when the study begins.
    #[must_use]
    pub fn written(text: &str) -> Until {
        Until(text.to_owned())
    }
}

/// What the rule of stopping came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// What was asked for.
    pub entry: PrecisionEntry,
    /// Half the width of the widest interval; NaN if there are too few values to tell.
    pub half_width: f64,
    /// Whether that is as narrow as asked.
    pub is_met: bool,
    /// Replicates that it took.
    pub replicates: u64,
}

/// Replicates are added in batches until [`Until`] is met.
///
/// The rule of stopping looks at the very numbers that it makes precise, so that the interval holds the truth a little
/// less often than it says (Glynn and Whitt 1992); with batches of 50 and half widths that need several of them, hardly.
#[derive(Clone, Debug)]
pub(super) struct Precision {
    pub entry: PrecisionEntry,
    column: usize,
    half_width: f64,
    running: Vec<Running>,
    next_chunk: u64,
}

impl Precision {
    /// Understands what was asked for.
    pub fn new(until: &Until, headlines: &[Headline], arms: usize, schedule: &Schedule) -> Result<Precision, Error> {
        let text = &until.0;
        let wrong = |why: String| Error::Until { asked: text.clone(), why };
        let example = "it is METRIC=HALFWIDTH, such as survived_horizon=0.01";
        let (metric, width) = text.split_once('=').ok_or_else(|| wrong(format!("there is no `=`\n  {example}")))?;
        let (metric, width) = (metric.trim(), width.trim());
        let column = headlines.iter().position(|h| h.name == metric).ok_or_else(|| {
            let meant = nearest(metric, headlines.iter().map(|h| h.name.as_str())).map(str::to_owned);
            Error::NoMetric { asked: text.clone(), metric: metric.to_owned(), meant }
        })?;
        let half_width = width.parse().ok().filter(|w: &f64| w.is_finite() && *w > 0.0);
        let half_width = half_width.ok_or_else(|| {
            let comma = width.contains(',').then(|| format!("did you mean {}={}?", metric, width.replace(',', ".")));
            wrong(format!("{width:?} is not a number above 0\n  {}", comma.as_deref().unwrap_or(example)))
        })?;
        let block = u64::from(schedule.block());
        let entry = PrecisionEntry {
            metric: metric.to_owned(),
            half_width: width.to_owned(),
            batch: BATCH.div_ceil(block) * block,
        };
        // The first arm does not differ from itself.
        let running = vec![Running::default(); if arms == 1 { 1 } else { arms - 1 }];
        Ok(Precision { entry, column, half_width, running, next_chunk: 0 })
    }

    /// Replicates that it begins with.
    pub fn first(&self) -> u64 {
        2 * self.entry.batch
    }

    /// Takes in the chunks of a finished schedule that it has not seen.
    pub fn look(&mut self, store: &Store, schedule: &Schedule) -> Result<(), Error> {
        while self.next_chunk < schedule.chunks() {
            let outcomes = match store.get(schedule, self.next_chunk)? {
                Held::Whole(outcomes) => outcomes,
                Held::Missing => return Ok(()),
                Held::Damaged(damage) => return Err(StoreError::Damaged(damage).into()),
            };
            self.next_chunk += 1;
            let value = |outcome: UnitOutcome| match outcome {
                UnitOutcome::Run(bytes) => Kept::from_bytes(&bytes)
                    .and_then(|kept| kept.headlines.get(self.column).copied())
                    .unwrap_or(f64::NAN),
                UnitOutcome::Failed(_) => f64::NAN,
            };
            let values: Vec<f64> = outcomes.into_iter().map(value).collect();
            for arms in values.chunks(schedule.cells() as usize) {
                match arms {
                    [only] => self.running[0].add(*only),
                    [base, others @ ..] => {
                        self.running.iter_mut().zip(others).for_each(|(running, value)| running.add(value - base));
                    }
                    [] => {}
                }
            }
        }
        Ok(())
    }

    /// Half the width of the widest interval so far; NaN while there is none.
    pub fn reached(&self) -> f64 {
        let widths = self.running.iter().map(|running| running.estimate().half_width);
        widths.fold(0.0, |widest, width| if width.is_nan() || width > widest { width } else { widest })
    }

    /// Why no number of replicates will do, if so: a metric that no run so far has a value of.
    pub fn is_hopeless(&self) -> Option<Error> {
        let missing = self.running.iter().any(|running| running.estimate().n == 0);
        let PrecisionEntry { metric, half_width, .. } = &self.entry;
        missing.then(|| Error::Until {
            asked: format!("{metric}={half_width}"),
            why: format!(
                "{metric} has no value in any of the first runs\n  take a metric that they have, or a longer [time]"
            ),
        })
    }

    /// Whether that is narrow enough.
    pub fn is_met(&self) -> bool {
        self.reached() <= self.half_width
    }

    /// What it came to.
    pub fn told(self, replicates: u64) -> Reached {
        Reached { half_width: self.reached(), is_met: self.is_met(), entry: self.entry, replicates }
    }
}

use super::kept_run;
use crate::analysis::{Headline, Running};
use crate::cli::trouble::Trouble;
use crate::diagnostics::nearest;
use crate::experiment::{Held, Outcome, Schedule, Store};
use crate::report::PrecisionEntry;

/// Replicates are added about so many at a time.
const BATCH: u64 = 50;

/// `--until-precise METRIC=HALFWIDTH`: replicates are added in batches until the 95 % interval of the metric's mean (of
/// its paired difference from the first arm, in a comparison: of every arm) has at most this half width.
///
/// The rule of stopping looks at the very numbers that it makes precise, so that the interval holds the truth a little
/// less often than it says (Glynn and Whitt 1992); with batches of 50 and half widths that need several of them, hardly.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Precision {
    pub entry: PrecisionEntry,
    column: usize,
    half_width: f64,
    running: Vec<Running>,
    next_chunk: u64,
}

impl Precision {
    /// Understands the option.
    pub fn parse(text: &str, headlines: &[Headline], arms: usize, schedule: &Schedule) -> Result<Precision, Trouble> {
        let wrong = |why: String| Trouble::Wrong(format!("--until-precise {text}: {why}"));
        let example = "it is METRIC=HALFWIDTH, such as survived_horizon=0.01";
        let (metric, width) = text.split_once('=').ok_or_else(|| wrong(format!("there is no `=`\n  {example}")))?;
        let (metric, width) = (metric.trim(), width.trim());
        let column = headlines.iter().position(|h| h.name == metric).ok_or_else(|| {
            let hint = match nearest(metric, headlines.iter().map(|h| h.name.as_str())) {
                Some(meant) => format!("did you mean {meant}?"),
                None => "`safsim list metrics` shows the headline metrics".to_owned(),
            };
            wrong(format!("there is no headline metric {metric}\n  {hint}"))
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

    /// Takes in the chunks of a finished schedule that it has not seen.
    pub fn look(&mut self, store: &Store, schedule: &Schedule) -> Result<(), Trouble> {
        while self.next_chunk < schedule.chunks() {
            let outcomes = match store.get(schedule, self.next_chunk).map_err(|e| Trouble::Failed(e.to_string()))? {
                Held::Whole(outcomes) => outcomes,
                Held::Missing => return Ok(()),
                Held::Damaged(damage) => return Err(Trouble::Failed(damage.to_string())),
            };
            self.next_chunk += 1;
            let value = |outcome: Outcome| kept_run(outcome).map_or(f64::NAN, |kept| kept.headlines[self.column]);
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
    pub fn is_hopeless(&self) -> Option<String> {
        let missing = self.running.iter().any(|running| running.estimate().n == 0);
        let PrecisionEntry { metric, half_width, .. } = &self.entry;
        missing.then(|| {
            format!(
                "--until-precise {metric}={half_width}: {metric} has no value in any of the first runs\n  take a metric \
                 that they have, or a longer [time]"
            )
        })
    }

    /// Whether that is narrow enough.
    pub fn is_met(&self) -> bool {
        self.reached() <= self.half_width
    }
}

use super::life::calendar_spell;
use crate::record::{RunRecord, Setting};
use crate::stats::{MonthCounts, log_rank_months, normal_quantile};

/// Confidence at which a two-sided test at 5 % tells two groups apart.
const CONFIDENCE: f64 = 0.975;

/// The evaluator's view: in what share of single histories would a log-rank test at 5 % have told an arm from the
/// first one?
///
/// An evaluator compares two places that had luck of their own, once. So an arm's initiatives in replicate r are held
/// against the first arm's in replicate r - 1 (those of the first replicate against the last): two histories that
/// share no chance. A pair of histories in which there is no such test, because nothing ended or nobody was there on one
/// side, counts neither as seen nor as not seen. The first arm is held against itself in the same way: what the test "sees" there are false alarms,
/// more than 5 % of them where initiatives of one history share its luck, which the test does not know.
#[derive(Clone, Debug)]
pub struct Evaluator {
    months: u32,
    /// Of the first replicate: every arm.
    first: Vec<MonthCounts>,
    /// Of the last replicate: the first arm.
    previous: Option<MonthCounts>,
    /// By arm: tests that told it apart, and tests that there were.
    seen: Vec<[u64; 2]>,
    histories: u64,
}

impl Evaluator {
    /// For so many arms.
    #[must_use]
    pub fn new(setting: &Setting, arms: usize) -> Evaluator {
        Evaluator { months: setting.months, first: vec![], previous: None, seen: vec![[0; 2]; arms], histories: 0 }
    }

    /// Adds a replicate: every arm's run of it, in order.
    pub fn add(&mut self, runs: &[&RunRecord]) {
        let counts = |run: &&RunRecord| {
            let spells: Vec<_> = run.fates.iter().map(calendar_spell).collect();
            MonthCounts::of(&spells, self.months)
        };
        let mut arms: Vec<MonthCounts> = runs.iter().map(counts).collect();
        match &self.previous {
            Some(previous) => count(&mut self.seen, &arms, previous),
            None => self.first.clone_from(&arms),
        }
        self.histories += 1;
        self.previous = Some(arms.swap_remove(0));
    }

    /// For each arm: the share of the histories with a test in which it was told from the first arm; NaN if there is none.
    #[must_use]
    pub fn shares(&self) -> Vec<f64> {
        let Some(last) = self.previous.as_ref().filter(|_| self.histories > 1) else {
            return vec![f64::NAN; self.seen.len()];
        };
        let mut seen = self.seen.clone();
        count(&mut seen, &self.first, last);
        seen.into_iter().map(|[seen, tests]| if tests > 0 { seen as f64 / tests as f64 } else { f64::NAN }).collect()
    }
}

fn count(seen: &mut [[u64; 2]], arms: &[MonthCounts], baseline: &MonthCounts) {
    let critical = normal_quantile(CONFIDENCE);
    for (seen, arm) in seen.iter_mut().zip(arms) {
        if let Some(z) = log_rank_months(arm, baseline) {
            seen[0] += u64::from(z.abs() > critical);
            seen[1] += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Evaluator;
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::record::RunRecord;

    /// 40 initiatives, of which the first `ending` end in the months after 50, one a month.
    fn run(replicate: u64, ending: u32) -> RunRecord {
        let mut run = record(&setting(1), replicate);
        run.fates = (0..40).map(|i| fate(0, 0, (i < ending).then_some(50 + i))).collect();
        run
    }

    #[test]
    fn a_large_difference_is_seen_and_none_is_not() {
        let mut evaluator = Evaluator::new(&setting(1), 3);
        for replicate in 0..10 {
            let runs = [run(replicate, 20), run(replicate, 20), run(replicate, 1)];
            evaluator.add(&runs.each_ref());
        }
        assert_eq!(evaluator.shares(), [0.0, 0.0, 1.0]);
    }

    #[test]
    fn an_arm_is_held_against_another_history_of_the_first() {
        let mut evaluator = Evaluator::new(&setting(1), 2);
        // Both arms are the same in every replicate, but replicates differ: what is seen is luck.
        for (replicate, ending) in [(0, 20), (1, 20), (2, 0), (3, 0)] {
            let runs = [run(replicate, ending), run(replicate, ending)];
            evaluator.add(&runs.each_ref());
        }
        // Seen in 2 against 1, and in 0 against 3; not in 1 against 0; in 3 against 2 nothing ends, and there is no test.
        assert_eq!(evaluator.shares(), [2.0 / 3.0, 2.0 / 3.0]);
    }

    #[test]
    fn a_test_that_does_not_exist_is_neither_seen_nor_unseen() {
        // No event in either; nobody in the second arm; in the third, one of four tests has no event.
        let mut evaluator = Evaluator::new(&setting(1), 3);
        for replicate in 0..4 {
            let empty = RunRecord { fates: vec![], ..run(replicate, 0) };
            let third = run(replicate, if replicate == 0 { 0 } else { 20 });
            evaluator.add(&[&run(replicate, 0), &empty, &third]);
        }
        let shares = evaluator.shares();
        assert!(shares[0].is_nan() && shares[1].is_nan());
        assert_eq!(shares[2], 1.0, "of three tests, not of four histories");
    }

    #[test]
    fn one_history_says_nothing() {
        let mut evaluator = Evaluator::new(&setting(1), 1);
        evaluator.add(&[&run(0, 3)]);
        assert!(evaluator.shares()[0].is_nan());
    }
}

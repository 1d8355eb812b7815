use super::contrast::{Contrast, Effect};
use super::{Evaluator, Headline, Kept, Pairwise};
use crate::record::{RunRecord, Setting};

/// Folds the replicates of several arms into paired contrasts with the first.
#[derive(Clone, Debug)]
pub struct Comparison {
    headlines: Vec<Headline>,
    /// By arm, the first included, and headline.
    contrasts: Vec<Vec<Contrast>>,
    pairwise: Pairwise,
    evaluator: Evaluator,
    pairs: u64,
    unpaired: u64,
}

/// What one arm's contrast with the first comes to.
#[derive(Clone, Debug)]
pub struct ArmContrast {
    /// One effect for each headline.
    pub effects: Vec<(Headline, Effect)>,
    /// In what share of the single histories in which there is an evaluator's log-rank test it would have told the arm from
    /// the first; NaN if there is none.
    pub evaluator_sees: f64,
}

impl ArmContrast {
    /// The effect on a headline metric.
    #[must_use]
    pub fn effect(&self, name: &str) -> Option<&(Headline, Effect)> {
        self.effects.iter().find(|(headline, _)| headline.name == name)
    }
}

impl Comparison {
    /// Of so many arms, in the first arm's setting.
    #[must_use]
    pub fn new(setting: &Setting, headlines: &[Headline], arms: usize) -> Comparison {
        Comparison {
            headlines: headlines.to_vec(),
            contrasts: vec![headlines.iter().map(|headline| Contrast::within(headline.bounds())).collect(); arms],
            pairwise: Pairwise::new(headlines, arms),
            evaluator: Evaluator::new(setting, arms),
            pairs: 0,
            unpaired: 0,
        }
    }

    /// Adds a replicate: what was kept of every arm's run, in order. A replicate in which the run of any arm failed is
    /// left out of all contrasts, so that all of them are over the same futures.
    pub fn add(&mut self, arms: &[Option<&Kept>]) {
        let Some(all) = arms.iter().copied().collect::<Option<Vec<&Kept>>>() else {
            self.unpaired += 1;
            return;
        };
        self.pairs += 1;
        for (contrasts, arm) in self.contrasts.iter_mut().zip(&all) {
            for ((contrast, base), value) in contrasts.iter_mut().zip(&all[0].headlines).zip(&arm.headlines) {
                contrast.add(*base, *value);
            }
        }
        self.pairwise.add(&all.iter().map(|kept| kept.headlines.as_slice()).collect::<Vec<_>>());
        let runs: Vec<&RunRecord> = all.iter().map(|kept| &kept.run).collect();
        self.evaluator.add(&runs);
    }

    /// Replicates that were paired, and those left out because a run failed.
    #[must_use]
    pub fn replicates(&self) -> (u64, u64) {
        (self.pairs, self.unpaired)
    }

    /// Every arm held against every other one.
    #[must_use]
    pub fn pairwise(&self) -> &Pairwise {
        &self.pairwise
    }

    /// What it comes to, arm by arm; the first arm differs from itself by exactly 0.
    #[must_use]
    pub fn finish(&self) -> Vec<ArmContrast> {
        let arm = |(contrasts, evaluator_sees): (&Vec<Contrast>, f64)| ArmContrast {
            effects: self.headlines.iter().cloned().zip(contrasts.iter().map(Contrast::effect)).collect(),
            evaluator_sees,
        };
        self.contrasts.iter().zip(self.evaluator.shares()).map(arm).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Comparison;
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{Headline, Kept};

    #[test]
    fn a_replicate_with_a_failed_run_is_left_out_of_all_arms() {
        let setting = setting(2);
        let headlines = Headline::all(&[]);
        let mut comparison = Comparison::new(&setting, &headlines, 3);
        for replicate in 0..20 {
            let same = Kept::of(record(&setting, replicate), &setting, &headlines, 0);
            let other = Kept::of(record(&setting, replicate + 100), &setting, &headlines, 0);
            comparison.add(&[Some(&same), Some(&same), (replicate != 3).then_some(&other)]);
        }
        assert_eq!(comparison.replicates(), (19, 1));
        let arms = comparison.finish();
        for (_, effect) in arms[0].effects.iter().chain(&arms[1].effects).filter(|(_, e)| e.difference.n > 0) {
            assert_eq!((effect.difference.mean, effect.difference.half_width), (0.0, 0.0));
        }
        let spent = arms[2].effect("money_spent").unwrap().1;
        assert!((spent.difference.mean - 100.0).abs() < 1e-9 && spent.difference.n == 19);
        let apart = comparison.pairwise().apart("money_spent", 2, 1).unwrap();
        assert!((apart.mean - 100.0).abs() < 1e-9 && apart.n == 19 && apart.is_told());
    }
}

use crate::engine::{Engine, Observe};
use crate::record::Money;
use crate::scenario::Scenario;
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// Replicates that are tried out; they are the experiment's own first ones.
const PILOT: u64 = 32;
/// Spending is matched to within this share of what is asked for.
const TOLERANCE: f64 = 0.002;
/// Budgets that are tried at most.
const ATTEMPTS: usize = 12;
/// Places may be unable to spend more: a budget of so many times the plain award's is the last one tried.
const LARGEST: f64 = 64.0;

/// The budget under which an arm spends as much as the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NeutralBudget {
    /// Total given to all members as planned, thousand pounds; `programme.funding.budget` of the arm.
    pub budget: f64,
    /// Mean of what the arm then spends, thousand pounds, over the pilot replicates.
    pub spent: f64,
    /// Mean of what the baseline spends over the same.
    pub target: f64,
}

impl NeutralBudget {
    /// Whether the arm spends as much as it should, to within half a per cent: places may be unable to spend more.
    #[must_use]
    pub fn is_met(&self) -> bool {
        (self.spent - self.target).abs() <= 0.005 * self.target
    }
}

/// Somebody set the stop flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Runs that try out how much an arm spends; on the threads of the rayon pool that it is called in.
#[derive(Clone, Copy, Debug)]
pub struct Pilot<'a> {
    /// The experiment's seed.
    pub seed: u64,
    /// Set by whoever wants it to stop.
    pub stop: &'a AtomicBool,
}

impl Pilot<'_> {
    /// Mean programme money of a scenario over the pilot replicates.
    ///
    /// # Errors
    /// If it was stopped.
    pub fn money(&self, scenario: &Scenario) -> Result<Money, Stopped> {
        let engine = Engine::new(scenario);
        let one = |replicate| {
            let stopped = self.stop.load(Ordering::Relaxed);
            (!stopped).then(|| engine.run(self.seed, replicate, &Observe::default()).money)
        };
        let runs: Option<Vec<Money>> = (0..PILOT).into_par_iter().map(one).collect();
        let runs = runs.ok_or(Stopped)?;
        let mean = |of: fn(&Money) -> f64| runs.iter().map(of).sum::<f64>() / PILOT as f64;
        Ok(Money { asked: mean(|m| m.asked), given: mean(|m| m.given), spent: mean(|m| m.spent) })
    }

    /// Whether a scenario spends anything in any of the pilot replicates: whether [`Pilot::neutral_budget`] has something to
    /// rescale.
    ///
    /// # Errors
    /// If it was stopped.
    pub fn spends(&self, scenario: &Scenario) -> Result<bool, Stopped> {
        let engine = Engine::new(scenario);
        for replicate in 0..PILOT {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Stopped);
            }
            if engine.run(self.seed, replicate, &Observe::default()).money.spent > 0.0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Finds the budget under which `arm` spends `target` (thousand pounds) on average, by false position on its pilot
    /// replicates; what is spent never falls as the budget grows, but rounds that are lost and posts that stay empty
    /// make it less than what is given. `None` if the arm, as it is written, spends nothing, so that there is nothing to
    /// rescale.
    ///
    /// A function of its arguments: the same plan finds the same budget.
    ///
    /// # Errors
    /// If it was stopped.
    pub fn neutral_budget(&self, arm: &Scenario, target: f64) -> Result<Option<NeutralBudget>, Stopped> {
        let spent_with = |budget: f64| {
            let mut scenario = arm.clone();
            scenario.programme.funding.budget = Some(budget);
            self.money(&scenario).map(|money| money.spent)
        };
        let plain = self.money(arm)?;
        if plain.spent <= 0.0 || target <= 0.0 {
            return Ok(None);
        }
        // `low` spends too little (nothing at nothing), `high` too much, once one is known.
        let (mut low, mut high) = ((0.0, 0.0), None::<(f64, f64)>);
        let mut next = plain.given * target / plain.spent;
        let mut best = NeutralBudget { budget: next, spent: f64::NEG_INFINITY, target };
        for _ in 0..ATTEMPTS {
            let spent = spent_with(next)?;
            if (spent - target).abs() < (best.spent - target).abs() {
                best = NeutralBudget { budget: next, spent, target };
            }
            if (spent - target).abs() <= TOLERANCE * target || next >= LARGEST * plain.given {
                break;
            }
            if spent < target {
                low = (next, spent);
            } else {
                high = Some((next, spent));
            }
            next = match high {
                None => (next * (target / spent).clamp(1.05, 2.0)).min(LARGEST * plain.given),
                Some((budget, spent)) => {
                    let along = (target - low.1) / (spent - low.1);
                    low.0 + along.clamp(0.05, 0.95) * (budget - low.0)
                }
            };
        }
        Ok(Some(best))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Source, load};

    fn town(funding: &str) -> Scenario {
        let text = format!(
            "name = \"town\"\n[time]\nmonths = 60\n[programme]\nsuccessor_start = \"none\"\n[programme.funding]\n{funding}\n\
             [[site]]\nname = \"a\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\", \"community_pharmacists\"]\n"
        );
        load(&Source::Text { name: "town".to_owned(), text }, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
    }

    #[test]
    fn arms_come_to_spend_the_same() {
        let stop = AtomicBool::new(false);
        let pilot = Pilot { seed: 3, stop: &stop };
        let target = pilot.money(&town("award = 0.4\nhorizon = \"annual\"")).unwrap().spent;
        for arm in [town("award = 0.9\nhorizon = \"whole\""), town("award = 0.1\nhorizon = \"annual\"\ntaper = 12")] {
            let found = pilot.neutral_budget(&arm, target).unwrap().unwrap();
            assert!(found.is_met() && found.target == target, "{found:?}");
            assert_eq!(pilot.neutral_budget(&arm, target), Ok(Some(found)), "found again");
            let mut rescaled = arm;
            rescaled.programme.funding.budget = Some(found.budget);
            let spent = pilot.money(&rescaled).unwrap().spent;
            assert!(spent == found.spent && (spent / target - 1.0).abs() < 0.005, "{spent} {target}");
        }
    }

    #[test]
    fn what_cannot_be_spent_is_told() {
        let stop = AtomicBool::new(false);
        let pilot = Pilot { seed: 3, stop: &stop };
        assert_eq!(pilot.neutral_budget(&town("award = 0.0"), 1000.0), Ok(None));
        assert_eq!(pilot.spends(&town("award = 0.0")), Ok(false));
        assert_eq!(pilot.spends(&town("award = 0.5")), Ok(true));
        let found = pilot.neutral_budget(&town("award = 0.5"), 1e9).unwrap().unwrap();
        assert!(!found.is_met() && found.spent > 0.0, "{found:?}");
        stop.store(true, Ordering::Relaxed);
        assert_eq!(pilot.neutral_budget(&town("award = 0.5"), 1000.0), Err(Stopped));
    }
}

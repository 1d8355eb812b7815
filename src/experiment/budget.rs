use crate::engine::{Engine, Observe};
use crate::record::Money;
use crate::scenario::Scenario;
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// Replicates that are tried out; they are the experiment's own first ones.
const PILOT: u64 = 32;
/// Money is matched to within this share of what is asked for.
const TOLERANCE: f64 = 0.002;
/// Budgets that are tried at most.
const ATTEMPTS: usize = 12;
/// Places may be unable to spend more: a budget of so many times the plain award's is the last one tried.
const LARGEST: f64 = 64.0;

/// The budget under which an arm spends, or is given, as much as the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NeutralBudget {
    /// Total given to all members as planned, thousand pounds; `programme.funding.budget` of the arm.
    pub budget: f64,
    /// Mean of what the arm then spends, or is given, thousand pounds, over the pilot replicates.
    pub reached: f64,
    /// Mean of what the baseline spends, or is given, over the same.
    pub target: f64,
}

impl NeutralBudget {
    /// Whether that is as much as it should be, to within half a per cent: places may be unable to spend more.
    #[must_use]
    pub fn is_met(&self) -> bool {
        (self.reached - self.target).abs() <= 0.005 * self.target
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

    /// Finds the budget under which `arm` spends, or is given (`of` says which), `target` (thousand pounds) on average, by
    /// false position on its pilot replicates; neither ever falls as the budget grows, but rounds that are lost make what is
    /// given less than the budget, and posts that stay empty what is spent less than that. `None` if there is nothing of it
    /// in the arm as it is written, so that there is nothing to rescale.
    ///
    /// A function of its arguments: the same plan finds the same budget.
    ///
    /// # Errors
    /// If it was stopped.
    pub fn neutral_budget(
        &self,
        arm: &Scenario,
        of: fn(&Money) -> f64,
        target: f64,
    ) -> Result<Option<NeutralBudget>, Stopped> {
        let reached_with = |budget: f64| {
            let mut scenario = arm.clone();
            scenario.programme.funding.budget = Some(budget);
            self.money(&scenario).map(|money| of(&money))
        };
        let plain = self.money(arm)?;
        if of(&plain) <= 0.0 || target <= 0.0 {
            return Ok(None);
        }
        // `low` makes too little of it (nothing at nothing), `high` too much, once one is known.
        let (mut low, mut high) = ((0.0, 0.0), None::<(f64, f64)>);
        let mut next = plain.given * target / of(&plain);
        let mut best = NeutralBudget { budget: next, reached: f64::NEG_INFINITY, target };
        for _ in 0..ATTEMPTS {
            let reached = reached_with(next)?;
            if (reached - target).abs() < (best.reached - target).abs() {
                best = NeutralBudget { budget: next, reached, target };
            }
            if (reached - target).abs() <= TOLERANCE * target || next >= LARGEST * plain.given {
                break;
            }
            if reached < target {
                low = (next, reached);
            } else {
                high = Some((next, reached));
            }
            next = match high {
                None => (next * (target / reached).clamp(1.05, 2.0)).min(LARGEST * plain.given),
                Some((budget, reached)) => {
                    let along = (target - low.1) / (reached - low.1);
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

    fn spent(money: &Money) -> f64 {
        money.spent
    }

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
            let found = pilot.neutral_budget(&arm, spent, target).unwrap().unwrap();
            assert!(found.is_met() && found.target == target, "{found:?}");
            assert_eq!(pilot.neutral_budget(&arm, spent, target), Ok(Some(found)), "found again");
            let mut rescaled = arm;
            rescaled.programme.funding.budget = Some(found.budget);
            let now = pilot.money(&rescaled).unwrap().spent;
            assert!(now == found.reached && (now / target - 1.0).abs() < 0.005, "{now} {target}");
        }
    }

    #[test]
    fn arms_come_to_be_given_the_same() {
        let stop = AtomicBool::new(false);
        let pilot = Pilot { seed: 3, stop: &stop };
        let target = pilot.money(&town("award = 0.4\nhorizon = \"annual\"")).unwrap();
        let mut arm = town("award = 0.9\nhorizon = \"whole\"");
        let found = pilot.neutral_budget(&arm, |money| money.given, target.given).unwrap().unwrap();
        arm.programme.funding.budget = Some(found.budget);
        let money = pilot.money(&arm).unwrap();
        assert!(found.is_met() && (money.given / target.given - 1.0).abs() < 0.005, "{money:?} {target:?}");
        // Known for the whole time, more of it is spent than of yearly rounds.
        assert!(money.spent > 1.05 * target.spent, "{money:?} {target:?}");
    }

    #[test]
    fn what_cannot_be_spent_is_told() {
        let stop = AtomicBool::new(false);
        let pilot = Pilot { seed: 3, stop: &stop };
        assert_eq!(pilot.neutral_budget(&town("award = 0.0"), spent, 1000.0), Ok(None));
        assert_eq!(pilot.spends(&town("award = 0.0")), Ok(false));
        assert_eq!(pilot.spends(&town("award = 0.5")), Ok(true));
        let found = pilot.neutral_budget(&town("award = 0.5"), spent, 1e9).unwrap().unwrap();
        assert!(!found.is_met() && found.reached > 0.0, "{found:?}");
        stop.store(true, Ordering::Relaxed);
        assert_eq!(pilot.neutral_budget(&town("award = 0.5"), spent, 1000.0), Err(Stopped));
    }
}

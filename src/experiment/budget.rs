use crate::engine::{Engine, Observe};
use crate::record::Money;
use crate::scenario::Scenario;
use rayon::prelude::*;

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

/// Mean programme money of the baseline's pilot replicates.
#[must_use]
pub fn pilot_money(scenario: &Scenario, seed: u64) -> Money {
    let engine = Engine::new(scenario);
    let runs: Vec<Money> =
        (0..PILOT).into_par_iter().map(|replicate| engine.run(seed, replicate, &Observe::default()).money).collect();
    let mean = |of: fn(&Money) -> f64| runs.iter().map(of).sum::<f64>() / PILOT as f64;
    Money { asked: mean(|m| m.asked), given: mean(|m| m.given), spent: mean(|m| m.spent) }
}

/// Finds the budget under which `arm` spends `target` (thousand pounds) on average, by false position on its pilot
/// replicates; what is spent never falls as the budget grows, but rounds that are lost and posts that stay empty make it
/// less than what is given. `None` if the arm, as it is written, spends nothing, so that there is nothing to rescale.
///
/// A function of its arguments: the same plan finds the same budget.
#[must_use]
pub fn neutral_budget(arm: &Scenario, seed: u64, target: f64) -> Option<NeutralBudget> {
    let spent_with = |budget: f64| {
        let mut scenario = arm.clone();
        scenario.programme.funding.budget = Some(budget);
        pilot_money(&scenario, seed).spent
    };
    let plain = pilot_money(arm, seed);
    if plain.spent <= 0.0 || target <= 0.0 {
        return None;
    }
    // `low` spends too little (nothing at nothing), `high` too much, once one is known.
    let (mut low, mut high) = ((0.0, 0.0), None::<(f64, f64)>);
    let mut next = plain.given * target / plain.spent;
    let mut best = NeutralBudget { budget: next, spent: f64::NEG_INFINITY, target };
    for _ in 0..ATTEMPTS {
        let spent = spent_with(next);
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
    Some(best)
}

use crate::analysis::{Comparison, Estimate, Kept, metrics_shown};
use crate::study::Stepwise;
use serde_json::{Value, json};

/// Figures that a page holds side by side.
const FIGURES: [&str; 13] = [
    "survived_horizon",
    "survived_24",
    "alive_at_programme_end",
    "alive_at_horizon",
    "absorbed",
    "ended_in_programme",
    "initiative_months",
    "trust_final",
    "enthusiasm_programme_end",
    "perceived_success_final",
    "official_success_final",
    "money_given",
    "money_spent",
];

/// The second arm held against the first, future by future, by the statistics of `compare`.
pub(super) fn differences(stepwise: &Stepwise, arms: [&[Kept]; 2]) -> Value {
    let asked: Vec<String> = FIGURES.map(str::to_owned).to_vec();
    let (shown, _) = metrics_shown(&asked, stepwise.clock());
    let mut comparison = Comparison::new(stepwise.setting(0), stepwise.headlines(), 2);
    for (baseline, mine) in arms[0].iter().zip(arms[1]) {
        comparison.add(&[Some(baseline), Some(mine)]);
    }
    let contrasts = comparison.finish();
    let Some(contrast) = contrasts.get(1) else { return Value::Null };
    let figures: Vec<Value> = shown
        .iter()
        .filter_map(|name| contrast.effect(name))
        .map(|(headline, effect)| {
            json!({
                "name": headline.name,
                "unit": headline.unit,
                "meaning": stepwise.setting(0).words.told(&headline.meaning),
                "baseline": effect.baseline,
                "mine": effect.arm,
                "difference": estimate(&effect.difference),
                "told": effect.is_told(),
                "same_way": effect.same_way(),
            })
        })
        .collect();
    json!({ "figures": figures, "evaluator_sees": contrast.evaluator_sees, "after_months": stepwise.clock().months() })
}

fn estimate(estimate: &Estimate) -> Value {
    json!({
        "mean": estimate.mean,
        "low": estimate.interval[0],
        "high": estimate.interval[1],
        "futures_low": estimate.spread[0],
        "futures_high": estimate.spread[1],
        "pairs": estimate.n,
    })
}

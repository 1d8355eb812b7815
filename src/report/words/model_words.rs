//! How far plausible models agree with a difference, in words for whoever has to decide.

use super::figure::count;
use super::metric_words::title;
use super::quantities::{difference_of, is_share};
use super::standing_words::quoted;
use crate::analysis::{ArmFindings, BEST_IN, Compared, Effect};

/// The largest difference that is beyond chance in the metric that a comparison is first about, with what chance and what
/// plausible models make of it: "+1.4 (chance: ±0.4; over plausible models: +0.3 to +3.4; the sign agrees in 97 % of them)".
pub(in crate::report) fn largest_over_models(compared: &Compared) -> String {
    let Some(models) = &compared.models else { return String::new() };
    let metric = compared.first_metric();
    let told = compared.arms.iter().enumerate().skip(1).filter_map(|(place, arm)| {
        let (headline, effect) = arm.contrast.effect(metric)?;
        let over = models.effect(place, metric)?;
        effect.is_told().then_some((arm, headline, effect, over))
    });
    let size = |effect: &Effect| effect.difference.mean.abs();
    // Of arms that spend alike, if any of these differs.
    let alike = compared.spent_alike().alike;
    let is_alike = |arm: &ArmFindings| alike.iter().any(|&other| compared.arms[other].label.name == arm.label.name);
    let largest = told.max_by(|a, b| is_alike(a.0).cmp(&is_alike(b.0)).then(size(a.2).total_cmp(&size(b.2))));
    let Some((arm, headline, effect, over)) = largest else { return String::new() };
    let points = if is_share(headline) { "\u{a0}points" } else { "" };
    let [mean, low, high] = [effect.difference.mean, over.range[0], over.range[1]].map(|n| difference_of(headline, n));
    let chance = difference_of(headline, effect.difference.half_width);
    let words = format!(
        "{}: {mean}{points} (chance: ±{}; over plausible models: {low} to {high}; the sign agrees in {} of them).",
        quoted(&arm.label.name),
        chance.trim_start_matches('+'),
        share_of_models(over.agrees_with(effect.difference.mean))
    );
    words.replace(" -", " −").replace(": -", ": −")
}

/// Differences whose sign is beyond chance and does not agree in nine of ten plausible models; nothing if there is none.
pub(in crate::report) fn unsure_signs(compared: &Compared) -> String {
    let Some(models) = &compared.models else { return String::new() };
    let mut unsure = Vec::new();
    for (place, arm) in compared.arms.iter().enumerate().skip(1) {
        for metric in &compared.metrics {
            let (Some((headline, effect)), Some(over)) = (arm.contrast.effect(metric), models.effect(place, metric))
            else {
                continue;
            };
            let agrees = over.agrees_with(effect.difference.mean);
            if effect.is_told() && agrees < BEST_IN {
                let what = title(&headline.name, &headline.meaning);
                unsure.push(format!("{what} under \"{}\" ({})", arm.label.name, share_of_models(agrees)));
            }
        }
    }
    match unsure.len() {
        0 => format!(
            "Every sign that is beyond chance, of the figures above, agrees in at least {} of them.",
            share_of_models(BEST_IN)
        ),
        _ => format!(
            "Some are beyond chance here, and of another sign in more than one of ten plausible models: {}.",
            unsure.join("; ")
        ),
    }
}

/// Whether the arm that has most may be called so: it has most in nine of ten plausible models. Nothing where no models were
/// run, or no arm has most.
pub(in crate::report) fn best_in(compared: &Compared, name: &dyn Fn(&str) -> String) -> Option<String> {
    let models = compared.models.as_ref()?;
    let metric = compared.first_metric();
    let alike = compared.with_value(metric, &compared.spent_alike().alike);
    if alike.len() < 2 {
        return None;
    }
    let most = compared.extreme(metric, &alike, true).filter(|most| most.untold.is_empty())?;
    let share = models.has_most(most.arm, metric, &alike)?;
    let of = count(models.sets, "plausible model", "plausible models");
    let arm = name(compared.name(most.arm));
    Some(if share >= BEST_IN {
        format!("Over {of} {arm} has most in {}.", share_of_models(share))
    } else {
        format!(
            "Over {of} {arm} has most in {} only. That is too few to call it best, which takes {}.",
            share_of_models(share),
            share_of_models(BEST_IN)
        )
    })
}

/// "97 %"; never all or none of them unless it is.
fn share_of_models(share: f64) -> String {
    match share {
        s if s > 0.0 && s < 0.005 => "<1\u{a0}%".to_owned(),
        s if (0.995..1.0).contains(&s) => ">99\u{a0}%".to_owned(),
        s => format!("{:.0}\u{a0}%", 100.0 * s),
    }
}

use crate::analysis::{Headline, ModelEffect};
use crate::report::words::difference_of;

/// Heads of a table of what chance and what plausible models make of something.
pub(super) fn model_heads(what: &str) -> [[String; 2]; 4] {
    [[what, "±\u{a0}chance"], ["nine of ten", "models"], ["sign", "agrees in"], ["variance", "of models"]]
        .map(|head| head.map(str::to_owned))
}

/// A row of it: `own` is what chance makes of it, in words, and `mean` its mean if its sign is beyond chance.
pub(super) fn model_cells(own: String, mean: Option<f64>, headline: &Headline, over: &ModelEffect) -> Vec<String> {
    let [low, high] = over.range.map(|end| difference_of(headline, end));
    let agrees = mean.map_or(f64::NAN, |mean| over.agrees_with(mean));
    vec![own, format!("{low} to {high}"), percent(agrees), percent(over.share_of_models())]
}

/// A share, or a stroke where there is none.
pub(super) fn percent(share: f64) -> String {
    if share.is_nan() { "-".to_owned() } else { format!("{:.0} %", 100.0 * share) }
}

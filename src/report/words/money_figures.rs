use super::figure::plain;
use crate::analysis::{Clock, Findings, after_own_end};

/// Programme money asked, given and spent, thousand pounds, and months that initiatives lived after it for each thousand
/// pounds spent, up to the time at which arms are compared; `None` where there is no such figure.
pub(in crate::report) fn money_figures(findings: &Findings, clock: &Clock) -> [Option<String>; 4] {
    let per_pound = "surviving_months_per_thousand_pounds";
    let per_pound = clock.months().map_or(per_pound.to_owned(), |months| after_own_end(per_pound, months));
    let whole = |mean: f64| plain(mean.round()).replace(".0", "");
    let exact = |mean: f64| format!("{mean:.3}");
    let figure = |name: &str, write: &dyn Fn(f64) -> String| {
        let known = findings.headline(name);
        known.known().then(|| write(known.mean))
    };
    [
        figure("money_asked", &whole),
        figure("money_given", &whole),
        figure("money_spent", &whole),
        figure(&per_pound, &exact),
    ]
}

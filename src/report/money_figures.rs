use super::figure::plain;
use crate::analysis::Findings;

/// Programme money asked, given and spent, thousand pounds, and months that initiatives lived after it for each thousand
/// pounds spent; `None` where there is no such figure.
pub(super) fn money_figures(findings: &Findings) -> [Option<String>; 4] {
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
        figure("surviving_months_per_thousand_pounds", &exact),
    ]
}

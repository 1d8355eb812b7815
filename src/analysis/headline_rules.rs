use super::life::{alive_after, programme_last, share_absorbed, share_surviving};
use super::month_figures::{at, before, count, horizon, peak_month, surviving_months};
use crate::record::{Cause, Metric, Origin, RunRecord, Setting};

/// Name, unit, meaning, and the rule.
pub(super) type HeadlineRule = (&'static str, &'static str, &'static str, fn(&RunRecord, &Setting) -> f64);

/// The rules, in column order. A value that does not exist (the run ends before, a share of nothing) is NaN.
pub(super) const RULES: &[HeadlineRule] = &[
    ("initiatives", "initiatives", "Initiatives that were observed, copies included.", |r, _| r.fates.len() as f64),
    ("alive_at_programme_end", "initiatives", "Initiatives alive when the programme's last month was over.", |r, s| {
        programme_last(s).map_or(f64::NAN, |last| count(r, last))
    }),
    ("survived_horizon", "share", "Share of those that were still alive at the end of the run.", |r, s| {
        share_surviving(r.fates.iter(), s, None)
    }),
    ("alive_at_horizon", "initiatives", "Initiatives alive at the end of the run, copies included.", |r, s| {
        count(r, s.months.cast_signed() - 1)
    }),
    ("absorbed", "initiatives", "Initiatives that were part of business as usual at the end of the run.", |r, _| {
        r.fates.iter().filter(|f| f.absorbed_at_end).count() as f64
    }),
    (
        "absorbed_share",
        "share",
        "Share of the initiatives alive at the programme's end that were part of business as usual at the end of the run.",
        |r, s| share_absorbed(r.fates.iter(), s),
    ),
    ("ended", "initiatives", "Initiatives that ended.", |r, _| {
        r.fates.iter().filter(|f| f.end.is_some()).count() as f64
    }),
    ("ended_in_programme", "initiatives", "Initiatives that ended before the programme was over.", |r, s| {
        let Some(last) = programme_last(s) else { return f64::NAN };
        r.fates.iter().filter(|f| f.end.is_some() && f.entry.cast_signed() <= last && !alive_after(f, last)).count()
            as f64
    }),
    ("trust_start", "share", "Trust across organisations before the programme began.", |r, s| {
        at(r, Metric::TrustAcross, before(s))
    }),
    ("trust_programme_end", "share", "Trust across organisations in the programme's last month.", |r, s| {
        at(r, Metric::TrustAcross, programme_last(s))
    }),
    ("trust_final", "share", "Trust across organisations in the last month.", |r, s| {
        at(r, Metric::TrustAcross, Some(horizon(s)))
    }),
    (
        "trust_gain_programme",
        "share",
        "Change of trust across organisations from before the programme to its last month.",
        |r, s| at(r, Metric::TrustAcross, programme_last(s)) - at(r, Metric::TrustAcross, before(s)),
    ),
    (
        "trust_gain_horizon",
        "share",
        "Change of trust across organisations from before the programme to the last month of the run.",
        |r, s| at(r, Metric::TrustAcross, Some(horizon(s))) - at(r, Metric::TrustAcross, before(s)),
    ),
    ("enthusiasm_start", "-1 to 1", "Mean enthusiasm before the programme began.", |r, s| {
        at(r, Metric::Enthusiasm, before(s))
    }),
    ("enthusiasm_peak", "-1 to 1", "Highest mean enthusiasm of any month.", |r, _| {
        r.panel.course(0, Metric::Enthusiasm).map(f64::from).fold(f64::NAN, f64::max)
    }),
    ("enthusiasm_peak_month", "months", "Month of that peak, counted from the programme's start.", |r, s| {
        peak_month(r, s)
    }),
    ("enthusiasm_programme_end", "-1 to 1", "Mean enthusiasm in the programme's last month.", |r, s| {
        at(r, Metric::Enthusiasm, programme_last(s))
    }),
    ("enthusiasm_final", "-1 to 1", "Mean enthusiasm in the last month.", |r, s| {
        at(r, Metric::Enthusiasm, Some(horizon(s)))
    }),
    ("perceived_success", "index", "Success as local people perceive it in the programme's last month.", |r, s| {
        at(r, Metric::Perceived, programme_last(s))
    }),
    ("official_success", "index", "Success as the national level claims it in the programme's last month.", |r, s| {
        at(r, Metric::Official, programme_last(s))
    }),
    ("perceived_success_final", "index", "Success as local people perceive it in the last month.", |r, s| {
        at(r, Metric::Perceived, Some(horizon(s)))
    }),
    ("official_success_final", "index", "Success as the national level claims it in the last month.", |r, s| {
        at(r, Metric::Official, Some(horizon(s)))
    }),
    ("metric_effect", "performance", "What the national metrics see in the programme's last month.", |r, s| {
        at(r, Metric::MetricEffect, programme_last(s))
    }),
    ("metric_effect_final", "performance", "What the national metrics see in the last month.", |r, s| {
        at(r, Metric::MetricEffect, Some(horizon(s)))
    }),
    ("copies_adopted", "initiatives", "Initiatives copied from another site.", |r, _| {
        r.fates.iter().filter(|f| f.origin == Origin::Copied).count() as f64
    }),
    ("copies_failed", "initiatives", "Copies that failed their trial.", |r, _| {
        r.fates.iter().filter(|f| f.cause == Some(Cause::Trial)).count() as f64
    }),
    ("money_asked", "thousand pounds", "Programme money bid for.", |r, _| r.money.asked),
    ("money_given", "thousand pounds", "Programme money paid.", |r, _| r.money.given),
    ("money_spent", "thousand pounds", "Programme money spent.", |r, _| r.money.spent),
    ("initiative_months", "months", "Months that initiatives were alive, added up.", |r, _| {
        r.fates.iter().map(|f| f64::from(f.months_observed)).sum()
    }),
    (
        "surviving_months",
        "months",
        "Months that the initiatives alive at the programme's end lived after it, added up.",
        surviving_months,
    ),
    (
        "restricted_months",
        "months",
        "Months lived after the programme's end for each initiative alive then: restricted mean survival time to the end of the run.",
        |r, s| programme_last(s).map_or(f64::NAN, |last| surviving_months(r, s) / count(r, last)),
    ),
    (
        "surviving_months_per_thousand_pounds",
        "months per thousand pounds",
        "Months that initiatives lived after the programme's end, for each thousand pounds of programme money spent.",
        |r, s| if r.money.spent > 0.0 { surviving_months(r, s) / r.money.spent } else { f64::NAN },
    ),
];

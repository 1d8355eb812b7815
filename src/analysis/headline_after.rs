//! Headline figures at so many months after the programme's own end, in place of those at the end of the run: what arms
//! are compared by whose programmes end in different months.

use super::life::{alive_after, programme_last};
use super::month_figures::{at, before, count, ended_by, surviving_months_until};
use crate::record::{Cause, Fate, LifeStage, Metric, Origin, RunRecord, Setting};

/// A value at the end of a month.
pub(super) type AfterMeasure = fn(&RunRecord, &Setting, i32) -> f64;

/// The figure at the end of the run, the stem of its name here, unit, meaning (`{}`: the months), and the rule.
pub(super) type AfterRule = (&'static str, &'static str, &'static str, &'static str, AfterMeasure);

pub(super) const AFTER_RULES: &[AfterRule] = &[
    ("alive_at_horizon", "alive", "initiatives", "Initiatives alive {}, copies included.", |r, _, then| count(r, then)),
    ("absorbed", "absorbed", "initiatives", "Initiatives that were part of business as usual {}.", |r, s, then| {
        r.fates.iter().filter(|fate| is_absorbed(fate, s, then)).count() as f64
    }),
    (
        "absorbed_share",
        "absorbed_share",
        "share",
        "Share of the initiatives alive at the programme's end that were part of business as usual {}.",
        absorbed_share,
    ),
    ("ended", "ended", "initiatives", "Initiatives that had ended {}.", |r, _, then| ended_by(r, None, then)),
    ("trust_final", "trust", "share", "Trust across organisations {}.", |r, _, then| {
        at(r, Metric::TrustAcross, Some(then))
    }),
    (
        "trust_gain_horizon",
        "trust_gain",
        "share",
        "Change of trust across organisations from before the programme to {}.",
        |r, s, then| at(r, Metric::TrustAcross, Some(then)) - at(r, Metric::TrustAcross, before(s)),
    ),
    ("enthusiasm_final", "enthusiasm", "-1 to 1", "Mean enthusiasm {}.", |r, _, then| {
        at(r, Metric::Enthusiasm, Some(then))
    }),
    (
        "perceived_success_final",
        "perceived_success",
        "index",
        "Success as local people perceive it {}.",
        |r, _, then| at(r, Metric::Perceived, Some(then)),
    ),
    (
        "official_success_final",
        "official_success",
        "index",
        "Success as the national level claims it {}.",
        |r, _, then| at(r, Metric::Official, Some(then)),
    ),
    ("metric_effect_final", "metric_effect", "performance", "What the national metrics see {}.", |r, _, then| {
        at(r, Metric::MetricEffect, Some(then))
    }),
    (
        "copies_adopted",
        "copies_adopted",
        "initiatives",
        "Initiatives that had been copied from another site {}.",
        |r, _, then| {
            let begun = |fate: &&Fate| fate.origin == Origin::Copied && i64::from(fate.entry) <= i64::from(then);
            r.fates.iter().filter(begun).count() as f64
        },
    ),
    ("copies_failed", "copies_failed", "initiatives", "Copies that had failed their trial {}.", |r, _, then| {
        ended_by(r, Some(Cause::Trial), then)
    }),
    (
        "surviving_months",
        "surviving_months",
        "months",
        "Months that the initiatives alive at the programme's end lived after it, up to {}, added up.",
        surviving_months_until,
    ),
    (
        "restricted_months",
        "restricted_months",
        "months",
        "The same per initiative: restricted mean survival time from the programme's end to {}.",
        |r, s, then| surviving_months_until(r, s, then) / programme_last(s).map_or(f64::NAN, |last| count(r, last)),
    ),
    (
        "surviving_months_per_thousand_pounds",
        "surviving_months_per_thousand_pounds",
        "months per thousand pounds",
        "Months that the initiatives alive at the programme's end lived after it, up to {}, for each thousand pounds of \
         programme money spent.",
        |r, s, then| if r.money.spent > 0.0 { surviving_months_until(r, s, then) / r.money.spent } else { f64::NAN },
    ),
];

/// Whether it was business as usual when a month was over at which stages are taken down.
fn is_absorbed(fate: &Fate, setting: &Setting, then: i32) -> bool {
    let place = u32::try_from(then).ok().and_then(|then| setting.stage_months().binary_search(&then).ok());
    place.and_then(|place| fate.stages.get(place)) == Some(&LifeStage::Absorbed)
}

fn absorbed_share(record: &RunRecord, setting: &Setting, then: i32) -> f64 {
    let Some(last) = programme_last(setting) else { return f64::NAN };
    let alive = || record.fates.iter().filter(|fate| alive_after(fate, last));
    alive().filter(|fate| is_absorbed(fate, setting, then)).count() as f64 / alive().count() as f64
}

/// The metric that takes the place of this one where figures are those of so many months after the programme's own end;
/// the same one if it does not depend on how long the run goes on.
#[must_use]
pub fn after_own_end(metric: &str, months: u32) -> String {
    let cause = metric.strip_prefix("ended_").filter(|name| Cause::ALL.iter().any(|cause| cause.name() == *name));
    match AFTER_RULES.iter().find(|row| row.0 == metric) {
        Some(row) => format!("{}_{months}", row.1),
        None if metric == "survived_horizon" => format!("survived_{months}"),
        None if cause.is_some() => format!("{metric}_{months}"),
        None => metric.to_owned(),
    }
}

/// The figure at the end of the run that this one takes the place of, and its months after the programme's end; `None`
/// for any other, `survived_24` among them.
#[must_use]
pub fn at_run_end(metric: &str) -> Option<(String, u32)> {
    let (stem, months) = metric.rsplit_once('_')?;
    let months: u32 = months.parse().ok()?;
    if let Some(row) = AFTER_RULES.iter().find(|row| row.1 == stem) {
        return Some((row.0.to_owned(), months));
    }
    let cause = stem.strip_prefix("ended_").filter(|name| Cause::ALL.iter().any(|cause| cause.name() == *name));
    cause.map(|_| (stem.to_owned(), months))
}

#[cfg(test)]
mod tests {
    use super::{after_own_end, at_run_end};
    use crate::analysis::Headline;
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::record::{LifeStage, Metric};

    #[test]
    fn figures_stand_so_many_months_after_the_own_end() {
        let mut setting = setting(1); // programme months 12 to 47 of 96
        setting.also_told = Some(53);
        let mut r = record(&setting, 0);
        // Alive at the end: all. They end in 48 (month 1 after), 53 (month 6) and 54; the last two go on.
        r.fates = vec![fate(0, 0, Some(48)), fate(0, 0, Some(53)), fate(0, 0, Some(54)), fate(0, 12, None)];
        r.fates.push(fate(0, 50, None));
        let place = setting.stage_months().binary_search(&53).unwrap();
        for fate in &mut r.fates {
            fate.stages.insert(place, LifeStage::Operating);
        }
        r.fates[2].stages[place] = LifeStage::Absorbed;
        r.panel.row_mut(0, 53)[Metric::TrustAcross.index()] = 0.75;
        r.money.spent = 7.0;
        let headlines = Headline::after(6); // up to the end of month 53
        let value = |name: &str| headlines.iter().find(|h| h.name == name).unwrap().of(&r, &setting);
        assert_eq!((value("alive_6"), value("ended_6"), value("ended_money_6")), (3.0, 2.0, 2.0));
        assert_eq!((value("absorbed_6"), value("absorbed_share_6"), value("trust_6")), (1.0, 0.25, 0.75));
        // Who ends in a month has lived in it: 1 + 6 + 6 + 6.
        assert_eq!((value("surviving_months_6"), value("restricted_months_6")), (19.0, 19.0 / 4.0));
        assert_eq!(value("surviving_months_per_thousand_pounds_6"), 19.0 / 7.0);
    }

    #[test]
    fn at_the_end_of_the_run_both_are_the_same() {
        let setting = setting(3);
        let run = record(&setting, 4);
        let after = Headline::after(48); // 96 months, 48 of them after the programme
        for end in Headline::all(&[48]) {
            let name = after_own_end(&end.name, 48);
            let Some(same) = after.iter().find(|h| h.name == name) else { continue };
            let [there, here] = [end.of(&run, &setting), same.of(&run, &setting)];
            assert!(there == here || there.is_nan() && here.is_nan(), "{name}: {here} is not {there}");
            assert_eq!(end.unit, same.unit);
            assert_eq!(at_run_end(&name), Some((end.name, 48)));
        }
        assert!(Headline::after(49).iter().all(|h| h.of(&run, &setting).is_nan()), "the run is over by then");
    }

    #[test]
    fn what_does_not_hang_on_the_runs_end_keeps_its_name() {
        for name in ["money_spent", "survived_12", "alive_at_programme_end", "initiative_months", "trust_start"] {
            assert_eq!((after_own_end(name, 24), at_run_end(name)), (name.to_owned(), None));
        }
        assert_eq!(after_own_end("survived_horizon", 24), "survived_24");
        assert_eq!(after_own_end("ended_trial", 9), "ended_trial_9");
        assert_eq!(at_run_end("alive_24"), Some(("alive_at_horizon".to_owned(), 24)));
        assert_eq!([at_run_end("ended_in_programme"), at_run_end("survived_24")], [None, None]);
    }
}

//! What headline figures are made of: a run as it stood when a month was over.

use super::life::{alive_after, programme_last};
use crate::record::{Cause, Fate, Metric, RunRecord, Setting};

/// Initiatives alive when `month` was over.
pub(super) fn count(record: &RunRecord, month: i32) -> f64 {
    record.fates.iter().filter(|f| alive_after(f, month)).count() as f64
}

/// The same up to the end of the run.
pub(super) fn surviving_months(record: &RunRecord, setting: &Setting) -> f64 {
    surviving_months_until(record, setting, horizon(setting))
}

/// Months that the initiatives alive at the programme's end lived after it, up to the end of month `then`.
pub(super) fn surviving_months_until(record: &RunRecord, setting: &Setting, then: i32) -> f64 {
    let Some(last) = programme_last(setting) else { return f64::NAN };
    // Who ends in a month has lived in it, as in `months_observed`.
    let lived = |f: &Fate| f.end.map_or(then, |end| end.cast_signed().min(then)) - last;
    record.fates.iter().filter(|f| alive_after(f, last)).map(|f| f64::from(lived(f))).sum()
}

/// The month before the programme begins; none in a run that begins with it or later, or ends before it.
pub(super) fn before(setting: &Setting) -> Option<i32> {
    let month = setting.programme_start - 1;
    (0..horizon(setting)).contains(&month).then_some(month)
}

/// The last month of the run.
pub(super) fn horizon(setting: &Setting) -> i32 {
    setting.months.cast_signed() - 1
}

/// A metric over all sites in a month; NaN in none.
pub(super) fn at(record: &RunRecord, metric: Metric, month: Option<i32>) -> f64 {
    month.and_then(|m| usize::try_from(m).ok()).map_or(f64::NAN, |m| f64::from(record.panel.get(0, m, metric)))
}

/// The month of the highest mean enthusiasm, counted from the start of the programme.
pub(super) fn peak_month(record: &RunRecord, setting: &Setting) -> f64 {
    let course = record.panel.course(0, Metric::Enthusiasm).enumerate();
    let peak = course.fold((0, f32::NAN), |best, (m, v)| if best.1 >= v { best } else { (m, v) });
    peak.0 as f64 - f64::from(setting.programme_start)
}

/// The last month of so many after the programme's end; `None` if the run does not get that far.
pub(super) fn month_after(setting: &Setting, months: u32) -> Option<i32> {
    let then = programme_last(setting)?.checked_add_unsigned(months)?;
    (i64::from(then) < i64::from(setting.months)).then_some(then)
}

/// Initiatives that had ended, for this main cause or any, when a month was over.
pub(super) fn ended_by(record: &RunRecord, cause: Option<Cause>, then: i32) -> f64 {
    let ended = |fate: &&Fate| {
        fate.end.is_some_and(|end| i64::from(end) <= i64::from(then)) && (cause.is_none() || fate.cause == cause)
    };
    record.fates.iter().filter(ended).count() as f64
}

use crate::record::{Fate, Origin, Setting};
use crate::stats::{CompetingMonthSpell, MonthCounts, MonthSpell};

/// Whether an initiative had begun by `month` and had not ended when that month was over.
#[must_use]
pub fn alive_after(fate: &Fate, month: i32) -> bool {
    i64::from(fate.entry) <= i64::from(month) && fate.end.is_none_or(|end| i64::from(end) > i64::from(month))
}

/// The programme's last month, if the run gets that far and the programme does not end before the run.
#[must_use]
pub fn programme_last(setting: &Setting) -> Option<i32> {
    let last = setting.programme_end - 1;
    (last >= 0 && i64::from(last) < i64::from(setting.months)).then_some(last)
}

/// Of `fates`, the share of those alive at the programme's end that live `later` months after it (`None`: at the end of the
/// run). NaN if the run does not get that far, or none of them was alive.
pub fn share_surviving<'a>(
    fates: impl Iterator<Item = &'a Fate> + Clone,
    setting: &Setting,
    later: Option<u32>,
) -> f64 {
    let (Some(last), horizon) = (programme_last(setting), setting.months.cast_signed() - 1) else { return f64::NAN };
    let then = later.map_or(horizon, |months| last.saturating_add_unsigned(months));
    if then > horizon {
        return f64::NAN;
    }
    share_of_alive(fates, last, |fate| alive_after(fate, then))
}

/// Of `fates`, the share of those alive at the programme's end that are business as usual at the end of the run.
pub fn share_absorbed<'a>(fates: impl Iterator<Item = &'a Fate> + Clone, setting: &Setting) -> f64 {
    programme_last(setting).map_or(f64::NAN, |last| share_of_alive(fates, last, |fate| fate.absorbed_at_end))
}

/// The share of those alive after month `last` for which `holds`; NaN of none.
fn share_of_alive<'a>(fates: impl Iterator<Item = &'a Fate> + Clone, last: i32, holds: impl Fn(&Fate) -> bool) -> f64 {
    let alive = fates.filter(|fate| alive_after(fate, last));
    alive.clone().filter(|fate| holds(fate)).count() as f64 / alive.count() as f64
}

/// An initiative's life by its own age: those from before the run enter at the age that they have when it begins.
#[must_use]
pub(super) fn own_spell(fate: &Fate) -> MonthSpell {
    let lived = i64::from(fate.entry) - i64::from(fate.start);
    let entry = u32::try_from(lived.max(0)).unwrap_or(u32::MAX / 2);
    MonthSpell { entry, exit: entry + fate.months_observed, event: fate.end.is_some() }
}

/// An initiative's life over the months of the run: who starts later enters later.
#[must_use]
pub(super) fn calendar_spell(fate: &Fate) -> MonthSpell {
    MonthSpell { entry: fate.entry, exit: fate.entry + fate.months_observed, event: fate.end.is_some() }
}

/// Over the months of the run, up to what came first: absorbed into business as usual (outcome 0), or ended for its
/// main cause (outcome 1 + its place among [`Cause::ALL`]).
#[must_use]
pub(super) fn absorbed_or_ended(fate: &Fate) -> CompetingMonthSpell {
    let ended = fate.cause.filter(|_| fate.end.is_some()).map(|cause| 1 + cause as usize);
    let (exit, outcome) = match fate.absorbed {
        // A month counts as lived, as in `months_observed`.
        Some(month) => (month + 1, Some(0)),
        None => (fate.entry + fate.months_observed, ended),
    };
    CompetingMonthSpell { entry: fate.entry, exit, cause: outcome }
}

/// Over the months of a run, those of an origin, or all of them.
pub(super) fn calendar_counts(fates: &[Fate], origin: Option<Origin>, months: u32) -> MonthCounts {
    let concerned = |fate: &&Fate| origin.is_none_or(|origin| fate.origin == origin);
    let spells: Vec<MonthSpell> = fates.iter().filter(concerned).map(calendar_spell).collect();
    MonthCounts::of(&spells, months)
}

#[cfg(test)]
mod tests {
    use super::alive_after;
    use crate::analysis::fabricated::fate;

    #[test]
    fn an_initiative_is_not_alive_after_the_month_in_which_it_ended() {
        let f = fate(0, 3, Some(10));
        assert_eq!([2, 3, 9, 10].map(|m| alive_after(&f, m)), [false, true, true, false]);
        assert!(alive_after(&fate(0, 0, None), 1000) && !alive_after(&fate(0, 0, None), -1));
    }
}

use super::measure::FateMeasure;
use crate::analysis::programme_last;
use crate::analysis::{alive_after, share_absorbed, share_surviving};
use crate::quantity::{KindId, SiteId};
use crate::record::{Cause, Fate, LifeStage, Origin, RunRecord, Setting};
use crate::stats::mean;

/// Which initiatives count; nothing given, all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Narrowed {
    pub origin: Option<Origin>,
    pub kinds: Option<Vec<KindId>>,
    pub sites: Option<Vec<SiteId>>,
}

impl Narrowed {
    fn holds(&self, fate: &Fate) -> bool {
        self.origin.is_none_or(|origin| fate.origin == origin)
            && self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&fate.kind))
            && self.sites.as_ref().is_none_or(|sites| sites.contains(&fate.site))
    }
}

/// A measure of the fates of a run; NaN where it does not exist.
pub(super) fn of_fates(
    record: &RunRecord,
    setting: &Setting,
    which: FateMeasure,
    narrowed: &Narrowed,
    after: Option<u32>,
) -> f64 {
    let horizon = setting.months.cast_signed() - 1;
    let fates = || record.fates.iter().filter(|fate| narrowed.holds(fate));
    let number = |holds: &dyn Fn(&Fate) -> bool| fates().filter(|fate| holds(fate)).count() as f64;
    let copies = |fate: &Fate| fate.origin == Origin::Copied;
    match which {
        FateMeasure::Alive => number(&|fate| alive_after(fate, horizon)),
        FateMeasure::Copied => number(&copies),
        FateMeasure::CopiesKept => number(&|fate| copies(fate) && alive_after(fate, horizon)),
        FateMeasure::CopiesFailed => number(&|fate| copies(fate) && fate.cause == Some(Cause::Trial)) / number(&copies),
        FateMeasure::Survived => share_surviving(fates(), setting, after),
        FateMeasure::Absorbed => share_absorbed(fates(), setting),
        FateMeasure::MonthsToRoutine => {
            let begun = fates().filter(|fate| fate.start >= 0);
            let months: Vec<f64> =
                begun.filter_map(|fate| Some(f64::from(fate.absorbed?) - f64::from(fate.start))).collect();
            mean(&months).unwrap_or(f64::NAN)
        }
        FateMeasure::Kept
        | FateMeasure::Reduced
        | FateMeasure::Gone
        | FateMeasure::KeptSomewhere
        | FateMeasure::KeptBySite => {
            let Some(last) = programme_last(setting) else { return f64::NAN };
            let begun: Vec<&Fate> = fates().filter(|fate| fate.entry.cast_signed() <= last).collect();
            let then = last.saturating_add_unsigned(after.unwrap_or(0));
            of_begun(&begun, setting, which, then)
        }
    }
}

/// How those that had begun stand at the end of month `then`.
fn of_begun(begun: &[&Fate], setting: &Setting, which: FateMeasure, then: i32) -> f64 {
    let share = |fates: &[&Fate], holds: &dyn Fn(&Fate) -> bool| {
        fates.iter().filter(|fate| holds(fate)).count() as f64 / fates.len() as f64
    };
    let lives = |fate: &Fate| alive_after(fate, then);
    let place = setting.stage_months().iter().position(|&month| month.cast_signed() == then);
    let is_reduced = |fate: &Fate| {
        place.and_then(|place| fate.stages.get(place)).is_some_and(|stage| *stage == LifeStage::ScaledBack)
    };
    match which {
        FateMeasure::Gone => share(begun, &|fate| !lives(fate)),
        FateMeasure::Reduced => share(begun, &|fate| lives(fate) && is_reduced(fate)),
        FateMeasure::Kept => share(begun, &|fate| lives(fate) && !is_reduced(fate)),
        _ => {
            let of_site = |site: usize| -> Option<f64> {
                let own: Vec<&Fate> = begun.iter().copied().filter(|fate| fate.site.index() == site).collect();
                (!own.is_empty()).then(|| share(&own, &lives))
            };
            let sites: Vec<f64> = (0..setting.sites.len()).filter_map(of_site).collect();
            let value =
                |share: &f64| if which == FateMeasure::KeptSomewhere { f64::from(*share > 0.0) } else { *share };
            mean(&sites.iter().map(value).collect::<Vec<_>>()).unwrap_or(f64::NAN)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Narrowed, of_fates};
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::evidence::measure::FateMeasure;
    use crate::quantity::SiteId;
    use crate::record::{Cause, LifeStage, Origin};

    #[test]
    fn shares_are_of_those_that_are_asked_for() {
        let setting = setting(2); // programme months 12 to 47 of 96
        let mut run = record(&setting, 0);
        run.fates =
            vec![fate(0, 0, None), fate(0, 12, Some(50)), fate(1, 12, None), fate(1, 60, None), fate(1, 61, Some(74))];
        for copy in [3, 4] {
            run.fates[copy].origin = Origin::Copied;
        }
        run.fates[4].cause = Some(Cause::Trial);
        let of = |which, narrowed: &Narrowed, after| of_fates(&run, &setting, which, narrowed, after);
        let all = Narrowed::default();
        assert_eq!(of(FateMeasure::Survived, &all, Some(12)), 2.0 / 3.0);
        assert_eq!(of(FateMeasure::Alive, &all, None), 3.0);
        assert_eq!(of(FateMeasure::Copied, &all, None), 2.0);
        assert_eq!(of(FateMeasure::CopiesKept, &all, None), 1.0);
        assert_eq!(of(FateMeasure::CopiesFailed, &all, None), 0.5);
        let second = Narrowed { sites: Some(vec![SiteId(1)]), ..Narrowed::default() };
        assert_eq!(of(FateMeasure::Survived, &second, None), 1.0);
        let nobody = Narrowed { kinds: Some(vec![]), ..Narrowed::default() };
        assert!(of(FateMeasure::Survived, &nobody, None).is_nan());
        assert!(of(FateMeasure::Survived, &all, Some(60)).is_nan());
    }

    #[test]
    fn how_they_stand_a_year_later() {
        let setting = setting(2);
        let mut run = record(&setting, 0);
        run.fates = vec![fate(0, 0, None), fate(0, 12, Some(50)), fate(1, 12, None), fate(1, 20, None)];
        // Of four that had begun with the programme's last month, three live a year later, one of them at less than half.
        let months = setting.stage_months();
        let place = months.iter().position(|&month| month == 59).unwrap();
        run.fates[2].stages = vec![LifeStage::Operating; months.len()];
        run.fates[2].stages[place] = LifeStage::ScaledBack;
        run.fates[2].absorbed = Some(52);
        let of = |which, after| of_fates(&run, &setting, which, &Narrowed::default(), after);
        let shares = [FateMeasure::Kept, FateMeasure::Reduced, FateMeasure::Gone].map(|which| of(which, Some(12)));
        assert_eq!(shares, [0.5, 0.25, 0.25]);
        let sites = [FateMeasure::KeptSomewhere, FateMeasure::KeptBySite].map(|which| of(which, Some(12)));
        assert_eq!(sites, [1.0, 0.75]);
        assert_eq!(of(FateMeasure::MonthsToRoutine, None), 40.0);
    }
}

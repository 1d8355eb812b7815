use super::measure::FateMeasure;
use crate::analysis::{alive_after, share_absorbed, share_surviving};
use crate::quantity::{KindId, SiteId};
use crate::record::{Cause, Fate, Origin, RunRecord, Setting};

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
    }
}

#[cfg(test)]
mod tests {
    use super::{Narrowed, of_fates};
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::evidence::measure::FateMeasure;
    use crate::quantity::SiteId;
    use crate::record::{Cause, Origin};

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
}

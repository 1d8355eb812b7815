use super::life::calendar_counts;
use crate::record::{Fate, Origin};
use crate::stats::VarianceComponents;

/// How far survival reaches over plausible models, month by month of the run: from the 5 % to the 95 % quantile of what single models
/// come to on average, chance taken out; NaN where nothing is at risk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurvivalReach {
    /// Of all initiatives.
    pub all: Vec<[f64; 2]>,
    /// Of the programme's own.
    pub own: Vec<[f64; 2]>,
}

/// How many values survival takes in a run of so many months.
#[must_use]
pub fn survival_length(months: u32) -> usize {
    2 * (months as usize + 1)
}

/// Survival over the months of a run, of all its initiatives and of the programme's own: the share alive after each month from 0 on
/// (Kaplan and Meier), NaN until any is at risk.
pub(super) fn survival_courses(fates: &[Fate], months: u32) -> [Vec<f64>; 2] {
    let course = |origin: Option<Origin>| {
        let counts = calendar_counts(fates, origin, months);
        let (first, mut shares) = (counts.first_at_risk(), counts.survival());
        shares.iter_mut().enumerate().filter(|(month, _)| month + 1 < first).for_each(|(_, share)| *share = f64::NAN);
        shares
    };
    [course(None), course(Some(Origin::Programme))]
}

/// Of the values of an arm in the futures of each set, the reach of survival, which stands behind `headlines` of them.
pub(super) fn survival_reach(headlines: usize, sets: &[Vec<&[f64]>]) -> SurvivalReach {
    let length = sets.iter().flatten().map(|values| values.len().saturating_sub(headlines) / 2).min().unwrap_or(0);
    let month = |place: usize| {
        let groups: Vec<Vec<f64>> =
            sets.iter().map(|futures| futures.iter().map(|values| values[headlines + place]).collect()).collect();
        let parts = VarianceComponents::of(&groups);
        parts.map_or([f64::NAN; 2], |parts| [0.05, 0.95].map(|share| parts.quantile(share).clamp(0.0, 1.0)))
    };
    SurvivalReach { all: (0..length).map(month).collect(), own: (length..2 * length).map(month).collect() }
}

#[cfg(test)]
mod tests {
    use super::{survival_courses, survival_length, survival_reach};
    use crate::analysis::Survivals;
    use crate::analysis::fabricated::{record, setting};

    #[test]
    fn courses_are_those_of_the_table_of_one_replicate() {
        let setting = setting(3);
        let record = record(&setting, 0);
        let mut survivals = Survivals::new(&setting);
        survivals.add(&record);
        let courses = survival_courses(&record.fates, setting.months);
        assert_eq!(courses[0].len() + courses[1].len(), survival_length(setting.months));
        for (group, course) in ["all", "origin:programme"].iter().zip(&courses) {
            let tables = survivals.calendar();
            let Some(table) = tables.iter().find(|table| table.group == *group) else { continue };
            for (row, share) in table.rows.iter().zip(course) {
                assert!(row.survival.to_bits() == share.to_bits() || row.survival.is_nan() && share.is_nan());
            }
        }
    }

    #[test]
    fn models_are_told_from_futures_month_by_month() {
        let luck = |set: usize, future: usize| if (set + future).is_multiple_of(2) { 0.02 } else { -0.02 };
        let own = |set: usize| if set < 50 { 0.4 } else { 0.6 };
        let value = |set: usize, future: usize| {
            vec![9.0, f64::NAN, 0.5 + luck(set, future), f64::NAN, own(set) + luck(set, future)]
        };
        let all: Vec<Vec<Vec<f64>>> = (0..100).map(|set| vec![value(set, 0), value(set, 1)]).collect();
        let sets: Vec<Vec<&[f64]>> = all.iter().map(|set| set.iter().map(Vec::as_slice).collect()).collect();
        let reach = survival_reach(1, &sets);
        assert!(reach.all[0][0].is_nan() && reach.own[0][1].is_nan());
        // Nothing but luck, and two kinds of models.
        assert!((reach.all[1][1] - reach.all[1][0]).abs() < 1e-9, "{reach:?}");
        assert!((reach.own[1][0] - 0.4).abs() < 0.01 && (reach.own[1][1] - 0.6).abs() < 0.01, "{reach:?}");
        assert_eq!(survival_reach(1, &[]).all.len(), 0);
    }
}

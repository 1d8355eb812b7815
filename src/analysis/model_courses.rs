use super::life::calendar_counts;
use crate::record::{Fate, Metric, Origin, RunRecord, Setting};
use crate::stats::VarianceComponents;

/// Sets of which courses are kept, from the first on: they tell a 5 % quantile to within about 1.5 % of models, and what is held in
/// memory does not grow with the number of sets.
pub const SETS_WITH_COURSES: usize = 1000;

/// Metrics over all sites whose months are kept of a run of a plausible model.
const METRICS: [Metric; 4] = [Metric::TotalScale, Metric::TrustAcross, Metric::Enthusiasm, Metric::Perceived];

/// Whose survival is kept: of all initiatives, of earlier work and of the programme's own.
const GROUPS: [Option<Origin>; 3] = [None, Some(Origin::PreExisting), Some(Origin::Programme)];

/// How far courses reach over plausible models, month by month of the run: from the 5 % to the 95 % quantile of what single models
/// come to on average, chance taken out; NaN where there is nothing to tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseReach {
    /// Survival by group, after each month from 0 on.
    survival: [Vec<[f64; 2]>; GROUPS.len()],
    /// By metric, in each month.
    metrics: [Vec<[f64; 2]>; METRICS.len()],
}

impl CourseReach {
    /// Of survival, of all initiatives or of those of one origin, after each month of the run from 0 on (0 to 1). Empty where runs
    /// of models do not keep it.
    #[must_use]
    pub fn survival(&self, origin: Option<Origin>) -> &[[f64; 2]] {
        GROUPS.iter().position(|group| *group == origin).map_or(&[], |place| &self.survival[place])
    }

    /// Of a metric over all sites, in each month of the run and in its unit. Empty where runs of models do not keep it.
    #[must_use]
    pub fn metric(&self, metric: Metric) -> &[[f64; 2]] {
        METRICS.iter().position(|kept| *kept == metric).map_or(&[], |place| &self.metrics[place])
    }
}

/// How many values the courses of a run of so many months take.
#[must_use]
pub fn courses_length(months: u32) -> usize {
    GROUPS.len() * (months as usize + 1) + METRICS.len() * months as usize
}

/// The courses of a run, one behind the other: survival of each group, then the metrics.
pub(super) fn courses(run: &RunRecord, setting: &Setting) -> Vec<f64> {
    let survival = GROUPS.iter().flat_map(|&group| survival_course(&run.fates, group, setting.months));
    let metrics = METRICS.iter().flat_map(|&metric| run.panel.course(0, metric).map(f64::from));
    survival.chain(metrics).collect()
}

/// Survival over the months of a run: the share alive after each month from 0 on (Kaplan and Meier), NaN until any is at risk.
fn survival_course(fates: &[Fate], origin: Option<Origin>, months: u32) -> Vec<f64> {
    let counts = calendar_counts(fates, origin, months);
    let (first, mut shares) = (counts.first_at_risk(), counts.survival());
    shares.iter_mut().enumerate().filter(|(month, _)| month + 1 < first).for_each(|(_, share)| *share = f64::NAN);
    shares
}

/// Of the values of an arm in the futures of each set, the reach of its courses, which stand behind `headlines` of them. Sets whose
/// runs hold none do not count.
pub(super) fn course_reach(headlines: usize, months: u32, sets: &[Vec<&[f64]>]) -> CourseReach {
    let length = headlines + courses_length(months);
    let months = months as usize;
    let sets: Vec<&Vec<&[f64]>> =
        sets.iter().filter(|futures| futures.iter().all(|values| values.len() >= length)).collect();
    if sets.is_empty() {
        return CourseReach::default();
    }
    let month = |place: usize| {
        let groups: Vec<Vec<f64>> =
            sets.iter().map(|futures| futures.iter().map(|values| values[place]).collect()).collect();
        let parts = VarianceComponents::of(&groups);
        parts.map_or([f64::NAN; 2], |parts| [0.05, 0.95].map(|share| parts.quantile(share)))
    };
    let course = |first: usize, length: usize| -> Vec<[f64; 2]> { (first..first + length).map(month).collect() };
    let behind = headlines + GROUPS.len() * (months + 1);
    CourseReach {
        survival: core::array::from_fn(|group| course(headlines + group * (months + 1), months + 1)),
        metrics: core::array::from_fn(|metric| course(behind + metric * months, months)),
    }
}

#[cfg(test)]
mod tests {
    use super::{CourseReach, GROUPS, course_reach, courses, courses_length};
    use crate::analysis::Survivals;
    use crate::analysis::fabricated::{record, setting};
    use crate::record::{Metric, Origin};

    #[test]
    fn courses_are_those_of_the_tables_of_one_replicate() {
        let setting = setting(3);
        let record = record(&setting, 0);
        let mut survivals = Survivals::new(&setting);
        survivals.add(&record);
        let all = courses(&record, &setting);
        assert_eq!(all.len(), courses_length(setting.months));
        let months = setting.months as usize;
        let tables = survivals.calendar();
        let mut compared = 0;
        for (group, course) in ["all", "origin:pre-existing", "origin:programme"].iter().zip(all.chunks(months + 1)) {
            let Some(table) = tables.iter().find(|table| table.group == *group) else { continue };
            for (row, share) in table.rows.iter().zip(course) {
                assert!(row.survival.to_bits() == share.to_bits() || row.survival.is_nan() && share.is_nan());
                compared += 1;
            }
        }
        assert!(compared > months, "{compared}");
        let trust = GROUPS.len() * (months + 1) + months;
        for (month, value) in all[trust..trust + months].iter().enumerate() {
            let told = f64::from(record.panel.get(0, month, Metric::TrustAcross));
            assert!(told.to_bits() == value.to_bits() || told.is_nan() && value.is_nan(), "{month}: {told} {value}");
        }
    }

    #[test]
    fn models_are_told_from_futures_month_by_month() {
        // One month, so two values for each of three groups, and one for each of four metrics, behind one headline.
        let luck = |set: usize, future: usize| if (set + future).is_multiple_of(2) { 0.02 } else { -0.02 };
        let kind = |set: usize| if set < 50 { 0.4 } else { 0.6 };
        let value = |set: usize, future: usize| {
            let (chance, model) = (0.5 + luck(set, future), kind(set) + luck(set, future));
            vec![9.0, f64::NAN, chance, 1.0, 0.9, f64::NAN, model, 20.0, model, chance, f64::NAN]
        };
        let all: Vec<Vec<Vec<f64>>> = (0..100).map(|set| vec![value(set, 0), value(set, 1)]).collect();
        let mut sets: Vec<Vec<&[f64]>> = all.iter().map(|set| set.iter().map(Vec::as_slice).collect()).collect();
        // Of later sets no courses are kept.
        sets.push(vec![&[9.0], &[9.0]]);
        let reach = course_reach(1, 1, &sets);
        let (whole, own) = (reach.survival(None), reach.survival(Some(Origin::Programme)));
        assert!(whole[0][0].is_nan() && own[0][1].is_nan());
        assert_eq!(reach.survival(Some(Origin::PreExisting))[1], [0.9, 0.9]);
        // Nothing but luck, and two kinds of models.
        let is_two_kinds = |[low, high]: [f64; 2]| (low - 0.4).abs() < 0.01 && (high - 0.6).abs() < 0.01;
        assert!((whole[1][1] - whole[1][0]).abs() < 1e-9 && is_two_kinds(own[1]), "{reach:?}");
        assert_eq!(reach.metric(Metric::TotalScale), [[20.0, 20.0]]);
        assert!(is_two_kinds(reach.metric(Metric::TrustAcross)[0]), "{reach:?}");
        let enthusiasm = reach.metric(Metric::Enthusiasm)[0];
        assert!((enthusiasm[1] - enthusiasm[0]).abs() < 1e-9 && reach.metric(Metric::Perceived)[0][0].is_nan());
        assert!(reach.metric(Metric::Spent).is_empty() && reach.survival(Some(Origin::Copied)).is_empty());
        assert_eq!(course_reach(1, 1, &sets[100..]), CourseReach::default());
        assert_eq!(course_reach(1, 1, &[]), CourseReach::default());
    }
}

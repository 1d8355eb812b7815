use super::courses::Spread;
use super::{Courses, Extremes};
use crate::record::Metric;

/// The sources of authority, as attempts to persuade drew on them.
pub const AUTHORITY_SOURCES: [Metric; 5] =
    [Metric::ByPolitical, Metric::ByEconomic, Metric::ByNorms, Metric::ByValues, Metric::ByData];

/// What attempts to persuade drew on in a quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthorityQuarter {
    /// Months of the run: first, and first after it.
    pub from: usize,
    /// First month after it.
    pub to: usize,
    /// The share of each of [`AUTHORITY_SOURCES`] among all attempts of the quarter in the replicates whose months are kept;
    /// NaN if there were none.
    pub shares: [f64; 5],
    /// How the same shares spread over single replicates; those without an attempt are left out.
    pub single: [Spread; 5],
    /// Attempts in an average run, a month.
    pub attempts: f64,
}

/// The mix of authority mobilised by quarter (three months from the run's start on; a last, shorter one joins the one
/// before): counts of single months are small.
#[must_use]
pub fn authority_mix(courses: &Courses) -> Vec<AuthorityQuarter> {
    let months = courses.months();
    let quarters = (months / 3).max(usize::from(months > 0));
    let quarter = |quarter: usize| {
        let (from, to) = (3 * quarter, if quarter + 1 == quarters { months } else { 3 * quarter + 3 });
        let runs: Vec<[f64; 5]> = courses.sums(0, from..to, AUTHORITY_SOURCES);
        let total = |source: usize| runs.iter().map(|run| run[source]).sum::<f64>();
        let totals = [0, 1, 2, 3, 4].map(total);
        let all: f64 = totals.iter().sum();
        let single = |source: usize| {
            Spread::of(runs.iter().map(|run| (run[source] / run.iter().sum::<f64>()) as f32).filter(|s| s.is_finite()))
        };
        AuthorityQuarter {
            from,
            to,
            shares: totals.map(|total| total / all),
            single: [0, 1, 2, 3, 4].map(single),
            attempts: all / (runs.len().max(1) * (to - from)) as f64,
        }
    };
    (0..quarters).map(quarter).collect()
}

/// What attempts to persuade drew on from month `from` of the run to before month `to`, over all replicates whose months are
/// kept: the share of each of [`AUTHORITY_SOURCES`], and the place of the one with more attempts than any other, if that is
/// beyond chance. `None` if there were no attempts.
#[must_use]
pub fn authority_within(courses: &Courses, from: usize, to: usize) -> Option<([f64; 5], Option<usize>)> {
    let runs: Vec<[f64; 5]> = courses.sums(0, from..to.max(from), AUTHORITY_SOURCES);
    let columns: Vec<Vec<f64>> = (0..5).map(|source| runs.iter().map(|run| run[source]).collect()).collect();
    let totals: Vec<f64> = columns.iter().map(|column| column.iter().sum()).collect();
    let all: f64 = totals.iter().sum();
    let averages: Vec<(f64, &[f64])> = totals.iter().copied().zip(columns.iter().map(Vec::as_slice)).collect();
    let leading = Extremes::of(&averages).filter(|extremes| extremes.is_highest).map(|extremes| extremes.highest);
    (all > 0.0).then(|| ([0, 1, 2, 3, 4].map(|source| totals[source] / all), leading))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Panel;

    #[test]
    fn shares_are_of_all_attempts_of_a_quarter() {
        let mut courses = Courses::new(0..1, 7);
        for (economic, data) in [(6.0, 2.0), (1.0, 1.0)] {
            let mut panel = Panel::new(1, 7);
            panel.row_mut(0, 0)[Metric::ByEconomic.index()] = economic;
            panel.row_mut(0, 2)[Metric::ByData.index()] = data;
            panel.row_mut(0, 6)[Metric::ByNorms.index()] = 4.0;
            courses.add(&panel);
        }
        let mix = authority_mix(&courses);
        assert_eq!(mix.iter().map(|q| (q.from, q.to)).collect::<Vec<_>>(), [(0, 3), (3, 7)]);
        assert_eq!((mix[0].shares, mix[0].attempts), ([0.0, 0.7, 0.0, 0.0, 0.3], 10.0 / 6.0));
        assert_eq!((mix[0].single[1].mean, mix[1].shares[2]), (0.625, 1.0));
        assert!(authority_mix(&Courses::new(0..1, 2))[0].shares[0].is_nan());
        assert!(authority_mix(&Courses::new(0..1, 0)).is_empty());
    }

    #[test]
    fn a_source_leads_only_beyond_chance() {
        let of = |replicates: u16| {
            let mut courses = Courses::new(0..1, 4);
            for replicate in 0..replicates {
                let mut panel = Panel::new(1, 4);
                panel.row_mut(0, 1)[Metric::ByData.index()] = 6.0 + f32::from(replicate % 2);
                panel.row_mut(0, 1)[Metric::ByNorms.index()] = 1.0;
                panel.row_mut(0, 3)[Metric::ByData.index()] = f32::from(replicate % 2);
                panel.row_mut(0, 3)[Metric::ByNorms.index()] = f32::from((replicate + 1) % 2);
                courses.add(&panel);
            }
            courses
        };
        let courses = of(20);
        assert_eq!(authority_within(&courses, 0, 3).map(|found| found.1), Some(Some(4)));
        assert_eq!(authority_within(&courses, 3, 4).map(|found| (found.0[4], found.1)), Some((0.5, None)));
        assert_eq!(authority_within(&courses, 2, 3), None);
        assert_eq!(authority_within(&of(3), 0, 3).map(|found| found.1), Some(None));
    }
}

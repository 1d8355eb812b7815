use super::Courses;
use super::courses::Spread;
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
}

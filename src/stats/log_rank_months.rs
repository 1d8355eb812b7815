use super::MonthCounts;

/// The log-rank test of two groups from their monthly counts: z, positive when `a` has more events than expected if both
/// had the same hazard. z² is the statistic of [`log_rank`](super::log_rank) on the same spells (which tells the source
/// and the conditions): z is standard normal without a difference, its p-value
/// [`chi_squared_p_value`](super::chi_squared_p_value)`(z * z, 1)`, and at 5 % the two differ when |z| is above
/// [`normal_quantile`](super::normal_quantile)`(0.975)`, 1.96.
///
/// `None` if the two can't be told apart whatever happened: no event while both were at risk. Beyond the shorter
/// horizon nothing counts: nobody of that group is at risk there. Cost: O(months), allocates nothing.
#[must_use]
pub fn log_rank_months(a: &MonthCounts, b: &MonthCounts) -> Option<f64> {
    let (mut excess, mut variance) = (0.0, 0.0);
    let months = a.at_risk.iter().zip(&a.events).zip(b.at_risk.iter().zip(&b.events));
    for ((&at_risk, &events), (&others_at_risk, &others_events)) in months {
        let (n_a, n_b, d_a) = (f64::from(at_risk), f64::from(others_at_risk), f64::from(events));
        let (n, d) = (n_a + n_b, d_a + f64::from(others_events));
        if d > 0.0 && n > 1.0 {
            excess += d_a - d * n_a / n;
            variance += d * (n - d) / (n - 1.0) * (n_a / n) * (n_b / n);
        }
    }
    (variance > 0.0).then(|| excess / variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::MonthSpell;
    use crate::stats::reference::{close, reference, subjects};

    /// Oracle: R 4.2.2, survival 3.5-3, `survdiff`; see `test_data/README.md`. That it equals the general test on any
    /// data is tested there.
    #[test]
    fn agrees_with_r() {
        for data in ["lung", "waltons"] {
            let counts = |group: usize| {
                let spells: Vec<MonthSpell> = subjects(data)
                    .iter()
                    .filter(|s| s.group == group)
                    .map(|s| MonthSpell { entry: s.start as u32, exit: s.stop as u32, event: s.cause > 0 })
                    .collect();
                MonthCounts::of(&spells, 1100)
            };
            let z = log_rank_months(&counts(1), &counts(2)).unwrap();
            assert!(close(z, reference(data, "log_rank")[0].value.sqrt(), 1e-11), "{data}: {z}");
            assert!(close(log_rank_months(&counts(2), &counts(1)).unwrap(), -z, 1e-9));
        }
    }

    #[test]
    fn nothing_to_tell() {
        let counts = |spells: &[MonthSpell]| MonthCounts::of(spells, 5);
        let censored = counts(&[MonthSpell { entry: 0, exit: 3, event: false }]);
        let dead = counts(&[MonthSpell { entry: 0, exit: 3, event: true }]);
        assert_eq!(log_rank_months(&censored, &censored), None);
        assert_eq!(log_rank_months(&MonthCounts::none(5), &dead), None);
        assert_eq!(log_rank_months(&dead, &dead), None, "all at once");
        // One of two at risk ends: half an event was expected, the variance is 1/4.
        assert_eq!(log_rank_months(&dead, &censored), Some(1.0));
        assert_eq!(log_rank_months(&censored, &dead), Some(-1.0));
    }
}

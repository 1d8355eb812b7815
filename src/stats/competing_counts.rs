use super::month_counts::add_times;
use super::{MonthCounts, MonthSpell};

/// One subject under observation in whole months, over (entry, exit], that may leave by one of several causes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompetingMonthSpell {
    /// Months lived before observation began; 0 unless entry was delayed.
    pub entry: u32,
    /// Month in which observation ended; spells with `exit <= entry` were never at risk and are left out.
    pub exit: u32,
    /// The cause by which it ended, from 0; `None` if it was censored.
    pub cause: Option<usize>,
}

/// Events by cause, censorings and subjects at risk by month: all that cumulative incidences need of a group. As with
/// [`MonthCounts`], the counts of several groups add up to those of the pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetingCounts {
    /// At risk in month 0..=horizon (entry < month <= exit); month 0 tells how many were there from the start.
    pub at_risk: Vec<u32>,
    /// By cause: events in month 0..=horizon; none in month 0.
    pub events: Vec<Vec<u32>>,
    /// Censorings in month 0..=horizon, after the events; who is still there at the horizon is censored at it.
    pub censored: Vec<u32>,
}

impl CompetingCounts {
    /// No subjects and `causes` causes, over months 0..=`horizon`.
    #[must_use]
    pub fn none(causes: usize, horizon: u32) -> CompetingCounts {
        let MonthCounts { at_risk, events, censored } = MonthCounts::none(horizon);
        CompetingCounts { at_risk, events: vec![events; causes], censored }
    }

    /// The counts of `spells` over months 0..=`horizon`. Cost: O(spells + causes x horizon).
    ///
    /// # Panics
    ///
    /// If a spell's cause is not below `causes`.
    #[must_use]
    pub fn of(spells: &[CompetingMonthSpell], causes: usize, horizon: u32) -> CompetingCounts {
        let of_any_cause: Vec<MonthSpell> =
            spells.iter().map(|s| MonthSpell { entry: s.entry, exit: s.exit, event: s.cause.is_some() }).collect();
        let MonthCounts { at_risk, events, censored } = MonthCounts::of(&of_any_cause, horizon);
        let mut by_cause = vec![vec![0; events.len()]; causes];
        for spell in spells.iter().filter(|spell| spell.exit > spell.entry && spell.exit <= horizon) {
            if let Some(cause) = spell.cause {
                by_cause[cause][spell.exit as usize] += 1;
            }
        }
        CompetingCounts { at_risk, events: by_cause, censored }
    }

    /// The last month, horizon.
    #[must_use]
    pub fn horizon(&self) -> u32 {
        self.at_risk.len() as u32 - 1
    }

    /// Adds `times` copies of another group's counts with the same causes over the same horizon; all together fewer
    /// than 2³² subjects. Cost: O(causes x horizon), in vector steps.
    pub fn add(&mut self, other: &CompetingCounts, times: u32) {
        let sums = self.events.iter_mut().chain([&mut self.at_risk, &mut self.censored]);
        let parts = other.events.iter().chain([&other.at_risk, &other.censored]);
        sums.zip(parts).for_each(|(sum, part)| add_times(sum, part, times));
    }

    /// The same with all causes taken together. Cost: O(causes x horizon).
    #[must_use]
    pub fn of_any_cause(&self) -> MonthCounts {
        let mut events = vec![0; self.at_risk.len()];
        self.events.iter().for_each(|of_cause| add_times(&mut events, of_cause, 1));
        MonthCounts { at_risk: self.at_risk.clone(), events, censored: self.censored.clone() }
    }

    /// The cumulative incidence of each cause at the end of month 0..=horizon, as
    /// [`cumulative_incidence`](super::cumulative_incidence()); with the survival of all causes together they add up to 1.
    /// NaN where that survival is NaN. Cost: O(causes x horizon).
    #[must_use]
    pub fn incidence(&self) -> Vec<Vec<f64>> {
        let survival = self.of_any_cause().survival();
        let incidence = |events: &Vec<u32>| {
            let (mut incidence, mut before) = (0.0, 1.0);
            let months = events.iter().zip(&self.at_risk).zip(&survival);
            let at_month = |((&events, &at_risk), &survival): ((&u32, &u32), &f64)| {
                if events > 0 {
                    incidence += before * f64::from(events) / f64::from(at_risk);
                }
                before = survival;
                if survival.is_nan() { f64::NAN } else { incidence }
            };
            months.map(at_month).collect()
        };
        self.events.iter().map(incidence).collect()
    }
}

impl core::ops::AddAssign<&CompetingCounts> for CompetingCounts {
    fn add_assign(&mut self, other: &CompetingCounts) {
        self.add(other, 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{reference, subjects};
    use crate::stats::{CompetingSpell, cumulative_incidence};
    use proptest::prelude::*;

    fn spell(entry: u32, exit: u32, cause: Option<usize>) -> CompetingMonthSpell {
        CompetingMonthSpell { entry, exit, cause }
    }

    /// Oracle: R 4.2.2, survival 3.5-3; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        let of = |s: &crate::stats::reference::Subject| spell(s.start as u32, s.stop as u32, s.cause.checked_sub(1));
        for data in ["pbc", "pbc_age"] {
            let spells: Vec<CompetingMonthSpell> = subjects(data).iter().map(of).collect();
            let counts = CompetingCounts::of(&spells, 2, 28_700);
            let (survival, incidence) = (counts.of_any_cause().survival(), counts.incidence());
            for r in reference(data, "state") {
                let curve = if r.group == 0 { &survival } else { &incidence[r.group - 1] };
                assert!((curve[r.time as usize] - r.value).abs() < 1e-12, "{data} {} {}", r.group, r.time);
            }
        }
    }

    #[test]
    fn silent_after_the_last_at_risk() {
        let left = CompetingCounts::of(&[spell(0, 1, Some(0)), spell(0, 2, None)], 2, 3).incidence();
        assert_eq!(left[0][..3], [0.0, 0.5, 0.5]);
        assert!(left[0][3].is_nan() && left[1][3].is_nan() && left[1][2] == 0.0);
        let gone = CompetingCounts::of(&[spell(0, 1, Some(0)), spell(0, 2, Some(1))], 2, 3).incidence();
        assert_eq!(gone, [[0.0, 0.5, 0.5, 0.5], [0.0, 0.0, 0.5, 0.5]]);
        assert_eq!(CompetingCounts::none(2, 3).horizon(), 3);
    }

    fn any_spells() -> impl Strategy<Value = Vec<CompetingMonthSpell>> {
        let spell = (0_u32..8, 0_u32..20, prop::option::of(0_usize..3))
            .prop_map(|(entry, length, cause)| spell(entry, entry + length, cause));
        prop::collection::vec(spell, 0..40)
    }

    proptest! {
        #[test]
        fn adds_up_to_one_and_agrees_with_the_general_estimate(spells in any_spells()) {
            let general: Vec<CompetingSpell> = spells
                .iter()
                .map(|s| CompetingSpell { start: f64::from(s.entry), stop: f64::from(s.exit), cause: s.cause })
                .collect();
            let general = cumulative_incidence(&general, 3);
            let counts = CompetingCounts::of(&spells, 3, 30);
            let (survival, incidence) = (counts.of_any_cause().survival(), counts.incidence());
            for (month, survival) in survival.into_iter().enumerate().filter(|(_, s)| !s.is_nan()) {
                let sum: f64 = incidence.iter().map(|curve| curve[month]).sum();
                prop_assert!((survival + sum - 1.0).abs() < 1e-12);
                for (cause, curve) in incidence.iter().enumerate() {
                    prop_assert!((curve[month] - general.at(cause, month as f64)).abs() < 1e-12);
                }
            }
        }

        #[test]
        fn counts_add_up(one in any_spells(), other in any_spells()) {
            let pool: Vec<CompetingMonthSpell> = one.iter().chain(&other).chain(&other).copied().collect();
            let mut sum = CompetingCounts::of(&one, 3, 15);
            sum.add(&CompetingCounts::of(&other, 3, 15), 2);
            prop_assert_eq!(sum, CompetingCounts::of(&pool, 3, 15));
        }
    }
}

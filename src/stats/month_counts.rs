/// One subject under observation in whole months, over (entry, exit].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthSpell {
    /// Months lived before observation began; 0 unless entry was delayed.
    pub entry: u32,
    /// Month in which observation ended. A subject that ends within its first month has lived to month `entry + 1`:
    /// spells with `exit <= entry` were never at risk and are left out.
    pub exit: u32,
    /// Whether it ended with the event (`true`) or was censored.
    pub event: bool,
}

/// Events, censorings and subjects at risk by month: all that a Kaplan-Meier curve needs of a group. The counts of
/// several groups add up to those of the pool, which makes resampling whole groups cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthCounts {
    /// At risk in month 0..=horizon (entry < month <= exit); month 0 tells how many were there from the start.
    pub at_risk: Vec<u32>,
    /// Events in month 0..=horizon; none in month 0.
    pub events: Vec<u32>,
    /// Censorings in month 0..=horizon, after the events; who is still there at the horizon is censored at it.
    pub censored: Vec<u32>,
}

impl MonthCounts {
    /// No subjects, over months 0..=`horizon`.
    #[must_use]
    pub fn none(horizon: u32) -> MonthCounts {
        let zeros = vec![0; horizon as usize + 1];
        MonthCounts { at_risk: zeros.clone(), events: zeros.clone(), censored: zeros }
    }

    /// The counts of `spells` over months 0..=`horizon`. Cost: O(spells + horizon).
    #[must_use]
    pub fn of(spells: &[MonthSpell], horizon: u32) -> MonthCounts {
        let mut counts = MonthCounts::none(horizon);
        // Steps of the number at risk: up in the month after entry, down in the month after exit.
        let mut up = vec![0_u32; horizon as usize + 2];
        let mut down = up.clone();
        for spell in spells.iter().filter(|spell| spell.exit > spell.entry && spell.entry < horizon) {
            let exit = spell.exit.min(horizon) as usize;
            if spell.event && spell.exit <= horizon {
                counts.events[exit] += 1;
            } else {
                counts.censored[exit] += 1;
            }
            counts.at_risk[0] += u32::from(spell.entry == 0);
            up[spell.entry as usize + 1] += 1;
            down[exit + 1] += 1;
        }
        let mut at_risk = 0;
        for month in 1..=horizon as usize {
            at_risk = at_risk + up[month] - down[month];
            counts.at_risk[month] = at_risk;
        }
        counts
    }

    /// The last month, horizon.
    #[must_use]
    pub fn horizon(&self) -> u32 {
        self.at_risk.len() as u32 - 1
    }

    /// The first month with anybody at risk; the month after the horizon if there is none. A share of nothing is none: a curve says
    /// something from the month before on.
    #[must_use]
    pub fn first_at_risk(&self) -> usize {
        self.at_risk.iter().position(|&number| number > 0).unwrap_or(self.at_risk.len())
    }

    /// Adds `times` copies of another group's counts over the same horizon; all together fewer than 2³² subjects. Cost:
    /// O(horizon), in vector steps.
    pub fn add(&mut self, other: &MonthCounts, times: u32) {
        for (sum, part) in [
            (&mut self.at_risk, &other.at_risk),
            (&mut self.events, &other.events),
            (&mut self.censored, &other.censored),
        ] {
            add_times(sum, part, times);
        }
    }

    /// The Kaplan-Meier curve at the end of month 0..=horizon. NaN in the months after the last one with anybody at
    /// risk, unless the curve has come down to 0: there the group says nothing. Cost: O(horizon).
    #[must_use]
    pub fn survival(&self) -> Vec<f64> {
        let mut curve = vec![f64::NAN; self.at_risk.len()];
        survival_into(&self.at_risk, &self.events, &mut curve);
        curve
    }
}

impl core::ops::AddAssign<&MonthCounts> for MonthCounts {
    fn add_assign(&mut self, other: &MonthCounts) {
        self.add(other, 1);
    }
}

pub(super) fn add_times(sum: &mut [u32], part: &[u32], times: u32) {
    // A resample takes most replicates once or twice, and many processors multiply whole numbers one by one.
    match times {
        1 => add_each(sum, part, |part| part),
        2 => add_each(sum, part, |part| part << 1),
        3 => add_each(sum, part, |part| (part << 1).wrapping_add(part)),
        _ => add_each(sum, part, |part| part.wrapping_mul(times)),
    }
}

/// Fewer than 2³² subjects are all that is counted, as [`MonthCounts::add`] says: no sum is too large.
#[inline(always)]
fn add_each(sum: &mut [u32], part: &[u32], times: impl Fn(u32) -> u32) {
    for (sum, part) in sum.iter_mut().zip(part) {
        *sum = sum.wrapping_add(times(*part));
    }
}

pub(super) fn survival_into(at_risk: &[u32], events: &[u32], curve: &mut [f64]) {
    let known = at_risk.iter().rposition(|&n| n > 0).map_or(0, |last| last + 1);
    let mut survival = 1.0;
    for month in 0..known {
        if events[month] > 0 {
            survival *= f64::from(at_risk[month] - events[month]) / f64::from(at_risk[month]);
        }
        curve[month] = survival;
    }
    let beyond = if known > 0 && survival == 0.0 { 0.0 } else { f64::NAN };
    curve[known..].fill(beyond);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Spell, kaplan_meier};
    use proptest::prelude::*;

    fn spell(entry: u32, exit: u32, event: bool) -> MonthSpell {
        MonthSpell { entry, exit, event }
    }

    #[test]
    fn counts_are_added_as_often_as_it_is_said() {
        let part = [0, 1, 7, 100_000];
        for times in 0..9 {
            let mut sum = [5; 4];
            add_times(&mut sum, &part, times);
            assert_eq!(sum, part.map(|part| 5 + times * part), "{times}");
        }
    }

    #[test]
    fn by_hand() {
        let counts = MonthCounts::of(&[spell(0, 2, true), spell(0, 3, false), spell(1, 9, true), spell(2, 2, true)], 4);
        assert_eq!(counts.at_risk, [2, 2, 3, 2, 1]);
        assert_eq!(counts.events, [0, 0, 1, 0, 0]);
        assert_eq!(counts.censored, [0, 0, 0, 1, 1]);
        assert_eq!(counts.survival(), [1.0, 1.0, 2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0]);
        assert_eq!(counts.horizon(), 4);
    }

    #[test]
    fn silent_after_the_last_at_risk() {
        assert!(MonthCounts::none(3).survival().iter().all(|s| s.is_nan()));
        let left = MonthCounts::of(&[spell(0, 1, false)], 3).survival();
        assert!(left[1] == 1.0 && left[2].is_nan());
        assert_eq!(MonthCounts::of(&[spell(0, 1, true)], 3).survival(), [1.0, 0.0, 0.0, 0.0]);
    }

    fn any_spells() -> impl Strategy<Value = Vec<MonthSpell>> {
        let spell = (0_u32..8, 0_u32..20, any::<bool>()).prop_map(|(entry, length, event)| MonthSpell {
            entry,
            exit: entry + length,
            event,
        });
        prop::collection::vec(spell, 0..40)
    }

    proptest! {
        #[test]
        fn agrees_with_the_general_estimate(spells in any_spells()) {
            let general: Vec<Spell> = spells
                .iter()
                .map(|s| Spell { start: f64::from(s.entry), stop: f64::from(s.exit), event: s.event })
                .collect();
            let general = kaplan_meier(&general, 0.95);
            for (month, survival) in MonthCounts::of(&spells, 30).survival().into_iter().enumerate() {
                prop_assert!(survival.is_nan() || (survival - general.at(month as f64)).abs() < 1e-12);
            }
        }

        #[test]
        fn counts_add_up(one in any_spells(), other in any_spells()) {
            let pool: Vec<MonthSpell> = one.iter().chain(&other).chain(&other).copied().collect();
            let mut sum = MonthCounts::of(&one, 15);
            sum.add(&MonthCounts::of(&other, 15), 2);
            prop_assert_eq!(sum, MonthCounts::of(&pool, 15));
        }
    }
}

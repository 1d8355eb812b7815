use super::{MonthCounts, Spell};

/// What has become of a group by one time: a column of the table below a survival curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtRiskRow {
    /// The time.
    pub time: f64,
    /// Subjects at risk just before the time: entered before it, not left before it. At 0, those there from the start.
    pub at_risk: u64,
    /// Events up to and at the time.
    pub events_so_far: u64,
    /// Censorings up to and at the time.
    pub censored_so_far: u64,
}

/// Who is at risk at each of `times` (in any order), and who has left by then: the table below a Kaplan-Meier curve
/// (Pocock, Clayton and Altman 2002, Lancet 359).
///
/// As `summary(survfit(...), times)` in R, with events summed up; lifelines' `add_at_risk_counts` tells who is left just
/// after the time. With delayed entry the three need not add up to all subjects. Spells with `stop <= start` (or NaN)
/// are left out. Cost: sorting, O(n log n), then O(log n) per time.
///
/// An oracle: tests hold it against R, and [`at_risk_table_months`] against it where both speak of the same; no command calls it.
#[must_use]
pub fn at_risk_table(spells: &[Spell], times: &[f64]) -> Vec<AtRiskRow> {
    let (mut starts, mut events, mut censorings) = (vec![], vec![], vec![]);
    for spell in spells.iter().filter(|spell| spell.stop > spell.start) {
        starts.push(spell.start);
        if spell.event { events.push(spell.stop) } else { censorings.push(spell.stop) }
    }
    for sorted in [&mut starts, &mut events, &mut censorings] {
        sorted.sort_unstable_by(f64::total_cmp);
    }
    let before = |sorted: &[f64], time: f64| sorted.partition_point(|&t| t < time) as u64;
    let up_to = |sorted: &[f64], time: f64| sorted.partition_point(|&t| t <= time) as u64;
    let row = |&time: &f64| {
        let entered = if time == 0.0 { up_to(&starts, time) } else { before(&starts, time) };
        AtRiskRow {
            time,
            at_risk: entered - before(&events, time) - before(&censorings, time),
            events_so_far: up_to(&events, time),
            censored_so_far: up_to(&censorings, time),
        }
    };
    times.iter().map(row).collect()
}

/// The same from monthly counts. Beyond the horizon nobody is at risk. Cost: O(months) per month asked for.
#[must_use]
pub fn at_risk_table_months(counts: &MonthCounts, months: &[u32]) -> Vec<AtRiskRow> {
    let row = |&month: &u32| {
        let so_far = |by_month: &[u32]| by_month.iter().take(month as usize + 1).map(|&n| u64::from(n)).sum();
        AtRiskRow {
            time: f64::from(month),
            at_risk: counts.at_risk.get(month as usize).map_or(0, |&n| u64::from(n)),
            events_so_far: so_far(&counts.events),
            censored_so_far: so_far(&counts.censored),
        }
    };
    months.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::MonthSpell;
    use crate::stats::reference::{groups, reference};
    use proptest::prelude::*;

    /// Oracle: R 4.2.2, survival 3.5-3, `summary(survfit(...), times)`, and `sum(start < t & t <= stop)` where entry is
    /// delayed; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["lung", "veteran", "waltons", "heart"] {
            for (g, spells) in groups(data).iter().enumerate() {
                let expected = |statistic| reference(data, statistic).into_iter().filter(move |r| r.group == g + 1);
                let times: Vec<f64> = expected("at_risk").map(|r| r.time).collect();
                let table = at_risk_table(spells, &times);
                let check = |statistic, found: fn(&AtRiskRow) -> u64| {
                    let values: Vec<f64> = expected(statistic).map(|r| r.value).collect();
                    assert_eq!(table.iter().map(|r| found(r) as f64).collect::<Vec<_>>(), values, "{data} {statistic}");
                };
                check("at_risk", |r| r.at_risk);
                check("events", |r| r.events_so_far);
                check("censored", |r| r.censored_so_far);
            }
        }
    }

    #[test]
    fn of_nothing_and_at_the_ends() {
        let nobody = AtRiskRow { time: 3.0, at_risk: 0, events_so_far: 0, censored_so_far: 0 };
        assert_eq!(at_risk_table(&[], &[3.0]), [nobody]);
        assert_eq!(at_risk_table_months(&MonthCounts::none(1), &[3]), [nobody]);
        let one = [Spell { start: 0.0, stop: 2.0, event: true }];
        let told: Vec<(u64, u64)> =
            at_risk_table(&one, &[5.0, 0.0, 2.0, -1.0]).iter().map(|r| (r.at_risk, r.events_so_far)).collect();
        assert_eq!(told, [(0, 1), (1, 0), (1, 1), (0, 0)]);
    }

    proptest! {
        #[test]
        fn by_months_it_is_the_same(drawn in prop::collection::vec((0_u32..8, 0_u32..12, any::<bool>()), 0..40)) {
            let months: Vec<MonthSpell> =
                drawn.iter().map(|&(entry, n, event)| MonthSpell { entry, exit: entry + n, event }).collect();
            let spells: Vec<Spell> = months
                .iter()
                .map(|s| Spell { start: f64::from(s.entry), stop: f64::from(s.exit), event: s.event })
                .collect();
            let asked: Vec<u32> = (0..25).collect();
            let times: Vec<f64> = asked.iter().map(|&m| f64::from(m)).collect();
            let by_months = at_risk_table_months(&MonthCounts::of(&months, 20), &asked);
            prop_assert_eq!(by_months, at_risk_table(&spells, &times));
        }
    }
}

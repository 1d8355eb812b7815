//! Oracle: R 4.2.2, survival 3.5-3, `survdiff` and `coxph(..., ties = "exact")$score`; see `test_data/README.md`.

use super::*;
use crate::stats::reference::{close, groups, reference};
use crate::stats::{MonthCounts, MonthSpell, log_rank_months};
use proptest::prelude::*;

fn test(groups: &[Vec<Spell>]) -> Option<LogRank> {
    log_rank(&groups.iter().map(Vec::as_slice).collect::<Vec<&[Spell]>>())
}

#[test]
fn agrees_with_r() {
    for data in ["lung", "veteran", "waltons"] {
        let found = test(&groups(data)).unwrap();
        let expected = &reference(data, "log_rank")[0];
        assert!(close(found.chi_squared, expected.value, 1e-11), "{data}: {found:?}");
        assert_eq!(f64::from(found.degrees_of_freedom), expected.time, "{data}");
        assert!(close(found.p_value, reference(data, "log_rank_p")[0].value, 1e-10), "{data}: {found:?}");
        for (statistic, found) in [("log_rank_observed", &found.observed), ("log_rank_expected", &found.expected)] {
            let expected = reference(data, statistic);
            assert_eq!(found.len(), expected.len());
            assert!(expected.iter().all(|r| close(found[r.group - 1], r.value, 1e-11)), "{data} {statistic}");
        }
    }
}

#[test]
fn with_delayed_entry_it_is_the_score_test() {
    for data in ["heart", "lung", "veteran"] {
        let found = test(&groups(data)).unwrap();
        let expected = &reference(data, "score")[0];
        assert!(close(found.chi_squared, expected.value, 1e-9), "{data}: {found:?}");
    }
}

fn spell(start: u8, stop: u8, event: bool) -> Spell {
    Spell { start: f64::from(start), stop: f64::from(stop), event }
}

#[test]
fn what_cannot_be_told_apart() {
    assert_eq!(log_rank(&[]), None);
    let some = [spell(0, 1, true), spell(0, 2, false), spell(0, 3, true)];
    assert_eq!(log_rank(&[&some]), None);
    assert_eq!(log_rank(&[&some, &[]]), None);
    assert_eq!(log_rank(&[&[spell(0, 1, false)], &[spell(0, 2, false)]]), None, "no events");
    assert_eq!(log_rank(&[&some, &[spell(4, 5, true)]]), None, "never at risk together");
    // All at once: the variance is 0, whoever they are.
    assert_eq!(log_rank(&[&[spell(0, 1, true)], &[spell(0, 1, true)]]), None);
    // The empty group, and the one that comes when the others are gone, cost no degree of freedom.
    let other = [spell(0, 1, true), spell(0, 1, true)];
    let two = log_rank(&[&some, &other]).unwrap();
    let four = log_rank(&[&some, &[], &other, &[spell(4, 5, true), spell(4, 6, true)]]).unwrap();
    assert_eq!((two.degrees_of_freedom, four.degrees_of_freedom), (1, 1));
    assert!(close(four.chi_squared, two.chi_squared, 1e-12));
    assert!(close(four.expected.iter().sum(), 6.0, 1e-12));
}

pub fn months() -> impl Strategy<Value = Vec<MonthSpell>> {
    let spell = (0_u32..6, 0_u32..12, any::<bool>()).prop_map(|(entry, length, event)| MonthSpell {
        entry,
        exit: entry + length,
        event,
    });
    prop::collection::vec(spell, 0..40)
}

pub fn general(spells: &[MonthSpell]) -> Vec<Spell> {
    let spell = |s: &MonthSpell| Spell { start: f64::from(s.entry), stop: f64::from(s.exit), event: s.event };
    spells.iter().map(spell).collect()
}

fn same(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9 * (1.0 + one),
        (one, other) => one == other,
    }
}

proptest! {
    #[test]
    fn order_of_groups_does_not_matter(a in months(), b in months(), c in months()) {
        let (a, b, c) = (general(&a), general(&b), general(&c));
        let chi_squared = |groups: &[&[Spell]]| log_rank(groups).map(|t| t.chi_squared);
        prop_assert!(same(chi_squared(&[&a, &b]), chi_squared(&[&b, &a])));
        prop_assert!(same(chi_squared(&[&a, &b, &c]), chi_squared(&[&c, &a, &b])));
    }

    #[test]
    fn the_same_twice_is_no_difference(a in months()) {
        let a = general(&a);
        if let Some(test) = log_rank(&[&a, &a, &a]) {
            prop_assert!(test.chi_squared < 1e-9 && test.p_value > 0.999 && test.degrees_of_freedom == 2);
        }
    }

    #[test]
    fn expected_add_up_to_observed(a in months(), b in months()) {
        if let Some(test) = log_rank(&[&general(&a), &general(&b)]) {
            prop_assert!((test.observed.iter().sum::<f64>() - test.expected.iter().sum::<f64>()).abs() < 1e-9);
            prop_assert!(test.chi_squared >= 0.0 && (0.0..=1.0).contains(&test.p_value));
        }
    }

    #[test]
    fn by_months_it_is_the_same(a in months(), b in months(), more in 0_u32..5) {
        let z = log_rank_months(&MonthCounts::of(&a, 20), &MonthCounts::of(&b, 20 + more));
        let test = log_rank(&[&general(&a), &general(&b)]);
        prop_assert!(same(test.as_ref().map(|t| t.chi_squared), z.map(|z| z * z)));
        if let (Some(test), Some(z)) = (test, z) {
            prop_assert!(z.abs() < 1e-6 || (z > 0.0) == (test.observed[0] > test.expected[0]));
        }
    }
}

//! Oracle: R 4.2.2, survival 3.5-3, `survfit(Surv(start, stop, state) ~ 1, id = id)$pstate`; see `test_data/README.md`.

use super::*;
use crate::stats::reference::{reference, subjects};
use crate::stats::{Spell, kaplan_meier};
use proptest::prelude::*;

#[test]
fn agrees_with_r() {
    for data in ["pbc", "pbc_age"] {
        let spells: Vec<CompetingSpell> = subjects(data)
            .iter()
            .map(|s| CompetingSpell { start: s.start, stop: s.stop, cause: s.cause.checked_sub(1) })
            .collect();
        let found = cumulative_incidence(&spells, 2);
        for r in reference(data, "state") {
            let found = if r.group == 0 { found.survival(r.time) } else { found.at(r.group - 1, r.time) };
            assert!((found - r.value).abs() < 1e-12, "{data} state {} at {}: {found} for {}", r.group, r.time, r.value);
        }
    }
}

/// By hand: at 1 one of four leaves by cause 0; at 2 of three one leaves by each cause, another is censored after them.
#[test]
fn by_hand() {
    let spell = |stop, cause| CompetingSpell { start: 0.0, stop, cause };
    let late = CompetingSpell { start: 3.0, stop: 3.0, cause: Some(1) };
    let found = cumulative_incidence(
        &[spell(2.0, Some(1)), spell(1.0, Some(0)), spell(2.0, None), spell(2.0, Some(0)), late],
        3,
    );
    assert_eq!(found.rows.len(), 2);
    assert_eq!(found.rows[0].incidence, [0.25, 0.0, 0.0]);
    assert_eq!((found.rows[1].at_risk, found.rows[1].censored), (3, 1));
    assert_eq!(found.rows[1].events, [1, 1, 0]);
    assert_eq!((found.at(0, 2.0), found.at(1, 9.0), found.survival(2.0)), (0.5, 0.25, 0.25));
    assert_eq!((found.at(0, 0.5), found.survival(0.5)), (0.0, 1.0));
    assert_eq!(cumulative_incidence(&[], 2).survival(7.0), 1.0);
}

proptest! {
    #[test]
    fn adds_up_to_one_and_survival_is_kaplan_meier(
        drawn in prop::collection::vec((0_u8..8, 0_u8..15, prop::option::of(0_usize..3)), 0..50),
    ) {
        let spells: Vec<CompetingSpell> = drawn
            .iter()
            .map(|&(start, length, cause)| CompetingSpell {
                start: f64::from(start),
                stop: f64::from(start) + f64::from(length),
                cause,
            })
            .collect();
        let any: Vec<Spell> =
            spells.iter().map(|s| Spell { start: s.start, stop: s.stop, event: s.cause.is_some() }).collect();
        let (found, curve) = (cumulative_incidence(&spells, 3), kaplan_meier(&any, 0.95));
        prop_assert_eq!(found.rows.len(), curve.rows.len());
        let mut last = vec![0.0; 3];
        for (row, general) in found.rows.iter().zip(&curve.rows) {
            prop_assert!((row.survival + row.incidence.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!((row.survival - general.survival).abs() < 1e-12);
            prop_assert_eq!((row.time, row.at_risk, row.censored), (general.time, general.at_risk, general.censored));
            prop_assert!(row.incidence.iter().zip(&last).all(|(now, before)| now >= before));
            last.clone_from(&row.incidence);
        }
    }
}

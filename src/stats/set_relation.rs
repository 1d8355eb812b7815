use super::TruthTableRow;

/// How well cases agree with the claim that one set of them (with a condition, or on a path) lies within another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SetRelation {
    /// Share of the cases of the inner set that are in the outer one, 0..1; `None` if the inner set is empty.
    pub consistency: Option<f64>,
    /// Share of the cases of the outer set that are in the inner one, 0..1; `None` if the outer set is empty.
    pub coverage: Option<f64>,
}

/// How far the presence, or the absence, of a single condition is necessary and sufficient for the outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SingleCondition {
    /// The number of the condition, from 0.
    pub condition: u32,
    /// Whether its presence is meant, or its absence.
    pub present: bool,
    /// As a necessary condition: consistency is n(X and Y) / n(Y), coverage n(X and Y) / n(X), where X are the cases
    /// with the condition so and Y those with the outcome. A high consistency with a low coverage is a trivial
    /// necessity.
    pub necessity: SetRelation,
    /// As a sufficient condition: consistency is n(X and Y) / n(X), coverage n(X and Y) / n(Y).
    pub sufficiency: SetRelation,
}

impl SetRelation {
    /// The relation of `both` cases in either set to `inner` cases of the one and `outer` cases of the other.
    pub(super) fn new(both: u64, inner: u64, outer: u64) -> Self {
        let share = |of: u64| (of > 0).then(|| both as f64 / of as f64);
        SetRelation { consistency: share(inner), coverage: share(outer) }
    }
}

/// Each of the first `conditions` conditions on its own, its presence before its absence (Ragin 2006, Political
/// Analysis 14; 2008, Redesigning Social Inquiry, chapter 3), as `pof` of R's package QCA tells with `relation =
/// "necessity"` and `"sufficiency"`. Of all rows of a truth table, consistent or not. Cost: O(conditions rows).
#[must_use]
pub fn single_conditions(rows: &[TruthTableRow], conditions: u32) -> Vec<SingleCondition> {
    let with_outcome: u64 = rows.iter().map(|row| row.with_outcome).sum();
    let single = |condition: u32, present: bool| {
        let so = |row: &&TruthTableRow| (row.configuration >> condition & 1 == 1) == present;
        let cases: u64 = rows.iter().filter(so).map(|row| row.cases).sum();
        let both: u64 = rows.iter().filter(so).map(|row| row.with_outcome).sum();
        SingleCondition {
            condition,
            present,
            necessity: SetRelation::new(both, with_outcome, cases),
            sufficiency: SetRelation::new(both, cases, with_outcome),
        }
    };
    (0..conditions).flat_map(|condition| [single(condition, true), single(condition, false)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::configurations;

    /// Oracle: R package QCA, `pof(x, WNP)`, `pof(1 - x, WNP)` and `pof(x, WNP, relation = "suf")` of `d.represent`, to
    /// the three digits that it prints; see `test_data/README.md`.
    #[test]
    fn agrees_with_the_package_qca() {
        let found = single_conditions(&configurations("krook"), 5);
        let near = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() <= 0.000_5;
        for (condition, necessity) in [
            [(0.818, 0.692), (0.182, 0.222)],
            [(0.727, 0.500), (0.273, 0.500)],
            [(0.455, 1.000), (0.545, 0.353)],
            [(0.727, 0.571), (0.273, 0.375)],
            [(0.727, 0.889), (0.273, 0.231)],
        ]
        .iter()
        .enumerate()
        {
            for (place, (consistency, coverage)) in necessity.iter().enumerate() {
                let single = &found[2 * condition + place];
                assert_eq!((single.condition, single.present), (condition as u32, place == 0));
                assert!(near(single.necessity.consistency, *consistency), "{single:?}");
                assert!(near(single.necessity.coverage, *coverage), "{single:?}");
            }
        }
        let sufficiency = [(0.692, 0.818), (0.500, 0.727), (1.000, 0.455), (0.571, 0.727), (0.889, 0.727)];
        for (condition, (consistency, coverage)) in sufficiency.into_iter().enumerate() {
            let single = &found[2 * condition];
            assert!(near(single.sufficiency.consistency, consistency), "{single:?}");
            assert!(near(single.sufficiency.coverage, coverage), "{single:?}");
        }
    }

    #[test]
    fn of_empty_sets() {
        let never = TruthTableRow { configuration: 1, cases: 4, with_outcome: 0 };
        let found = single_conditions(&[never], 1);
        assert_eq!(found[0].sufficiency, SetRelation { consistency: Some(0.0), coverage: None });
        assert_eq!(found[1].sufficiency, SetRelation { consistency: None, coverage: None });
        assert_eq!(found[0].necessity, SetRelation { consistency: None, coverage: Some(0.0) });
        assert!(single_conditions(&[], 0).is_empty());
    }
}

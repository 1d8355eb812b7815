use super::suite::{CellValues, Term};
use super::{Configurations, Verdict};
use crate::stats::{Implicant, SetRelation, minimise, quantile_of_sorted, single_conditions, truth_table};
use serde::{Deserialize, Serialize};

/// A condition without which the outcome hardly ever comes is called necessary from this consistency on (Ragin 2006).
const NECESSARY: f64 = 0.9;
/// A condition, or a combination, with which it nearly always comes is called sufficient from this consistency on (Ragin
/// 2008: 0.75 at least; 0.8 is usual).
const SUFFICIENT: f64 = 0.8;
/// A combination is looked at if so many runs have it.
const LEAST: u64 = 2;

/// What came of all combinations of some conditions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedConfigurations {
    /// The value above which the outcome is there.
    pub threshold: f64,
    /// The combinations, in the order of their conditions.
    pub rows: Vec<ConfigurationRow>,
    /// Every condition alone, present and absent.
    pub conditions: Vec<ConditionRole>,
    /// The ways to the outcome that are left when the table is minimised.
    pub paths: Vec<SolutionPath>,
    /// Share of the runs on any path that have the outcome; 0 without paths.
    pub solution_consistency: f64,
    /// Share of the runs with the outcome that are on any path.
    pub solution_coverage: f64,
    /// How many solutions of as few paths there are.
    pub solutions: u64,
}

/// A combination of conditions: a row of the truth table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConfigurationRow {
    /// Conditions that are present, and that are absent.
    pub present: Vec<String>,
    /// Conditions that are absent.
    pub absent: Vec<String>,
    /// Runs.
    pub runs: u64,
    /// Of these, runs with the outcome.
    pub with_outcome: u64,
    /// Share of runs that have the outcome.
    pub consistency: f64,
}

/// How far a condition alone is necessary and sufficient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConditionRole {
    /// Its name.
    pub name: String,
    /// Whether its presence is meant, or its absence.
    pub present: bool,
    /// Share of the runs with the outcome that have it.
    pub necessity: f64,
    /// Share of the runs that have it in which the outcome is there.
    pub sufficiency: f64,
}

/// One way to the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SolutionPath {
    /// Conditions that must be present.
    pub present: Vec<String>,
    /// Conditions that must be absent.
    pub absent: Vec<String>,
    /// Share of its runs that have the outcome.
    pub consistency: f64,
    /// Share of the runs with the outcome that are on it.
    pub coverage: f64,
    /// Share of the runs with the outcome that are on it alone.
    pub unique_coverage: f64,
}

impl JudgedConfigurations {
    /// Whether some condition is necessary for the outcome: it hardly ever comes without.
    #[must_use]
    pub fn is_any_necessary(&self) -> bool {
        self.conditions.iter().any(|condition| condition.necessity >= NECESSARY)
    }

    /// Whether some condition alone is sufficient.
    #[must_use]
    pub fn is_any_sufficient(&self) -> bool {
        self.conditions.iter().any(|condition| condition.sufficiency >= SUFFICIENT)
    }

    /// As reported if several combinations are sufficient and no condition alone is necessary or sufficient; in part if
    /// one of the two holds.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let several = self.paths.len() >= 2;
        let none_alone = !self.is_any_necessary() && !self.is_any_sufficient();
        match (several, none_alone) {
            (true, true) => Verdict::AsReported,
            (false, false) => Verdict::Not,
            _ => Verdict::InPart,
        }
    }
}

/// What came of all combinations: those of `terms`, bit c of whose place says whether condition c is present.
pub(super) fn judge_configurations(
    asked: &Configurations,
    terms: &[Term],
    values: &[CellValues],
) -> JudgedConfigurations {
    let runs: Vec<(u32, f64)> = terms
        .iter()
        .zip(0_u32..)
        .flat_map(|(term, combination)| values[term.cell].iter().map(move |run| (combination, run[term.quantity])))
        .filter(|(_, value)| !value.is_nan())
        .collect();
    let mut sorted: Vec<f64> = runs.iter().map(|run| run.1).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let threshold = quantile_of_sorted(&sorted, asked.quantile).unwrap_or(f64::MAX);
    let cases: Vec<(u32, bool)> = runs.iter().map(|&(combination, value)| (combination, value > threshold)).collect();

    let conditions = asked.conditions.len() as u32;
    let rows = truth_table(&cases, conditions);
    let named = |bits: u32| -> Vec<String> {
        let all = asked.conditions.iter().zip(0_u32..);
        all.filter(|(_, c)| bits >> c & 1 == 1).map(|(condition, _)| condition.name.clone()).collect()
    };
    let everything = (1_u32 << conditions) - 1;
    let solution = minimise(&rows, conditions, SUFFICIENT, LEAST);
    let path = |implicant: &Implicant, relation: &SetRelation, unique: Option<f64>| SolutionPath {
        present: named(implicant.present),
        absent: named(implicant.absent),
        consistency: relation.consistency.unwrap_or(0.0),
        coverage: relation.coverage.unwrap_or(0.0),
        unique_coverage: unique.unwrap_or(0.0),
    };
    JudgedConfigurations {
        threshold,
        rows: rows
            .iter()
            .map(|row| ConfigurationRow {
                present: named(row.configuration),
                absent: named(everything & !row.configuration),
                runs: row.cases,
                with_outcome: row.with_outcome,
                consistency: row.consistency().unwrap_or(0.0),
            })
            .collect(),
        conditions: single_conditions(&rows, conditions)
            .iter()
            .map(|single| ConditionRole {
                name: asked.conditions[single.condition as usize].name.clone(),
                present: single.present,
                necessity: single.necessity.consistency.unwrap_or(0.0),
                sufficiency: single.sufficiency.consistency.unwrap_or(0.0),
            })
            .collect(),
        paths: solution.paths.iter().map(|p| path(&p.implicant, &p.sufficiency, p.unique_coverage)).collect(),
        solution_consistency: solution.sufficiency.consistency.unwrap_or(0.0),
        solution_coverage: solution.sufficiency.coverage.unwrap_or(0.0),
        solutions: solution.solutions,
    }
}

#[cfg(test)]
mod tests {
    use super::judge_configurations;
    use crate::evidence::suite::Term;
    use crate::evidence::{Configurations, Verdict};

    fn asked(conditions: usize) -> Configurations {
        let list: String = (0..conditions)
            .map(|c| format!("[[condition]]\nname = \"{}\"\npresent = {{}}\nabsent = {{}}\n", ["a", "b", "c", "d"][c]))
            .collect();
        toml::from_str(&format!("of = {{ metric = \"agency\" }}\nquantile = 0.45\n{list}")).unwrap()
    }

    /// Ten runs of each combination; `outcome` says how many of them score.
    fn judged(conditions: usize, outcome: impl Fn(u32) -> u32) -> super::JudgedConfigurations {
        let all = 0..1_u32 << conditions;
        let terms: Vec<Term> = all.clone().map(|c| Term { cell: c as usize, quantity: 0, weight: 1.0 }).collect();
        let run = |c: u32| (0..10).map(|i| vec![f64::from(u8::from(i < outcome(c)))]).collect();
        let values: Vec<Vec<Vec<f64>>> = all.map(run).collect();
        judge_configurations(&asked(conditions), &terms, &values)
    }

    #[test]
    fn two_ways_and_no_single_one_are_equifinality() {
        // a and b, or c and d, nine times of ten.
        let found = judged(4, |c| if c & 3 == 3 || c & 12 == 12 { 9 } else { 0 });
        let paths: Vec<Vec<String>> = found.paths.iter().map(|path| path.present.clone()).collect();
        assert_eq!(paths, [["a", "b"], ["c", "d"]]);
        assert!(found.paths.iter().all(|path| path.absent.is_empty() && (path.consistency - 0.9).abs() < 1e-12));
        assert!(!found.is_any_necessary() && !found.is_any_sufficient());
        assert_eq!((found.verdict(), found.solution_coverage), (Verdict::AsReported, 1.0));
    }

    #[test]
    fn a_condition_that_decides_alone_is_none() {
        let found = judged(2, |c| if c & 1 == 1 { 10 } else { 0 });
        assert!(found.is_any_necessary() && found.is_any_sufficient());
        assert_eq!((found.paths.len(), found.verdict()), (1, Verdict::Not));
    }
}

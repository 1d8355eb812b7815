use super::configurations::judge_configurations;
use super::effect::Standing;
use super::suite::{CellValues, Planned, test_values};
use super::{Deciding, Expect, Judged, OverSets, ParameterSet, Robustness, Suite, TestEffect, Verdict};
use crate::scenario::Parameters;
use crate::stats::{chi_squared_p_value, kolmogorov_smirnov, quantile_of_sorted, share_interval, spearman};
use std::collections::BTreeMap;

/// The values of all cells of a suite at one set of parameters; those of cells that were not run are empty.
pub type SetValues = Vec<CellValues>;

/// Parameters are told apart only if each side, holding and not holding, has so many sets.
const FEWEST: usize = 10;
/// Draws of two parameters that are so correlated cannot be told apart: a Sobol' sample of many dimensions and few points
/// has some such pairs (Joe and Kuo 2008, SIAM Journal on Scientific Computing 30).
const ALIKE: f64 = 0.2;
/// At most so many parameters are named.
const NAMED: usize = 3;

/// How every finding of `suite` fares over `sets`, whose values are `values`; nothing for findings that are not tested. A
/// set that could not be run is `None`.
#[must_use]
pub fn robustness(suite: &Suite, sets: &[ParameterSet], values: &[Option<SetValues>]) -> Vec<Option<Robustness>> {
    let mut all: Vec<Option<Robustness>> = suite.findings.iter().map(|planned| one(planned, sets, values)).collect();
    // The same few parameters come up in many findings.
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in all.iter_mut().flatten().flat_map(|robust| robust.deciding.iter_mut().chain(&mut robust.sizing)) {
        row.alike = known.entry(row.parameter.clone()).or_insert_with(|| alike(sets, &row.parameter)).clone();
    }
    all
}

/// What `sets`, of which these are the values, make of each test of each finding.
pub fn judge_over_sets(suite: &Suite, values: &[Option<SetValues>], findings: &mut [Judged]) {
    for (planned, judged) in suite.findings.iter().zip(findings) {
        for (plan, test) in planned.tests.iter().zip(&mut judged.tests) {
            let of_set = |values: &SetValues| test_values(&plan.with, plan.against, values).collect();
            let sets: Vec<Vec<f64>> = values.iter().flatten().map(of_set).collect();
            test.over_sets = OverSets::of((test.expect, test.margin, test.spread), &sets);
        }
    }
}

/// What a finding comes to in one set.
#[derive(Clone, Copy)]
struct InSet {
    holds: bool,
    /// Main effect.
    effect: f64,
    standing: Standing,
}

fn one(planned: &Planned, sets: &[ParameterSet], values: &[Option<SetValues>]) -> Option<Robustness> {
    if planned.tests.is_empty() && planned.combinations.is_empty() {
        return None;
    }
    let (used, found): (Vec<&ParameterSet>, Vec<InSet>) =
        sets.iter().zip(values).filter_map(|(set, values)| Some((set, in_set(planned, values.as_ref()?)?))).unzip();
    let n = found.len();
    if n == 0 {
        return None;
    }
    let share = |holds: &dyn Fn(&InSet) -> bool| found.iter().filter(|set| holds(set)).count() as f64 / n as f64;
    let holding = found.iter().filter(|set| set.holds).count() as u64;
    let (low, high) = share_interval(holding, n as u64)?;
    let mut effects: Vec<f64> = found.iter().map(|set| set.effect).collect();
    effects.sort_unstable_by(f64::total_cmp);
    let sign = planned.finding.tests.first().map_or(1.0, |test| test.expect.sign());
    Some(Robustness {
        sets: n as u64,
        holds: share(&|set| set.holds),
        interval: [low, high],
        clearly: share(&|set| set.standing == Standing::AsExpected),
        against: share(&|set| set.standing == Standing::Opposite),
        effects: [0.05, 0.5, 0.95].map(|level| quantile_of_sorted(&effects, level).unwrap_or(0.0)),
        deciding: deciding(&used, &found),
        sizing: sizing(&used, &found, sign),
    })
}

fn in_set(planned: &Planned, values: &SetValues) -> Option<InSet> {
    if let Some(asked) = &planned.finding.configurations {
        let judged = judge_configurations(asked, &planned.combinations, values);
        let holds = judged.verdict() == Verdict::AsReported;
        let standing = if holds { Standing::AsExpected } else { Standing::Open };
        return Some(InSet { holds, effect: judged.solution_coverage, standing });
    }
    let effects = planned.finding.tests.iter().zip(&planned.tests).map(|(test, plan)| {
        let margin = test.margin.unwrap_or(0.0);
        let values = test_values(&plan.with, plan.against, values);
        (test.expect, margin, TestEffect::of(values, test.expect, margin))
    });
    let effects: Vec<(Expect, f64, TestEffect)> = effects.collect();
    let (expect, margin, main) = effects.first()?;
    if effects.iter().any(|(.., effect)| effect.n == 0) {
        return None;
    }
    Some(InSet {
        holds: effects.iter().all(|(expect, margin, effect)| expect.is_met(effect.mean, *margin)),
        effect: main.mean,
        standing: main.stands(*expect, *margin),
    })
}

/// Parameters whose values in sets in which a finding holds differ from those in which it does not: Monte Carlo filtering
/// (Hornberger and Spear 1981; Saltelli and others 2008, Global Sensitivity Analysis, section 5.1).
fn deciding(sets: &[&ParameterSet], found: &[InSet]) -> Vec<Deciding> {
    let side = |holds: bool, i: usize| -> Vec<f64> {
        let chosen = sets.iter().zip(found).filter(|(_, set)| set.holds == holds);
        chosen.map(|(set, _)| set.values[i]).collect()
    };
    let misses = found.iter().filter(|set| !set.holds).count();
    if misses < FEWEST || found.len() - misses < FEWEST {
        return Vec::new();
    }
    strongest(|i| {
        let (with, without) = (side(true, i), side(false, i));
        let test = kolmogorov_smirnov(&with, &without)?;
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        Some((test.distance * if mean(&with) >= mean(&without) { 1.0 } else { -1.0 }, test.p_value))
    })
}

/// Parameters that go with the size of the main effect, counted in the expected direction.
fn sizing(sets: &[&ParameterSet], found: &[InSet], sign: f64) -> Vec<Deciding> {
    let effects: Vec<f64> = found.iter().map(|set| sign * set.effect).collect();
    let n = effects.len() as f64;
    if found.len() < 2 * FEWEST {
        return Vec::new();
    }
    strongest(|i| {
        let values: Vec<f64> = sets.iter().map(|set| set.values[i]).collect();
        let rho = spearman(&values, &effects)?;
        // Without relation rho times the root of n - 1 is nearly normal (Kendall and Gibbons 1990, Rank Correlation Methods).
        Some((rho, chi_squared_p_value(rho * rho * (n - 1.0), 1)))
    })
}

/// The strongest parameters by what `of` says of each (strength, p-value), of those beyond chance after Bonferroni.
fn strongest(of: impl Fn(usize) -> Option<(f64, f64)>) -> Vec<Deciding> {
    let of_all: Vec<(usize, (f64, f64))> = (0..Parameters::TABLE.len()).filter_map(|i| Some((i, of(i)?))).collect();
    let number = of_all.len().max(Parameters::MECHANISMS.len());
    let mut all: Vec<Deciding> = of_all
        .into_iter()
        .filter_map(|(i, (strength, p_value))| {
            let p_value = (p_value * number as f64).min(1.0);
            let parameter = Parameters::TABLE[i].name.to_owned();
            (p_value < 0.05).then_some(Deciding { parameter, alike: Vec::new(), strength, p_value })
        })
        .collect();
    all.sort_by(|a, b| b.strength.abs().total_cmp(&a.strength.abs()));
    all.truncate(NAMED);
    all
}

/// Parameters whose draws go with those of this one.
fn alike(sets: &[ParameterSet], parameter: &str) -> Vec<String> {
    let draws = |i: usize| -> Vec<f64> { sets.iter().map(|set| set.values[i]).collect() };
    let Some(own) = Parameters::TABLE.iter().position(|row| row.name == parameter).map(draws) else {
        return Vec::new();
    };
    let goes = |i: &usize| {
        let row = &Parameters::TABLE[*i];
        row.name != parameter && spearman(&own, &draws(*i)).is_some_and(|rho| rho.abs() >= ALIKE)
    };
    (0..Parameters::TABLE.len()).filter(goes).map(|i| Parameters::TABLE[i].name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{deciding, sizing};
    use crate::evidence::effect::Standing;
    use crate::evidence::{ParameterSet, parameter_sets};
    use crate::scenario::Parameters;

    /// A low-discrepancy sequence that is good enough here: multiples of the square roots of primes.
    fn sets(number: usize) -> Vec<ParameterSet> {
        let n = Parameters::TABLE.len();
        let root = |i: usize| ((i * i + i + 41) as f64).sqrt();
        let points: Vec<Vec<f64>> =
            (1..=number).map(|k| (0..n).map(|i| (k as f64 * root(i)).fract()).collect()).collect();
        parameter_sets(&points)
    }

    #[test]
    fn the_parameter_that_decides_is_found() {
        let sets = sets(200);
        let used: Vec<&ParameterSet> = sets.iter().collect();
        let contagion = Parameters::TABLE.iter().position(|row| row.name == "contagion").unwrap();
        let limit = Parameters::default().contagion * 1.2;
        let found: Vec<super::InSet> = sets
            .iter()
            .map(|set| {
                let effect = limit - set.values[contagion];
                super::InSet { holds: effect > 0.0, effect, standing: Standing::Open }
            })
            .collect();
        let decides = deciding(&used, &found);
        assert_eq!(decides[0].parameter, "contagion");
        assert!(decides[0].strength < -0.99 && decides[0].p_value < 1e-6);
        let sizes = sizing(&used, &found, 1.0);
        assert!(sizes[0].parameter == "contagion" && (sizes[0].strength + 1.0).abs() < 1e-9);
        // The sample of this test is poor in its own way: what goes with the parameter is named beside it.
        for other in super::alike(&sets, &decides[0].parameter) {
            assert!(other != "contagion" && super::alike(&sets, &other).contains(&"contagion".to_owned()));
        }
        let always: Vec<super::InSet> = found.iter().map(|set| super::InSet { holds: true, ..*set }).collect();
        assert!(deciding(&used, &always).is_empty());
    }
}

use super::configurations::judge_configurations;
use super::effect::Standing;
use super::suite::{CellValues, Planned, test_values};
use super::{Deciding, Expect, Judged, OverSets, ParameterSet, Robustness, Suite, TestEffect, Verdict};
use crate::scenario::Parameters;
use crate::stats::{
    GroupMeans, VarianceComponents, chi_squared_p_value, kolmogorov_smirnov, quantile_of_sorted, share_interval,
    spearman,
};
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

/// Things that may be, drawn to say how well a share is known.
const DRAWS: usize = 64;

/// What `sets`, whose values are `values`, make of each test of each finding of `suite`, and how each finding fares over them:
/// nothing of findings that are not tested. A set that could not be run is `None`.
pub fn judge_over_sets(suite: &Suite, sets: &[ParameterSet], values: &[Option<SetValues>], findings: &mut [Judged]) {
    // The same few parameters come up in many findings.
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (planned, judged) in suite.findings.iter().zip(findings) {
        judge_tests(planned, values, judged);
        judged.robustness = one(planned, judged, sets, values);
        let robust = judged.robustness.iter_mut();
        for row in robust.flat_map(|robust| robust.deciding.iter_mut().chain(&mut robust.sizing)) {
            row.alike = known.entry(row.parameter.clone()).or_insert_with(|| alike(sets, &row.parameter)).clone();
        }
    }
}

/// What sets of parameters make of each test.
pub(super) fn judge_tests(planned: &Planned, values: &[Option<SetValues>], judged: &mut Judged) {
    for (plan, test) in planned.tests.iter().zip(&mut judged.tests) {
        let of_set = |values: &SetValues| test_values(&plan.with, plan.against, values).collect();
        let sets: Vec<Vec<f64>> = values.iter().flatten().map(of_set).collect();
        test.over_sets = OverSets::of((test.expect, test.margin, test.spread), &sets);
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

fn one(planned: &Planned, judged: &Judged, sets: &[ParameterSet], values: &[Option<SetValues>]) -> Option<Robustness> {
    if planned.tests.is_empty() && planned.combinations.is_empty() {
        return None;
    }
    let looked_at = sets.iter().zip(values).filter_map(|(set, values)| {
        let values = values.as_ref()?;
        Some(((set, values), in_set(planned, values)?))
    });
    let (used, mut found): (Vec<(&ParameterSet, &SetValues)>, Vec<InSet>) = looked_at.unzip();
    let (used, values): (Vec<&ParameterSet>, Vec<&SetValues>) = used.into_iter().unzip();
    let n = found.len();
    if n == 0 {
        return None;
    }
    let share = |holds: &dyn Fn(&InSet) -> bool| found.iter().filter(|set| holds(set)).count() as f64 / n as f64;
    // As they came out: all that can be said of combinations, and of a single set.
    let (mut holds, mut interval) = (share(&|set| set.holds), None);
    let (mut clearly, mut against) =
        (share(&|set| set.standing == Standing::AsExpected), share(&|set| set.standing == Standing::Opposite));
    let mut effects: Vec<f64> = found.iter().map(|set| set.effect).collect();
    if let Some(without_chance) = Holding::of(planned, &values) {
        (holds, interval) = (without_chance.share, Some(without_chance.interval));
        found.iter_mut().zip(&without_chance.in_sets).for_each(|(set, chance)| set.holds = *chance >= 0.5);
        if let Some(over) = judged.tests.first().and_then(|main| main.over_sets) {
            (clearly, against) = (over.expected, over.against);
        }
        effects = without_chance.effects;
    }
    effects.sort_unstable_by(f64::total_cmp);
    let sign = planned.finding.tests.first().map_or(1.0, |test| test.expect.sign());
    Some(Robustness {
        sets: n as u64,
        holds,
        interval: of_more_sets(holds, interval.unwrap_or([holds; 2]), n)?,
        clearly,
        against,
        effects: [0.05, 0.5, 0.95].map(|level| quantile_of_sorted(&effects, level).unwrap_or(0.0)),
        deciding: deciding(&used, &found),
        sizing: sizing(&used, &found, sign),
    })
}

/// The interval of a share for more sets of the same kind: what chance leaves open in these, and that they are so few (Wilson).
fn of_more_sets(share: f64, [low, high]: [f64; 2], sets: usize) -> Option<[f64; 2]> {
    let (few_low, few_high) = share_interval((share * sets as f64).round() as u64, sets as u64)?;
    let both = |one: f64, other: f64| (one * one + other * other).sqrt();
    let far = [
        both((share - low).max(0.0), (share - few_low).max(0.0)),
        both((high - share).max(0.0), (few_high - share).max(0.0)),
    ];
    Some([(share - far[0]).max(0.0), (share + far[1]).min(1.0)])
}

/// In how many sets every test of a finding is on the side that was expected, chance taken out.
struct Holding {
    share: f64,
    /// 95 % interval of that in these sets.
    interval: [f64; 2],
    /// How likely it is in each.
    in_sets: Vec<f64>,
    /// The main effect of each without chance.
    effects: Vec<f64>,
}

impl Holding {
    /// `None` of combinations of conditions, and where nothing says what is chance.
    fn of(planned: &Planned, values: &[&SetValues]) -> Option<Holding> {
        let mut products = vec![vec![1.0; values.len()]; DRAWS];
        let mut effects = None;
        for (place, (test, plan)) in planned.finding.tests.iter().zip(&planned.tests).enumerate() {
            let futures: Vec<Vec<f64>> =
                values.iter().map(|set| test_values(&plan.with, plan.against, set).collect()).collect();
            let means = GroupMeans::of(&futures)?;
            effects.get_or_insert(VarianceComponents::of(&futures)?.settled);
            let limit = if test.expect == Expect::Same { test.margin.unwrap_or(0.0) } else { 0.0 };
            // Multiples of the roots of 2, 3, 5 ...: what is drawn for one test says nothing of what is drawn for another.
            let turn = TURNS[place % TURNS.len()].sqrt().fract();
            for (product, drawn) in products.iter_mut().zip(means.drawn(limit, DRAWS, turn)) {
                for ((chance, place), futures) in product.iter_mut().zip(drawn).zip(&futures) {
                    let [below, between, above] = place.unwrap_or([0.0; 3]);
                    let is_nothing = futures.iter().all(|value| *value == 0.0);
                    *chance *= match test.expect {
                        Expect::Same => between,
                        _ if is_nothing => 0.0,
                        Expect::More => above,
                        Expect::Less => below,
                    };
                }
            }
        }
        let n = values.len() as f64;
        let sums: Vec<(f64, f64)> = products
            .iter()
            .map(|product| (product.iter().sum::<f64>(), product.iter().map(|p| p * (1.0 - p)).sum::<f64>().sqrt()))
            .collect();
        let in_sets =
            (0..values.len()).map(|set| products.iter().map(|p| p[set]).sum::<f64>() / DRAWS as f64).collect();
        // Each draw as it is, and a standard deviation of what it leaves open to either side.
        let mut ends: Vec<f64> =
            sums.iter().flat_map(|(sum, sd)| [-1.96, -1.0, 0.0, 1.0, 1.96].map(|z| (sum + z * sd) / n)).collect();
        ends.sort_unstable_by(f64::total_cmp);
        let at = |level: f64| quantile_of_sorted(&ends, level).unwrap_or(0.0).clamp(0.0, 1.0);
        let share = sums.iter().map(|sum| sum.0).sum::<f64>() / DRAWS as f64 / n;
        Some(Holding { share, interval: [at(0.025), at(0.975)], in_sets, effects: effects? })
    }
}

/// No two of their roots have a whole ratio.
const TURNS: [f64; 8] = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0];

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

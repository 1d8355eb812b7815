use super::{InputValues, VariedInput};
use crate::analysis::SweptValue;
use crate::random::{Key, Stream};
use crate::stats::{CaseBox, CaseColumn, Cases, Limit, PeelingStep, prim, quasi_p};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// What a peel and a paste take or add, and the share of all points that a box has at least; as in the EMA Workbench.
const PEEL: f64 = 0.05;
const PASTE: f64 = 0.05;
const LEAST: f64 = 0.05;
/// Shuffles of the outcomes over the points, with which the rule is compared.
const SHUFFLES: u64 = 200;
/// The process of the random stream that shuffles; no process of a month has it.
const SHUFFLING: u32 = u32::MAX - 13;
/// A limit whose quasi-p is above this says too little, and is taken away.
const WEAK: f64 = 0.05;
/// Half widths of an interval of 95 %, normal.
const SURE: f64 = 1.96;

/// A point of the sample, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct VariedPoint {
    /// A value for each input.
    pub values: Vec<SweptValue>,
    /// The outcome in each replicate; empty where a run failed or has no value.
    pub outcomes: Vec<f64>,
}

/// On which side of the threshold points are of interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// Under which rule an outcome lies on one side of a threshold.
#[derive(Clone, Debug)]
pub struct Discovery {
    /// The side, and the threshold.
    pub side: Side,
    /// See `side`.
    pub threshold: f64,
    /// Whether the threshold is that of the quarter of points that lie farthest to that side, for want of another.
    pub is_quarter: bool,
    /// Points that were asked for, and that have a value.
    pub points: [u64; 2],
    /// Of these, points of interest.
    pub of_interest: u64,
    /// Of these, points that so few futures may have put on the wrong side (95 % interval over replicates).
    pub unsure: u64,
    /// Mean outcome over points, and its 5 and 95 % quantiles.
    pub mean: f64,
    /// See `mean`.
    pub spread: [f64; 2],
    /// The boxes, from the one around all points on.
    pub trajectory: Vec<PeeledBox>,
    /// The rule; `None` where no box says more than that around all points.
    pub rule: Option<FoundBox>,
}

/// A box on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeeledBox {
    /// Share of the points of interest that it holds.
    pub coverage: f64,
    /// Share of its points that are of interest.
    pub density: f64,
    /// Share of all points that it holds.
    pub mass: f64,
    /// Inputs that it restricts.
    pub restricted: usize,
}

/// The box that is told.
#[derive(Clone, Debug)]
pub struct FoundBox {
    /// Where on the way it comes from, counted from 0.
    pub step: usize,
    /// What it holds.
    pub holds: PeeledBox,
    /// What it restricts, that which says most first.
    pub limits: Vec<FoundLimit>,
    /// Share of shuffles of the outcomes in which the best box is as good: how easily chance finds such a rule.
    pub chance: f64,
    /// How many shuffles there were.
    pub shuffles: u64,
}

/// A restricted input.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLimit {
    /// Its place among the inputs.
    pub input: usize,
    /// Lower and upper end; `None` where it is not restricted. Of words both are `None`.
    pub ends: [Option<f64>; 2],
    /// The words that are in the box; empty for numbers.
    pub words: Vec<String>,
    /// Quasi-p of the lower and of the upper end (of words: of all, in the first place); NaN where there is none.
    pub quasi_p: [f64; 2],
}

impl FoundBox {
    /// Whether chance alone would seldom find so good a rule (in fewer than one of twenty shuffles).
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.chance < 0.05
    }
}

/// Looks for the box. `threshold`: `None` takes the quarter of points that lie farthest to that side.
#[must_use]
pub fn discover_box(
    inputs: &[VariedInput],
    points: &[VariedPoint],
    side: Side,
    threshold: Option<f64>,
    seed: u64,
) -> Discovery {
    let known: Vec<&VariedPoint> = points.iter().filter(|point| !point.outcomes.is_empty()).collect();
    let means: Vec<f64> = known.iter().map(|point| average(&point.outcomes)).collect();
    let mut sorted = means.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let quantile = |level| crate::stats::quantile_of_sorted(&sorted, level).unwrap_or(f64::NAN);
    let limit = threshold.unwrap_or_else(|| quarter(&sorted, side));
    let is_in = |mean: f64| if side == Side::Above { mean > limit } else { mean < limit };
    let cases = Cases {
        columns: inputs.iter().enumerate().map(|(place, input)| column(input, place, &known)).collect(),
        of_interest: means.iter().map(|&mean| is_in(mean)).collect(),
    };
    let steps = prim(&cases, PEEL, PASTE, LEAST);
    let whole = Whole { n: cases.len(), k: cases.of_interest.iter().filter(|&&is| is).count() };
    let is_unsure =
        |(point, mean): (&&VariedPoint, &f64)| (mean - limit).abs() < SURE * standard_error(&point.outcomes);
    Discovery {
        side,
        threshold: limit,
        is_quarter: threshold.is_none(),
        points: [points.len() as u64, known.len() as u64],
        of_interest: whole.k as u64,
        unsure: known.iter().zip(&means).filter(|&pair| is_unsure(pair)).count() as u64,
        mean: average(&means),
        spread: [0.05, 0.95].map(quantile),
        trajectory: steps.iter().map(|step| whole.told(step)).collect(),
        rule: rule(inputs, &cases, &steps, whole, seed),
    }
}

/// All points, and those of interest.
#[derive(Clone, Copy)]
struct Whole {
    n: usize,
    k: usize,
}

impl Whole {
    fn told(self, step: &PeelingStep) -> PeeledBox {
        PeeledBox {
            coverage: step.k as f64 / self.k as f64,
            density: step.k as f64 / step.n as f64,
            mass: step.n as f64 / self.n as f64,
            restricted: step.restricted.len(),
        }
    }

    /// The harmonic mean of coverage and density: how good a rule is.
    fn worth(self, step: &PeelingStep) -> f64 {
        2.0 * step.k as f64 / (step.n + self.k) as f64
    }

    /// The best of these, the one that restricts least among equals.
    fn best(self, steps: &[PeelingStep]) -> Option<(usize, f64)> {
        let all = steps.iter().map(|step| self.worth(step)).enumerate();
        all.fold(None, |best: Option<(usize, f64)>, (place, worth)| match best {
            Some((_, most)) if worth <= most + 1e-12 => best,
            _ => Some((place, worth)),
        })
    }
}

fn rule(inputs: &[VariedInput], cases: &Cases, steps: &[PeelingStep], whole: Whole, seed: u64) -> Option<FoundBox> {
    if whole.k == 0 || whole.k == whole.n {
        return None;
    }
    let (_, worth) = whole.best(steps)?;
    let all = CaseBox::around(cases);
    let strong: Vec<PeelingStep> = steps
        .par_iter()
        .map(|step| {
            let case_box = without_weak(cases, &step.case_box, &all);
            let inside = case_box.inside(cases);
            let k = inside.iter().filter(|&&case| cases.of_interest[case]).count();
            PeelingStep { n: inside.len(), k, restricted: case_box.restricted(&all), case_box }
        })
        .collect();
    let (place, _) = whole.best(&strong)?;
    let step = &strong[place];
    let restricted = step.restricted.clone();
    if restricted.is_empty() {
        return None;
    }
    let p = quasi_p(cases, &step.case_box);
    let limit = |&input: &usize| {
        let (ends, words) = match (step.case_box.0[input], all.0[input], &inputs[input].values) {
            (Limit::Between(low, high), Limit::Between(least, most), _) => {
                ([(low != least).then_some(low), (high != most).then_some(high)], vec![])
            }
            (Limit::Among(set), _, InputValues::Words(words)) => {
                let named = words.iter().zip(0..).filter(|(_, bit)| set >> bit & 1 == 1);
                ([None; 2], named.map(|(word, _)| word.clone()).collect())
            }
            _ => ([None; 2], vec![]),
        };
        FoundLimit { input, ends, words, quasi_p: p[input] }
    };
    let mut limits: Vec<FoundLimit> = restricted.iter().map(limit).collect();
    let least = |limit: &FoundLimit| limit.quasi_p.iter().copied().fold(f64::INFINITY, f64::min);
    limits.sort_by(|a, b| least(a).total_cmp(&least(b)));
    let as_good = (0..SHUFFLES).into_par_iter().filter(|&shuffle| {
        let shuffled = shuffled(cases, seed, shuffle);
        let steps = prim(&shuffled, PEEL, PASTE, LEAST);
        whole.best(&steps).is_some_and(|(_, other)| other >= worth - 1e-12)
    });
    let chance = (as_good.count() as f64 + 1.0) / (SHUFFLES as f64 + 1.0);
    Some(FoundBox { step: place, holds: whole.told(step), limits, chance, shuffles: SHUFFLES })
}

/// Without the limits whose quasi-p is above [`WEAK`], the weakest first.
fn without_weak(cases: &Cases, case_box: &CaseBox, all: &CaseBox) -> CaseBox {
    let mut kept = case_box.clone();
    loop {
        let ends =
            quasi_p(cases, &kept).into_iter().enumerate().flat_map(|(input, p)| [(input, 0, p[0]), (input, 1, p[1])]);
        let Some((input, end, _)) = ends.filter(|(_, _, p)| *p > WEAK).max_by(|a, b| a.2.total_cmp(&b.2)) else {
            return kept;
        };
        let limit = match (kept.0[input], all.0[input]) {
            (Limit::Between(_, high), Limit::Between(least, _)) if end == 0 => Limit::Between(least, high),
            (Limit::Between(low, _), Limit::Between(_, most)) => Limit::Between(low, most),
            (_, whole) => whole,
        };
        kept = kept.with(input, limit);
    }
}

fn column(input: &VariedInput, place: usize, points: &[&VariedPoint]) -> CaseColumn {
    let values = points.iter().map(|point| &point.values[place]);
    match &input.values {
        InputValues::Numbers(..) => {
            let number = |value: &SweptValue| match value {
                SweptValue::Number(number) => *number,
                SweptValue::Text(_) => 0.0,
            };
            CaseColumn::Numbers(values.map(number).collect())
        }
        InputValues::Words(words) => {
            let word = |value: &SweptValue| words.iter().position(|word| *word == value.to_string()).unwrap_or(0);
            CaseColumn::Words(values.map(|value| word(value) as u8).collect())
        }
    }
}

/// The same points with the outcomes of others (Fisher and Yates).
fn shuffled(cases: &Cases, seed: u64, shuffle: u64) -> Cases {
    let mut stream = Stream::new(Key { seed, replicate: shuffle, process: SHUFFLING, site: 0 });
    let mut of_interest = cases.of_interest.clone();
    for last in (1..of_interest.len()).rev() {
        of_interest.swap(last, ((stream.uniform() * (last + 1) as f64) as usize).min(last));
    }
    Cases { columns: cases.columns.clone(), of_interest }
}

/// Where the quarter of sorted values farthest to a side begins: between two that differ, those that are alike at its edge being
/// in it.
fn quarter(sorted: &[f64], side: Side) -> f64 {
    let at = |level| crate::stats::quantile_of_sorted(sorted, level).unwrap_or(f64::NAN);
    let (edge, next) = match side {
        Side::Above => {
            let edge = at(0.75);
            (edge, sorted.iter().rev().find(|value| **value < edge))
        }
        Side::Below => {
            let edge = at(0.25);
            (edge, sorted.iter().find(|value| **value > edge))
        }
    };
    next.map_or(edge, |next| 0.5 * (edge + next))
}

fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// 0 of one replicate, of which nothing is known.
fn standard_error(values: &[f64]) -> f64 {
    let (n, mean) = (values.len() as f64, average(values));
    if values.len() < 2 {
        return 0.0;
    }
    (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0) / n).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{Side, VariedPoint, discover_box};
    use crate::analysis::SweptValue;
    use crate::analysis::varied::{InputValues, VariedInput};

    fn inputs(n: usize) -> Vec<VariedInput> {
        let number = |place| VariedInput {
            key: format!("x{place}"),
            meaning: "",
            whole: false,
            values: InputValues::Numbers(0.0, 1.0),
        };
        let words = InputValues::Words(vec!["whole".to_owned(), "annual".to_owned(), "months".to_owned()]);
        let word = VariedInput { key: "horizon".to_owned(), meaning: "", whole: false, values: words };
        (0..n).map(number).chain([word]).collect()
    }

    fn points(n: usize, of: impl Fn(&[f64], usize) -> f64) -> Vec<VariedPoint> {
        let mut state = 5_u64;
        let mut draw = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        let mut one = || {
            let x: Vec<f64> = (0..6).map(|_| draw()).collect();
            let word = (draw() * 3.0) as usize;
            let mean = of(&x, word);
            let text = ["whole", "annual", "months"][word].to_owned();
            let values = x.into_iter().map(SweptValue::Number).chain([SweptValue::Text(text)]).collect();
            VariedPoint { values, outcomes: vec![mean - 0.01, mean + 0.01] }
        };
        (0..n).map(|_| one()).collect()
    }

    #[test]
    fn a_rule_is_found_and_noise_has_none() {
        let all = points(400, |x, word| if x[0] > 0.5 && word != 0 { -1.0 } else { 1.0 });
        let found = discover_box(&inputs(6), &all, Side::Below, Some(0.0), 1);
        let rule = found.rule.unwrap();
        assert!(rule.is_told() && rule.holds.coverage > 0.9 && rule.holds.density > 0.9, "{rule:?}");
        let words = rule.limits.iter().find(|limit| limit.input == 6).unwrap();
        assert_eq!(words.words, ["annual", "months"]);
        let number = rule.limits.iter().find(|limit| limit.input == 0).unwrap();
        assert!((number.ends[0].unwrap() - 0.5).abs() < 0.05 && number.ends[1].is_none());
        assert_eq!(found.unsure, 0);
        // The same sign by a coin that no input knows.
        let noise = points(400, |x, _| if (x.iter().sum::<f64>() * 1e6).fract() < 0.4 { -1.0 } else { 1.0 });
        let found = discover_box(&inputs(6), &noise, Side::Below, Some(0.0), 1);
        assert!(found.rule.is_none_or(|rule| !rule.is_told()));
    }

    #[test]
    fn without_a_threshold_a_quarter_is_of_interest() {
        let all = points(200, |x, _| x[1]);
        let found = discover_box(&inputs(6), &all, Side::Above, None, 1);
        assert!(found.is_quarter && (45..=55).contains(&found.of_interest));
        assert!(found.rule.unwrap().limits[0].input == 1);
        // Values that are alike at the edge are all in it.
        let steps = points(200, |x, _| (5.0 * x[1]).floor());
        let found = discover_box(&inputs(6), &steps, Side::Below, None, 1);
        let lowest = steps.iter().filter(|point| point.outcomes[0] < 0.5).count() as u64;
        assert!(found.of_interest == lowest && lowest >= 50, "{} {lowest}", found.of_interest);
        let none = discover_box(&inputs(6), &all, Side::Below, Some(-5.0), 1);
        assert!(none.rule.is_none() && none.of_interest == 0);
        assert!(discover_box(&inputs(6), &[], Side::Below, None, 1).rule.is_none());
    }
}

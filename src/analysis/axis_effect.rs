use super::extremes::is_beyond_chance;
use super::{Estimate, FEW, Swept, SweptValue};
use crate::stats::welch_difference;

/// What one axis of a sweep does to a metric, the others averaged.
#[derive(Clone, Debug)]
pub struct AxisEffect {
    /// Its place among the axes.
    pub axis: usize,
    /// The ends that are held against each other: of a grid the first and the last value; of a sample the lower and the upper
    /// half of its numbers, told by the middle value of each half, or its first and last word.
    pub ends: [SweptValue; 2],
    /// Means at the ends.
    pub levels: [f64; 2],
    /// The second end minus the first, with its 95 % interval.
    ///
    /// Of a grid: paired, in each of the first replicates point by point with the same other coordinates, then Student's t over
    /// replicates. Of a sample: Welch's interval over points, for which the other axes are chance; that the points of a
    /// sample are spread out evenly makes it wider than it need be.
    pub effect: Estimate,
    /// What the interval is over: replicates, or points.
    behind: Behind,
}

/// Points at the ends of an axis.
pub(super) struct Sides {
    /// By point: -1 at the first end, 1 at the second, 0 elsewhere.
    of: Vec<i8>,
    ends: [SweptValue; 2],
}

impl Sides {
    /// The mean of `value` over the points at the second end, less that over those at the first, of those that have one; NaN where none
    /// has.
    pub(super) fn difference(&self, value: &dyn Fn(usize) -> f64) -> f64 {
        let mean = |side: i8| {
            let points = (0..self.of.len()).filter(|&point| self.of[point] == side);
            let known = points.map(value).filter(|value| !value.is_nan());
            let (sum, number) = known.fold((0.0, 0_u32), |(sum, number), value| (sum + value, number + 1));
            sum / f64::from(number)
        };
        mean(1) - mean(-1)
    }
}

#[derive(Clone, Debug)]
enum Behind {
    /// The effect in each replicate.
    Replicates(Vec<f64>),
    /// By point: -1 at the first end, 1 at the second, 0 elsewhere.
    Points(Vec<i8>),
}

impl Swept {
    /// What each axis does to a metric, the largest effects first; axes without a value at either end are left out.
    #[must_use]
    pub fn axis_effects(&self, metric: usize) -> Vec<AxisEffect> {
        let of = |axis| if self.is_grid { self.paired(axis, metric) } else { self.halved(axis, metric) };
        let mut effects: Vec<AxisEffect> = (0..self.axes.len()).filter_map(of).collect();
        effects.sort_by(|a, b| b.effect.mean.abs().total_cmp(&a.effect.mean.abs()));
        effects
    }

    /// Whether the first of [`Swept::axis_effects`] is larger than every other beyond chance: the others are as many
    /// comparisons (Bonferroni). An only one need only differ from 0.
    #[must_use]
    pub fn is_first_largest(&self, metric: usize, effects: &[AxisEffect]) -> bool {
        let Some((first, others)) = effects.split_first() else { return false };
        let comparisons = others.len() as f64;
        let is_larger = |other: &AxisEffect| match (&first.behind, &other.behind) {
            (Behind::Replicates(own), Behind::Replicates(its)) => {
                let (own_sign, its_sign) = (first.effect.mean.signum(), other.effect.mean.signum());
                let differences = own.iter().zip(its).map(|(own, its)| own_sign * own - its_sign * its);
                is_beyond_chance(differences, comparisons) == Some(true)
            }
            (Behind::Points(own), Behind::Points(its)) => {
                self.is_larger_of_points(metric, (first, own), (other, its), comparisons)
            }
            _ => false,
        };
        first.is_beyond_chance() && others.iter().all(is_larger)
    }

    /// A grid's axis, replicate by replicate and point by point.
    fn paired(&self, axis: usize, metric: usize) -> Option<AxisEffect> {
        let values = self.values(axis);
        let ends = [values.first()?.clone(), values.last()?.clone()];
        let at = |end: &SweptValue, like: &[SweptValue]| {
            self.points.iter().position(|point| {
                point
                    .iter()
                    .zip(like)
                    .enumerate()
                    .all(|(place, (own, its))| if place == axis { own == end } else { own == its })
            })
        };
        let lower = (0..self.points.len()).filter(|&point| self.points[point][axis] == ends[0]);
        let pairs: Vec<[&[f64]; 2]> = lower
            .filter_map(|point| Some([point, at(&ends[1], &self.points[point])?]))
            .map(|pair| pair.map(|point| self.found.first(point, metric)))
            .collect();
        let replicates = pairs.iter().flatten().map(|values| values.len()).min()?;
        let mean = |values: &mut dyn Iterator<Item = f64>| {
            let (sum, number) = values.fold((0.0, 0_u32), |(sum, number), value| (sum + value, number + 1));
            sum / f64::from(number)
        };
        let both = |replicate: usize| {
            pairs
                .iter()
                .map(move |[low, high]| [low[replicate], high[replicate]])
                .filter(|pair| !pair.iter().any(|v| v.is_nan()))
        };
        let known = || (0..replicates).filter(|&replicate| both(replicate).next().is_some());
        let level = |end: usize| mean(&mut known().map(|replicate| mean(&mut both(replicate).map(|pair| pair[end]))));
        let single: Vec<f64> =
            (0..replicates).map(|replicate| mean(&mut both(replicate).map(|[low, high]| high - low))).collect();
        let effect = Estimate::of(single.iter().copied());
        let levels = [level(0), level(1)];
        effect.known().then_some(AxisEffect { axis, ends, levels, effect, behind: Behind::Replicates(single) })
    }

    /// A sample's axis, over points.
    fn halved(&self, axis: usize, metric: usize) -> Option<AxisEffect> {
        let Sides { of: sides, ends } = self.sides(axis)?;
        let [low, high] = [-1, 1].map(|side| self.means(metric, |point| sides[point] == side));
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let levels = [mean(&low), mean(&high)];
        let difference = levels[1] - levels[0];
        let half_width = welch_difference(&low, &high, 0.95).map_or(f64::NAN, |(_, half_width)| half_width);
        let effect = Estimate {
            mean: difference,
            half_width,
            interval: [difference - half_width, difference + half_width],
            spread: [f64::NAN; 2],
            n: low.len() + high.len(),
        };
        effect.known().then_some(AxisEffect { axis, ends, levels, effect, behind: Behind::Points(sides) })
    }

    /// Which points lie at which end of an axis: of a grid those at its first and last value, of a sample the halves of its numbers,
    /// or those at its first and last word. `None` if it has no ends.
    pub(super) fn sides(&self, axis: usize) -> Option<Sides> {
        let number = |value: &SweptValue| match value {
            SweptValue::Number(number) => Some(*number),
            SweptValue::Text(_) => None,
        };
        let mut numbers: Vec<(f64, usize)> =
            self.points.iter().enumerate().filter_map(|(place, point)| Some((number(&point[axis])?, place))).collect();
        let mut of = vec![0_i8; self.points.len()];
        let ends = if !self.is_grid && numbers.len() == self.points.len() {
            numbers.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let half = numbers.len() / 2;
            let (low, high) = (&numbers[..half], &numbers[numbers.len() - half..]);
            low.iter().for_each(|&(_, point)| of[point] = -1);
            high.iter().for_each(|&(_, point)| of[point] = 1);
            [low.get(half / 2)?, high.get(half / 2)?].map(|&(value, _)| SweptValue::Number(value))
        } else {
            let values = self.values(axis);
            let ends = [values.first()?.clone(), values.last()?.clone()];
            for (side, point) in of.iter_mut().zip(&self.points) {
                *side = if point[axis] == ends[0] { -1 } else { i8::from(point[axis] == ends[1]) };
            }
            ends
        };
        Some(Sides { of, ends })
    }

    /// The averages of the points of a kind that have one.
    fn means(&self, metric: usize, is_meant: impl Fn(usize) -> bool) -> Vec<f64> {
        let points = (0..self.points.len()).filter(|&point| is_meant(point));
        points.map(|point| self.found.estimate(point, metric).mean).filter(|mean| mean.is_finite()).collect()
    }

    /// Points at which both axes push the same way say nothing; the others say which pushes harder.
    fn is_larger_of_points(
        &self,
        metric: usize,
        (first, own): (&AxisEffect, &[i8]),
        (other, its): (&AxisEffect, &[i8]),
        comparisons: f64,
    ) -> bool {
        let towards = |effect: &AxisEffect, side: i8| f64::from(side) * effect.effect.mean.signum();
        let [with, against] = [1.0, -1.0].map(|side| {
            self.means(metric, |point| towards(first, own[point]) == side && towards(other, its[point]) == -side)
        });
        let difference = welch_difference(&against, &with, 1.0 - 0.05 / comparisons.max(1.0));
        (with.len() + against.len()) as u64 >= FEW && difference.is_some_and(|(mean, half_width)| mean > half_width)
    }
}

impl AxisEffect {
    /// Whether the effect is there beyond chance; never of few replicates or points.
    #[must_use]
    pub fn is_beyond_chance(&self) -> bool {
        self.effect.n as u64 >= FEW && self.effect.leaves_out_zero()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated;

    /// A sweep whose one metric is what `of` makes of a point's coordinates and the replicate.
    fn swept(points: &[[f64; 2]], is_grid: bool, replicates: u64, of: impl Fn([f64; 2], u64) -> f64) -> Swept {
        let points: Vec<Vec<f64>> = points.iter().map(|point| point.to_vec()).collect();
        let of = |point: &[f64], replicate| of([point[0], point[1]], replicate);
        Swept { is_grid, ..fabricated::swept(&["a", "b"], &points, replicates, of) }
    }

    fn luck(replicate: u64) -> f64 {
        (replicate * 7 % 12) as f64
    }

    const GRID: [[f64; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];

    #[test]
    fn pairs_cancel_what_futures_share() {
        let sweep =
            swept(&GRID, true, 12, |[a, b], r| 500.0 + 100.0 * luck(r) + 3.0 * a - b * (1.0 + 0.1 * (r % 2) as f64));
        let effects = sweep.axis_effects(0);
        assert_eq!(effects.iter().map(|effect| effect.axis).collect::<Vec<_>>(), [0, 1]);
        assert!((effects[0].effect.mean - 3.0).abs() < 1e-9 && (effects[1].effect.mean + 1.05).abs() < 1e-9);
        assert!(effects[1].effect.half_width < 0.1 && effects.iter().all(AxisEffect::is_beyond_chance));
        assert!((effects[0].levels[1] - effects[0].levels[0] - 3.0).abs() < 1e-9);
        assert!(sweep.is_first_largest(0, &effects));
    }

    #[test]
    fn what_is_no_larger_than_chance_is_not_the_largest() {
        // Effects of about 1 and 0.9 that vary by more than they differ; and one of few replicates.
        let noisy = |[a, b]: [f64; 2], r: u64| 500.0 + a * (0.5 + luck(r) / 11.0) + b * (1.4 - luck(r) / 11.0);
        let sweep = swept(&GRID, true, 12, noisy);
        let effects = sweep.axis_effects(0);
        assert!(effects.iter().all(AxisEffect::is_beyond_chance) && !sweep.is_first_largest(0, &effects));
        let few = swept(&GRID, true, 9, |[a, _], _| 500.0 + 100.0 * a);
        let effects = few.axis_effects(0);
        assert!(!effects[0].is_beyond_chance() && !few.is_first_largest(0, &effects));
    }

    #[test]
    fn a_sample_is_told_by_halves() {
        let points: Vec<[f64; 2]> = (0..32).map(|i| [f64::from(i) / 32.0, f64::from(i * 13 % 32) / 32.0]).collect();
        let strong = swept(&points, false, 3, |[a, b], _| 500.0 + 40.0 * a - b);
        let effects = strong.axis_effects(0);
        assert_eq!(effects[0].axis, 0);
        assert!(effects[0].is_beyond_chance() && !effects[1].is_beyond_chance());
        assert!(strong.is_first_largest(0, &effects));
        let alike = swept(&points, false, 3, |[a, b], _| 500.0 + 40.0 * a - 39.0 * b);
        let effects = alike.axis_effects(0);
        assert!(!alike.is_first_largest(0, &effects), "{effects:?}");
    }

    #[test]
    fn an_effect_on_what_does_not_exist_is_none() {
        let sweep = swept(&GRID, true, 12, |_, _| f64::NAN);
        assert!(sweep.axis_effects(0).is_empty() && !sweep.is_first_largest(0, &[]));
    }
}

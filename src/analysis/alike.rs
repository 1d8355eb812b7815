use super::{AxisEffect, Estimate, FEW, Swept, SweptValue};

/// Two points of a grid of two axes, far apart, that come to the same.
#[derive(Clone, Debug)]
pub struct SamePoints {
    /// Less along the axis that does more and the most along the other; the reverse of it.
    pub points: [usize; 2],
    /// The first minus the second in the same futures.
    pub difference: Estimate,
    /// So far apart they may be: the interval of the difference lies within.
    pub margin: f64,
}

/// Which part of all that lies between the lowest and the highest point counts as the same.
const SAME: f64 = 0.1;

impl Swept {
    /// What less of one axis and the most of the other can do for the most of the one and the least of the other: of a grid of two axes of
    /// numbers that both do something beyond chance. "The most" is the end at which there is more of the metric.
    ///
    /// The one point is a corner, so that nothing is chosen; the other is the nearest to it on the opposite edge. `None` if the 95 %
    /// interval of their difference, paired, does not hold 0, or reaches further than a tenth of what lies between the lowest and the
    /// highest point: then nothing says that they are the same.
    #[must_use]
    pub fn alike(&self, metric: usize) -> Option<SamePoints> {
        let is_number = |value: &SweptValue| matches!(value, SweptValue::Number(_));
        let values: Vec<Vec<SweptValue>> = (0..self.axes.len()).map(|axis| self.values(axis)).collect();
        let are_numbers = values.iter().all(|values| values.len() > 2 && values.iter().all(is_number));
        if !self.is_grid || self.axes.len() != 2 || !are_numbers || self.replicates < FEW {
            return None;
        }
        let effects = self.axis_effects(metric);
        let does = |axis: usize| effects.iter().find(|one| one.axis == axis).filter(|one| one.is_beyond_chance());
        let ends = |axis: usize| -> Option<[&SweptValue; 2]> {
            let effect: &AxisEffect = does(axis)?;
            let ends = [values[axis].first()?, values[axis].last()?];
            Some(if effect.effect.mean > 0.0 { ends } else { [ends[1], ends[0]] })
        };
        let [x, y] = [ends(0)?, ends(1)?];
        let at = |x: &SweptValue, y: &SweptValue| self.points.iter().position(|p| p[0] == *x && p[1] == *y);
        let mean = |point: usize| self.found.estimate(point, metric).mean;
        let corners = [at(x[1], y[0])?, at(x[0], y[1])?];
        let is_x_stronger = mean(corners[0]) >= mean(corners[1]);
        let corner = corners[usize::from(!is_x_stronger)];
        let edge: Vec<usize> = if is_x_stronger {
            values[0].iter().filter(|value| *value != x[1]).filter_map(|value| at(value, y[1])).collect()
        } else {
            values[1].iter().filter(|value| *value != y[1]).filter_map(|value| at(x[1], value)).collect()
        };
        let apart = |point: usize| (mean(point) - mean(corner)).abs();
        let other = edge
            .into_iter()
            .filter(|&point| apart(point).is_finite())
            .min_by(|&a, &b| apart(a).total_cmp(&apart(b)))?;
        let [own, its] = [other, corner].map(|point| self.found.first(point, metric));
        let pairs = own.iter().zip(its).map(|(own, its)| own - its).filter(|difference| !difference.is_nan());
        let difference = Estimate::of(pairs);
        let extremes = self.extremes(metric)?;
        let margin = SAME * (mean(extremes.highest) - mean(extremes.lowest));
        let [low, high] = difference.interval;
        let is_same = difference.n as u64 >= FEW && low <= 0.0 && high >= 0.0 && low >= -margin && high <= margin;
        is_same.then_some(SamePoints { points: [other, corner], difference, margin })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated;

    fn grid(replicates: u64, of: impl Fn(f64, f64, u64) -> f64) -> Swept {
        let points: Vec<Vec<f64>> =
            (0..5).flat_map(|x| (0..4).map(move |y| vec![f64::from(x), f64::from(y)])).collect();
        fabricated::swept(&["a", "b"], &points, replicates, |point, replicate| of(point[0], point[1], replicate))
    }

    fn luck(replicate: u64) -> f64 {
        (replicate * 7 % 12) as f64 - 5.5
    }

    #[test]
    fn a_corner_is_held_against_the_opposite_edge() {
        // 10 a step along the first axis, 10 along the second: (4, 0) is (1, 3).
        let swept = grid(12, |a, b, r| 500.0 + 10.0 * a + 10.0 * b + 100.0 * luck(r));
        let alike = swept.alike(0).unwrap();
        let at = |point: usize| swept.points[point].iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(alike.points.map(at), ["1 3", "4 0"]);
        assert!(alike.difference.mean.abs() < 1e-9 && (alike.margin - 7.0).abs() < 1e-9);
        // The second does more: (0, 3) is (4, 2); and where less is more, the ends change places.
        let steep = grid(12, |a, b, r| 500.0 + 5.0 * a + 20.0 * b + luck(r));
        let at = |point: usize| steep.points[point].iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(steep.alike(0).unwrap().points.map(at), ["4 2", "0 3"]);
        let turned = grid(12, |a, b, r| 500.0 - 10.0 * a + 10.0 * b + luck(r));
        let at = |point: usize| turned.points[point].iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(turned.alike(0).unwrap().points.map(at), ["3 3", "0 0"]);
    }

    #[test]
    fn what_is_not_known_to_be_the_same_is_not_called_so() {
        let noisy = |a: f64, b: f64, r: u64| 500.0 + 10.0 * a + 10.0 * b + if a > 3.5 { 6.0 * luck(r) } else { 0.0 };
        assert!(grid(12, noisy).alike(0).is_none(), "an interval that reaches far");
        let sum = |a: f64, b: f64, r: u64| 500.0 + 10.0 * a + 10.0 * b + luck(r);
        assert!(grid(9, sum).alike(0).is_none(), "few replicates");
        let between = |a: f64, b: f64, r: u64| 500.0 + 20.0 * a + 10.0 * b * (1.0 + 0.001 * luck(r));
        assert!(grid(12, |a, b, r| between(a, b, r) + if b == 3.0 { 4.0 } else { 0.0 }).alike(0).is_none(), "apart");
        assert!(grid(12, |a, _, r| 500.0 + 10.0 * a + luck(r)).alike(0).is_none(), "the second does nothing");
        assert!(grid(12, |_, _, _| f64::NAN).alike(0).is_none());
    }
}

use super::{Clock, Estimate, Extremes, Points, SweptModels};
use crate::record::Setting;
use std::fmt;

/// The value of an axis at a point.
#[derive(Clone, Debug, PartialEq)]
pub enum SweptValue {
    /// A number.
    Number(f64),
    /// A word.
    Text(String),
}

impl fmt::Display for SweptValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SweptValue::Number(number) => write!(f, "{number}"),
            SweptValue::Text(text) => f.write_str(text),
        }
    }
}

/// A whole sweep.
#[derive(Clone, Debug)]
pub struct Swept {
    /// Where and when: that of the first point.
    pub setting: Setting,
    /// The keys of the axes.
    pub axes: Vec<String>,
    /// Whether points are a whole grid, the last axis running fastest; else they are a sample.
    pub is_grid: bool,
    /// By point: a value for each axis.
    pub points: Vec<Vec<SweptValue>>,
    /// Replicates that were asked for at each point.
    pub replicates: u64,
    /// What came of each point.
    pub found: Points,
    /// So many of its metrics, from the first on, are told and drawn; the others stand in the table only.
    pub shown: usize,
    /// At what times points are compared.
    pub times: SweptTimes,
    /// The points over plausible models, if these were run.
    pub models: Option<SweptModels>,
}

/// At what times the points of a sweep are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SweptTimes {
    /// By which clock.
    pub clock: Clock,
    /// The earliest and the latest first month after a programme, counted from the start of the run.
    pub ends: [i32; 2],
}

impl SweptTimes {
    /// Of points of which these are known: the first month after the programme, and the months of the run.
    #[must_use]
    pub fn of(ends: &[(i32, u32)]) -> SweptTimes {
        let all = || ends.iter().map(|(end, _)| *end);
        SweptTimes { clock: Clock::of_ends(ends), ends: [all().min().unwrap_or(0), all().max().unwrap_or(0)] }
    }
}

impl Swept {
    /// The values of an axis in the order in which they first come, numbers in rising order.
    #[must_use]
    pub fn values(&self, axis: usize) -> Vec<SweptValue> {
        let mut values: Vec<SweptValue> = vec![];
        for point in &self.points {
            if !values.contains(&point[axis]) {
                values.push(point[axis].clone());
            }
        }
        let number = |value: &SweptValue| match value {
            SweptValue::Number(number) => Some(*number),
            SweptValue::Text(_) => None,
        };
        if values.iter().all(|value| number(value).is_some()) {
            values.sort_by(|a, b| number(a).unwrap_or(0.0).total_cmp(&number(b).unwrap_or(0.0)));
        }
        values
    }

    /// What a metric comes to at all points that have it, with their places.
    #[must_use]
    pub fn known(&self, metric: usize) -> Vec<(usize, Estimate)> {
        let all = (0..self.points.len()).map(|point| (point, self.found.estimate(point, metric)));
        all.filter(|(_, estimate)| estimate.known()).collect()
    }

    /// The points at which a metric's mean is lowest and highest, and whether they can be told apart; `None` if no point has it.
    #[must_use]
    pub fn extremes(&self, metric: usize) -> Option<Extremes> {
        let all: Vec<(f64, &[f64])> = (0..self.points.len())
            .map(|point| (self.found.estimate(point, metric).mean, self.found.first(point, metric)))
            .collect();
        Extremes::of(&all)
    }

    /// Runs that failed, at all points together.
    #[must_use]
    pub fn failed(&self) -> u64 {
        (0..self.points.len()).map(|point| self.found.failed(point)).sum()
    }

    /// A metric at each value of one axis, over all points that have it ([`Estimate::over_points`]).
    #[must_use]
    pub fn main_effect(&self, axis: usize, metric: usize) -> Vec<(SweptValue, Estimate)> {
        let at = |value: &SweptValue| {
            let points = (0..self.points.len()).filter(|&point| self.points[point][axis] == *value);
            let known: Vec<Estimate> =
                points.map(|point| self.found.estimate(point, metric)).filter(Estimate::known).collect();
            Estimate::over_points(&known)
        };
        self.values(axis).into_iter().map(|value| (value.clone(), at(&value))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Swept, SweptTimes, SweptValue};
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{Headline, Kept, Points};

    #[test]
    fn a_main_effect_is_the_mean_over_the_other_axis() {
        let setting = setting(1);
        let headlines = Headline::all(&[]);
        let mut found = Points::new(&headlines, &["money_spent".to_owned()], 4);
        // Point p has replicates p and p + 2, which spend 500 more than their number.
        for point in 0..4 {
            for replicate in [point as u64, point as u64 + 2] {
                found.add(point, Some(&Kept::of(record(&setting, replicate), &setting, &headlines, 0)));
            }
        }
        let value = |award, horizon: &str| vec![SweptValue::Number(award), SweptValue::Text(horizon.to_owned())];
        let points = vec![value(0.6, "annual"), value(0.6, "whole"), value(0.2, "annual"), value(0.2, "whole")];
        let axes = vec!["award".to_owned(), "horizon".to_owned()];
        let swept = Swept {
            setting,
            axes,
            is_grid: true,
            points,
            replicates: 2,
            found,
            shown: 1,
            times: SweptTimes::default(),
            models: None,
        };
        assert_eq!(swept.values(0), [SweptValue::Number(0.2), SweptValue::Number(0.6)]);
        let means = |axis| swept.main_effect(axis, 0).into_iter().map(|(_, e)| e.mean).collect::<Vec<_>>();
        assert_eq!((means(0), means(1)), (vec![503.5, 501.5], vec![502.0, 503.0]));
        let effect = swept.main_effect(0, 0)[0].1;
        // Two values two apart: half width t(1) x sqrt(2) / sqrt(2) at every point.
        assert!((effect.half_width - 12.706).abs() < 1e-3 && effect.n == 2, "{effect:?}");
    }
}

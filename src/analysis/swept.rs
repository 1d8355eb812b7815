use super::{Estimate, Points};
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

    /// The mean of a metric at each value of one axis, over all points that have it: every point counts alike. The
    /// half width is the mean of the points' own: as wide as if they shared all chance, and they share their futures;
    /// the spread is that of the points' means.
    #[must_use]
    pub fn main_effect(&self, axis: usize, metric: usize) -> Vec<(SweptValue, Estimate)> {
        let at = |value: &SweptValue| {
            let points = (0..self.points.len()).filter(|&point| self.points[point][axis] == *value);
            let known: Vec<Estimate> =
                points.map(|point| self.found.estimate(point, metric)).filter(Estimate::known).collect();
            let n = known.len() as f64;
            let mean = known.iter().map(|e| e.mean).sum::<f64>() / n;
            let half_width = known.iter().map(|e| e.half_width).sum::<f64>() / n;
            let mut means: Vec<f64> = known.iter().map(|e| e.mean).collect();
            means.sort_unstable_by(f64::total_cmp);
            let spread = [0.05, 0.95].map(|level| crate::stats::quantile_of_sorted(&means, level).unwrap_or(f64::NAN));
            Estimate { mean, half_width, spread, n: known.len() }
        };
        self.values(axis).into_iter().map(|value| (value.clone(), at(&value))).filter(|(_, e)| e.known()).collect()
    }
}

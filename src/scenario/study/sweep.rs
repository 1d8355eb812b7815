use super::AxisValue;
use crate::quantity::Month;

/// `[sweep]`: points at which the base scenario runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// What varies, in the order of the file; never empty.
    pub axes: Vec<Axis>,
    /// Which points are taken.
    pub design: SweepDesign,
    /// The month from which on points differ, if all go the way of the scenario until then.
    pub branch_at: Option<Month>,
}

/// Which points of a sweep are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SweepDesign {
    /// Every combination of the axes' values; no axis is a range.
    Grid,
    /// A Sobol' sample.
    Sobol {
        /// How many points, at least 2.
        points: u32,
    },
}

/// One setting that varies.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The key, as `--set` takes it.
    pub key: String,
    /// What it takes.
    pub values: AxisValues,
}

/// What an axis takes.
#[derive(Clone, Debug, PartialEq)]
pub enum AxisValues {
    /// These values, all different; never empty.
    List(Vec<AxisValue>),
    /// Any number from `low` to `high`, which is larger.
    Range {
        /// The least.
        low: f64,
        /// The largest.
        high: f64,
        /// Only whole numbers, both ends included: the key takes no others.
        whole: bool,
    },
}

impl Sweep {
    /// How many points it has: at most a million for a grid.
    #[must_use]
    pub fn points(&self) -> u64 {
        let length = |axis: &Axis| match &axis.values {
            AxisValues::List(list) => list.len() as u64,
            AxisValues::Range { .. } => 0,
        };
        match self.design {
            SweepDesign::Sobol { points } => u64::from(points),
            SweepDesign::Grid => self.axes.iter().map(length).fold(1, u64::saturating_mul),
        }
    }
}

impl AxisValues {
    /// The value at share `u` of the way, 0 up to but not 1: values of a list and whole numbers each have the same part
    /// of it.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to a place in the list or range")]
    pub fn at_share(&self, u: f64) -> AxisValue {
        let u = if u > 0.0 { u.min(1.0) } else { 0.0 };
        match self {
            AxisValues::List(list) => {
                let at = (u * list.len() as f64) as usize;
                list.get(at.min(list.len().saturating_sub(1))).cloned().unwrap_or(AxisValue::Number(u))
            }
            AxisValues::Range { low, high, whole: true } => {
                AxisValue::Whole((low + (u * (high - low + 1.0)).floor()).min(*high) as i64)
            }
            AxisValues::Range { low, high, whole: false } => AxisValue::Number(low + (high - low) * u),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, AxisValue, AxisValues, Sweep, SweepDesign};

    #[test]
    fn shares_fall_evenly_on_values() {
        let list = AxisValues::List(vec![AxisValue::Text("a".to_owned()), AxisValue::Flag(true), AxisValue::Whole(3)]);
        let whole = AxisValues::Range { low: -1.0, high: 1.0, whole: true };
        let drawn = |values: &AxisValues| -> Vec<String> {
            [0.0, 0.3, 0.34, 0.6, 0.67, 0.999, 1.0].iter().map(|&u| values.at_share(u).to_string()).collect()
        };
        assert_eq!(drawn(&list), ["a", "a", "true", "true", "3", "3", "3"]);
        assert_eq!(drawn(&whole), ["-1", "-1", "0", "0", "1", "1", "1"]);
        let range = AxisValues::Range { low: 2.0, high: 4.0, whole: false };
        assert_eq!((range.at_share(0.25), range.at_share(f64::NAN)), (AxisValue::Number(2.5), AxisValue::Number(2.0)));
        let axis = |values| Axis { key: "contagion".to_owned(), values };
        let sweep = Sweep { axes: vec![axis(list.clone()), axis(list)], design: SweepDesign::Grid, branch_at: None };
        assert_eq!(sweep.points(), 9);
    }
}

use super::Error;
use crate::experiment::{SOBOL_AXES, SOBOL_POINTS, grid_points, sobol_points};
use crate::scenario::{AxisValue, AxisValues, Study, Sweep, SweepDesign};
use rayon::prelude::*;

/// The points of a sweep: a value for each axis.
pub(super) fn swept_points(sweep: &Sweep, seed: u64) -> Result<Vec<Vec<AxisValue>>, Error> {
    let values = |place: usize, at: usize| match &sweep.axes[place].values {
        AxisValues::List(list) => list[at].clone(),
        range @ AxisValues::Range { .. } => range.at_share(0.0),
    };
    match sweep.design {
        SweepDesign::Grid => {
            let length = |values: &AxisValues| match values {
                AxisValues::List(list) => list.len(),
                AxisValues::Range { .. } => 1,
            };
            let lengths: Vec<usize> = sweep.axes.iter().map(|axis| length(&axis.values)).collect();
            Ok(grid_points(&lengths).map(|at| at.iter().enumerate().map(|(i, &at)| values(i, at)).collect()).collect())
        }
        SweepDesign::Sobol { points } => {
            let sample = sobol_points(sweep.axes.len(), points, seed).ok_or_else(|| {
                Error::Asked(format!(
                    "a Sobol' sample has at most {SOBOL_AXES} axes and {SOBOL_POINTS} points; this one has {} and {points}",
                    sweep.axes.len()
                ))
            })?;
            let point =
                |shares: Vec<f64>| sweep.axes.iter().zip(shares).map(|(axis, u)| axis.values.at_share(u)).collect();
            Ok(sample.into_iter().map(point).collect())
        }
    }
}

/// Values that are right alone may be wrong together: every point is looked at before the first is run. Of each, the first month
/// after its programme, and the months of its run.
pub(super) fn check_points(study: &Study, points: &[Vec<AxisValue>]) -> Result<Vec<(i32, u32)>, Error> {
    let ends =
        |values: &Vec<AxisValue>| study.at(values).map(|scenario| (scenario.programme.end, scenario.time.months));
    let looked_at: Vec<_> = points.par_iter().map(ends).collect();
    let of = points.len();
    let more = looked_at.iter().filter(|found| found.is_err()).count().saturating_sub(1);
    looked_at.into_iter().collect::<Result<_, _>>().map_err(|first| Error::Points { first, more, of })
}

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

/// Values that are right alone may be wrong together: every point is looked at before the first is run.
pub(super) fn check_points(study: &Study, points: &[Vec<AxisValue>]) -> Result<(), Error> {
    let wrong: Vec<_> = points.par_iter().filter_map(|values| study.at(values).err()).collect();
    let (of, more) = (points.len(), wrong.len().saturating_sub(1));
    wrong.into_iter().next().map_or(Ok(()), |first| Err(Error::Points { first, more, of }))
}

use crate::analysis::{IndexSample, Indices, Screening, Steps};
use crate::experiment::{PointPair, TRAJECTORY_STEP, Trajectory};

/// The screening of the parts of trajectories: before each change and after the last, then the end in other futures.
pub(super) fn screening(
    parts: &[Option<Vec<f64>>],
    trajectories: &[Trajectory],
    inputs: usize,
    seed: u64,
) -> Screening {
    let of = |(trajectory, parts): (&Trajectory, &[Option<Vec<f64>>])| -> Steps {
        let mut steps: Steps = vec![None; inputs + 1];
        for (step, pair) in parts.windows(2).enumerate() {
            // Other futures count as a step like any other.
            let (input, length) = if step < inputs { trajectory.step(step) } else { (inputs, TRAJECTORY_STEP) };
            steps[input] = match pair {
                [Some(before), Some(after)] => {
                    Some(after.iter().zip(before).map(|(after, before)| (after - before) / length).collect())
                }
                _ => None,
            };
        }
        steps
    };
    let all: Vec<Steps> = trajectories.iter().zip(parts.chunks(inputs + 2)).map(of).collect();
    Screening::of(&all, inputs, seed)
}

/// The indices of the parts of rows: A, A with each input from B, A in other futures, B. Rows without one of their values are
/// left out.
pub(super) fn indices(parts: &[Option<Vec<f64>>], pairs: &[PointPair], inputs: Vec<usize>, seed: u64) -> Indices {
    let of = |(pair, row): (&PointPair, &[Option<Vec<f64>>])| -> Option<IndexSample> {
        let mut values: Vec<Vec<f64>> = row.iter().cloned().collect::<Option<_>>()?;
        let b = values.pop()?;
        let a = values.remove(0);
        Some(IndexSample { at: [pair.a.clone(), pair.b.clone()], outcomes: [a, b], changed: values })
    };
    let samples: Vec<IndexSample> = pairs.iter().zip(parts.chunks(inputs.len() + 3)).filter_map(of).collect();
    Indices::of(&samples, inputs, pairs.len() as u64, seed)
}

use super::sobol_points;

/// Levels of an input in a trajectory: 0, 1/3, 2/3 and 1.
const LEVELS: f64 = 4.0;
/// A step goes over two of the three parts between them.
pub const TRAJECTORY_STEP: f64 = LEVELS / (2.0 * (LEVELS - 1.0));

/// A way through the space of inputs on which each is changed once.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// Where it begins, a share of its range for each input.
    start: Vec<f64>,
    /// For each input where it is once it has been changed.
    end: Vec<f64>,
    /// The inputs in the order in which they are changed.
    order: Vec<usize>,
}

impl Trajectory {
    /// The shares after so many steps.
    #[must_use]
    pub fn point(&self, steps: usize) -> Vec<f64> {
        let mut point = self.start.clone();
        self.order.iter().take(steps).for_each(|&input| point[input] = self.end[input]);
        point
    }

    /// The input that a step changes, counted from 0, and by how much.
    #[must_use]
    pub fn step(&self, step: usize) -> (usize, f64) {
        let input = self.order[step];
        (input, self.end[input] - self.start[input])
    }
}

/// Trajectories of Morris (1991, Technometrics 33(2), 161-174): each input on four levels, changed once by two thirds of its
/// range, up or down, in an order of its own. Starts, directions and orders are spread by scrambled Sobol' points. `None` beyond
/// what [`sobol_points`] gives.
#[must_use]
pub fn trajectories(inputs: usize, number: u32, seed: u64) -> Option<Vec<Trajectory>> {
    let drawn = |which: u64| sobol_points(inputs, number, seed ^ (which << 24));
    let (starts, orders) = (drawn(1)?, drawn(2)?);
    let of = |(start, keys): (&Vec<f64>, &Vec<f64>)| {
        // Of four levels, each as likely as any other, the lower two go up and the upper two go down.
        let level = |share: &f64| (share * LEVELS).floor().min(LEVELS - 1.0) / (LEVELS - 1.0);
        let start: Vec<f64> = start.iter().map(level).collect();
        let to = |&from: &f64| if from < 0.5 { from + TRAJECTORY_STEP } else { from - TRAJECTORY_STEP };
        let end = start.iter().map(to).collect();
        let mut order: Vec<usize> = (0..inputs).collect();
        order.sort_by(|&a, &b| keys[a].total_cmp(&keys[b]));
        Trajectory { start, end, order }
    };
    Some(starts.iter().zip(&orders).map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::{TRAJECTORY_STEP, trajectories};

    #[test]
    fn every_input_is_changed_once_by_two_thirds() {
        let all = trajectories(7, 40, 3).unwrap();
        let mut up = [0; 7];
        for one in &all {
            let mut seen = [false; 7];
            for step in 0..7 {
                let (input, change) = one.step(step);
                assert!(!std::mem::replace(&mut seen[input], true));
                let (before, after) = (one.point(step), one.point(step + 1));
                assert!((after[input] - before[input] - change).abs() < 1e-15);
                assert!((change.abs() - TRAJECTORY_STEP).abs() < 1e-15);
                let moved = before.iter().zip(&after).filter(|(a, b)| a != b).count();
                assert!(moved == 1 && after.iter().all(|share| (-1e-15..=1.0 + 1e-15).contains(share)));
                up[input] += usize::from(change > 0.0);
            }
        }
        assert!(up.iter().all(|&n| (10..=30).contains(&n)), "{up:?}");
        assert_ne!(all[0].order, all[1].order);
        assert!(trajectories(257, 1, 0).is_none());
    }
}

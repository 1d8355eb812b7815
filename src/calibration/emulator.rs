use crate::stats::{ForwardRegression, forward_regression};

/// A chance of so much, over all terms together, that one which does nothing comes in.
const LEVEL: f64 = 0.05;
/// At most so many terms.
const MOST: usize = 60;

/// A cheap stand-in for the model: what one target comes to at a point of the unit cube.
#[derive(Clone, Debug, Default)]
pub(super) struct Emulator {
    terms: Vec<Term>,
    fit: ForwardRegression,
    variance: f64,
}

/// Coordinates count from the middle of their axis.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Term {
    Linear(usize),
    Product(usize, usize),
}

impl Term {
    fn at(self, point: &[f64]) -> f64 {
        match self {
            Term::Linear(axis) => point[axis] - 0.5,
            Term::Product(one, other) => (point[one] - 0.5) * (point[other] - 0.5),
        }
    }
}

impl Emulator {
    /// Of what came out at these points: a regression on the axes that move it beyond chance, their squares and products; `chance`
    /// is the variance that chance leaves in each value. Values that do not exist are left out; `None` where too few do.
    pub fn fitted(points: &[&[f64]], values: &[f64], axes: &[usize], chance: f64) -> Option<Emulator> {
        let (points, values): (Vec<&[f64]>, Vec<f64>) = points
            .iter()
            .zip(values)
            .filter(|(_, value)| value.is_finite())
            .map(|(&point, &value)| (point, value))
            .unzip();
        let fit = |terms: &[Term]| {
            let column = |term: &Term| points.iter().map(|point| term.at(point)).collect::<Vec<f64>>();
            forward_regression(&terms.iter().map(column).collect::<Vec<_>>(), &values, LEVEL, MOST)
        };
        let linear: Vec<Term> = axes.iter().map(|&axis| Term::Linear(axis)).collect();
        let first = fit(&linear)?;
        let chosen: Vec<usize> = first.terms.iter().map(|&term| axes[term]).collect();
        let mut terms: Vec<Term> = chosen.iter().map(|&axis| Term::Linear(axis)).collect();
        for (place, &one) in chosen.iter().enumerate() {
            terms.extend(chosen[..=place].iter().map(|&other| Term::Product(other, one)));
        }
        let second = fit(&terms)?;
        // What is left beyond chance is what the regression does not see; what it sees is known from so many values only.
        let unseen = (second.residual_variance - chance).max(0.0);
        let unsure = second.residual_variance * (second.terms.len() + 1) as f64 / values.len() as f64;
        Some(Emulator { terms, fit: second, variance: unseen + unsure })
    }

    /// What it expects at a point without chance, and the variance of how far off that is.
    pub fn at(&self, point: &[f64]) -> (f64, f64) {
        (self.fit.at(|term| self.terms[term].at(point)), self.variance)
    }

    /// What was measured at a point, where chance leaves this variance in it, together with what is expected there, each by how
    /// sure it is; and the variance that is left.
    pub fn settled(&self, point: &[f64], measured: f64, chance: f64) -> (f64, f64) {
        let (expected, unseen) = self.at(point);
        if measured.is_nan() || chance + unseen <= 0.0 {
            return (measured, 0.0);
        }
        let weight = unseen / (chance + unseen);
        (expected + weight * (measured - expected), weight * chance)
    }

    /// Share of the variance over the points that it carries.
    pub fn explained(&self) -> f64 {
        self.fit.explained
    }
}

#[cfg(test)]
mod tests {
    use super::Emulator;
    use crate::calibration::recovery_tests::uniform;
    use crate::stats::latin_hypercube;

    #[test]
    fn learns_a_curved_surface() {
        let mut chance = uniform(4);
        let points = latin_hypercube(12, 200, &mut chance);
        let truth = |p: &[f64]| 1.0 + 2.0 * p[3] - 3.0 * p[5] * p[3] + (p[5] - 0.2) * (p[5] - 0.2);
        let values: Vec<f64> = points.iter().map(|p| truth(p) + 0.02 * (chance() - 0.5)).collect();
        let points: Vec<&[f64]> = points.iter().map(Vec::as_slice).collect();
        let emulator = Emulator::fitted(&points, &values, &(0..12).collect::<Vec<_>>(), 0.0).unwrap();
        assert!(emulator.explained() > 0.99, "{}", emulator.explained());
        let point: Vec<f64> = (0..12).map(|i| f64::from(i) / 12.0).collect();
        let (value, variance) = emulator.at(&point);
        assert!((value - truth(&point)).abs() < 0.01 && variance < 1e-4, "{value} {variance}");
        // As sure of the one as of the other: half way, and twice as sure.
        let (settled, left) = emulator.settled(&point, value + 1.0, variance);
        assert!((settled - value - 0.5).abs() < 1e-9 && (left / variance - 0.5).abs() < 1e-9);
        assert!(emulator.settled(&point, f64::NAN, 1.0).0.is_nan());
    }
}

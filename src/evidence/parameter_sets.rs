use crate::scenario::{Parameter, Parameters, Scenario};
use serde::{Deserialize, Serialize};

/// A value for every parameter of the table, in its order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterSet {
    /// The values.
    pub values: Vec<f64>,
}

/// Sets of parameters at points of the unit cube, one coordinate for each mechanism's parameter: over the plausible range of each
/// ([`crate::scenario::Parameter::at_share`]).
#[must_use]
pub fn parameter_sets(points: &[Vec<f64>]) -> Vec<ParameterSet> {
    points.iter().map(|point| ParameterSet::at(point)).collect()
}

impl ParameterSet {
    fn at(point: &[f64]) -> ParameterSet {
        let mut set = ParameterSet::defaults();
        for ((value, row), &share) in set.values.iter_mut().zip(Parameters::MECHANISMS).zip(point) {
            *value = row.at_share(share);
        }
        set
    }

    /// Every parameter at its default.
    #[must_use]
    pub fn defaults() -> ParameterSet {
        ParameterSet { values: Parameters::TABLE.iter().map(|row| row.default).collect() }
    }

    /// Defaults, but for the parameters at places `free` of the table, which are drawn at these coordinates of the unit cube.
    #[must_use]
    pub fn with_free(free: &[usize], point: &[f64]) -> ParameterSet {
        let mut set = ParameterSet::defaults();
        for (&place, &share) in free.iter().zip(point) {
            set.values[place] = Parameters::TABLE[place].at_share(share);
        }
        set
    }

    /// Names of the parameters that sets vary.
    pub fn varied() -> impl Iterator<Item = &'static str> {
        Parameters::MECHANISMS.iter().map(|row| row.name)
    }

    /// What sets are drawn from, in words: sets of another space are other sets.
    #[must_use]
    pub fn space() -> String {
        let row = |row: &Parameter| format!("{} {:?}", row.name, row.plausible());
        Parameters::MECHANISMS.iter().map(row).collect::<Vec<_>>().join(", ")
    }

    /// Sets all parameters of a scenario, and of the past that it has, but those of these names.
    pub fn lay_over(&self, scenario: &mut Scenario, given: &[&str]) {
        scenario.set_parameters(|parameters| self.set(parameters, given));
    }

    fn set(&self, parameters: &mut Parameters, given: &[&str]) {
        for (row, &value) in Parameters::TABLE.iter().zip(&self.values) {
            if !given.contains(&row.name) {
                row.set(parameters, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ParameterSet, parameter_sets};
    use crate::scenario::Parameters;

    #[test]
    fn ranges_are_those_of_the_table() {
        let n = Parameters::MECHANISMS.len();
        let sets = parameter_sets(&[vec![0.0; n], vec![0.5; n], vec![1.0; n]]);
        for (i, row) in Parameters::MECHANISMS.iter().enumerate() {
            let (low, high) = row.plausible();
            let [a, b, c] = [0, 1, 2].map(|set| sets[set].values[i]);
            assert!((a - low).abs() < 1e-12 && (c - high).abs() < 1e-9 && low <= b && b <= high, "{}", row.name);
        }
        let thresholds = Parameters::MECHANISMS.len()..;
        assert!(
            sets.iter()
                .all(|set| set.values[thresholds.clone()] == ParameterSet::defaults().values[thresholds.clone()])
        );
        let contagion = Parameters::TABLE.iter().position(|row| row.name == "contagion").unwrap();
        assert!((sets[1].values[contagion] - Parameters::default().contagion).abs() < 1e-12);
    }

    #[test]
    fn what_an_arm_gives_stays() {
        let n = Parameters::MECHANISMS.len();
        let set = &parameter_sets(&[vec![1.0; n]])[0];
        let mut parameters = Parameters { contagion: 0.0, ..Parameters::default() };
        set.set(&mut parameters, &["contagion"]);
        assert_eq!((parameters.contagion, parameters.growth), (0.0, 0.7));
    }
}

use super::asked_inputs::AskedInputs;
use crate::analysis::{InputValues, SweptValue, VariedInput};
use crate::diagnostics::Diagnostics;
use crate::scenario::{Axis, AxisValue, AxisValues, Parameter, Parameters, Scenario, Study};
use crate::study::models::parameter_name;

/// The space of the inputs: from a share of its range for each to the scenario of an arm.
pub(super) struct Space {
    /// Each arm as a study of its own, over which the axes of the sweep are laid.
    arms: Vec<Study>,
    parameters: Vec<&'static Parameter>,
    /// The axes of the sweep, if they are varied: they stand behind the parameters.
    axes: Vec<Axis>,
}

impl Space {
    pub fn new(study: &Study, arms: Vec<Scenario>, asked: &AskedInputs) -> Space {
        let axes = study.sweep.as_ref().filter(|_| asked.sweep).map_or(vec![], |sweep| sweep.axes.clone());
        let arms = arms.into_iter().map(|arm| study.over(arm)).collect();
        Space { arms, parameters: asked.parameters.clone(), axes }
    }

    /// How many arms there are.
    pub fn arms(&self) -> usize {
        self.arms.len()
    }

    /// What is varied, in order.
    pub fn inputs(&self) -> Vec<VariedInput> {
        let parameter = |row: &&'static Parameter| {
            let (low, high) = row.plausible();
            VariedInput {
                key: row.name.to_owned(),
                meaning: row.meaning,
                whole: false,
                values: InputValues::Numbers(low, high),
            }
        };
        let setting = |axis: &Axis| VariedInput {
            key: axis.key.clone(),
            meaning: Parameters::find(parameter_name(&axis.key)).map_or("", |row| row.meaning),
            whole: is_whole(&axis.values),
            values: input_values(&axis.values),
        };
        self.parameters.iter().map(parameter).chain(self.axes.iter().map(setting)).collect()
    }

    /// The point at which nothing is varied: parameters as the scenario has them (a share that is no number), settings in the
    /// middle of their ranges.
    pub fn resting(&self) -> Vec<f64> {
        let parameters = self.parameters.iter().map(|_| f64::NAN);
        parameters.chain(self.axes.iter().map(|_| 0.5)).collect()
    }

    /// The values at a point.
    pub fn values(&self, shares: &[f64]) -> Vec<SweptValue> {
        let numbers = self.parameters.iter().zip(shares).map(|(row, &share)| SweptValue::Number(row.at_share(share)));
        let settings = self.settings(shares).into_iter().map(|value| match value.number() {
            Some(number) => SweptValue::Number(number),
            None => SweptValue::Text(value.to_string()),
        });
        numbers.chain(settings).collect()
    }

    /// An arm at a point; an error where values do not go together.
    pub fn scenario(&self, arm: usize, shares: &[f64]) -> Result<Scenario, Diagnostics> {
        let study = &self.arms[arm];
        let mut scenario =
            if self.axes.is_empty() { study.scenario.clone() } else { study.at(&self.settings(shares))? };
        scenario.set_parameters(|parameters| {
            for (row, &share) in self.parameters.iter().zip(shares).filter(|(_, share)| !share.is_nan()) {
                row.set(parameters, row.at_share(share));
            }
        });
        Ok(scenario)
    }

    /// Whether every point is a scenario that can be run, whatever is taken together.
    pub fn is_always_right(&self) -> bool {
        self.axes.is_empty()
    }

    /// Of every arm as it is, and with each setting at each of its ends: the first month after the programme, and the months
    /// of the run.
    pub fn ends(&self) -> Result<Vec<(i32, u32)>, Diagnostics> {
        let end = |scenario: &Scenario| (scenario.programme.end, scenario.time.months);
        let mut ends: Vec<(i32, u32)> = self.arms.iter().map(|arm| end(&arm.scenario)).collect();
        let middle = vec![0.5; self.parameters.len() + self.axes.len()];
        for axis in 0..self.axes.len() {
            for share in self.steps(axis) {
                let mut point = middle.clone();
                point[self.parameters.len() + axis] = share;
                for arm in 0..self.arms.len() {
                    ends.push(end(&self.scenario(arm, &point)?));
                }
            }
        }
        Ok(ends)
    }

    /// Shares at which an axis takes all its values, or both ends of a range.
    fn steps(&self, axis: usize) -> Vec<f64> {
        match &self.axes[axis].values {
            AxisValues::List(list) => (0..list.len()).map(|at| (at as f64 + 0.5) / list.len() as f64).collect(),
            AxisValues::Range { .. } => vec![0.0, 1.0],
        }
    }

    fn settings(&self, shares: &[f64]) -> Vec<AxisValue> {
        let behind = shares.iter().skip(self.parameters.len());
        self.axes.iter().zip(behind).map(|(axis, &share)| axis.values.at_share(share)).collect()
    }
}

fn input_values(values: &AxisValues) -> InputValues {
    match values {
        AxisValues::Range { low, high, .. } => InputValues::Numbers(*low, *high),
        AxisValues::List(list) => match list.iter().map(AxisValue::number).collect::<Option<Vec<f64>>>() {
            Some(numbers) => InputValues::Numbers(
                numbers.iter().copied().fold(f64::INFINITY, f64::min),
                numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ),
            None => InputValues::Words(list.iter().map(ToString::to_string).collect()),
        },
    }
}

fn is_whole(values: &AxisValues) -> bool {
    match values {
        AxisValues::Range { whole, .. } => *whole,
        AxisValues::List(list) => list.iter().all(|value| matches!(value, AxisValue::Whole(_))),
    }
}

#[cfg(test)]
mod tests {
    use super::{AskedInputs, Space};
    use crate::scenario::{Parameters, Source, load_study};

    /// A model is one and the same before a regime parts and after.
    #[test]
    fn a_point_holds_in_the_past_as_well() {
        let text = "extends = \"single-site\"\nname = \"b\"\n[[regime]]\nname = \"as it was\"\n[[regime]]\nname = \"bridge\"\n\
                    branch_at = \"2016-10\"\nset = { \"programme.bridge\" = 0.9 }\n";
        let source = Source::Text { name: "b".to_owned(), text: text.to_owned() };
        let study = load_study(&source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let asked = AskedInputs { parameters: vec![Parameters::find("contagion").unwrap()], ..AskedInputs::default() };
        let space = Space::new(&study, vec![study.regimes[1].scenario.clone()], &asked);
        let scenario = space.scenario(0, &[1.0]).unwrap();
        let past = &scenario.past.as_ref().unwrap().scenario;
        assert_eq!((scenario.parameters.contagion, past.parameters.contagion), (0.06, 0.06));
    }
}

use crate::evidence::ParameterSet;
use crate::scenario::Parameters;
use serde::{Deserialize, Serialize};

/// Sets of parameters that targets do not rule out: plausible models, for one model's equations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ensemble {
    /// The number of the model that they are sets of.
    pub model: u32,
    /// The SHA-256 of the targets that they were chosen by.
    pub targets: String,
    /// What chose them, in words.
    pub made_by: String,
    /// Names of the parameters that they vary; all others stay at their defaults.
    pub parameters: Vec<String>,
    /// The sets: a value for each of these.
    pub sets: Vec<Vec<f64>>,
}

const BUILT_IN: &str = include_str!("../../scenarios/ensemble.toml");

impl Ensemble {
    /// The one that is part of the program.
    ///
    /// # Errors
    /// As [`Ensemble::read`].
    pub fn built_in(model: u32) -> Result<Ensemble, String> {
        Ensemble::read("the built-in ensemble", BUILT_IN, model)
    }

    /// Of a text; `title` is what a reader knows it by, `model` the number of the model that is to be run.
    ///
    /// # Errors
    /// Why it cannot be used: it is none, it is of another model, a parameter is not there or has a value that it cannot have.
    pub fn read(title: &str, text: &str, model: u32) -> Result<Ensemble, String> {
        // Of another model it may name parameters that are gone: that is no mistake in it.
        #[derive(Deserialize)]
        struct OfModel {
            model: u32,
        }
        if let Ok(of) = toml::from_str::<OfModel>(text)
            && of.model != model
        {
            return Err(format!(
                "{title} is of model {}, and this program has model {model}: its sets say nothing here; safsim calibrate makes \
                 one",
                of.model
            ));
        }
        let ensemble: Ensemble = crate::evidence::read_entries(title, text)?;
        let rows = ensemble
            .parameters
            .iter()
            .map(|name| Parameters::find(name).ok_or_else(|| format!("{title}: there is no parameter {name}")));
        let rows = rows.collect::<Result<Vec<_>, String>>()?;
        if ensemble.sets.is_empty() {
            return Err(format!("{title} holds no set of parameters"));
        }
        for (place, set) in ensemble.sets.iter().enumerate() {
            if set.len() != rows.len() {
                return Err(format!(
                    "{title}: set {} has {} values for {} parameters",
                    place + 1,
                    set.len(),
                    rows.len()
                ));
            }
            for (row, value) in rows.iter().zip(set) {
                let (low, high) = row.allowed();
                if !(low..=high).contains(value) {
                    let name = row.name;
                    return Err(format!("{title}: set {} has {name} = {value}, of {low} to {high}", place + 1));
                }
            }
        }
        Ok(ensemble)
    }

    /// As a file: what it is, in a comment, and a line for each set.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let list = |values: &[f64]| values.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>().join(", ");
        let names: String = self.parameters.iter().map(|name| format!("  \"{name}\",\n")).collect();
        let sets: String = self.sets.iter().map(|set| format!("  [{}],\n", list(set))).collect();
        format!(
            "# Plausible models: {} sets of parameters that the targets do not rule out. Made by safsim calibrate; every command \
             with\n# --ensemble takes it. What is not named stays at its default.\nmodel = {}\ntargets = \"{}\"\nmade_by = \
             \"{}\"\nparameters = [\n{names}]\nsets = [\n{sets}]\n",
            self.sets.len(),
            self.model,
            self.targets,
            self.made_by,
        )
    }

    /// The sets, with every parameter.
    #[must_use]
    pub fn parameter_sets(&self) -> Vec<ParameterSet> {
        let places: Vec<Option<usize>> =
            self.parameters.iter().map(|name| Parameters::TABLE.iter().position(|row| row.name == *name)).collect();
        let one = |set: &Vec<f64>| {
            let mut whole = ParameterSet::defaults();
            for (place, &value) in places.iter().zip(set) {
                if let Some(place) = *place {
                    whole.values[place] = value;
                }
            }
            whole
        };
        self.sets.iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Ensemble;
    use crate::scenario::Parameters;

    fn two() -> Ensemble {
        Ensemble {
            model: 6,
            targets: "abc".to_owned(),
            made_by: "safsim 1".to_owned(),
            parameters: vec!["contagion".to_owned(), "loss_weight".to_owned()],
            sets: vec![vec![0.1, 2.5], vec![1.0 / 3.0, 3.0]],
        }
    }

    #[test]
    fn comes_back_as_it_was_written() {
        let text = two().to_toml();
        assert_eq!(Ensemble::read("e", &text, 6), Ok(two()));
        let sets = two().parameter_sets();
        let place = |name: &str| Parameters::TABLE.iter().position(|row| row.name == name).unwrap();
        assert_eq!((sets[1].values[place("contagion")], sets[0].values[place("loss_weight")]), (1.0 / 3.0, 2.5));
        assert_eq!(sets[0].values[place("growth")], Parameters::default().growth);
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_why() {
        let text = two().to_toml();
        for (text, told) in [
            (
                text.replace("model = 6", "model = 5").replace("contagion", "gone"),
                "is of model 5, and this program has model 6",
            ),
            (text.replace("contagion", "contagon"), "there is no parameter contagon"),
            (text.replace("[0.1, 2.5]", "[0.1]"), "set 1 has 1 values for 2 parameters"),
            (text.replace("[0.1, 2.5]", "[1.1, 2.5]"), "set 1 has contagion = 1.1, of 0 to 1"),
            (text.replace("[0.1, 2.5]", "[nan, 2.5]"), "set 1 has contagion = NaN"),
            (text.replace("sets = [", "sats = ["), "e:"),
            ("model = 6\nsets = []".to_owned(), "e:"),
        ] {
            let mistake = Ensemble::read("e", &text, 6).unwrap_err();
            assert!(mistake.contains(told), "{mistake}");
        }
    }
}

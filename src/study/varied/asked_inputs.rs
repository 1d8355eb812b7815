use crate::diagnostics::nearest;
use crate::scenario::{Parameter, Parameters, Scenario, Study};
use crate::study::Error;
use crate::study::models::parameter_name;

/// What is to be varied.
#[derive(Clone, Debug, Default)]
pub(super) struct AskedInputs {
    /// Parameters of the model.
    pub parameters: Vec<&'static Parameter>,
    /// Whether the axes of the sweep are.
    pub sweep: bool,
    /// Parameters that stay as the scenario sets them.
    pub held: Vec<String>,
}

impl AskedInputs {
    /// Of what was asked for (all parameters if nothing was), for these arms of a study.
    pub fn of(over: &[String], arms: &[&Scenario], study: &Study) -> Result<AskedInputs, Error> {
        let mut asked = AskedInputs::default();
        let all = ["parameters".to_owned()];
        for name in if over.is_empty() { &all } else { over } {
            match name.as_str() {
                "parameters" => asked.add_all(Parameters::MECHANISMS, arms),
                "thresholds" => asked.add_all(Parameters::THRESHOLDS, arms),
                "sweep" => asked.sweep = true,
                name => {
                    let row = known(name)?;
                    let values: Vec<f64> = arms.iter().map(|arm| row.get(&arm.parameters)).collect();
                    if values.windows(2).any(|pair| pair[0] != pair[1]) {
                        let why = format!("the regimes differ in {name}: it cannot be varied for both");
                        return Err(Error::Asked(why));
                    }
                    asked.add(row);
                }
            }
        }
        asked.held.retain(|name| !asked.parameters.iter().any(|row| row.name == name));
        if asked.sweep {
            let Some(sweep) = &study.sweep else {
                let name = arms.first().map_or("", |arm| arm.name.as_str());
                return Err(Error::NothingToVary(name.to_owned()));
            };
            // An axis that is a parameter is that axis, over its own range.
            let is_axis = |row: &&Parameter| sweep.axes.iter().any(|axis| parameter_name(&axis.key) == row.name);
            asked.parameters.retain(|row| !is_axis(row));
            asked.leave_to_words(over, &study.set_by_words())?;
        }
        if asked.parameters.is_empty() && !asked.sweep {
            return Err(Error::Asked("nothing is left to vary: the scenario sets every parameter itself".to_owned()));
        }
        Ok(asked)
    }

    /// What a word of an axis sets would be lost if it were varied as well.
    fn leave_to_words(&mut self, over: &[String], set: &[&'static str]) -> Result<(), Error> {
        if let Some(name) = over.iter().find(|name| set.contains(&parameter_name(name))) {
            return Err(Error::Asked(format!("a word of the sweep sets {name}: it cannot be varied as well")));
        }
        let is_set = |row: &&'static Parameter| set.contains(&row.name);
        self.held.extend(self.parameters.iter().filter(|row| is_set(row)).map(|row| row.name.to_owned()));
        self.parameters.retain(|row| !is_set(row));
        Ok(())
    }

    /// Those that no arm sets: what a scenario sets is part of the question.
    fn add_all(&mut self, rows: &'static [Parameter], arms: &[&Scenario]) {
        for row in rows {
            if arms.iter().any(|arm| row.get(&arm.parameters) != row.default) {
                self.held.push(row.name.to_owned());
            } else {
                self.add(row);
            }
        }
    }

    fn add(&mut self, row: &'static Parameter) {
        if !self.parameters.iter().any(|other| other.name == row.name) {
            self.parameters.push(row);
        }
    }
}

fn known(name: &str) -> Result<&'static Parameter, Error> {
    Parameters::find(parameter_name(name)).ok_or_else(|| {
        let names = Parameters::TABLE.iter().map(|row| row.name).chain(["parameters", "thresholds", "sweep"]);
        let meant = nearest(name, names).map_or(String::new(), |meant| format!("\n  did you mean {meant}?"));
        Error::Asked(format!(
            "there is no parameter {name} to vary{meant}\n  a setting is varied over a range of its own: {name}=LOW..HIGH"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::AskedInputs;
    use crate::scenario::{Parameters, Source, Study, default_scenario, load_study};

    fn study(text: &str) -> Study {
        let text = format!("name = \"b\"\nextends = \"single-site\"\n{text}");
        load_study(&Source::Text { name: "b".to_owned(), text }, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
    }

    fn asked(over: &[&str], contagion: [f64; 2]) -> Result<AskedInputs, String> {
        let arms = contagion.map(|value| {
            let mut arm = default_scenario();
            arm.parameters.contagion = value;
            arm
        });
        let over: Vec<String> = over.iter().map(|&name| name.to_owned()).collect();
        AskedInputs::of(&over, &[&arms[0], &arms[1]], &study("")).map_err(|error| error.to_string())
    }

    #[test]
    fn what_the_scenario_sets_stays_unless_it_is_named() {
        let default = Parameters::default().contagion;
        let all = Parameters::MECHANISMS.len();
        assert_eq!(asked(&[], [default; 2]).unwrap().parameters.len(), all);
        let thresholds = Parameters::THRESHOLDS.len();
        assert_eq!(asked(&["parameters", "thresholds"], [default; 2]).unwrap().parameters.len(), all + thresholds);
        let held = asked(&[], [default, 0.2]).unwrap();
        assert_eq!((held.parameters.len(), held.held), (all - 1, vec!["contagion".to_owned()]));
        let named = asked(&["parameters", "contagion"], [0.2; 2]).unwrap();
        assert_eq!((named.parameters.len(), named.held.len()), (all, 0));
        assert!(asked(&["contagion"], [default, 0.2]).unwrap_err().contains("the regimes differ in contagion"));
        let wrong = asked(&["contagio"], [default; 2]).unwrap_err();
        assert!(wrong.contains("did you mean contagion?") && wrong.contains("contagio=LOW..HIGH"), "{wrong}");
        assert!(asked(&["sweep"], [default; 2]).unwrap_err().contains("no [sweep]"));
    }

    /// A rule is a word for several parameters: to vary these as well would undo it.
    #[test]
    fn what_a_word_of_the_sweep_sets_is_left_to_it() {
        let study = study("[sweep]\naxes = { \"rules.feedback\" = [\"absent\", \"loops\"] }\n");
        let set = study.set_by_words();
        assert!(!set.is_empty());
        let of = |over: &[&str]| {
            let over: Vec<String> = over.iter().map(|&name| name.to_owned()).collect();
            AskedInputs::of(&over, &[&study.scenario], &study).map_err(|error| error.to_string())
        };
        let asked = of(&["sweep", "parameters"]).unwrap();
        assert_eq!(asked.parameters.len(), Parameters::MECHANISMS.len() - set.len());
        assert_eq!(asked.held, set);
        assert!(of(&["sweep", set[0]]).unwrap_err().contains("a word of the sweep sets"));
        assert!(of(&[set[0]]).is_ok());
    }
}

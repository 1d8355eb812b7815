use super::arms::Arms;
use super::budgets::budgeted_arms;
use super::refuse::refuse;
use super::settled::settle;
use super::{Error, Options};
use crate::analysis::{ArmLabel, Clock, Headline, Kept};
use crate::record::Setting;
use crate::scenario::{Scenario, Study};

/// The arms of a comparison, made ready to be run one replicate at a time, by somebody who wants to see results grow. A run is
/// what [`super::compare`] makes of the same study.
#[derive(Debug)]
pub struct Stepwise {
    arms: Vec<(ArmLabel, Scenario)>,
    ready: Arms,
}

impl Stepwise {
    /// Of a study with regimes, with its own seed unless another is given. Budgets that are to be alike are found here, which takes a
    /// number of runs.
    ///
    /// # Errors
    /// As of [`super::compare`].
    pub fn new(study: &Study, seed: Option<u64>) -> Result<Stepwise, Error> {
        let mut study = study.clone();
        if study.regimes.is_empty() {
            return Err(Error::NothingToCompare(study.scenario.name));
        }
        settle(&mut study, None, seed);
        study.sweep = None;
        refuse(&study)?;
        let arms = budgeted_arms(&study, &Options::default())?;
        let labelled = arms.iter().map(|(label, scenario)| (label.clone(), scenario)).collect();
        let ready = Arms::new(labelled, study.scenario.run.seed, &study.outcome.survival_horizons());
        Ok(Stepwise { arms, ready })
    }

    /// The arms, the baseline first: what each is called, and its scenario under its budget.
    #[must_use]
    pub fn arms(&self) -> &[(ArmLabel, Scenario)] {
        &self.arms
    }

    /// Where and when an arm takes place.
    #[must_use]
    pub fn setting(&self, arm: usize) -> &Setting {
        self.ready.setting(arm)
    }

    /// The figures that are kept of each run.
    #[must_use]
    pub fn headlines(&self) -> &[Headline] {
        &self.ready.headlines
    }

    /// At what times arms are compared.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.ready.clock
    }

    /// The seed of all chance.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.ready.seed
    }

    /// One run of an arm, with its months.
    #[must_use]
    pub fn run(&self, arm: usize, replicate: u64) -> Kept {
        self.ready.run(arm, replicate)
    }
}

#[cfg(test)]
mod tests {
    use super::Stepwise;
    use crate::analysis::Comparison;
    use crate::scenario::{Source, load_study};
    use crate::study::{Options, compare};

    #[test]
    fn runs_one_by_one_come_to_what_a_comparison_comes_to() {
        let text = "name = \"x\"\nextends = \"single-site\"\n[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nbudget_neutral = true\n\
                    set = { \"programme.end\" = \"2019-04\" }\n";
        let study = load_study(&Source::Text { name: "x.toml".to_owned(), text: text.to_owned() }, &[]).unwrap();
        let whole = compare(&study, &Options { replicates: Some(6), seed: Some(3), ..Options::default() }).unwrap();
        let stepwise = Stepwise::new(&study, Some(3)).unwrap();
        let mut comparison = Comparison::new(stepwise.setting(0), stepwise.headlines(), 2);
        for replicate in 0..6 {
            comparison.add(&[Some(&stepwise.run(0, replicate)), Some(&stepwise.run(1, replicate))]);
        }
        let asked = whole.compared().arms[1].contrast.effects.iter();
        for ((headline, effect), (other, found)) in asked.zip(&comparison.finish()[1].effects) {
            assert_eq!((&headline.name, format!("{effect:?}")), (&other.name, format!("{found:?}")));
        }
        assert_eq!(stepwise.arms()[1].0, whole.compared().arms[1].label);
        assert_eq!(*stepwise.clock(), whole.compared().clock);
    }

    #[test]
    fn there_must_be_arms() {
        let study = load_study(&Source::BuiltIn("single-site".to_owned()), &[]).unwrap();
        assert!(Stepwise::new(&study, None).unwrap_err().to_string().contains("single-site"));
    }
}

#![cfg(feature = "page")]

use crate::report::Difference;
use crate::scenario::{Regime, Source, Study, differences, load_study, study_differences};

/// The built-in scenario that a scenario starts from, and how it differs from that; empty where it stands alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Base {
    pub title: String,
    pub differences: Vec<Difference>,
    /// What the arms of a comparison set otherwise than the first.
    pub arms: Vec<(String, Vec<Difference>)>,
}

impl Base {
    /// The built-in scenario that this one says it starts from (`starts_from`), which a run from its results says as well;
    /// regimes, axes and outcome count as differences as far as the command runs them. Names, words, and how often and
    /// with which seed it runs do not.
    pub fn of(study: &Study) -> Base {
        let name = &study.scenario.starts_from;
        if name.is_empty() {
            return Base::default();
        }
        let Ok(mut from) = load_study(&Source::BuiltIn(name.clone()), &[]) else { return Base::default() };
        if study.regimes.is_empty() {
            from.regimes.clear();
        }
        if study.sweep.is_none() {
            from.sweep = None;
        }
        Base { title: format!("the built-in {name}"), differences: told(study_differences(&from, study)), arms: vec![] }
    }

    /// The same of a comparison, with what its arms set otherwise than the first.
    pub fn of_arms(study: &Study) -> Base {
        let first = &study.regimes[0].scenario;
        let arm = |regime: &Regime| (regime.name.clone(), told(differences(first, &regime.scenario)));
        Base { arms: study.regimes.iter().skip(1).map(arm).collect(), ..Base::of(study) }
    }
}

fn told(differences: Vec<(String, String)>) -> Vec<Difference> {
    let words = ["name", "description", "question", "starts_from"];
    let is_told = |key: &str| !words.contains(&key) && !key.starts_with("run.");
    let all = differences.into_iter().filter(|(key, _)| is_told(key));
    all.map(|(key, value)| Difference { key, value }).collect()
}

#[cfg(test)]
mod tests {
    use super::Base;
    use crate::scenario::{Source, Study, load_study, study_to_toml};

    fn built_in(name: &str, sets: &[&str]) -> Study {
        let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
        load_study(&Source::BuiltIn(name.to_owned()), &sets).unwrap()
    }

    fn keys(study: &Study) -> (String, Vec<String>) {
        let base = Base::of(study);
        (base.title, base.differences.into_iter().map(|difference| difference.key).collect())
    }

    #[test]
    fn what_was_set_is_what_differs() {
        let base = Base::of(&built_in("six-sites", &["contagion=0.1"]));
        assert_eq!(base.title, "the built-in six-sites");
        let told: Vec<(&str, &str)> = base.differences.iter().map(|d| (d.key.as_str(), d.value.as_str())).collect();
        assert_eq!(told, [("parameters.contagion", "0.1")]);
        assert!(Base::of(&built_in("six-sites", &[])).differences.is_empty());
    }

    /// Each is near another one, and called by its own name all the same.
    #[test]
    fn every_built_in_scenario_is_itself_and_so_is_its_complete_file() {
        for one in crate::scenario::built_ins() {
            let study = built_in(one.name, &[]);
            assert_eq!(keys(&study), (format!("the built-in {}", one.name), vec![]));
            let text = study_to_toml(&study);
            let again = load_study(&Source::Text { name: "scenario.toml".to_owned(), text }, &[]).unwrap();
            assert_eq!(keys(&again), keys(&study));
        }
    }

    #[test]
    fn what_a_file_extends_is_its_base_whatever_its_name() {
        let of =
            |text: &str| load_study(&Source::Text { name: "mine".to_owned(), text: text.to_owned() }, &[]).unwrap();
        let mut sweep =
            of("name = \"mine\"\nextends = \"award-by-horizon\"\n[sweep]\naxes = { \"contagion\" = [0.0, 0.1] }");
        sweep.regimes.clear();
        let told = keys(&sweep);
        assert_eq!(told.0, "the built-in award-by-horizon");
        assert!(!told.1.is_empty() && told.1.iter().all(|key| key.starts_with("sweep")), "{told:?}");
        // Run alone, its axes are no difference; its complete file says the same.
        sweep.sweep = None;
        assert_eq!(keys(&sweep), ("the built-in award-by-horizon".to_owned(), vec![]));
        assert_eq!(keys(&of(&study_to_toml(&sweep))), keys(&sweep));
        let arms = of(
            "name = \"mine\"\nextends = \"funding-regimes\"\n[[regime]]\nname = \"more\"\nset = { contagion = 0.1 }",
        );
        assert!(keys(&arms).1.iter().any(|key| key.starts_with("regime")), "{:?}", keys(&arms));
        let alone = of("name = \"mine\"\n[[site]]\nname = \"a\"\n");
        assert_eq!(keys(&alone), (String::new(), vec![]));
    }
}

use crate::report::Difference;
use crate::scenario::{Regime, Scenario, Source, Study, built_ins, differences, load};

/// The built-in scenario that a scenario starts from, and how it differs from that; empty where it stands alone.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct Base {
    pub title: String,
    pub differences: Vec<Difference>,
    /// What the arms of a comparison set otherwise than the first.
    pub arms: Vec<(String, Vec<Difference>)>,
}

/// A scenario that differs from all built-in ones in more settings than this stands alone.
const MOST: usize = 100;

impl Base {
    /// The built-in scenario with the fewest differences: a function of the scenario alone, so that one that is run again
    /// from its results has the same. Names, words, and how often and with which seed it runs are no differences.
    pub fn of(scenario: &Scenario) -> Base {
        let from = |name: &str| {
            let base = load(&Source::BuiltIn(name.to_owned()), &[]).ok()?;
            Some(Base { title: format!("the built-in {name}"), differences: told(&base, scenario), arms: vec![] })
        };
        let bases = built_ins().iter().filter_map(|one| from(one.name));
        let nearest = bases.min_by_key(|base| base.differences.len());
        nearest.filter(|base| base.differences.len() <= MOST).unwrap_or_default()
    }

    /// The same of a comparison, with what its arms set otherwise than the first.
    pub fn of_arms(study: &Study) -> Base {
        let arm = |regime: &Regime| (regime.name.clone(), told(&study.regimes[0].scenario, &regime.scenario));
        Base { arms: study.regimes.iter().skip(1).map(arm).collect(), ..Base::of(&study.scenario) }
    }
}

fn told(base: &Scenario, scenario: &Scenario) -> Vec<Difference> {
    let is_told = |key: &str| !matches!(key, "name" | "description" | "question") && !key.starts_with("run.");
    let all = differences(base, scenario).into_iter().filter(|(key, _)| is_told(key));
    all.map(|(key, value)| Difference { key, value }).collect()
}

#[cfg(test)]
mod tests {
    use super::Base;
    use crate::scenario::{Source, load};

    #[test]
    fn what_was_set_is_what_differs() {
        let six = || Source::BuiltIn("six-sites".to_owned());
        let base = Base::of(&load(&six(), &["contagion=0.1".to_owned()]).unwrap());
        assert_eq!(base.title, "the built-in six-sites");
        let told: Vec<(&str, &str)> = base.differences.iter().map(|d| (d.key.as_str(), d.value.as_str())).collect();
        assert_eq!(told, [("parameters.contagion", "0.1")]);
        assert!(Base::of(&load(&six(), &[]).unwrap()).differences.is_empty());
    }
}

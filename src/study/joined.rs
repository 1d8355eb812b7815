use crate::diagnostics::Diagnostics;
use crate::scenario::{Scenario, Study};

/// Whole scenarios as the arms of one study, the first the baseline: its seed, its replicates and what it asks about count.
/// Of a single study it is that study.
///
/// # Errors
/// If they cannot stand side by side.
///
/// # Panics
/// If there is none.
pub fn side_by_side(mut studies: Vec<Study>) -> Result<Study, Diagnostics> {
    if studies.len() == 1 {
        return Ok(studies.remove(0));
    }
    let outcome = studies[0].outcome.clone();
    let arms: Vec<Scenario> = studies.into_iter().map(|study| study.scenario).collect();
    let mut study = Study::of(arms)?;
    study.outcome = outcome;
    let name = joined(&study.regimes.iter().map(|regime| regime.name.as_str()).collect::<Vec<_>>());
    study.regimes.iter_mut().for_each(|regime| regime.scenario.name.clone_from(&name));
    study.scenario.name = name;
    Ok(study)
}

/// The name of a comparison of whole scenarios, and of its folder: the first one's own results lie in `out/FIRST`.
fn joined(names: &[&str]) -> String {
    let all = names.join("-vs-");
    if all.len() <= LONGEST {
        all
    } else {
        format!("{}-vs-{}-others", &names[0][..names[0].len().min(60)], names.len() - 1)
    }
}

/// Letters of a joined name, at most; names of scenarios are plain ASCII.
const LONGEST: usize = 90;

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn names_are_joined_while_they_are_short() {
        assert_eq!(joined(&["six-sites", "mine"]), "six-sites-vs-mine");
        let long = "a".repeat(80);
        assert_eq!(joined(&[&long, "b", "c-and-more"]), format!("{}-vs-2-others", "a".repeat(60)));
    }
}

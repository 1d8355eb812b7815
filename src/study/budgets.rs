use super::{Cancel, Error, Note, Options};
use crate::analysis::{ArmLabel, Equalised, Neutrality};
use crate::experiment::{NeutralBudget, Pilot, Stopped, pool};
use crate::record::Money;
use crate::scenario::{BudgetNeutral, Regime, Scenario, Study};

/// The arms of a study, each with its label, under the budgets that make them spend, or be given, as much as the first where
/// they are to.
pub(super) fn budgeted_arms(study: &Study, options: &Options<'_>) -> Result<Vec<(ArmLabel, Scenario)>, Error> {
    let is_neutral = |of: BudgetNeutral| study.regimes.iter().skip(1).any(|regime| regime.budget_neutral == Some(of));
    let (spent, given) = (is_neutral(BudgetNeutral::Spent), is_neutral(BudgetNeutral::Given));
    if spent || given {
        options.note(&Note::Budgets { spent, given });
    }
    pool(options.threads)?.install(|| {
        let cancel = options.cancel();
        refuse_unneutral(study, cancel)?;
        let pilot = Pilot { seed: study.scenario.run.seed, stop: cancel.stopping() };
        let first = &study.regimes[0].scenario;
        let target = if spent || given { pilot.money(first).map_err(interrupted)? } else { Money::default() };
        let arm = |(place, regime): (usize, &Regime)| budgeted(regime, place > 0, &pilot, &target);
        study.regimes.iter().enumerate().map(arm).collect()
    })
}

fn interrupted(_: Stopped) -> Error {
    Error::Interrupted { so_far: None, earlier: None }
}

/// What an arm is, and from when on.
fn described(regime: &Regime) -> String {
    let from = regime.branch_at.map(|month| format!("Until {} as the scenario is.", month.plus(-1).in_words()));
    let said = [regime.description.trim().to_owned(), from.unwrap_or_default()];
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn budgeted(
    regime: &Regime,
    can_change: bool,
    pilot: &Pilot<'_>,
    target: &Money,
) -> Result<(ArmLabel, Scenario), Error> {
    let mut scenario = regime.scenario.clone();
    let mut label = ArmLabel { name: regime.name.clone(), description: described(regime), neutral: None };
    if let Some(neutral) = regime.budget_neutral.filter(|_| can_change) {
        let (of, alike): (fn(&Money) -> f64, _) = match neutral {
            BudgetNeutral::Spent => (|money| money.spent, Equalised::Spent),
            BudgetNeutral::Given => (|money| money.given, Equalised::Given),
        };
        let found = pilot.neutral_budget(&scenario, of, of(target)).map_err(interrupted)?;
        let found = found.ok_or_else(|| Error::NoBudget(regime.name.clone()))?;
        scenario.programme.funding.budget = Some(found.budget);
        let NeutralBudget { budget, .. } = found;
        label.neutral = Some(Neutrality { budget, of: alike, is_met: found.is_met() });
    }
    Ok((label, scenario))
}

/// An error unless the arms that are to spend as much as the first one spend anything, and the first one does.
pub(super) fn refuse_unneutral(study: &Study, cancel: &Cancel) -> Result<(), Error> {
    let pilot = Pilot { seed: study.scenario.run.seed, stop: cancel.stopping() };
    let Some((first, others)) = study.regimes.split_first() else { return Ok(()) };
    let refused = |at: usize, who: &str| Err(Error::Mistakes(study.cannot_be_neutral(at, who)));
    let mut first_spends = None;
    for (i, arm) in others.iter().enumerate().filter(|(_, arm)| arm.budget_neutral.is_some()) {
        let known = match first_spends {
            Some(known) => known,
            None => pilot.spends(&first.scenario).map_err(interrupted)?,
        };
        first_spends = Some(known);
        if !known {
            return refused(i + 1, "the first regime");
        }
        if !pilot.spends(&arm.scenario).map_err(interrupted)? {
            return refused(i + 1, "it");
        }
    }
    Ok(())
}

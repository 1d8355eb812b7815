use crate::diagnostics::nearest;
use crate::scenario::{Axis, Scenario, Study, differences};
use crate::study::budgets::budgeted_arms;
use crate::study::{Error, Options};

/// The places of two regimes.
pub(super) fn places(study: &Study, between: &[String; 2]) -> Result<[usize; 2], Error> {
    if study.regimes.len() < 2 {
        return Err(Error::NothingToCompare(study.scenario.name.clone()));
    }
    let place = |name: &String| {
        study.regimes.iter().position(|regime| regime.name == *name).ok_or_else(|| {
            let names = study.regimes.iter().map(|regime| regime.name.as_str());
            let list: Vec<String> = names.clone().map(|name| format!("\"{name}\"")).collect();
            let meant = nearest(name, names).map_or(String::new(), |meant| format!("\n  did you mean \"{meant}\"?"));
            Error::Asked(format!("there is no regime \"{name}\"{meant}\n  there are {}", list.join(", ")))
        })
    };
    let [first, second] = [place(&between[0])?, place(&between[1])?];
    if first == second {
        return Err(Error::Asked(format!("\"{}\" does not differ from itself: name two regimes", between[0])));
    }
    Ok([first, second])
}

/// An error where an axis would be laid over what makes the regimes different.
pub(super) fn refuse_same(arms: [&Scenario; 2], axes: &[Axis]) -> Result<(), Error> {
    let differing = differences(arms[0], arms[1]);
    for axis in axes {
        let key = axis.key.as_str();
        let is_part = |other: &str| {
            let inside = |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'));
            other == key || inside(other, key) || inside(key, other) || other.strip_prefix("parameters.") == Some(key)
        };
        if let Some((other, _)) = differing.iter().find(|(other, _)| is_part(other)) {
            let why = format!("the regimes differ in {other}: {key} cannot be varied for both");
            return Err(Error::Asked(why));
        }
    }
    Ok(())
}

/// The scenarios of two regimes, under the budgets that make them alike in money where they are to be: these are found once, with
/// all inputs as the scenario has them, and stay.
pub(super) fn arms(study: &Study, places: [usize; 2], options: &Options<'_>) -> Result<Vec<Scenario>, Error> {
    let is_neutral = places.iter().any(|&place| place > 0 && study.regimes[place].budget_neutral.is_some());
    if !is_neutral {
        return Ok(places.map(|place| study.regimes[place].scenario.clone()).to_vec());
    }
    // Only the first regime and the two count.
    let mut few = study.clone();
    let kept = |place: usize| place == 0 || places.contains(&place);
    let mut at = 0;
    few.regimes.retain(|_| {
        at += 1;
        kept(at - 1)
    });
    let names = places.map(|place| study.regimes[place].name.clone());
    let found = budgeted_arms(&few, options)?;
    let of = |name: &String| found.iter().find(|(label, _)| label.name == *name).map(|(_, scenario)| scenario.clone());
    names.iter().map(|name| of(name).ok_or_else(|| Error::NoBudget(name.clone()))).collect()
}

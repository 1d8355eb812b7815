use super::arguments::CheckArguments;
use super::command_error::CommandError;
use super::scenario_argument::study;
use super::terminal::{print_error, print_output};
use super::warned::tell_all;
use crate::scenario::{Reach, Scenario, Study, study_to_toml};
use crate::study::{Memory, Needed, feasible, per_chunk, warnings, within_memory};
use std::fmt::Write;

/// `safsim check`: all scenarios are looked at, whatever is wrong with the first.
pub(super) fn check(options: &CheckArguments, quiet: bool) -> Result<(), CommandError> {
    let (mut wrong, mut doubtful) = (0, 0);
    for argument in &options.scenarios {
        let checked = study(argument, &options.set, Reach::of(options.confined));
        // What there is no memory for is not tried out either.
        let possible = checked.and_then(|study| possible(&study, options.memory.memory).map(|needed| (study, needed)));
        let (study, needed) =
            match possible.and_then(|both| feasible(&both.0).map(|()| both).map_err(CommandError::from)) {
                Ok(both) => both,
                Err(error @ (CommandError::Wrong(_) | CommandError::Mistakes(_))) => {
                    wrong += 1;
                    print_error(&error);
                    continue;
                }
                Err(other) => return Err(other),
            };
        if options.resolved {
            print_output(study_to_toml(&study))?;
        }
        if (quiet || options.resolved) && !options.deny_warnings {
            continue;
        }
        let warnings = warnings(&study);
        doubtful += usize::from(!warnings.is_empty());
        tell_all(&warnings);
        if !quiet && !options.resolved {
            print_output(fine(argument, &study, &needed, warnings.len()))?;
        }
    }
    if wrong == 0 && doubtful > 0 && options.deny_warnings {
        return Err(CommandError::Wrong(
            "warnings are denied: mend them, or name those that are meant in `allow`".to_owned(),
        ));
    }
    match (wrong, options.scenarios.len()) {
        (0, _) => Ok(()),
        (_, 1) => Err(CommandError::Wrong(String::new())),
        (1, all) => Err(CommandError::Wrong(format!("1 of {all} scenarios is wrong"))),
        (wrong, all) => Err(CommandError::Wrong(format!("{wrong} of {all} scenarios are wrong"))),
    }
}

/// What the most demanding command needs that the scenario is made for, if this machine can give that: the commands ask
/// the same before they begin.
fn possible(study: &Study, memory: Option<Memory>) -> Result<Needed, CommandError> {
    let (replicates, units) = (study.scenario.run.replicates, per_chunk(&study.scenario));
    let arms: Vec<&Scenario> = study.regimes.iter().map(|regime| &regime.scenario).collect();
    let run = Needed::of_arms(&[&study.scenario], replicates, units);
    let compare = (arms.len() > 1).then(|| Needed::of_arms(&arms, replicates, units));
    let sweep = study.sweep.as_ref().map(|sweep| Needed::of_sweep(study, sweep.points(), units));
    let all = [Some(run), compare, sweep].into_iter().flatten();
    let most = all.max_by_key(|needed| needed.memory(1)).unwrap_or_default();
    within_memory(memory, 1, &most)?;
    Ok(most)
}

/// That it can run, how much that is, and what it takes for granted.
fn fine(argument: &str, study: &Study, needed: &Needed, warnings: usize) -> String {
    let doubts = match warnings {
        0 => String::new(),
        1 => "; 1 warning".to_owned(),
        many => format!("; {many} warnings"),
    };
    let mut text = format!("{argument}: fine ({}{doubts})\n", size(study, needed));
    if !study.assumed().is_empty() {
        text.push_str("  assumed, as the file does not say:\n");
        for (key, value) in study.assumed() {
            let _ = writeln!(text, "    {key} = {value}");
        }
    }
    text
}

/// What would run, in a few words.
fn size(study: &Study, needed: &Needed) -> String {
    let scenario: &Scenario = &study.scenario;
    let people: u64 = scenario.sites.iter().flat_map(|s| &s.organisations).map(|o| u64::from(o.size())).sum();
    let initiatives = scenario.sites.iter().map(|s| s.initiatives.len() as u64).sum();
    let count = |n: u64, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let people = if people == 1 { "1 person".to_owned() } else { format!("{people} people") };
    let regimes = (!study.regimes.is_empty()).then(|| count(study.regimes.len() as u64, "regime"));
    let points = study.sweep.as_ref().map(|sweep| format!("a sweep of {}", count(sweep.points(), "point")));
    let parts = [
        count(scenario.sites.len() as u64, "site"),
        people,
        count(initiatives, "initiative"),
        count(u64::from(scenario.time.months), "month"),
        count(u64::from(scenario.run.replicates), "replicate"),
    ];
    let large = needed.if_large(rayon::current_num_threads());
    parts.into_iter().chain(regimes).chain(points).chain(large).collect::<Vec<_>>().join(", ")
}

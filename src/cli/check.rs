use super::arguments::CheckOptions;
use super::feasible::feasible;
use super::scenario_argument::study;
use super::terminal::{complain, say};
use super::trouble::Trouble;
use super::warned::{tell_all, warnings};
use crate::scenario::{Scenario, Study, study_to_toml};
use std::fmt::Write;

/// `safsim check`: all scenarios are looked at, whatever is wrong with the first.
pub(super) fn check(options: &CheckOptions, quiet: bool) -> Result<(), Trouble> {
    let (mut wrong, mut doubtful) = (0, 0);
    for argument in &options.scenarios {
        let study = match study(argument, &options.set).and_then(|study| feasible(&study).map(|()| study)) {
            Ok(study) => study,
            Err(trouble @ (Trouble::Wrong(_) | Trouble::Mistakes(_))) => {
                wrong += 1;
                complain(&trouble);
                continue;
            }
            Err(other) => return Err(other),
        };
        if options.resolved {
            say(study_to_toml(&study))?;
        }
        if (quiet || options.resolved) && !options.deny_warnings {
            continue;
        }
        let warnings = warnings(&study);
        doubtful += usize::from(!warnings.is_empty());
        tell_all(&warnings);
        if !quiet && !options.resolved {
            say(fine(argument, &study, warnings.len()))?;
        }
    }
    if wrong == 0 && doubtful > 0 && options.deny_warnings {
        return Err(Trouble::Wrong(
            "warnings are denied: mend them, or name those that are meant in `allow`".to_owned(),
        ));
    }
    match (wrong, options.scenarios.len()) {
        (0, _) => Ok(()),
        (_, 1) => Err(Trouble::Wrong(String::new())),
        (1, all) => Err(Trouble::Wrong(format!("1 of {all} scenarios is wrong"))),
        (wrong, all) => Err(Trouble::Wrong(format!("{wrong} of {all} scenarios are wrong"))),
    }
}

/// That it can run, how much that is, and what it takes for granted.
fn fine(argument: &str, study: &Study, warnings: usize) -> String {
    let doubts = match warnings {
        0 => String::new(),
        1 => "; 1 warning".to_owned(),
        many => format!("; {many} warnings"),
    };
    let mut text = format!("{argument}: fine ({}{doubts})\n", size(study));
    if !study.assumed().is_empty() {
        text.push_str("  assumed, as the file does not say:\n");
        for (key, value) in study.assumed() {
            let _ = writeln!(text, "    {key} = {value}");
        }
    }
    text
}

/// What would run, in a few words.
fn size(study: &Study) -> String {
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
    parts.into_iter().chain(regimes).chain(points).collect::<Vec<_>>().join(", ")
}

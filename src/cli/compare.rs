use super::arguments::CompareArguments;
use super::command_error::CommandError;
use super::plausible_models::{plausible_models, usual_models};
use super::print_results::{Results, print_results};
use super::study_options::study_options;
use super::terminal::print_message;
use super::terminal_listener::TerminalListener;
use super::to_try::to_try;
use super::warned::warned_study;
use crate::scenario::{OutcomeSection, Reach, Study};
use crate::study::{Options, compare as compare_arms, side_by_side};

/// `safsim compare`.
pub(super) fn compare(options: &CompareArguments, quiet: bool) -> Result<(), CommandError> {
    let (study, unused) = arms_asked_for(options, quiet)?;
    if !quiet {
        for note in &unused {
            print_message(note);
        }
    }
    let listener = TerminalListener::new(quiet);
    let models = match &options.ensemble {
        Some(which) => plausible_models(Some(which))?,
        None if options.until_precise.is_some() => None,
        None => usual_models(quiet),
    };
    let asked = study_options(&options.experiment, options.until_precise.as_deref(), &study.scenario.name, &listener);
    let panel = to_try(options.no_live)?;
    let asked = Options { models: models.as_ref(), live: panel.as_deref(), ..asked };
    let results = listener.result_of(compare_arms(&study, &asked).map_err(CommandError::from))?;
    print_results(
        &asked,
        quiet,
        Results {
            summary: &|| results.summary(),
            reached: results.reached(),
            so_far: results.so_far(),
            is_stopped: results.is_stopped(),
        },
    )
}

/// The regimes of one scenario, or several scenarios as arms, with what is said of settings that are not used.
fn arms_asked_for(options: &CompareArguments, quiet: bool) -> Result<(Study, Vec<String>), CommandError> {
    let experiment = &options.experiment;
    if options.scenarios.iter().filter(|scenario| *scenario == "-").count() > 1 {
        return Err(CommandError::Wrong("standard input can be read once only: name `-` once".to_owned()));
    }
    let reach = Reach::of(experiment.given.confined);
    let one = |scenario: &String| warned_study(scenario, &experiment.given.set, reach, quiet);
    let studies = options.scenarios.iter().map(one).collect::<Result<Vec<Study>, CommandError>>()?;
    let unused = if studies.len() > 1 {
        unused(&studies, experiment.given.seed.is_some(), experiment.replicates.is_some())
    } else {
        vec![]
    };
    let study = side_by_side(studies).map_err(|mistakes| CommandError::Wrong(mistakes.to_string()))?;
    Ok((study, unused))
}

/// What scenarios after the first one say that a comparison does not use, one note each.
fn unused(studies: &[Study], seed_given: bool, replicates_given: bool) -> Vec<String> {
    let Some((first, others)) = studies.split_first() else { return vec![] };
    let name = |study: &Study| format!("\"{}\"", study.scenario.name);
    let of = |is_unused: &dyn Fn(&Study) -> bool, what: &str| {
        let names: Vec<String> = others.iter().filter(|study| is_unused(study)).map(name).collect();
        (!names.is_empty()).then(|| format!("the {what} of {}", names.join(", ")))
    };
    let (run, outcome) = (first.scenario.run, &first.outcome);
    let seeds = of(&|study| !seed_given && study.scenario.run.seed != run.seed, "own seed");
    let replicates =
        of(&|study| !replicates_given && study.scenario.run.replicates != run.replicates, "own replicates");
    let outcomes = of(&|study| study.outcome != *outcome && study.outcome != OutcomeSection::default(), "[outcome]");
    let regimes = studies.iter().filter(|study| !study.regimes.is_empty()).map(name).collect::<Vec<_>>();
    let note = |text: String| format!("note: {text}\n");
    let mut notes = vec![];
    notes.extend(
        seeds.map(|what| {
            note(format!("all arms run with seed {}, that of {}; {what} is not used", run.seed, name(first)))
        }),
    );
    notes.extend(replicates.map(|what| {
        note(format!("all arms run {} replicates, as {}; {what} are not used", run.replicates, name(first)))
    }));
    notes.extend(
        outcomes.map(|what| note(format!("what is told is what {} asks for; {what} is not used", name(first)))),
    );
    if !regimes.is_empty() {
        notes.push(note(format!(
            "whole scenarios are compared, each as it is; the regimes of {} are not run",
            regimes.join(", ")
        )));
    }
    notes
}

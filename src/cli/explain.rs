use super::arguments::ExplainArguments;
use super::command_error::CommandError;
use super::plausible_models::plausible_models;
use super::scenario_argument::study;
use super::shown::Shown;
use super::study_options::machine_options;
use super::terminal::print_output;
use super::terminal_listener::TerminalListener;
use crate::scenario::Reach;
use crate::study::{Error, ExplainOptions, Explainable, Options, explain as explain_one};
use std::path::Path;

/// `safsim explain`.
pub(super) fn explain(options: &ExplainArguments, quiet: bool) -> Result<(), CommandError> {
    let results = Path::new(&options.results);
    let study = if results.is_dir() { None } else { Some(scenario(options)?) };
    let what = study.as_ref().map_or(Explainable::Results(results), Explainable::Study);
    let wanted = ExplainOptions {
        initiative: options.initiative.clone(),
        replicate: options.replicate,
        arm: options.arm.clone(),
        point: options.point,
        over: options.replicates,
    };
    let listener = TerminalListener::new(quiet);
    let models = plausible_models(options.ensemble.as_ref())?;
    let asked = machine_options(options.threads, options.memory.memory, &listener);
    let asked = Options { models: models.as_ref(), ..asked };
    let explained = explain_one(what, &wanted, &asked).map_err(|error| worded(error, options));
    let explained = listener.result_of(explained)?;
    if quiet {
        return Ok(());
    }
    let written = explained.written().map(|_| format!("\nWritten: {}\n", results.join("explain.md").display()));
    print_output(Shown::from(&explained.text(options.all)).and(written.unwrap_or_default()))
}

/// The scenario that is named, where no results folder is.
fn scenario(options: &ExplainArguments) -> Result<crate::scenario::Study, CommandError> {
    let results = &options.results;
    study(results, &[], Reach::of(options.confined)).map_err(|error| match error {
        CommandError::Mistakes(drawing) if !Path::new(results).exists() => {
            CommandError::Mistakes(drawing.with_line(&format!("  there is no results folder {results} either")))
        }
        other => other,
    })
}

/// What went wrong, in terms of this command.
fn worded(error: Error, options: &ExplainArguments) -> CommandError {
    let shown = &options.results;
    match error {
        Error::NeutralBudget(_) => CommandError::Wrong(format!("{error}: safsim compare {shown}")),
        Error::OtherModel { ref command, .. } => CommandError::Wrong(format!(
            "{error}\n  run it again, which replaces it: safsim {command} {shown}/scenario.toml --out {shown} --force"
        )),
        Error::NoSweep => CommandError::Wrong("--point is for a scenario with a [sweep]".to_owned()),
        Error::PointMissing(_) => CommandError::Wrong(format!("{error}, with --point N")),
        Error::OtherCommand { meant, .. } => {
            let option = if meant == "sweep" { "--point" } else { "--arm" };
            CommandError::Wrong(format!("{option} is for the results of `safsim {meant}`, and {shown} holds others"))
        }
        Error::NoReplicate { .. } => CommandError::Wrong(format!("--replicate: {error}")),
        other => other.into(),
    }
}

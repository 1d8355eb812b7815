use super::arguments::ExplainOptions;
use super::interrupt::cancel;
use super::listening::Listening;
use super::scenario_argument::study;
use super::shown::Shown;
use super::terminal::say;
use super::trouble::Trouble;
use crate::scenario::Reach;
use crate::study::{Error, ExplainOptions as Wanted, Explainable, Options, explain as explain_one};
use std::path::Path;

/// `safsim explain`.
pub(super) fn explain(options: &ExplainOptions, quiet: bool) -> Result<(), Trouble> {
    let results = Path::new(&options.results);
    let study = if results.is_dir() { None } else { Some(scenario(options)?) };
    let what = study.as_ref().map_or(Explainable::Results(results), Explainable::Study);
    let wanted = Wanted {
        initiative: options.initiative.clone(),
        replicate: options.replicate,
        arm: options.arm.clone(),
        point: options.point,
        over: options.replicates,
    };
    let listening = Listening::new(quiet);
    let asked = Options {
        threads: options.threads,
        memory: options.memory.memory,
        cancel: Some(cancel()),
        listener: Some(&listening),
        ..Options::default()
    };
    let explained = explain_one(what, &wanted, &asked).map_err(|error| trouble(error, options));
    let explained = listening.heard(explained)?;
    if quiet {
        return Ok(());
    }
    let written = explained.written().map(|_| format!("\nWritten: {}\n", results.join("explain.md").display()));
    say(Shown::from(&explained.text(options.all)).and(written.unwrap_or_default()))
}

/// The scenario that is named, where no results folder is.
fn scenario(options: &ExplainOptions) -> Result<crate::scenario::Study, Trouble> {
    let results = &options.results;
    study(results, &[], Reach::of(options.confined)).map_err(|trouble| match trouble {
        Trouble::Mistakes(drawing) if !Path::new(results).exists() => {
            Trouble::Mistakes(drawing.with_line(&format!("  there is no results folder {results} either")))
        }
        other => other,
    })
}

/// What went wrong, in terms of this command.
fn trouble(error: Error, options: &ExplainOptions) -> Trouble {
    let shown = &options.results;
    match error {
        Error::NeutralBudget(_) => Trouble::Wrong(format!("{error}: safsim compare {shown}")),
        Error::OtherModel { ref command, .. } => Trouble::Wrong(format!(
            "{error}\n  run it again, which replaces it: safsim {command} {shown}/scenario.toml --out {shown} --force"
        )),
        Error::NoSweep => Trouble::Wrong("--point is for a scenario with a [sweep]".to_owned()),
        Error::PointMissing(_) => Trouble::Wrong(format!("{error}, with --point N")),
        Error::OtherCommand { meant, .. } => {
            let option = if meant == "sweep" { "--point" } else { "--arm" };
            Trouble::Wrong(format!("{option} is for the results of `safsim {meant}`, and {shown} holds others"))
        }
        Error::NoReplicate { .. } => Trouble::Wrong(format!("--replicate: {error}")),
        other => other.into(),
    }
}

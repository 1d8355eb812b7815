use crate::cli::experiment::{claimed_results, maker};
use crate::cli::scenario_argument::study;
use crate::cli::sweep::swept_points;
use crate::cli::trouble::Trouble;
use crate::diagnostics::nearest;
use crate::disk;
use crate::report::{Claim, Failure, Manifest, sha256};
use crate::scenario::{Reach, Scenario, Study};
use std::path::Path;

/// Which futures are asked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Asked<'a> {
    /// A results folder, or a scenario.
    pub results: &'a str,
    pub arm: Option<&'a str>,
    pub point: Option<usize>,
    /// Whether nothing is said meanwhile.
    pub quiet: bool,
    pub reach: Reach,
}

/// What futures are of.
#[derive(Debug)]
pub(in crate::cli) struct Subject {
    pub scenario: Scenario,
    pub seed: u64,
    /// The arm or point, in words, where there are several; and as tables have it.
    pub arm: Option<String>,
    pub arm_in_tables: String,
    /// The results folder, which stays claimed, and its manifest.
    pub folder: Option<(Claim, Manifest)>,
}

/// Bytes of the scenario of a results folder, at most.
const MOST: u64 = 64 << 20;

/// Finds it: a results folder of this model, or else a scenario.
pub(in crate::cli) fn subject(asked: Asked<'_>) -> Result<Subject, Trouble> {
    let folder = Path::new(asked.results);
    if folder.is_dir() { in_folder(claimed_results(folder, asked.quiet)?, asked) } else { of_scenario(asked) }
}

fn of_scenario(asked: Asked<'_>) -> Result<Subject, Trouble> {
    let Asked { results, .. } = asked;
    let study = study(results, &[], asked.reach).map_err(|trouble| match trouble {
        Trouble::Mistakes(drawing) if !Path::new(results).exists() => {
            Trouble::Mistakes(drawing.with_line(&format!("  there is no results folder {results} either")))
        }
        other => other,
    })?;
    let seed = study.scenario.run.seed;
    let (scenario, arm) = match (asked.arm, asked.point) {
        (Some(name), _) => {
            let (at, scenario) = regime(&study, name)?;
            if at > 0 && study.regimes[at].budget_neutral.is_some() {
                return Err(Trouble::Wrong(format!(
                    "the budget of regime \"{name}\" is found by a comparison\n  run it, then explain its results: safsim \
                     compare {results}"
                )));
            }
            (scenario, Some(format!("regime {name}")))
        }
        (None, Some(point)) => at_point(&study, point)?,
        (None, None) => (study.scenario, None),
    };
    Ok(Subject { scenario, seed, arm, arm_in_tables: String::new(), folder: None })
}

fn in_folder(claim: Claim, asked: Asked<'_>) -> Result<Subject, Trouble> {
    let (folder, shown) = (claim.folder(), asked.results);
    let Some(manifest) = Manifest::read(folder)? else {
        return Err(Trouble::Wrong(format!("{shown} holds no safsim results\n  name a results folder or a scenario")));
    };
    let again = format!("safsim {} {shown}/scenario.toml --out {shown} --force", manifest.plan.command);
    if manifest.maker.model != maker().model {
        return Err(Trouble::Wrong(format!(
            "{shown} was written by {}, and this is {}: its futures are others\n  run it again, which replaces it: {again}",
            manifest.maker.words(),
            maker().words()
        )));
    }
    if !matches!(manifest.plan.command.as_str(), "run" | "compare" | "sweep") {
        let command = &manifest.plan.command;
        return Err(Trouble::Wrong(format!(
            "{shown} holds results of `safsim {command}`, which follow no single initiative\n  name a folder of run, compare \
             or sweep"
        )));
    }
    let path = folder.join("scenario.toml");
    let text = disk::read(&path, MOST).map_err(Failure::at("read", &path))?;
    if sha256(&text) != manifest.scenario.sha256 {
        return Err(Trouble::Wrong(format!(
            "{} is not what ran: it has been changed\n  run it again under another name, or put it back",
            path.display()
        )));
    }
    let study = study(&path.to_string_lossy(), &[], Reach::Confined)?;
    let seed = manifest.plan.seed;
    let name = study.scenario.name.clone();
    let (scenario, arm, arm_in_tables) = match manifest.plan.command.as_str() {
        "compare" => {
            let name = match asked.arm {
                Some(arm) => arm.to_owned(),
                None => study.regimes.first().map_or_else(String::new, |regime| regime.name.clone()),
            };
            let (_, mut scenario) = regime(&study, &name)?;
            let budget =
                manifest.arms.iter().find(|arm| arm.name == name).and_then(|arm| arm.neutral_budget.as_deref());
            if let Some(budget) =
                budget.and_then(|budget| budget.parse().ok()).filter(|b: &f64| b.is_finite() && *b >= 0.0)
            {
                scenario.programme.funding.budget = Some(budget);
            }
            (scenario, Some(format!("arm {name}")), name)
        }
        "sweep" => {
            let Some(point) = asked.point else {
                return Err(Trouble::Wrong(format!(
                    "{shown} holds a sweep: say which of its points, as numbered in its tables, with --point N"
                )));
            };
            let (scenario, arm) = at_point(&study, point)?;
            (scenario, arm, name)
        }
        _ => (study.scenario, None, name),
    };
    let is_of = |option: &str, command: &str| {
        Trouble::Wrong(format!("{option} is for the results of `safsim {command}`, and {shown} holds others"))
    };
    match manifest.plan.command.as_str() {
        "compare" | "sweep" if asked.arm.is_some() && manifest.plan.command == "sweep" => {
            Err(is_of("--arm", "compare"))
        }
        "run" if asked.arm.is_some() => Err(is_of("--arm", "compare")),
        "run" | "compare" if asked.point.is_some() => Err(is_of("--point", "sweep")),
        _ => Ok(Subject { scenario, seed, arm, arm_in_tables, folder: Some((claim, manifest)) }),
    }
}

fn regime(study: &Study, name: &str) -> Result<(usize, Scenario), Trouble> {
    let found = study.regimes.iter().position(|regime| regime.name == name);
    let names = || study.regimes.iter().map(|regime| regime.name.as_str());
    found.map(|at| (at, study.regimes[at].scenario.clone())).ok_or_else(|| {
        let hint = match nearest(name, names()) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None if study.regimes.is_empty() => "there are no arms to choose from".to_owned(),
            None => format!("arms are {}", names().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")),
        };
        Trouble::Wrong(format!("there is no arm \"{name}\"\n  {hint}"))
    })
}

fn at_point(study: &Study, point: usize) -> Result<(Scenario, Option<String>), Trouble> {
    let Some(sweep) = &study.sweep else {
        return Err(Trouble::Wrong("--point is for a scenario with a [sweep]".to_owned()));
    };
    let points = swept_points(sweep, study.scenario.run.seed)?;
    let Some(values) = points.get(point) else {
        return Err(Trouble::Wrong(format!("there is no point {point}: points are 0 to {}", points.len() - 1)));
    };
    let scenario = study.at(values).map_err(|mistakes| Trouble::Wrong(mistakes.to_string()))?;
    let told: Vec<String> =
        sweep.axes.iter().zip(values).map(|(axis, value)| format!("{} = {value}", axis.key)).collect();
    Ok((scenario, Some(format!("point {point}: {}", told.join(", ")))))
}

use crate::diagnostics::nearest;
#[cfg(feature = "page")]
use crate::disk;
#[cfg(feature = "page")]
use crate::report::{Claim, Failure, Manifest, sha256};
#[cfg(feature = "page")]
use crate::scenario::{Reach, Source, load_study_within};
use crate::scenario::{Scenario, Study};
use crate::study::points::swept_points;
use crate::study::refuse::refuse;
use crate::study::{Error, Listener};
#[cfg(feature = "page")]
use crate::study::{claim_results, maker};
#[cfg(feature = "page")]
use std::path::Path;

/// What can be explained: futures of a study, or those behind results.
#[derive(Clone, Copy, Debug)]
pub enum Explainable<'a> {
    /// Those of a study: of its scenario, of one of its regimes, or of a point of its sweep.
    Study(&'a Study),
    /// Those behind a results folder of `run`, `compare` or `sweep`; the story is written there as well.
    #[cfg(feature = "page")]
    Results(&'a Path),
}

/// What futures are of.
#[derive(Debug)]
pub(super) struct FuturesSource {
    pub scenario: Scenario,
    pub seed: u64,
    /// The arm or point, in words, where there are several; and as tables have it.
    pub arm: Option<String>,
    #[cfg(feature = "page")]
    pub arm_in_tables: String,
    /// The results folder, which stays claimed, and its manifest.
    #[cfg(feature = "page")]
    pub folder: Option<(Claim, Manifest)>,
}

/// Bytes of the scenario of a results folder, at most.
const MOST: u64 = 64 << 20;

impl FuturesSource {
    /// Finds it: the arm or point that is asked for.
    pub fn find(
        what: Explainable<'_>,
        arm: Option<&str>,
        point: Option<usize>,
        #[cfg_attr(not(feature = "page"), expect(unused_variables, reason = "nobody waits for a folder"))]
        listener: &dyn Listener,
    ) -> Result<FuturesSource, Error> {
        match what {
            Explainable::Study(study) => of_study(study, arm, point),
            #[cfg(feature = "page")]
            Explainable::Results(folder) => in_folder(folder, arm, point, listener),
        }
    }
}

impl FuturesSource {
    /// Replicates that stand in tables, where there are any.
    pub fn replicates_held(&self) -> u64 {
        #[cfg(feature = "page")]
        if let Some((_, manifest)) = &self.folder {
            return manifest.replicates_done;
        }
        u64::MAX
    }
}

fn of_study(study: &Study, arm: Option<&str>, point: Option<usize>) -> Result<FuturesSource, Error> {
    refuse(study)?;
    let seed = study.scenario.run.seed;
    let (scenario, arm) = match (arm, point) {
        (Some(name), _) => {
            let (at, scenario) = regime(study, name)?;
            if at > 0 && study.regimes[at].budget_neutral.is_some() {
                return Err(Error::NeutralBudget(name.to_owned()));
            }
            (scenario, Some(format!("regime {name}")))
        }
        (None, Some(point)) => at_point(study, point)?,
        (None, None) => (study.scenario.clone(), None),
    };
    Ok(FuturesSource {
        scenario,
        seed,
        arm,
        #[cfg(feature = "page")]
        arm_in_tables: String::new(),
        #[cfg(feature = "page")]
        folder: None,
    })
}

#[cfg(feature = "page")]
fn in_folder(
    asked: &Path,
    arm: Option<&str>,
    point: Option<usize>,
    listener: &dyn Listener,
) -> Result<FuturesSource, Error> {
    let claim = claim_results(asked, listener)?;
    let (folder, shown) = (claim.folder(), asked.display());
    let Some(manifest) = Manifest::read(folder)? else {
        return Err(Error::Asked(format!("{shown} holds no safsim results\n  name a results folder or a scenario")));
    };
    let command = manifest.plan.command.clone();
    if manifest.maker.model != maker().model {
        return Err(Error::OtherModel { folder: asked.to_owned(), maker: manifest.maker, command });
    }
    if !matches!(command.as_str(), "run" | "compare" | "sweep") {
        return Err(Error::NoSingleInitiative { folder: asked.to_owned(), command });
    }
    let study = study_of(folder, &manifest)?;
    let seed = manifest.plan.seed;
    let name = study.scenario.name.clone();
    let found = match command.as_str() {
        "compare" => {
            let first = || study.regimes.first().map_or_else(String::new, |regime| regime.name.clone());
            let name = arm.map_or_else(first, str::to_owned);
            let scenario = arm_of(&study, &manifest, &name)?;
            (scenario, Some(format!("arm {name}")), name)
        }
        "sweep" => {
            let point = point.ok_or_else(|| Error::PointMissing(asked.to_owned()))?;
            let (scenario, arm) = at_point(&study, point)?;
            (scenario, arm, name)
        }
        _ => (study.scenario, None, name),
    };
    let other = |meant| Err(Error::OtherCommand { folder: asked.to_owned(), meant });
    match command.as_str() {
        "run" | "sweep" if arm.is_some() => other("compare"),
        "run" | "compare" if point.is_some() => other("sweep"),
        _ => {
            let (scenario, arm, arm_in_tables) = found;
            Ok(FuturesSource { scenario, seed, arm, arm_in_tables, folder: Some((claim, manifest)) })
        }
    }
}

/// What ran, as a results folder says.
#[cfg(feature = "page")]
fn study_of(folder: &Path, manifest: &Manifest) -> Result<Study, Error> {
    let path = folder.join("scenario.toml");
    let text = disk::read(&path, MOST).map_err(Failure::at("read", &path))?;
    if sha256(&text) != manifest.scenario.sha256 {
        return Err(Error::Asked(format!(
            "{} is not what ran: it has been changed\n  run it again under another name, or put it back",
            path.display()
        )));
    }
    let source = Source::named(&path.to_string_lossy());
    let study = load_study_within(&source, &[], Reach::Confined).map_err(Error::Mistakes)?;
    refuse(&study)?;
    Ok(study)
}

/// An arm of a comparison, under the budget that was found for it.
#[cfg(feature = "page")]
fn arm_of(study: &Study, manifest: &Manifest, name: &str) -> Result<Scenario, Error> {
    let (_, mut scenario) = regime(study, name)?;
    let budget = manifest.arms.iter().find(|arm| arm.name == name).and_then(|arm| arm.neutral_budget.as_deref());
    let budget = budget.and_then(|budget| budget.parse().ok()).filter(|b: &f64| b.is_finite() && *b >= 0.0);
    if budget.is_some() {
        scenario.programme.funding.budget = budget;
    }
    Ok(scenario)
}

fn regime(study: &Study, name: &str) -> Result<(usize, Scenario), Error> {
    let found = study.regimes.iter().position(|regime| regime.name == name);
    let names = || study.regimes.iter().map(|regime| regime.name.as_str());
    found.map(|at| (at, study.regimes[at].scenario.clone())).ok_or_else(|| {
        let hint = match nearest(name, names()) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None if study.regimes.is_empty() => "there are no arms to choose from".to_owned(),
            None => format!("arms are {}", names().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")),
        };
        Error::Asked(format!("there is no arm \"{name}\"\n  {hint}"))
    })
}

fn at_point(study: &Study, point: usize) -> Result<(Scenario, Option<String>), Error> {
    let Some(sweep) = &study.sweep else {
        return Err(Error::NoSweep);
    };
    let points = swept_points(sweep, study.scenario.run.seed)?;
    let Some(values) = points.get(point) else {
        return Err(Error::Asked(format!("there is no point {point}: points are 0 to {}", points.len() - 1)));
    };
    let scenario = study.at(values).map_err(|first| Error::Points { first, more: 0, of: points.len() })?;
    let told: Vec<String> =
        sweep.axes.iter().zip(values).map(|(axis, value)| format!("{} = {value}", axis.key)).collect();
    Ok((scenario, Some(format!("point {point}: {}", told.join(", ")))))
}

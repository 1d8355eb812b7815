#![cfg(feature = "page")]

use super::asked::Asked;
use super::experiment::{Beside, Experiment};
use super::runs::Runs;
use super::story::Stories;
use super::{Error, Note, Options, maker};
use crate::experiment::pool;
use crate::report::{Format, PlanEntry, PrecisionEntry, Ran, ScenarioEntry, TableFolder, Workplace, sha256};

impl Asked {
    /// As the manifest has it.
    pub fn plan_entry(&self, until_precise: Option<PrecisionEntry>, format: Format) -> PlanEntry {
        let run = self.plan.run();
        PlanEntry {
            command: self.command.to_owned(),
            seed: run.seed,
            replicates: u64::from(run.replicates),
            until_precise,
            identity: self.identity(),
            format,
        }
    }

    /// Replicates that the results are of, where so many were wanted in the end.
    fn replicates(&self, wanted: u64) -> u64 {
        let asked = u64::from(self.plan.run().replicates);
        if self.plan.is_whole_only() {
            asked
        } else if self.plan.of_models() > 0 {
            wanted.min(asked)
        } else {
            wanted
        }
    }

    fn ran(&self, wanted: u64, file: (String, String), format: Format) -> Ran {
        Ran {
            scenario: self.plan.name().to_owned(),
            description: self.plan.description().to_owned(),
            base: self.base.title.clone(),
            differences: self.base.differences.clone(),
            arms: self.base.arms.clone(),
            command: self.command.to_owned(),
            seed: self.plan.run().seed,
            replicates: self.replicates(wanted),
            maker: maker(),
            file,
            identity: self.identity(),
            again: self.plan.again(self.command) + if format == Format::Parquet { " --format parquet" } else { "" },
        }
    }
}

/// Folds runs into tables, pictures and the report of a results folder, and puts them in their place.
pub(super) fn publish<E: Experiment>(
    asked: &Asked,
    experiment: &E,
    runs: &Runs,
    format: Format,
    place: &Workplace,
    options: &Options<'_>,
) -> Result<E::Findings, Error> {
    let wanted = runs.schedule.replicates();
    let (file, text) = asked.plan.text(u32::try_from(asked.replicates(wanted)).unwrap_or(u32::MAX));
    let scenario = ScenarioEntry { name: asked.plan.name().to_owned(), sha256: sha256(&text) };
    let ran = asked.ran(wanted, (file.to_owned(), scenario.sha256.clone()), format);
    let staging = place.staging()?;
    staging.write(file, text.as_bytes())?;
    let tables = TableFolder::on(staging.shelf(), format).in_words(&experiment.words());
    let stories = Stories { options, is_late: runs.stopped, folder: Some(place.folder()), runs };
    // Tables are written by one thread, stories are replayed by all that have nothing else to do.
    let both = || rayon::join(|| experiment.fold_into(&tables, runs), || experiment.stories(&stories));
    let pool = pool(options.threads)?;
    let (findings, told) = pool.install(both);
    let mut findings = findings?;
    // There is no time for more once somebody has asked to stop.
    if !runs.stopped && pool.install(|| experiment.beside(&mut findings, runs, options))? == Beside::Stopped {
        return Err(Error::InterruptedWriting(Some(place.folder().to_owned())));
    }
    experiment.write_beside(&findings, &tables)?;
    experiment.write_more(&findings, &staging, &tables)?;
    let contents = experiment.report(&findings, told?, ran)?;
    let is_tried_out = options.live.is_some() && ["run", "compare"].contains(&asked.command);
    let contents = if is_tried_out { contents.tried_out(text) } else { contents };
    let missing = contents.publish(&staging, options.live)?;
    if !missing.is_empty() {
        options.note(&Note::MissingLetters(&missing));
    }
    tables.describe(asked.plan.name(), asked.plan.description())?;
    let so_far = runs.so_far(asked.plan.is_whole_only());
    let unfinished = runs.stopped.then(|| format!("interrupted after {so_far}; the same command goes on\n"));
    options.note(&Note::Delivering);
    staging.deliver(scenario, experiment.arms(), asked.replicates(runs.replicates), unfinished.as_deref())?;
    Ok(findings)
}

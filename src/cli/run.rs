use super::arguments::RunOptions;
use super::budget::check_memory;
use super::interrupt::on_interrupt;
use super::progress::Progress;
use super::scenario_argument::scenario;
use super::terminal::say;
use super::trouble::Trouble;
use crate::analysis::Collector;
use crate::engine::{Engine, Observe};
use crate::experiment::{Halt, Plan, replicates};
use crate::report::{Destination, PlanEntry, ScenarioEntry, Staging, Tables, sha256, summary, write_charts};
use crate::scenario::to_toml;
use std::path::{Path, PathBuf};

/// `safsim run`.
pub(super) fn run(options: &RunOptions, quiet: bool) -> Result<(), Trouble> {
    let mut scenario = scenario(&options.scenario, &options.set)?;
    scenario.run.replicates = options.replicates.unwrap_or(scenario.run.replicates);
    scenario.run.seed = options.seed.unwrap_or(scenario.run.seed);
    let (seed, asked) = (scenario.run.seed, u64::from(scenario.run.replicates));
    let text = to_toml(&scenario);
    let entry = ScenarioEntry { name: scenario.name.clone(), sha256: sha256(&text) };
    let plan = PlanEntry { command: "run".to_owned(), seed, replicates: asked, format: options.format.into() };
    let folder = options.out.clone().unwrap_or_else(|| Path::new("out").join(&scenario.name));
    let destination = Destination::inspect(&folder, &entry, &plan, options.force)?;
    let keeps_complete = destination.holds_complete_results();

    let engine = Engine::new(&scenario);
    let setting = engine.setting();
    check_memory(setting, asked)?;
    let stop = on_interrupt()?;
    let staging = Staging::begin(destination)?;
    staging.write("scenario.toml", text.as_bytes())?;
    let mut tables = Tables::create(staging.folder(), plan.format)?;
    let mut collector = Collector::new(setting);
    let progress = Progress::new(asked, quiet);
    let simulate = |replicate| {
        let observing = Observe { events: Tables::wants_events(setting, replicate), snapshots: vec![] };
        engine.run(seed, replicate, &observing)
    };
    let outcome = replicates(
        &Plan { replicates: asked, threads: options.threads },
        &stop,
        &|done| progress.done(done),
        &simulate,
        |record| {
            let headlines = collector.add(&record);
            tables.add(&scenario.name, 0, setting, &record, headlines)
        },
    );
    progress.end();
    let stopped = match outcome {
        Ok(()) => None,
        Err(Halt::Stopped(done)) => Some(done),
        Err(Halt::Refused(failure)) => return Err(failure.into()),
        Err(Halt::NoThreads(why)) => return Err(Trouble::Failed(why.to_string())),
    };
    if stopped == Some(0) || stopped.is_some() && keeps_complete {
        let kept = if keeps_complete {
            format!("\n  the earlier results in {} are as they were", folder.display())
        } else {
            String::new()
        };
        return Err(Trouble::Failed(format!("interrupted: nothing was written{kept}\n  run the same command again")));
    }

    let findings = collector.finish();
    tables.add_findings(&scenario.name, 0, &findings)?;
    tables.finish()?;
    write_charts(&staging, &findings)?;
    let unfinished =
        stopped.map(|done| format!("interrupted after {done} of {asked} replicates; run the same command again\n"));
    let done = findings.replicates;
    staging.deliver(entry, plan, done, unfinished.as_deref())?;
    if stopped.is_some() {
        return Err(Trouble::Failed(format!(
            "interrupted: {done} of {asked} replicates were finished\n  {} holds their results, marked UNFINISHED\n  \
             run the same command again for all of them; it starts from the first",
            folder.display()
        )));
    }
    if quiet { Ok(()) } else { say(&format!("{}\n{}", summary(&findings), closing(&folder))) }
}

/// Where everything is.
fn closing(folder: &Path) -> String {
    let chart: PathBuf = folder.join("charts").join("survival.svg");
    format!("Results: {}\nOpen:    {}\n", folder.display(), chart.display())
}

use super::{Base, Conducted, KEPT, Precision, Subject, Work, chunk_identity, claimed, maker};
use crate::cli::arguments::PlaceOptions;
use crate::cli::interrupt::{finishing, on_interrupt};
use crate::cli::shown::Shown;
use crate::cli::terminal::{say, tell};
use crate::cli::trouble::Trouble;
use crate::experiment::{Schedule, Store, Unit};
use crate::report::{
    ArmEntry, Destination, Emphasised, Format, Pending, PlanEntry, PrecisionEntry, Ran, ScenarioEntry, Staging,
    TableFolder, Workplace, sha256,
};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// What is run, and what becomes of it.
pub(in crate::cli) trait Experiment: Sync {
    /// Runs a unit; what is kept of it, nothing if it is interrupted.
    fn simulate(&self, unit: Unit) -> Option<Vec<u8>>;

    /// The arms for the manifest, if there are several.
    fn arms(&self) -> Vec<ArmEntry> {
        vec![]
    }

    /// Writes tables and pictures; what there is to say.
    fn present(
        &self,
        done: &Conducted,
        staging: &Staging<'_>,
        tables: &TableFolder,
        ran: Ran,
    ) -> Result<Emphasised, Trouble>;
}

/// What was asked for.
pub(in crate::cli) struct Request<'a> {
    pub command: &'static str,
    /// With the seed and the number of replicates that were asked for.
    pub subject: &'a dyn Subject,
    /// Arms or points.
    pub cells: u32,
    /// Cells are points of a sample that is balanced in the order it has.
    pub in_given_order: bool,
    pub precision: Option<Precision>,
    pub options: &'a PlaceOptions,
    pub quiet: bool,
    /// What the scenario starts from, and how it differs from that.
    pub base: Base,
}

/// Does it: looks whether the folder may be written to, prepares, runs what is not kept already, writes tables and
/// pictures, says what came of it.
pub(in crate::cli) fn undertake<E: Experiment>(
    request: Request<'_>,
    prepare: impl FnOnce(&AtomicBool) -> Result<E, Trouble>,
) -> Result<(), Trouble> {
    let Request { command, subject, options, quiet, .. } = request;
    let run = subject.run();
    let asked = u64::from(run.replicates);
    let mut precision = request.precision;
    let plan = PlanEntry {
        command: command.to_owned(),
        seed: run.seed,
        replicates: asked,
        until_precise: precision.as_ref().map(|p| p.entry.clone()),
        identity: subject.identity(command),
        format: options.format.into(),
    };
    let folder = options.out.clone().unwrap_or_else(|| Path::new("out").join(subject.name()));
    let wanted = Pending { maker: maker(), kept: KEPT, scenario: subject.name().to_owned(), plan: plan.clone() };
    let claim = claimed(&folder, &wanted, options.force, quiet)?;
    let destination = Destination::inspect(claim, wanted, options.force)?;
    if options.resume && !destination.can_resume() {
        let what = match destination.outdated() {
            Some(maker) => {
                let (begun, now) = (maker.words(), super::maker().words());
                format!(
                    "what is unfinished in {} was begun by {begun}, and {now} cannot go on with it",
                    folder.display()
                )
            }
            None => format!("{} holds nothing unfinished of this plan to go on with", folder.display()),
        };
        return Err(Trouble::Wrong(format!("{what}\n  leave --resume out to begin, or to begin again")));
    }
    if let Some(begun) = destination.outdated() {
        tell(format!(
            "warning: what is unfinished in {} was begun by {}\n  it is not mixed with what {} makes: all runs are computed anew\n",
            folder.display(),
            begun.words(),
            maker().words()
        ));
    }
    let kept = format!("\n  what is finished is kept in {}: the same command goes on from there", folder.display());
    let stop = on_interrupt(&kept)?;
    let place = Workplace::begin(destination)?;
    let experiment = match prepare(stop) {
        Ok(experiment) => experiment,
        Err(trouble) => {
            if !place.resumes() {
                place.clear()?;
            }
            return Err(trouble);
        }
    };
    let simulate = |unit| experiment.simulate(unit);
    let work = Work {
        place: &place,
        identity: &chunk_identity(&plan.identity),
        threads: options.threads,
        quiet,
        stop,
        simulate: &simulate,
    };
    let store = work.open()?;
    let mut schedule = subject.schedule(request.cells);
    if request.in_given_order {
        schedule = schedule.in_given_order();
    }
    if place.resumes() && !quiet {
        let held = store.holdings(&schedule).map_err(|e| work.trouble(&e))?;
        tell(format!("going on with {}: {} of {} runs are there\n", folder.display(), held.units(), schedule.total()));
    }
    let done = match conduct_as_asked(&work, precision.as_mut(), store, schedule) {
        Err(trouble @ Trouble::Wrong(_)) => {
            place.clear()?;
            return Err(trouble);
        }
        other => other?,
    };
    let so_far = |done: &Conducted| so_far(done, if subject.is_whole_only() { "parts" } else { "replicates" });
    if done.stopped && (done.units == 0 || subject.is_whole_only() || place.holds_complete_results()) {
        let so_far = so_far(&done);
        return Err(interrupted_without_results(place, done, &so_far));
    }

    if done.stopped {
        finishing();
        if !quiet {
            tell("writing results of what is finished; once more to stop at once\n");
        }
    }
    let wanted = done.schedule.replicates();
    let (file, text) = subject.text(u32::try_from(wanted).unwrap_or(u32::MAX));
    let ran = Ran {
        scenario: subject.name().to_owned(),
        description: subject.description().to_owned(),
        base: request.base.title,
        differences: request.base.differences,
        arms: request.base.arms,
        command: command.to_owned(),
        seed: run.seed,
        replicates: if subject.is_whole_only() { asked } else { wanted },
        maker: maker(),
        file: (file.to_owned(), sha256(&text)),
        identity: plan.identity.clone(),
        again: subject.again(command) + if plan.format == Format::Parquet { " --format parquet" } else { "" },
    };
    let write = || {
        let staging = place.staging()?;
        staging.write(file, text.as_bytes())?;
        let tables = TableFolder::on(staging.shelf(), plan.format);
        let summary = experiment.present(&done, &staging, &tables, ran.clone())?;
        tables.describe(subject.name(), subject.description())?;
        Ok((staging, summary))
    };
    let (staging, summary) = write().map_err(|trouble| work.late(trouble))?;
    let entry = ScenarioEntry { name: subject.name().to_owned(), sha256: ran.file.1.clone() };
    let unfinished = done.stopped.then(|| format!("interrupted after {}; the same command goes on\n", so_far(&done)));
    let replicates = if subject.is_whole_only() { asked } else { done.replicates };
    finishing();
    let delivered = staging.deliver(entry, experiment.arms(), replicates, unfinished.as_deref());
    delivered.map_err(|failure| work.late(failure.into()))?;
    if done.stopped {
        return Err(Trouble::Failed(format!(
            "interrupted: {} were finished\n  {} holds their results, marked UNFINISHED\n  the same command goes on from \
             there",
            so_far(&done),
            folder.display()
        )));
    }
    drop(done);
    place.clear()?;
    if quiet {
        return Ok(());
    }
    let reached = precision.map_or(String::new(), |p| reached(&p, wanted));
    say(Shown::from(&summary).and(reached).and("\n").and(closing(&folder)))
}

/// Runs what was asked for; with a rule of stopping, batch by batch until it is met.
fn conduct_as_asked(
    work: &Work<'_>,
    precision: Option<&mut Precision>,
    store: Store,
    schedule: Schedule,
) -> Result<Conducted, Trouble> {
    let asked = schedule.replicates();
    let Some(precision) = precision else { return work.conduct(store, schedule) };
    let first = (2 * precision.entry.batch).min(asked);
    let mut done = work.conduct(store, schedule.with_replicates(first))?;
    while !done.stopped {
        precision.look(&done.store, &done.schedule)?;
        if let Some(why) = precision.is_hopeless() {
            return Err(Trouble::Wrong(why));
        }
        let so_far = done.schedule.replicates();
        if precision.is_met() || so_far >= asked {
            break;
        }
        let next = (so_far + precision.entry.batch).min(asked);
        done = work.conduct(done.store, done.schedule.with_replicates(next))?;
    }
    Ok(done)
}

/// "12 of 40 runs", and the replicates that every arm or point has, where there are any; `parts` is what a lone cell is
/// repeated in.
fn so_far(done: &Conducted, parts: &str) -> String {
    let asked = done.schedule.replicates();
    let runs = format!("{} of {} runs", done.units, done.schedule.total());
    match done.replicates {
        whole if done.schedule.cells() == 1 => format!("{whole} of {asked} {parts}"),
        0 => runs,
        whole => format!("{runs} ({whole} of {asked} replicates)"),
    }
}

fn interrupted_without_results(place: Workplace, done: Conducted, so_far: &str) -> Trouble {
    let folder = place.folder().display().to_string();
    let complete = place.holds_complete_results();
    let earlier =
        if complete { format!("\n  the earlier results in {folder} are as they were") } else { String::new() };
    if done.units > 0 {
        return Trouble::Failed(format!(
            "interrupted: {so_far} were finished and are kept{earlier}\n  the same command goes on from there"
        ));
    }
    // It holds the lock on what is cleared away.
    drop(done);
    match place.clear() {
        Ok(()) => Trouble::Failed(format!("interrupted: nothing was written{earlier}\n  run the same command again")),
        Err(failure) => failure.into(),
    }
}

/// What the rule of stopping came to.
fn reached(precision: &Precision, replicates: u64) -> String {
    let PrecisionEntry { metric, half_width, .. } = &precision.entry;
    let width = precision.reached();
    if width.is_nan() {
        let told = format!("{metric} has too few values to tell how precise it is: use more --replicates.");
        return crate::report::paragraph("", &told);
    }
    let verdict = if precision.is_met() { "as asked" } else { "not as narrow as asked: use more --replicates" };
    crate::report::paragraph(
        "",
        &format!("{replicates} replicates make {metric} precise to ±{width:.4} (asked: ±{half_width}; {verdict})."),
    )
}

/// Where everything is.
fn closing(folder: &Path) -> String {
    format!("Results: {}\nOpen:    {}\n", folder.display(), folder.join("report.html").display())
}

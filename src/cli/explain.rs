use super::arguments::ExplainOptions;
use super::experiment::{Needed, threads_within_memory};
use super::explanation::{Asked, LOOKED_AT, Replaying, check_against_table, find, subject};
use super::interrupt::{finishing, on_interrupt};
use super::missing_letters::warn_of_missing_letters;
use super::progress::Progress;
use super::shown::Shown;
use super::terminal::say;
use super::trouble::Trouble;
use crate::analysis::{Choice, Chosen, Explained, Future, typical_end, typical_of, typical_survivor};
use crate::engine::Engine;
use crate::experiment::pool;
use crate::report::{Claim, EVERYTHING, Explanation, Manifest, STORY_LINES, story_text, tell};
use crate::scenario::Reach;
use std::num::NonZeroUsize;
use std::path::Path;

/// `safsim explain`.
pub(super) fn explain(options: &ExplainOptions, quiet: bool) -> Result<(), Trouble> {
    let asked = Asked {
        results: &options.results,
        arm: options.arm.as_deref(),
        point: options.point,
        quiet,
        reach: Reach::of(options.confined),
    };
    let subject = subject(asked)?;
    if let Some((claim, manifest)) = &subject.folder {
        let folder = claim.folder();
        may_be_written(folder, manifest)?;
        let held = manifest.replicates_done;
        if options.replicate.is_some_and(|replicate| replicate >= held) {
            let last = held.saturating_sub(1);
            return Err(Trouble::Wrong(format!("--replicate: {} holds replicates 0 to {last}", folder.display())));
        }
    }
    on_interrupt(": nothing was written\n  run the same command again")?;
    let engine = Engine::new(&subject.scenario);
    let replaying = Replaying { engine: &engine, seed: subject.seed, arm: subject.arm.clone() };
    let number = u64::from(options.replicates);
    let progress = Progress::new("replaying futures", 2 * number, quiet);
    let needed = Needed::of_story(&subject.scenario, options.replicates);
    let wanted = options.threads.map_or_else(rayon::current_num_threads, NonZeroUsize::get);
    let threads = threads_within_memory(options.memory.memory, wanted, &needed, quiet)?;
    let pool = pool(Some(threads)).map_err(|why| Trouble::Failed(why.to_string()))?;
    let futures = pool.install(|| replaying.futures(number, &|done| progress.done(done)));
    // What is told is to be found in the tables.
    let held = subject.folder.as_ref().map_or(u64::MAX, |(_, manifest)| manifest.replicates_done);
    let tabulated = &futures[..futures.len().min(usize::try_from(held).unwrap_or(usize::MAX))];
    let chosen = choose(options, tabulated, &replaying, &engine);
    let explained = chosen.and_then(|chosen| {
        check_against_table(&subject, &chosen, engine.setting())?;
        let told = pool.install(|| replaying.explain(vec![chosen], &futures, &|done| progress.done(number + done)));
        told.into_iter().next().ok_or_else(|| Trouble::Failed("there was nothing to tell".to_owned()))
    });
    progress.end();
    present(&explained?, subject.folder, options, quiet)
}

/// Which initiative in which future.
fn choose(
    options: &ExplainOptions,
    futures: &[Future],
    replaying: &Replaying<'_>,
    engine: &Engine,
) -> Result<Chosen, Trouble> {
    let nothing =
        || Trouble::Wrong("no initiative began in any of the futures: there is nothing to explain".to_owned());
    let asked = options.replicate.map(|replicate| {
        let known = futures.iter().find(|future| future.replicate == replicate).cloned();
        known.unwrap_or_else(|| replaying.future(replicate))
    });
    let Some(query) = &options.initiative else {
        let few = &futures[..futures.len().min(usize::try_from(LOOKED_AT).unwrap_or(usize::MAX))];
        let among = asked.as_ref().map_or(few, std::slice::from_ref);
        return typical_end(among, 0, &[]).or_else(|| typical_survivor(among, &[])).ok_or_else(nothing);
    };
    let all: Vec<Future> = futures.iter().chain(&asked).cloned().collect();
    let (site, name) = find(query, &all, engine.setting())?;
    match asked {
        None => typical_of(futures, site, &name, |_| true).ok_or_else(nothing),
        Some(future) => {
            let replicate = future.replicate;
            let fate = future.fate(site, &name).cloned();
            let fate = fate.ok_or_else(|| Trouble::Wrong(format!("{name} did not begin in replicate {replicate}")))?;
            Ok(Chosen { replicate, fate, choice: Choice::Asked })
        }
    }
}

fn may_be_written(folder: &Path, manifest: &Manifest) -> Result<(), Trouble> {
    match Explanation::in_the_way(folder, manifest) {
        None => Ok(()),
        Some(path) => {
            Err(Trouble::Wrong(format!("{} is there and was not written by safsim\n  move it away", path.display())))
        }
    }
}

fn present(
    explained: &Explained,
    folder: Option<(Claim, Manifest)>,
    options: &ExplainOptions,
    quiet: bool,
) -> Result<(), Trouble> {
    let lines = if options.all { EVERYTHING } else { STORY_LINES };
    let told = tell(explained, lines);
    let mut written = String::new();
    if let Some((claim, manifest)) = folder {
        let whole = tell(explained, EVERYTHING);
        let explanation = Explanation::new(&whole, &explained.odds);
        finishing();
        explanation.write(claim, &manifest)?;
        warn_of_missing_letters(explanation.unknown());
        written = format!("\nWritten: {}\n", Path::new(&options.results).join("explain.md").display());
    }
    if quiet {
        return Ok(());
    }
    say(Shown::from(&story_text(&told, &explained.odds, options.all)).and(written))
}

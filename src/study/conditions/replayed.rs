use super::exchanged::exchanged;
use super::sites_apart::sites_apart;
use crate::analysis::{Conditions, Exchange, ExchangedCondition, Future, SetApart, SiteFuture};
use crate::engine::{Engine, Observe};
use crate::experiment::futures;
use crate::scenario::Scenario;
use crate::study::arms::Arms;
use crate::study::runs::Runs;
use crate::study::{Error, Options, StudyStage};

/// Futures of each exchange: at least, or nothing could be told from chance, and at most.
const FEWEST: u64 = 10;
const MOST: u64 = 40;
/// In worlds of more sites than this, only what was replayed is named.
const SITES_NAMED: usize = 200;

/// What looking for it came to.
#[derive(Clone, Debug)]
pub(in crate::study) enum Replayed {
    /// What sets sites apart.
    Found(Conditions),
    /// A site alone cannot be set apart.
    OneSite,
    /// Somebody stopped it.
    Stopped,
}

/// How many of so many exchanges are replayed, and in how many futures each, beside so many replicates: never in more than these
/// together.
pub(super) fn planned(replicates: u64, exchanges: usize) -> (usize, u64) {
    let number = usize::try_from(replicates / FEWEST).unwrap_or(usize::MAX).min(exchanges);
    let each = replicates.checked_div(number as u64).unwrap_or(0).min(MOST);
    (number, each)
}

/// What sets the sites of a scenario apart, from its first futures with one condition of one site exchanged each; the same for any
/// number of threads. It works on those of the pool that it is called in.
pub(in crate::study) fn replayed(
    scenario: &Scenario,
    arms: &Arms,
    runs: &Runs,
    options: &Options<'_>,
) -> Result<Replayed, Error> {
    if scenario.sites.len() < 2 {
        return Ok(Replayed::OneSite);
    }
    let apart = sites_apart(scenario);
    let (number, each) = planned(runs.replicates.min(arms.own), apart.len());
    let own = if number > 0 { arms.futures(0, runs, each)? } else { vec![] };
    let (listener, total) = (options.listener(), number as u64 * each);
    if total > 0 {
        listener.begun(StudyStage::ExchangingConditions, total);
    }
    let mut all = Vec::with_capacity(apart.len());
    let mut is_stopped = false;
    for (place, apart) in apart.iter().enumerate().take(number) {
        let finished = place as u64 * each;
        let progressed = |done| listener.progressed(StudyStage::ExchangingConditions, finished + done, total);
        let Some(made) = made((scenario, arms), *apart, &own, (options, &progressed)) else {
            is_stopped = true;
            break;
        };
        all.push(ExchangedCondition { apart: *apart, made: Some(made) });
    }
    if total > 0 {
        listener.ended(StudyStage::ExchangingConditions);
    }
    let mut rest: Vec<SetApart> = apart.into_iter().skip(number).collect();
    let more = if scenario.sites.len() > SITES_NAMED { std::mem::take(&mut rest).len() as u64 } else { 0 };
    all.extend(rest.into_iter().map(|apart| ExchangedCondition { apart, made: None }));
    Ok(if is_stopped { Replayed::Stopped } else { Replayed::Found(Conditions::of(each, all, more)) })
}

/// What one exchange makes of its site; nothing if it is stopped.
fn made(
    (scenario, arms): (&Scenario, &Arms),
    apart: SetApart,
    own: &[Future],
    (options, done): (&Options<'_>, &(dyn Fn(u64) + Sync)),
) -> Option<Exchange> {
    let engine = Engine::new(&exchanged(scenario, &apart));
    let setting = arms.setting(0);
    let (stop, observing) = (options.cancel().stopping(), Observe::default());
    let one = |place: u64| {
        let future = &own[usize::try_from(place).unwrap_or(usize::MAX)];
        let run = engine.run_unless(stop, arms.seed, future.replicate, &observing)?;
        let of = |fates| SiteFuture::of(fates, apart.site, setting);
        Some((of(&future.fates), of(&run.fates)))
    };
    let pairs: Option<Vec<_>> = futures(0..own.len() as u64, done, one).into_iter().collect();
    pairs.map(Exchange::of)
}

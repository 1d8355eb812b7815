use super::Error;
use super::kept_run::kept_run;
use super::pasts::Pasts;
use super::runs::Runs;
use crate::analysis::{ArmLabel, Clock, Future, Headline, Kept, panels_kept, programme_last};
#[cfg(feature = "page")]
use crate::analysis::{Findings, network_months};
use crate::engine::{Engine, Observe};
use crate::experiment::Unit;
#[cfg(feature = "page")]
use crate::record::RunRecord;
use crate::record::Setting;
#[cfg(feature = "tables")]
use crate::report::Tables;
use crate::scenario::Scenario;
use std::sync::atomic::AtomicBool;

/// The arms of an experiment, made ready to run; the baseline first, never empty.
#[derive(Debug)]
pub(super) struct Arms {
    pub labels: Vec<ArmLabel>,
    pub seed: u64,
    pub headlines: Vec<Headline>,
    engines: Vec<Engine>,
    /// What they share before they part.
    pub pasts: Pasts,
    /// At what times they are compared.
    pub clock: Clock,
    /// Replicates, from the first on, whose months are kept.
    pub panels: u64,
    /// Replicates that are runs of these scenarios as they are; those behind them are runs of other models.
    pub own: u64,
}

impl Arms {
    /// Of these scenarios; `horizons` are months after the programme's end at which survival is told as well. Where
    /// programmes end in different months, figures at equal times after them are told beside those at the end of the run.
    pub fn new(arms: Vec<(ArmLabel, &Scenario)>, seed: u64, horizons: &[u32]) -> Arms {
        let engines: Vec<Engine> = arms.iter().map(|(_, scenario)| Engine::new(scenario)).collect();
        let clock = Clock::of(&engines.iter().map(Engine::setting).collect::<Vec<_>>());
        let engines: Vec<Engine> = engines.into_iter().map(|engine| compared_by(engine, &clock)).collect();
        let panels = engines.iter().map(|engine| panels_kept(engine.setting(), arms.len())).min().unwrap_or(0);
        let labels = arms.into_iter().map(|(label, _)| label).collect();
        Arms {
            labels,
            seed,
            headlines: headlines(horizons, &clock),
            engines,
            pasts: Pasts::default(),
            clock,
            panels,
            own: u64::MAX,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.engines.len()
    }

    /// Where and when an arm takes place.
    pub fn setting(&self, arm: usize) -> &Setting {
        self.engines[arm].setting()
    }

    /// Runs one of them once; what is kept of it, as bytes. Nothing if it is given up.
    pub fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let engine = &self.engines[unit.cell as usize];
        let setting = engine.setting();
        // Only tables tell events.
        let events = wants_events(setting, unit.replicate);
        let observing = Observe { events, snapshots: vec![] };
        let run = self.pasts.run(engine, (self.seed, unit.replicate, None), give_up, &observing)?;
        Some(Kept::of(run, setting, &self.headlines, self.panels).to_bytes())
    }

    /// Runs one of them once, with its months and without its events.
    pub fn run(&self, arm: usize, replicate: u64) -> Kept {
        let engine = &self.engines[arm];
        Kept::of(engine.run(self.seed, replicate, &Observe::default()), engine.setting(), &self.headlines, u64::MAX)
    }

    /// What became of the initiatives of an arm in the first `replicates` of these runs; those that failed are left out.
    pub fn futures(&self, arm: usize, runs: &Runs, replicates: u64) -> Result<Vec<Future>, Error> {
        let mut futures = Vec::new();
        for record in runs.store.read_in_order(&runs.schedule) {
            let (unit, outcome) = record?;
            if unit.replicate >= replicates {
                break;
            }
            if unit.cell as usize == arm
                && let Ok(kept) = kept_run(outcome, self.setting(arm), self.headlines.len())
            {
                futures.push(Future { replicate: unit.replicate, fates: kept.run.fates });
            }
        }
        Ok(futures)
    }

    /// The typical run of an arm once more, with its trust networks before, during and after the programme; `None` where there
    /// is none, or where it would be too large to look at.
    #[cfg(feature = "page")]
    pub fn typical(&self, arm: usize, findings: &Findings) -> Option<RunRecord> {
        let engine = &self.engines[arm];
        let months = network_months(engine.setting()).filter(|_| engine.setting().sites.len() <= NETWORK_SITES)?;
        let observing = Observe { events: false, snapshots: months.to_vec() };
        Some(engine.run(self.seed, findings.typical?, &observing))
    }
}

/// Whether the events of a replicate are wanted: tables tell them, nothing else does.
fn wants_events(setting: &Setting, replicate: u64) -> bool {
    #[cfg(feature = "tables")]
    {
        Tables::wants_events(setting, replicate)
    }
    #[cfg(not(feature = "tables"))]
    {
        let _ = (setting, replicate);
        false
    }
}

/// The same engine, taking down what is needed of the month at which this clock compares.
pub(super) fn compared_by(engine: Engine, clock: &Clock) -> Engine {
    let month = || {
        let last = programme_last(engine.setting())?;
        u32::try_from(last).ok()?.checked_add(clock.months()?)
    };
    let month = month();
    engine.telling(month)
}

/// The headline figures of arms that are compared by this clock.
pub(super) fn headlines(horizons: &[u32], clock: &Clock) -> Vec<Headline> {
    let own = clock.months();
    let horizons: Vec<u32> = horizons.iter().copied().chain(own).collect();
    let after = own.map(Headline::after).unwrap_or_default();
    Headline::all(&horizons).into_iter().chain(after).collect()
}

/// Trust networks are taken down in worlds of up to so many sites.
#[cfg(feature = "page")]
const NETWORK_SITES: usize = 200;

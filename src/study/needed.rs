use super::Memory;
use crate::analysis::SweptModelRuns;
use crate::experiment::Demand;
use crate::scenario::{Scenario, Study};
use std::num::NonZeroUsize;

/// What an experiment needs of a machine, estimated before anything is built (docs/performance.md says how well).
#[derive(Clone, Copy, Debug, Default)]
pub struct Needed {
    /// Of the largest replicate.
    pub demand: Demand,
    /// Bytes that all threads share: the program, scenarios, what is folded and drawn.
    shared: f64,
    /// Bytes of what is kept of a chunk.
    chunk: f64,
    /// Number of runs: no more replicates than these are in progress.
    runs: f64,
    /// Seconds of one core for all runs.
    pub seconds: f64,
}

/// The program with its fonts, pictures and page.
const PROGRAM: f64 = 85e6;
/// A thread: its stack, and its own corner of the allocator.
const THREAD: f64 = 3e6;
/// Copies of a scenario besides those of arms: as written, resolved, checked, and again without what is not run.
const COPIES: f64 = 8.0;
/// Copies of the scenario of an arm: as read, as run, in its engine.
const ARM_COPIES: f64 = 3.0;
/// Engines of a sweep that are kept.
const SWEPT: f64 = 512.0;
/// An axis of a point; what is kept of a run of a sweep.
const VALUE: f64 = 150.0;
const HEADLINES: f64 = 1_000.0;
/// Figures that a sweep asks about, seldom more.
const SWEPT_METRICS: f64 = 20.0;
/// Findings of an arm of a thousand replicates or more, in records; months of all arms while they are written.
const FINDINGS: f64 = 250.0;
const MONTHS: f64 = 256e6;
/// Futures of one site beside its own, each with its plan, while a story is told.
const CHANGES: f64 = 40.0;

impl Needed {
    /// Replicates of arms whose months are kept: `run` and `compare`.
    #[must_use]
    pub fn of_arms(arms: &[&Scenario], replicates: u32, per_chunk: u32) -> Needed {
        let replicates = f64::from(replicates);
        let demands: Vec<Demand> = arms.iter().map(|arm| Demand::of(arm)).collect();
        let demand = largest(&demands);
        let number = arms.len() as f64;
        let scenarios: f64 = demands.iter().map(|one| one.scenario).sum();
        let told = if demand.scenario < 1e6 { CHANGES * demand.scenario } else { 0.0 };
        let months = MONTHS.min(number * replicates.min(500.0) * demand.record);
        let findings = number * FINDINGS * demand.record * (replicates / 1000.0).min(1.0);
        Needed {
            demand,
            shared: PROGRAM + COPIES * demand.scenario + ARM_COPIES * scenarios + months + findings + told,
            chunk: f64::from(per_chunk).max(number) * demand.record,
            runs: replicates * number,
            seconds: replicates * demands.iter().map(|one| one.seconds).sum::<f64>(),
        }
    }

    /// With up to as many runs again, of one scenario after the other in which one site has one condition of the others.
    #[must_use]
    pub fn with_exchanges(self) -> Needed {
        Needed { shared: self.shared + ARM_COPIES * self.demand.scenario, seconds: 2.0 * self.seconds, ..self }
    }

    /// Points of a sweep.
    #[must_use]
    pub fn of_sweep(study: &Study, points: u64, per_chunk: u32) -> Needed {
        let demand = Demand::of(&study.scenario);
        let points = points as f64;
        let axes = study.sweep.as_ref().map_or(0, |sweep| sweep.axes.len()) as f64;
        Needed {
            demand,
            shared: PROGRAM + (COPIES + points.min(SWEPT)) * demand.scenario + points * axes * VALUE,
            chunk: f64::from(per_chunk) * HEADLINES,
            runs: points * f64::from(study.scenario.run.replicates),
            seconds: demand.seconds * points * f64::from(study.scenario.run.replicates),
        }
    }

    /// With so many runs of other models at each point of a sweep as well.
    #[must_use]
    pub fn over_models(self, points: u64, runs: u64) -> Needed {
        let (points, runs) = (points as f64, runs as f64);
        let each = self.seconds / self.runs.max(1.0);
        Needed {
            shared: self.shared + SweptModelRuns::bytes(points, SWEPT_METRICS, runs),
            runs: self.runs + points * runs,
            seconds: self.seconds + each * points * runs,
            ..self
        }
    }

    /// Single scenarios, one after the other, of which only a few values are kept; each with so many runs.
    #[must_use]
    pub fn of_cells(cells: &[(&Scenario, u64)]) -> Needed {
        let demands: Vec<Demand> = cells.iter().map(|(scenario, _)| Demand::of(scenario)).collect();
        let scenarios: f64 = demands.iter().map(|one| one.scenario).sum();
        let runs = cells.iter().map(|(_, runs)| *runs as f64);
        Needed {
            demand: largest(&demands),
            shared: PROGRAM + ARM_COPIES * scenarios,
            chunk: 0.0,
            // A thread does all runs of a cell.
            runs: demands.len() as f64,
            seconds: demands.iter().zip(runs).map(|(one, runs)| one.seconds * runs).sum(),
        }
    }

    /// Futures of one scenario, told over so many replicates.
    #[must_use]
    pub fn of_story(scenario: &Scenario, replicates: u32) -> Needed {
        let demand = Demand::of(scenario);
        let shared = PROGRAM + (COPIES + CHANGES) * demand.scenario + f64::from(replicates) * demand.record;
        Needed {
            demand,
            shared,
            chunk: 0.0,
            runs: f64::from(replicates),
            seconds: 3.0 * f64::from(replicates) * demand.seconds,
        }
    }

    /// With so many threads at work. As many replicates are in progress, and two more chunks
    /// have begun.
    #[must_use]
    pub fn memory(&self, threads: usize) -> Memory {
        let threads = threads as f64;
        let worlds = threads.min(self.runs) * (self.demand.world + 2.0 * self.demand.record);
        let chunks = (threads + 2.0).min(self.runs) * self.chunk;
        // More than any number of bytes is the largest number of bytes.
        Memory((self.shared + threads * THREAD + worlds + chunks) as u64)
    }

    /// The number of threads, of those wanted, that stay within `limit`.
    #[must_use]
    pub fn threads_within(&self, limit: Memory, wanted: usize) -> Option<NonZeroUsize> {
        let most = (1..=wanted.max(1)).rev().find(|&threads| self.memory(threads) <= limit)?;
        NonZeroUsize::new(most)
    }

    /// People and ties of the largest replicate, in words: "7.9 million people with 115 million ties".
    #[must_use]
    pub fn size(&self) -> String {
        format!("{} people with {} ties", rounded(self.demand.people), rounded(self.demand.ties))
    }

    /// "7.9 million people, 115 million ties: about 5.1 GB of memory, and about hours on 2 threads"; nothing if it is small.
    #[must_use]
    pub fn if_large(&self, threads: usize) -> Option<String> {
        let (memory, seconds) = (self.memory(threads), self.seconds / threads.max(1) as f64);
        let large = memory.0 >= 1_000_000_000 || seconds >= 120.0;
        let ties = rounded(self.demand.ties);
        large.then(|| format!("{ties} ties; about {memory} of memory and {} on {threads} threads", duration(seconds)))
    }
}

/// The most of each, over several scenarios.
fn largest(demands: &[Demand]) -> Demand {
    demands.iter().fold(Demand::default(), |most, one| Demand {
        people: most.people.max(one.people),
        ties: most.ties.max(one.ties),
        world: most.world.max(one.world),
        record: most.record.max(one.record),
        scenario: most.scenario.max(one.scenario),
        seconds: most.seconds.max(one.seconds),
    })
}

fn duration(seconds: f64) -> String {
    match seconds {
        s if s < 100.0 => "seconds".to_owned(),
        s if s < 5400.0 => format!("{:.0} minutes", (s / 60.0).max(2.0)),
        s if s < 129_600.0 => format!("{:.0} hours", s / 3600.0),
        s if s < 3e7 => format!("{:.0} days", s / 86_400.0),
        _ => "years".to_owned(),
    }
}

fn rounded(number: f64) -> String {
    match number {
        n if n < 1e6 => format!("{n:.0}"),
        n if n < 999.5e6 => format!("{:.1} million", n / 1e6),
        n => format!("{:.0} million", n / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::default_scenario;

    #[test]
    fn threads_are_as_many_as_there_is_memory_for() {
        let scenario = default_scenario();
        let needed = Needed::of_arms(&[&scenario], 200, 64);
        assert!(needed.memory(1) < needed.memory(2));
        let within = |threads: usize| needed.threads_within(needed.memory(threads), 8).map(NonZeroUsize::get);
        assert_eq!((within(1), within(3), within(8), within(20)), (Some(1), Some(3), Some(8), Some(8)));
        assert_eq!(needed.threads_within(Memory(needed.memory(1).0 - 1), 8), None);
        assert!(needed.if_large(2).is_none());
        assert!(needed.size().contains(" people with "), "{}", needed.size());
    }

    #[test]
    fn an_absurd_experiment_has_an_absurd_demand() {
        let mut scenario = default_scenario();
        for site in &mut scenario.sites {
            site.organisations.iter_mut().for_each(|one| one.roles.iter_mut().for_each(|role| role.1 = u32::MAX));
        }
        let needed = Needed::of_arms(&[&scenario], u32::MAX, u32::MAX);
        assert!(needed.memory(usize::MAX) == Memory(u64::MAX) && needed.seconds > 1e12);
        assert!(needed.if_large(1).unwrap().ends_with("years on 1 threads"), "{:?}", needed.if_large(1));
        assert_eq!(needed.threads_within(Memory(1 << 40), 4), None);
    }
}

use super::arguments::EvidenceOptions;
use super::experiment::{Base, Conducted, Experiment, Needed, Request, Subject, planned, undertake, within_memory};
use super::findings_argument::{catalogue, chosen};
use super::interrupt::given_up;
use super::missing_letters::warn_of_missing_letters;
use super::terminal::{say, tell};
use super::trouble::Trouble;
use crate::engine::{Engine, Observe};
use crate::evidence::{CellValues, Evidence, ParameterSet, SetValues, Suite, judge, parameter_sets, robustness};
use crate::experiment::{Outcome, Schedule, Unit, sobol_points};
use crate::report::{
    Emphasised, Ran, Staging, TableFolder, evidence_contents, evidence_figures, evidence_list, evidence_summary,
    sha256, write_evidence,
};
use crate::scenario::{Parameters, RunSettings, Scenario};
use rayon::prelude::*;
use std::path::PathBuf;
use std::time::Instant;

/// `safsim evidence`.
pub(super) fn evidence(options: &EvidenceOptions, quiet: bool) -> Result<(), Trouble> {
    let catalogue = catalogue(options.from.as_deref())?;
    let findings = chosen(&catalogue, &options.findings)?;
    // What is listed can be tried: both go through one door.
    let suite = Suite::new(&catalogue, &findings).map_err(Trouble::Wrong)?;
    if options.list {
        return say(&evidence_list(&findings));
    }
    let asked = Asked {
        run: RunSettings {
            replicates: options.replicates.unwrap_or(Suite::REPLICATES),
            seed: options.seed.unwrap_or(1),
        },
        sets: options.ensemble.unwrap_or(0),
        per_set: options.per_set.unwrap_or(Suite::REPLICATES_PER_SET),
        ids: findings.iter().map(|finding| finding.id.clone()).collect(),
        named: options.findings.clone(),
        from: options.from.clone(),
        cells: suite.cells.len() as u32,
        catalogue: catalogue.text(),
    };
    let runs = |is_whole: bool| {
        let sets = if is_whole { u64::from(asked.sets) * u64::from(asked.per_set) } else { 0 };
        u64::from(asked.run.replicates) + sets
    };
    let cells: Vec<(&Scenario, u64)> = suite.cells.iter().map(|cell| (&cell.scenario, runs(cell.is_whole))).collect();
    let place = &within_memory(&options.place, &Needed::of_cells(&cells), quiet)?;
    let sets = asked.parameter_sets()?;
    let request = Request {
        command: "evidence",
        subject: &asked,
        cells: 1,
        in_given_order: true,
        precision: None,
        options: place,
        quiet,
        base: Base::default(),
    };
    undertake(request, |_| {
        let trial = Trial { asked: &asked, suite: &suite, sets: &sets };
        if !quiet {
            trial.announce(place.workers());
        }
        Ok(trial)
    })
}

/// What was asked for.
struct Asked {
    run: RunSettings,
    sets: u32,
    per_set: u32,
    ids: Vec<String>,
    /// As they were asked for, and where they stand if they are not built in.
    named: Vec<String>,
    from: Option<PathBuf>,
    cells: u32,
    catalogue: String,
}

impl Asked {
    fn parameter_sets(&self) -> Result<Vec<ParameterSet>, Trouble> {
        if self.sets == 0 {
            return Ok(Vec::new());
        }
        let points = sobol_points(Parameters::TABLE.len(), self.sets, self.run.seed);
        let points = points.ok_or_else(|| Trouble::Wrong("--ensemble is at most 65536 sets".to_owned()))?;
        Ok(parameter_sets(&points))
    }
}

impl Subject for Asked {
    fn name(&self) -> &'static str {
        "evidence"
    }

    fn run(&self) -> RunSettings {
        self.run
    }

    fn identity(&self, command: &str) -> String {
        let Asked { run, sets, per_set, ids, .. } = self;
        let what = format!("{} replicates, {sets} sets of {per_set}, seed {}", run.replicates, run.seed);
        let space = if *sets > 0 { ParameterSet::space() } else { String::new() };
        sha256(format!("{command}, {what}, {space}, {}\n{}", ids.join(" "), self.catalogue))
    }

    /// A part for each cell, then one for each set of parameters.
    fn schedule(&self, _: u32) -> Schedule {
        Schedule::new(1, u64::from(self.cells) + u64::from(self.sets), 1)
    }

    fn text(&self, _: u32) -> (&'static str, String) {
        ("catalogue.txt", self.catalogue.clone())
    }

    fn again(&self, _: &str) -> String {
        let mut command =
            format!("safsim evidence {} -n {} --seed {}", self.named.join(" "), self.run.replicates, self.run.seed)
                .replace("evidence  ", "evidence ");
        if let Some(folder) = &self.from {
            command += &format!(" --from {}", folder.display());
        }
        if self.sets > 0 {
            command += &format!(" --ensemble {} --per-set {}", self.sets, self.per_set);
        }
        command
    }

    fn is_whole_only(&self) -> bool {
        true
    }
}

/// The findings being tried.
struct Trial<'a> {
    asked: &'a Asked,
    suite: &'a Suite,
    sets: &'a [ParameterSet],
}

/// What is kept of a part: the values of one cell, or of all that are run at a set.
type Part = Vec<CellValues>;

impl Trial<'_> {
    /// The values of a cell's quantities in its first `replicates` runs of `scenario`.
    fn values(&self, cell: usize, scenario: &Scenario, replicates: u32) -> Option<CellValues> {
        let engine = Engine::new(scenario);
        let one = |replicate| {
            let run = engine.run_unless(given_up(), self.asked.run.seed, replicate, &Observe::default())?;
            Some(self.suite.cells[cell].values(&run, engine.setting()))
        };
        (0..u64::from(replicates)).map(one).collect()
    }

    /// Says what is planned, and about how long it will take.
    fn announce(&self, threads: usize) {
        let whole = self.suite.whole_cells().len() as u64;
        let cells = self.suite.cells.len() as u64;
        let runs = cells * u64::from(self.asked.run.replicates)
            + u64::from(self.asked.sets) * whole * u64::from(self.asked.per_set);
        let began = Instant::now();
        let tried: Vec<&Scenario> = self.suite.cells.iter().step_by(8).map(|cell| &cell.scenario).collect();
        tried.par_iter().for_each(|scenario| {
            drop(Engine::new(scenario).run(self.asked.run.seed, 0, &Observe::default()));
        });
        let each = began.elapsed() * rayon::current_num_threads() as u32 / tried.len().max(1) as u32;
        let (findings, sets) = (self.asked.ids.len(), self.asked.sets);
        let planned = planned(runs, each, threads);
        tell(format!("{findings} findings, {cells} arms, {sets} sets of parameters: {planned}\n"));
    }
}

impl Experiment for Trial<'_> {
    fn simulate(&self, unit: Unit) -> Option<Vec<u8>> {
        let cells = &self.suite.cells;
        let part = unit.replicate as usize;
        let part: Part = match part.checked_sub(cells.len()) {
            None => vec![self.values(part, &cells[part].scenario, self.asked.run.replicates)?],
            Some(set) => {
                let at = |cell: usize| {
                    let cell_at = cells[cell].at(&self.sets[set]);
                    self.values(cell, &cell_at, self.asked.per_set)
                };
                (0..cells.len())
                    .map(|cell| if cells[cell].is_whole { at(cell) } else { Some(Vec::new()) })
                    .collect::<Option<_>>()?
            }
        };
        // Plain numbers: nothing in them can fail to be written.
        Some(postcard::to_stdvec(&part).unwrap_or_default())
    }

    fn present(
        &self,
        done: &Conducted,
        staging: &Staging<'_>,
        tables: &TableFolder,
        ran: Ran,
    ) -> Result<Emphasised, Trouble> {
        let mut cells: Vec<CellValues> = Vec::with_capacity(self.suite.cells.len());
        let mut sets: Vec<Option<SetValues>> = Vec::with_capacity(self.sets.len());
        for record in done.store.read_in_order(&done.schedule) {
            let (unit, outcome) = record.map_err(|error| Trouble::Failed(error.to_string()))?;
            let part: Result<Part, String> = match outcome {
                Outcome::Run(bytes) => postcard::from_bytes(&bytes).map_err(|_| "it could not be read".to_owned()),
                Outcome::Failed(why) => Err(why),
            };
            match part {
                Ok(mut part) if cells.len() < self.suite.cells.len() => cells.push(part.pop().unwrap_or_default()),
                Ok(part) => sets.push(Some(part)),
                Err(why) if cells.len() < self.suite.cells.len() => {
                    return Err(Trouble::Failed(format!("arm {} broke off: {why}", unit.replicate)));
                }
                Err(_) => sets.push(None),
            }
        }
        let mut findings = judge(self.suite, &cells);
        for (judged, robust) in findings.iter_mut().zip(robustness(self.suite, self.sets, &sets)) {
            judged.robustness = robust;
        }
        let evidence = Evidence {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: self.asked.run.seed,
            replicates: u64::from(self.asked.run.replicates),
            sets: u64::from(self.asked.sets),
            replicates_per_set: u64::from(self.asked.per_set),
            varied: if self.asked.sets > 0 { ParameterSet::varied().map(str::to_owned).collect() } else { Vec::new() },
            findings,
        };
        write_evidence(staging, tables, &evidence)?;
        warn_of_missing_letters(&evidence_contents(&evidence, evidence_figures(&evidence), ran).publish(staging)?);
        Ok(evidence_summary(&evidence))
    }
}

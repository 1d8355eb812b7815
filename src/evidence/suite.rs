use super::{Finding, ParameterSet, Quantity};
use crate::record::{RunRecord, Setting};
use crate::scenario::Scenario;

/// One scenario that is run for the sake of one or more findings.
#[derive(Clone, Debug)]
pub struct SuiteCell {
    /// What is run.
    pub scenario: Scenario,
    /// Parameters that its settings give, which sets of parameters leave alone.
    pub(super) given: Vec<&'static str>,
    /// What is measured in each of its runs.
    pub(super) quantities: Vec<Quantity>,
    /// Whether it is run with all mechanisms: only these are run over sets of parameters.
    pub is_whole: bool,
    /// Whether it is run for nothing but what is left when everything else is frozen.
    pub(super) is_frozen: bool,
}

/// The values of a cell's quantities, replicate by replicate.
pub type CellValues = Vec<Vec<f64>>;

impl SuiteCell {
    /// What is measured in a run of it.
    #[must_use]
    pub fn values(&self, record: &RunRecord, setting: &Setting) -> Vec<f64> {
        self.quantities.iter().map(|quantity| quantity.of(record, setting)).collect()
    }

    /// How many runs of it are needed where so many are asked for: where nearly everything stands still a quarter of them tell as
    /// much.
    #[must_use]
    pub fn replicates(&self, asked: u32) -> u32 {
        if self.is_frozen { asked.div_ceil(4).max(2).min(asked) } else { asked }
    }

    /// What is run at a set of parameters.
    #[must_use]
    pub fn at(&self, set: &ParameterSet) -> Scenario {
        let mut scenario = self.scenario.clone();
        set.lay_over(&mut scenario, &self.given);
        scenario
    }
}

/// A measure in a cell, with its weight in a test's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Term {
    pub cell: usize,
    pub quantity: usize,
    pub weight: f64,
}

/// A test made ready: its terms, those without the mechanism, and those with nothing but it.
#[derive(Clone, Debug)]
pub(super) struct PlannedTest {
    pub with: Vec<Term>,
    pub without: Vec<Term>,
    pub frozen: Vec<Term>,
    /// A number that is taken from the value.
    pub against: f64,
}

/// A finding made ready.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub finding: Finding,
    pub tests: Vec<PlannedTest>,
    /// For claims about configurations: the cell and quantity of each combination; bit c of its place is condition c.
    pub combinations: Vec<Term>,
}

/// Findings, and the cells that have to be run for them, each once.
#[derive(Clone, Debug)]
pub struct Suite {
    pub(super) findings: Vec<Planned>,
    /// What is run.
    pub cells: Vec<SuiteCell>,
}

impl Suite {
    /// Replicates whose mean stands beside each test, for the check that a page is not stale.
    pub const FIRST: usize = 6;

    /// Replicates of each arm at the default parameters unless asked for.
    pub const REPLICATES: u32 = 80;
    /// Replicates of each arm in each set of parameters to begin with: the fewest that say what is chance.
    pub const REPLICATES_PER_SET: u32 = 2;
    /// Replicates of each arm in each set at most: chance then adds a quarter of the spread of single futures to the mean of a set, little
    /// beside what is practically nil over some hundred sets.
    pub const MOST_PER_SET: u32 = 16;

    /// The values of a test of a finding, replicate by replicate; both are counted from 0, and `values` are those of all
    /// cells. Empty if there is no such test.
    #[must_use]
    pub fn values_of(&self, finding: usize, test: usize, values: &[CellValues]) -> Vec<f64> {
        let planned = self.findings.get(finding).and_then(|planned| planned.tests.get(test));
        planned.map_or_else(Vec::new, |plan| test_values(&plan.with, plan.against, values).collect())
    }

    /// Cells that are run over sets of parameters: places in [`Suite::cells`].
    #[must_use]
    pub fn whole_cells(&self) -> Vec<usize> {
        (0..self.cells.len()).filter(|&cell| self.cells[cell].is_whole).collect()
    }
}

/// The value of a test in each replicate: its terms less the number `against`; `values` are those of all cells.
pub(super) fn test_values<'a>(
    terms: &'a [Term],
    against: f64,
    values: &'a [CellValues],
) -> impl Iterator<Item = f64> + 'a {
    let replicates = terms.iter().map(|term| values[term.cell].len()).min().unwrap_or(0);
    (0..replicates).map(move |replicate| {
        let of = |term: &Term| term.weight * values[term.cell].get(replicate).map_or(f64::NAN, |v| v[term.quantity]);
        terms.iter().map(of).sum::<f64>() - against
    })
}

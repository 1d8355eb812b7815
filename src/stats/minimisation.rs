use super::implicant::prime_implicants;
use super::minimal_cover::minimal_cover;

use super::{Implicant, MOST_CONDITIONS, SetRelation, TruthTableRow};
use std::collections::BTreeSet;

/// One way to the outcome: a conjunction of conditions that is sufficient for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SufficientPath {
    /// The conditions that it names.
    pub implicant: Implicant,
    /// Cases on it.
    pub cases: u64,
    /// Of these, the cases with the outcome.
    pub with_outcome: u64,
    /// Share of its cases that have the outcome; raw coverage: share of the cases with the outcome that are on it.
    pub sufficiency: SetRelation,
    /// Share of the cases with the outcome that are on it and on no other path, 0..1; `None` if no case has the
    /// outcome.
    pub unique_coverage: Option<f64>,
}

/// The ways to the outcome that are left when a truth table is minimised.
#[derive(Clone, Debug, PartialEq)]
pub struct Minimisation {
    /// All prime implicants, in order; the paths are chosen from them.
    pub prime_implicants: Vec<Implicant>,
    /// The paths, in the order of their implicants; none if no row is positive.
    pub paths: Vec<SufficientPath>,
    /// Share of the cases on any path that have the outcome, and share of the cases with the outcome that are on any
    /// path.
    pub sufficiency: SetRelation,
    /// How many solutions of as few paths there are, this one included. Above 1 the table does not tell which is meant.
    pub solutions: u64,
    /// Whether it is proven that there is no solution of fewer paths; not so only for very large tables.
    pub proven: bool,
}

/// Minimises the truth table `rows` (each configuration at most once) of the first `conditions` conditions: the
/// conservative solution of crisp-set qualitative comparative analysis (Ragin 1987, 2008), as
/// `minimize(truthTable(data, outcome, incl.cut = consistency, n.cut = least))` of R's package QCA.
///
/// Positive are the rows with at least `least` cases (0 counts as 1) of which at least a share of `consistency` (0..1)
/// have the outcome. Nothing is assumed about configurations that were not observed (no logical remainders), so the
/// paths cover exactly the positive rows. The fewest paths are taken; among solutions of as few, the one that names the
/// fewest conditions, then the first in order. All coverages are shares of all cases with the outcome, those of rows
/// that are not positive as well. Cost: up to 3^conditions implicants, then a search that is exponential at worst and
/// cut off.
///
/// # Panics
///
/// If there are more than [`MOST_CONDITIONS`] conditions, or a row has one that is not among the first `conditions`.
#[must_use]
pub fn minimise(rows: &[TruthTableRow], conditions: u32, consistency: f64, least: u64) -> Minimisation {
    assert!(conditions <= MOST_CONDITIONS, "{conditions} conditions are more than {MOST_CONDITIONS}");
    assert!(rows.iter().all(|row| row.configuration >> conditions == 0), "a row has conditions beyond {conditions}");
    let enough = |row: &&TruthTableRow| row.cases >= least && row.consistency().is_some_and(|c| c >= consistency);
    let positive: BTreeSet<u32> = rows.iter().filter(enough).map(|row| row.configuration).collect();
    let primes = prime_implicants(&positive, conditions);
    let covered =
        |prime: &Implicant| (0..).zip(&positive).filter(|(_, c)| prime.covers(**c)).map(|(at, _)| at).collect();
    let sets: Vec<Vec<usize>> = primes.iter().map(covered).collect();
    let lengths: Vec<u32> = primes.iter().map(Implicant::length).collect();
    let cover = minimal_cover(&sets, &lengths, positive.len());
    let chosen: Vec<Implicant> = cover.chosen.iter().map(|&place| primes[place]).collect();

    let outcomes: u64 = rows.iter().map(|row| row.with_outcome).sum();
    let count = |on: &dyn Fn(u32) -> bool| {
        let on = rows.iter().filter(|row| on(row.configuration));
        on.fold((0, 0), |(cases, outcomes), row| (cases + row.cases, outcomes + row.with_outcome))
    };
    let path = |implicant: &Implicant| {
        let (cases, with_outcome) = count(&|configuration| implicant.covers(configuration));
        let others = |configuration| chosen.iter().any(|other| other != implicant && other.covers(configuration));
        let (_, alone) = count(&|configuration| implicant.covers(configuration) && !others(configuration));
        SufficientPath {
            implicant: *implicant,
            cases,
            with_outcome,
            sufficiency: SetRelation::new(with_outcome, cases, outcomes),
            unique_coverage: SetRelation::new(alone, cases, outcomes).coverage,
        }
    };
    let (cases, with_outcome) = count(&|configuration| chosen.iter().any(|path| path.covers(configuration)));
    Minimisation {
        paths: chosen.iter().map(path).collect(),
        sufficiency: SetRelation::new(with_outcome, cases, outcomes),
        prime_implicants: primes,
        solutions: cover.equals,
        proven: cover.proven,
    }
}

#[cfg(test)]
#[path = "minimisation_tests.rs"]
mod tests;

//! Public data sets and the values that R and its package `survival` find in them; `test_data/README.md` tells how to
//! write them anew.

use super::{Spell, TruthTableRow};

/// A row of a data set: group from 1, when observed, and the cause of the end (0 for a censoring).
pub struct Subject {
    pub group: usize,
    pub start: f64,
    pub stop: f64,
    pub cause: usize,
}

/// A row of `reference.csv`; what is left empty there is NaN.
pub struct Reference {
    pub group: usize,
    pub time: f64,
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

pub fn subjects(data: &str) -> Vec<Subject> {
    let text = match data {
        "lung" => include_str!("test_data/lung.csv"),
        "veteran" => include_str!("test_data/veteran.csv"),
        "waltons" => include_str!("test_data/waltons.csv"),
        "heart" => include_str!("test_data/heart.csv"),
        "pbc" => include_str!("test_data/pbc.csv"),
        "pbc_age" => include_str!("test_data/pbc_age.csv"),
        _ => panic!("no data set {data}"),
    };
    let subject = |line: &str| {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        Subject { start: cells[0], stop: cells[1], cause: cells[2] as usize, group: cells[3] as usize }
    };
    text.lines().skip(1).map(subject).collect()
}

/// The data set as spells by group.
pub fn groups(data: &str) -> Vec<Vec<Spell>> {
    let subjects = subjects(data);
    let last = subjects.iter().map(|s| s.group).max().unwrap();
    let mut groups = vec![vec![]; last];
    for s in subjects {
        groups[s.group - 1].push(Spell { start: s.start, stop: s.stop, event: s.cause > 0 });
    }
    groups
}

/// A data set of `samples.csv`: the values of each group in their order, at least one group.
pub fn samples(data: &str) -> Vec<Vec<f64>> {
    let mut samples: Vec<Vec<f64>> = vec![];
    for line in include_str!("test_data/samples.csv").lines() {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[0] == data {
            let group: usize = cells[1].parse().unwrap();
            samples.resize_with(samples.len().max(group), Vec::new);
            samples[group - 1].push(cells[2].parse().unwrap());
        }
    }
    assert!(!samples.is_empty(), "no samples {data}");
    samples
}

/// The truth table of a data set of `configurations.csv`, where the first digit is the first condition.
pub fn configurations(data: &str) -> Vec<TruthTableRow> {
    let digits = |text: &str| text.chars().rev().fold(0, |bits, digit| bits << 1 | u32::from(digit == '1'));
    let row = |cells: Vec<&str>| TruthTableRow {
        configuration: digits(cells[1]),
        cases: cells[2].parse().unwrap(),
        with_outcome: cells[3].parse().unwrap(),
    };
    let lines = include_str!("test_data/configurations.csv").lines().map(|line| line.split(',').collect::<Vec<&str>>());
    lines.filter(|cells| cells[0] == data).map(row).collect()
}

/// The reference values of a statistic, at least one.
pub fn reference(data: &str, statistic: &str) -> Vec<Reference> {
    let number = |cell: &str| if cell.is_empty() { f64::NAN } else { cell.parse().unwrap() };
    let found: Vec<Reference> = include_str!("test_data/reference.csv")
        .lines()
        .map(|line| line.split(',').collect::<Vec<&str>>())
        .filter(|cells| cells[..2] == [data, statistic])
        .map(|cells| Reference {
            group: cells[2].parse().unwrap(),
            time: number(cells[3]),
            value: number(cells[4]),
            low: number(cells[5]),
            high: number(cells[6]),
        })
        .collect();
    assert!(!found.is_empty(), "no reference values of {statistic} for {data}");
    found
}

/// Whether a number is the expected one but for `relative` of that.
pub fn close(found: f64, expected: f64, relative: f64) -> bool {
    (found - expected).abs() <= relative * expected.abs().max(1e-300)
}

/// Rows of `sensitivity.csv`: of a function and a method, the points of the sample (value and inputs) or what was found.
pub fn sampled(function: &str, method: &str, what: &str) -> Vec<(f64, Vec<f64>)> {
    let lines = include_str!("test_data/sensitivity.csv").lines().map(|line| line.split(',').collect::<Vec<&str>>());
    let number = |cell: &&str| cell.parse::<f64>().unwrap();
    let row = |cells: Vec<&str>| (number(&cells[4]), cells[5..].iter().map(number).collect());
    let found: Vec<_> = lines.filter(|cells| cells[..3] == [function, method, what]).map(row).collect();
    assert!(!found.is_empty(), "no {what} of {function}");
    found
}

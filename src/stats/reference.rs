//! Public data sets and the values that R's package `survival` finds in them; `test_data/README.md` tells how to write
//! them anew.

use super::Spell;

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

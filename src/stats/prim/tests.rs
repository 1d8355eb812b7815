use super::quasi_p::binomial_at_least;
use super::{CaseBox, CaseColumn, Cases, Limit, prim, quasi_p};
use crate::stats::reference::close;

/// `prim.csv`: nine columns of numbers, one of the words a to d, and whether the case is of interest.
fn cases(columns: &[usize]) -> Cases {
    let lines: Vec<Vec<&str>> =
        include_str!("../test_data/prim.csv").lines().skip(1).map(|line| line.split(',').collect()).collect();
    let column = |&place: &usize| {
        let cells = lines.iter().map(|line| line[place]);
        if place == 9 {
            CaseColumn::Words(cells.map(|cell| cell.as_bytes()[0] - b'a').collect())
        } else {
            CaseColumn::Numbers(cells.map(|cell| cell.parse().unwrap()).collect())
        }
    };
    Cases {
        columns: columns.iter().map(column).collect(),
        of_interest: lines.iter().map(|line| line[10] == "1").collect(),
    }
}

/// Oracle: EMA Workbench 2.5.3, `Prim.find_box`; see `test_data/README.md`.
#[test]
fn agrees_with_the_ema_workbench() {
    for (name, columns, peel) in [("numbers", (0..9).collect::<Vec<_>>(), 0.1), ("words", (2..10).collect(), 0.05)] {
        let cases = cases(&columns);
        let found = prim(&cases, peel, 0.05, 0.05);
        let expected: Vec<Vec<&str>> = include_str!("../test_data/prim_reference.csv")
            .lines()
            .map(|line| line.split(',').collect())
            .filter(|line: &Vec<&str>| line[0] == name)
            .collect();
        let of = |kind: &str| expected.iter().filter(|line| line[1] == kind).collect::<Vec<_>>();
        let steps = of("step");
        assert!(steps.len() > 10);
        assert_eq!(found.len(), steps.len(), "{name}");
        for (step, line) in found.iter().zip(steps) {
            let told = [step.n, step.k, step.restricted.len()].map(|number| number.to_string());
            assert_eq!(told, line[3..6], "{name}, step {}", line[2]);
        }
        for line in of("limit") {
            let (step, input) = (&found[line[2].parse::<usize>().unwrap()], line[3].parse::<usize>().unwrap());
            match step.case_box.0[input] {
                Limit::Between(low, high) => {
                    assert_eq!([low, high], [4, 5].map(|cell| line[cell].parse::<f64>().unwrap()), "{name} {line:?}");
                }
                Limit::Among(words) => {
                    let told: String =
                        ('a'..='d').zip(0..).filter(|(_, bit)| words >> bit & 1 == 1).map(|(c, _)| c).collect();
                    assert_eq!(told, line[4]);
                }
            }
            let p = quasi_p(&cases, &step.case_box)[input];
            for (found, cell) in p.iter().zip(&line[6..8]) {
                let expected: f64 = cell.parse().unwrap();
                assert!(
                    if expected < 0.0 { found.is_nan() } else { close(*found, expected, 1e-9) },
                    "{name} {line:?} {p:?}"
                );
            }
        }
    }
}

/// Oracle: SciPy 1.17.1, `binom.sf(k - 1, n, p)`.
#[test]
fn chances_of_at_least_so_many() {
    for (k, n, p, expected) in
        [(3, 10, 0.2, 0.322_200_473_6), (1, 4, 0.5, 0.9375), (50, 50, 0.9, 0.005_153_775_207_320_113)]
    {
        assert!(close(binomial_at_least(k, n, p), expected, 1e-9), "{k} of {n}");
    }
    assert_eq!(
        (binomial_at_least(0, 5, 0.0), binomial_at_least(2, 5, 0.0), binomial_at_least(5, 5, 1.0)),
        (1.0, 0.0, 1.0)
    );
}

#[test]
fn a_corner_is_found_and_nothing_is_left_as_it_is() {
    let at = |i: usize, root: f64| (i as f64 * root).fract();
    let (x, y): (Vec<f64>, Vec<f64>) = (1..=400).map(|i| (at(i, 2_f64.sqrt()), at(i, 3_f64.sqrt()))).unzip();
    let of_interest: Vec<bool> = x.iter().zip(&y).map(|(x, y)| *x > 0.6 && *y < 0.4).collect();
    let cases = Cases { columns: vec![CaseColumn::Numbers(x), CaseColumn::Numbers(y)], of_interest };
    let steps = prim(&cases, 0.05, 0.05, 0.05);
    let last = steps.iter().max_by_key(|step| if step.n == step.k { step.k } else { 0 }).unwrap();
    let (Limit::Between(low, _), Limit::Between(_, high)) = (last.case_box.0[0], last.case_box.0[1]) else { panic!() };
    assert!((low - 0.6).abs() < 0.05 && (high - 0.4).abs() < 0.05, "{last:?}");
    let nobody = Cases { of_interest: vec![false; 400], ..cases.clone() };
    assert_eq!(prim(&nobody, 0.05, 0.05, 0.05).len(), 1);
    assert_eq!(prim(&Cases { columns: vec![], of_interest: vec![] }, 0.05, 0.05, 0.05), []);
    assert!(quasi_p(&cases, &CaseBox::around(&cases)).iter().flatten().all(|p| p.is_nan()));
}

//! Oracle: R package QCA, its recorded answers for `LC` and `d.represent`; see `test_data/README.md`.

use super::*;
use crate::stats::reference::configurations;
use crate::stats::truth_table;
use proptest::prelude::*;

/// The paths as a sum of products, as the package writes them, in its own order of the alphabet.
fn paths(found: &Minimisation, names: &[&str]) -> Vec<String> {
    let product = |path: &SufficientPath| {
        let part = |(condition, name): (usize, &&str)| match path.implicant {
            i if i.present >> condition & 1 == 1 => Some((*name).to_owned()),
            i if i.absent >> condition & 1 == 1 => Some(format!("~{name}")),
            _ => None,
        };
        names.iter().enumerate().filter_map(part).collect::<Vec<_>>().join("*")
    };
    let mut told: Vec<String> = found.paths.iter().map(product).collect();
    told.sort_unstable();
    told
}

/// The same table with the outcome turned into its absence.
fn turned(rows: &[TruthTableRow]) -> Vec<TruthTableRow> {
    rows.iter().map(|row| TruthTableRow { with_outcome: row.cases - row.with_outcome, ..*row }).collect()
}

const LIPSET: [&str; 5] = ["DEV", "URB", "LIT", "IND", "STB"];
const KROOK: [&str; 5] = ["ES", "QU", "WS", "WM", "LP"];

/// `minimize(truthTable(LC, SURV), details = TRUE)`; formula 1 of Rihoux and De Meur (2009, page 57).
#[test]
fn survival_of_democracies() {
    let found = minimise(&configurations("lipset"), 5, 1.0, 1);
    assert_eq!(paths(&found, &LIPSET), ["DEV*LIT*IND*STB", "DEV*~URB*LIT*STB"]);
    assert_eq!((found.solutions, found.proven), (1, true));
    assert_eq!(found.sufficiency, SetRelation { consistency: Some(1.0), coverage: Some(1.0) });
    let rural = found.paths.iter().find(|path| path.implicant.absent != 0).unwrap();
    assert_eq!(rural.sufficiency, SetRelation { consistency: Some(1.0), coverage: Some(0.5) });
    assert_eq!((rural.unique_coverage, rural.cases), (Some(0.25), 4));
    let industrial = found.paths.iter().find(|path| path.implicant.absent == 0).unwrap();
    assert_eq!(industrial.sufficiency, SetRelation { consistency: Some(1.0), coverage: Some(0.75) });
    assert_eq!((industrial.unique_coverage, industrial.cases), (Some(0.5), 6));
}

/// `minimize(truthTable(LC, ~SURV))`; formula 3 of Rihoux and De Meur (2009, page 59).
#[test]
fn end_of_democracies() {
    let found = minimise(&turned(&configurations("lipset")), 5, 1.0, 1);
    assert_eq!(paths(&found, &LIPSET), ["DEV*LIT*IND*~STB", "~DEV*~URB*~IND"]);
}

/// `minimize(d.represent, outcome = "WNP")` and `"~WNP"`: women in national parliaments (Krook 2010).
#[test]
fn women_in_parliaments() {
    let found = minimise(&configurations("krook"), 5, 1.0, 1);
    let expected = ["ES*QU*~WS*LP", "ES*QU*~WS*WM", "ES*WS*WM*LP", "ES*WS*~WM*~LP", "~ES*~WS*WM*LP"];
    assert_eq!(paths(&found, &KROOK), expected);
    assert_eq!(found.solutions, 1);
    let found = minimise(&turned(&configurations("krook")), 5, 1.0, 1);
    assert_eq!(paths(&found, &KROOK), ["ES*~QU*~WS*~WM*LP", "QU*~WS*~WM*~LP", "~ES*~WS*WM*~LP"]);
}

#[test]
fn thresholds() {
    let row = |configuration, cases, with_outcome| TruthTableRow { configuration, cases, with_outcome };
    let rows = [row(0b00, 10, 2), row(0b01, 10, 8), row(0b11, 2, 2), row(0b10, 0, 0)];
    // Eight of ten are a share of 0.8; without the row of two cases the second condition has to be absent.
    let found = minimise(&rows, 2, 0.8, 1);
    assert_eq!(found.paths.len(), 1);
    assert_eq!(found.paths[0].implicant, Implicant { present: 1, absent: 0 });
    assert_eq!(found.sufficiency, SetRelation { consistency: Some(10.0 / 12.0), coverage: Some(10.0 / 12.0) });
    let found = minimise(&rows, 2, 0.8, 3);
    assert_eq!(found.paths[0].implicant, Implicant { present: 1, absent: 2 });
    assert_eq!(found.sufficiency.coverage, Some(8.0 / 12.0));
    assert_eq!(minimise(&rows, 2, 0.9, 3).paths, []);
    assert_eq!(minimise(&rows, 2, 0.9, 3).sufficiency, SetRelation { consistency: None, coverage: Some(0.0) });
    // Rows without cases are not positive, whatever is asked for.
    assert!(!minimise(&rows, 2, 0.0, 0).paths.iter().any(|path| path.implicant.covers(0b10)));
    let all = minimise(&[row(0, 1, 1), row(1, 1, 1)], 1, 1.0, 1);
    assert_eq!(all.paths[0].implicant, Implicant { present: 0, absent: 0 });
    assert_eq!(minimise(&[], 3, 1.0, 1).sufficiency, SetRelation { consistency: None, coverage: None });
}

/// A ring of six rows has two covers of three: the textbook case without an essential prime implicant.
#[test]
fn tells_of_equal_solutions() {
    let rows = truth_table(&[0b000, 0b001, 0b011, 0b111, 0b110, 0b100].map(|configuration| (configuration, true)), 3);
    let found = minimise(&rows, 3, 1.0, 1);
    assert_eq!((found.prime_implicants.len(), found.paths.len(), found.solutions), (6, 3, 2));
}

/// Of 1024 configurations about half are positive, at random: far more than the search can go through.
#[test]
fn a_large_table_comes_to_an_end() {
    let positive = |configuration: u32| (configuration + 7).wrapping_mul(2_654_435_769) >> 31 == 1;
    let rows = truth_table(&(0..1024_u32).map(|c| (c, positive(c.wrapping_mul(c)))).collect::<Vec<_>>(), 10);
    let found = minimise(&rows, 10, 1.0, 1);
    for row in rows {
        let covered = found.paths.iter().any(|path| path.implicant.covers(row.configuration));
        assert_eq!(covered, row.with_outcome == 1);
    }
    assert_eq!(found.sufficiency, SetRelation { consistency: Some(1.0), coverage: Some(1.0) });
}

proptest! {
    #[test]
    fn covers_exactly_the_positive_rows(
        cases in prop::collection::vec((0_u32..32, any::<bool>()), 0..60),
        consistency in 0.0..1.0_f64,
        least in 0_u64..4,
    ) {
        let rows = truth_table(&cases, 5);
        let found = minimise(&rows, 5, consistency, least);
        prop_assert!(found.proven && found.solutions >= 1);
        for configuration in 0..32 {
            let row = rows.iter().find(|row| row.configuration == configuration);
            let positive = row.is_some_and(|row| row.cases >= least && row.consistency().unwrap() >= consistency);
            prop_assert_eq!(found.paths.iter().any(|path| path.implicant.covers(configuration)), positive);
        }
        // Shares from the cases themselves.
        let outcomes = cases.iter().filter(|case| case.1).count() as f64;
        let mut alone = 0.0;
        for path in &found.paths {
            prop_assert!(found.prime_implicants.contains(&path.implicant));
            let on: Vec<_> = cases.iter().filter(|case| path.implicant.covers(case.0)).collect();
            let both = on.iter().filter(|case| case.1).count() as f64;
            prop_assert_eq!(path.sufficiency.consistency, Some(both / on.len() as f64));
            prop_assert_eq!(path.sufficiency.coverage, (outcomes > 0.0).then(|| both / outcomes));
            prop_assert!(path.unique_coverage <= path.sufficiency.coverage);
            alone += path.unique_coverage.unwrap_or(0.0);
        }
        prop_assert!(alone <= found.sufficiency.coverage.unwrap_or(0.0) + 1e-12);
    }

    /// The lower a path's threshold, the more rows are positive, and the more is covered.
    #[test]
    fn coverage_falls_as_consistency_is_asked_for(cases in prop::collection::vec((0_u32..16, any::<bool>()), 1..60)) {
        let rows = truth_table(&cases, 4);
        let coverage = |consistency| minimise(&rows, 4, consistency, 1).sufficiency.coverage;
        prop_assert!(coverage(0.5) >= coverage(0.8) && coverage(0.8) >= coverage(1.0));
    }
}

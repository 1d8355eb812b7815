//! Oracle: ruptures 1.1.10, `Pelt(model="l2", min_size=least, jump=1)` and `Dynp`; see `test_data/README.md`.

use super::*;
use crate::stats::reference::samples;
use proptest::prelude::*;

#[test]
fn agrees_with_ruptures() {
    let mut checked = 0;
    for line in include_str!("test_data/change_points.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [data, least, penalty, pelt, exact] = cells[..] else { panic!("{line}") };
        let series = &samples(data)[0];
        let found = change_points(series, least.parse().unwrap(), penalty.parse().unwrap());
        for expected in [pelt, exact] {
            let expected: Vec<usize> = expected.split_whitespace().map(|point| point.parse().unwrap()).collect();
            assert_eq!(found, expected, "{data}, segments of {least}, penalty {penalty}");
        }
        checked += 1;
    }
    assert_eq!(checked, 36);
}

/// The seat-belt law of 31 January 1983: place 169 of a series that begins in January 1969 (Harvey and Durbin 1986).
#[test]
fn finds_the_seat_belt_law() {
    assert!(change_points(&samples("killed")[0], 12, 5126.27).contains(&169));
}

#[test]
fn at_the_edges() {
    assert!(change_points(&[], 1, 0.0).is_empty());
    assert!(change_points(&[1.0], 0, 0.0).is_empty());
    assert_eq!(change_points(&[1.0, 2.0], 0, 0.0), [1]);
    assert!(change_points(&[1.0, 2.0, 3.0], 2, 0.0).is_empty());
    assert_eq!(change_points(&[0.0, 0.0, 9.0, 9.0], 2, 1.0), [2]);
    assert!(change_points(&[0.0, 0.0, 9.0, f64::NAN], 2, 1.0).is_empty());
    assert_eq!(change_points(&[1e9, 1e9, 1e9 + 1.0, 1e9 + 1.0], 1, 0.1), [2], "far from 0");
    assert!(change_points(&[0.0, 9.0, 0.0, 9.0], 1, f64::INFINITY).is_empty());
}

/// Squared distances from the segments' means, and the penalties.
fn total(series: &[f64], points: &[usize], penalty: f64) -> f64 {
    let starts = [0].into_iter().chain(points.iter().copied());
    let ends = points.iter().copied().chain([series.len()]);
    let squares = starts.zip(ends).map(|(start, end)| {
        let part = &series[start..end];
        let mean = part.iter().sum::<f64>() / part.len() as f64;
        part.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>()
    });
    squares.sum::<f64>() + penalty * points.len() as f64
}

proptest! {
    /// Against all partitions of short series.
    #[test]
    fn no_partition_is_better(
        series in prop::collection::vec(-20_i8..20, 1..12),
        least in 1_usize..5,
        penalty in 0.0..300.0_f64,
    ) {
        let series: Vec<f64> = series.into_iter().map(f64::from).collect();
        let found = change_points(&series, least, penalty);
        let long = |points: &[usize]| {
            let edges: Vec<usize> = [0].into_iter().chain(points.iter().copied()).chain([series.len()]).collect();
            edges.windows(2).all(|pair| pair[1] >= pair[0] + least)
        };
        prop_assert!(found.is_empty() || long(&found));
        let own = total(&series, &found, penalty);
        for set in 0_u32..1 << (series.len() - 1) {
            let points: Vec<usize> = (1..series.len()).filter(|point| set >> (point - 1) & 1 == 1).collect();
            if points.is_empty() || long(&points) {
                prop_assert!(own <= total(&series, &points, penalty) + 1e-6, "{points:?} is better than {found:?}");
            }
        }
    }

    #[test]
    fn units_do_not_matter(series in prop::collection::vec(-20_i8..20, 2..60), penalty in 1.0..300.0_f64) {
        let series: Vec<f64> = series.into_iter().map(f64::from).collect();
        let other: Vec<f64> = series.iter().map(|value| 1000.0 - 4.0 * value).collect();
        prop_assert_eq!(change_points(&series, 2, penalty), change_points(&other, 2, 16.0 * penalty));
    }
}

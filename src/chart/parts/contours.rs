use crate::chart::sheet::Point;
use std::collections::BTreeMap;

/// An edge of the grid: its lower left corner (row, column), and whether it runs upwards.
type Edge = (usize, usize, bool);

/// Lines along which a quantity that is known on a grid (rows of columns) has a value, by marching squares (Lorensen and Cline
/// 1987, in the plane): each as points in units of the grid, (column, row). None runs through a square of which a corner is not known.
pub(in crate::chart) fn contours(values: &[Vec<f64>], level: f64) -> Vec<Vec<Point>> {
    let at = |row: usize, column: usize| values.get(row).and_then(|row| row.get(column)).copied().unwrap_or(f64::NAN);
    let columns = values.iter().map(Vec::len).max().unwrap_or(0);
    let mut joined: BTreeMap<Edge, Vec<Edge>> = BTreeMap::new();
    for row in 1..values.len() {
        for column in 1..columns {
            let (row, column) = (row - 1, column - 1);
            // Around the square, and the edge after each corner.
            let corners = [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)];
            let edges: [Edge; 4] =
                [(row, column, false), (row, column + 1, true), (row + 1, column, false), (row, column, true)];
            if corners.iter().any(|corner| !corner.is_finite()) {
                continue;
            }
            let is_above = corners.map(|corner| corner >= level);
            let crossed: Vec<usize> = (0..4).filter(|&edge| is_above[edge] != is_above[(edge + 1) % 4]).collect();
            let pairs: &[[usize; 2]] = match crossed.as_slice() {
                [a, b] => &[[*a, *b]],
                // Two opposite corners are above: whether the middle is with them says which corners are cut off.
                [_, _, _, _] if (corners.iter().sum::<f64>() >= 4.0 * level) == is_above[0] => &[[0, 1], [2, 3]],
                [_, _, _, _] => &[[3, 0], [1, 2]],
                _ => &[],
            };
            for &[a, b] in pairs {
                joined.entry(edges[a]).or_default().push(edges[b]);
                joined.entry(edges[b]).or_default().push(edges[a]);
            }
        }
    }
    let point = |(row, column, is_upward): Edge| {
        let (low, high) = (at(row, column), if is_upward { at(row + 1, column) } else { at(row, column + 1) });
        let along = ((level - low) / (high - low)).clamp(0.0, 1.0);
        let (x, y) = (column as f64, row as f64);
        if is_upward { (x, y + along) } else { (x + along, y) }
    };
    let mut lines = vec![];
    // First those with ends, then those that are closed.
    let ends: Vec<Edge> = joined.iter().filter(|(_, to)| to.len() == 1).map(|(edge, _)| *edge).collect();
    let all: Vec<Edge> = ends.into_iter().chain(joined.keys().copied().collect::<Vec<_>>()).collect();
    for start in all {
        let mut line = vec![start];
        while let Some(next) = joined.get_mut(&line[line.len() - 1]).and_then(Vec::pop) {
            if let Some(back) = joined.get_mut(&next) {
                let before = line[line.len() - 1];
                if let Some(place) = back.iter().position(|edge| *edge == before) {
                    back.swap_remove(place);
                }
            }
            line.push(next);
        }
        if line.len() > 1 {
            lines.push(line.into_iter().map(point).collect());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_slope_has_a_straight_line_and_a_hill_a_closed_one() {
        let slope: Vec<Vec<f64>> = (0..3).map(|_| (0..4).map(f64::from).collect()).collect();
        assert_eq!(contours(&slope, 1.5), [vec![(1.5, 0.0), (1.5, 1.0), (1.5, 2.0)]]);
        let hill = vec![vec![0.0; 3], vec![0.0, 4.0, 0.0], vec![0.0; 3]];
        let lines = contours(&hill, 1.0);
        assert!(lines.len() == 1 && lines[0].first() == lines[0].last() && lines[0].len() == 5, "{lines:?}");
        // A saddle is cut into two, and what is not known is left out.
        assert_eq!(contours(&[vec![1.0, 0.0], vec![0.0, 1.0]], 0.6).len(), 2);
        assert!(contours(&[vec![1.0, 0.0], vec![0.0, f64::NAN]], 0.6).is_empty());
        assert!(contours(&[], 0.5).is_empty() && contours(&[vec![]], 0.5).is_empty());
    }

    proptest! {
        #[test]
        fn every_crossing_is_on_one_line(values in prop::collection::vec(prop::collection::vec(0.0..1.0_f64, 5), 5)) {
            let lines = contours(&values, 0.5);
            let is_above = |row: usize, column: usize| values[row][column] >= 0.5;
            let across = (0..5).flat_map(|row| (0..4).map(move |column| (row, column)));
            let upward = (0..4).flat_map(|row| (0..5).map(move |column| (row, column)));
            let crossed = across.filter(|&(row, column)| is_above(row, column) != is_above(row, column + 1)).count()
                + upward.filter(|&(row, column)| is_above(row, column) != is_above(row + 1, column)).count();
            let points: usize = lines.iter().map(|line| line.len() - usize::from(line.first() == line.last())).sum();
            prop_assert_eq!(points, crossed);
            for (x, y) in lines.into_iter().flatten() {
                let (column, row) = ((x as usize).min(3), (y as usize).min(3));
                let (right, up) = (x - column as f64, y - row as f64);
                let along = |row: usize| values[row][column] * (1.0 - right) + values[row][column + 1] * right;
                prop_assert!((along(row) * (1.0 - up) + along(row + 1) * up - 0.5).abs() < 1e-9);
            }
        }
    }
}

use core::ops::Range;

/// Some rows of one group, below its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Part {
    pub group: usize,
    /// Its rows in this column; those before stand in the column before.
    pub rows: Range<usize>,
}

/// Sets groups of rows out in one column, or in two that end about level. A group may go on in the second column, where
/// its title is repeated; it is kept whole where that costs no more than a title, and a single row is hardly ever cut off. `groups` holds the heights of the rows
/// of each group, `title` is the height of a title.
pub(in crate::chart) fn columns(groups: &[Vec<f64>], title: f64, is_two: bool) -> Vec<Vec<Part>> {
    let all: Vec<(usize, usize)> =
        groups.iter().enumerate().flat_map(|(group, rows)| (0..rows.len()).map(move |row| (group, row))).collect();
    if all.is_empty() {
        return Vec::new();
    }
    if !is_two {
        return vec![parts(&all)];
    }
    let height = |column: &[(usize, usize)]| -> f64 {
        let rows: f64 = column.iter().map(|&(group, row)| groups[group][row]).sum();
        rows + title * parts(column).len() as f64
    };
    let cost = |first: usize| {
        let (left, right) = all.split_at(first);
        let (group, row) = right[0];
        let penalty = match row {
            0 => 0.0,
            1 => 3.0 * title,
            _ if row + 1 == groups[group].len() => 3.0 * title,
            _ => title,
        };
        height(left).max(height(right)) + penalty
    };
    let best = (1..all.len()).min_by(|&a, &b| cost(a).total_cmp(&cost(b))).unwrap_or(all.len());
    let (left, right) = all.split_at(best);
    vec![parts(left), parts(right)]
}

fn parts(column: &[(usize, usize)]) -> Vec<Part> {
    let whole = |rows: &[(usize, usize)]| Part { group: rows[0].0, rows: rows[0].1..rows[0].1 + rows.len() };
    column.chunk_by(|a, b| a.0 == b.0).map(whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(group: usize, rows: Range<usize>) -> Part {
        Part { group, rows }
    }

    #[test]
    fn keeps_groups_whole_where_that_is_cheap() {
        let groups = [vec![30.0; 5], vec![], vec![30.0; 6]];
        let both = [part(0, 0..5), part(2, 0..6)];
        assert_eq!(columns(&groups, 40.0, false), [both.to_vec()]);
        assert_eq!(columns(&groups, 40.0, true), both.map(|part| vec![part]));
        assert_eq!(columns(&[vec![30.0; 20]], 40.0, true), [[part(0, 0..10)], [part(0, 10..20)]]);
        assert!(columns(&[vec![], vec![]], 40.0, true).is_empty());
    }

    proptest! {
        #[test]
        fn every_row_stands_once_and_columns_end_about_level(
            groups in prop::collection::vec(prop::collection::vec(20.0..60.0_f64, 0..12), 1..16),
        ) {
            let placed = columns(&groups, 40.0, true);
            let rows: Vec<(usize, usize)> =
                placed.iter().flatten().flat_map(|part| part.rows.clone().map(|row| (part.group, row))).collect();
            let all: Vec<(usize, usize)> =
                groups.iter().enumerate().flat_map(|(group, rows)| (0..rows.len()).map(move |row| (group, row))).collect();
            prop_assert_eq!(rows, all);
            if let [left, right] = placed.as_slice() {
                let height = |parts: &[Part]| -> f64 {
                    parts.iter().map(|part| 40.0 + groups[part.group][part.rows.clone()].iter().sum::<f64>()).sum()
                };
                prop_assert!((height(left) - height(right)).abs() <= 400.0);
            }
        }
    }
}

/// One of the rectangles that small panels stand in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Cell {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// Whether it is the first of its row.
    pub is_first: bool,
    /// Whether no panel stands below it.
    pub is_lowest: bool,
}

/// Number of rows and columns for so many panels (1..12) on a wide sheet.
pub(in crate::chart) fn shape(panels: usize) -> (usize, usize) {
    match panels {
        0 | 1 => (1, 1),
        2 | 3 => (1, panels),
        4 => (2, 2),
        5 | 6 => (2, 3),
        7 | 8 => (2, 4),
        _ => (3, panels.div_ceil(3)),
    }
}

/// The rectangles of `panels` panels, row by row, within left..right and top..bottom, `gaps` apart (between columns,
/// between rows).
pub(in crate::chart) fn cells(
    panels: usize,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    gaps: (f64, f64),
) -> Vec<Cell> {
    placed(panels, shape(panels), (left, right), (top, bottom), gaps)
}

/// The rectangles of panels that stand on top of each other, `gap` apart.
pub(in crate::chart) fn stacked(panels: usize, sides: (f64, f64), heights: (f64, f64), gap: f64) -> Vec<Cell> {
    placed(panels, (panels, 1), sides, heights, (0.0, gap))
}

fn placed(
    panels: usize,
    (rows, columns): (usize, usize),
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    gaps: (f64, f64),
) -> Vec<Cell> {
    let size = |length: f64, gap: f64, parts: usize| ((length - gap * (parts - 1) as f64) / parts as f64).max(1.0);
    let (width, height) = (size(right - left, gaps.0, columns), size(bottom - top, gaps.1, rows));
    let cell = |place: usize| {
        let (row, column) = (place / columns, place % columns);
        let (left, top) = (left + (width + gaps.0) * column as f64, top + (height + gaps.1) * row as f64);
        Cell {
            left,
            right: left + width,
            top,
            bottom: top + height,
            is_first: column == 0,
            is_lowest: place + columns >= panels,
        }
    };
    (0..panels).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_the_sheet() {
        let cells = cells(5, (0.0, 320.0), (0.0, 210.0), (10.0, 10.0));
        assert_eq!((cells[0].right, cells[1].left, cells[0].bottom, cells[3].top), (100.0, 110.0, 100.0, 110.0));
        assert_eq!(cells.iter().map(|c| c.is_lowest).collect::<Vec<_>>(), [false, false, true, true, true]);
        assert_eq!(cells.iter().map(|c| c.is_first).collect::<Vec<_>>(), [true, false, false, true, false]);
        assert_eq!([1, 2, 3, 4, 6, 7, 8].map(shape), [(1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (2, 4), (2, 4)]);
        assert_eq!([9, 10, 12].map(shape), [(3, 3), (3, 4), (3, 4)]);
    }
}

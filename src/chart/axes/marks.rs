use crate::chart::sheet::{shorten, text_width};

/// A label beside a vertical stem, above the plot.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct PlacedMark {
    pub text: String,
    /// Where the stem stands.
    pub x: f64,
    /// Left edge of the text.
    pub left: f64,
    /// Right edge of the text.
    pub right: f64,
    /// 0 is the row next to the plot.
    pub row: usize,
}

const GAP: f64 = 7.0;

/// Places labels in rows so that no label lies on another or on another's stem. Marks that stand (almost) at the same
/// place share one label. Labels stand to the right of their stem; those that would leave the sheet at `edge` stand to
/// its left if no other stem is there, and are cut short otherwise.
pub(in crate::chart) fn place_marks(marks: &[(f64, String)], (start, edge): (f64, f64), size: f64) -> Vec<PlacedMark> {
    let mut sorted: Vec<(f64, String)> = marks.iter().filter(|mark| !mark.1.trim().is_empty()).cloned().collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<(f64, String)> = Vec::new();
    for (x, text) in sorted {
        match merged.last_mut() {
            Some(last) if x - last.0 < GAP => last.1 = format!("{}, {text}", last.1),
            _ => merged.push((x, text)),
        }
    }

    let mut placed: Vec<PlacedMark> = Vec::new();
    for (place, (x, text)) in merged.iter().enumerate().rev() {
        let width = text_width(text, size, false);
        let (mut left, mut text) = (x + GAP, text.clone());
        if left + width > edge {
            let flipped = x - GAP - width;
            let others =
                merged.iter().enumerate().any(|(other, m)| other != place && m.0 > flipped - GAP && m.0 < x + GAP);
            if flipped >= start && !others {
                left = flipped;
            } else {
                text = shorten(&text, edge - left, size, false);
            }
        }
        let right = left + text_width(&text, size, false);
        let mut mark = PlacedMark { text, x: *x, left, right, row: 0 };
        // From right to left, a label in a row above all earlier ones is always free: its stem stands left of theirs.
        while placed.iter().any(|other| collide(&mark, other)) {
            mark.row += 1;
        }
        placed.push(mark);
    }
    placed.reverse();
    placed
}

fn collide(mark: &PlacedMark, other: &PlacedMark) -> bool {
    let crosses = |label: &PlacedMark, stem: f64| label.left - GAP < stem && stem < label.right + GAP;
    match mark.row.cmp(&other.row) {
        core::cmp::Ordering::Equal => mark.left < other.right + 2.0 * GAP && other.left < mark.right + 2.0 * GAP,
        core::cmp::Ordering::Greater => crosses(other, mark.x),
        core::cmp::Ordering::Less => crosses(mark, other.x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn far_ones_share_a_row() {
        let marks = [(100.0, "money starts".to_owned()), (600.0, "money ends".to_owned())];
        let placed = place_marks(&marks, (0.0, 1000.0), 20.0);
        assert_eq!((placed[0].row, placed[1].row), (0, 0));
        let same = [(100.0, "one".to_owned()), (100.0, "two".to_owned())];
        assert_eq!(place_marks(&same, (0.0, 1000.0), 20.0)[0].text, "one, two");
    }

    proptest! {
        #[test]
        fn no_text_on_text_or_stem(marks in prop::collection::vec((50.0..900.0_f64, "[a-z ]{1,30}"), 0..8)) {
            let placed = place_marks(&marks, (0.0, 1040.0), 20.0);
            for (i, a) in placed.iter().enumerate() {
                prop_assert!(a.right <= 1040.0 + 1e-6 && a.left >= 0.0);
                for (j, b) in placed.iter().enumerate() {
                    if i != j && a.row == b.row {
                        prop_assert!(a.right < b.left || b.right < a.left);
                    }
                    if i != j && b.row >= a.row {
                        prop_assert!(b.x <= a.left || b.x >= a.right, "{:?} through {:?}", b, a);
                    }
                }
            }
        }
    }
}

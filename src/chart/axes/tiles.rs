/// The stretch of each of `places` (rising, within `left..right`): they meet half way between two places and do not
/// overlap; the outermost reach as far out as in. Where a value `holds` until the next place, its stretch reaches almost
/// that far instead, so that who points at a long step reads its value.
pub(in crate::chart) fn tiles(places: &[f64], (left, right): (f64, f64), holds: bool) -> Vec<(f64, f64)> {
    let gaps: Vec<f64> = places.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let (Some(first), Some(last)) = (gaps.first(), gaps.last()) else {
        return places.iter().map(|_| (left, right)).collect();
    };
    let least = gaps.iter().copied().fold(f64::INFINITY, f64::min);
    let mut edges = vec![(places[0] - 0.5 * first).max(left)];
    edges.extend(places[1..].iter().zip(&gaps).map(|(place, gap)| place - 0.5 * if holds { least } else { *gap }));
    edges.push((places[places.len() - 1] + 0.5 * last).min(right));
    edges.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn meet_half_way() {
        assert_eq!(tiles(&[10.0, 20.0, 40.0], (0.0, 100.0), false), [(5.0, 15.0), (15.0, 30.0), (30.0, 50.0)]);
        assert_eq!(tiles(&[10.0, 20.0, 40.0], (10.0, 40.0), true), [(10.0, 15.0), (15.0, 35.0), (35.0, 40.0)]);
        assert_eq!(tiles(&[10.0], (0.0, 100.0), true), [(0.0, 100.0)]);
        assert!(tiles(&[], (0.0, 100.0), false).is_empty());
    }

    proptest! {
        #[test]
        fn neither_overlap_nor_leave_a_gap(
            mut places in prop::collection::vec(0.0..900.0_f64, 0..40),
            holds in any::<bool>(),
        ) {
            places.sort_by(f64::total_cmp);
            places.dedup();
            let tiles = tiles(&places, (0.0, 900.0), holds);
            prop_assert_eq!(tiles.len(), places.len());
            for (tile, place) in tiles.iter().zip(&places) {
                prop_assert!(tile.0 <= *place && *place <= tile.1 && tile.0 >= 0.0 && tile.1 <= 900.0);
            }
            prop_assert!(tiles.windows(2).all(|pair| pair[0].1 == pair[1].0));
        }
    }
}

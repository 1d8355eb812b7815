/// Moves intervals of the given heights as little as needed from their wanted centres, so that none overlap and all lie
/// within `top..bottom`; returns the centres. Their order is that of the wanted centres (ties: as given). If there is
/// too little room they overlap evenly.
///
/// Neighbours that collide form a block around the mean of what they want (pool adjacent violators). Cost: O(n²).
pub(in crate::chart) fn spread_out(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let total: f64 = heights.iter().sum();
    let squeeze = if total > bottom - top { ((bottom - top) / total).max(0.0) } else { 1.0 };
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));

    // A block: first upper edge, total height, its members.
    let mut blocks: Vec<(f64, f64, Vec<usize>)> = Vec::new();
    for member in order {
        let height = heights[member] * squeeze;
        let mut block = (wanted[member] - height / 2.0, height, vec![member]);
        loop {
            block.0 = block.0.min(bottom - block.1).max(top);
            match blocks.pop_if(|before| before.0 + before.1 > block.0 + 1e-9) {
                None => break,
                Some((_, height, mut members)) => {
                    members.append(&mut block.2);
                    let mut offset = 0.0;
                    let mut edge = 0.0;
                    for &member in &members {
                        let own = heights[member] * squeeze;
                        edge += wanted[member] - own / 2.0 - offset;
                        offset += own;
                    }
                    block = (edge / members.len() as f64, height + block.1, members);
                }
            }
        }
        blocks.push(block);
    }

    let mut centres = wanted.to_vec();
    for (mut edge, _, members) in blocks {
        for member in members {
            let height = heights[member] * squeeze;
            centres[member] = edge + height / 2.0;
            edge += height;
        }
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stays_put_where_it_can() {
        assert_eq!(spread_out(&[10.0, 50.0], &[8.0, 8.0], 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread_out(&[50.0, 50.0], &[8.0, 8.0], 0.0, 100.0), [46.0, 54.0]);
        assert_eq!(spread_out(&[100.0, 100.0], &[8.0, 8.0], 0.0, 100.0), [88.0, 96.0]);
    }

    proptest! {
        #[test]
        fn none_overlap(labels in prop::collection::vec((0.0..500.0_f64, 10.0..60.0_f64), 0..8)) {
            let (wanted, heights): (Vec<f64>, Vec<f64>) = labels.into_iter().unzip();
            let centres = spread_out(&wanted, &heights, 0.0, 500.0);
            for i in 0..centres.len() {
                prop_assert!(centres[i] - heights[i] / 2.0 > -1e-6 && centres[i] + heights[i] / 2.0 < 500.0 + 1e-6);
                for j in 0..i {
                    prop_assert!((centres[i] - centres[j]).abs() > (heights[i] + heights[j]) / 2.0 - 1e-6);
                }
            }
        }
    }
}

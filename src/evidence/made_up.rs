use crate::stats::normal_quantile;

/// Luck of the normal kind, always the same for the same set, cell and future (SplitMix).
pub(super) fn luck(set: usize, cell: usize, future: usize) -> f64 {
    let mut z = (((set << 24) + (cell << 12) + future + 1) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    normal_quantile((((z ^ (z >> 31)) >> 11) as f64 + 0.5) / (1_u64 << 53) as f64)
}

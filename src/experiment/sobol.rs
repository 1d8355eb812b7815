/// The most axes of a Sobol' sample.
pub const SOBOL_AXES: usize = sobol_burley::NUM_DIMENSIONS as usize;
/// The most points of a Sobol' sample.
pub const SOBOL_POINTS: u32 = 1 << 16;

/// The first points of a scrambled Sobol' sequence, for each its coordinate on every axis, in [0, 1).
///
/// Each run of 2^k points from the first on has one in each of 2^k equal intervals of every axis; a longer sample
/// begins with the shorter one; other seeds give independent samples. Coordinates are multiples of 2^-24 (single
/// precision). `None` beyond [`SOBOL_AXES`] or [`SOBOL_POINTS`].
///
/// Source: I. M. Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; directions by
/// S. Joe and F. Y. Kuo (2008), SIAM Journal on Scientific Computing 30(5), 2635-2654; scrambling of A. B. Owen by
/// hashing, B. Burley (2020), Journal of Computer Graphics Techniques 9(4), 1-20.
#[must_use]
pub fn sobol_points(axes: usize, points: u32, seed: u64) -> Option<Vec<Vec<f64>>> {
    let dimensions = u32::try_from(axes).ok().filter(|&n| n <= sobol_burley::NUM_DIMENSIONS)?;
    // Both halves of the seed count.
    let seed = ((seed >> 32) ^ (seed & u64::from(u32::MAX))) as u32;
    let point = |index| (0..dimensions).map(|axis| sobol_burley::sample(index, axis, seed).into()).collect();
    (points <= SOBOL_POINTS).then(|| (0..points).map(point).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_axis_is_stratified() {
        for (axes, seed) in [(1, 0), (5, 1), (256, 20_260_727)] {
            for k in [0_u32, 1, 3, 6, 10] {
                let strata = 1_usize << k;
                let sample = sobol_points(axes, 1 << k, seed).unwrap();
                for axis in 0..axes {
                    let mut hit = vec![false; strata];
                    sample.iter().for_each(|point| hit[(point[axis] * strata as f64) as usize] = true);
                    assert!(hit.iter().all(|&h| h), "axis {axis} of {axes}, {strata} points");
                }
            }
        }
    }

    /// In two dimensions also each of 2^k boxes of equal shape has its point, for the first pair of axes.
    #[test]
    fn a_pair_of_axes_is_stratified() {
        let mut hit = [[0; 16]; 16];
        for point in sobol_points(2, 256, 7).unwrap() {
            hit[(point[0] * 16.0) as usize][(point[1] * 16.0) as usize] += 1;
        }
        assert_eq!(hit, [[1; 16]; 16]);
    }

    #[test]
    fn a_longer_sample_begins_with_the_shorter_one() {
        let (short, long) = (sobol_points(3, 100, 5).unwrap(), sobol_points(3, 1000, 5).unwrap());
        assert_eq!(short, long[..100]);
        assert_ne!(long[..100], long[100..200]);
    }

    #[test]
    fn every_bit_of_the_seed_changes_the_points() {
        let sample = sobol_points(2, 8, 0).unwrap();
        for bit in 0..64 {
            assert_ne!(sample, sobol_points(2, 8, 1 << bit).unwrap(), "bit {bit}");
        }
    }

    #[test]
    fn what_the_sequence_does_not_have_is_refused() {
        assert!(sobol_points(SOBOL_AXES, 1, 0).is_some() && sobol_points(SOBOL_AXES + 1, 1, 0).is_none());
        assert!(sobol_points(1, SOBOL_POINTS, 0).is_some() && sobol_points(1, SOBOL_POINTS + 1, 0).is_none());
    }
}

use super::{normal_quantile, quantile};

/// The penalty for one change of the mean by Schwarz's criterion, in squared units of the series, at least 0: twice the
/// variance times ln n (Yao 1988, Statistics and Probability Letters 6), for [`change_points`](super::change_points).
///
/// The variance must not count the changes that are looked for. It comes from first differences over sqrt(2): their
/// median absolute deviation, scaled to the normal distribution (Hampel 1974; so Fryzlewicz 2014, Annals of Statistics
/// 42). That is 0 if most differences are equal, as in counts that rarely move: then half the mean square of the
/// differences is taken (von Neumann and others 1941), which a change of the mean does raise. 0 for a constant or
/// shorter than two values.
///
/// It supposes values that scatter independently around the mean. Of a series with positive autocorrelation (a level
/// that follows from the month before) it is too small, so that too many changes are found; of one that has been
/// differenced it may be too large. Cost: two sorts, O(n log n).
#[must_use]
pub fn bic_penalty(series: &[f64]) -> f64 {
    let differences: Vec<f64> = series.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let Some(middle) = quantile(&differences, 0.5) else { return 0.0 };
    let away: Vec<f64> = differences.iter().map(|difference| (difference - middle).abs()).collect();
    let deviation = quantile(&away, 0.5).unwrap_or(0.0) / normal_quantile(0.75);
    let doubled = if deviation > 0.0 {
        deviation * deviation
    } else {
        differences.iter().map(|difference| difference * difference).sum::<f64>() / differences.len() as f64
    };
    // The variance of a difference is twice that of a value.
    doubled * libm::log(series.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::change_points;
    use crate::stats::reference::{close, reference, samples};

    /// Oracle: R 4.2.2, `2 * mad(diff(x) / sqrt(2), constant = 1 / qnorm(0.75))^2 * log(length(x))`; see
    /// `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["nile", "huron", "discoveries", "killed"] {
            let found = bic_penalty(&samples(data)[0]);
            assert!(close(found, reference(data, "bic_penalty")[0].value, 1e-12), "{data}: {found}");
        }
    }

    #[test]
    fn of_series_without_scatter() {
        assert_eq!((bic_penalty(&[]), bic_penalty(&[3.0]), bic_penalty(&[0.1; 30])), (0.0, 0.0, 0.0));
        assert!(change_points(&[0.1; 30], 1, 0.0).is_empty());
        // One step and no noise: 29 differences of which one is 1.
        let step: Vec<f64> = (0..30).map(|place| f64::from(u8::from(place >= 12))).collect();
        assert!(close(bic_penalty(&step), libm::log(30.0) / 29.0, 1e-12));
        assert_eq!(change_points(&step, 1, bic_penalty(&step)), [12]);
    }

    /// The flow of the Nile fell in 1899 (Cobb 1978, Biometrika 65): place 28 of a series that begins in 1871.
    #[test]
    fn finds_the_break_of_the_nile() {
        let nile = &samples("nile")[0];
        assert_eq!(change_points(nile, 3, bic_penalty(nile)), [28]);
    }
}

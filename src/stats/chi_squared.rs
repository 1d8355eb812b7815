/// The probability that a chi-squared variable with so many degrees of freedom comes out above `chi_squared`: the
/// p-value of a chi-squared test. 1 at or below 0, NaN of NaN.
///
/// The finite sums for whole degrees of freedom (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5): all terms are
/// positive, so small p-values keep their digits. At 1 degree it is `erfc(sqrt(chi_squared / 2))`, and the 5 % level is
/// the square of [`normal_quantile`](super::normal_quantile)`(0.975)`, 3.841. Cost: O(degrees).
#[must_use]
pub fn chi_squared_p_value(chi_squared: f64, degrees_of_freedom: u32) -> f64 {
    if chi_squared.is_nan() || chi_squared <= 0.0 {
        return if chi_squared.is_nan() { f64::NAN } else { 1.0 };
    }
    if chi_squared == f64::INFINITY {
        return 0.0;
    }
    let half = 0.5 * chi_squared;
    let odd = degrees_of_freedom % 2 == 1;
    let (mut sum, mut power) = if odd { (libm::erfc(half.sqrt()), 0.5) } else { (0.0, 0.0) };
    while power < 0.5 * f64::from(degrees_of_freedom) {
        sum += libm::exp(power * libm::log(half) - half - libm::lgamma(power + 1.0));
        power += 1.0;
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::normal_quantile;
    use crate::stats::reference::{close, reference};

    /// Oracle: R 4.2.2, `pchisq(x, k, lower.tail = FALSE)`; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for r in reference("none", "chi_squared_p") {
            let found = chi_squared_p_value(r.time, r.group as u32);
            assert!(close(found, r.value, 1e-12), "{} degrees, {}: {found} for {}", r.group, r.time, r.value);
        }
        assert!((chi_squared_p_value(normal_quantile(0.975) * normal_quantile(0.975), 1) - 0.05).abs() < 1e-14);
    }

    #[test]
    fn at_the_edges() {
        assert_eq!((chi_squared_p_value(0.0, 1), chi_squared_p_value(-1.0, 3)), (1.0, 1.0));
        assert_eq!((chi_squared_p_value(f64::INFINITY, 4), chi_squared_p_value(1.0, 0)), (0.0, 0.0));
        assert!(chi_squared_p_value(f64::NAN, 1).is_nan());
    }
}

use super::normal_quantile;
use core::f64::consts::FRAC_PI_2;

/// Above so many degrees of freedom the expansion around the normal quantile is right to ten digits.
const FEW: u64 = 200;

/// The quantile of Student's t with so many degrees of freedom at `probability`; infinite at 0 and 1, NaN outside and
/// without any freedom.
///
/// Up to 200 degrees: bisection on the finite trigonometric sums (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4), in
/// the angle whose tangent is t / sqrt(degrees). Above: Cornish and Fisher's expansion (26.7.5). Cost: up to 200
/// degrees some 60 sums of degrees / 2 terms, tens of microseconds at most; above, one [`normal_quantile`].
#[must_use]
pub fn student_t_quantile(probability: f64, degrees_of_freedom: u64) -> f64 {
    if degrees_of_freedom == 0 || !(0.0..=1.0).contains(&probability) {
        return f64::NAN;
    }
    if probability < 0.5 {
        return -student_t_quantile(1.0 - probability, degrees_of_freedom);
    }
    if probability == 1.0 {
        return f64::INFINITY;
    }
    if degrees_of_freedom > FEW {
        return expansion(normal_quantile(probability), degrees_of_freedom as f64);
    }
    let within = 2.0 * probability - 1.0;
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if share_within(middle, degrees_of_freedom) < within {
            low = middle;
        } else {
            high = middle;
        }
    }
    (degrees_of_freedom as f64).sqrt() * libm::tan(0.5 * (low + high))
}

/// The probability that t lies within plus or minus sqrt(degrees) tan(angle).
fn share_within(angle: f64, degrees_of_freedom: u64) -> f64 {
    let (sine, cosine) = (libm::sin(angle), libm::cos(angle));
    let odd = degrees_of_freedom % 2 == 1;
    // sin (1 + 1/2 cos² + 1 3 / (2 4) cos⁴ + ...), or sin (cos + 2/3 cos³ + 2 4 / (3 5) cos⁵ + ...).
    let (mut term, mut factor) = if odd { (sine * cosine, 2.0) } else { (sine, 1.0) };
    let mut sum = 0.0;
    for _ in 0..degrees_of_freedom / 2 {
        sum += term;
        term *= cosine * cosine * factor / (factor + 1.0);
        factor += 2.0;
    }
    if odd { (angle + sum) / FRAC_PI_2 } else { sum }
}

fn expansion(z: f64, v: f64) -> f64 {
    let square = z * z;
    let by_powers = |coefficients: [f64; 5]| z * coefficients.iter().rev().fold(0.0, |sum, c| sum * square + c);
    z + by_powers([1.0, 1.0, 0.0, 0.0, 0.0]) / (4.0 * v)
        + by_powers([3.0, 16.0, 5.0, 0.0, 0.0]) / (96.0 * v * v)
        + by_powers([-15.0, 17.0, 19.0, 3.0, 0.0]) / (384.0 * v * v * v)
        + by_powers([-945.0, -1920.0, 1482.0, 776.0, 79.0]) / (92_160.0 * v * v * v * v)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, reference};

    /// Oracle: R 4.2.2, `qt(p, df)`; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for r in reference("none", "student_t") {
            let found = student_t_quantile(r.time, r.group as u64);
            assert!(close(found, r.value, 1e-9), "{} degrees, {}: {found} for {}", r.group, r.time, r.value);
        }
    }

    #[test]
    fn at_the_edges() {
        assert!(student_t_quantile(0.9, 0).is_nan() && student_t_quantile(1.1, 3).is_nan());
        assert!(student_t_quantile(f64::NAN, 3).is_nan());
        assert_eq!((student_t_quantile(0.0, 3), student_t_quantile(1.0, 900)), (f64::NEG_INFINITY, f64::INFINITY));
        assert!(student_t_quantile(0.5, 7).abs() < 1e-15 && student_t_quantile(0.5, 700).abs() < 1e-12);
    }
}

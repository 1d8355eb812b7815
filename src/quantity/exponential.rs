/// 1.5 x 2^52: what is added to a number below 2^51 and taken away again leaves it rounded to a whole one.
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// ln 2 in two parts; the first has so few digits that its products with the whole numbers used here are exact.
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];
/// Beyond this the result stays what it is here, short of 0 and of infinity.
const LARGEST: f64 = 700.0;
/// 1/2!, 1/3!, ... 1/13!
const TAYLOR: [f64; 12] = [
    1.0 / 2.0,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

/// e^`x`, within one unit in the last place, for `x` from -700 to 700; beyond, the value there. The same bits on every
/// machine, and without a branch, so that several are worked out side by side.
///
/// x is n ln 2 + r with |r| at most ln 2 / 2; e^r is a Taylor polynomial of degree 13, and what rounding takes from r is
/// given back in its last step.
#[must_use]
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let x = x.clamp(-LARGEST, LARGEST);
    let shifted = x * std::f64::consts::LOG2_E + WHOLE;
    let n = shifted - WHOLE;
    let (high, low) = (x - n * LN_2[0], n * LN_2[1]);
    let r = high - low;
    let lost = (high - r) - low;
    let r2 = r * r;
    let r4 = r2 * r2;
    let [c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13] = TAYLOR;
    let first = (c2 + c3 * r) + r2 * (c4 + c5 * r);
    let second = (c6 + c7 * r) + r2 * (c8 + c9 * r);
    let third = (c10 + c11 * r) + r2 * (c12 + c13 * r);
    let rest = r2 * (first + r4 * (second + r4 * third));
    let of_r = 1.0 + (r + (rest + lost * (1.0 + r)));
    // The last digits of `shifted` are n: to add it to the exponent multiplies by 2^n.
    f64::from_bits(of_r.to_bits().wrapping_add(shifted.to_bits() << 52))
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, exp};
    use std::f64::consts::{E, LN_2};

    /// A number in two parts, of which the second is what rounding took from the first: about 32 digits.
    type Double = [f64; 2];

    fn sum(a: f64, b: f64) -> Double {
        let sum = a + b;
        let of_b = sum - a;
        [sum, (a - (sum - of_b)) + (b - of_b)]
    }

    /// Dekker's product, exact without fused operations.
    fn product(a: f64, b: f64) -> Double {
        let halves = |x: f64| {
            let much = x * 134_217_729.0;
            let high = much - (much - x);
            [high, x - high]
        };
        let (p, [ah, al], [bh, bl]) = (a * b, halves(a), halves(b));
        [p, ((ah * bh - p) + ah * bl + al * bh) + al * bl]
    }

    fn add(a: Double, b: Double) -> Double {
        let [high, low] = sum(a[0], b[0]);
        sum(high, low + a[1] + b[1])
    }

    fn times(a: Double, b: Double) -> Double {
        let [high, low] = product(a[0], b[0]);
        sum(high, low + a[0] * b[1] + a[1] * b[0])
    }

    fn over(a: Double, b: f64) -> Double {
        let q = a[0] / b;
        let back = product(q, b);
        sum(q, ((a[0] - back[0]) - back[1] + a[1]) / b)
    }

    /// e^x times 2^-n, and n: by the series of e^(r/16), squared four times.
    fn reference(x: f64) -> (Double, i64) {
        // The first 48 digits of ln 2, which times n are more than enough.
        const LN_2_IN_PARTS: [f64; 3] = [LN_2, 2.319_046_813_846_299_6e-17, 5.707_708_438_416_212e-34];
        let n = (x / LN_2).round();
        let r = LN_2_IN_PARTS.iter().fold([x, 0.0], |r, &part| add(r, product(-n, part)));
        let small = r.map(|part| part / 16.0);
        let (mut term, mut total) = ([1.0, 0.0], [1.0, 0.0]);
        for k in 1..22 {
            term = over(times(term, small), f64::from(k));
            total = add(total, term);
        }
        for _ in 0..4 {
            total = times(total, total);
        }
        (total, n as i64)
    }

    /// How far `exp(x)` is from e^x, in units of its last place.
    fn error(x: f64) -> f64 {
        let (exact, n) = reference(x);
        // Times 2^-n, exactly: results are normal numbers.
        let value = f64::from_bits((exp(x).to_bits() as i64 - (n << 52)) as u64);
        let unit = exact[0].next_up() - exact[0];
        ((value - exact[0]) - exact[1]).abs() / unit
    }

    #[test]
    fn the_reference_is_right() {
        // e and its root to 32 digits, as published: 2.71828182845904523536028747135266, 1.64872127070012814684865078781416.
        let near = |x: f64, high: f64, low: f64| {
            let (value, n) = reference(x);
            let power = (n as f64).exp2();
            assert_eq!(value[0] * power, high);
            assert!((value[1] * power - low).abs() < 1e-30, "{x}: {} and not {low}", value[1] * power);
        };
        near(1.0, E, 1.445_646_891_729_250_2e-16);
        near(0.5, 1.648_721_270_700_128_2, -4.731_568_479_435_833e-17);
        for x in [1e-9, 0.3, 7.7, 123.4, 690.0] {
            let [(there, n), (back, m)] = [reference(x), reference(-x)];
            let one = times(there, back);
            assert!(n == -m && ((one[0] - 1.0) + one[1]).abs() < 1e-29, "{x}: {one:?}");
        }
    }

    #[test]
    fn within_one_unit_in_the_last_place_in_every_binade() {
        let mut worst = (0.0, 0.0);
        let mut state = 88_172_645_463_325_252_u64;
        let mut draw = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 12) as f64 / (1_u64 << 52) as f64
        };
        let mut look = |x: f64| {
            if x.abs() <= LARGEST && error(x) > worst.0 {
                worst = (error(x), x);
            }
        };
        for binade in -60..=9 {
            for _ in 0..1500 {
                let x = (1.0 + draw()) * f64::from(binade).exp2();
                look(x);
                look(-x);
            }
        }
        // Where one n takes over from the next, r is largest.
        for n in -1010..=1010 {
            let edge = (f64::from(n) + 0.5) * LN_2;
            for x in [edge.next_down(), edge, edge.next_up(), edge - 1e-9, edge + 1e-9] {
                look(x);
            }
        }
        assert!(worst.0 > 0.5 && worst.0 < 1.0, "{} units at {}", worst.0, worst.1);
    }

    #[test]
    fn what_must_be_exact_is_and_the_ends_are_level() {
        assert_eq!((exp(0.0), exp(-0.0)), (1.0, 1.0));
        assert_eq!((exp(1e9), exp(f64::INFINITY)), (exp(LARGEST), exp(LARGEST)));
        assert_eq!((exp(-1e9), exp(f64::NEG_INFINITY)), (exp(-LARGEST), exp(-LARGEST)));
        assert!(exp(f64::NAN).is_nan() && exp(-LARGEST) > 0.0 && exp(LARGEST).is_finite());
    }
}

use super::case_box::{CaseBox, Limit};
use super::cases::Cases;

/// How likely so dense a box is if one limit of it means nothing: the chance of at least as many cases of interest in the
/// box, each with the share that they have without that limit (Bryant and Lempert 2010). By input: of the lower and of the
/// upper limit (of words: of all), NaN where there is none.
///
/// It knows nothing of how many limits were tried. Cost: O(limits x cases x inputs).
#[must_use]
pub fn quasi_p(cases: &Cases, case_box: &CaseBox) -> Vec<[f64; 2]> {
    let all = CaseBox::around(cases);
    let inside = case_box.inside(cases);
    let (n, k) = (inside.len(), cases.interesting(&inside));
    let without = |input: usize, limit: Limit| {
        let wider = case_box.with(input, limit).inside(cases);
        binomial_at_least(k, n, cases.interesting(&wider) as f64 / wider.len() as f64)
    };
    let of = |input: usize| match (case_box.0[input], all.0[input]) {
        (Limit::Between(low, high), Limit::Between(least, most)) => [
            if low == least { f64::NAN } else { without(input, Limit::Between(least, high)) },
            if high == most { f64::NAN } else { without(input, Limit::Between(low, most)) },
        ],
        (own, whole) => [if own == whole { f64::NAN } else { without(input, whole) }, f64::NAN],
    };
    (0..case_box.0.len()).map(of).collect()
}

/// The chance of at least `k` of `n` where each has the chance `p`. Cost: O(n), from sums of logarithms.
#[must_use]
pub fn binomial_at_least(k: usize, n: usize, p: f64) -> f64 {
    if k == 0 {
        return 1.0;
    }
    if p <= 0.0 || k > n {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    let (log_p, log_q) = (libm::log(p), libm::log1p(-p));
    let log_choose =
        |k: usize| libm::lgamma(n as f64 + 1.0) - libm::lgamma(k as f64 + 1.0) - libm::lgamma((n - k) as f64 + 1.0);
    let term = |k: usize| libm::exp(log_choose(k) + k as f64 * log_p + (n - k) as f64 * log_q);
    // The shorter tail is summed, from its small end.
    if k as f64 > n as f64 * p {
        (k..=n).rev().map(term).sum::<f64>().min(1.0)
    } else {
        1.0 - (0..k).map(term).sum::<f64>().min(1.0)
    }
}

use super::{Spell, chi_squared_p_value};

/// What the log-rank test finds of several groups.
#[derive(Clone, Debug, PartialEq)]
pub struct LogRank {
    /// The statistic; 0 when all groups have the events that are expected of them.
    pub chi_squared: f64,
    /// One less than the groups that can be told apart.
    pub degrees_of_freedom: u32,
    /// The probability of a statistic at least as large if all groups have the same hazard, 0..1.
    pub p_value: f64,
    /// Events of each group.
    pub observed: Vec<f64>,
    /// Events expected of each group if all have the same hazard; they add up to those observed.
    pub expected: Vec<f64>,
}

/// A group's variance left after the others are accounted for, in shares of its own, that counts as rounding.
const ROUNDING: f64 = 1e-9;

/// The log-rank test of whether `groups` have the same hazard (Mantel 1966, Cancer Chemotherapy Reports 50; Peto and
/// Peto 1972), with the hypergeometric variance for ties, as R's `survdiff(Surv(stop, event) ~ group)`. Who enters late
/// is in the risk sets only from then on, so with delayed entry it is the score test of
/// `coxph(Surv(start, stop, event) ~ group, ties = "exact")`.
///
/// `None` if the groups can't be told apart whatever happened: no events, fewer than two groups with subjects, or no
/// event while two groups were at risk together. Groups that are never at risk with others cost no degree of freedom.
/// Spells with `stop <= start` (or NaN) are left out. Subjects must be independent: those of one replicate are not, so
/// pooled replicates would look far more certain than they are; test within a replicate, or resample replicates.
///
/// Cost: two sorts, O(n log n), then O(groups²) per distinct time with events.
///
/// An oracle: tests hold it against R, and [`log_rank_months`](super::log_rank_months) against it where both speak of the same; no command calls it.
#[must_use]
pub fn log_rank(groups: &[&[Spell]]) -> Option<LogRank> {
    let mut exits: Vec<(f64, usize, bool)> = Vec::new();
    let mut entries: Vec<(f64, usize)> = Vec::new();
    for (group, spells) in groups.iter().enumerate() {
        for spell in spells.iter().filter(|spell| spell.stop > spell.start) {
            exits.push((spell.stop, group, spell.event));
            entries.push((spell.start, group));
        }
    }
    exits.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    entries.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));

    let k = groups.len();
    let (mut at_risk, mut events) = (vec![0.0; k], vec![0.0; k]);
    let (mut observed, mut expected, mut covariance) = (vec![0.0; k], vec![0.0; k], vec![0.0; k * k]);
    let mut entries = entries.into_iter().peekable();
    for same in exits.chunk_by(|a, b| a.0 == b.0) {
        while let Some((_, group)) = entries.next_if(|entry| entry.0 < same[0].0) {
            at_risk[group] += 1.0;
        }
        events.fill(0.0);
        same.iter().filter(|exit| exit.2).for_each(|exit| events[exit.1] += 1.0);
        let (n, d): (f64, f64) = (at_risk.iter().sum(), events.iter().sum());
        // One subject alone has no variance; d (n - d) / (n - 1) would be 0 / 0.
        let spread = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
        for g in (0..k).filter(|_| d > 0.0) {
            let share = at_risk[g] / n;
            observed[g] += events[g];
            expected[g] += d * share;
            for h in 0..k {
                let own = if g == h { 1.0 } else { 0.0 };
                covariance[g * k + h] += spread * share * (own - at_risk[h] / n);
            }
        }
        same.iter().for_each(|exit| at_risk[exit.1] -= 1.0);
    }
    let excess = observed.iter().zip(&expected).map(|(o, e)| o - e).collect();
    let (chi_squared, degrees_of_freedom) = squared_distance(excess, covariance);
    (degrees_of_freedom > 0).then(|| LogRank {
        chi_squared,
        degrees_of_freedom,
        p_value: chi_squared_p_value(chi_squared, degrees_of_freedom),
        observed,
        expected,
    })
}

/// `excess` squared in the metric of its covariance, and the rank of that. Elimination with the largest pivot first;
/// the covariance is singular (excesses add up to 0), and what is left of it is left out.
fn squared_distance(mut excess: Vec<f64>, mut covariance: Vec<f64>) -> (f64, u32) {
    let k = excess.len();
    let own: Vec<f64> = (0..k).map(|g| covariance[g * k + g]).collect();
    let mut open: Vec<usize> = (0..k).filter(|&g| own[g] > 0.0).collect();
    let (mut squared, mut rank) = (0.0, 0);
    loop {
        let left = |g: usize| covariance[g * k + g] / own[g];
        let Some(place) = (0..open.len()).max_by(|&a, &b| left(open[a]).total_cmp(&left(open[b]))) else { break };
        if left(open[place]) <= ROUNDING {
            break;
        }
        let pivot = open.swap_remove(place);
        squared += excess[pivot] * excess[pivot] / covariance[pivot * k + pivot];
        rank += 1;
        for &g in &open {
            let factor = covariance[g * k + pivot] / covariance[pivot * k + pivot];
            excess[g] -= factor * excess[pivot];
            for &h in &open {
                covariance[g * k + h] -= factor * covariance[pivot * k + h];
            }
        }
    }
    (squared, rank)
}

#[cfg(test)]
#[path = "log_rank_tests.rs"]
mod tests;

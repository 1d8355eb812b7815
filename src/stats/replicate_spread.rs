use super::month_counts::{MonthCounts, survival_into};
use super::quantiles;

/// A lower and an upper curve by month; NaN in months of which nobody knows anything.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveBand {
    /// Lower curve, one value per month.
    pub low: Vec<f64>,
    /// Upper curve, one value per month.
    pub high: Vec<f64>,
}

impl CurveBand {
    /// Point-wise quantiles at `low` and `high` of `curves`, stored one after the other with `months` values each; NaN
    /// values are left out. Cost: O(curves) per month.
    pub(super) fn of_curves(curves: &[f64], months: usize, low: f64, high: f64) -> CurveBand {
        let mut band = CurveBand { low: Vec::with_capacity(months), high: Vec::with_capacity(months) };
        let mut column = Vec::with_capacity(curves.len() / months.max(1));
        for month in 0..months {
            column.clear();
            column.extend(curves.iter().skip(month).step_by(months).filter(|value| !value.is_nan()));
            let [low, high] = quantiles(&mut column, [low, high]).unwrap_or([f64::NAN; 2]);
            band.low.push(low);
            band.high.push(high);
        }
        band
    }
}

/// How far single futures spread: point-wise quantiles (say 0.05 and 0.95) over each replicate's own Kaplan-Meier
/// curve.
///
/// It does not narrow when replicates are added: it describes one future, not the average of all. A replicate with
/// nobody left at risk says nothing about later months. All counts must have the first one's horizon (months missing
/// from a shorter one would count as unknown). Cost: O(replicates) per month.
#[must_use]
pub fn replicate_spread(replicates: &[MonthCounts], low: f64, high: f64) -> CurveBand {
    let months = replicates.first().map_or(0, |counts| counts.at_risk.len());
    let mut curves = vec![f64::NAN; months * replicates.len()];
    if months > 0 {
        for (curve, counts) in curves.chunks_exact_mut(months).zip(replicates) {
            survival_into(&counts.at_risk, &counts.events, curve);
        }
    }
    CurveBand::of_curves(&curves, months, low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::MonthSpell;

    #[test]
    fn of_three_futures() {
        let future = |exit, event| MonthCounts::of(&[MonthSpell { entry: 0, exit, event }], 3);
        let band = replicate_spread(&[future(1, true), future(2, true), future(2, false)], 0.0, 1.0);
        assert_eq!(band.low, [1.0, 0.0, 0.0, 0.0]);
        assert_eq!(band.high[..3], [1.0, 1.0, 1.0]);
        assert_eq!(band.high[3], 0.0, "the third future is silent after its censoring");
        assert_eq!(replicate_spread(&[], 0.05, 0.95).low, [0.0; 0]);
        assert!(replicate_spread(&[MonthCounts::none(1)], 0.05, 0.95).low[0].is_nan());
    }
}

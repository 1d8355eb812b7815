/// `[outcome]`: what comparisons and sweeps report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeSection {
    /// Headline metrics of a run, by the name of their column of `runs.csv`; each once, never empty.
    pub metrics: Vec<String>,
    /// Months after the programme's end at which survival is measured; each once, 1 to 1200.
    pub horizons: Vec<u32>,
}

/// Headline metrics of a run but for the family `survived_N`, in the order of the columns of `runs.csv`.
const METRICS: &[&str] = &[
    "initiatives",
    "alive_at_programme_end",
    "survived_horizon",
    "alive_at_horizon",
    "absorbed",
    "absorbed_share",
    "ended",
    "ended_in_programme",
    "trust_start",
    "trust_programme_end",
    "trust_final",
    "trust_gain_programme",
    "trust_gain_horizon",
    "enthusiasm_start",
    "enthusiasm_peak",
    "enthusiasm_peak_month",
    "enthusiasm_programme_end",
    "enthusiasm_final",
    "perceived_success",
    "official_success",
    "perceived_success_final",
    "official_success_final",
    "metric_effect",
    "metric_effect_final",
    "copies_adopted",
    "copies_failed",
    "money_asked",
    "money_given",
    "money_spent",
    "initiative_months",
    "surviving_months",
    "restricted_months",
    "surviving_months_per_thousand_pounds",
    "ended_money",
    "ended_support",
    "ended_routine",
    "ended_quality",
    "ended_evidence",
    "ended_deficit",
    "ended_cost",
    "ended_metric",
    "ended_commitment",
    "ended_interpretation",
    "ended_misfit",
    "ended_staffing",
    "ended_trial",
    "ended_several",
];

/// The metrics that `[outcome]` can name, but for the family `survived_N`.
#[must_use]
pub fn outcome_metrics() -> &'static [&'static str] {
    METRICS
}

impl Default for OutcomeSection {
    fn default() -> OutcomeSection {
        // Counts first: shares of those alive at the programme's end are flattered by a regime that starts little.
        let metrics = ["alive_at_horizon", "survived_horizon", "surviving_months", "trust_final"];
        OutcomeSection { metrics: metrics.map(str::to_owned).to_vec(), horizons: vec![12, 24] }
    }
}

impl OutcomeSection {
    /// All months after the programme's end at which survival is measured, those of the metrics `survived_N` included:
    /// rising, each once.
    #[must_use]
    pub fn survival_horizons(&self) -> Vec<u32> {
        let named = self.metrics.iter().filter_map(|metric| months_of(metric));
        let mut months: Vec<u32> = self.horizons.iter().copied().chain(named).collect();
        months.sort_unstable();
        months.dedup();
        months
    }

    /// Whether there is a metric of that name.
    pub(in crate::scenario) fn knows(name: &str) -> bool {
        METRICS.contains(&name) || months_of(name).is_some()
    }
}

/// N of the metric `survived_N`, 1 to 1200; `None` for every other.
pub(in crate::scenario) fn months_of(metric: &str) -> Option<u32> {
    let digits = metric.strip_prefix("survived_")?;
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|months| plain && (1..=1200).contains(months))
}

#[cfg(test)]
mod tests {
    use super::{OutcomeSection, months_of};

    #[test]
    fn survival_at_any_month_is_a_metric() {
        for (name, months) in [("survived_1", Some(1)), ("survived_1200", Some(1200)), ("survived_horizon", None)] {
            assert_eq!(months_of(name), months, "{name}");
        }
        for name in ["survived_0", "survived_012", "survived_+1", "survived_1201", "survived_", "survived_9999999999"] {
            assert!(!OutcomeSection::knows(name), "{name}");
        }
        let metrics = vec!["survived_36".to_owned(), "survived_12".to_owned(), "trust_final".to_owned()];
        assert_eq!(OutcomeSection { metrics, horizons: vec![24, 12] }.survival_horizons(), [12, 24, 36]);
    }
}

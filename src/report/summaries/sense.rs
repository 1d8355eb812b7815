use crate::analysis::{Estimate, Headline, at_run_end, is_told};
use crate::report::terminal::Emphasis;

/// Metrics of which a programme hopes for more, and those of which it hopes for less; money and claims are neither.
const MORE: &[&str] = &[
    "absorbed",
    "absorbed_share",
    "alive_at_horizon",
    "alive_at_programme_end",
    "initiative_months",
    "perceived_success",
    "restricted_months",
    "surviving_months",
    "surviving_months_per_thousand_pounds",
    "trust_final",
    "trust_programme_end",
];
const LESS: &[&str] = &["copies_failed", "ended"];

/// A difference as it is written, coloured where its sign means something: the metric has a better side, the interval leaves
/// out zero, and there are replicates enough to tell.
pub(in crate::report) fn with_sense(headline: &Headline, difference: &Estimate, written: String) -> String {
    let end = at_run_end(&headline.name).map(|(end, _)| end);
    let name = end.as_deref().unwrap_or(&headline.name);
    let more = MORE.contains(&name) || name.starts_with("survived_");
    let is_sure = is_told(difference.mean, difference.half_width, difference.n as u64);
    if !is_sure || !(more || LESS.contains(&name)) {
        return written;
    }
    let emphasis = if (difference.mean > 0.0) == more { Emphasis::Better } else { Emphasis::Worse };
    emphasis.of(&written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_sure_and_means_something_is_coloured() {
        let all: Vec<Headline> = Headline::all(&[]).into_iter().chain(Headline::after(9)).collect();
        let told = |name: &str, mean, half_width| {
            let headline = all.iter().find(|headline| headline.name == name).unwrap();
            let interval = [mean - half_width, mean + half_width];
            let difference = Estimate { mean, half_width, interval, spread: [0.0; 2], n: 10 };
            with_sense(headline, &difference, "x".to_owned())
        };
        assert_eq!(told("survived_24", 0.1, 0.05), Emphasis::Better.of("x"));
        assert_eq!(told("survived_24", -0.1, 0.05), Emphasis::Worse.of("x"));
        assert_eq!(told("ended", -0.1, 0.05), Emphasis::Better.of("x"));
        assert_eq!(told("alive_9", -0.1, 0.05), Emphasis::Worse.of("x"));
        // Not sure, of one future only, of no better side.
        for plain in [told("survived_24", 0.1, 0.2), told("survived_24", 0.1, f64::NAN), told("money_spent", 9.0, 0.1)]
        {
            assert_eq!(plain, "x");
        }
        for name in MORE.iter().chain(LESS) {
            assert!(all.iter().any(|headline| headline.name == *name), "{name}");
        }
    }
}

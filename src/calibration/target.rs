use serde::{Deserialize, Serialize};

/// What sort of target it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TargetKind {
    /// A sign or an ordering that the sources fix.
    Ordering,
    /// A level that the published literature fixes.
    Level,
    /// What no plausible model does: everything ends, nothing does.
    Sanity,
}

impl TargetKind {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            TargetKind::Ordering => "ordering",
            TargetKind::Level => "level",
            TargetKind::Sanity => "sanity",
        }
    }
}

/// A quantity that a plausible model has to meet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Its id.
    pub id: String,
    /// What it is, in a few plain words.
    pub title: String,
    /// What sort of target it is.
    pub kind: TargetKind,
    /// The least that is wanted; none if only the most is.
    pub least: Option<f64>,
    /// The most that is wanted.
    pub most: Option<f64>,
    /// How far beyond that it may well be, for what the source does not know, as one writes ±: two standard deviations, in the
    /// quantity's unit.
    pub tolerance: f64,
    /// How far off the model may be, however its parameters are set, for what it leaves out: the same.
    pub discrepancy: f64,
    /// Where it comes from.
    pub provenance: String,
    /// Whether it is kept back: no set is chosen by it.
    pub held_out: bool,
    /// How to read it.
    pub note: Option<String>,
}

impl Target {
    /// How far a value is from what is wanted; 0 within.
    #[must_use]
    pub fn distance(&self, value: f64) -> f64 {
        let below = self.least.map_or(0.0, |least| least - value);
        let above = self.most.map_or(0.0, |most| value - most);
        if value.is_nan() { f64::INFINITY } else { below.max(above).max(0.0) }
    }

    /// How implausible a value is, in standard deviations: its distance over the root of the squares of tolerance and discrepancy
    /// (half of each is one standard deviation) and of what chance does to it (`chance` is a variance). A value that does not
    /// exist is infinitely so.
    ///
    /// Source: P. S. Craig, M. Goldstein, A. H. Seheult and J. A. Smith (1997), Case Studies in Bayesian Statistics III;
    /// I. Vernon, M. Goldstein and R. G. Bower (2010), Bayesian Analysis 5.
    #[must_use]
    pub fn implausibility(&self, value: f64, chance: f64) -> f64 {
        let distance = self.distance(value);
        if distance == 0.0 {
            return 0.0;
        }
        distance / (self.unknown() + chance).sqrt()
    }

    /// The variance of what the source does not know, and of what the model leaves out.
    #[must_use]
    pub fn unknown(&self) -> f64 {
        (self.tolerance * self.tolerance + self.discrepancy * self.discrepancy) / 4.0
    }

    /// Whether a value is met: within what is wanted and the tolerance.
    #[must_use]
    pub fn is_met_by(&self, value: f64) -> bool {
        self.distance(value) <= self.tolerance
    }

    /// What is wanted, in words: `0.25 to 0.45 ± 0.1`, `above 0`.
    #[must_use]
    pub fn wanted(&self) -> String {
        let tolerance = if self.tolerance > 0.0 && self.kind != TargetKind::Ordering {
            format!(" ± {}", self.tolerance)
        } else {
            String::new()
        };
        match (self.least, self.most) {
            (Some(least), Some(most)) if least == most => format!("{least}{tolerance}"),
            (Some(least), Some(most)) => format!("{least} to {most}{tolerance}"),
            (Some(least), None) => format!("above {least}{tolerance}"),
            (None, Some(most)) => format!("below {most}{tolerance}"),
            (None, None) => "anything".to_owned(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Target, TargetKind};

    pub(in crate::calibration) fn level(least: Option<f64>, most: Option<f64>, tolerance: f64) -> Target {
        Target {
            id: "t".to_owned(),
            title: "t".to_owned(),
            kind: TargetKind::Level,
            least,
            most,
            tolerance,
            discrepancy: 0.0,
            provenance: String::new(),
            held_out: false,
            note: None,
        }
    }

    #[test]
    fn implausibility_is_distance_over_what_is_not_known() {
        let target = Target { discrepancy: 0.8, ..level(Some(1.0), Some(2.0), 0.6) };
        assert_eq!([1.0, 1.5, 2.0].map(|value| target.implausibility(value, 0.0)), [0.0; 3]);
        // Half of each; 3-4-5: the root of 0.3 squared and 0.4 squared is 0.5; with 0.75 more it is 1.
        assert!((target.implausibility(3.0, 0.0) - 2.0).abs() < 1e-12);
        assert!((target.implausibility(0.0, 0.75) - 1.0).abs() < 1e-12);
        assert_eq!(target.implausibility(f64::NAN, 1.0), f64::INFINITY);
        assert!(target.is_met_by(2.59) && !target.is_met_by(2.61) && !target.is_met_by(f64::NAN));
        let above = level(Some(0.0), None, 0.5);
        assert_eq!((above.implausibility(9.0, 0.0), above.implausibility(-1.0, 0.0)), (0.0, 4.0));
        assert_eq!(above.wanted(), "above 0 ± 0.5");
    }
}

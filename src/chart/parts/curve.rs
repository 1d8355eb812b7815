use super::bands::{first_known, last_known};
use crate::chart::words::NumberFormat;
use serde::{Deserialize, Serialize};

/// One group's survival curve. Points that are not finite interrupt it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// The group.
    pub label: String,
    /// Time and share alive (0..1), in rising order of time; each share holds until the next time.
    pub points: Vec<(f64, f64)>,
    /// How sure the average is: time, low, high. May be empty.
    pub average_band: Vec<(f64, f64, f64)>,
    /// How far single cases spread: time, low, high. May be empty. Drawn if there are at most two curves.
    pub spread_band: Vec<(f64, f64, f64)>,
    /// How far plausible models reach: time, low, high. May be empty. Drawn if there are at most two curves.
    #[serde(default)]
    pub reach: Vec<(f64, f64, f64)>,
    /// Number at risk at each of the axis's ticks; `None` where unknown. May be empty.
    pub at_risk: Vec<Option<u64>>,
}

impl Curve {
    /// Its ends in words.
    pub(in crate::chart) fn describe(&self) -> String {
        match (first_known(&self.points), last_known(&self.points)) {
            (Some((_, first)), Some((_, last))) => {
                format!("from {} to {}", NumberFormat::Percent.write(first), NumberFormat::Percent.write(last))
            }
            _ => "no data".to_owned(),
        }
    }
}

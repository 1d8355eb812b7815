use super::mean;
use crate::quantity::exp;
use crate::scenario::Parameters;
use crate::scenario::definitions::SECURITY_NEEDED;

/// Groups of candidates, who differ in the security that they need.
pub const GROUPS: usize = SECURITY_NEEDED.len();

/// Monthly chance that somebody in a post whose money is known for so many months is lured away, 0..1 (model 6.8).
#[must_use]
pub fn lured_away(horizon: f64, p: &Parameters) -> f64 {
    p.offers * mean(insecure(horizon, p).into_iter(), 0.0)
}

/// How many of each group of candidates stay away from money that is known for so many months, 0..1 (model 6.5).
#[must_use]
pub fn insecure(horizon: f64, p: &Parameters) -> [f64; GROUPS] {
    SECURITY_NEEDED.map(|needs| if p.security > 0.0 { exp(-horizon / (p.security * needs)) } else { 0.0 })
}

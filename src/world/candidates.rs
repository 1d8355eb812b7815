use crate::quantity::exp;
use crate::scenario::Parameters;
use crate::scenario::definitions::SECURITY_NEEDED;

/// Groups of candidates, who differ in the security that they need.
pub const GROUPS: usize = SECURITY_NEEDED.len();

/// How many of each group of candidates stay away from money that is known for so many months, 0..1 (model 6.5).
#[must_use]
pub fn insecure(horizon: f64, p: &Parameters) -> [f64; GROUPS] {
    SECURITY_NEEDED.map(|needs| if p.security > 0.0 { exp(-horizon / (p.security * needs)) } else { 0.0 })
}

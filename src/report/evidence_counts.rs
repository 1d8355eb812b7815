use crate::evidence::{Evidence, Judged};

/// A finding that holds in at least this share of sets of parameters is called robust.
pub(super) const ROBUST: f64 = 0.9;

/// Findings that were tested.
pub(super) fn tested(evidence: &Evidence) -> Vec<&Judged> {
    evidence.findings.iter().filter(|judged| judged.verdict.is_tested()).collect()
}

/// How many of them are so.
pub(super) fn count(findings: &[&Judged], holds: impl Fn(&Judged) -> bool) -> usize {
    findings.iter().filter(|judged| holds(judged)).count()
}

use crate::evidence::{Evidence, Judged, Verdict};

/// A finding that holds in at least this share of sets of parameters is called robust.
pub(in crate::report) const ROBUST: f64 = 0.9;

/// Findings that were tested.
pub(in crate::report) fn tested(evidence: &Evidence) -> Vec<&Judged> {
    evidence.findings.iter().filter(|judged| judged.verdict.is_tested()).collect()
}

/// How many of them are so.
pub(in crate::report) fn counted(findings: &[&Judged], holds: impl Fn(&Judged) -> bool) -> usize {
    findings.iter().filter(|judged| holds(judged)).count()
}

/// A sign before the words of a verdict, so that a column of them can be read at a glance and without colours.
pub(in crate::report) fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::AsReported => "● ",
        Verdict::InPart => "◧ ",
        Verdict::Unclear => "◇ ",
        Verdict::Nil => "○ ",
        Verdict::Not => "✕ ",
        Verdict::Assumed | Verdict::Beyond => "",
    }
}

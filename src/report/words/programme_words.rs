//! What may be said of the programme: a run need not reach its end, nobody need take part, no money need flow.

use crate::analysis::Findings;
use crate::record::Setting;

/// Whether any site is a member.
pub(in crate::report) fn takes_part(findings: &Findings) -> bool {
    findings.setting.sites.iter().any(|site| site.member)
}

/// Whether the programme paid any money in the replicates.
pub(in crate::report) fn pays(findings: &Findings) -> bool {
    findings.headline("money_given").mean > 0.0
}

/// "When the programme's money ended", or of a programme without money "When the programme ended".
pub(in crate::report) fn when_it_ended(findings: &Findings) -> &'static str {
    if pays(findings) { "When the programme's money ended" } else { "When the programme ended" }
}

/// Why a run has no month in which the programme ends, one sentence.
pub(in crate::report) fn no_end(setting: &Setting) -> &'static str {
    if setting.programme_end < 1 {
        "The programme ended before the run began."
    } else if setting.programme_start >= setting.months.cast_signed() {
        "The run ends before the programme begins."
    } else {
        "The run does not reach the end of the programme."
    }
}

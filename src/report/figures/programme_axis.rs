use super::picture_parts::time_axis;
use crate::analysis::Findings;
use crate::chart::TimeAxis;
use crate::report::words::pays;

/// What began and ended with the programme, on a picture: "the money", or "the programme" where none was paid.
pub(in crate::report) fn what_flowed(findings: &Findings) -> &'static str {
    if pays(findings) { "the money" } else { "the programme" }
}

/// Months of the run, with the programme shaded; called money only where some was paid.
pub(in crate::report) fn programme_axis(findings: &Findings) -> TimeAxis {
    let mut axis = time_axis(&findings.setting);
    if !pays(findings) {
        axis.span.iter_mut().for_each(|span| span.label = "programme".to_owned());
        for mark in axis.marks.iter_mut().filter(|mark| mark.label.starts_with("money ")) {
            mark.label = mark.label.replacen("money ", "programme ", 1);
        }
    }
    axis
}

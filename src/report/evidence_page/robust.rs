use super::wording::{anchor, cell, percent};
use crate::evidence::{Deciding, Evidence, Judged, Robustness};
use crate::report::evidence_counts::{ROBUST, tested};
use std::fmt::Write as _;

/// Findings that hold in few sets of parameters, the worst first.
pub(super) fn weak(evidence: &Evidence) -> String {
    if evidence.sets == 0 {
        return String::new();
    }
    let mut weak: Vec<(&Judged, &Robustness)> = all(evidence).filter(|(_, r)| r.holds < ROBUST).collect();
    weak.sort_by(|a, b| a.1.holds.total_cmp(&b.1.holds));
    let mut text = format!(
        "## Where it is weak\n\nFindings that hold in less than {} of {} sets of parameters ({} replicates of each arm in \
         each set), the worst first. *Clearly* and *against*: shares of sets in which the interval of the main test lies \
         on the reported side, or on the other.\n\n",
        percent(ROBUST),
        evidence.sets,
        evidence.replicates_per_set
    );
    if weak.is_empty() {
        return text + "There are none.\n";
    }
    text +=
        "| Finding | Holds in | 95 % interval | Clearly | Against | Why |\n| --- | ---: | ---: | ---: | ---: | --- |\n";
    for (judged, robust) in weak {
        let _ = writeln!(
            text,
            "| [{}](#{}) {} | {} | {} to {} | {} | {} | {} |",
            judged.finding.id,
            anchor(&judged.finding.id),
            cell(&judged.finding.title),
            percent(robust.holds),
            percent(robust.interval[0]),
            percent(robust.interval[1]),
            percent(robust.clearly),
            percent(robust.against),
            cell(judged.finding.note.as_deref().unwrap_or(""))
        );
    }
    text
}

/// Which parameters decide whether findings hold, and how large their effects are.
pub(super) fn deciding(evidence: &Evidence) -> String {
    if evidence.sets == 0 {
        return String::new();
    }
    let mut text = String::from(
        "## What decides\n\nParameters on which it hangs whether a finding holds (the distance, 0 to 1, between the values \
         that a parameter has in sets where it holds and where it does not, + if it holds where the parameter is high), and \
         those that go with the size of its main effect (rank correlation). Only what is beyond chance after correction \
         for the number of parameters; at most three of each.\n\n\
         | Finding | Holds in | Whether it holds | How large it is |\n| --- | ---: | --- | --- |\n",
    );
    for (judged, robust) in all(evidence) {
        let _ = writeln!(
            text,
            "| [{}](#{}) | {} | {} | {} |",
            judged.finding.id,
            anchor(&judged.finding.id),
            percent(robust.holds),
            listed(&robust.deciding),
            listed(&robust.sizing)
        );
    }
    text
}

fn all(evidence: &Evidence) -> impl Iterator<Item = (&Judged, &Robustness)> {
    tested(evidence).into_iter().filter_map(|judged| Some((judged, judged.robustness.as_ref()?)))
}

fn listed(parameters: &[Deciding]) -> String {
    let one = |d: &Deciding| {
        let sign = if d.strength < 0.0 { '−' } else { '+' };
        format!("`{}` {sign}{:.2}", d.parameter, d.strength.abs())
    };
    parameters.iter().map(one).collect::<Vec<_>>().join(", ")
}

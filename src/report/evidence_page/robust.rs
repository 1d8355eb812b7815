use crate::evidence::{Deciding, End, Evidence, Judged, Robustness};
use crate::report::words::{ROBUST, anchor, cell, per_set, percent, tested};
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
         each set), the worst first. All shares are without chance. *Noticeably* and *against*: shares of sets in which the main \
         effect is as reported, or the other way, and more than practically nil. *Ends*: what the main test comes to in nine of ten sets \
         (*divided*: nothing; *open*: so few futures do not tell).\n\n",
        percent(ROBUST),
        evidence.sets,
        per_set(evidence)
    );
    if weak.is_empty() {
        return text + "There are none.\n";
    }
    text += "| Finding | Holds in | 95 % interval | Noticeably | Against | Ends | Why |\n| --- | ---: | ---: | ---: | ---: | --- | --- |\n";
    for (judged, robust) in weak {
        let _ = writeln!(
            text,
            "| [{}](#{}) {} | {} | {} to {} | {} | {} | {} | {} |",
            judged.finding.id,
            anchor(&judged.finding.id),
            cell(&judged.finding.title),
            percent(robust.holds),
            percent(robust.interval[0]),
            percent(robust.interval[1]),
            percent(robust.clearly),
            percent(robust.against),
            main_end(judged).map_or("", End::words),
            cell(&why(judged, robust))
        );
    }
    text
}

/// What is known of why it is weak: the note, what it hangs on, and whether it is small beside luck.
fn why(judged: &Judged, robust: &Robustness) -> String {
    let mut parts: Vec<String> = judged.finding.note.iter().cloned().collect();
    if !robust.deciding.is_empty() {
        parts.push(format!("Hangs on {}.", listed(&robust.deciding)));
    }
    if main_end(judged) == Some(End::Open) {
        parts.push("The main effect is small beside the luck of so few futures.".to_owned());
    } else if judged.configurations.is_none() && robust.clearly + robust.against < 0.5 {
        parts.push("The main effect is practically nil in most sets.".to_owned());
    } else if judged.tests.len() > 1 && robust.clearly >= ROBUST {
        parts.push("The main test is as reported in nearly all sets; what fails is a further test.".to_owned());
    }
    parts.join(" ")
}

fn main_end(judged: &Judged) -> Option<End> {
    judged.tests.first()?.over_sets.map(|over| over.end)
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
         for the number of parameters; at most three of each. *Or*: the draws of these parameters are correlated in this \
         sample, so that it cannot tell which of them it is.\n\n\
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
        let or: String = d.alike.iter().map(|other| format!(" or `{other}`")).collect();
        format!("`{}`{or} {sign}{:.2}", d.parameter, d.strength.abs())
    };
    parameters.iter().map(one).collect::<Vec<_>>().join(", ")
}

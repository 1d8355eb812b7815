use crate::evidence::{Evidence, Judged};
use crate::report::words::{anchor, cell, main_effect, mechanism, percent, verdict};
use std::fmt::Write as _;

/// One table for each theme, one row for each finding.
pub(super) fn by_theme(evidence: &Evidence) -> String {
    let mut text = String::from("## The findings\n");
    let mut theme = "";
    for judged in &evidence.findings {
        if judged.finding.theme != theme {
            theme = &judged.finding.theme;
            let _ = write!(text, "\n### {theme}\n\n{}", head(evidence.sets > 0));
        }
        text += &row(judged, evidence.sets > 0);
    }
    text
}

/// One table of all findings.
pub(super) fn table(evidence: &Evidence) -> String {
    let rows = evidence.findings.iter().map(|judged| row(judged, evidence.sets > 0));
    head(evidence.sets > 0) + &rows.collect::<String>()
}

fn head(with_sets: bool) -> String {
    let (holds, line) = if with_sets { (" Holds in |", " ---: |") } else { ("", "") };
    format!(
        "| Finding | Verdict | Effect | Explained by its mechanism |{holds} Source |\n| --- | --- | --- | --- |{line} --- |\n"
    )
}

fn row(judged: &Judged, with_sets: bool) -> String {
    let finding = &judged.finding;
    let minimum = finding.minimum.map_or(String::new(), |number| format!(" ({number})"));
    let holds = match (&judged.robustness, with_sets) {
        (Some(robustness), true) => format!(" {} |", percent(robustness.holds)),
        (None, true) => " |".to_owned(),
        (_, false) => String::new(),
    };
    format!(
        "| [{}](#{}){minimum} {} | {} | {} | {} |{holds} {} |\n",
        finding.id,
        anchor(&finding.id),
        cell(&finding.title),
        verdict(judged),
        cell(&main_effect(judged)),
        mechanism(judged),
        cell(&finding.source)
    )
}

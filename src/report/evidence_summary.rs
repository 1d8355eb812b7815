use super::evidence_counts::{ROBUST, count, tested};
use super::evidence_page::wording::percent;
use super::paragraph::paragraph;
use crate::evidence::{Evidence, Explained, Finding, Judged, Verdict};

/// What the findings come to, in plain words and one line for each, at most 80 columns wide.
#[must_use]
pub fn evidence_summary(evidence: &Evidence) -> String {
    let mut text = String::new();
    let mut theme = "";
    for judged in &evidence.findings {
        if judged.finding.theme != theme {
            theme = &judged.finding.theme;
            text += &heading(theme, evidence.sets > 0);
        }
        text += &line(judged, evidence.sets > 0);
    }
    text + "\n" + &closing(evidence)
}

/// The findings with what was reported: what would be tried.
#[must_use]
pub fn evidence_list(findings: &[Finding]) -> String {
    let mut text = String::new();
    let mut theme = "";
    for finding in findings {
        if finding.theme != theme {
            theme = &finding.theme;
            text += &format!("{}{theme}\n", if text.is_empty() { "" } else { "\n" });
        }
        text += &paragraph(&format!("{:6} ", finding.id), &finding.reported);
    }
    text
}

const TITLE: usize = 43;

fn heading(theme: &str, with_sets: bool) -> String {
    let holds = if with_sets { " holds in" } else { "" };
    let wide = ID + TITLE;
    format!("\n{:wide$} {:11} {:9}{holds}\n", shortened(theme, wide), "verdict", "explained").trim_end().to_owned()
        + "\n"
}

const ID: usize = 6;

fn line(judged: &Judged, with_sets: bool) -> String {
    let title = shortened(&judged.finding.title, TITLE);
    let verdict = match judged.verdict {
        Verdict::Beyond => "beyond it",
        verdict => verdict.words(),
    };
    let holds = match &judged.robustness {
        Some(robustness) if with_sets => format!(" {:>8}", percent(robustness.holds)),
        _ => String::new(),
    };
    let line = format!("{:ID$}{title:TITLE$} {verdict:11} {:9}{holds}", judged.finding.id, judged.explained.words());
    line.trim_end().to_owned() + "\n"
}

/// At most so many letters, cut between words where that is possible.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!("{whole}…")
}

fn closing(evidence: &Evidence) -> String {
    let all = tested(evidence);
    let with = |verdict| count(&all, |judged| judged.verdict == verdict);
    let mut text = paragraph(
        "",
        &format!(
            "Of {} findings that can be tested, {} come out as reported ({} replicates, 95\u{a0}% intervals), {} in part, {} \
             are unclear, {} come out otherwise. {} are explained: the effect goes with its mechanism.",
            all.len(),
            with(Verdict::AsReported),
            evidence.replicates,
            with(Verdict::InPart),
            with(Verdict::Unclear),
            with(Verdict::Not),
            count(&all, |judged| judged.explained == Explained::Yes),
        ),
    );
    if evidence.sets > 0 {
        let robust = count(&all, |judged| judged.robustness.as_ref().is_some_and(|r| r.holds >= ROBUST));
        text += &paragraph(
            "",
            &format!(
                "{robust} hold in at least {} of {} sets of parameters over their plausible ranges.",
                percent(ROBUST),
                evidence.sets
            ),
        );
    } else {
        text += &paragraph("", "How far that hangs on the parameters: safsim evidence --ensemble 500");
    }
    text
}

use crate::analysis::FEW;
use crate::evidence::{Evidence, Explained, Finding, Judged, Verdict};
use crate::report::terminal::{CELL, Emphasis, Emphasised, HEAD, ROW, WIDTH, at_left, columns, paragraph, start_of};
use crate::report::words::{ROBUST, counted, ends_words, percent, tested, verdict_sign};

/// What the findings come to, in plain words and one line for each, at most 80 columns wide.
#[must_use]
pub fn evidence_summary(evidence: &Evidence) -> Emphasised {
    let widths = Widths::of(evidence);
    let mut text = String::new();
    let mut theme = "";
    for judged in &evidence.findings {
        if judged.finding.theme != theme {
            theme = &judged.finding.theme;
            text += &widths.heading(theme);
        }
        text += &widths.line(judged);
    }
    Emphasised::marked(text + "\n" + &closing(evidence))
}

/// The findings with what was reported: what would be tried.
#[must_use]
pub fn evidence_list(findings: &[Finding]) -> Emphasised {
    let mut text = String::new();
    let mut theme = "";
    for finding in findings {
        if finding.theme != theme {
            theme = &finding.theme;
            text += &format!("{}{theme}\n", if text.is_empty() { "" } else { "\n" });
        }
        text += &paragraph(&format!("{:6} ", finding.id), &finding.reported);
    }
    Emphasised::marked(text)
}

/// Columns of ids, at least, and of ids and titles together.
const ID: usize = 6;
const NAMED: usize = 47;
const VERDICT: usize = 13;
const EXPLAINED: usize = 9;

/// How wide the columns are.
struct Widths {
    id: usize,
    with_sets: bool,
}

impl Widths {
    fn of(evidence: &Evidence) -> Widths {
        let ids = evidence.findings.iter().map(|judged| columns(&judged.finding.id) + 1);
        // A title keeps half of the room.
        Widths { id: ids.max().unwrap_or(ID).clamp(ID, NAMED / 2), with_sets: evidence.sets > 0 }
    }

    fn heading(&self, theme: &str) -> String {
        let holds = if self.with_sets { "holds in" } else { "" };
        let named = at_left(&shortened(theme, NAMED), NAMED);
        let line = format!("{named}{CELL} {:VERDICT$}{CELL} {:EXPLAINED$}{CELL} {holds}", "verdict", "explained");
        format!("\n{HEAD}{}\n", Emphasis::Heading.of(line.trim_end_matches([' ', CELL])))
    }

    fn line(&self, judged: &Judged) -> String {
        let id = at_left(&start_of(&judged.finding.id, self.id - 1), self.id);
        let room = NAMED - self.id;
        let title = at_left(&shortened(&judged.finding.title, room), room);
        let verdict = match judged.verdict {
            Verdict::Beyond => "  beyond it".to_owned(),
            Verdict::Assumed => "  put in".to_owned(),
            Verdict::Nil => verdict_sign(judged.verdict).to_owned() + "nil",
            verdict => verdict_sign(verdict).to_owned() + verdict.words(),
        };
        let verdict = match judged.verdict {
            Verdict::AsReported => Emphasis::Better.of(&verdict),
            Verdict::Not => Emphasis::Worse.of(&verdict),
            _ => verdict,
        };
        let verdict = at_left(&verdict, VERDICT);
        let holds = match &judged.robustness {
            Some(robustness) if self.with_sets => format!("{CELL} {:>8}", percent(robustness.holds)),
            _ => String::new(),
        };
        let line = format!("{ROW}{id}{title}{CELL} {verdict}{CELL} {:EXPLAINED$}{holds}", judged.explained.words());
        line.trim_end_matches([' ', CELL]).to_owned() + "\n"
    }
}

// The widest line fits.
const _: () = assert!(NAMED + 1 + VERDICT + 1 + EXPLAINED + 9 <= WIDTH);

/// At most so many columns, cut between words where that is possible.
fn shortened(text: &str, most: usize) -> String {
    let cut = start_of(text, most);
    match (cut == text, cut.rfind(' ')) {
        (false, Some(at)) => format!("{}…", &cut[..at]),
        _ => cut,
    }
}

fn closing(evidence: &Evidence) -> String {
    let all = tested(evidence);
    let with = |verdict| counted(&all, |judged| judged.verdict == verdict);
    let held = if evidence.sets > 0 {
        let robust = counted(&all, |judged| judged.robustness.as_ref().is_some_and(|r| r.holds >= ROBUST));
        format!("; {robust} hold in at least {} of {} sets of parameters", percent(ROBUST), evidence.sets)
    } else {
        String::new()
    };
    let mut text = paragraph(
        "",
        &format!(
            "Of {} findings that can be tested, {} come out as reported at the default parameters ({} replicates, 95\u{a0}% \
             intervals){held}. {} come out in part, {} are unclear, {} practically nil (below 0.2 standard deviations of \
             single futures), {} come out otherwise. {} are explained: the effect goes with its mechanism.",
            all.len(),
            with(Verdict::AsReported),
            evidence.replicates,
            with(Verdict::InPart),
            with(Verdict::Unclear),
            with(Verdict::Nil),
            with(Verdict::Not),
            counted(&all, |judged| judged.explained == Explained::Yes),
        ),
    );
    let ends = ends_words(evidence);
    if !ends.is_empty() {
        text += &paragraph("", &ends);
    }
    if evidence.replicates < FEW {
        text += &paragraph("", &format!("{} replicates are too few to tell.", evidence.replicates));
    }
    text += &if !evidence.of.is_empty() {
        paragraph("", &format!("Sets are the plausible models of {}.", evidence.of))
    } else if evidence.sets > 0 {
        paragraph("", "Sets are drawn over the plausible ranges of the parameters.")
    } else {
        paragraph("", "How far that hangs on the parameters: safsim evidence --ensemble built-in")
    };
    text
}

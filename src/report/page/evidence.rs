use super::run::{WaitingFigures, the_model, what_ran, with_the_rest};
use super::{Contents, Part, Ran, Section, SheetCell, SheetRow, SheetTable};
use crate::analysis::FEW;
use crate::evidence::{Evidence, Explained, Judged, Verdict, Wiring};
use crate::report::figures::Figure;
use crate::report::words::{ROBUST, counted, ends_words, main_effect, mechanism, percent, tested, verdict_sign};

/// What the report of an evidence run says. `figures` are all its pictures.
#[must_use]
pub fn evidence_contents(evidence: &Evidence, figures: Vec<Figure>, ran: Ran) -> Contents {
    let mut figures = WaitingFigures(figures);
    let sections = vec![
        Section::of("what-to-see", "What to see", figures.take(&["evidence"])),
        Section::of("differences", "Finding by finding", vec![
                Part::Words(
                    "Every finding is tried as an experiment. The same futures are run with and without what the finding is about, and \
                     once more with its mechanism taken out of the model. Misses stand here as plainly as hits."
                        .to_owned(),
                ),
                Part::Table(table(evidence)),
            ]),
        Section::of("how-sure", "How sure, and how far it hangs on the settings", how_sure(evidence)),
        what_ran(),
        the_model(),
    ];
    Contents {
        name: "evidence".to_owned(),
        kind: format!("{} findings, tried", evidence.findings.len()),
        question: "Does the model do what evaluators of the programme reported, and for the reason that they gave?"
            .to_owned(),
        answer: answer(evidence),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

fn answer(evidence: &Evidence) -> Vec<String> {
    let all = tested(evidence);
    let with = |verdict| counted(&all, |judged| judged.verdict == verdict);
    let robust = counted(&all, |judged| judged.robustness.as_ref().is_some_and(|r| r.holds >= ROBUST));
    let held = if evidence.sets > 0 {
        format!("; {robust} hold in at least {} of {} sets of settings", percent(ROBUST), evidence.sets)
    } else {
        String::new()
    };
    let mut sentences = vec![
        format!(
            "Of {} findings that can be tested, {} come out as reported at the default settings{held}. In part: {}; unclear: {}; \
             practically nil: {}; otherwise: {}.",
            all.len(),
            with(Verdict::AsReported),
            with(Verdict::InPart),
            with(Verdict::Unclear),
            with(Verdict::Nil),
            with(Verdict::Not)
        ),
        format!(
            "Explained, so that the effect goes when its mechanism is taken out: {}. Of these, not wired in as a rule but come about \
             by itself: {}.",
            counted(&all, |judged| judged.explained == Explained::Yes),
            counted(&all, |judged| judged.explained == Explained::Yes && judged.wiring == Wiring::Emerges),
        ),
    ];
    sentences.push(if !evidence.of.is_empty() {
        format!(
            "Sets of settings are the plausible models of {}. What does not hold in nearly all of them hangs on what the \
             targets that chose them do not fix.",
            evidence.of
        )
    } else if evidence.sets > 0 {
        "Sets of settings are drawn over their plausible ranges. What does not hold in nearly all of them hangs on settings that \
         nobody has measured."
            .to_owned()
    } else {
        "How far that hangs on the settings was not tried here: safsim evidence --ensemble built-in says so.".to_owned()
    });
    sentences.extend(Some(ends_words(evidence)).filter(|words| !words.is_empty()));
    if evidence.replicates < FEW {
        sentences.push(format!("{} futures of each variant are too few to tell.", evidence.replicates));
    }
    sentences
}

fn table(evidence: &Evidence) -> SheetTable {
    let with_sets = evidence.sets > 0;
    let row = |judged: &Judged| {
        let finding = &judged.finding;
        let mut cells = vec![
            SheetCell::Text(format!("{} {}", finding.id, finding.title)),
            SheetCell::Text(finding.theme.clone()),
            SheetCell::Text(verdict_sign(judged.verdict).to_owned() + judged.verdict.words()),
            SheetCell::Number(main_effect(judged)),
            SheetCell::Text(explained(judged)),
        ];
        if with_sets {
            cells.push(SheetCell::Number(judged.robustness.as_ref().map_or("–".to_owned(), |r| percent(r.holds))));
        }
        cells.push(SheetCell::Text(finding.reported.clone()));
        cells.push(SheetCell::Text(finding.source.clone()));
        SheetRow { site: None, kind: Some(finding.theme.clone()), cells }
    };
    let mut columns = vec!["finding", "theme", "verdict", "effect (± 95 % interval)", "goes with its mechanism"];
    columns.extend(with_sets.then_some("holds in"));
    columns.extend(["reported", "source"]);
    SheetTable {
        caption: format!(
            "The findings, {} futures of each variant. The page evidence.md of this folder has every test.",
            evidence.replicates
        ),
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows: evidence.findings.iter().map(row).collect(),
        is_long: false,
    }
}

fn explained(judged: &Judged) -> String {
    match mechanism(judged) {
        nothing if nothing.is_empty() => "–".to_owned(),
        words => words,
    }
}

fn how_sure(evidence: &Evidence) -> Vec<Part> {
    let mut parts = vec![Part::Words(
        "A verdict rests on 95\u{a0}% intervals of differences in the same futures. About one test in forty would seem to come out \
         as reported by chance alone. An effect below 0.2 standard deviations of single futures is practically nil, however sure \
         it is. A verdict is about the model at its default settings. Sizes in the sources are words, not numbers: only signs, \
         orders and times can be held against them."
            .to_owned(),
    )];
    if evidence.sets > 0 {
        let mut weak: Vec<(&Judged, f64)> = tested(evidence)
            .into_iter()
            .filter_map(|judged| Some((judged, judged.robustness.as_ref()?.holds)))
            .filter(|(_, holds)| *holds < ROBUST)
            .collect();
        weak.sort_by(|a, b| a.1.total_cmp(&b.1));
        let row = |(judged, holds): &(&Judged, f64)| SheetRow {
            kind: Some(judged.finding.theme.clone()),
            ..SheetRow::of(&format!("{} {}", judged.finding.id, judged.finding.title), [percent(*holds)])
        };
        parts.push(Part::Table(SheetTable {
            caption: format!(
                "Findings that hold in less than {} of {} sets of settings.",
                percent(ROBUST),
                evidence.sets
            ),
            columns: ["finding", "holds in"].map(str::to_owned).to_vec(),
            rows: weak.iter().map(row).collect(),
            is_long: true,
        }));
    }
    parts
}

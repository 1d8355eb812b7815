use super::command_error::CommandError;
use super::interrupt::{cancel, finishing, on_interrupt};
use super::missing_letters::warn_of_missing_letters;
use super::planned::planned;
use super::progress::Progress;
use super::shown::Shown;
use super::terminal::print_message;
use crate::report::{Emphasised, paragraph};
use crate::study::{Listener, Note, PlannedRuns, StudyStage};
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Tells whoever sits at the terminal how a study goes.
#[derive(Debug, Default)]
pub(super) struct TerminalListener {
    quiet: bool,
    bar: Mutex<Option<Progress>>,
    /// Why interrupts cannot be watched for, if so.
    failed: Mutex<Option<CommandError>>,
}

impl TerminalListener {
    /// Progress and notes are told unless `quiet`; warnings always.
    pub(super) fn new(quiet: bool) -> TerminalListener {
        TerminalListener { quiet, ..TerminalListener::default() }
    }

    /// What the study came to, unless it was stopped because interrupts cannot be watched for.
    pub(super) fn result_of<T>(&self, outcome: Result<T, CommandError>) -> Result<T, CommandError> {
        match self.failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(error) => Err(error),
            None => outcome,
        }
    }

    fn print_message(&self, note: impl fmt::Display) {
        if !self.quiet {
            print_message(format!("{note}\n"));
        }
    }

    fn bar(&self, with: impl FnOnce(&mut Option<Progress>)) {
        with(&mut self.bar.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Listener for TerminalListener {
    fn begun(&self, stage: StudyStage, total: u64) {
        let what = match stage {
            StudyStage::Simulating => "simulating",
            StudyStage::TellingStories => "telling stories",
            StudyStage::ExchangingConditions => "exchanging conditions of sites",
            StudyStage::ReplayingFutures => "replaying futures",
        };
        self.bar(|bar| *bar = Some(Progress::new(what, total, self.quiet)));
    }

    fn progressed(&self, _: StudyStage, done: u64, _: u64) {
        self.bar(|bar| bar.iter().for_each(|bar| bar.done(done)));
    }

    fn ended(&self, _: StudyStage) {
        self.bar(|bar| bar.take().iter().for_each(Progress::end));
    }

    fn note(&self, note: &Note<'_>) {
        match note {
            Note::Ready(folder) => {
                let kept = match folder {
                    Some(folder) => format!(
                        "\n  what is finished is kept in {}: the same command goes on from there",
                        folder.display()
                    ),
                    None => ": nothing was written\n  run the same command again".to_owned(),
                };
                if let Err(error) = on_interrupt(&kept) {
                    cancel().stop_now();
                    *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                }
            }
            Note::Unlocked(_) | Note::Outdated { .. } | Note::Damaged(_) => print_message(format!("{note}\n")),
            Note::Planned(runs) => print_message(words(runs)),
            Note::WritingUnfinished => {
                finishing();
                self.print_message(format!("{note}; once more to stop at once"));
            }
            Note::Delivering => finishing(),
            Note::MissingLetters(words) => warn_of_missing_letters(words),
            Note::Waiting(_)
            | Note::Mended(_)
            | Note::FewerThreads { .. }
            | Note::ShardTwice { .. }
            | Note::GoesOn { .. }
            | Note::Wave { .. }
            | Note::Round { .. }
            | Note::Budgets { .. } => {
                self.print_message(note);
            }
        }
    }

    fn wants_plan(&self) -> bool {
        !self.quiet
    }
}

/// What is planned, and about how long it will take.
fn words(runs: &PlannedRuns) -> Shown {
    let PlannedRuns { points, replicates, findings, arms, sets, .. } = runs;
    let time = planned(runs.runs, runs.each, runs.threads);
    if *points > 0 {
        let words = format!("{points} points x {replicates} replicates = {time}");
        return Shown::from(&Emphasised::marked(paragraph("", &words)));
    }
    format!("{findings} findings, {arms} arms, {sets} sets of parameters: {time}\n").into()
}

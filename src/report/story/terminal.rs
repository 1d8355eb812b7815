use super::change_words::any;
use super::odds_words::{notes, over_models_lead, over_models_notes};
use super::phrases::with_interval;
use super::told_story::{ToldChange, ToldStory};
use crate::analysis::{ExplainedInitiative, Odds, OddsRow};
use crate::report::terminal::{CELL, Emphasised, HEAD, ROW, in_words, paragraph};

/// A story for a terminal, in the words of its field: at most 80 columns wide. With `all`, changes that make no difference are told one by one.
#[must_use]
pub fn story_text(told: &ToldStory, explained: &ExplainedInitiative, all: bool) -> Emphasised {
    in_words(&explained.story.setting.words, || text(told, explained, all))
}

fn text(told: &ToldStory, explained: &ExplainedInitiative, all: bool) -> Emphasised {
    let mut text =
        paragraph("", &told.title) + "\n" + &paragraph("", &told.answer) + "\n" + &paragraph("", &told.of) + "\n";
    for month in &told.months {
        text += &paragraph(&format!("{}  ", month.month), &month.text);
    }
    text += "\n";
    text += &changes(&told.changes, all);
    let odds = &explained.odds;
    text += &table(odds, &format!("Over {} futures, one thing changed at a time", odds.futures()));
    for words in notes(odds) {
        text += &paragraph("", &words);
    }
    if let Some(over) = &explained.over_models {
        text += "\n";
        text += &table(&over.odds, &format!("{}, one thing changed at a time", over_models_lead(over)));
        for words in over_models_notes(odds, over) {
            text += &paragraph("", &words);
        }
    }
    Emphasised::marked(text + "\n" + &paragraph("", &told.limits))
}

fn changes(changes: &[ToldChange], all: bool) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let mut text = paragraph("", "The same future, one thing changed at a time (+ it lives, - it ends)") + "\n";
    let same = |change: &&ToldChange| !all && change.is_same;
    for change in changes.iter().filter(|change| !same(change)) {
        let mark = if change.keeps { "+ " } else { "- " };
        let parting = if change.parts { format!(" {}", change.parting) } else { String::new() };
        text += &paragraph(mark, &format!("{}: {}.{parting}", change.change, change.outcome));
    }
    match changes.iter().filter(same).count() {
        0 => {}
        1 => text += &paragraph("", "One more change leaves every decision about it as it was (--all tells it)."),
        n => {
            text +=
                &paragraph("", &format!("{n} more changes leave every decision about it as it was (--all tells them)."))
        }
    }
    text + "\n"
}

/// Columns of a change and of a share.
const NAME: usize = 40;
const SHARE: usize = 19;

fn table(odds: &Odds, lead: &str) -> String {
    if odds.rows.is_empty() || odds.futures() == 0 {
        return String::new();
    }
    let heads = [("would keep it", "ended", odds.ended), ("would end it", "lived", odds.lived)];
    let heads: Vec<_> = heads.into_iter().filter(|(_, _, number)| *number > 0).collect();
    let line = |mark: char, first: &str, cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{CELL} {cell:>SHARE$}")).collect();
        format!("{mark}{first:NAME$}{}\n", cells.concat())
    };
    let mut text = paragraph("", lead) + "\n";
    text += &line(HEAD, "", heads.iter().map(|(would, ..)| (*would).to_owned()).collect());
    text += &line(HEAD, "", heads.iter().map(|(_, was, n)| format!("of {n} that {was}")).collect());
    let cells = |row: &OddsRow| {
        let cell = |share: (f64, (f64, f64))| with_interval(share).replace('\u{a0}', " ");
        let both = [(odds.ended, row.kept_share()), (odds.lived, row.lost_share())];
        both.into_iter().filter(|(number, _)| *number > 0).map(|(_, share)| cell(share)).collect()
    };
    for row in odds.rows.iter().chain(&odds.grain) {
        text += &line(ROW, &any(&row.change), cells(row));
    }
    text + "\n"
}

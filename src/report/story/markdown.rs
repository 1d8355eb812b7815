use super::change_words::any;
use super::odds_words::{notes, over_models_lead, over_models_notes};
use super::phrases::with_interval;
use super::told_story::ToldStory;
use crate::analysis::{ExplainedInitiative, Odds, OddsRow};
use crate::report::words::in_words;

/// A story as a page; `picture` is the path of its picture, if it has one.
#[must_use]
pub fn story_markdown(told: &ToldStory, explained: &ExplainedInitiative, picture: Option<&str>) -> String {
    let odds = &explained.odds;
    let mut page =
        format!("# {}\n\n{}\n\n{}\n\n## What happened\n\n", plain(&told.title), plain(&told.answer), plain(&told.of));
    page += "| Month | |\n| --- | --- |\n";
    for month in &told.months {
        page += &format!("| {} | {} |\n", plain(&month.month), plain(&month.text));
    }
    if !told.changes.is_empty() {
        page += "\n## The same future, one thing changed at a time\n\n| Change | Then | Where the futures part |\n| --- | --- | --- |\n";
        for change in &told.changes {
            let then = if change.keeps { format!("**{}**", plain(&change.outcome)) } else { plain(&change.outcome) };
            page += &format!("| {} | {then} | {} |\n", plain(&change.change), plain(&change.parting));
        }
    }
    page += &format!("\n## Over {} futures\n\n", odds.futures());
    if let (Some(path), Some(chart)) = (picture, &told.odds) {
        page += &format!("![{}]({path})\n\n", plain(&chart.heading().title));
    }
    page += &table(odds);
    for words in notes(odds) {
        page += &format!("{}\n\n", plain(&words));
    }
    if let Some(over) = &explained.over_models {
        page += &format!("## {}\n\n{}", plain(&over_models_lead(over)), table(&over.odds));
        for words in over_models_notes(odds, over) {
            page += &format!("{}\n\n", plain(&words));
        }
    }
    page += &format!("## What this does not say\n\n{}\n", plain(&told.limits));
    page
}

fn table(odds: &Odds) -> String {
    if odds.futures() == 0 || odds.rows.is_empty() {
        return String::new();
    }
    let mut page = String::new();
    page += &format!(
        "| One thing changed | would have kept it, of {} that ended | would have ended it, of {} that lived |\n\
         | --- | ---: | ---: |\n",
        odds.ended, odds.lived
    );
    let share = |share: (f64, (f64, f64))| plain(&with_interval(share));
    for row in odds.rows.iter().chain(&odds.grain) {
        let OddsRow { change, .. } = row;
        page += &format!("| {} | {} | {} |\n", plain(&any(change)), share(row.kept_share()), share(row.lost_share()));
    }
    page += "\n";
    page
}

/// As letters of a page, with ordinary spaces; a cell of a table too.
fn plain(text: &str) -> String {
    in_words(&text.replace('\u{a0}', " "))
}

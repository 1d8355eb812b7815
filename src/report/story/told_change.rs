use super::change_words::change;
use super::phrases::{duration, per_cent};
use super::told_story::ToldChange;
use crate::analysis::{ChangedFuture, InitiativeStory, Parting};
use crate::record::{Event, EventKind};

/// One changed future, in words.
pub(super) fn told_change(story: &InitiativeStory, changed: &ChangedFuture) -> ToldChange {
    let parts = changed.parting.is_some();
    let ended = story.chosen.fate.end.is_some();
    ToldChange {
        change: change(&changed.alteration, &story.cast, story.setting.start),
        outcome: outcome(story, changed),
        keeps: changed.lives(),
        parting: parting(story, changed.parting.as_ref()),
        parts,
        is_same: !parts && changed.fate.as_ref().is_some_and(|fate| fate.end.is_some() == ended),
    }
}

fn outcome(story: &InitiativeStory, changed: &ChangedFuture) -> String {
    let own = &story.chosen.fate;
    let Some(fate) = &changed.fate else { return "it never begins".to_owned() };
    let reach = per_cent(fate.final_scale);
    match (own.end, fate.end) {
        (Some(_), None) => format!("it lives, at {reach} of its full reach in the end"),
        (None, None) => format!("it lives all the same, at {reach} of its full reach in the end"),
        (None, Some(end)) => format!("it ends in {}", story.setting.start.plus(end.cast_signed()).in_words()),
        (Some(before), Some(end)) if before == end => "it ends all the same, in the same month".to_owned(),
        (Some(before), Some(end)) => {
            let later = if end > before { "later" } else { "sooner" };
            let by = duration(f64::from(end.abs_diff(before)));
            format!("it ends all the same, {by} {later}")
        }
    }
}

fn parting(story: &InitiativeStory, parting: Option<&Parting>) -> String {
    let Some(Parting { month, base, altered }) = parting else {
        return "Every decision about it turns out the same.".to_owned();
    };
    let when = story.setting.start.plus(month.cast_signed()).in_words();
    match (altered, base) {
        (None, Some(base)) if matches!(base.kind, EventKind::Ended(_)) => {
            format!("The two futures part in {when}: it does not end then.")
        }
        (Some(altered), None) if matches!(altered.kind, EventKind::Ended(_)) => {
            format!("The two futures part in {when}: it ends then.")
        }
        (Some(altered), Some(base)) => {
            format!("The two futures part in {when}: {} instead of {}.", told(altered), told(base))
        }
        (Some(altered), None) => {
            format!("The two futures part in {when}: {}, where nothing had been decided.", told(altered))
        }
        (None, Some(base)) => format!("The two futures part in {when}, without what happened then: {}.", told(base)),
        (None, None) => format!("The two futures part in {when}."),
    }
}

/// A decision: "a bid for core money won (chance 52 %)".
fn told(event: &Event) -> String {
    let odds = per_cent(event.value);
    match event.kind {
        EventKind::MainstreamWon => format!("a bid for core money won (chance {odds})"),
        EventKind::MainstreamLost => format!("a bid for core money turned down (chance {odds})"),
        EventKind::CoreCut => format!("core money cut to {odds} of its cost"),
        EventKind::OpeningSeized => format!("an opening seized, core money up to {odds}"),
        EventKind::TrialWon => format!("the copy's trial passed (chance {odds})"),
        EventKind::TrialLost => format!("the copy's trial failed (chance {odds})"),
        EventKind::Ended(_) => "its end".to_owned(),
        other => other.name().replace('_', " "),
    }
}

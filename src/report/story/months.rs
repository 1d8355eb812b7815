use super::event_words::{ALWAYS, Sentence, blow, champion_left, sentence, why_left};
use super::person::person;
use super::phrases::{listed, per_cent};
use super::told_story::ToldMonth;
use crate::analysis::InitiativeStory;
use crate::record::{Event, EventKind, InitiativeMonth};
use crate::report::words::capital;

/// Columns of a month's text beside its date.
const COLUMNS: usize = 70;

/// The story by month in at most about so many lines of a terminal, and the number of lesser events that were left out.
pub(super) fn months(story: &InitiativeStory, lines: usize) -> (Vec<ToldMonth>, usize) {
    let mut sentences = sentences(story);
    gather_refusals(story, &mut sentences);
    let all = sentences.len();
    while length(&sentences) > lines {
        // The lightest, of these the earliest: what comes shortly before the end explains more of it.
        let lightest =
            (0..sentences.len()).filter(|&n| sentences[n].weight < ALWAYS).min_by_key(|&n| sentences[n].weight);
        let Some(place) = lightest else { break };
        sentences.remove(place);
    }
    let months = by_month(&sentences).map(|(month, text)| ToldMonth { month: date(story, month).in_short(), text });
    (months.collect(), all - sentences.len())
}

fn date(story: &InitiativeStory, month: u32) -> crate::quantity::Month {
    story.setting.start.plus(month.cast_signed())
}

fn by_month(sentences: &[Sentence]) -> impl Iterator<Item = (u32, String)> {
    let months = sentences.chunk_by(|a, b| a.month == b.month);
    months.map(|of| (of[0].month, of.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ")))
}

fn length(sentences: &[Sentence]) -> usize {
    by_month(sentences).map(|(_, text)| text.chars().count().div_ceil(COLUMNS)).sum()
}

/// Months in a row in which nothing happened but a bid for core money that was turned down become one line.
fn gather_refusals(story: &InitiativeStory, sentences: &mut Vec<Sentence>) {
    let is_lone = |list: &[Sentence], n: usize| {
        let alone = list.iter().filter(|other| other.month == list[n].month).count() == 1;
        alone && list[n].refused.is_some()
    };
    let mut first = 0;
    while first < sentences.len() {
        let more = (first..sentences.len()).take_while(|&n| is_lone(sentences, n)).count();
        if more > 1 {
            let gathered: Vec<Sentence> = sentences.drain(first + 1..first + more).collect();
            let chances = || gathered.iter().chain([&sentences[first]]).filter_map(|one| one.refused);
            let (low, high) = (chances().fold(1.0, f64::min), chances().fold(0.0, f64::max));
            let (low, high) = (per_cent(low), per_cent(high));
            let chance = if low == high { low } else { format!("{low} to {high}") };
            let again: Vec<String> = gathered.iter().map(|one| date(story, one.month).in_words()).collect();
            sentences[first].text = format!(
                "Its bid for core money was turned down, and again in {} (the chance had been {chance}).",
                listed(&again, "and")
            );
        }
        first += 1;
    }
}

fn sentences(story: &InitiativeStory) -> Vec<Sentence> {
    let mut list = Vec::new();
    let mut told = SaidOnce::default();
    for events in story.events.chunk_by(|a, b| a.month == b.month) {
        let month = events[0].month;
        let refused = events.iter().find(|event| event.kind == EventKind::MainstreamLost).map(|event| event.value);
        for (weight, text) in of_month(story, events, &mut told) {
            list.push(Sentence { month, weight, text, refused });
        }
    }
    for (month, text) in funded(story).into_iter().chain(standing(story)) {
        let place = list.partition_point(|sentence| sentence.month <= month);
        list.insert(place, Sentence { month, weight: ALWAYS, text, refused: None });
    }
    list
}

/// What has been said once and need not be said again.
#[derive(Default)]
struct SaidOnce {
    levels: [bool; 4],
}

fn of_month(story: &InitiativeStory, events: &[Event], told: &mut SaidOnce) -> Vec<(u8, String)> {
    let any = |kind: EventKind, actor| events.iter().any(|e| e.kind == kind && e.actor == actor);
    let champion_leaves = |event: &Event| event.leaving().is_some() && any(EventKind::ChampionLost, event.actor);
    let found = events.iter().find(|event| event.kind == EventKind::ChampionFound);
    let is_told_with_leaver = |event: &Event| match event.kind {
        EventKind::ChampionLost => events.iter().any(|e| e.leaving().is_some() && e.actor == event.actor),
        EventKind::ChampionFound => events.iter().any(champion_leaves),
        _ => false,
    };
    let mut list: Vec<(u8, String)> = Vec::new();
    let (mut left, mut came): (Vec<(String, Vec<String>)>, Vec<String>) = (vec![], vec![]);
    // A blow waits for how it was felt.
    let mut waiting: Option<(usize, bool)> = None;
    for event in events {
        let who = || event.actor.map_or_else(|| "somebody".to_owned(), |actor| person(&story.cast, actor));
        if let Some(text) = blow(event) {
            list.push((ALWAYS, text));
            let of_people = matches!(event.kind, EventKind::Shock(kind) if kind.row().leavers);
            if let Some((before, _)) = waiting.replace((list.len() - 1, of_people)) {
                list[before].1.push('.');
            }
        } else if event.kind == EventKind::Interpreted {
            if let Some((place, of_people)) = waiting.take() {
                list[place].1 += &felt(story, event, of_people, told);
            }
        } else if champion_leaves(event) {
            list.push((8, champion_left(story, event, found)));
        } else if let Some(leaving) = event.leaving() {
            let why = why_left(leaving);
            match left.iter_mut().find(|(same, _)| *same == why) {
                Some((_, all)) => all.push(who()),
                None => left.push((why, vec![who()])),
            }
        } else if event.kind == EventKind::Joined {
            came.push(who());
        } else if !is_told_with_leaver(event)
            && let Some(one) = sentence(story, event)
        {
            list.push(one);
        }
    }
    if let Some((place, _)) = waiting {
        list[place].1.push('.');
    }
    // Several who leave alike, and newcomers, are told of in one sentence.
    list.extend(
        left.into_iter().map(|(why, who)| (3, format!("{} left{why}.", capital(&listed(&counted(who), "and"))))),
    );
    if !came.is_empty() {
        list.push((1, format!("New in post: {}.", listed(&counted(came), "and"))));
    }
    list
}

/// `a nurse at Council` twice is `2 x nurse at Council`.
fn counted(who: Vec<String>) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for one in who {
        match counts.iter_mut().find(|(same, _)| *same == one) {
            Some((_, n)) => *n += 1,
            None => counts.push((one, 1)),
        }
    }
    let words = |(who, n): (String, usize)| match (n, who.split_once(' ')) {
        (1, _) | (_, None) => who,
        (n, Some((_, rest))) => format!("{n}\u{a0}× {rest}"),
    };
    counts.into_iter().map(words).collect()
}

/// How a blow was felt, and why so: a loss `of_people` by whom they leaned on, anything by the interpretive capacity of the month
/// before.
fn felt(story: &InitiativeStory, event: &Event, of_people: bool, told: &mut SaidOnce) -> String {
    if event.value < 0.005 {
        return "; people hardly felt it.".to_owned();
    }
    let capacity = story.course.get(event.month.saturating_sub(1) as usize).map(|c| c.interpretation);
    let blow = format!("; people felt it as a blow of {:.2} of a possible 1", event.value);
    let (level, why) = match capacity {
        _ if of_people => (3, " on average, each by how much they had leaned on those who went"),
        Some(capacity) if capacity < LITTLE => (0, ", because few were there whose reading of events others trusted"),
        Some(capacity) if capacity < MUCH => (1, ", softened in part by those whose reading of events others trusted"),
        Some(_) => (2, ", much softened by those whose reading of events others trusted"),
        None => return blow + ".",
    };
    if std::mem::replace(&mut told.levels[level], true) { blow + "." } else { format!("{blow}{why}.") }
}

/// Interpretive capacity below which a place hardly softens a blow, and from which it takes half of it.
const LITTLE: f64 = 0.3;
const MUCH: f64 = 0.5;

/// What paid for it when the programme's money first reached it.
fn funded(story: &InitiativeStory) -> Option<(u32, String)> {
    let first = story.course.iter().position(|month| month.granted > 0.0)?;
    let InitiativeMonth { granted, core_share, .. } = story.course[first];
    let text =
        format!("Of its cost the programme now paid {} and core budgets {}.", per_cent(granted), per_cent(core_share));
    Some((first as u32, text))
}

/// Where it stood when the money ended, and at the end of the run.
fn standing(story: &InitiativeStory) -> Vec<(u32, String)> {
    let fate = &story.chosen.fate;
    let lived = |month: u32| fate.entry <= month && fate.end.is_none_or(|end| end > month);
    let last = story.setting.months.saturating_sub(1);
    let money = u32::try_from(story.setting.programme_end).ok().filter(|&end| end > 0 && end <= last);
    let mut list = vec![];
    if let Some(end) = money.filter(|&end| lived(end)) {
        list.extend(story.course.get(end as usize - 1).map(|month| (end, format!("It then {}.", stood(month)))));
    }
    if fate.end.is_none() {
        let as_usual = if fate.absorbed_at_end { ", as part of business as usual" } else { "" };
        let text = |month: &InitiativeMonth| format!("The run ends. It {}{as_usual}.", stood(month));
        list.extend(story.course.get(last as usize).map(|month| (last, text(month))));
    }
    list
}

fn stood(month: &InitiativeMonth) -> String {
    format!(
        "ran at {} of its full reach, with {} of its posts filled; core budgets carried {} of its cost",
        per_cent(month.scale),
        per_cent(month.staffing),
        per_cent(month.core_share)
    )
}

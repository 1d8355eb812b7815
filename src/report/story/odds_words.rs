use super::change_words::{any, had_any};
use super::phrases::{listed, per_cent, with_interval};
use crate::analysis::{FEW, Odds, OddsOverModels, OddsRow};
use crate::report::words::count;

/// Changes that a sentence names.
const NAMED: usize = 3;

/// Whether the question is what would have kept it; otherwise what would have ended it.
pub(super) fn asks_what_keeps(odds: &Odds, ended: bool) -> bool {
    (ended && odds.ended > 0) || odds.lived == 0
}

/// The share that a row tells, by the question.
pub(super) fn of_row(row: &OddsRow, keeps: bool) -> (f64, (f64, f64)) {
    if keeps { row.kept_share() } else { row.lost_share() }
}

/// Rows that count most first.
pub(super) fn ranked(odds: &Odds, keeps: bool) -> Vec<&OddsRow> {
    let mut rows: Vec<&OddsRow> = odds.rows.iter().collect();
    if !keeps {
        rows.sort_by_key(|row| (std::cmp::Reverse(row.lost.0), row.kept.0));
    }
    rows
}

/// What would have kept it, or ended it, clearly more often than chance alone does, in one sentence.
pub(super) fn leading(odds: &Odds, ended: bool) -> String {
    let keeps = asks_what_keeps(odds, ended);
    let chance = odds.grain.as_ref().map(|row| of_row(row, keeps));
    let beyond = |row: &&OddsRow| OddsRow::beyond(of_row(row, keeps), chance);
    let rows: Vec<&OddsRow> = ranked(odds, keeps).into_iter().filter(beyond).take(NAMED).collect();
    let (number, verb) = if keeps { (odds.ended, "lived") } else { (odds.lived, "ended") };
    let was = if keeps { "ended" } else { "lived" };
    let futures = odds.futures();
    let of = if number == futures {
        format!("In all {futures} futures looked at it {was}")
    } else {
        format!("It {was} in {number} of the {futures} futures looked at")
    };
    if number < FEW {
        let does = if keeps { "kept" } else { "ended" };
        return format!("{of}: too few to tell what else would have {does} it.");
    }
    if rows.is_empty() {
        return format!(
            "{of}; no single change would have made a difference in clearly more of them than chance alone does."
        );
    }
    let told = |row: &&OddsRow| format!("in {} {}", with_interval(of_row(row, keeps)), had_any(&row.change));
    let mut told: Vec<String> = rows.iter().map(told).collect();
    told[0] = told[0].replacen(") ", ") of these ", 1);
    format!("{of}. It would have {verb} {}.", listed(&told, "and"))
}

/// How often it ended; after a table of the odds, what such a table does not say by itself.
pub(super) fn notes(odds: &Odds) -> Vec<String> {
    let futures = odds.futures();
    if futures == 0 {
        return vec!["It began in none of the futures looked at.".to_owned()];
    }
    let mut list =
        vec![format!("It ended in {} of {futures} futures: {}.", odds.ended, with_interval(odds.ended_share()))];
    if let Some(grain) = &odds.grain {
        let sides = [("kept", odds.ended, grain.kept_share().0), ("ended", odds.lived, grain.lost_share().0)];
        let told: Vec<String> = sides
            .into_iter()
            .filter(|(_, of, _)| *of > 0)
            .map(|(verb, of, share)| format!("{verb} it in {} of the {of}", per_cent(share)))
            .collect();
        list.push(format!(
            "Chance alone: a change of no weight (one person's enthusiasm raised by 0.01, once) {}. What does not clearly \
             exceed this says nothing about its cause.",
            listed(&told, "and")
        ));
    }
    list.push(
        "Shares do not add up: two changes may keep it in the same futures, or only both of them together.".to_owned(),
    );
    list
}

/// Over which models they are.
pub(super) fn over_models_lead(over: &OddsOverModels) -> String {
    let of = count(over.models, "plausible model", "plausible models");
    let futures = match over.odds.futures() {
        0 => String::new(),
        n if n == over.models => ", a future of each".to_owned(),
        n => format!(", {n} futures in which it began"),
    };
    format!("Over {of} of {}{futures}", over.of)
}

/// What models say of the changes that tell at the parameters of the scenario.
pub(super) fn over_models_notes(own: &Odds, over: &OddsOverModels) -> Vec<String> {
    let odds = &over.odds;
    if odds.futures() == 0 {
        return vec!["It began in none of their futures.".to_owned()];
    }
    let mut list = vec![format!(
        "It ended in {} of {} futures of plausible models: {}.",
        odds.ended,
        odds.futures(),
        with_interval(odds.ended_share())
    )];
    let keeps = own.ended >= own.lived;
    let names = |odds: &Odds| -> Vec<String> {
        let chance = odds.grain.as_ref().map(|row| of_row(row, keeps));
        let beyond = |row: &&OddsRow| OddsRow::beyond(of_row(row, keeps), chance);
        ranked(odds, keeps).into_iter().filter(beyond).map(|row| any(&row.change)).collect()
    };
    let (here, there) = (names(own), names(odds));
    let does = if keeps { "keep" } else { "end" };
    let (both, lost): (Vec<String>, Vec<String>) = here.into_iter().partition(|name| there.contains(name));
    if !both.is_empty() {
        list.push(format!(
            "Would {does} it more often than chance alone both at the parameters of the scenario and over plausible models: {}.",
            both.join("; ")
        ));
    }
    if !lost.is_empty() {
        list.push(format!(
            "At the parameters of the scenario only, so that it cannot be told whether the model's numbers or chance make the \
             difference: {}.",
            lost.join("; ")
        ));
    }
    list
}

/// The odds in sentences.
pub(super) fn sentences(odds: &Odds, ended: bool) -> Vec<String> {
    let mut list = notes(odds);
    let keeps = asks_what_keeps(odds, ended);
    list.splice(1..1, [keeps, !keeps].into_iter().filter_map(|keeps| listing(odds, keeps)));
    list
}

/// What would have kept it, or ended it, in what share of futures.
fn listing(odds: &Odds, keeps: bool) -> Option<String> {
    let (number, was, does) = if keeps { (odds.ended, "ended", "lives") } else { (odds.lived, "lived", "ends") };
    let of = |row: &OddsRow| of_row(row, keeps);
    let told = |row: &OddsRow| format!("{}: {}", any(&row.change), with_interval(of(row)));
    let some: Vec<String> = ranked(odds, keeps).into_iter().filter(|row| of(row).0 > 0.0).map(told).collect();
    let rest = match odds.rows.len() - some.len() {
        0 => String::new(),
        _ if some.is_empty() => "None with any of the changes".to_owned(),
        1 => "; with the other change in none".to_owned(),
        n => format!("; with the {n} other changes in none"),
    };
    let some = some.join("; ");
    (number > 0).then(|| {
        format!("Of the {number} in which it {was}, the share in which it {does} with one thing changed. {some}{rest}.")
    })
}

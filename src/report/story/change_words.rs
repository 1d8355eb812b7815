use super::person::person;
use crate::quantity::Month;
use crate::record::{Alteration, Cast, Change};

/// What is otherwise, as a line of a list: "The money goes on". `start` is the first month of the run.
pub(super) fn change(alteration: &Alteration, cast: &Cast, start: Month) -> String {
    let month = start.plus(alteration.from.cast_signed()).in_words();
    match &alteration.change {
        Change::ShocksSpared { kind, once: true } => format!("No {} in {month}", kind.row().noun),
        Change::RoundsKept { once: true } => format!("The round decided in {month} is paid"),
        Change::Stays(actor) => {
            let who = person(cast, *actor);
            let who = who.split_once(' ').map_or(who.as_str(), |(_, rest)| rest);
            format!("The {who} who left in {month} stays")
        }
        other => any(other),
    }
}

/// The same whatever the future.
pub(super) fn any(change: &Change) -> String {
    match change {
        Change::Nothing => "Nothing is otherwise".to_owned(),
        Change::Grain => "A change of no weight".to_owned(),
        Change::ShocksSpared { kind, .. } => format!("No {}", kind.row().noun),
        Change::MoneyGoesOn => "The programme's money goes on".to_owned(),
        Change::AwardInFull => "The award is the whole bid".to_owned(),
        Change::RoundsKept { .. } => "No round of money is lost".to_owned(),
        Change::Stays(_) => "Somebody stays".to_owned(),
        Change::ChampionsStay(_) => "Its champions stay".to_owned(),
        Change::LeadersStay => "The site's executives stay".to_owned(),
        Change::EverybodyStays => "Nobody leaves the site".to_owned(),
        Change::NoBoard => "No board sits".to_owned(),
        Change::Board => "A board of all organisations sits".to_owned(),
        Change::ChampionSkill { full: true, .. } => "First champion with every skill in full".to_owned(),
        Change::ChampionSkill { full: false, .. } => "First champion without any social skill".to_owned(),
    }
}

/// After "it would have lived": "had the money gone on".
pub(super) fn had(alteration: &Alteration, cast: &Cast, start: Month) -> String {
    let month = start.plus(alteration.from.cast_signed()).in_words();
    match &alteration.change {
        Change::ShocksSpared { kind, once: true } => format!("had there been no {} in {month}", kind.row().noun),
        Change::RoundsKept { once: true } => format!("had the round decided in {month} been paid"),
        Change::Stays(actor) => {
            let who = person(cast, *actor);
            let who = who.split_once(' ').map_or(who.as_str(), |(_, rest)| rest);
            format!("had the {who} who left in {month} stayed")
        }
        other => had_any(other),
    }
}

/// The same whatever the future.
pub(super) fn had_any(change: &Change) -> String {
    match change {
        Change::Nothing => "had nothing been otherwise".to_owned(),
        Change::Grain => "had something of no weight been otherwise".to_owned(),
        Change::ShocksSpared { kind, .. } => format!("had there been no {}", kind.row().noun),
        Change::MoneyGoesOn => "had the programme's money gone on".to_owned(),
        Change::AwardInFull => "had the award been the whole bid".to_owned(),
        Change::RoundsKept { .. } => "had no round of money been lost".to_owned(),
        Change::Stays(_) => "had somebody stayed".to_owned(),
        Change::ChampionsStay(_) => "had its champions stayed".to_owned(),
        Change::LeadersStay => "had the site's executives stayed".to_owned(),
        Change::EverybodyStays => "had nobody left the site".to_owned(),
        Change::NoBoard => "had no board sat".to_owned(),
        Change::Board => "had a board of all organisations sat".to_owned(),
        Change::ChampionSkill { full: true, .. } => "had its first champion had every skill in full".to_owned(),
        Change::ChampionSkill { full: false, .. } => "had its first champion had no social skill".to_owned(),
    }
}

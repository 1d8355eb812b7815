use crate::record::{Alteration, Change, Event, EventKind, Fate};

/// What could have been otherwise in one future of an initiative, one thing at a time, oldest first: each shock that struck,
/// each round that was lost, each departure of somebody near it (but for posts that went with the money); and of what is
/// `possible` whatever the replicate, what is not told by these. Nothing that begins after it has ended. `events` are those
/// that concern it.
#[must_use]
pub fn single_changes(events: &[Event], fate: &Fate, possible: &[Alteration]) -> Vec<Alteration> {
    let at = |event: &Event, change: Change| Alteration { site: fate.site, from: event.month, change };
    let mut list: Vec<Alteration> = Vec::new();
    let mut departures = 0;
    for event in events {
        let change = match (event.kind, event.actor) {
            (EventKind::Shock, _) => Change::ShocksSpared { kind: event.why.clone(), once: true },
            (EventKind::RoundLost, _) => Change::RoundsKept { once: true },
            (EventKind::Left, Some(actor)) if event.why != "money_ended" => {
                departures += 1;
                Change::Stays(actor)
            }
            _ => continue,
        };
        let one = at(event, change);
        if !list.contains(&one) {
            list.push(one);
        }
    }
    let champions_lost = events.iter().filter(|e| e.kind == EventKind::ChampionLost).count();
    let adds = |alteration: &&Alteration| match &alteration.change {
        Change::Nothing | Change::Grain | Change::ShocksSpared { .. } | Change::RoundsKept { .. } => false,
        Change::ChampionsStay(_) => champions_lost > 1,
        Change::LeadersStay | Change::EverybodyStays => departures > 1,
        _ => true,
    };
    list.extend(possible.iter().filter(adds).cloned());
    list.retain(|alteration| fate.end.is_none_or(|end| alteration.from <= end));
    list.sort_by_key(|alteration| alteration.from);
    list
}

use crate::quantity::InitiativeId;
use crate::record::{Cast, Event, EventKind};

/// The events of its site's log that concern an initiative: its own; what struck the site and how it was taken; and the
/// comings and goings of its members and champions and of executives of the organisation that leads it. Of what was before
/// its first month `entry` only what struck the site; nothing after its end.
#[must_use]
pub fn concerning(events: &[Event], initiative: InitiativeId, entry: u32, cast: &Cast) -> Vec<Event> {
    let end = events
        .iter()
        .position(|event| matches!(event.kind, EventKind::Ended(_)) && event.initiative == Some(initiative));
    let events = &events[..end.map_or(events.len(), |end| end + 1)];
    let champions = |event: &&Event| event.initiative == Some(initiative) && event.actor.is_some();
    let champions: Vec<u32> = events.iter().filter(champions).filter_map(|e| e.actor).map(|a| a.0).collect();
    let leads =
        |slot: u32| cast.posts.get(slot as usize).is_some_and(|post| post.leads && post.organisation == cast.lead);
    let near = |slot: u32| champions.contains(&slot) || cast.members.contains(&slot) || leads(slot);
    let struck = |event: &Event| matches!(event.kind, EventKind::Shock(_) | EventKind::Interpreted);
    let concerns = |event: &&Event| match (event.initiative, event.actor) {
        _ if event.month < entry && !struck(event) => false,
        (Some(other), _) => other == initiative,
        (None, Some(actor)) => near(actor.0),
        (None, None) => event.kind != EventKind::RegionAdopted,
    };
    events.iter().filter(concerns).cloned().collect()
}

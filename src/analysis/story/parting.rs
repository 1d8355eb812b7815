use crate::quantity::InitiativeId;
use crate::record::{Event, EventKind};

/// Where two futures of an initiative part.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// The month.
    pub month: u32,
    /// What happened then in the first future, if anything.
    pub base: Option<Event>,
    /// What happened then in the other, if anything.
    pub altered: Option<Event>,
}

/// Decisions about an initiative: what a log tells of whether it goes on.
fn is_decision(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::MainstreamWon
            | EventKind::MainstreamLost
            | EventKind::CoreCut
            | EventKind::TrialWon
            | EventKind::TrialLost
            | EventKind::OpeningSeized
            | EventKind::Ended(_)
    )
}

/// The first decision about an initiative that turns out otherwise in another future of it, `base` and `altered` being the
/// logs of its site: won instead of lost, taken instead of not taken. Decisions that go the same way at other odds are the
/// same. None if all are.
#[must_use]
pub fn part(base: &[Event], altered: &[Event], initiative: InitiativeId) -> Option<Parting> {
    let decisions = |events: &[Event]| -> Vec<Event> {
        let own = |event: &&Event| event.initiative == Some(initiative) && is_decision(event.kind);
        events.iter().filter(own).cloned().collect()
    };
    let (one, other) = (decisions(base), decisions(altered));
    let same = |(a, b): &(&Event, &Event)| a.month == b.month && a.kind == b.kind;
    let until = one.iter().zip(&other).take_while(same).count();
    let (first, second) = (one.get(until), other.get(until));
    let month = first.into_iter().chain(second).map(|event| event.month).min()?;
    let then = |event: Option<&Event>| event.filter(|event| event.month == month).cloned();
    Some(Parting { month, base: then(first), altered: then(second) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Cause;

    fn event(month: u32, kind: EventKind, initiative: u32, value: f64) -> Event {
        let (initiative, name) = (Some(InitiativeId(initiative)), String::new());
        Event { month, site: None, kind, initiative, actor: None, value, name }
    }

    #[test]
    fn at_the_first_decision_that_turns_out_otherwise() {
        use EventKind::{ChampionLost, Ended, MainstreamLost, MainstreamWon};
        let base = vec![
            event(10, MainstreamLost, 0, 0.3),
            event(12, ChampionLost, 0, 0.0),
            event(13, MainstreamWon, 1, 0.5),
            event(20, MainstreamLost, 0, 0.45),
            event(25, Ended(Cause::Money), 0, 0.0),
        ];
        let mut altered = base.clone();
        assert_eq!(part(&base, &altered, InitiativeId(0)), None);
        // Another's decision, a champion who stays and other odds do not part them; a decision that is won does.
        altered.remove(1);
        altered.remove(1);
        altered[0].value = 0.4;
        altered[1] = event(20, MainstreamWon, 0, 0.55);
        altered.pop();
        let parting = part(&base, &altered, InitiativeId(0)).unwrap();
        assert_eq!(parting.month, 20);
        assert_eq!((parting.base, parting.altered), (Some(base[3].clone()), Some(altered[1].clone())));
        // Not taken at all: the earlier of the two is where they part.
        altered.truncate(1);
        let parting = part(&base, &altered, InitiativeId(0)).unwrap();
        assert_eq!((parting.month, parting.altered), (20, None));
        altered.push(event(15, MainstreamLost, 0, 0.2));
        let parting = part(&base, &altered, InitiativeId(0)).unwrap();
        assert_eq!((parting.month, parting.base), (15, None));
    }
}

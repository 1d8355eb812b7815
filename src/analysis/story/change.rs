use crate::record::{Alteration, Change, Event, EventKind, Fate, Leaving};

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
            (EventKind::Shock(kind), _) => Change::ShocksSpared { kind, once: true },
            (EventKind::RoundLost, _) => Change::RoundsKept { once: true },
            (EventKind::Left(leaving), Some(actor)) if leaving != Leaving::MoneyEnded => {
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

#[cfg(test)]
mod tests {
    use super::single_changes;
    use crate::analysis::fabricated::fate;
    use crate::analysis::story::concerning;
    use crate::quantity::{ActorId, InitiativeId, SiteId};
    use crate::record::{Alteration, Cast, Cause, Change, Event, EventKind, Leaving, Post, ShockKind};

    fn event(month: u32, kind: EventKind, initiative: Option<u32>, actor: Option<u32>) -> Event {
        let (initiative, actor) = (initiative.map(InitiativeId), actor.map(ActorId));
        Event { month, site: Some(SiteId(0)), kind, initiative, actor, value: 0.5, name: String::new() }
    }

    #[test]
    fn each_shock_round_and_departure_near_it_then_what_is_possible_anyway() {
        use EventKind::{ChampionFound, ChampionLost, Ended, Left, MainstreamLost, RegionAdopted, RoundLost, Shock};
        let post = |organisation, leads| Post { organisation, leads, ..Post::default() };
        // Executives of the lead (0) and of a partner (1), a member (2), a bystander (3), who becomes champion.
        let posts = vec![post(0, true), post(1, true), post(1, false), post(1, false), post(1, false)];
        let cast = Cast { posts, members: vec![2], ..Cast::default() };
        let log = vec![
            event(1, Shock(ShockKind::PriceChange), None, None),
            event(2, Left(Leaving::Turnover), None, Some(0)),
            event(5, Shock(ShockKind::StaffLoss), None, None),
            event(5, Shock(ShockKind::StaffLoss), None, None),
            event(5, Left(Leaving::Shock(ShockKind::StaffLoss)), None, Some(1)),
            event(5, Left(Leaving::Shock(ShockKind::StaffLoss)), None, Some(2)),
            event(9, Left(Leaving::Turnover), None, Some(0)),
            event(10, ChampionFound, Some(0), Some(3)),
            event(11, RoundLost, None, None),
            event(12, MainstreamLost, Some(1), None),
            event(12, RegionAdopted, None, None),
            event(20, Left(Leaving::Turnover), None, Some(3)),
            event(20, ChampionLost, Some(0), Some(3)),
            event(21, Left(Leaving::Turnover), None, Some(4)),
            event(22, Left(Leaving::MoneyEnded), None, Some(2)),
            event(23, Ended(Cause::Money), Some(0), None),
            event(23, Left(Leaving::Turnover), None, Some(2)),
        ];
        let events = concerning(&log, InitiativeId(0), 3, &cast);
        let months: Vec<u32> = events.iter().map(|event| event.month).collect();
        assert_eq!(months, [1, 5, 5, 5, 9, 10, 11, 20, 20, 22, 23]);

        let at = |from: u32, change: Change| Alteration { site: SiteId(0), from, change };
        let spared = |once| Change::ShocksSpared { kind: ShockKind::StaffLoss, once };
        let possible = [
            at(0, Change::Grain),
            at(5, spared(false)),
            at(8, Change::MoneyGoesOn),
            at(0, Change::ChampionsStay(InitiativeId(0))),
            at(0, Change::EverybodyStays),
            at(60, Change::Board),
        ];
        let stays = |from, who| at(from, Change::Stays(ActorId(who)));
        let list = single_changes(&events, &fate(0, 0, Some(50)), &possible);
        let expected = [
            at(0, Change::EverybodyStays),
            at(1, Change::ShocksSpared { kind: ShockKind::PriceChange, once: true }),
            at(5, spared(true)),
            stays(5, 2),
            at(8, Change::MoneyGoesOn),
            stays(9, 0),
            at(11, Change::RoundsKept { once: true }),
            stays(20, 3),
        ];
        assert_eq!(list, expected);
    }
}

use super::{Actors, Initiatives, NOBODY, bit};
use crate::quantity::RoleId;
use crate::random::Stream;
use crate::scenario::Group;
use crate::scenario::definitions::{FRONT_LINE_LEAST, FRONT_LINE_MOST};

/// Who takes part in an initiative: from each organisation in `partners` (as bits) its sponsor, one manager, two to four
/// front-line staff, and its spanners; from the lead also the programme's project managers and, if the scenario names
/// a `champion`'s role, one person of that role (model section 5). Slots in rising order,
/// each once, and the slot of that champion, or [`NOBODY`].
#[must_use]
pub fn enrol(
    actors: &Actors,
    organisation_row: &[u32],
    partners: u64,
    lead: usize,
    champion: Option<RoleId>,
    draws: &mut Stream,
) -> (Vec<u16>, u16) {
    let mut members = Vec::with_capacity(24);
    let organisations = organisation_row.len() - 1;
    for organisation in (0..organisations).filter(|&o| partners & bit(o) != 0) {
        let slots = organisation_row[organisation] as usize..organisation_row[organisation + 1] as usize;
        let sponsor = sponsor(actors, slots.clone());
        members.extend(sponsor);
        let front_line = FRONT_LINE_LEAST + draws.below(FRONT_LINE_MOST - FRONT_LINE_LEAST + 1);
        pick(actors, slots.clone(), 1, draws, &mut members, |a, s| {
            a.group[s] == Group::Manager && !a.programme_funded[s] && !a.spanner[s] && sponsor != Some(s as u16)
        });
        pick(actors, slots.clone(), front_line, draws, &mut members, |a, s| {
            a.group[s] == Group::FrontLine && !a.spanner[s]
        });
        members.extend(slots.clone().filter(|&s| actors.spanner[s]).map(|s| s as u16));
        if organisation == lead {
            members.extend(slots.clone().filter(|&s| actors.programme_funded[s]).map(|s| s as u16));
        }
    }
    let mut named = NOBODY;
    if let Some(role) = champion {
        let in_lead = organisation_row[lead] as usize..organisation_row[lead + 1] as usize;
        let has_role = |s: &usize| actors.role[*s] as usize == role.index();
        let slot = in_lead
            .clone()
            .find(has_role)
            .or_else(|| (0..actors.len()).find(|s| has_role(s) && partners & bit(actors.organisation[*s].into()) != 0));
        if let Some(slot) = slot {
            members.push(slot as u16);
            named = slot as u16;
        }
    }
    if members.is_empty() {
        // An organisation without managers and front line still sends somebody.
        members.extend((organisation_row[lead]..organisation_row[lead + 1]).take(1).map(|s| s as u16));
    }
    members.sort_unstable();
    members.dedup();
    (members, named)
}

/// Enters the organisations in `partners` (as bits) with their sponsors into the initiative that was appended last, at `place`.
pub(super) fn take_part(
    initiatives: &mut Initiatives,
    actors: &mut Actors,
    organisation_row: &[u32],
    partners: u64,
    place: usize,
) {
    for organisation in (0..organisation_row.len() - 1).filter(|&o| partners & bit(o) != 0) {
        let slots = organisation_row[organisation] as usize..organisation_row[organisation + 1] as usize;
        let sponsor = sponsor(actors, slots);
        if let Some(slot) = sponsor {
            actors.sponsors[slot as usize] |= bit(place);
        }
        initiatives.take_part_last(organisation as u16, sponsor.unwrap_or(NOBODY));
    }
}

/// Who speaks for an organisation in what it takes part in: its senior executive, or its senior manager where it has no
/// executive; the first of equals. Nobody where it has neither.
fn sponsor(actors: &Actors, slots: std::ops::Range<usize>) -> Option<u16> {
    let senior = |group: Group| {
        let of_group = slots.clone().filter(|&s| actors.group[s] == group && !actors.programme_funded[s]);
        // The last of equals wins in `max_by`: so from behind.
        of_group.rev().max_by(|&a, &b| actors.hierarchical[a].total_cmp(&actors.hierarchical[b]))
    };
    senior(Group::Executive).or_else(|| senior(Group::Manager)).map(|slot| slot as u16)
}

/// Picks `count` of the slots that are `fit`, all alike likely; uses exactly `count` draws (at most [`FRONT_LINE_MOST`]).
fn pick(
    actors: &Actors,
    slots: std::ops::Range<usize>,
    count: u32,
    draws: &mut Stream,
    members: &mut Vec<u16>,
    fit: impl Fn(&Actors, usize) -> bool,
) {
    let number = slots.clone().filter(|&s| fit(actors, s)).count() as u32;
    let mut picked = [u32::MAX; FRONT_LINE_MOST as usize];
    for n in 0..count.min(FRONT_LINE_MOST) as usize {
        let draw = draws.below(number.saturating_sub(n as u32));
        if n as u32 >= number {
            continue;
        }
        // The draw-th of those not picked yet.
        let mut earlier = picked;
        earlier.sort_unstable();
        let place = earlier.iter().fold(draw, |place, &taken| place + u32::from(taken <= place));
        picked[n] = place;
        if let Some(slot) = slots.clone().filter(|&s| fit(actors, s)).nth(place as usize) {
            members.push(slot as u16);
        }
    }
}

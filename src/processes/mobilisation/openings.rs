use crate::processes::Now;
use crate::record::EventKind;
use crate::scenario::definitions::{MIDDLING_NORM, OPPORTUNITY_NORM};
use crate::world::{Purpose, Site};

/// Openings (another pot, a charity, a partner who would pay) become core money for an initiative only if somebody
/// who works on it is alert and feels able to act (SK-10, IN-18).
pub(super) fn seize_opening(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let draws = site.streams.get(Purpose::Openings).at(now.month, 0);
    let (open, who, seized) = (draws.uniform(), draws.uniform(), draws.uniform());
    // Partners who have come to collaborate pay (AU-31).
    let chance = p.opportunity * (1.0 + OPPORTUNITY_NORM * (site.collaboration.now - MIDDLING_NORM)).max(0.0);
    if open >= chance {
        return;
    }
    let finder = (who * site.actors.len() as f64) as usize;
    let active = site.room.active[finder];
    if active == 0 || seized >= site.actors.seizing[finder] * site.actors.agency[finder] {
        return;
    }
    // The initiative of theirs that lacks most.
    let lacking = (0..site.initiatives.len())
        .filter(|i| active & (1 << i) != 0)
        .max_by(|&a, &b| site.initiatives.core_share[b].total_cmp(&site.initiatives.core_share[a]));
    if let Some(i) = lacking {
        let share = &mut site.initiatives.core_share[i];
        *share += p.opportunity_share * (1.0 - *share);
        let now_has = *share;
        site.tally.openings += 1;
        site.notes.initiative(EventKind::OpeningSeized, i, Some(finder), now_has);
    }
}

use crate::processes::Now;
use crate::scenario::Parameters;
use crate::scenario::definitions::{LOAD_FREE, MOST_INITIATIVES, REPUTATION_RESULTS};
use crate::world::{Heard, Site, earned_position, novice};

/// Enthusiasm, agency, headroom and reputation, all from the state at the start of the phase.
pub(super) fn spread_enthusiasm(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    take_stakes(site, p);
    let standing = &site.standing;
    // What is lost weighs more than what is gained, and less where somebody makes sense of it.
    let loss_weight = p.loss_weight * (1.0 - standing.interpretation);
    let recognition = if site.member { p.chosen * site.recognition() } else { 0.0 };
    let earned = 1.0 - p.chosen;
    let passes = let_pass(site);
    let surge = 1.0 - p.surge_headroom * site.surge(now.month);
    // Where only good news is told, poor results discourage less.
    let told = 1.0 - standing.good_news;
    let permissiveness = standing.permissiveness;
    // What a month leaves of being a novice.
    let novice_month = novice(1.0);
    let doubt_left = left_after(p.persuasion_gain);
    let faith_left = left_after((p.loss_weight * p.persuasion_gain).min(1.0));
    site.sum_own_work(|list, i| {
        [1.0, list.performance[i], list.granted[i], list.attributes[i].complexity.get(), passes[i]]
    });
    let (a, room) = (&mut site.actors, &site.room);
    // As long as each other, so that no place has to be looked up to be sure of it.
    let people = a.len();
    let (peers, own, stake) = (&room.peers[..people], &room.own[..people], room.stake.as_slice());
    let (enthusiasm_before, won, turned) = (&room.enthusiasm[..people], &room.won[..people], &room.turned[..people]);
    let (vacancy, organisation, clinical) = (&a.vacancy[..people], &a.organisation[..people], &a.clinical[..people]);
    let (disposition, risk_taking) = (&mut a.disposition[..people], &a.risk_taking[..people]);
    let (role_headroom, hierarchical) = (&a.role_headroom[..people], &a.hierarchical[..people]);
    let (enthusiasm, agency) = (&mut a.enthusiasm[..people], &mut a.agency[..people]);
    let (tried, acted) = (&room.tried[..people], &mut a.acted[..people]);
    let (achieved, expected) = (&mut a.achieved[..people], &mut a.expected[..people]);
    let (headroom, reputation) = (&mut a.headroom[..people], &mut a.reputation[..people]);
    let (tenure, novice, position) = (&mut a.tenure[..people], &mut a.novice[..people], &mut a.position[..people]);
    for slot in 0..people {
        if vacancy[slot] != 0 {
            continue;
        }
        let [number, performance, programme_part, complexity, passed] = own[slot];
        let each = 1.0 / number.max(1.0);
        let (works, performance, programme_part) = (number > 0.0, performance * each, programme_part * each);
        let results = performance - p.results_expected;
        let before = enthusiasm_before[slot];
        let persuaded = 1.0 - doubt_left.of(won[slot]);
        let turned = 1.0 - faith_left.of(turned[slot]);
        // Where one's own organisation has something to lose, one leans against.
        let rest = (disposition[slot] - stake[organisation[slot] as usize]).max(-1.0);
        let [tried, took] = tried[slot].map(f64::from);
        let acts = tried + number;
        if acts > 0.0 {
            let share = (took + passed) / acts;
            let before = achieved[slot];
            achieved[slot] += if acted[slot] { p.agency_rate * (share - before) } else { share - before };
            if !acted[slot] {
                // One expects what one finds.
                expected[slot] += earned * (achieved[slot] - before);
                acted[slot] = true;
            }
        }
        let ahead = earned * achieved[slot] + recognition - expected[slot];
        expected[slot] += p.spirits_habit * ahead;
        let Heard { pull, weight } = peers[slot].heard;
        let contagion = if weight > 0.0 { p.contagion * (pull / weight - before) } else { 0.0 };
        let after = before + persuaded * (1.0 - before) - turned * (1.0 + before) + contagion
            - p.disposition_pull * (before - rest)
            + if works { p.results_pull * (results.max(0.0) + told * results.min(0.0)) } else { 0.0 }
            + p.spirits * if ahead >= 0.0 { ahead } else { loss_weight * ahead };
        enthusiasm[slot] = after.clamp(-1.0, 1.0);
        disposition[slot] = hardened(disposition[slot], before, p.cynicism_hardens);
        let able = p.agency_base + p.agency_permissiveness * permissiveness + p.agency_risk * risk_taking[slot];
        agency[slot] += p.agency_rate * (able.clamp(0.0, 1.0) - agency[slot]);
        let load = p.headroom_load * (complexity - LOAD_FREE).max(0.0);
        let free = (role_headroom[slot] + p.headroom_backfill * programme_part - load) * surge;
        headroom[slot] += p.headroom_rate * (free.clamp(0.0, 1.0) - headroom[slot]);
        let results = (REPUTATION_RESULTS * performance).min(1.0);
        reputation[slot] += if works { p.reputation_rate * (results - reputation[slot]) } else { 0.0 };
        tenure[slot] += 1.0;
        novice[slot] *= novice_month;
        position[slot] = earned_position(hierarchical[slot], clinical[slot], novice[slot], reputation[slot], p);
    }
}

/// Who has turned against it for long becomes somebody who is against it.
#[inline]
fn hardened(disposition: f64, enthusiasm: f64, rate: f64) -> f64 {
    if enthusiasm < 0.0 { disposition - rate * (disposition - enthusiasm).max(0.0) } else { disposition }
}

/// How far adaptations of each initiative are let pass.
fn let_pass(site: &Site) -> [f64; MOST_INITIATIVES] {
    let mut passes = [0.0; MOST_INITIATIVES];
    for (i, passes) in passes.iter_mut().enumerate().take(site.initiatives.len()) {
        *passes = site.lets_pass(i);
    }
    passes
}

/// What persuasion leaves of the way to full enthusiasm, or to full cynicism, by how often it takes in a month.
struct LeftAfter {
    /// Up to a number of times that is hardly ever exceeded.
    table: [f64; 16],
    each: f64,
}

fn left_after(gain: f64) -> LeftAfter {
    let each = 1.0 - gain;
    let mut table = [1.0; 16];
    for n in 1..table.len() {
        table[n] = table[n - 1] * each;
    }
    LeftAfter { table, each }
}

impl LeftAfter {
    fn of(&self, won: u16) -> f64 {
        let won = usize::from(won);
        let last = self.table.len() - 1;
        (last..won).fold(self.table[won.min(last)], |left, _| left * self.each)
    }
}

/// What each organisation has at stake: its own interest, where competition is the norm.
fn take_stakes(site: &mut Site, p: &Parameters) {
    let competition = 1.0 - site.collaboration.now;
    for (stake, interest) in site.room.stake.iter_mut().zip(&site.own_interest) {
        *stake = p.contest_interest * interest * competition;
    }
}

#[cfg(test)]
mod tests {
    use super::left_after;

    #[test]
    fn every_success_takes_the_same_share_of_what_is_left_of_doubt() {
        let left = left_after(0.25);
        // Quarters have few digits: exact for so many factors.
        for won in [0, 1, 2, 15, 16, 17, 20] {
            assert_eq!(left.of(won), (0..won).fold(1.0, |left, _| left * 0.75), "{won}");
        }
    }
}

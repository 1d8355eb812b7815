use crate::processes::Now;
use crate::quantity::exp;
use crate::record::EventKind;
use crate::scenario::definitions::{LEAST_COMMITMENT, MOST_BOARDS, WOULD_SIGN};
use crate::scenario::{Coordination, Parameters};
use crate::world::{NOBODY, Site, bits};

/// Organisations commit and withdraw: each follows the wish of its sponsor, lapses without one, and stands by what a board has
/// ratified (model 6.4).
pub(super) fn commit(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    // An organisation, a bit of a word, has one sponsor for all that it takes part in.
    let mut wishes = [None; u64::BITS as usize];
    let agree = if site.sitting == 0 { 0 } else { boards_that_agree(site, p) };
    for i in 0..site.initiatives.len() {
        if !site.initiatives.live(i) {
            continue;
        }
        let covering = site.initiatives.boards[i] & site.sitting;
        // Of all, so that one logarithm does for them.
        let mut product = 1.0;
        let number = site.initiatives.partners(i).len();
        for n in 0..number {
            let partner = site.initiatives.partners(i)[n];
            let organisation = partner.organisation as usize;
            let wish = *wishes[organisation].get_or_insert_with(|| wish(site, partner.sponsor, p));
            let mut commitment =
                if partner.asked { partner.commitment + p.commit_rate * (wish - partner.commitment) } else { wish };
            let taken_up = takes_up(site, i, organisation, wish, now);
            let signed =
                partner.signed || taken_up.is_some() || site.initiatives.methods[i].has(Coordination::Contract);
            let mut ratified =
                if signed { partner.ratified.max(commitment) } else { partner.ratified * (1.0 - p.commit_rate) };
            for board in places(covering & agree & site.seated[organisation]) {
                // A majority that goes on wanting it renews what it has ratified.
                let held = site.boards[board].formality * commitment;
                ratified = ratified.max(partner.ratified).max(held);
            }
            commitment = commitment.max(ratified).clamp(0.0, 1.0);
            product *= commitment.max(LEAST_COMMITMENT);
            let partner = &mut site.initiatives.partners_mut(i)[n];
            (partner.asked, partner.signed) = (true, signed);
            (partner.commitment, partner.ratified) = (commitment, ratified);
            if let Some(share) = taken_up {
                site.initiatives.contracted[i] = share;
                site.initiatives.keep_core(i, 1.0);
                site.notes.initiative(EventKind::ContractSigned, i, None, share);
            }
        }
        site.initiatives.commitment[i] = geometric_mean(product, number);
    }
}

/// The geometric mean of so many commitments, of which none is below the least that counts; 0 of none.
fn geometric_mean(product: f64, number: usize) -> f64 {
    match number {
        0 => 0.0,
        1 => product,
        2 => product.sqrt(),
        _ => exp(libm::log(product) / number as f64),
    }
}

/// The part of its cost that a contract of a later policy pays for from this month on, if it is offered to the organisation, which
/// would rather go on than not. What a contract pays for, core budgets need not carry and cannot cut.
fn takes_up(site: &Site, i: usize, organisation: usize, wish: f64, now: &Now<'_>) -> Option<f64> {
    let offered = site.ways[organisation].contract;
    let may = offered && wish > WOULD_SIGN && site.initiatives.contracted[i] <= 0.0;
    may.then(|| now.plan.contract_for(site.initiatives.kind[i], now.t())).flatten()
}

/// How far an organisation wants to go on, 0..1: what its sponsor feels, with the weight of the sponsor's position, and how much
/// better the case for speaks to the sponsor than the case against; 0 while nobody speaks for it.
fn wish(site: &Site, sponsor: u16, p: &Parameters) -> f64 {
    let slot = sponsor as usize;
    if sponsor == NOBODY || !site.actors.present(slot) {
        return 0.0;
    }
    let a = &site.actors;
    let interest = site.own_interest[a.organisation[slot] as usize];
    let best =
        |said: &[f64]| said.iter().zip(&a.receptivity[slot]).map(|(said, hears)| said * hears).fold(0.0, f64::max);
    let value = best(&site.standing.authority) - best(&site.standing.against_for(interest));
    let logit = p.commit_intercept + p.commit_stance * a.enthusiasm[slot] * a.position[slot] + p.commit_value * value;
    1.0 / (1.0 + exp(-logit))
}

/// The sitting boards, as bits, on which those in favour hold more than that share of position and time, of all in post: with a share
/// of 1 no board ever agrees.
fn boards_that_agree(site: &Site, p: &Parameters) -> u16 {
    let a = &site.actors;
    // Of each board: those in favour, and all.
    let mut weights = [[0.0; 2]; MOST_BOARDS];
    // Seats of those in post.
    for (slot, &seats) in site.room.seats.iter().enumerate() {
        if seats == 0 {
            continue;
        }
        let weight = a.position[slot] * a.headroom[slot].sqrt();
        for board in places(seats) {
            let [favour, all] = &mut weights[board];
            *all += weight;
            if a.enthusiasm[slot] > 0.0 {
                *favour += weight;
            }
        }
    }
    let agrees = |&board: &usize| weights[board][0] > p.ratify_share * weights[board][1];
    places(site.sitting).filter(agrees).fold(0, |agree, board| agree | 1 << board)
}

/// The places of the ones in a set of boards.
fn places(boards: u16) -> impl Iterator<Item = usize> {
    bits(boards.into())
}

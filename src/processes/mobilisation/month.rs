use super::consultation::consult;
use super::feeling::spread_enthusiasm;
use super::openings::seize_opening;
use super::persuasion::persuade;
use super::trust::{move_trust, time_brought};
use crate::processes::Now;
use crate::scenario::Group;
use crate::world::{Peer, Site, Tally};

/// 4 Mobilisation: skilled actors frame and persuade; enthusiasm and cynicism spread; trust moves (model 6.4).
pub fn mobilise(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    begin(site);
    persuade(site, now);
    move_trust(site, p);
    spread_enthusiasm(site, now);
    let trust = site.trust_means.across;
    let erosion = p.norm_law * site.standing.legislation * (1.0 - site.standing.badge);
    site.collaboration.now += p.norm_rate * (trust - site.collaboration.now) - erosion;
    site.collaboration.now = site.collaboration.now.clamp(0.0, 1.0);
    consult(site, p);
    seize_opening(site, now);
}

/// Takes down what the phase reads: everybody's state as the phase before left it.
fn begin(site: &mut Site) {
    let live = site.initiatives.live_bits();
    site.tally = Tally::default();
    let (actors, room) = (&site.actors, &mut site.room);
    for slot in 0..actors.len() {
        let present = actors.vacancy[slot] == 0;
        let enthusiasm = actors.enthusiasm[slot];
        room.enthusiasm[slot] = enthusiasm;
        let position = if present { actors.position[slot] } else { 0.0 };
        room.active[slot] = if present { actors.enrolled[slot] & live } else { 0 };
        room.seats[slot] = if present { actors.boards[slot] & site.sitting } else { 0 };
        room.peers[slot] = Peer {
            position,
            pull: position * enthusiasm,
            enthusiasm,
            time: time_brought(actors.headroom[slot]),
            work: 0,
            seats: room.seats[slot],
            leads: actors.group[slot] == Group::Executive,
        };
        room.won[slot] = 0;
        room.lost[slot] = 0;
    }
}

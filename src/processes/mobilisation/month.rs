use super::commitment::commit;
use super::consultation::consult;
use super::feeling::spread_enthusiasm;
use super::openings::seize_opening;
use super::persuasion::persuade;
use super::trust::{move_trust, time_brought};
use crate::processes::Now;
use crate::scenario::Parameters;
use crate::world::{Peer, Seen, Site, Tally};

/// 4 Mobilisation: skilled actors frame and persuade; enthusiasm and cynicism spread; trust moves (model 6.4).
pub fn mobilise(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    begin(site, p);
    persuade(site, now);
    move_trust(site, p);
    spread_enthusiasm(site, now);
    commit(site, now);
    let trust = site.trust_means.across;
    let erosion = p.norm_law * site.standing.legislation * (1.0 - site.standing.badge);
    site.collaboration.now += p.norm_rate * (trust - site.collaboration.now) - erosion;
    site.collaboration.now = site.collaboration.now.clamp(0.0, 1.0);
    consult(site, p);
    seize_opening(site, now);
}

/// Takes down what the phase reads: everybody's state as the phase before left it.
fn begin(site: &mut Site, p: &Parameters) {
    let time = time_brought(p);
    let live = site.initiatives.live_bits();
    site.tally = Tally::default();
    let (a, room) = (&site.actors, &mut site.room);
    let people = a.len();
    let (vacancy, enthusiasm, position) = (&a.vacancy[..people], &a.enthusiasm[..people], &a.position[..people]);
    let (headroom, enrolled, boards) = (&a.headroom[..people], &a.enrolled[..people], &a.boards[..people]);
    let (lived, group) = (&a.lived[..people], &a.group[..people]);
    room.enthusiasm.copy_from_slice(enthusiasm);
    room.won.fill(0);
    room.turned.fill(0);
    room.tried.fill([0; 2]);
    let (active, seats, peers) = (&mut room.active[..people], &mut room.seats[..people], &mut room.peers[..people]);
    for slot in 0..people {
        let present = vacancy[slot] == 0;
        let position = if present { position[slot] } else { 0.0 };
        active[slot] = if present { enrolled[slot] & live } else { 0 };
        seats[slot] = if present { boards[slot] & site.sitting } else { 0 };
        let seen = Seen {
            pull: position * enthusiasm[slot],
            position,
            time: time(headroom[slot]),
            warmth: 0.5 + 0.5 * enthusiasm[slot],
            who: Seen::of(group[slot], present, lived[slot]),
        };
        peers[slot] = Peer { seen, ..Peer::default() };
    }
}

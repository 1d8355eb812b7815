//! safsim's engine with all of its bookkeeping, and the loop over plain arrays that one would write without any framework:
//! the same numbers to the last bit, which is checked.

use crate::kernel::Pair;
use crate::outcome::{Outcome, moments};
use cpu_time::ProcessTime;
use safsim::world::Site;

/// Both, month by month in turn.
pub fn engine_and_plain(sites: usize, months: u32) -> [Outcome; 2] {
    let mut pair = Pair::new(sites);
    let mut seconds = [0.0; 2];
    while pair.month < months {
        let start = ProcessTime::now();
        pair.engine_month();
        let between = ProcessTime::now();
        pair.plain_month();
        seconds[0] += between.duration_since(start).as_secs_f64();
        seconds[1] += between.elapsed().as_secs_f64();
        pair.month += 1;
    }
    pair.check();
    ["safsim", "plain loop"]
        .map(|peer| outcome(peer, &pair.world.sites, months, seconds[usize::from(peer != "safsim")]))
}

fn outcome(peer: &str, sites: &[Site], months: u32, seconds: f64) -> Outcome {
    let people = || sites.iter().flat_map(|site| (0..site.actors.len()).map(move |i| (site, i)));
    let in_post = || people().filter(|(site, i)| site.actors.vacancy[*i] == 0);
    Outcome {
        peer: peer.to_owned(),
        people: people().count(),
        months,
        seconds,
        enthusiasm: moments(in_post().map(|(site, i)| site.actors.enthusiasm[i])),
        position: moments(in_post().map(|(site, i)| site.actors.position[i])),
        trust: moments(sites.iter().flat_map(|site| site.ties.all_trust().iter().copied())),
        vacant: 1.0 - in_post().count() as f64 / people().count() as f64,
        collaboration: moments(sites.iter().map(|site| site.collaboration.now))[0],
    }
}

use super::{Site, TrustMeans};
use crate::scenario::definitions::STRONG_TIE;

impl Site {
    /// Recomputes the trust that others have in each person, and the mean trust inside and across organisations.
    pub fn take_stock_of_trust(&mut self) {
        let mut sums = [0.0_f64; 2];
        let mut counts = [0_u32; 2];
        let mut strong = [0_u32; 2];
        for peer in &mut self.room.peers {
            peer.trusted = 0.0;
        }
        for slot in 0..self.actors.len() {
            for (side, range) in [self.ties.inside(slot), self.ties.across(slot)].into_iter().enumerate() {
                counts[side] += range.len() as u32;
                for k in range {
                    let trust = self.ties.trust(k);
                    sums[side] += trust;
                    strong[side] += u32::from(trust >= STRONG_TIE);
                    self.room.peers[self.ties.target[k] as usize].trusted += trust;
                }
            }
        }
        self.ties.take_sum();
        self.settle_trust(sums, counts, strong[1]);
    }

    /// Turns sums over ties, inside and across, into means, here and for each person; `strong` of those across are
    /// strong.
    pub fn settle_trust(&mut self, sums: [f64; 2], counts: [u32; 2], strong: u32) {
        let mean = |side: usize, empty: f64| {
            if counts[side] == 0 { empty } else { sums[side] / f64::from(counts[side]) }
        };
        self.trust_means = TrustMeans { across: mean(1, self.start_trust), inside: mean(0, 0.0) };
        self.strong_ties = (counts[1] > 0).then(|| f64::from(strong) / f64::from(counts[1]));
        for slot in 0..self.actors.len() {
            let ties = self.ties.of(slot).len();
            self.actors.trusted[slot] = if ties == 0 { 0.0 } else { self.room.peers[slot].trusted / ties as f64 };
        }
    }
}

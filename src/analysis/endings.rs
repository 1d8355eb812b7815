use super::{Extremes, SINGLE_FUTURES};
use crate::record::{Cause, Fate};

/// One main cause and how often it was one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ending {
    /// The main cause.
    pub cause: Cause,
    /// Its share of all endings.
    pub share: f64,
}

/// Why initiatives ended, over all replicates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Endings {
    counts: [u64; Cause::ALL.len()],
    /// By cause, the counts of the first replicates ([`SINGLE_FUTURES`]).
    first: [Vec<f64>; Cause::ALL.len()],
}

impl Endings {
    /// Adds the fates of a replicate.
    pub fn add(&mut self, fates: &[Fate]) {
        let mut counts = [0_u32; Cause::ALL.len()];
        for cause in fates.iter().filter_map(|f| f.cause) {
            counts[cause as usize] += 1;
        }
        for ((total, first), count) in self.counts.iter_mut().zip(&mut self.first).zip(counts) {
            *total += u64::from(count);
            if (first.len() as u64) < SINGLE_FUTURES {
                first.push(f64::from(count));
            }
        }
    }

    /// Number of endings in all replicates together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The cause that is the main one of more ends than any other, if that is beyond chance.
    #[must_use]
    pub fn leading(&self) -> Option<Cause> {
        // What never occurs is beside the point, and would make every comparison stricter.
        let occur: Vec<Cause> = Cause::ALL.into_iter().filter(|&cause| self.counts[cause as usize] > 0).collect();
        if let ([only], true) = (occur.as_slice(), self.first[0].len() as u64 >= super::FEW) {
            return Some(*only);
        }
        let counts: Vec<(f64, &[f64])> = occur
            .iter()
            .map(|&cause| (self.counts[cause as usize] as f64, self.first[cause as usize].as_slice()))
            .collect();
        let extremes = Extremes::of(&counts)?;
        extremes.is_highest.then(|| occur[extremes.highest])
    }

    /// Causes that occurred, most frequent first; in the order of [`Cause::ALL`] where equal.
    #[must_use]
    pub fn ranked(&self) -> Vec<Ending> {
        let total = self.total() as f64;
        let mut ranked: Vec<(u64, Cause)> =
            Cause::ALL.into_iter().map(|c| (self.counts[c as usize], c)).filter(|&(n, _)| n > 0).collect();
        ranked.sort_by_key(|&(n, _)| std::cmp::Reverse(n));
        ranked.into_iter().map(|(n, cause)| Ending { cause, share: n as f64 / total }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Endings;
    use crate::analysis::fabricated::fate;
    use crate::record::Cause;

    #[test]
    fn ranks_main_causes() {
        let mut endings = Endings::default();
        let mut fates = vec![fate(0, 0, Some(3)), fate(0, 0, None), fate(0, 0, Some(9)), fate(0, 0, Some(9))];
        fates[0].cause = Some(Cause::Several);
        endings.add(&fates);
        let ranked = endings.ranked();
        assert_eq!(ranked.iter().map(|e| e.cause).collect::<Vec<_>>(), [Cause::Money, Cause::Several]);
        assert_eq!(ranked[0].share, 2.0 / 3.0);
        assert!(Endings::default().ranked().is_empty());
    }

    #[test]
    fn a_cause_leads_only_beyond_chance() {
        let of = |replicates: u32, staffing: u32, more: u32| {
            let mut endings = Endings::default();
            for replicate in 0..replicates {
                let mut fates =
                    vec![fate(0, 0, Some(3)), fate(0, 0, Some(9)), fate(0, 0, Some(9)), fate(0, 0, Some(9))];
                let others = (replicate % 2 * more + staffing) as usize;
                fates[..others].iter_mut().for_each(|fate| fate.cause = Some(Cause::Staffing));
                endings.add(&fates);
            }
            endings.leading()
        };
        let found = [of(20, 0, 1), of(20, 1, 2), of(20, 3, 1)];
        assert_eq!(found, [Some(Cause::Money), None, Some(Cause::Staffing)]);
        assert_eq!((of(9, 0, 1), of(0, 0, 1)), (None, None));
    }
}

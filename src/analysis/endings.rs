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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endings {
    counts: [u64; Cause::ALL.len()],
}

impl Endings {
    /// Adds the fates of a replicate.
    pub fn add(&mut self, fates: &[Fate]) {
        for cause in fates.iter().filter_map(|f| f.cause) {
            self.counts[cause as usize] += 1;
        }
    }

    /// Number of endings in all replicates together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
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
}

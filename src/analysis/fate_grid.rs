use super::{FEW, Places};
use crate::record::{Fate, LifeStage, Origin, RunRecord, Setting};
use crate::stats::share_interval;
use std::collections::BTreeMap;

/// How initiatives of one kind and origin in one place stood at the end of the run, over all replicates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FateCounts {
    /// Initiatives in all replicates together: part of business as usual; operating, or still being put into practice;
    /// scaled back; ended.
    pub stood: [u64; 4],
    /// Replicates in which there was at least one.
    pub futures: u64,
    /// Most of them in one replicate.
    pub most: u32,
}

impl FateCounts {
    /// Initiatives in all replicates together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.stood.iter().sum()
    }

    /// The shares of `stood`; NaN of nothing.
    #[must_use]
    pub fn shares(&self) -> [f64; 4] {
        self.stood.map(|n| n as f64 / self.total() as f64)
    }

    /// The place in `stood` of the fate that is the commonest beyond chance: of the cases that met it or the next, its share
    /// is above a half with its whole 95 % interval, in at least [`FEW`] futures.
    #[must_use]
    pub fn leading(&self) -> Option<usize> {
        if self.futures < FEW { None } else { leading(&self.stood) }
    }
}

/// The place of the largest count, if it is larger than the next beyond chance.
pub(super) fn leading(counts: &[u64]) -> Option<usize> {
    let first = (0..counts.len()).rev().max_by_key(|&place| counts[place])?;
    let next = counts.iter().enumerate().filter(|&(place, _)| place != first).map(|(_, &n)| n).max().unwrap_or(0);
    let (low, _) = share_interval(counts[first], counts[first] + next)?;
    (low > 0.5).then_some(first)
}

/// What became of initiatives by place, kind and origin: the shape of Table 5 of the case-study report.
///
/// Its size is that of places x kinds x origins; it does not grow with replicates.
#[derive(Clone, Debug)]
pub struct FateGrid {
    places: Places,
    counts: BTreeMap<(usize, usize, usize), FateCounts>,
    replicates: u64,
}

impl FateGrid {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(setting: &Setting) -> FateGrid {
        FateGrid { places: Places::of(setting), counts: BTreeMap::new(), replicates: 0 }
    }

    /// Adds a replicate.
    pub fn add(&mut self, record: &RunRecord) {
        self.replicates += 1;
        let mut here: BTreeMap<(usize, usize, usize), u32> = BTreeMap::new();
        for fate in &record.fates {
            let key = (self.places.of_site[fate.site.index()], fate.kind.index(), fate.origin as usize);
            self.counts.entry(key).or_default().stood[standing(fate)] += 1;
            *here.entry(key).or_default() += 1;
        }
        for (key, number) in here {
            let counts = self.counts.entry(key).or_default();
            counts.futures += 1;
            counts.most = counts.most.max(number);
        }
    }

    /// The places: its columns.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Replicates in it.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// What was counted in a place of a kind and origin, if there ever was any.
    #[must_use]
    pub fn get(&self, place: usize, kind: usize, origin: Origin) -> Option<&FateCounts> {
        self.counts.get(&(place, kind, origin as usize))
    }

    /// Kinds that occur, in the setting's order.
    #[must_use]
    pub fn kinds(&self) -> Vec<usize> {
        let kinds: std::collections::BTreeSet<usize> = self.counts.keys().map(|&(_, kind, _)| kind).collect();
        kinds.into_iter().collect()
    }
}

/// Its place in [`FateCounts::stood`].
fn standing(fate: &Fate) -> usize {
    if fate.end.is_some() {
        return 3;
    }
    match fate.stages.last() {
        _ if fate.absorbed_at_end => 0,
        Some(LifeStage::ScaledBack) => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{fate, record, setting};

    #[test]
    fn counts_by_place_kind_and_origin() {
        let setting = setting(2);
        let mut grid = FateGrid::new(&setting);
        let mut run = record(&setting, 0);
        run.fates = vec![fate(0, 0, None), fate(0, 0, Some(50)), fate(0, 12, None), fate(1, 0, None)];
        run.fates[0].absorbed_at_end = true;
        run.fates[2].stages = vec![LifeStage::Operating, LifeStage::ScaledBack];
        grid.add(&run);
        run.fates.truncate(1);
        grid.add(&run);
        let before = grid.get(0, 0, Origin::PreExisting).unwrap();
        assert_eq!((before.stood, before.futures, before.most), ([2, 0, 0, 1], 2, 2));
        assert_eq!(grid.get(0, 0, Origin::Programme).unwrap().stood, [0, 0, 1, 0]);
        let other = grid.get(1, 0, Origin::PreExisting).unwrap();
        assert_eq!((other.stood, other.futures, other.shares()[1]), ([0, 1, 0, 0], 1, 1.0));
        assert_eq!((grid.get(1, 1, Origin::Copied), grid.kinds(), grid.replicates()), (None, vec![0], 2));
    }

    #[test]
    fn a_fate_leads_only_beyond_chance() {
        let of = |stood, futures| FateCounts { stood, futures, most: 1 }.leading();
        assert_eq!([of([30, 5, 0, 5], 40), of([0, 0, 0, 20], 20)], [Some(0), Some(3)]);
        assert_eq!([of([11, 0, 0, 9], 20), of([3, 0, 0, 0], 3), of([0; 4], 20)], [None; 3]);
    }
}

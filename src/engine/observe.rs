use crate::record::{Metric, Panel, Pooling};
use crate::scenario::Scenario;
use crate::world::Nation;

/// A site's metrics at the end of a month.
pub(super) type Row = [f64; Metric::ALL.len()];

/// Whether each metric may not exist in a site, which is then left out of its mean.
const MAY_LACK: [bool; Metric::ALL.len()] = {
    let mut may_lack = [false; Metric::ALL.len()];
    let mut n = 0;
    while n < may_lack.len() {
        may_lack[n] = matches!(Metric::ALL[n].pooling(), Pooling::MeanIfAny);
        n += 1;
    }
    may_lack
};

/// Takes down what each month left, place by place; has room for a month's rows and sums, so that observing allocates nothing.
pub(super) struct Observer<'a> {
    places: &'a [usize],
    rows: Vec<Row>,
    sums: Vec<Row>,
    /// Sites that have a value, of each place and metric.
    numbers: Vec<Row>,
}

impl<'a> Observer<'a> {
    /// An observer of sites whose places in the panel are `places`, of `number` places.
    pub(super) fn new(places: &'a [usize], number: usize) -> Observer<'a> {
        let nothing = [0.0; Metric::ALL.len()];
        let of_places = vec![nothing; number];
        Observer { places, rows: vec![nothing; places.len()], sums: of_places.clone(), numbers: of_places }
    }

    /// A row for each site, to be filled before [`Observer::observe`].
    pub(super) fn rows(&mut self) -> &mut [Row] {
        &mut self.rows
    }

    /// 10 Observation: what the month left, for each place, from the rows of its sites.
    pub(super) fn observe(&mut self, panel: &mut Panel, nation: &Nation, month: u32) {
        self.sums.fill([0.0; Metric::ALL.len()]);
        self.numbers.fill([0.0; Metric::ALL.len()]);
        for (row, &place) in self.rows.iter_mut().zip(self.places) {
            let mut exists = [1.0_f64; Metric::ALL.len()];
            for ((may_lack, value), exists) in MAY_LACK.iter().zip(row.iter_mut()).zip(&mut exists) {
                let lacks = may_lack & value.is_nan();
                *value = if lacks { 0.0 } else { *value };
                *exists = if lacks { 0.0 } else { 1.0 };
            }
            for place in std::iter::once(0).chain((place != 0).then_some(place)) {
                for (sum, value) in self.sums[place].iter_mut().zip(row.iter()) {
                    *sum += value;
                }
                for (number, exists) in self.numbers[place].iter_mut().zip(&exists) {
                    *number += exists;
                }
            }
        }
        let regions = nation.regions.iter().map(|region| f64::from(region.adopted.count_ones())).sum();
        for (place, (sums, numbers)) in self.sums.iter().zip(&self.numbers).enumerate() {
            for (metric, cell) in Metric::ALL.iter().zip(panel.row_mut(place, month as usize)) {
                let (sum, number) = (sums[metric.index()], numbers[metric.index()]);
                *cell = match metric.pooling() {
                    Pooling::Sum => sum,
                    Pooling::Regions if place == 0 => regions,
                    // The sites of any other place are of one region, and say the same.
                    Pooling::Mean | Pooling::MeanIfAny | Pooling::Regions => sum / number.max(1.0),
                } as f32;
            }
        }
    }
}

/// The place of each site in the panel: its own, or its region's where sites are too many; sites without a region
/// count in "all" alone and are given place 0.
pub(super) fn places(scenario: &Scenario, by_region: bool) -> Vec<usize> {
    scenario
        .sites
        .iter()
        .enumerate()
        .map(|(s, site)| if by_region { site.region.map_or(0, |r| r.index() + 1) } else { s + 1 })
        .collect()
}

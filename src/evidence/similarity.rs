use crate::analysis::alive_after;
use crate::quantity::KindId;
use crate::record::{Metric, RunRecord, Setting};
use std::collections::BTreeSet;

/// The sources of authority, as the attempts that draw on them.
const SOURCES: [Metric; 5] =
    [Metric::ByPolitical, Metric::ByEconomic, Metric::ByNorms, Metric::ByValues, Metric::ByData];

/// Kinds of the initiatives of each site that are alive when `month` is over.
fn mixes(record: &RunRecord, setting: &Setting, month: i32) -> Vec<BTreeSet<KindId>> {
    let mut mixes = vec![BTreeSet::new(); setting.sites.len()];
    for fate in record.fates.iter().filter(|fate| alive_after(fate, month)) {
        mixes[fate.site.index()].insert(fate.kind);
    }
    mixes
}

/// Kinds in both over kinds in either (Jaccard); 1 of two empty sets.
fn jaccard(a: &BTreeSet<KindId>, b: &BTreeSet<KindId>) -> f64 {
    let both = a.intersection(b).count() as f64;
    let either = a.union(b).count() as f64;
    if either > 0.0 { both / either } else { 1.0 }
}

/// Mean over what `of` says of pairs of sites that `wanted` accepts; NaN if there are none.
fn over_pairs(sites: usize, wanted: impl Fn(usize, usize) -> bool, of: impl Fn(usize, usize) -> f64) -> f64 {
    let pairs = (0..sites).flat_map(|i| (i + 1..sites).map(move |j| (i, j))).filter(|&(i, j)| wanted(i, j));
    let (sum, n) = pairs.fold((0.0, 0.0), |(sum, n), (i, j)| (sum + of(i, j), n + 1.0));
    sum / n
}

/// Mean similarity of the mixes of initiatives of all pairs of sites.
pub(super) fn of_mixes(record: &RunRecord, setting: &Setting, month: i32) -> f64 {
    let mixes = mixes(record, setting, month);
    over_pairs(mixes.len(), |_, _| true, |i, j| jaccard(&mixes[i], &mixes[j]))
}

/// The same of pairs of sites of one type, minus that of pairs of different types.
pub(super) fn by_type(record: &RunRecord, setting: &Setting, month: i32) -> f64 {
    let mixes = mixes(record, setting, month);
    let alike = |i: usize, j: usize| setting.sites[i].site_type == setting.sites[j].site_type;
    let of = |i: usize, j: usize| jaccard(&mixes[i], &mixes[j]);
    over_pairs(mixes.len(), alike, of) - over_pairs(mixes.len(), |i, j| !alike(i, j), of)
}

/// Mean similarity of all pairs of sites in the sources of authority that they use: 1 minus half the sum of absolute
/// differences of the shares of attempts in the months from `window.0` to before `window.1`.
pub(super) fn of_sources(record: &RunRecord, window: (u32, u32)) -> f64 {
    let shares = |place: usize| {
        let sums = SOURCES.map(|source| {
            (window.0..window.1).map(|month| f64::from(record.panel.get(place, month as usize, source))).sum::<f64>()
        });
        let all: f64 = sums.iter().sum();
        sums.map(|sum| sum / all)
    };
    let profiles: Vec<[f64; 5]> = (1..record.panel.places()).map(shares).collect();
    let alike =
        |i: usize, j: usize| 1.0 - 0.5 * profiles[i].iter().zip(&profiles[j]).map(|(a, b)| (a - b).abs()).sum::<f64>();
    over_pairs(profiles.len(), |_, _| true, alike)
}

#[cfg(test)]
mod tests {
    use super::{by_type, of_mixes, of_sources};
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::quantity::KindId;
    use crate::record::Metric;

    #[test]
    fn mixes_are_compared_by_what_is_alive() {
        let mut setting = setting(3); // mcp, pacs, ech
        setting.sites[1].site_type = "mcp".to_owned();
        let mut run = record(&setting, 0);
        let of_kind = |site, kind, end| {
            let mut fate = fate(site, 0, end);
            fate.kind = KindId(kind);
            fate
        };
        // Site 0 has kinds 0 and 1, site 1 has 0 (and had 1), site 2 has 1.
        run.fates = vec![
            of_kind(0, 0, None),
            of_kind(0, 1, None),
            of_kind(1, 0, None),
            of_kind(1, 1, Some(5)),
            of_kind(2, 1, None),
        ];
        // Pairs: 1/2, 1/2, 0.
        assert!((of_mixes(&run, &setting, 10) - 1.0 / 3.0).abs() < 1e-12);
        assert!((by_type(&run, &setting, 10) - (0.5 - 0.25)).abs() < 1e-12);
        assert!((of_mixes(&run, &setting, 4) - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn sources_are_compared_by_their_shares() {
        let setting = setting(2);
        let mut run = record(&setting, 0);
        for (place, values) in [(1, [2.0, 2.0, 0.0, 0.0, 0.0]), (2, [0.0, 1.0, 1.0, 0.0, 0.0])] {
            for (source, value) in super::SOURCES.iter().zip(values) {
                run.panel.row_mut(place, 3)[source.index()] = value;
            }
        }
        assert!((of_sources(&run, (3, 4)) - 0.5).abs() < 1e-12);
        assert_eq!(Metric::ByPolitical.name(), "by_political");
    }
}

use crate::chart::sheet::Point;
use core::f64::consts::{PI, TAU};

/// Places of people around a circle: each organisation a round cluster on the circle, its people in it from the middle
/// outwards like the seeds of a sunflower. A function of who belongs where; relative to the circle's centre.
pub(in crate::chart) struct CircleLayout {
    people: Vec<Option<Point>>,
    labels: Vec<Option<Point>>,
    /// Distance between neighbours in a cluster, about.
    pub unit: f64,
}

/// Room for the number of an organisation outside its cluster.
const LABEL: f64 = 24.0;
const LARGEST: f64 = 22.0;
/// The angle between seeds, 2 pi / golden ratio squared.
const GOLDEN: f64 = 2.399_963_229_728_653;

impl CircleLayout {
    /// Of people in these organisations (of `organisations`), within a circle of this radius. Organisations without anybody
    /// take no room.
    pub fn of(homes: &[usize], organisations: usize, radius: f64) -> CircleLayout {
        let mut sizes = vec![0_usize; organisations];
        homes.iter().filter(|&&home| home < organisations).for_each(|&home| sizes[home] += 1);
        let weight = |size: usize| if size == 0 { 0.0 } else { (size as f64).sqrt() + 0.7 };
        let total: f64 = sizes.iter().map(|&size| weight(size)).sum();
        let inner = (radius - LABEL).max(10.0);
        let alone = sizes.iter().filter(|&&size| size > 0).count() <= 1;
        // Clusters of equal density: the tightest decides. A cluster reaches inwards and outwards alike.
        let fits = |&size: &usize| {
            let half = libm::sin((PI * weight(size) / total).min(0.5 * PI));
            let reach = if alone { inner } else { inner * half / (1.0 + half) };
            0.94 * reach / weight(size)
        };
        let unit = sizes.iter().filter(|size| **size > 0).map(fits).fold(LARGEST, f64::min);
        let reach = sizes.iter().map(|&size| unit * weight(size)).fold(0.0, f64::max);
        let middle = if alone { 0.0 } else { (inner - reach).max(0.0) };
        let mut angle = -0.25 * TAU;
        let mut centres = vec![None; organisations];
        let mut labels = vec![None; organisations];
        for (organisation, &size) in sizes.iter().enumerate().filter(|(_, size)| **size > 0) {
            let share = TAU * weight(size) / total;
            let (x, y) = (libm::cos(angle + 0.5 * share), libm::sin(angle + 0.5 * share));
            angle += share;
            // Clusters touch the same outer circle from inside.
            let at = if alone { 0.0 } else { middle + reach - unit * weight(size) };
            centres[organisation] = Some((at * x, at * y));
            labels[organisation] = Some(((inner + 12.0) * x, (inner + 12.0) * y));
        }
        let mut seen = vec![0_usize; organisations];
        let seed = |&home: &usize| {
            let (x, y) = centres.get(home).copied().flatten()?;
            let place = seen[home] as f64;
            seen[home] += 1;
            let (out, turn) = (unit * (place + 0.35).sqrt(), GOLDEN * place);
            Some((x + out * libm::cos(turn), y + out * libm::sin(turn)))
        };
        CircleLayout { people: homes.iter().map(seed).collect(), labels, unit }
    }

    /// Where a person stands.
    pub fn person(&self, slot: usize) -> Option<Point> {
        self.people.get(slot).copied().flatten()
    }

    /// Where the number of an organisation stands.
    pub fn label(&self, organisation: usize) -> Option<Point> {
        self.labels.get(organisation).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn people_stay_apart_and_within(sizes in prop::collection::vec(0..30_usize, 1..20)) {
            let homes: Vec<usize> = sizes.iter().enumerate().flat_map(|(home, &size)| vec![home; size]).collect();
            let layout = CircleLayout::of(&homes, sizes.len(), 230.0);
            let people: Vec<Point> = (0..homes.len()).filter_map(|slot| layout.person(slot)).collect();
            prop_assert_eq!(people.len(), homes.len());
            for (place, a) in people.iter().enumerate() {
                prop_assert!(libm::hypot(a.0, a.1) < 230.0 - LABEL + 2.0, "{:?}", a);
                for b in &people[..place] {
                    prop_assert!(libm::hypot(a.0 - b.0, a.1 - b.1) > 0.7 * layout.unit);
                }
            }
        }
    }

    #[test]
    fn one_organisation_stands_in_the_middle() {
        let layout = CircleLayout::of(&[0], 1, 200.0);
        let (x, y) = layout.person(0).unwrap();
        assert!(libm::hypot(x, y) < layout.unit);
        assert!(CircleLayout::of(&[5], 1, 200.0).person(0).is_none());
    }
}

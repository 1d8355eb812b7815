use super::comment::comment;
use super::network::Network;
use crate::scenario::definitions::TIES_CROWD;
use std::collections::{BTreeMap, BTreeSet};

/// The people of an organisation: who leads it, who knows somebody elsewhere, and the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seats {
    pub leaders: u32,
    pub connectors: u32,
    pub members: u32,
}

impl Seats {
    pub(super) fn all(self) -> u32 {
        self.leaders + self.connectors + self.members
    }
}

/// Organisations by name.
pub(super) fn seats(network: &Network) -> BTreeMap<&str, Seats> {
    let across: BTreeSet<usize> = across(network).flat_map(|(one, other)| [one, other]).collect();
    let mut seats: BTreeMap<&str, Seats> = BTreeMap::new();
    for (at, person) in network.people.iter().enumerate() {
        let seats = seats.entry(person.home.as_str()).or_default();
        match (person.leads, across.contains(&at)) {
            (true, _) => seats.leaders += 1,
            (false, true) => seats.connectors += 1,
            (false, false) => seats.members += 1,
        }
    }
    seats
}

fn across(network: &Network) -> impl Iterator<Item = (usize, usize)> {
    network.ties.iter().copied().filter(|&(one, other)| network.people[one].home != network.people[other].home)
}

/// How many pairs of a sort know each other, of how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct PairsKnown {
    pub known: u64,
    pub pairs: u64,
    /// The number of pairs that would know each other if the parameter were 1.
    pub at_most: f64,
}

/// A parameter of the model that a network tells, with the pairs that it was worked out from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Density {
    pub parameter: &'static str,
    pub whom: &'static str,
    pub counted: PairsKnown,
}

impl Density {
    /// The parameter, in steps of a ten-thousandth and at most `most`.
    pub(super) fn value(&self, most: f64) -> f64 {
        (libm::round(1e4 * self.counted.known as f64 / self.counted.at_most) / 1e4).min(most)
    }

    /// Its line in a file, under what it was worked out from.
    pub(super) fn line(&self) -> String {
        format!("{}{} = {:?}\n", comment(&self.words()), self.parameter, self.value(self.most()))
    }

    pub(super) fn words(&self) -> String {
        format!("{} of {} pairs of {} know each other.", self.counted.known, self.counted.pairs, self.whom)
    }

    fn most(&self) -> f64 {
        if self.parameter == "ties_leaders" { f64::INFINITY } else { 1.0 }
    }
}

/// What the model's parameters of ties come to, so that as many pairs of each sort are expected to know each other as do. Of sorts
/// of which there is no pair, and of leaders where none is told, nothing is said.
pub(super) fn densities(network: &Network, seats: &BTreeMap<&str, Seats>, start_trust: f64) -> Vec<Density> {
    let (mut inside, mut leaders, mut spanners, mut others) =
        (PairsKnown::default(), PairsKnown::default(), PairsKnown::default(), PairsKnown::default());
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let between = |of: &dyn Fn(&Seats) -> u32| {
        let all: u64 = seats.values().map(|seats| u64::from(of(seats))).sum();
        pairs(all) - seats.values().map(|seats| pairs(u64::from(of(seats)))).sum::<u64>()
    };
    for seats in seats.values() {
        // A leader is added where none is told, and makes the organisation larger.
        let size = f64::from(seats.all() + u32::from(seats.leaders == 0));
        let known = pairs(u64::from(seats.all()));
        inside.pairs += known;
        inside.at_most += known as f64 * (TIES_CROWD / size).min(1.0);
    }
    leaders.pairs = between(&|seats| seats.leaders);
    let plain = between(&|seats| seats.leaders + seats.members);
    spanners.pairs = between(&|seats| seats.all()) - plain;
    others.pairs = plain - leaders.pairs;
    inside.known = network.ties.len() as u64 - across(network).count() as u64;
    for (one, other) in across(network) {
        // Whoever of these two does not lead has a tie across, and so is a connector.
        let both_lead = network.people[one].leads && network.people[other].leads;
        if both_lead { leaders.known += 1 } else { spanners.known += 1 }
    }
    leaders.at_most = leaders.pairs as f64 * start_trust;
    spanners.at_most = spanners.pairs as f64;
    others.at_most = others.pairs as f64;
    [
        ("ties_inside", "people of one organisation", inside),
        ("ties_leaders", "leaders of two organisations", leaders),
        ("ties_spanner", "people of two organisations, one of them a connector,", spanners),
        ("ties_across", "other people of two organisations", others),
    ]
    .into_iter()
    .filter(|(.., counted)| counted.at_most > 0.0)
    .map(|(parameter, whom, counted)| Density { parameter, whom, counted })
    .collect()
}

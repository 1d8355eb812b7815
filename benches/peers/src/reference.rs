//! The rules applied to the field in the simplest way, for as many seeds as one likes: how far chance alone moves the outcome.

use crate::field::Field;
use crate::outcome::{Outcome, moments};
use cpu_time::ProcessTime;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

pub fn reference(field: &Field, months: u32, seed: u64) -> Outcome {
    let Field { rules, mut places, mut people, mut ties, newcomers } = field.clone();
    let organisations = field.organisations();
    let mut random = StdRng::seed_from_u64(seed);
    let start = ProcessTime::now();
    for _ in 0..months {
        let seen: Vec<(f64, f64)> = people.iter().map(|p| (p.enthusiasm, p.weight())).collect();
        let mut leaders = vec![(0.0, 0.0); organisations];
        for p in people.iter().filter(|p| p.executive && p.in_post()) {
            let (sum, number) = leaders[p.organisation];
            leaders[p.organisation] = (sum + p.enthusiasm, number + 1.0);
        }
        let floors: Vec<f64> = places
            .iter()
            .map(|place| rules.floor_across(place.start_trust, place.collaboration - place.collaboration_at_start))
            .collect();
        let mut across = vec![(0.0, 0.0); places.len()];
        for (p, ties) in people.iter_mut().zip(&mut ties) {
            let (mut pull, mut weight) = (0.0, 0.0);
            for tie in ties {
                let (e, w) = seen[tie.to];
                pull += tie.trust * w * e;
                weight += tie.trust * w;
                tie.trust =
                    rules.returned(tie.trust, if tie.across { floors[p.site] } else { rules.trust_floor_inside });
                if tie.across {
                    across[p.site].0 += tie.trust;
                    across[p.site].1 += 1.0;
                }
            }
            let (sum, number) = leaders[p.organisation];
            p.feel(pull, weight, if number > 0.0 { sum / number } else { 0.0 }, &rules);
        }
        for (place, (sum, number)) in places.iter_mut().zip(&across) {
            let trust = if *number > 0.0 { sum / number } else { place.start_trust };
            place.collaboration =
                (place.collaboration + rules.norm_rate * (trust - place.collaboration)).clamp(0.0, 1.0);
        }
        let floors: Vec<f64> = places
            .iter()
            .map(|place| rules.floor_across(place.start_trust, place.collaboration - place.collaboration_at_start))
            .collect();
        let left: Vec<bool> = people.iter_mut().map(|p| p.turn_over(&rules, &newcomers, || random.random())).collect();
        for (i, ties) in ties.iter_mut().enumerate() {
            for tie in ties {
                let floor = if tie.across { floors[people[i].site] } else { rules.trust_floor_inside };
                for _ in 0..usize::from(left[i]) + usize::from(left[tie.to]) {
                    tie.trust = rules.inherited(tie.trust, floor);
                }
            }
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    Outcome::of("reference", &people, ties.iter().flatten().map(|tie| tie.trust), &places, months, seconds)
}

impl Outcome {
    pub fn of(
        peer: &str,
        people: &[crate::rules::Person],
        trust: impl Iterator<Item = f64>,
        places: &[crate::field::Place],
        months: u32,
        seconds: f64,
    ) -> Outcome {
        let in_post = || people.iter().filter(|p| p.in_post());
        Outcome {
            peer: peer.to_owned(),
            people: people.len(),
            months,
            seconds,
            enthusiasm: moments(in_post().map(|p| p.enthusiasm)),
            position: moments(in_post().map(|p| p.position)),
            trust: moments(trust),
            vacant: 1.0 - in_post().count() as f64 / people.len() as f64,
            collaboration: moments(places.iter().map(|place| place.collaboration))[0],
        }
    }
}

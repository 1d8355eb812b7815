//! krABMaga: agents in its schedule own their ties; what others see of them lies in its state, twice.

use crate::field::{Field, Place, Tie};
use crate::outcome::Outcome;
use crate::rules::{Newcomers, Person, Rules};
use cpu_time::ProcessTime;
use krabmaga::engine::{agent::Agent, schedule::Schedule, state::State};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::any::Any;

#[derive(Clone, Copy, Default)]
struct Seen {
    enthusiasm: f64,
    weight: f64,
    left: bool,
}

struct World {
    rules: Rules,
    newcomers: Newcomers,
    places: Vec<Place>,
    start: Vec<(Person, Vec<Tie>)>,
    seen: Vec<Seen>,
    next: Vec<Seen>,
    leaders: Vec<(f64, f64)>,
    next_leaders: Vec<(f64, f64)>,
    across: Vec<(f64, f64)>,
    /// Floors of trust across organisations: this month's, and that of the last month's end, which leavers left behind.
    floors: Vec<f64>,
    random: StdRng,
}

impl World {
    fn floors(&self) -> Vec<f64> {
        let floor = |p: &Place| self.rules.floor_across(p.start_trust, p.collaboration - p.collaboration_at_start);
        self.places.iter().map(floor).collect()
    }
}

impl State for World {
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }
    fn as_state(&self) -> &dyn State {
        self
    }
    fn reset(&mut self) {}

    fn init(&mut self, schedule: &mut Schedule) {
        for (id, (person, ties)) in std::mem::take(&mut self.start).into_iter().enumerate() {
            schedule.schedule_repeating(Box::new(Actor { id, person, ties }), 0.0, 0);
        }
    }

    fn update(&mut self, step: u64) {
        if step == 0 {
            return;
        }
        std::mem::swap(&mut self.seen, &mut self.next);
        std::mem::swap(&mut self.leaders, &mut self.next_leaders);
        self.next_leaders.fill((0.0, 0.0));
        for (place, (sum, number)) in self.places.iter_mut().zip(&mut self.across) {
            let trust = if *number > 0.0 { *sum / *number } else { place.start_trust };
            place.collaboration += self.rules.norm_rate * (trust - place.collaboration);
            place.collaboration = place.collaboration.clamp(0.0, 1.0);
            (*sum, *number) = (0.0, 0.0);
        }
        self.floors = self.floors();
    }
}

#[derive(Clone)]
struct Actor {
    id: usize,
    person: Person,
    ties: Vec<Tie>,
}

impl Actor {
    /// What departures at the end of the last month left of its ties.
    fn settle(&mut self, seen: &[Seen], floor_across: f64, rules: &Rules) {
        for tie in &mut self.ties {
            let floor = if tie.across { floor_across } else { rules.trust_floor_inside };
            for _ in 0..usize::from(seen[self.id].left) + usize::from(seen[tie.to].left) {
                tie.trust = rules.inherited(tie.trust, floor);
            }
        }
    }
}

impl Agent for Actor {
    fn step(&mut self, state: &mut dyn State) {
        let world = state.as_any_mut().downcast_mut::<World>().expect("our state");
        let rules = world.rules;
        let floor_across = world.floors[self.person.site];
        self.settle(&world.seen, floor_across, &rules);
        let (mut pull, mut weight, mut sum, mut number) = (0.0, 0.0, 0.0, 0.0);
        for tie in &mut self.ties {
            let other = world.seen[tie.to];
            pull += tie.trust * other.weight * other.enthusiasm;
            weight += tie.trust * other.weight;
            tie.trust = rules.returned(tie.trust, if tie.across { floor_across } else { rules.trust_floor_inside });
            if tie.across {
                sum += tie.trust;
                number += 1.0;
            }
        }
        let across = &mut world.across[self.person.site];
        *across = (across.0 + sum, across.1 + number);
        let (enthusiasm, leaders) = world.leaders[self.person.organisation];
        self.person.feel(pull, weight, if leaders > 0.0 { enthusiasm / leaders } else { 0.0 }, &rules);
        let World { newcomers, random, .. } = &mut *world;
        let left = self.person.turn_over(&rules, newcomers, || random.random());
        world.next[self.id] = Seen { enthusiasm: self.person.enthusiasm, weight: self.person.weight(), left };
        if self.person.executive && self.person.in_post() {
            let leaders = &mut world.next_leaders[self.person.organisation];
            *leaders = (leaders.0 + self.person.enthusiasm, leaders.1 + 1.0);
        }
    }
}

pub fn krabmaga(field: &Field, months: u32, seed: u64) -> Outcome {
    let seen: Vec<Seen> =
        field.people.iter().map(|p| Seen { enthusiasm: p.enthusiasm, weight: p.weight(), left: false }).collect();
    let mut leaders = vec![(0.0, 0.0); field.organisations()];
    for p in field.people.iter().filter(|p| p.executive && p.in_post()) {
        leaders[p.organisation] = (leaders[p.organisation].0 + p.enthusiasm, leaders[p.organisation].1 + 1.0);
    }
    let mut world = World {
        rules: field.rules,
        newcomers: field.newcomers.clone(),
        places: field.places.clone(),
        start: field.people.iter().cloned().zip(field.ties.iter().cloned()).collect(),
        next: seen.clone(),
        seen,
        next_leaders: vec![(0.0, 0.0); leaders.len()],
        leaders,
        across: vec![(0.0, 0.0); field.places.len()],
        floors: vec![],
        random: StdRng::seed_from_u64(seed),
    };
    world.floors = world.floors();
    let mut schedule = Schedule::new();
    world.init(&mut schedule);
    let start = ProcessTime::now();
    for _ in 0..months {
        schedule.step(&mut world);
    }
    let seconds = start.elapsed().as_secs_f64();
    let events = schedule.get_all_events();
    let mut actors: Vec<Actor> = events.iter().filter_map(|agent| agent.downcast_ref::<Actor>().cloned()).collect();
    actors.sort_by_key(|actor| actor.id);
    for actor in &mut actors {
        let floor = world.floors[actor.person.site];
        actor.settle(&world.seen, floor, &field.rules);
    }
    let people: Vec<Person> = actors.iter().map(|actor| actor.person.clone()).collect();
    let trust = actors.iter().flat_map(|actor| &actor.ties).map(|tie| tie.trust);
    Outcome::of("krABMaga", &people, trust, &world.places, months, seconds)
}

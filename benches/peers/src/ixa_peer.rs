//! ixa: what others see of a person are properties; ties and a person's own state lie in a data plugin.

use crate::field::{Field, Place, Tie};
use crate::outcome::Outcome;
use crate::rules::Person as State;
use cpu_time::ProcessTime;
use ixa::prelude::*;
use ixa::{ExecutionPhase, define_data_plugin};

define_entity!(Person);
define_property!(struct Enthusiasm(f64), Person, impl_eq_hash = both);
define_property!(struct Weight(f64), Person, impl_eq_hash = both);
define_rng!(MonthRng);

#[derive(Default)]
struct Own {
    field: Option<Field>,
    people: Vec<PersonId>,
    states: Vec<State>,
    ties: Vec<Vec<Tie>>,
    places: Vec<Place>,
}
define_data_plugin!(OwnPlugin, Own, Own::default());

fn month(context: &mut Context) {
    let Own { field, people, mut states, mut ties, mut places } = std::mem::take(context.get_data_mut(OwnPlugin));
    let field = field.expect("set before the first month");
    let rules = field.rules;
    let floors = |places: &[Place]| -> Vec<f64> {
        let floor = |p: &Place| rules.floor_across(p.start_trust, p.collaboration - p.collaboration_at_start);
        places.iter().map(floor).collect()
    };
    let mut leaders = vec![(0.0, 0.0); field.organisations()];
    for s in states.iter().filter(|s| s.executive && s.in_post()) {
        leaders[s.organisation] = (leaders[s.organisation].0 + s.enthusiasm, leaders[s.organisation].1 + 1.0);
    }
    let before = floors(&places);
    let mut across = vec![(0.0, 0.0); places.len()];
    for (state, ties) in states.iter_mut().zip(&mut ties) {
        let (mut pull, mut weight) = (0.0, 0.0);
        for tie in ties {
            let other = people[tie.to];
            let (Enthusiasm(e), Weight(w)) = (context.get_property(other), context.get_property(other));
            pull += tie.trust * w * e;
            weight += tie.trust * w;
            tie.trust =
                rules.returned(tie.trust, if tie.across { before[state.site] } else { rules.trust_floor_inside });
            if tie.across {
                across[state.site].0 += tie.trust;
                across[state.site].1 += 1.0;
            }
        }
        let (sum, number) = leaders[state.organisation];
        state.feel(pull, weight, if number > 0.0 { sum / number } else { 0.0 }, &rules);
    }
    for (place, (sum, number)) in places.iter_mut().zip(&across) {
        let trust = if *number > 0.0 { sum / number } else { place.start_trust };
        place.collaboration = (place.collaboration + rules.norm_rate * (trust - place.collaboration)).clamp(0.0, 1.0);
    }
    let after = floors(&places);
    let mut left = vec![false; states.len()];
    for (state, left) in states.iter_mut().zip(&mut left) {
        *left = state.turn_over(&rules, &field.newcomers, || context.sample_range(MonthRng, 0.0..1.0));
    }
    for (i, ties) in ties.iter_mut().enumerate() {
        for tie in ties {
            let floor = if tie.across { after[states[i].site] } else { rules.trust_floor_inside };
            for _ in 0..usize::from(left[i]) + usize::from(left[tie.to]) {
                tie.trust = rules.inherited(tie.trust, floor);
            }
        }
    }
    for (&person, state) in people.iter().zip(&states) {
        context.set_property(person, Enthusiasm(state.enthusiasm));
        context.set_property(person, Weight(state.weight()));
    }
    *context.get_data_mut(OwnPlugin) = Own { field: Some(field), people, states, ties, places };
}

pub fn ixa(field: &Field, months: u32, seed: u64) -> Outcome {
    let mut context = Context::new();
    context.init_random(seed);
    let people: Vec<PersonId> = field
        .people
        .iter()
        .map(|p| context.add_entity(with!(Person, Enthusiasm(p.enthusiasm), Weight(p.weight()))).expect("a person"))
        .collect();
    *context.get_data_mut(OwnPlugin) = Own {
        field: Some(field.clone()),
        people,
        states: field.people.clone(),
        ties: field.ties.clone(),
        places: field.places.clone(),
    };
    for t in 0..months {
        context.add_plan_with_phase(f64::from(t), month, ExecutionPhase::Normal);
    }
    let start = ProcessTime::now();
    context.execute();
    let seconds = start.elapsed().as_secs_f64();
    let own = context.get_data(OwnPlugin);
    Outcome::of("ixa", &own.states, own.ties.iter().flatten().map(|tie| tie.trust), &own.places, months, seconds)
}

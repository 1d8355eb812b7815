//! Building a world, a month of it, and a full run, from six sites to a million people.

mod field;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use field::{PEOPLE, workforce};
use safsim::engine::{Engine, Observe};
use safsim::scenario::default_scenario;
use safsim::world::World;
use std::hint::black_box;

/// A month in the middle of the programme, with everything going on.
const BUSY: u32 = 30;

fn six_sites(c: &mut Criterion) {
    let engine = Engine::new(&default_scenario());
    let observing = Observe::default();
    c.bench_function("six sites/build", |b| b.iter(|| engine.begin(1, 0, &observing)));
    let world = world_at(&engine, BUSY);
    c.bench_function("six sites/month", |b| {
        b.iter_batched_ref(|| world.clone(), |world| black_box(engine.step(world, 1, 0, BUSY)), BatchSize::SmallInput);
    });
    let mut replicate = 0;
    c.bench_function("six sites/run of 96 months", |b| {
        b.iter(|| {
            replicate += 1;
            engine.run(1, replicate, &observing)
        });
    });
}

fn people(c: &mut Criterion) {
    let mut group = c.benchmark_group("month of so many people");
    group.sample_size(10);
    for sites in [100, 1_000, 6_500] {
        let engine = Engine::new(&workforce(sites));
        let mut world = world_at(&engine, BUSY);
        let mut month = BUSY;
        group.bench_function((sites * PEOPLE).to_string(), |b| {
            b.iter(|| {
                month = if month < 95 { month + 1 } else { BUSY };
                engine.step(&mut world, 1, 0, month)
            });
        });
    }
    group.finish();
}

/// A world at the start of `month`.
fn world_at(engine: &Engine, month: u32) -> World {
    let mut world = engine.begin(1, 0, &Observe::default());
    for earlier in 0..month {
        engine.step(&mut world, 1, 0, earlier);
    }
    world
}

criterion_group!(benches, six_sites, people);
criterion_main!(benches);

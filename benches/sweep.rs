//! What the room of experiments costs: a sweep of the six sites, with its chunks on disk, beside a bare loop over the
//! engine on the same points and replicates; and how much faster two threads are than one. Prints a line for each.

use safsim::analysis::{Headline, Kept};
use safsim::engine::{Engine, Observe};
use safsim::experiment::{Schedule, Store, Unit, UnitOutcome, run_missing};
use safsim::scenario::{AxisValue, Source, Study, load_study};
use std::hint::black_box;
use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// As `safsim sweep` has them for a scenario of this size: a chunk for eight points and eight replicates.
const PER_CHUNK: u32 = 64;
const REPLICATES: u64 = 8;
/// Few enough for two minutes on a busy machine.
const PAIRS: usize = 12;

const SWEEP: &str = r#"
name = "bench"
extends = "six-sites"
[sweep.axes]
contagion = { from = 0.02, to = 0.16, steps = 16 }
"#;

/// The base and its points.
struct Points {
    study: Study,
    points: Vec<Vec<AxisValue>>,
}

impl Points {
    fn new() -> Points {
        let source = Source::Text { name: "bench".to_owned(), text: SWEEP.to_owned() };
        let study = load_study(&source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let points = (0..16).map(|i| vec![AxisValue::Number(0.02 + 0.14 * f64::from(i) / 15.0)]).collect();
        Points { study, points }
    }

    fn engine(&self, point: usize) -> Engine {
        Engine::new(&self.study.at(&self.points[point]).expect("a point that can be run"))
    }

    fn runs(&self, points: usize) -> f64 {
        points as f64 * REPLICATES as f64
    }

    /// Seconds of a bare loop.
    fn bare(&self, points: usize) -> f64 {
        let began = Instant::now();
        for point in 0..points {
            let engine = self.engine(point);
            for replicate in 0..REPLICATES {
                black_box(engine.run(1, replicate, &Observe::default()));
            }
        }
        began.elapsed().as_secs_f64()
    }

    /// Seconds of the same as `safsim sweep` does it: engines when they are needed, headline figures, chunks on disk,
    /// read back in order.
    fn swept(&self, points: usize, threads: usize) -> f64 {
        let folder = tempfile::tempdir().expect("a folder");
        let began = Instant::now();
        let headlines = Headline::all(&self.study.outcome.survival_horizons());
        let engines: Vec<OnceLock<Engine>> = (0..points).map(|_| OnceLock::new()).collect();
        let simulate = |unit: Unit| {
            let engine = engines[unit.cell as usize].get_or_init(|| self.engine(unit.cell as usize));
            let run = engine.run(1, unit.replicate, &Observe::default());
            Kept::headlines_only(&run, engine.setting(), &headlines).to_bytes()
        };
        let store = Store::open(folder.path(), "bench").expect("a store");
        let schedule = Schedule::new(points as u32, REPLICATES, PER_CHUNK);
        let mut holdings = store.holdings(&schedule).expect("an empty store");
        let (threads, stop) = (NonZeroUsize::new(threads), AtomicBool::new(false));
        run_missing(&store, &mut holdings, threads, &stop, &|_| {}, &|unit| Some(simulate(unit))).expect("all chunks");
        let mut read = 0;
        for record in store.read_in_order(&schedule) {
            let (_, UnitOutcome::Run(bytes)) = record.expect("a chunk") else { panic!("a run broke off") };
            read += usize::from(black_box(Kept::from_bytes(&bytes)).is_some());
        }
        assert_eq!(read as u64, schedule.total());
        began.elapsed().as_secs_f64()
    }
}

/// Median and quartiles.
fn quartiles(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| values[(values.len() - 1) * quarter / 4])
}

/// Pairs of measurements that follow each other at once, each first in turn, so that a busy machine disturbs both
/// alike: quartiles of the first, of the second, and of what the first is of the second.
fn paired(first: &dyn Fn() -> f64, second: &dyn Fn() -> f64) -> [[f64; 3]; 3] {
    let pairs: Vec<(f64, f64)> = (0..PAIRS)
        .map(|pair| {
            if pair % 2 == 0 {
                return (first(), second());
            }
            let second = second();
            (first(), second)
        })
        .collect();
    let of = |value: fn(&(f64, f64)) -> f64| quartiles(pairs.iter().map(value).collect());
    [of(|pair| pair.0), of(|pair| pair.1), of(|pair| pair.0 / pair.1)]
}

#[expect(clippy::print_stdout, reason = "the ratios are what this bench is for")]
fn main() {
    let points = Points::new();
    points.bare(1);
    let all = 8;
    let [swept, bare, ratio] = paired(&|| points.swept(all, 1), &|| points.bare(all));
    let per_run = |seconds: f64| 1e3 * seconds / points.runs(all);
    println!(
        "a run of a sweep / of a bare loop, one thread: {:.3} ({:.3} to {:.3}); {:.2} ms / {:.2} ms",
        ratio[1],
        ratio[0],
        ratio[2],
        per_run(swept[1]),
        per_run(bare[1])
    );
    let [one, two, ratio] = paired(&|| points.swept(all, 1), &|| points.swept(all, 2));
    let rate = |seconds: f64| points.runs(all) / seconds;
    println!(
        "two threads / one thread, runs a second: {:.2} ({:.2} to {:.2}); {:.0} / {:.0}",
        ratio[1],
        ratio[0],
        ratio[2],
        rate(two[1]),
        rate(one[1])
    );
    println!("medians of {PAIRS} pairs, with the middle half of them");
}

//! Throwaway: fingerprints and medians.
#[path = "../benches/field/mod.rs"]
mod field;
use safsim::engine::{Engine, Observe, Switches};
use std::time::Instant;

fn mix(h: &mut u64, v: u64) { *h = (*h ^ v).wrapping_mul(0x100000001b3).rotate_left(23); }

fn fingerprint(r: &safsim::record::RunRecord) -> u64 {
    let mut h = 0xcbf29ce484222325;
    for place in 0..r.panel.places() { for m in 0..r.panel.months() { for v in r.panel.row(place, m) { mix(&mut h, u64::from(v.to_bits())); } } }
    for b in format!("{:?}{:?}{:?}{:?}", r.fates, r.events, r.money, r.snapshots).bytes() { mix(&mut h, u64::from(b)); }
    h
}

/// Nanoseconds this thread has run.
fn cpu() -> u64 { std::fs::read_to_string("/proc/thread-self/schedstat").unwrap().split(' ').next().unwrap().parse().unwrap() }

fn main() {
    let arg = std::env::args().nth(1).unwrap_or_default();
    if arg == "print" {
        let engine = Engine::new(&field::six_sites());
        let obs = Observe { events: true, snapshots: vec![50, 95] };
        let mut h = 0;
        for rep in 0..20 { mix(&mut h, fingerprint(&engine.run(1, rep, &obs))); }
        println!("six {h:016x}");
        let engine = Engine::new(&field::workforce(70));
        println!("work {:016x}", fingerprint(&engine.run(1, 0, &obs)));
        return;
    }
    if arg == "six" {
        let n: u64 = std::env::args().nth(2).map_or(100, |s| s.parse().unwrap());
        let scenario = field::six_sites();
        let engine = Engine::new(&scenario);
        let obs = Observe::default();
        let mut times = Vec::new();
        let mut builds = Vec::new();
        for rep in 0..n {
            let t = cpu();
            let w = engine.begin(1, rep, &obs);
            builds.push(cpu() - t);
            if rep == 0 { println!("people {} ties {}", w.sites.iter().map(|s| s.actors.len()).sum::<usize>(), w.sites.iter().map(|s| s.ties.len()).sum::<usize>()); println!("sizeof site {}", std::mem::size_of::<safsim::world::Site>()); }
            drop(w);
            let t = cpu();
            std::hint::black_box(engine.run(1, rep, &obs));
            times.push(cpu() - t);
        }
        times.sort(); builds.sort();
        let us = |ns: u64| ns as f64 / 1e3;
        println!("CPU us: run median {} min {}; build median {} min {}", us(times[times.len()/2]), us(times[0]), us(builds[builds.len()/2]), us(builds[0]));
        return;
    }
    if arg == "batch" {
        // Best of many batches of ten runs, in CPU time.
        let engine = Engine::new(&field::six_sites());
        let obs = Observe::default();
        let mut times = Vec::new();
        for _ in 0..40 {
            let t = Instant::now();
            for rep in 0..5 { std::hint::black_box(engine.run(1, rep, &obs)); }
            times.push(t.elapsed().as_nanos() as f64 / 5e3);
        }
        times.sort_by(f64::total_cmp);
        println!("run: min {:.0} q10 {:.0} median {:.0} us", times[0], times[4], times[20]);
        return;
    }
    if arg == "once" {
        let n: u64 = std::env::args().nth(2).map_or(1, |s| s.parse().unwrap());
        let engine = Engine::new(&field::six_sites());
        for rep in 0..n { std::hint::black_box(engine.run(1, rep, &Observe::default())); }
        return;
    }
    if arg == "stat" {
        let engine = Engine::new(&field::six_sites());
        let mut w = engine.begin(1, 0, &Observe::default());
        for m in 0..96 { engine.step(&mut w, 1, 0, m);
          if m % 16 == 15 {
            let (mut att, mut bits, mut evals, mut sharing, mut across, mut live, mut members, mut slots, mut listlen) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
            for s in &w.sites { att += s.tally.attempts.iter().sum::<u32>(); live += s.initiatives.live_bits().count_ones(); listlen += s.initiatives.len();
              for i in 0..s.initiatives.len() { if s.initiatives.live(i) { members += s.initiatives.members(i).len(); for &m in s.initiatives.members(i) { evals += s.ties.across(m as usize).len(); } } }
              for a in 0..s.actors.len() { if s.room.active[a] != 0 { slots += 1; } for k in s.ties.across(a) { across += 1; let sh = s.room.active[a] & s.room.active[s.ties.target[k] as usize]; bits += sh.count_ones(); sharing += u32::from(sh != 0); } } }
            println!("month {m}: ties {} across {across} sharing {sharing} bits {bits} evals {evals} live {live} of {listlen} members {members} active {slots} attempts {att}", w.sites.iter().map(|s| s.ties.len()).sum::<usize>());
          }
        }
        return;
    }
    if arg == "parts" {
        let engine = Engine::new(&field::six_sites());
        let base = Switches::ALL;
        let _ = base;
    }
    if arg == "work" {
        let n: usize = std::env::args().nth(2).map_or(100, |s| s.parse().unwrap());
        let months: u32 = std::env::args().nth(3).map_or(96, |s| s.parse().unwrap());
        let engine = Engine::new(&field::workforce(n));
        let t = Instant::now();
        let mut w = engine.begin(1, 0, &Observe::default());
        println!("build {:?} people {} ties {}", t.elapsed(), w.sites.iter().map(|s| s.actors.len()).sum::<usize>(), w.sites.iter().map(|s| s.ties.len()).sum::<usize>());
        let t = Instant::now();
        let mut times = Vec::new();
        for m in 0..months { let t = Instant::now(); engine.step(&mut w, 1, 0, m); times.push(t.elapsed()); }
        times.sort();
        println!("months {:?}, median month {:?}", t.elapsed(), times[times.len()/2]);
        let s = std::fs::read_to_string("/proc/self/status").unwrap();
        for l in s.lines().filter(|l| l.starts_with("VmHWM")) { println!("{l}"); }
    }
}

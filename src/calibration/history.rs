use super::Target;
use super::emulator::Emulator;
use super::outcome::Wave;
use super::screening::{Screening, screened};
use crate::evidence::ParameterSet;
use crate::random::{Key, Stream};
use crate::stats::{Moments, latin_hypercube, quantile_of_sorted};
use serde::{Deserialize, Serialize};

/// Beyond this a set is implausible: three standard deviations (F. Pukelsheim 1994, The American Statistician 48).
pub(super) const CUTOFF: f64 = 3.0;
/// The share that stays is stable once a wave changes it by no more than this, as a part of what it was.
const STABLE: f64 = 0.2;
/// Candidates that the stand-ins look at before each wave.
const CANDIDATES: usize = 200_000;
/// Streams of this room.
const WAVES: u32 = 0xca11;

/// How many sets are run, and how many make the ensemble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveSizes {
    /// Sets of the first wave: a nearly orthogonal sample of all parameters.
    pub first: usize,
    /// Sets of each later wave.
    pub later: usize,
    /// Most waves.
    pub waves: usize,
    /// Sets of the ensemble, at most.
    pub ensemble: usize,
}

/// A point of the unit cube that was run, and what came out.
#[derive(Clone, Debug)]
pub(super) struct Tried {
    pub wave: usize,
    /// A coordinate for every axis; 0.5 on those that are fixed, which says nothing.
    pub point: Vec<f64>,
    /// The mean of every target over replicates; NaN where it has no value.
    pub means: Vec<f64>,
}

/// History matching: wave by wave, sets of parameters are run of which the stand-ins, learnt from those before, do not say that
/// they contradict a target.
#[derive(Clone, Debug)]
pub struct History {
    pub(super) targets: Vec<Target>,
    pub(super) axes: usize,
    pub(super) sizes: WaveSizes,
    seed: u64,
    pub(super) tried: Vec<Tried>,
    /// For every target the variance over replicates within a set, added up over sets, their number, and values of all sets.
    within: Vec<(f64, f64, f64)>,
    /// For every target the least and the most that was measured: no stand-in goes beyond.
    seen: Vec<(f64, f64)>,
    pub(super) screening: Screening,
    /// For every wave the stand-in of each target, if it has one.
    emulators: Vec<Vec<Option<Emulator>>>,
    pub(super) waves: Vec<Wave>,
    waiting: Vec<Vec<f64>>,
}

impl History {
    /// Before the first wave, over so many axes.
    #[must_use]
    pub fn new(targets: Vec<Target>, axes: usize, sizes: WaveSizes, seed: u64) -> History {
        History {
            within: vec![(0.0, 0.0, 0.0); targets.len()],
            seen: vec![(f64::INFINITY, f64::NEG_INFINITY); targets.len()],
            targets,
            axes,
            sizes,
            seed,
            tried: Vec::new(),
            screening: Screening { free: (0..axes).collect(), moved: vec![0; axes], left: Vec::new() },
            emulators: Vec::new(),
            waves: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// The points of the next wave; none once the share that stays is stable, or after the last wave.
    pub fn next_wave(&mut self) -> Option<&[Vec<f64>]> {
        let wave = self.emulators.len();
        let is_stable = match self.waves.as_slice() {
            [.., before, last] => (last.share - before.share).abs() <= STABLE * before.share,
            _ => false,
        };
        if is_stable || wave >= self.sizes.waves {
            return None;
        }
        self.waiting = if wave == 0 {
            let mut stream = self.stream(0);
            latin_hypercube(self.axes, self.sizes.first, &mut || stream.uniform())
        } else {
            self.nearest_candidates()
        };
        Some(&self.waiting)
    }

    /// Axes that are free: all of them before the first wave has been looked at.
    #[must_use]
    pub fn free(&self) -> &[usize] {
        &self.screening.free
    }

    /// The set of parameters at a point of the unit cube: what is fixed has its default.
    #[must_use]
    pub fn set_at(&self, point: &[f64]) -> ParameterSet {
        let own: Vec<f64> = self.free().iter().map(|&axis| point[axis]).collect();
        ParameterSet::with_free(self.free(), &own)
    }

    /// The share of the plausible ranges that stays so far.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.waves.last().map_or(1.0, |wave| wave.share)
    }

    /// Waves that have been taken in.
    #[must_use]
    pub fn waves_done(&self) -> usize {
        self.emulators.len()
    }

    /// What came out at the points of the wave, in their order: for every target a value of each replicate.
    pub fn take(&mut self, values: &[Vec<Vec<f64>>]) {
        let wave = self.emulators.len();
        let points = std::mem::take(&mut self.waiting);
        for (point, values) in points.into_iter().zip(values) {
            let means = values.iter().enumerate().map(|(target, values)| {
                let mut moments = Moments::new();
                values.iter().for_each(|&value| moments.add(value));
                if let Some(variance) = moments.variance() {
                    let (sum, number, size) = &mut self.within[target];
                    *sum += variance;
                    *number += 1.0;
                    *size += moments.count() as f64;
                }
                let mean = moments.mean().unwrap_or(f64::NAN);
                let (least, most) = &mut self.seen[target];
                (*least, *most) = (least.min(mean), most.max(mean));
                mean
            });
            let means = means.collect();
            self.tried.push(Tried { wave, point, means });
        }
        if wave == 0 {
            let (points, values) = self.columns(&|_| true);
            self.screening = screened(&points, &values, self.axes);
        }
        let is_used = |tried: &Tried| wave == 0 || tried.wave > 0;
        let (points, values) = self.columns(&is_used);
        let fitted = values
            .iter()
            .enumerate()
            .map(|(target, values)| Emulator::fitted(&points, values, &self.screening.free, self.noise(target)));
        let fitted = fitted.collect();
        self.emulators.push(fitted);
        let told = self.told(wave);
        self.waves.push(told);
    }

    /// The variance that chance leaves in a target's mean over the replicates of a set.
    #[must_use]
    pub fn noise(&self, target: usize) -> f64 {
        let (sum, number, size) = self.within[target];
        // Mean variance within sets, over mean replicates of a set.
        if number > 0.0 { (sum / number) / (size / number) } else { 0.0 }
    }

    /// What a set comes to for a target, as far as that is known: what was measured, held together with what the newest stand-in
    /// of its sets expects; and the variance that chance leaves in it.
    pub(super) fn settled(&self, tried: &Tried, target: usize) -> (f64, f64) {
        let chance = self.noise(target);
        // Sets of the first wave differ in what later waves hold still.
        let newest = if tried.wave == 0 { self.emulators.first() } else { self.emulators.last() };
        match newest.and_then(|emulators| emulators[target].as_ref()) {
            Some(emulator) => {
                let (value, left) = emulator.settled(&tried.point, tried.means[target], chance);
                let (least, most) = self.seen[target];
                (if value.is_nan() { value } else { value.clamp(least, most) }, left)
            }
            None => (tried.means[target], chance),
        }
    }

    /// How implausible what was run is: of the targets that choose, the largest, and the root of the mean square.
    pub(super) fn implausibility(&self, tried: &Tried) -> (f64, f64) {
        let chosen = self.choosing().map(|target| {
            let (value, chance) = self.settled(tried, target);
            self.targets[target].implausibility(value, chance)
        });
        let (mut most, mut squares, mut number) = (0.0_f64, 0.0, 0.0);
        for one in chosen {
            most = most.max(one);
            squares += one * one;
            number += 1.0;
        }
        (most, (squares / f64::max(number, 1.0)).sqrt())
    }

    /// Places of the targets by which sets are chosen: not held out, and measured.
    fn choosing(&self) -> impl Iterator<Item = usize> + '_ {
        let is_measured = |target: usize| self.tried.iter().any(|tried| !tried.means[target].is_nan());
        let measured: Vec<usize> =
            (0..self.targets.len()).filter(|&target| !self.targets[target].held_out && is_measured(target)).collect();
        measured.into_iter()
    }

    pub(super) fn explained(&self, target: usize) -> f64 {
        self.emulators.first().and_then(|first| first[target].as_ref()).map_or(0.0, Emulator::explained)
    }

    /// The share of candidates that no stand-in rules out, and how the wave's sets fared.
    fn told(&self, wave: usize) -> Wave {
        let own: Vec<(f64, f64)> =
            self.tried.iter().filter(|tried| tried.wave == wave).map(|tried| self.implausibility(tried)).collect();
        let mut distances: Vec<f64> = own.iter().map(|(_, distance)| *distance).collect();
        distances.sort_unstable_by(f64::total_cmp);
        let choosing: Vec<usize> = self.choosing().collect();
        // Always the same candidates: waves are held against each other.
        let mut stream = self.stream(u64::MAX);
        let mut point = vec![0.5; self.axes];
        let stay = (0..CANDIDATES).filter(|_| {
            self.draw(&mut stream, &mut point);
            self.emulated(&point, &choosing) <= CUTOFF
        });
        let share = stay.count() as f64 / CANDIDATES as f64;
        let at = |level: f64| quantile_of_sorted(&distances, level).unwrap_or(f64::NAN);
        Wave {
            sets: own.len() as u64,
            stay: own.iter().filter(|(most, _)| *most <= CUTOFF).count() as u64,
            share,
            distance: [at(0.0), at(0.5)],
        }
    }

    /// Points for a wave: candidates that no stand-in rules out; where these are too few, the least implausible ones.
    fn nearest_candidates(&self) -> Vec<Vec<f64>> {
        let choosing: Vec<usize> = self.choosing().collect();
        let mut stream = self.stream(self.emulators.len() as u64);
        let mut point = vec![0.5; self.axes];
        let (mut staying, mut others) = (Vec::new(), Vec::new());
        for _ in 0..CANDIDATES {
            self.draw(&mut stream, &mut point);
            let implausible = self.emulated(&point, &choosing);
            if implausible <= CUTOFF {
                staying.push(point.clone());
                if staying.len() == self.sizes.later {
                    return staying;
                }
            } else if implausible.is_finite() {
                others.push((implausible, point.clone()));
                if others.len() > 4 * self.sizes.later {
                    others.sort_by(|a, b| a.0.total_cmp(&b.0));
                    others.truncate(self.sizes.later);
                }
            }
        }
        others.sort_by(|a, b| a.0.total_cmp(&b.0));
        let wanted = self.sizes.later - staying.len();
        staying.extend(others.into_iter().take(wanted).map(|(_, point)| point));
        staying
    }

    fn draw(&self, stream: &mut Stream, point: &mut [f64]) {
        self.screening.free.iter().for_each(|&axis| point[axis] = stream.uniform());
    }

    /// The largest implausibility that any wave's stand-ins see in a point.
    fn emulated(&self, point: &[f64], choosing: &[usize]) -> f64 {
        let mut most = 0.0_f64;
        for emulators in &self.emulators {
            for &target in choosing {
                if let Some(emulator) = &emulators[target] {
                    let (value, variance) = emulator.at(point);
                    most = most.max(self.targets[target].implausibility(value, variance));
                    if most > 4.0 * CUTOFF {
                        return most;
                    }
                }
            }
        }
        most
    }

    /// Points that are used, and the values of every target at them.
    fn columns(&self, is_used: &dyn Fn(&Tried) -> bool) -> (Vec<&[f64]>, Vec<Vec<f64>>) {
        let used: Vec<&Tried> = self.tried.iter().filter(|tried| is_used(tried)).collect();
        let of = |target: usize| used.iter().map(|tried| tried.means[target]).collect();
        (used.iter().map(|tried| tried.point.as_slice()).collect(), (0..self.targets.len()).map(of).collect())
    }

    /// Sets that make the ensemble, as places among those that were tried: of the later waves, not ruled out, the nearest; in
    /// an order that chance gives, so that any first part of them is one of the whole.
    pub(super) fn chosen(&self) -> Vec<usize> {
        let later = self.tried.iter().enumerate().filter(|(_, tried)| tried.wave > 0 || self.emulators.len() < 2);
        let mut near: Vec<(f64, usize)> = later
            .filter_map(|(place, tried)| {
                let (most, distance) = self.implausibility(tried);
                (most <= CUTOFF).then_some((distance, place))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near.truncate(self.sizes.ensemble);
        let mut stream = self.stream(u64::MAX - 1);
        let mut shuffled: Vec<(f64, usize)> = near.into_iter().map(|(_, place)| (stream.uniform(), place)).collect();
        shuffled.sort_by(|a, b| a.0.total_cmp(&b.0));
        shuffled.into_iter().map(|(_, place)| place).collect()
    }

    fn stream(&self, replicate: u64) -> Stream {
        let mut stream = Stream::new(Key { seed: self.seed, replicate, process: WAVES, site: 0 });
        stream.row(0);
        stream
    }
}

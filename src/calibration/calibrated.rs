use super::learnt::{learnt, pairs, three};
use super::{Ensemble, History, JudgedTarget, KnownPair, LearntParameter, MeasuredBy, Targets, Wave};
use crate::scenario::Parameters;
use serde::{Deserialize, Serialize};

/// At most so many pairs are named.
const PAIRS: usize = 30;

/// What a calibration came to: what its page, tables and pictures are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibrated {
    /// What the targets are called.
    pub name: String,
    /// Version of the program, and number of the model.
    pub version: String,
    /// See `version`.
    pub model: u32,
    /// Seed of all chance.
    pub seed: u64,
    /// Replicates of each arm in each set.
    pub replicates: u32,
    /// Targets, in the order of the file.
    pub targets: Vec<JudgedTarget>,
    /// Parameters, in the order of their table.
    pub parameters: Vec<LearntParameter>,
    /// Pairs of parameters of which more is known together than of each.
    pub pairs: Vec<KnownPair>,
    /// Waves, in their order.
    pub waves: Vec<Wave>,
    /// Sets of the ensemble.
    pub sets: u64,
    /// Whether the share that stays was stable before the last wave that was allowed.
    pub is_stable: bool,
}

/// What made the runs of a calibration.
#[derive(Clone, Copy, Debug)]
pub struct MadeBy<'a> {
    /// The program, in words.
    pub words: &'a str,
    /// Number of its model.
    pub model: u32,
    /// Seed of all chance.
    pub seed: u64,
    /// Replicates of each arm in each set.
    pub replicates: u32,
    /// The SHA-256 of the targets' text.
    pub targets: &'a str,
}

/// What was learnt by a history that is over, and the ensemble. `defaults`: the values of every target at the default
/// parameters.
#[must_use]
pub fn calibrated(
    targets: &Targets,
    history: &History,
    defaults: &[Vec<f64>],
    by: &MadeBy<'_>,
) -> (Calibrated, Ensemble) {
    let chosen = history.chosen();
    let ensemble = ensemble(history, &chosen, by);
    let judged = targets.targets.iter().enumerate().map(|(place, target)| {
        let values = |is_in: &dyn Fn(usize) -> bool| {
            let tried = history.tried.iter().enumerate().filter(|(tried, _)| is_in(*tried));
            tried.map(|(_, tried)| history.settled(tried, place).0).collect::<Vec<f64>>()
        };
        let before = values(&|tried| history.tried[tried].wave == 0);
        let after: Vec<f64> = chosen.iter().map(|&tried| history.settled(&history.tried[tried], place).0).collect();
        let met = |values: &[f64]| {
            let met = values.iter().filter(|value| target.is_met_by(**value)).count();
            if values.is_empty() { 0.0 } else { met as f64 / values.len() as f64 }
        };
        let own: Vec<f64> = defaults[place].iter().copied().filter(|value| !value.is_nan()).collect();
        let (measured, unit) = targets.measured[place].clone();
        JudgedTarget {
            target: target.clone(),
            measured,
            unit,
            unmeasured: match &targets.sources[place] {
                MeasuredBy::Nowhere(why) => Some(why.clone()),
                _ => None,
            },
            at_defaults: (!own.is_empty()).then(|| own.iter().sum::<f64>() / own.len() as f64),
            before: three(before.iter().copied()),
            after: three(after.iter().copied()),
            met_before: met(&before),
            met_after: met(&after),
            noise: history.noise(place).sqrt(),
            explained: history.explained(place),
            left: history.screening.left.get(place).copied().unwrap_or(0.0),
        }
    });
    let found = Calibrated {
        name: targets.name.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model: by.model,
        seed: by.seed,
        replicates: by.replicates,
        targets: judged.collect(),
        parameters: parameters(history, &chosen, &ensemble),
        pairs: known_pairs(history, &chosen),
        waves: history.waves.clone(),
        sets: chosen.len() as u64,
        is_stable: history.waves.len() < history.sizes.waves,
    };
    (found, ensemble)
}

fn ensemble(history: &History, chosen: &[usize], by: &MadeBy<'_>) -> Ensemble {
    let free = history.free();
    let set = |&tried: &usize| {
        let whole = history.set_at(&history.tried[tried].point);
        free.iter().map(|&axis| whole.values[axis]).collect()
    };
    Ensemble {
        model: by.model,
        targets: by.targets.to_owned(),
        made_by: format!("{}, seed {}, {} replicates", by.words, by.seed, by.replicates),
        parameters: free.iter().map(|&axis| Parameters::TABLE[axis].name.to_owned()).collect(),
        sets: chosen.iter().map(set).collect(),
    }
}

fn parameters(history: &History, chosen: &[usize], ensemble: &Ensemble) -> Vec<LearntParameter> {
    let free = history.free();
    let one = |(axis, row): (usize, &crate::scenario::Parameter)| {
        let (low, high) = row.plausible();
        let place = free.iter().position(|&other| other == axis);
        let coordinates: Vec<f64> = chosen.iter().map(|&tried| history.tried[tried].point[axis]).collect();
        let (shrinkage, p_value) = match place {
            Some(_) if chosen.len() > 2 => learnt(&coordinates, free.len()),
            _ => (0.0, 1.0),
        };
        LearntParameter {
            name: row.name.to_owned(),
            default: row.default,
            before: [low, high],
            moves: history.screening.moved.get(axis).copied().unwrap_or(0),
            after: place.and_then(|place| three(ensemble.sets.iter().map(|set| set[place]))),
            place: place.and_then(|_| three(coordinates.iter().copied())),
            shrinkage,
            p_value,
        }
    };
    Parameters::MECHANISMS.iter().enumerate().map(one).collect()
}

fn known_pairs(history: &History, chosen: &[usize]) -> Vec<KnownPair> {
    if chosen.len() < 10 {
        return Vec::new();
    }
    let coordinates: Vec<(usize, Vec<f64>)> = history
        .free()
        .iter()
        .map(|&axis| (axis, chosen.iter().map(|&tried| history.tried[tried].point[axis]).collect()))
        .collect();
    let name = |axis: usize| Parameters::TABLE[axis].name.to_owned();
    let pair =
        |(one, other, correlation, p_value)| KnownPair { parameters: [name(one), name(other)], correlation, p_value };
    pairs(&coordinates, PAIRS).into_iter().map(pair).collect()
}

impl Calibrated {
    /// Targets that are measured, held out or not.
    pub fn measured(&self, held_out: bool) -> impl Iterator<Item = &JudgedTarget> {
        self.targets.iter().filter(move |one| one.unmeasured.is_none() && one.target.held_out == held_out)
    }

    /// Parameters that were free.
    pub fn free(&self) -> impl Iterator<Item = &LearntParameter> {
        self.parameters.iter().filter(|parameter| parameter.moves > 0)
    }
}

use super::asked_inputs::AskedInputs;
use super::space::Space;
use super::{difference, outcome};
use crate::analysis::{Clock, Headline, SweptValue, VariedInput, VariedQuestion};
use crate::diagnostics::Diagnostics;
use crate::engine::{Engine, Observe};
use crate::record::Setting;
use crate::scenario::{Scenario, Study};
use crate::study::arms::compared_by;
use crate::study::{Error, Options, PlannedRuns, VariedOptions};
use rayon::prelude::*;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// What comes of points.
pub(super) struct PointOutcomes {
    space: Space,
    pub question: VariedQuestion,
    clock: Clock,
}

/// The same before anything has been run for it: what is wrong with what was asked for is found here.
pub(super) struct AskedOutcomes {
    inputs: AskedInputs,
    places: Option<[usize; 2]>,
    between: Option<[String; 2]>,
    /// The scenarios of the arms, before budgets are found for them.
    plain: Vec<Scenario>,
    headline: Headline,
    clock: Clock,
    /// How many inputs there are.
    pub number: usize,
}

impl AskedOutcomes {
    pub fn of(study: &Study, varied: &VariedOptions) -> Result<AskedOutcomes, Error> {
        let places = varied.between.as_ref().map(|between| difference::places(study, between)).transpose()?;
        let plain: Vec<Scenario> = match places {
            Some(places) => places.map(|place| study.regimes[place].scenario.clone()).to_vec(),
            None => vec![study.scenario.clone()],
        };
        let inputs = AskedInputs::of(&varied.over, &plain.iter().collect::<Vec<_>>(), study)?;
        if let ([first, second], Some(sweep)) = (plain.as_slice(), study.sweep.as_ref().filter(|_| inputs.sweep)) {
            difference::refuse_same([first, second], &sweep.axes)?;
        }
        let space = Space::new(study, plain.clone(), &inputs);
        let clock = Clock::of_ends(&space.ends().map_err(Error::Mistakes)?);
        let headline = outcome::outcome(study, varied.outcome.as_deref(), &clock)?;
        let number = space.inputs().len();
        Ok(AskedOutcomes { inputs, places, between: varied.between.clone(), plain, headline, clock, number })
    }

    /// The scenarios that are varied.
    pub fn scenarios(&self) -> Vec<&Scenario> {
        self.plain.iter().collect()
    }

    /// Ready to run.
    pub fn ready(self, study: &Study, options: &Options<'_>) -> Result<PointOutcomes, Error> {
        let arms = match self.places {
            Some(places) => difference::arms(study, places, options)?,
            None => self.plain,
        };
        let setting = Engine::new(&arms[0]).setting().clone();
        let space = Space::new(study, arms, &self.inputs);
        let question = VariedQuestion {
            setting: Setting { scenario: study.scenario.name.clone(), ..setting },
            headline: self.headline,
            between: self.between,
            inputs: space.inputs(),
            held: self.inputs.held,
            replicates: study.scenario.run.replicates,
            seed: study.scenario.run.seed,
        };
        Ok(PointOutcomes { space, question, clock: self.clock })
    }
}

impl PointOutcomes {
    /// What is varied.
    pub fn inputs(&self) -> &[VariedInput] {
        &self.question.inputs
    }

    /// How many runs a point takes.
    pub fn runs(&self) -> u64 {
        u64::from(self.question.replicates) * self.space.arms() as u64
    }

    /// What is planned of so many points of a study, and about how long a run takes.
    pub fn planned(&self, points: u64, study: &Study, threads: usize) -> PlannedRuns {
        let began = Instant::now();
        drop(Engine::new(&study.scenario).run(study.scenario.run.seed, 0, &Observe::default()));
        let (replicates, each) = (self.runs(), began.elapsed());
        PlannedRuns { points, replicates, findings: 0, arms: 0, sets: 0, runs: points * replicates, each, threads }
    }

    /// The point at which nothing is varied.
    pub fn resting(&self) -> Vec<f64> {
        self.space.resting()
    }

    /// The values at a point.
    pub fn values(&self, shares: &[f64]) -> Vec<SweptValue> {
        self.space.values(shares)
    }

    /// The outcome at a point in each replicate, those of its row: points of a row share their futures, `other` ones if asked,
    /// rows do not. As bytes; nothing if it is given up.
    pub fn at(&self, shares: &[f64], row: u64, other: bool, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let replicates = u64::from(self.question.replicates);
        let first = (2 * row + u64::from(other)) * replicates;
        let mut values = vec![0.0; replicates as usize];
        for arm in 0..self.space.arms() {
            let sign = if arm == 0 { 1.0 } else { -1.0 };
            // Points whose values do not go together are refused before anything is run.
            let Ok(scenario) = self.space.scenario(arm, shares) else { return Some(vec![]) };
            let engine = compared_by(Engine::new(&scenario), &self.clock);
            for (value, replicate) in values.iter_mut().zip(first..) {
                let run = engine.run_unless(give_up, self.question.seed, replicate, &Observe::default())?;
                *value += sign * self.question.headline.of(&run, engine.setting());
            }
        }
        // Plain numbers: nothing in them can fail to be written.
        Some(postcard::to_stdvec(&values).unwrap_or_default())
    }

    /// The outcomes that were kept; `None` if one of them is no number.
    pub fn kept(&self, bytes: &[u8]) -> Option<Vec<f64>> {
        let values: Vec<f64> = postcard::from_bytes(bytes).ok()?;
        (values.len() == self.question.replicates as usize && values.iter().all(|v| v.is_finite())).then_some(values)
    }

    /// An error if values do not go together at one of these points.
    pub fn check(&self, points: &[Vec<f64>]) -> Result<(), Error> {
        if self.space.is_always_right() {
            return Ok(());
        }
        let wrong = |shares: &Vec<f64>| -> Option<Diagnostics> {
            (0..self.space.arms()).find_map(|arm| self.space.scenario(arm, shares).err())
        };
        let all: Vec<Diagnostics> = points.par_iter().filter_map(wrong).collect();
        let more = all.len().saturating_sub(1);
        match all.into_iter().next() {
            Some(first) => Err(Error::Points { first, more, of: points.len() }),
            None => Ok(()),
        }
    }
}

use super::arms::compared_by;
use crate::analysis::Clock;
use crate::engine::Engine;
use crate::scenario::{AxisValue, Scenario, Study};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Engines that are kept at once; a chunk of a sweep visits a few points, and large designs come back late.
const KEPT: usize = 512;

/// The engines of a sweep's points, made when they are needed.
#[derive(Debug)]
pub(super) struct SweptEngines {
    study: Study,
    /// The points of the sweep.
    pub points: Vec<Vec<AxisValue>>,
    clock: Clock,
    /// The point of each, the oldest first.
    kept: Mutex<VecDeque<(usize, Arc<Engine>)>>,
}

impl SweptEngines {
    /// Of these points, each of which has been checked.
    pub fn new(study: Study, points: Vec<Vec<AxisValue>>, clock: &Clock) -> SweptEngines {
        SweptEngines { study, points, clock: clock.clone(), kept: Mutex::new(VecDeque::new()) }
    }

    /// The scenario of a point.
    pub fn scenario(&self, point: usize) -> Scenario {
        self.study.at(&self.points[point]).unwrap_or_else(|_| self.study.scenario.clone())
    }

    /// The engine of a point.
    pub fn at(&self, point: usize) -> Arc<Engine> {
        // A thread that broke off while it held the lock has left whole entries.
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, engine)) = kept().iter().find(|(other, _)| *other == point) {
            return Arc::clone(engine);
        }
        // Two threads may make the same one: they are alike.
        let engine = Arc::new(compared_by(Engine::new(&self.scenario(point)), &self.clock));
        let mut kept = kept();
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back((point, Arc::clone(&engine)));
        engine
    }
}

use super::Error;
use super::precision::Precision;
use super::runs::Runs;
use crate::experiment::{Schedule, Store};

/// Who looks at the first replicates.
pub(super) type Looking<'a> = dyn Fn(&Store, &Schedule) -> Result<(), Error> + 'a;

/// What is run after what: with a rule of stopping, batch by batch until it is met; else the first part before the rest, if there is
/// one, then what is found to be needed after that. Each step follows from what all earlier ones came to.
pub(super) struct Growth<'a> {
    pub precision: Option<&'a mut Precision>,
    pub first: Option<(u64, &'a Looking<'a>)>,
    pub grow: &'a dyn Fn(&Runs) -> Result<Option<u64>, Error>,
    pub may_grow: &'a dyn Fn() -> bool,
    /// All that is asked for: at most, with a rule of stopping.
    pub asked: Schedule,
    /// Steps that have begun.
    pub begun: usize,
}

impl Growth<'_> {
    /// What is run first.
    pub fn begin(&mut self) -> Schedule {
        self.begun = 1;
        let most = self.asked.replicates();
        let first = match (&self.precision, self.first) {
            (Some(precision), _) => precision.first(),
            (None, Some((first, _))) => first,
            (None, None) => most,
        };
        self.asked.with_replicates(first.min(most))
    }

    /// Whether this is the first part of several that there will be in any case.
    pub fn is_first_part(&self) -> bool {
        self.precision.is_none() && self.first.is_some() && self.begun == 1
    }

    /// Whether something may come after what is run now.
    pub fn may_go_on(&self, now: &Schedule) -> bool {
        match self.precision {
            Some(_) => now.replicates() < self.asked.replicates(),
            None => self.is_first_part() || (self.may_grow)(),
        }
    }

    /// What is run after what has been run; nothing if that is all.
    pub fn next(&mut self, done: &Runs) -> Result<Option<Schedule>, Error> {
        let so_far = done.schedule.replicates();
        let replicates = if let Some(precision) = &mut self.precision {
            precision.look(&done.store, &done.schedule)?;
            if let Some(hopeless) = precision.is_hopeless() {
                return Err(hopeless);
            }
            let is_over = precision.is_met() || so_far >= self.asked.replicates();
            (!is_over).then(|| (so_far + precision.entry.batch).min(self.asked.replicates()))
        } else if let Some((_, look)) = self.first.filter(|_| self.begun == 1) {
            look(&done.store, &done.schedule)?;
            Some(self.asked.replicates())
        } else {
            (self.grow)(done)?
        };
        self.begun += 1;
        Ok(replicates.map(|replicates| self.asked.with_replicates(replicates)))
    }
}

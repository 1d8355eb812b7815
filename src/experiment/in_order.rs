use super::{Held, Schedule, Store, StoreError, Unit, UnitOutcome};

/// See [`Store::read_in_order`].
#[derive(Debug)]
pub struct InOrder<'a> {
    store: &'a Store,
    schedule: Schedule,
    next: u64,
    chunk: std::iter::Enumerate<std::vec::IntoIter<UnitOutcome>>,
}

impl Store {
    /// All outcomes that are there, in the order of the schedule, with one chunk at a time in memory. Chunks that are
    /// missing are passed over; one that is damaged is an error.
    #[must_use]
    pub fn read_in_order(&self, schedule: &Schedule) -> InOrder<'_> {
        InOrder { store: self, schedule: *schedule, next: 0, chunk: Vec::new().into_iter().enumerate() }
    }
}

impl Iterator for InOrder<'_> {
    type Item = Result<(Unit, UnitOutcome), StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((index, outcome)) = self.chunk.next() {
                let unit = self.schedule.unit(self.next - 1, index as u64)?;
                return Some(Ok((unit, outcome)));
            }
            if self.next == self.schedule.chunks() {
                return None;
            }
            let held = self.store.get(&self.schedule, self.next);
            self.next += 1;
            match held {
                Ok(Held::Missing) => {}
                Ok(Held::Whole(outcomes)) => self.chunk = outcomes.into_iter().enumerate(),
                Ok(Held::Damaged(damage)) => return Some(Err(StoreError::Damaged(damage))),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

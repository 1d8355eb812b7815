/// One subject under observation over (start, stop], that may leave by one of several causes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompetingSpell {
    /// When observation began; the subject counts as at risk after it.
    pub start: f64,
    /// When observation ended; the subject counts as at risk up to and at it.
    pub stop: f64,
    /// The cause by which it ended, from 0; `None` if it was censored.
    pub cause: Option<usize>,
}

/// The estimate at one distinct stop time.
#[derive(Clone, Debug, PartialEq)]
pub struct CumulativeIncidenceRow {
    /// The time.
    pub time: f64,
    /// Subjects at risk just before it.
    pub at_risk: u64,
    /// Events at it, by cause.
    pub events: Vec<u64>,
    /// Censorings at it, counted after the events.
    pub censored: u64,
    /// Probability to have left by no cause yet, 0..1: the Kaplan-Meier curve of all causes.
    pub survival: f64,
    /// Probability to have left by each cause up to and at the time, 0..1; with `survival` they add up to 1.
    pub incidence: Vec<f64>,
}

/// Cumulative incidences: 0 before the first row, and each row's hold until the next row's time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CumulativeIncidence {
    /// One row per distinct stop time, in rising order.
    pub rows: Vec<CumulativeIncidenceRow>,
}

impl CumulativeIncidence {
    /// Probability to have left by `cause` up to and at `time`.
    #[must_use]
    pub fn at(&self, cause: usize, time: f64) -> f64 {
        self.row(time).map_or(0.0, |row| row.incidence[cause])
    }

    /// Probability to have left by no cause up to and at `time`.
    #[must_use]
    pub fn survival(&self, time: f64) -> f64 {
        self.row(time).map_or(1.0, |row| row.survival)
    }

    fn row(&self, time: f64) -> Option<&CumulativeIncidenceRow> {
        self.rows[..self.rows.partition_point(|row| row.time <= time)].last()
    }
}

/// The cumulative incidence of each of `causes` competing causes, with delayed entry (Aalen and Johansen 1978,
/// Scandinavian Journal of Statistics 5; Putter, Fiocco and Geskus 2007, Statistics in Medicine 26).
///
/// At each time S(before) d(cause) / n is added, where n are all at risk: one minus the Kaplan-Meier curve of one cause,
/// with the others censored, would be the incidence in a world without the others, and too high in this one. Ties,
/// entries and spells with `stop <= start` as in [`kaplan_meier`](super::kaplan_meier), as R's
/// `survfit(Surv(start, stop, cause) ~ 1, id = id)`. No variance: single subjects are not what varies independently
/// here; resample replicates ([`CompetingCounts`](super::CompetingCounts)).
///
/// Cost: two sorts, O(n log n), then O(causes) per distinct time.
///
/// # Panics
///
/// If a spell's cause is not below `causes`.
///
/// An oracle: tests hold it against R, and [`CompetingCounts`](super::CompetingCounts) against it where both speak of the same; no command calls it.
#[must_use]
pub fn cumulative_incidence(spells: &[CompetingSpell], causes: usize) -> CumulativeIncidence {
    let mut exits: Vec<(f64, Option<usize>)> = Vec::with_capacity(spells.len());
    let mut entries: Vec<f64> = Vec::with_capacity(spells.len());
    for spell in spells.iter().filter(|spell| spell.stop > spell.start) {
        exits.push((spell.stop, spell.cause));
        entries.push(spell.start);
    }
    exits.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    entries.sort_unstable_by(f64::total_cmp);

    let mut rows = Vec::new();
    let (mut entered, mut left) = (0, 0);
    let (mut survival, mut incidence) = (1.0, vec![0.0; causes]);
    for same in exits.chunk_by(|a, b| a.0 == b.0) {
        let time = same[0].0;
        entered += entries[entered..].iter().take_while(|&&start| start < time).count();
        let at_risk = entered - left;
        let mut events = vec![0_u64; causes];
        same.iter().filter_map(|exit| exit.1).for_each(|cause| events[cause] += 1);
        let ended: u64 = events.iter().sum();
        for (incidence, &events) in incidence.iter_mut().zip(&events) {
            *incidence += survival * events as f64 / at_risk as f64;
        }
        survival *= (at_risk as u64 - ended) as f64 / at_risk as f64;
        left += same.len();
        rows.push(CumulativeIncidenceRow {
            time,
            at_risk: at_risk as u64,
            events,
            censored: same.len() as u64 - ended,
            survival,
            incidence: incidence.clone(),
        });
    }
    CumulativeIncidence { rows }
}

#[cfg(test)]
#[path = "cumulative_incidence_tests.rs"]
mod tests;

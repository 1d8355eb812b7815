use super::{Courses, Endings, Estimate, Findings, Headline, Outcomes, Survivals};
use crate::record::{RunRecord, Setting};

/// Folds records, in the order of replicates, into what findings need.
#[derive(Clone, Debug)]
pub struct Collector {
    setting: Setting,
    headlines: Vec<Headline>,
    /// One row of headline values per replicate.
    values: Vec<f64>,
    outcomes: Outcomes,
    endings: Endings,
    courses: Courses,
    survivals: Survivals,
    replicates: u64,
}

impl Collector {
    /// Nothing collected yet.
    #[must_use]
    pub fn new(setting: &Setting) -> Collector {
        Collector {
            headlines: Headline::all(),
            values: vec![],
            outcomes: Outcomes::new(setting),
            endings: Endings::default(),
            courses: Courses::new(setting.places.len(), setting.months as usize),
            survivals: Survivals::new(setting),
            replicates: 0,
            setting: setting.clone(),
        }
    }

    /// Bytes that so many replicates will take, about.
    #[must_use]
    pub fn bytes(setting: &Setting, replicates: u64) -> u64 {
        let courses = Courses::bytes(setting.places.len(), setting.months as usize, replicates);
        courses.saturating_add(Survivals::bytes(setting, replicates))
    }

    /// Adds a replicate; returns its headline values, in the order of [`Headline::all`].
    pub fn add(&mut self, record: &RunRecord) -> &[f64] {
        self.outcomes.add(record, &self.setting);
        self.endings.add(&record.fates);
        self.courses.add(&record.panel);
        self.survivals.add(record);
        self.replicates += 1;
        let first = self.values.len();
        self.values.extend(self.headlines.iter().map(|h| h.of(record, &self.setting)));
        &self.values[first..]
    }

    /// Number of replicates so far.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// What it all comes to.
    #[must_use]
    pub fn finish(self) -> Findings {
        let columns = self.headlines.len();
        let estimate = |column: usize| Estimate::of(self.values.iter().skip(column).step_by(columns).copied());
        let headlines = self.headlines.iter().cloned().enumerate().map(|(i, h)| (h, estimate(i))).collect();
        Findings {
            survival: self.survivals.tables(&self.setting),
            calendar_survival: self.survivals.calendar(),
            setting: self.setting,
            replicates: self.replicates,
            headlines,
            outcomes: self.outcomes,
            endings: self.endings,
            courses: self.courses,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Collector;
    use crate::analysis::fabricated::{record, setting};

    #[test]
    fn findings_are_means_over_replicates() {
        let setting = setting(3);
        let mut collector = Collector::new(&setting);
        let spent = collector.headlines.iter().position(|h| h.name == "money_spent").unwrap();
        for replicate in 0..5 {
            let row = collector.add(&record(&setting, replicate));
            assert_eq!(row[spent], 500.0 + replicate as f64);
        }
        let findings = collector.finish();
        assert_eq!((findings.replicates, findings.headline("money_spent").mean), (5, 502.0));
        assert_eq!(findings.headline("initiatives").half_width, 0.0);
        assert_eq!(findings.outcomes.all().len(), 3);
    }
}

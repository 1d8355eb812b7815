use super::{
    Activity, Courses, Endings, FateGrid, Findings, Flows, Headline, Incidences, InitiativeFates, Kept, Outcomes,
    Running, Survivals, TypicalFuture,
};
use crate::record::Setting;

/// Folds what was kept of runs of one arm, in the order of replicates, into what findings need. What it holds does not
/// grow with the number of replicates beyond [`super::SINGLE_FUTURES`].
#[derive(Clone, Debug)]
pub struct Collector {
    setting: Setting,
    headlines: Vec<(Headline, Running)>,
    outcomes: Outcomes,
    endings: Endings,
    initiatives: InitiativeFates,
    courses: Courses,
    survivals: Survivals,
    incidences: Incidences,
    grid: FateGrid,
    flows: Flows,
    activity: Activity,
    typical: TypicalFuture,
    replicates: u64,
    failed: u64,
}

impl Collector {
    /// Nothing collected yet; `headlines` are those that runs were kept with.
    #[must_use]
    pub fn new(setting: &Setting, headlines: &[Headline]) -> Collector {
        Collector {
            headlines: headlines.iter().map(|h| (h.clone(), Running::within(h.bounds()))).collect(),
            outcomes: Outcomes::new(setting),
            endings: Endings::default(),
            initiatives: InitiativeFates::new(setting),
            courses: Courses::new(0..1, setting.months as usize),
            survivals: Survivals::new(setting),
            incidences: Incidences::new(setting),
            grid: FateGrid::new(setting),
            flows: Flows::new(setting),
            activity: Activity::new(setting),
            typical: TypicalFuture::default(),
            replicates: 0,
            failed: 0,
            setting: setting.clone(),
        }
    }

    /// Adds a replicate; `None` if its run failed.
    pub fn add(&mut self, kept: Option<&Kept>) {
        let Some(Kept { headlines, run }) = kept else {
            self.failed += 1;
            return;
        };
        self.outcomes.add(run, &self.setting);
        self.endings.add(&run.fates);
        self.initiatives.add(run);
        self.courses.add(&run.panel);
        self.survivals.add(run);
        self.incidences.add(run);
        self.grid.add(run);
        self.flows.add(run);
        self.activity.add(&run.panel);
        self.typical.add(run.replicate, headlines);
        self.replicates += 1;
        for ((_, running), value) in self.headlines.iter_mut().zip(headlines) {
            running.add(*value);
        }
    }

    /// What it all comes to.
    #[must_use]
    pub fn finish(self) -> Findings {
        Findings {
            survival: self.survivals.tables(&self.setting),
            calendar_survival: self.survivals.calendar(),
            incidence: self.incidences.tables(),
            initiatives: self.initiatives.all(&self.setting),
            setting: self.setting,
            replicates: self.replicates,
            failed: self.failed,
            headlines: self.headlines.into_iter().map(|(h, running)| (h, running.estimate())).collect(),
            outcomes: self.outcomes,
            endings: self.endings,
            courses: self.courses,
            grid: self.grid,
            flows: self.flows,
            activity: self.activity,
            typical: self.typical.replicate(),
            models: None,
            conditions: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Collector;
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{Headline, Kept};

    #[test]
    fn findings_are_means_over_replicates() {
        let setting = setting(3);
        let headlines = Headline::all(&[]);
        let mut collector = Collector::new(&setting, &headlines);
        for replicate in 0..5 {
            collector.add(Some(&Kept::of(record(&setting, replicate), &setting, &headlines, 3)));
        }
        collector.add(None);
        let findings = collector.finish();
        assert_eq!((findings.replicates, findings.failed, findings.headline("money_spent").mean), (5, 1, 502.0));
        assert_eq!(findings.headline("initiatives").half_width, 0.0);
        assert_eq!((findings.outcomes.all().len(), findings.courses.replicates()), (3, 3));
    }
}

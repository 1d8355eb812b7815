use super::life::{alive_after, programme_last};
use super::{Bounds, Estimate, Extremes, Places, Running};
use crate::record::{RunRecord, Setting};

/// What became of the initiatives of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The site, region or type.
    pub name: String,
    /// Number of sites in it.
    pub sites: usize,
    /// Initiatives alive at the programme's end.
    pub at_programme_end: Estimate,
    /// Those of them alive at the end of the run.
    pub at_horizon: Estimate,
    /// The share that these are.
    pub survived: Estimate,
    /// Those of them that were part of business as usual at the end of the run.
    pub absorbed: Estimate,
}

/// Counts of one replicate in one place.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    alive: u32,
    still: u32,
    absorbed: u32,
}

/// The same for every place that the summary shows ([`Places`]).
#[derive(Clone, Debug)]
pub struct Outcomes {
    places: Places,
    running: Vec<[Running; 4]>,
}

impl Outcomes {
    /// The places of this setting, nothing counted yet.
    #[must_use]
    pub fn new(setting: &Setting) -> Outcomes {
        let places = Places::of(setting);
        let of = [Bounds::COUNT, Bounds::COUNT, Bounds::Share, Bounds::COUNT].map(Running::within);
        Outcomes { running: vec![of; places.len()], places }
    }

    /// What the places are: `site`, `region` or `type of site`.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        self.places.heading
    }

    /// Adds a replicate.
    pub fn add(&mut self, record: &RunRecord, setting: &Setting) {
        let mut counts = vec![Counts::default(); self.places.len()];
        if let Some(last) = programme_last(setting) {
            for fate in record.fates.iter().filter(|f| alive_after(f, last)) {
                let place = &mut counts[self.places.of_site[fate.site.index()]];
                place.alive += 1;
                place.still += u32::from(fate.end.is_none());
                place.absorbed += u32::from(fate.absorbed_at_end);
            }
        }
        for (running, c) in self.running.iter_mut().zip(counts) {
            let [alive, still, absorbed] = [c.alive, c.still, c.absorbed].map(f64::from);
            for (running, value) in running.iter_mut().zip([alive, still, still / alive, absorbed]) {
                running.add(value);
            }
        }
    }

    /// Where the share that survived is lowest and highest; places by their order in [`Outcomes::all`].
    #[must_use]
    pub fn extremes(&self) -> Option<Extremes> {
        let survived = |running: &[Running; 4]| running[2].estimate().mean;
        let all: Vec<(f64, &[f64])> = self.running.iter().map(|r| (survived(r), r[2].first())).collect();
        Extremes::of(&all)
    }

    /// What became of each place, in the order of sites.
    #[must_use]
    pub fn all(&self) -> Vec<Outcome> {
        let outcome = |((name, sites), running): (&(String, usize), &[Running; 4])| {
            let [at_programme_end, at_horizon, survived, absorbed] = running.each_ref().map(Running::estimate);
            Outcome { name: name.clone(), sites: *sites, at_programme_end, at_horizon, survived, absorbed }
        };
        self.places.names.iter().zip(&self.running).map(outcome).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Outcomes;
    use crate::analysis::fabricated::{fate, record, setting};

    #[test]
    fn counts_what_was_alive_at_the_programmes_end_by_site() {
        let setting = setting(2);
        let mut outcomes = Outcomes::new(&setting);
        let mut r = record(&setting, 0);
        r.fates = vec![fate(0, 0, None), fate(0, 0, Some(47)), fate(1, 0, Some(50)), fate(1, 0, None)];
        outcomes.add(&r, &setting);
        r.fates[3].end = Some(90);
        outcomes.add(&r, &setting);
        let all = outcomes.all();
        assert_eq!((outcomes.heading(), all[0].name.as_str(), all[1].sites), ("site", "site-1", 1));
        assert_eq!((all[0].at_programme_end.mean, all[0].survived.mean), (1.0, 1.0));
        assert_eq!((all[1].at_programme_end.mean, all[1].at_horizon.mean, all[1].survived.mean), (2.0, 0.5, 0.25));
    }

    #[test]
    fn many_sites_are_shown_by_region_or_type() {
        let mut many = setting(40);
        let outcomes = Outcomes::new(&many);
        assert_eq!((outcomes.heading(), outcomes.all().len(), outcomes.all()[1].sites), ("region", 2, 20));
        many.sites.iter_mut().for_each(|s| s.region = None);
        let outcomes = Outcomes::new(&many);
        assert_eq!((outcomes.heading(), outcomes.all().len()), ("type of site", 3));
    }
}

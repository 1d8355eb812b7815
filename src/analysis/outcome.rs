use super::life::{alive_after, programme_last};
use super::{Estimate, Running};
use crate::record::{RunRecord, Setting, SiteLabel};

/// At most so many sites are shown one by one.
const SITES_SHOWN: usize = 12;
/// At most so many regions are.
const REGIONS_SHOWN: usize = 15;

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

/// The same for every place that the summary shows: sites if they are few, else regions, else types of site.
#[derive(Clone, Debug)]
pub struct Outcomes {
    heading: &'static str,
    names: Vec<(String, usize)>,
    place_of_site: Vec<usize>,
    running: Vec<[Running; 4]>,
}

impl Outcomes {
    /// The places of this setting, nothing counted yet.
    #[must_use]
    pub fn new(setting: &Setting) -> Outcomes {
        let region = |s: &SiteLabel| s.region.clone().unwrap_or_else(|| "no region".to_owned());
        let by_region = grouped(&setting.sites, region);
        let (heading, (names, place_of_site)) = if setting.sites.len() <= SITES_SHOWN {
            ("site", grouped(&setting.sites, |s| s.name.clone()))
        } else if (2..=REGIONS_SHOWN).contains(&by_region.0.len()) {
            ("region", by_region)
        } else {
            ("type of site", grouped(&setting.sites, |s| s.site_type.to_owned()))
        };
        Outcomes { heading, running: vec![Default::default(); names.len()], names, place_of_site }
    }

    /// What the places are: `site`, `region` or `type of site`.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        self.heading
    }

    /// Adds a replicate.
    pub fn add(&mut self, record: &RunRecord, setting: &Setting) {
        let mut counts = vec![Counts::default(); self.names.len()];
        if let Some(last) = programme_last(setting) {
            for fate in record.fates.iter().filter(|f| alive_after(f, last)) {
                let place = &mut counts[self.place_of_site[fate.site.index()]];
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

    /// What became of each place, in the order of sites.
    #[must_use]
    pub fn all(&self) -> Vec<Outcome> {
        let outcome = |((name, sites), running): (&(String, usize), &[Running; 4])| {
            let [at_programme_end, at_horizon, survived, absorbed] = running.each_ref().map(Running::estimate);
            Outcome { name: name.clone(), sites: *sites, at_programme_end, at_horizon, survived, absorbed }
        };
        self.names.iter().zip(&self.running).map(outcome).collect()
    }
}

/// Groups in the order of their first site, with their sizes, and the group of each site.
fn grouped(sites: &[SiteLabel], name: impl Fn(&SiteLabel) -> String) -> (Vec<(String, usize)>, Vec<usize>) {
    let mut groups: Vec<(String, usize)> = vec![];
    let mut place = std::collections::BTreeMap::new();
    let of_site = sites
        .iter()
        .map(|site| {
            let index = *place.entry(name(site)).or_insert_with_key(|name| {
                groups.push((name.clone(), 0));
                groups.len() - 1
            });
            groups[index].1 += 1;
            index
        })
        .collect();
    (groups, of_site)
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

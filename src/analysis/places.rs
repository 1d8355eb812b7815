use crate::record::{Setting, SiteLabel};
use std::collections::BTreeMap;

/// At most so many sites are shown one by one.
const SITES_SHOWN: usize = 12;
/// At most so many regions are.
const REGIONS_SHOWN: usize = 15;

/// The places that summary and pictures show: sites if they are few, else regions, else types of site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// What they are: `site`, `region` or `type of site`.
    pub heading: &'static str,
    /// Their names with the number of sites in each, in the order of their first site.
    pub names: Vec<(String, usize)>,
    /// The place of each site.
    pub of_site: Vec<usize>,
}

impl Places {
    /// Of this setting.
    #[must_use]
    pub fn of(setting: &Setting) -> Places {
        let region = |s: &SiteLabel| s.region.clone().unwrap_or_else(|| "no region".to_owned());
        let by_region = grouped("region", &setting.sites, region);
        if setting.sites.len() <= SITES_SHOWN {
            grouped("site", &setting.sites, |s| s.name.clone())
        } else if (2..=REGIONS_SHOWN).contains(&by_region.names.len()) {
            by_region
        } else {
            grouped("type of site", &setting.sites, |s| s.site_type.to_owned())
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// Groups in the order of their first site, with their sizes, and the group of each site.
fn grouped(heading: &'static str, sites: &[SiteLabel], name: impl Fn(&SiteLabel) -> String) -> Places {
    let mut names: Vec<(String, usize)> = vec![];
    let mut place = BTreeMap::new();
    let of_site = sites
        .iter()
        .map(|site| {
            let index = *place.entry(name(site)).or_insert_with_key(|name| {
                names.push((name.clone(), 0));
                names.len() - 1
            });
            names[index].1 += 1;
            index
        })
        .collect();
    Places { heading, names, of_site }
}

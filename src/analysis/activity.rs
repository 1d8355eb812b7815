use super::Places;
use super::courses::Spread;
use crate::record::{Metric, Panel, Setting};

/// The activity (full initiatives) of an average site of each place, by month, in the replicates whose months are kept.
///
/// It takes 4 bytes for each of places x months x replicates, the latter at most [`super::SINGLE_FUTURES`].
#[derive(Clone, Debug)]
pub struct Activity {
    places: Places,
    months: usize,
    /// For every place, the places of the panel that are added up, and by how many sites the sum is divided; `None` if
    /// the panel does not tell them apart.
    parts: Option<Vec<(Vec<usize>, f32)>>,
    /// By replicate, place (after the last one: all sites), month.
    values: Vec<f32>,
}

impl Activity {
    /// Nothing yet.
    #[must_use]
    pub fn new(setting: &Setting) -> Activity {
        let places = Places::of(setting);
        let named = |name: &str| setting.places.iter().position(|place| place.name == name);
        let part = |(place, (name, sites)): (usize, &(String, usize))| {
            let of_sites = setting.sites.iter().zip(&places.of_site).filter(|&(_, &of)| of == place);
            let all: Option<Vec<usize>> = of_sites.map(|(site, _)| named(&site.name)).collect();
            // Of many sites the panel tells regions only.
            let region = || named(name).filter(|_| places.heading == "region").map(|place| vec![place]);
            all.or_else(region).map(|panel| (panel, *sites as f32))
        };
        let parts: Option<Vec<(Vec<usize>, f32)>> = places.names.iter().enumerate().map(part).collect();
        let parts = parts.map(|parts| {
            let all = (vec![0], setting.sites.len() as f32);
            parts.into_iter().chain([all]).collect()
        });
        Activity { months: setting.months as usize, places, parts, values: vec![] }
    }

    /// Adds a replicate, if its months were kept.
    pub fn add(&mut self, panel: &Panel) {
        let Some(parts) = self.parts.as_ref().filter(|_| !panel.is_none()) else { return };
        for (members, sites) in parts {
            for month in 0..self.months {
                let sum: f32 = members.iter().map(|&place| panel.get(place, month, Metric::TotalScale)).sum();
                self.values.push(sum / sites);
            }
        }
    }

    /// The places.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Number of replicates in it.
    #[must_use]
    pub fn replicates(&self) -> usize {
        self.values.len() / ((self.places.len() + 1) * self.months).max(1)
    }

    /// The course of an average site of a place, month by month; the average over all sites after the last place.
    #[must_use]
    pub fn course(&self, place: usize) -> Vec<Spread> {
        let run = (self.places.len() + 1) * self.months;
        let cell = |month: usize| {
            let at = place * self.months + month;
            Spread::of(self.values.chunks_exact(run.max(1)).map(|values| values[at]))
        };
        (0..self.months).map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{record, setting};
    use crate::record::RunRecord;

    fn add(activity: &mut Activity, run: &RunRecord, values: &[f32]) {
        let mut panel = run.panel.clone();
        for (place, value) in values.iter().enumerate() {
            panel.row_mut(place, 3)[Metric::TotalScale.index()] = *value;
        }
        activity.add(&panel);
    }

    #[test]
    fn sites_stand_alone_where_they_are_few() {
        let setting = setting(2);
        let mut activity = Activity::new(&setting);
        let run = record(&setting, 0);
        add(&mut activity, &run, &[6.0, 2.0, 4.0]);
        add(&mut activity, &run, &[10.0, 4.0, 6.0]);
        activity.add(&Panel::none());
        let at = |place: usize| activity.course(place)[3].mean;
        assert_eq!(([at(0), at(1), at(2)], activity.replicates()), ([3.0, 5.0, 4.0], 2));
    }

    #[test]
    fn many_sites_are_averaged_by_region_or_type() {
        let mut many = setting(40);
        let run = record(&many, 0);
        let values: Vec<f32> = (0..=40_u16).map(f32::from).collect();
        let mut activity = Activity::new(&many);
        add(&mut activity, &run, &values);
        // Panel places 1, 3, 5 ... 39 are North.
        assert_eq!((activity.course(0)[3].mean, activity.course(1)[3].mean), (20.0, 21.0));
        let region =
            |name: &str| crate::record::PlaceName { kind: crate::record::PlaceKind::Region, name: name.to_owned() };
        many.places.truncate(1);
        many.places.extend(["North", "South"].map(region));
        let mut activity = Activity::new(&many);
        add(&mut activity, &record(&many, 0), &[30.0, 10.0, 20.0]);
        assert_eq!([0, 1, 2].map(|place| activity.course(place)[3].mean), [0.5, 1.0, 0.75]);
        many.sites.iter_mut().for_each(|site| site.region = None);
        let mut activity = Activity::new(&many);
        add(&mut activity, &record(&many, 0), &[30.0, 10.0, 20.0]);
        assert_eq!(activity.replicates(), 0);
    }
}

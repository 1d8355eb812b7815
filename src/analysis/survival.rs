use super::SurvivalRow;
use super::life::{calendar_counts, own_spell};
use super::survival_group::SurvivalGroup;
use crate::random::{Key, Stream};
use crate::record::{Fate, Origin, RunRecord, Setting};
use crate::stats::{MonthCounts, MonthSpell};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// With more sites than this, survival is not tabulated site by site.
pub const SITES_TABULATED: usize = 200;
/// The process of the random stream that resamples; no process of a month has it.
const RESAMPLING: u32 = u32::MAX;

/// The survival of one group of initiatives.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSurvival {
    /// `all`, `site:NAME`, `kind:NAME` or `origin:NAME`.
    pub group: String,
    /// One row per month, from 0 to the last month of which anything is known.
    pub rows: Vec<SurvivalRow>,
}

/// Folds fates into survival tables, group by group.
#[derive(Clone, Debug)]
pub struct Survivals {
    seed: u64,
    by_site: bool,
    /// Months of the run, and months that the oldest initiative had lived before it.
    months: u32,
    before: Option<u32>,
    replicates: u64,
    /// By own age.
    groups: BTreeMap<(u8, u32), SurvivalGroup>,
    /// Over the months of the run: all initiatives, then those of each origin.
    calendar: [SurvivalGroup; 1 + Origin::ALL.len()],
}

const ALL: (u8, u32) = (0, 0);

impl Survivals {
    /// Nothing folded yet.
    #[must_use]
    pub fn new(setting: &Setting) -> Survivals {
        Survivals {
            seed: 0,
            by_site: setting.sites.len() <= SITES_TABULATED,
            months: setting.months,
            before: None,
            replicates: 0,
            groups: BTreeMap::new(),
            calendar: Default::default(),
        }
    }

    /// Adds a replicate.
    pub fn add(&mut self, record: &RunRecord) {
        self.seed = record.seed;
        // Initiatives from before the run are the scenario's, the same in every replicate.
        let lived = |f: &Fate| own_spell(f).entry;
        let before = *self.before.get_or_insert_with(|| record.fates.iter().map(lived).max().unwrap_or(0));
        let horizon = self.months + before;
        let mut spells: BTreeMap<(u8, u32), Vec<MonthSpell>> = BTreeMap::new();
        for fate in &record.fates {
            let own = own_spell(fate);
            let groups = [
                Some(ALL),
                self.by_site.then_some((1, fate.site.0)),
                Some((2, fate.kind.0)),
                Some((3, fate.origin as u32)),
            ];
            for group in groups.into_iter().flatten() {
                spells.entry(group).or_default().push(own);
            }
        }
        for (group, spells) in spells {
            let group = self.groups.entry(group).or_default();
            group.fill(self.replicates, horizon);
            group.add(MonthCounts::of(&spells, horizon));
        }
        for (place, group) in self.calendar.iter_mut().enumerate() {
            let origin = place.checked_sub(1).map(|place| Origin::ALL[place]);
            group.add(calendar_counts(&record.fates, origin, self.months));
        }
        self.replicates += 1;
    }

    /// The tables by the initiatives' own age: `all`, then sites, kinds and origins that had any.
    #[must_use]
    pub fn tables(&self, setting: &Setting) -> Vec<GroupSurvival> {
        let horizon = self.months + self.before.unwrap_or(0);
        let table = |(&key, group): (&(u8, u32), &SurvivalGroup)| {
            let mut group = group.clone();
            group.fill(self.replicates, horizon);
            GroupSurvival { group: name(key, setting), rows: group.rows(&mut self.stream(key)) }
        };
        let groups: Vec<_> = self.groups.iter().collect();
        groups.into_par_iter().map(table).collect()
    }

    /// Survival over the months of the run, where who starts later enters later: `all`, then origins that had any.
    #[must_use]
    pub fn calendar(&self) -> Vec<GroupSurvival> {
        let tables = (0..self.calendar.len()).map(|place| self.calendar_table(place));
        tables.filter(|t| t.group == "all" || t.rows.iter().any(|row| row.at_risk > 0)).collect()
    }

    /// The first of [`Survivals::calendar`] alone: all initiatives.
    #[must_use]
    pub fn calendar_of_all(&self) -> GroupSurvival {
        self.calendar_table(0)
    }

    fn calendar_table(&self, place: usize) -> GroupSurvival {
        let name = if place == 0 { "all".to_owned() } else { format!("origin:{}", Origin::ALL[place - 1].name()) };
        GroupSurvival { group: name, rows: self.calendar[place].rows(&mut self.stream((4, place as u32))) }
    }

    /// The stream that resamples a group.
    fn stream(&self, (family, member): (u8, u32)) -> Stream {
        let replicate = u64::from(family) << 32 | u64::from(member);
        Stream::new(Key { seed: self.seed, replicate, process: RESAMPLING, site: 0 })
    }
}

fn name((family, member): (u8, u32), setting: &Setting) -> String {
    let member = member as usize;
    match family {
        0 => "all".to_owned(),
        1 => format!("site:{}", setting.sites[member].name),
        2 => format!("kind:{}", setting.kinds[member].0),
        _ => format!("origin:{}", Origin::ALL[member].name()),
    }
}

#[cfg(test)]
mod tests {
    use super::Survivals;
    use crate::analysis::fabricated::{fate, record, setting};

    #[test]
    fn initiatives_from_before_the_run_enter_late() {
        let setting = setting(2);
        let mut survivals = Survivals::new(&setting);
        let mut r = record(&setting, 0);
        // Six months old when the run begins; ends in month 3 of the run, after 10 months. The other ends in its first.
        r.fates = vec![fate(0, 0, Some(3)), fate(1, 12, Some(12)), fate(1, 12, None)];
        survivals.add(&r);
        r.fates.pop();
        survivals.add(&r);
        let tables = survivals.tables(&setting);
        let names: Vec<&str> = tables.iter().map(|t| t.group.as_str()).collect();
        let expected =
            ["all", "site:site-1", "site:site-2", "kind:extended_access", "origin:pre-existing", "origin:programme"];
        assert_eq!(names, expected);
        let all = &tables[0].rows;
        assert_eq!(all.len(), 85); // 84 months of the one that is still there, and month 0
        assert_eq!((all[1].at_risk, all[1].events, all[1].survival), (3, 2, 1.0 / 3.0));
        assert_eq!((all[7].at_risk, all[10].at_risk, all[10].events), (3, 3, 2));
        assert_eq!((all[84].at_risk, all[84].censored), (1, 1));
        let calendar = survivals.calendar().remove(0).rows;
        assert_eq!((calendar[4].at_risk, calendar[4].events, calendar[13].at_risk), (2, 2, 3));
    }

    /// Before the first one is there, no share of them is alive.
    #[test]
    fn a_share_of_nothing_is_absent() {
        let setting = setting(1);
        let mut survivals = Survivals::new(&setting);
        let mut r = record(&setting, 0);
        r.fates = vec![fate(0, 12, Some(20)), fate(0, 12, None)];
        survivals.add(&r);
        survivals.add(&r);
        let rows = survivals.calendar().remove(0).rows;
        let first = rows.iter().position(|row| row.at_risk > 0).unwrap();
        for row in &rows[..first - 1] {
            assert!(
                [row.survival, row.interval[0], row.interval[1], row.spread[0], row.spread[1]]
                    .iter()
                    .all(|x| x.is_nan())
            );
        }
        assert_eq!((rows[first - 1].survival, rows[first].survival), (1.0, 1.0));
        assert_eq!(rows.last().unwrap().survival, 0.5);
        let own = survivals.tables(&setting).remove(0).rows;
        assert!(own.iter().all(|row| row.survival.is_finite()));
    }

    #[test]
    fn one_replicate_has_no_interval() {
        let setting = setting(1);
        let mut survivals = Survivals::new(&setting);
        survivals.add(&record(&setting, 0));
        let rows = survivals.tables(&setting).remove(0).rows;
        assert!(rows.iter().all(|row| row.interval.iter().all(|end| end.is_nan()) && row.survival.is_finite()));
    }

    #[test]
    fn intervals_hold_the_estimate_and_repeat() {
        let setting = setting(3);
        let mut survivals = Survivals::new(&setting);
        (0..30).for_each(|r| survivals.add(&record(&setting, r)));
        let all = &survivals.tables(&setting)[0];
        assert_eq!(survivals.tables(&setting)[0], *all);
        for row in &all.rows {
            assert!(row.interval[0] <= row.survival && row.survival <= row.interval[1]);
        }
        let middle = &all.rows[50];
        assert!(middle.spread[0] < middle.interval[0] && middle.interval[1] < middle.spread[1], "{middle:?}");
    }
}

use crate::random::{Key, Stream};
use crate::record::{Fate, RunRecord, Setting};
use crate::stats::{MonthCounts, MonthSpell, bootstrap_survival, replicate_spread};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// With more sites than this, survival is not tabulated site by site.
pub const SITES_TABULATED: usize = 200;
/// Resamples of whole replicates behind an interval.
const RESAMPLES: usize = 1000;
/// The process of the random stream that resamples; no process of a month has it.
const RESAMPLING: u32 = u32::MAX;

/// The survival of one group of initiatives.
#[derive(Clone, Debug, PartialEq)]
pub struct SurvivalTable {
    /// `all`, `site:NAME`, `kind:NAME` or `origin:NAME`.
    pub group: String,
    /// One row per month, from 0 to the last month of which anything is known.
    pub rows: Vec<SurvivalRow>,
}

/// A month of a survival table. Counts are over all replicates together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalRow {
    /// Initiatives under observation that lived up to this month.
    pub at_risk: u32,
    /// Those that ended in it.
    pub events: u32,
    /// Those that were seen no longer.
    pub censored: u32,
    /// Kaplan and Meier's estimate.
    pub survival: f64,
    /// 95 % interval of the average: resampling whole replicates.
    pub interval: [f64; 2],
    /// 5 and 95 % quantiles of the curves of single replicates.
    pub spread: [f64; 2],
}

/// What a table's months count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// The start of the initiative.
    Own,
    /// The start of the run.
    Calendar,
}

/// Folds fates into survival tables, group by group.
#[derive(Clone, Debug)]
pub struct Survivals {
    seed: u64,
    by_site: bool,
    /// Months of the run, and months that the oldest initiative had lived before it.
    months: u32,
    before: Option<u32>,
    replicates: usize,
    /// By group: counts of each replicate; a group that appears late has empty ones before.
    groups: BTreeMap<(u8, u32), Vec<MonthCounts>>,
    /// All initiatives, then those of each origin.
    calendar: [Vec<MonthCounts>; 1 + ORIGINS.len()],
}

const ALL: (u8, u32) = (0, 0);
const ORIGINS: [&str; 3] = ["pre-existing", "programme", "copied"];

fn spell(fate: &Fate, clock: Clock) -> MonthSpell {
    let lived = i64::from(fate.entry) - i64::from(fate.start);
    let entry = match clock {
        Clock::Own => u32::try_from(lived.max(0)).unwrap_or(u32::MAX / 2),
        Clock::Calendar => fate.entry,
    };
    MonthSpell { entry, exit: entry + fate.months_observed, event: fate.end.is_some() }
}

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

    /// Bytes that so many replicates will take, about.
    #[must_use]
    pub fn bytes(setting: &Setting, replicates: u64) -> u64 {
        let sites = if setting.sites.len() <= SITES_TABULATED { setting.sites.len() } else { 0 };
        let groups = (2 + sites + setting.kinds.len() + 2 * ORIGINS.len()) as u64;
        (groups * 12 * (u64::from(setting.months) + 48)).saturating_mul(replicates)
    }

    /// Adds a replicate.
    pub fn add(&mut self, record: &RunRecord) {
        self.seed = record.seed;
        // Initiatives from before the run are the scenario's, the same in every replicate.
        let lived = |f: &Fate| spell(f, Clock::Own).entry;
        let before = *self.before.get_or_insert_with(|| record.fates.iter().map(lived).max().unwrap_or(0));
        let horizon = self.months + before;
        let mut spells: BTreeMap<(u8, u32), Vec<MonthSpell>> = BTreeMap::new();
        for fate in &record.fates {
            let own = spell(fate, Clock::Own);
            let origin = ORIGINS.iter().position(|&o| o == fate.origin).unwrap_or(0) as u32;
            let groups =
                [Some(ALL), self.by_site.then_some((1, fate.site.0)), Some((2, fate.kind.0)), Some((3, origin))];
            for group in groups.into_iter().flatten() {
                spells.entry(group).or_default().push(own);
            }
        }
        for (group, spells) in spells {
            let counts = self.groups.entry(group).or_default();
            counts.resize(self.replicates, MonthCounts::none(horizon));
            counts.push(MonthCounts::of(&spells, horizon));
        }
        for (place, counts) in self.calendar.iter_mut().enumerate() {
            let concerned = |f: &&Fate| place == 0 || f.origin == ORIGINS[place - 1];
            let spells: Vec<MonthSpell> =
                record.fates.iter().filter(concerned).map(|f| spell(f, Clock::Calendar)).collect();
            counts.push(MonthCounts::of(&spells, self.months));
        }
        self.replicates += 1;
    }

    /// The tables by the initiatives' own age: `all`, then sites, kinds and origins that had any.
    #[must_use]
    pub fn tables(&self, setting: &Setting) -> Vec<SurvivalTable> {
        let groups: Vec<(&(u8, u32), &Vec<MonthCounts>)> = self.groups.iter().collect();
        let table = |(&group, counts): (&(u8, u32), &Vec<MonthCounts>)| {
            let mut counts = counts.clone();
            let horizon = self.months + self.before.unwrap_or(0);
            counts.resize(self.replicates, MonthCounts::none(horizon));
            SurvivalTable { group: name(group, setting), rows: self.rows(&counts, group) }
        };
        groups.into_par_iter().map(table).collect()
    }

    /// Survival over the months of the run, where who starts later enters later: `all`, then origins that had any.
    #[must_use]
    pub fn calendar(&self) -> Vec<SurvivalTable> {
        let table = |(place, counts): (usize, &Vec<MonthCounts>)| {
            let group = if place == 0 { "all".to_owned() } else { format!("origin:{}", ORIGINS[place - 1]) };
            SurvivalTable { group, rows: self.rows(counts, (4, place as u32)) }
        };
        let tables = self.calendar.iter().enumerate().map(table);
        tables.filter(|t| t.group == "all" || t.rows.iter().any(|row| row.at_risk > 0)).collect()
    }

    fn rows(&self, counts: &[MonthCounts], (family, member): (u8, u32)) -> Vec<SurvivalRow> {
        let Some(first) = counts.first() else { return vec![] };
        let mut pool = MonthCounts::none(first.horizon());
        counts.iter().for_each(|c| pool.add(c, 1));
        let key = Key {
            seed: self.seed,
            replicate: u64::from(family) << 32 | u64::from(member),
            process: RESAMPLING,
            site: 0,
        };
        let mut stream = Stream::new(key);
        let sure = bootstrap_survival(counts, RESAMPLES, 0.95, || stream.uniform());
        let spread = replicate_spread(counts, 0.05, 0.95);
        let row = |(month, survival): (usize, f64)| SurvivalRow {
            at_risk: pool.at_risk[month],
            events: pool.events[month],
            censored: pool.censored[month],
            survival,
            interval: [sure.low[month], sure.high[month]],
            spread: [spread.low[month], spread.high[month]],
        };
        let known = pool.at_risk.iter().rposition(|&n| n > 0).map_or(0, |last| last + 1);
        pool.survival().into_iter().take(known).enumerate().map(row).collect()
    }
}

fn name((family, member): (u8, u32), setting: &Setting) -> String {
    let member = member as usize;
    match family {
        0 => "all".to_owned(),
        1 => format!("site:{}", setting.sites[member].name),
        2 => format!("kind:{}", setting.kinds[member].0),
        _ => format!("origin:{}", ORIGINS[member]),
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

use super::fate_grid::leading;
use crate::record::{Cause, Fate, Origin, RunRecord, Setting};
use std::collections::BTreeMap;

/// With more sites than this, fates are told by kind only, not by site.
const SITES_TOLD: usize = 60;

/// What became of one initiative of a site, or of all copies of a kind there, over all replicates.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeFate {
    /// Its site; `None` if sites are too many to be told apart.
    pub site: Option<String>,
    /// Its name; its kind, of copies and where sites are not told apart.
    pub name: String,
    /// The label of its kind.
    pub kind: String,
    /// Where it came from.
    pub origin: Origin,
    /// How many there were in an average replicate.
    pub per_replicate: f64,
    /// Share that was part of business as usual at the end of the run.
    pub absorbed: f64,
    /// Share that was alive at the end of the run, business as usual included.
    pub alive: f64,
    /// Main causes of those that ended, with their shares of the ends: the commonest; and the next one too, where the two cannot
    /// be told apart.
    pub causes: Vec<(Cause, f64)>,
    /// How many stand behind the shares.
    pub n: u64,
}

/// Counts of one of them.
#[derive(Clone, Debug, Default)]
struct Tally {
    name: String,
    n: u64,
    alive: u64,
    absorbed: u64,
    causes: [u64; Cause::ALL.len()],
}

/// Site, origin, then its place in the site's list, or the kind of copies.
type FateKey = (u32, Origin, u32);

/// Folds fates, initiative by initiative; what it holds does not grow with the number of replicates.
#[derive(Clone, Debug)]
pub struct InitiativeFates {
    by_site: bool,
    replicates: u64,
    tallies: BTreeMap<FateKey, (u32, Tally)>,
}

impl InitiativeFates {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(setting: &Setting) -> InitiativeFates {
        InitiativeFates { by_site: setting.sites.len() <= SITES_TOLD, replicates: 0, tallies: BTreeMap::new() }
    }

    /// Adds a replicate.
    pub fn add(&mut self, run: &RunRecord) {
        self.replicates += 1;
        for fate in &run.fates {
            let (_, tally) = self.tallies.entry(self.key(fate)).or_insert_with(|| (fate.kind.0, Tally::default()));
            if tally.n == 0 && self.by_site && fate.origin != Origin::Copied {
                tally.name.clone_from(&fate.name);
            }
            tally.n += 1;
            tally.alive += u64::from(fate.end.is_none());
            tally.absorbed += u64::from(fate.absorbed_at_end);
            if let Some(cause) = fate.cause {
                tally.causes[cause as usize] += 1;
            }
        }
    }

    fn key(&self, fate: &Fate) -> FateKey {
        let site = if self.by_site { fate.site.0 } else { 0 };
        let is_one = self.by_site && fate.origin != Origin::Copied;
        (site, fate.origin, if is_one { fate.initiative.0 } else { fate.kind.0 })
    }

    /// What became of each: by site, those that were there before first, copies last.
    #[must_use]
    pub fn all(&self, setting: &Setting) -> Vec<InitiativeFate> {
        let fate = |(&(site, origin, _), (kind, tally)): (&FateKey, &(u32, Tally))| {
            let share = |count: u64| count as f64 / tally.n as f64;
            let ended: u64 = tally.causes.iter().sum();
            let mut causes: Vec<(Cause, f64)> = Cause::ALL
                .into_iter()
                .map(|cause| (cause, tally.causes[cause as usize] as f64 / ended as f64))
                .filter(|(_, share)| *share > 0.0)
                .collect();
            causes.sort_by(|a, b| b.1.total_cmp(&a.1));
            causes.truncate(if leading(&tally.causes).is_some() { 1 } else { 2 });
            let label = &setting.kinds[*kind as usize].1;
            InitiativeFate {
                site: self.by_site.then(|| setting.sites[site as usize].name.clone()),
                name: if tally.name.is_empty() { label.clone() } else { tally.name.clone() },
                kind: label.clone(),
                origin,
                per_replicate: tally.n as f64 / self.replicates as f64,
                absorbed: share(tally.absorbed),
                alive: share(tally.alive),
                causes,
                n: tally.n,
            }
        };
        self.tallies.iter().map(fate).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{record, setting};

    #[test]
    fn shares_are_of_what_there_was() {
        let setting = setting(2);
        let mut fates = InitiativeFates::new(&setting);
        let (mut alive, mut n) = (0, 0);
        for replicate in 0..10 {
            let run = record(&setting, replicate);
            alive += run.fates.iter().filter(|f| f.end.is_none()).count();
            n += run.fates.len();
            fates.add(&run);
        }
        let all = fates.all(&setting);
        let sum: f64 = all.iter().map(|fate| fate.alive * fate.n as f64).sum();
        assert!((sum - alive as f64).abs() < 1e-9 && alive < n);
        assert_eq!(all.iter().map(|fate| fate.n).sum::<u64>(), n as u64);
        assert!(all.iter().all(|fate| fate.causes.is_empty() == (fate.alive == 1.0)));
        assert!(all.iter().all(|fate| fate.site.is_some()));
    }

    #[test]
    fn many_sites_are_told_by_kind() {
        let setting = setting(70);
        let mut fates = InitiativeFates::new(&setting);
        fates.add(&record(&setting, 0));
        let all = fates.all(&setting);
        assert!(!all.is_empty() && all.iter().all(|fate| fate.site.is_none() && fate.name == fate.kind));
    }
}

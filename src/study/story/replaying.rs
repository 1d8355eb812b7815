use crate::analysis::{
    ChangedFuture, Chosen, ExplainedInitiative, Future, InitiativeStory, Odds, concerning, part, single_changes,
};
use crate::engine::{Altered, Engine, Watching};
use crate::experiment::futures;
use crate::quantity::SiteId;
use crate::record::{Alteration, Change, Fate, Origin, SiteRecord, Watched};
use crate::study::Cancel;

/// Replays futures of one scenario.
pub(super) struct Replaying<'a> {
    pub engine: &'a Engine,
    pub seed: u64,
    /// The arm or point, in words, where there are several.
    pub arm: Option<String>,
    pub cancel: &'a Cancel,
}

/// What could be otherwise over many futures of one initiative.
struct Possible {
    site: SiteId,
    name: String,
    /// Made ready once, where it begins alike in all futures.
    common: Option<Vec<Altered>>,
}

impl Replaying<'_> {
    /// What became of all initiatives in the first `replicates`; nothing if it is stopped.
    pub fn futures(&self, replicates: u64, done: &(dyn Fn(u64) + Sync)) -> Option<Vec<Future>> {
        let all = futures(0..replicates, done, |replicate| self.unless_stopped(|| self.future(replicate)));
        all.into_iter().collect()
    }

    /// What became of all initiatives in one replicate.
    pub fn future(&self, replicate: u64) -> Future {
        let replay = self.engine.replay(self.seed, replicate, &[], &Watching::default());
        Future { replicate, fates: replay.base.into_iter().flat_map(|site| site.fates).collect() }
    }

    /// Explains initiatives: their stories, the same futures with one thing otherwise each, and the odds over `over`, the
    /// first replicates in their order. Nothing if it is stopped.
    pub fn explain(
        &self,
        chosen: Vec<Chosen>,
        over: &[Future],
        done: &(dyn Fn(u64) + Sync),
    ) -> Option<Vec<ExplainedInitiative>> {
        let odds = self.odds(&chosen, over, done)?;
        let both: Vec<(Chosen, Odds)> = chosen.into_iter().zip(odds).collect();
        let explained = futures(0..both.len() as u64, &|_| (), |place| {
            let (chosen, odds) = both[usize::try_from(place).unwrap_or(usize::MAX)].clone();
            self.unless_stopped(|| self.explain_one(chosen, odds))
        });
        explained.into_iter().collect()
    }

    fn unless_stopped<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        (!self.cancel.is_stopped()).then(work)
    }

    fn explain_one(&self, chosen: Chosen, odds: Odds) -> ExplainedInitiative {
        let Fate { site, initiative, .. } = chosen.fate;
        let watched = Watched { site, initiative };
        let watching = Watching { events: true, course: Some(watched) };
        let mut base = self.engine.replay(self.seed, chosen.replicate, &[], &watching).base;
        let SiteRecord { events: log, course, .. } = base.swap_remove(site.index());
        let cast = self.engine.cast(self.seed, chosen.replicate, watched);
        let events = concerning(&log, initiative, chosen.fate.entry, &cast);
        let possible = self.engine.possible(site, initiative, chosen.fate.entry);
        let alterations = single_changes(&events, &chosen.fate, &possible);
        let altered: Vec<Altered> = self.ready(&alterations);
        let altered: Vec<&Altered> = altered.iter().collect();
        let watching = Watching { events: true, course: None };
        let other = self.engine.replay(self.seed, chosen.replicate, &altered, &watching).altered;
        let changed = |(alteration, record): (Alteration, SiteRecord)| {
            let fate = record.fates.into_iter().find(|fate| fate.name == chosen.fate.name);
            // A copy may have another place in the list.
            let place = fate.as_ref().map_or(initiative, |fate| fate.initiative);
            let parting = if place == initiative { part(&log, &record.events, initiative) } else { None };
            ChangedFuture { alteration, fate, parting }
        };
        let changes = alterations.into_iter().zip(other).map(changed).collect();
        let setting = self.engine.setting().clone();
        let story = InitiativeStory { setting, arm: self.arm.clone(), seed: self.seed, chosen, cast, events, course };
        ExplainedInitiative { story, changes, odds }
    }

    fn ready(&self, alterations: &[Alteration]) -> Vec<Altered> {
        alterations.iter().map(|alteration| Altered::new(self.engine, alteration.clone())).collect()
    }

    fn possible(&self, fate: &Fate) -> Vec<Alteration> {
        self.engine.possible(fate.site, fate.initiative, fate.entry)
    }

    fn odds(&self, chosen: &[Chosen], over: &[Future], done: &(dyn Fn(u64) + Sync)) -> Option<Vec<Odds>> {
        let possible = |one: &Chosen| {
            let fate = &one.fate;
            // Where a copy stands in the list, and when it began, is a matter of the future.
            let until_its_end = |altered: Altered| altered.until_end_of(fate.initiative);
            let ready = || self.ready(&self.possible(fate)).into_iter().map(until_its_end).collect();
            let common = (fate.origin != Origin::Copied).then(ready);
            Possible { site: fate.site, name: fate.name.clone(), common }
        };
        let possible: Vec<Possible> = chosen.iter().map(possible).collect();
        let trials = futures(0..over.len() as u64, done, |place| {
            let future = &over[usize::try_from(place).unwrap_or(usize::MAX)];
            self.unless_stopped(|| self.trial(&possible, future))
        });
        let trials: Vec<_> = trials.into_iter().collect::<Option<_>>()?;
        let changes =
            |one: &Chosen| -> Vec<Change> { self.possible(&one.fate).into_iter().map(|a| a.change).collect() };
        let mut odds: Vec<Odds> = chosen.iter().map(|one| Odds::new(changes(one).into_iter())).collect();
        for trial in trials {
            for (odds, result) in odds.iter_mut().zip(trial) {
                if let Some((lived, altered)) = result {
                    odds.add(lived, altered.into_iter());
                }
            }
        }
        Some(odds.into_iter().map(Odds::ranked).collect())
    }

    /// Of each initiative, if it began in this future: whether it lived, and whether it lives with each change.
    fn trial(&self, possible: &[Possible], future: &Future) -> Vec<Option<(bool, Vec<bool>)>> {
        let fates: Vec<Option<&Fate>> = possible.iter().map(|one| future.fate(one.site, &one.name)).collect();
        let own: Vec<Vec<Altered>> = possible
            .iter()
            .zip(&fates)
            .map(|(one, fate)| match (fate, &one.common) {
                (Some(fate), None) => self.ready(&self.possible(fate)),
                _ => vec![],
            })
            .collect();
        let lists = possible.iter().zip(&own).zip(&fates);
        let lists: Vec<&[Altered]> = lists
            .map(|((one, own), fate)| if fate.is_some() { one.common.as_deref().unwrap_or(own) } else { &[] })
            .collect();
        let all: Vec<&Altered> = lists.iter().flat_map(|list| list.iter()).collect();
        if all.is_empty() {
            return vec![None; possible.len()];
        }
        let mut altered =
            self.engine.replay(self.seed, future.replicate, &all, &Watching::default()).altered.into_iter();
        let lives = |one: &Possible, record: SiteRecord| {
            record.fates.iter().any(|fate| fate.name == one.name && fate.end.is_none())
        };
        let mut results = Vec::with_capacity(possible.len());
        for ((one, list), fate) in possible.iter().zip(&lists).zip(&fates) {
            let lived: Vec<bool> = altered.by_ref().take(list.len()).map(|record| lives(one, record)).collect();
            results.push(fate.map(|fate| (fate.end.is_none(), lived)));
        }
        results
    }
}

use crate::analysis::{
    ChangedFuture, Chosen, ExplainedInitiative, Future, InitiativeStory, Odds, OddsOverModels, concerning, part,
    single_changes,
};
use crate::engine::{Altered, Engine, Watching};
use crate::experiment::futures;
use crate::quantity::{InitiativeId, SiteId};
use crate::record::{Alteration, Change, Fate, Origin, SiteRecord, Watched};
use crate::scenario::Scenario;
use crate::study::models::given_by;
use crate::study::{Cancel, PlausibleModels};

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
    /// Places in the list of what is made ready once, where the initiative begins alike in all futures.
    common: Option<Vec<usize>>,
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
        let replayed = || {
            futures(0..chosen.len() as u64, &|_| (), |place| {
                let chosen = chosen[usize::try_from(place).unwrap_or(usize::MAX)].clone();
                self.unless_stopped(|| self.replayed(chosen))
            })
        };
        let (odds, replayed) = rayon::join(|| self.odds(&chosen, over, done), replayed);
        let replayed: Vec<_> = replayed.into_iter().collect::<Option<_>>()?;
        let whole = |((story, changes), odds)| ExplainedInitiative { story, changes, odds, over_models: None };
        Some(replayed.into_iter().zip(odds?).map(whole).collect())
    }

    fn unless_stopped<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        (!self.cancel.is_stopped()).then(work)
    }

    /// What happened to one initiative, and the same future with one thing otherwise each.
    fn replayed(&self, chosen: Chosen) -> (InitiativeStory, Vec<ChangedFuture>) {
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
        (InitiativeStory { setting, arm: self.arm.clone(), seed: self.seed, chosen, cast, events, course }, changes)
    }

    fn ready(&self, alterations: &[Alteration]) -> Vec<Altered> {
        alterations.iter().map(|alteration| Altered::new(self.engine, alteration.clone())).collect()
    }

    fn possible(&self, fate: &Fate) -> Vec<Alteration> {
        self.engine.possible(fate.site, fate.initiative, fate.entry)
    }

    fn odds(&self, chosen: &[Chosen], over: &[Future], done: &(dyn Fn(u64) + Sync)) -> Option<Vec<Odds>> {
        // Made ready once, and worked out once for all initiatives of a site of which it is asked.
        let mut common: Vec<Altered> = Vec::new();
        let mut place_of = |alteration: Alteration, about: InitiativeId| {
            let known = common.iter().position(|altered| *altered.alteration() == alteration);
            let place = known.unwrap_or_else(|| {
                common.push(Altered::new(self.engine, alteration));
                common.len() - 1
            });
            common[place] = common[place].clone().until_end_of(about);
            place
        };
        let mut possible: Vec<Possible> = Vec::with_capacity(chosen.len());
        for Chosen { fate, .. } in chosen {
            // Where a copy stands in the list, and when it began, is a matter of the future.
            let begins_alike = fate.origin != Origin::Copied;
            let places = begins_alike.then(|| {
                let all = self.possible(fate).into_iter();
                all.map(|alteration| place_of(alteration, fate.initiative)).collect()
            });
            possible.push(Possible { site: fate.site, name: fate.name.clone(), common: places });
        }
        let trials = futures(0..over.len() as u64, done, |place| {
            let future = &over[usize::try_from(place).unwrap_or(usize::MAX)];
            self.unless_stopped(|| self.trial(&possible, &common, future))
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

    /// What would have kept an initiative over so many futures, each of the next of these models, the first after the last. Nothing
    /// if it is stopped.
    pub fn odds_over_models(
        &self,
        (chosen, scenario): (&Chosen, &Scenario),
        models: &PlausibleModels,
        over: u64,
        done: &(dyn Fn(u64) + Sync),
    ) -> Option<OddsOverModels> {
        let given = given_by(std::iter::once(scenario));
        let fate = &chosen.fate;
        let possible = [Possible { site: fate.site, name: fate.name.clone(), common: None }];
        let trial = |replicate: u64| {
            let mut scenario = scenario.clone();
            let set = &models.sets[(replicate % models.len() as u64) as usize];
            set.lay_over(&mut scenario, &given);
            let engine = Engine::new(&scenario);
            let replaying = Replaying { engine: &engine, seed: self.seed, arm: None, cancel: self.cancel };
            replaying.trial(&possible, &[], &replaying.future(replicate)).pop().flatten()
        };
        let trials = futures(0..over, done, |replicate| self.unless_stopped(|| trial(replicate)));
        let mut odds = Odds::new(self.possible(fate).into_iter().map(|possible| possible.change));
        for (lived, altered) in trials.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten() {
            odds.add(lived, altered.into_iter());
        }
        let number = over.min(models.len() as u64);
        Some(OddsOverModels { odds: odds.ranked(), models: number, of: models.of.clone() })
    }

    /// Of each initiative, if it began in this future: whether it lived, and whether it lives with each change.
    fn trial(&self, possible: &[Possible], common: &[Altered], future: &Future) -> Vec<Option<(bool, Vec<bool>)>> {
        let fates: Vec<Option<&Fate>> = possible.iter().map(|one| future.fate(one.site, &one.name)).collect();
        if fates.iter().all(Option::is_none) {
            return vec![None; possible.len()];
        }
        let mut all: Vec<&Altered> = common.iter().collect();
        let own = |(one, fate): (&Possible, &Option<&Fate>)| match (fate, &one.common) {
            (Some(fate), None) => self.ready(&self.possible(fate)),
            _ => vec![],
        };
        let own: Vec<Vec<Altered>> = possible.iter().zip(&fates).map(own).collect();
        let mut places: Vec<Vec<usize>> = Vec::with_capacity(possible.len());
        for (one, own) in possible.iter().zip(&own) {
            let common = one.common.iter().flatten().copied();
            places.push(common.chain(all.len()..all.len() + own.len()).collect());
            all.extend(own);
        }
        let altered = self.engine.replay(self.seed, future.replicate, &all, &Watching::default()).altered;
        let lives = |one: &Possible, place: usize| {
            altered[place].fates.iter().any(|fate| fate.name == one.name && fate.end.is_none())
        };
        let result = |((one, places), fate): ((&Possible, Vec<usize>), Option<&Fate>)| {
            let fate = fate?;
            Some((fate.end.is_none(), places.into_iter().map(|place| lives(one, place)).collect()))
        };
        possible.iter().zip(places).zip(fates).map(result).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Choice;
    use crate::scenario::default_scenario;

    #[test]
    fn what_two_initiatives_of_a_site_have_in_common_is_worked_out_once_and_tells_of_each_what_it_tells_of_it_alone() {
        let mut scenario = default_scenario();
        scenario.sites.truncate(2);
        scenario.shocks.clear();
        let engine = Engine::new(&scenario);
        let replaying = Replaying { engine: &engine, seed: 1, arm: None, cancel: &Cancel::new() };
        let over = replaying.futures(8, &|_| ()).unwrap();
        let ended = |fate: &&Fate| fate.site == SiteId(0) && fate.origin == Origin::Programme;
        let mut fates: Vec<&Fate> = over[0].fates.iter().filter(ended).collect();
        // One that ends early beside one that lives: what is asked of the site does not end with the first.
        fates.sort_by_key(|fate| fate.end.unwrap_or(u32::MAX));
        let chosen = |fate: &Fate| Chosen { replicate: 0, fate: fate.clone(), choice: Choice::Asked };
        let both = [chosen(fates[0]), chosen(fates[fates.len() - 1])];
        assert!(both[0].fate.end < Some(90) && both[1].fate.end.is_none());
        let odds = |chosen: &[Chosen]| replaying.odds(chosen, &over, &|_| ()).unwrap();
        assert_eq!(odds(&both), [odds(&both[..1]), odds(&both[1..])].concat());
    }
}

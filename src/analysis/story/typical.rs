use crate::quantity::SiteId;
use crate::record::{Cause, Fate, Origin};
use std::collections::BTreeMap;

/// What became of all initiatives in one replicate.
#[derive(Clone, Debug, PartialEq)]
pub struct Future {
    /// The replicate.
    pub replicate: u64,
    /// Their fates.
    pub fates: Vec<Fate>,
}

impl Future {
    /// The fate of the initiative of this name in a site, if it began.
    #[must_use]
    pub fn fate(&self, site: SiteId, name: &str) -> Option<&Fate> {
        self.fates.iter().find(|fate| fate.site == site && fate.name == name)
    }
}

/// An initiative and the future in which it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The replicate.
    pub replicate: u64,
    /// What became of it there.
    pub fate: Fate,
    /// Why this one.
    pub choice: Choice,
}

/// Why an initiative and a future were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Both were asked for.
    Asked,
    /// Its end is typical of its own ends.
    ItsTypicalEnd,
    /// It never ended in the futures looked at; this one is typical.
    ItsTypicalLife,
    /// It is typical of ends for this main cause, which so many of so many ends had.
    TypicalEnd(Cause, usize, usize),
    /// It is typical of those that lived.
    TypicalSurvivor,
}

/// A typical end, most frequent main cause first: `rank` 0 is the commonest, 1 the next. Of the ends of initiatives that
/// began with the programme (of all, if none of those ended) the initiative that ended most often for that cause (the first
/// in the scenario's order where several did), in the future in which it had lived closest to the median life of all ends
/// for that cause (the first such replicate). None if there are fewer causes.
#[must_use]
pub fn typical_end(futures: &[Future], rank: usize) -> Option<Chosen> {
    let all = || futures.iter().flat_map(|future| future.fates.iter().map(|fate| (future.replicate, fate)));
    let ended = |own: bool| {
        all().filter(move |(_, f)| f.cause.is_some() && (!own || f.origin == Origin::Programme)).collect::<Vec<_>>()
    };
    let own = ended(true);
    let ends = if own.is_empty() { ended(false) } else { own };
    let count = |cause: Cause| ends.iter().filter(|(_, f)| f.cause == Some(cause)).count();
    let mut ranked: Vec<(usize, Cause)> = Cause::ALL.into_iter().map(|c| (count(c), c)).filter(|c| c.0 > 0).collect();
    ranked.sort_by_key(|&(n, _)| std::cmp::Reverse(n));
    let &(number, cause) = ranked.get(rank)?;
    let alike: Vec<(u64, &Fate)> = ends.iter().copied().filter(|(_, f)| f.cause == Some(cause)).collect();
    let median = median(alike.iter().map(|(_, f)| f64::from(f.months_observed)));
    let mut times: BTreeMap<(SiteId, usize, &str), usize> = BTreeMap::new();
    for (_, f) in &alike {
        *times.entry((f.site, f.initiative.index(), &f.name)).or_default() += 1;
    }
    let most = times.values().copied().max()?;
    let (&(site, _, name), _) = times.iter().find(|(_, n)| **n == most)?;
    let its = alike.into_iter().filter(|(_, f)| f.site == site && f.name == name);
    let (replicate, fate) = nearest(its, median, |f| f64::from(f.months_observed))?;
    Some(Chosen { replicate, fate: fate.clone(), choice: Choice::TypicalEnd(cause, number, ends.len()) })
}

/// A typical survivor: of the initiatives that began with the programme (of all, if none of those lived) the one whose share
/// of futures in which it lived to the end of the run is closest to that of all of them, in the future in which its last
/// scale is closest to the median of its own. None if none lived.
#[must_use]
pub fn typical_survivor(futures: &[Future]) -> Option<Chosen> {
    let own = |f: &Fate| f.origin == Origin::Programme;
    let any_own = futures.iter().any(|future| future.fates.iter().any(|f| own(f) && f.end.is_none()));
    let mut lives: BTreeMap<(SiteId, usize, &str), (usize, usize)> = BTreeMap::new();
    for fate in futures.iter().flat_map(|future| &future.fates).filter(|f| !any_own || own(f)) {
        let (lived, of) = lives.entry((fate.site, fate.initiative.index(), &fate.name)).or_default();
        *lived += usize::from(fate.end.is_none());
        *of += 1;
    }
    let share = |(lived, of): (usize, usize)| lived as f64 / of.max(1) as f64;
    let overall = share(lives.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)));
    let far = |one: &(usize, usize)| (share(*one) - overall).abs();
    let living = lives.iter().filter(|(_, one)| one.0 > 0);
    let (&(site, _, name), _) = living.min_by(|a, b| far(a.1).total_cmp(&far(b.1)))?;
    let mut chosen = typical_of(futures, site, name, |f| f.end.is_none())?;
    chosen.choice = Choice::TypicalSurvivor;
    Some(chosen)
}

/// The typical future of one initiative among those in which its fate `fits`: its end of its commonest main cause that is
/// closest to their median life; or, if it ended in none of them, the one whose last scale is closest to the median.
#[must_use]
pub fn typical_of(futures: &[Future], site: SiteId, name: &str, fits: impl Fn(&Fate) -> bool) -> Option<Chosen> {
    let its = || {
        let one = |future: &Future| future.fate(site, name).map(|fate| (future.replicate, fate.clone()));
        futures.iter().filter_map(one).filter(|(_, fate)| fits(fate))
    };
    let ends: Vec<Future> = its()
        .filter(|(_, fate)| fate.cause.is_some())
        .map(|(replicate, fate)| Future { replicate, fates: vec![Fate { origin: Origin::Programme, ..fate }] })
        .collect();
    if let Some(mut chosen) = typical_end(&ends, 0) {
        chosen.fate = its().find(|(replicate, _)| *replicate == chosen.replicate)?.1;
        chosen.choice = Choice::ItsTypicalEnd;
        return Some(chosen);
    }
    let lives: Vec<(u64, Fate)> = its().collect();
    let median = median(lives.iter().map(|(_, fate)| fate.final_scale));
    let (replicate, fate) = nearest(lives.iter().map(|(r, f)| (*r, f)), median, |f| f.final_scale)?;
    Some(Chosen { replicate, fate: fate.clone(), choice: Choice::ItsTypicalLife })
}

fn nearest<'a>(
    candidates: impl Iterator<Item = (u64, &'a Fate)>,
    to: f64,
    of: impl Fn(&Fate) -> f64,
) -> Option<(u64, &'a Fate)> {
    let far = |fate: &Fate| (of(fate) - to).abs();
    candidates.min_by(|a, b| far(a.1).total_cmp(&far(b.1)).then(a.0.cmp(&b.0)))
}

/// The middle one; the lower of two.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::fate;
    use crate::quantity::InitiativeId;

    /// An initiative of the programme, from month 12; `i` is its place and in its name.
    fn own(i: usize, end: Option<u32>, cause: Cause) -> Fate {
        let name = format!("initiative {i}");
        Fate { initiative: InitiativeId::at(i), name, cause: end.map(|_| cause), ..fate(0, 12, end) }
    }

    fn futures(lists: Vec<Vec<Fate>>) -> Vec<Future> {
        lists.into_iter().zip(0..).map(|(fates, replicate)| Future { replicate, fates }).collect()
    }

    #[test]
    fn the_commonest_cause_the_initiative_that_has_it_most_the_middle_life() {
        use Cause::{Deficit, Money};
        let list = futures(vec![
            vec![own(0, Some(50), Deficit), own(1, Some(52), Money)],
            vec![own(0, Some(70), Money), own(1, Some(60), Money)],
            vec![own(0, None, Money), own(1, Some(90), Money)],
            // Earlier work does not count while initiatives of the programme end.
            vec![fate(0, 0, Some(20)), own(1, None, Money)],
        ]);
        // Money: 52, 70, 60, 90, whose lower middle is 60; initiative 1 has three of the four.
        let first = typical_end(&list, 0).unwrap();
        assert_eq!((first.replicate, first.fate.name.as_str(), first.fate.end), (1, "initiative 1", Some(60)));
        assert_eq!(first.choice, Choice::TypicalEnd(Money, 4, 5));
        let next = typical_end(&list, 1).unwrap();
        assert_eq!((next.replicate, next.fate.name.as_str()), (0, "initiative 0"));
        assert!(typical_end(&list, 2).is_none());
        let earlier = typical_end(&list[3..], 0).unwrap();
        assert_eq!(earlier.fate.name, "Extended access");
    }

    #[test]
    fn a_survivor_whose_chances_are_those_of_most() {
        let with_scale = |scale: f64| Fate { final_scale: scale, ..own(1, None, Cause::Money) };
        let dies = |i| own(i, Some(60), Cause::Money);
        let lives = |i| own(i, None, Cause::Money);
        let list = futures(vec![
            vec![dies(0), with_scale(0.9), lives(2)],
            vec![dies(0), with_scale(0.4), lives(2)],
            vec![dies(0), with_scale(0.5), lives(2)],
            vec![dies(0), dies(1), lives(2)],
        ]);
        // They lived in 0, 3 and 4 of 4 futures: 7 of 12 in all, closest to 3 of 4.
        let one = typical_survivor(&list).unwrap();
        assert_eq!((one.fate.name.as_str(), one.replicate, one.choice), ("initiative 1", 2, Choice::TypicalSurvivor));
        assert!(typical_survivor(&list[3..]).is_some_and(|one| one.fate.name == "initiative 2"));
        assert!(typical_survivor(&[]).is_none());
    }

    #[test]
    fn of_one_initiative_its_end_before_its_life() {
        let list = futures(vec![vec![own(0, None, Cause::Money)], vec![own(0, Some(60), Cause::Cost)]]);
        let its = |fits: fn(&Fate) -> bool| typical_of(&list, SiteId(0), "initiative 0", fits).unwrap();
        assert_eq!((its(|_| true).replicate, its(|_| true).choice), (1, Choice::ItsTypicalEnd));
        assert_eq!((its(|f| f.end.is_none()).replicate, its(|f| f.end.is_none()).choice), (0, Choice::ItsTypicalLife));
        assert!(typical_of(&list, SiteId(1), "initiative 0", |_| true).is_none());
    }
}

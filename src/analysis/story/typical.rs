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

/// A typical end, most frequent main cause first: `rank` 0 is the commonest, 1 the next. Of the initiatives that began with
/// the programme (of all, if none of those ended) the one whose share of futures in which it ended for that cause is closest
/// to that of all of them (the first in the scenario's order where several are), in the future in which it had lived closest
/// to the median life of all ends for that cause (the first such replicate). An initiative that is in `but` already is left to
/// others. None if there are fewer causes, or nobody is left.
#[must_use]
pub fn typical_end(futures: &[Future], rank: usize, but: &[Chosen]) -> Option<Chosen> {
    let all = || futures.iter().flat_map(|future| future.fates.iter().map(|fate| (future.replicate, fate)));
    let own = |f: &Fate| f.origin == Origin::Programme;
    let any_own = all().any(|(_, f)| own(f) && f.cause.is_some());
    let looked_at: Vec<(u64, &Fate)> = all().filter(|(_, f)| !any_own || own(f)).collect();
    let number = |cause: Cause| looked_at.iter().filter(|(_, f)| f.cause == Some(cause)).count();
    let mut ranked: Vec<(usize, Cause)> = Cause::ALL.into_iter().map(|c| (number(c), c)).filter(|c| c.0 > 0).collect();
    ranked.sort_by_key(|&(n, _)| std::cmp::Reverse(n));
    let ends = ranked.iter().map(|(n, _)| n).sum();
    let &(number, cause) = ranked.get(rank)?;
    let for_it = |fate: &Fate| fate.cause == Some(cause);
    let (site, name) = ordinary(looked_at.iter().map(|(_, fate)| *fate), for_it, but)?;
    let alike = || looked_at.iter().copied().filter(|(_, fate)| for_it(fate));
    let median = median(alike().map(|(_, fate)| f64::from(fate.months_observed)));
    let its = alike().filter(|(_, fate)| fate.site == site && fate.name == name);
    let (replicate, fate) = nearest(its, median, |f| f64::from(f.months_observed))?;
    Some(Chosen { replicate, fate: fate.clone(), choice: Choice::TypicalEnd(cause, number, ends) })
}

/// Of the initiatives whose fate ever `fits`, the one for which it does in a share of its futures that is closest to the
/// share of all fates; none that is in `but`.
fn ordinary<'a>(
    fates: impl Iterator<Item = &'a Fate>,
    fits: impl Fn(&Fate) -> bool,
    but: &[Chosen],
) -> Option<(SiteId, &'a str)> {
    let mut counts: BTreeMap<(SiteId, usize, &str), (usize, usize)> = BTreeMap::new();
    for fate in fates {
        let (fitting, of) = counts.entry((fate.site, fate.initiative.index(), &fate.name)).or_default();
        *fitting += usize::from(fits(fate));
        *of += 1;
    }
    let share = |(fitting, of): (usize, usize)| fitting as f64 / of.max(1) as f64;
    let overall = share(counts.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)));
    let far = |one: &(usize, usize)| (share(*one) - overall).abs();
    let is_chosen = |site: SiteId, name: &str| but.iter().any(|one| one.fate.site == site && one.fate.name == name);
    let candidates = counts.iter().filter(|((site, _, name), one)| one.0 > 0 && !is_chosen(*site, name));
    candidates.min_by(|a, b| far(a.1).total_cmp(&far(b.1))).map(|(&(site, _, name), _)| (site, name))
}

/// A typical survivor: of the initiatives that began with the programme (of all, if none of those lived) the one whose share
/// of futures in which it lived to the end of the run is closest to that of all of them, in the future in which its last
/// scale is closest to the median of its own. An initiative that is in `but` already is left to others. None if none lived,
/// or nobody is left.
#[must_use]
pub fn typical_survivor(futures: &[Future], but: &[Chosen]) -> Option<Chosen> {
    let own = |f: &Fate| f.origin == Origin::Programme;
    let any_own = futures.iter().any(|future| future.fates.iter().any(|f| own(f) && f.end.is_none()));
    let looked_at = futures.iter().flat_map(|future| &future.fates).filter(|f| !any_own || own(f));
    let (site, name) = ordinary(looked_at, |fate| fate.end.is_none(), but)?;
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
    if let Some(mut chosen) = typical_end(&ends, 0, &[]) {
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
    fn the_commonest_cause_the_initiative_that_has_it_as_often_as_most_the_middle_life() {
        use Cause::{Deficit, Money};
        let list = futures(vec![
            vec![own(0, Some(50), Deficit), own(1, Some(52), Money)],
            vec![own(0, Some(70), Money), own(1, Some(60), Money)],
            vec![own(0, None, Money), own(1, Some(90), Money)],
            // Earlier work does not count while initiatives of the programme end.
            vec![fate(0, 0, Some(20)), own(1, None, Money)],
        ]);
        // Money: ends in 52, 70, 60 and 90, whose lower middle is 60; four of all seven fates. Initiative 1 has it in
        // three of four futures, initiative 0 in one of three: 3/4 is closer to 4/7.
        let first = typical_end(&list, 0, &[]).unwrap();
        assert_eq!((first.replicate, first.fate.name.as_str(), first.fate.end), (1, "initiative 1", Some(60)));
        assert_eq!(first.choice, Choice::TypicalEnd(Money, 4, 5));
        let next = typical_end(&list, 1, &[]).unwrap();
        assert_eq!((next.replicate, next.fate.name.as_str()), (0, "initiative 0"));
        assert!(typical_end(&list, 2, &[]).is_none());
        let other = typical_end(&list, 0, &[first]).unwrap();
        assert_eq!((other.replicate, other.fate.name.as_str()), (1, "initiative 0"));
        assert!(typical_end(&list, 1, &[other]).is_none());
        let earlier = typical_end(&list[3..], 0, &[]).unwrap();
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
        let one = typical_survivor(&list, &[]).unwrap();
        assert_eq!((one.fate.name.as_str(), one.replicate, one.choice), ("initiative 1", 2, Choice::TypicalSurvivor));
        assert!(typical_survivor(&list[3..], &[]).is_some_and(|one| one.fate.name == "initiative 2"));
        assert!(typical_survivor(&[], &[]).is_none());
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

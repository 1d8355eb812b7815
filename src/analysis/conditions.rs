use super::contrast::Contrast;
use super::life::share_surviving;
use super::{Bounds, Effect, SetApart};
use crate::record::{Fate, Setting};
use std::cmp::Ordering;

/// What became of one site in one future: the share of its initiatives alive at the programme's end that were alive at the end of
/// the run (NaN if there is none), and how many of all its initiatives were alive then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SiteFuture {
    /// The share.
    pub survived: f64,
    /// Initiatives, copies included.
    pub alive: f64,
}

impl SiteFuture {
    /// Of the site in this place.
    #[must_use]
    pub fn of(fates: &[Fate], site: usize, setting: &Setting) -> SiteFuture {
        let own = fates.iter().filter(|fate| fate.site.index() == site);
        SiteFuture {
            survived: share_surviving(own.clone(), setting, None),
            alive: own.filter(|fate| fate.end.is_none()).count() as f64,
        }
    }
}

/// A condition of a site, and what it came to where it was exchanged.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangedCondition {
    /// In what the site stands apart.
    pub apart: SetApart,
    /// As it is minus as it would be with what the others mostly have; nothing of one that was not replayed.
    pub made: Option<Exchange>,
}

/// What a condition makes of a site: as it is minus exchanged, over the same futures.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// Of the share that survived.
    pub survived: Effect,
    /// Of initiatives alive at the end of the run.
    pub alive: Effect,
}

impl Exchange {
    /// Of the site's futures as they are, and of the same ones with the condition exchanged.
    #[must_use]
    pub fn of(futures: impl IntoIterator<Item = (SiteFuture, SiteFuture)>) -> Exchange {
        let (mut survived, mut alive) = (Contrast::within(Bounds::Share), Contrast::within(Bounds::COUNT));
        for (own, exchanged) in futures {
            survived.add(exchanged.survived, own.survived);
            alive.add(exchanged.alive, own.alive);
        }
        Exchange { survived: survived.effect(), alive: alive.effect() }
    }

    /// Whether either difference is beyond chance.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.survived.is_told() || self.alive.is_told()
    }

    /// Whether it leaves fewer initiatives, of which a larger share survives, both beyond chance.
    #[must_use]
    pub fn leaves_few_of_whom_more_survive(&self) -> bool {
        let is_both = self.alive.is_told() && self.survived.is_told();
        is_both && self.alive.difference.mean < 0.0 && self.survived.difference.mean > 0.0
    }

    /// How strong it is, and within that how large: beyond chance in how many are alive, only in the share that survives, or in
    /// neither. A condition that ends initiatives before the money does leaves fewer, of which a larger share may survive; so the number
    /// comes first.
    #[must_use]
    pub fn strength(&self) -> (u8, f64) {
        match (self.alive.is_told(), self.survived.is_told()) {
            (true, _) => (2, self.alive.difference.mean.abs()),
            (false, true) => (1, self.survived.difference.mean.abs()),
            _ => (0, self.alive.difference.mean.abs()),
        }
    }

    /// The stronger first.
    #[must_use]
    pub fn by_strength(&self, other: &Exchange) -> Ordering {
        let ((ours, size), (theirs, their_size)) = (self.strength(), other.strength());
        theirs.cmp(&ours).then(their_size.total_cmp(&size))
    }
}

/// In what sites stand apart from one another, and what that makes of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditions {
    /// Futures of each pair of site and condition that was replayed; 0 if none was.
    pub replicates: u64,
    /// Site by site, in the order of sites; of a site the strongest first, those that were not replayed last.
    pub all: Vec<ExchangedCondition>,
    /// Others that were not replayed, and are not among these: in worlds of many sites.
    pub more: u64,
}

impl Conditions {
    /// Of these, in any order.
    #[must_use]
    pub fn of(replicates: u64, mut all: Vec<ExchangedCondition>, more: u64) -> Conditions {
        let strongest = |one: &ExchangedCondition, other: &ExchangedCondition| match (&one.made, &other.made) {
            (Some(one), Some(other)) => one.by_strength(other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
        all.sort_by(|one, other| {
            let further = || other.apart.distance().total_cmp(&one.apart.distance());
            let named = || one.apart.condition.cmp(&other.apart.condition);
            one.apart.site.cmp(&other.apart.site).then(strongest(one, other)).then_with(further).then_with(named)
        });
        Conditions { replicates, all, more }
    }

    /// Those that were replayed, with what they came to.
    pub fn replayed(&self) -> impl Iterator<Item = (&SetApart, &Exchange)> {
        self.all.iter().filter_map(|one| Some((&one.apart, one.made.as_ref()?)))
    }

    /// Those beyond chance.
    pub fn told(&self) -> impl Iterator<Item = (&SetApart, &Exchange)> {
        self.replayed().filter(|(_, made)| made.is_told())
    }

    /// How many were not replayed.
    #[must_use]
    pub fn not_replayed(&self) -> u64 {
        self.all.iter().filter(|one| one.made.is_none()).count() as u64 + self.more
    }
}

#[cfg(test)]
mod tests {
    use super::{Conditions, Exchange, ExchangedCondition, SetApart, SiteFuture};
    use crate::analysis::SiteCondition;
    use crate::analysis::fabricated::{fate, setting};

    fn exchange(pairs: &[(f64, f64, f64, f64)]) -> Exchange {
        Exchange::of(
            pairs
                .iter()
                .map(|&(s, a, t, b)| (SiteFuture { survived: s, alive: a }, SiteFuture { survived: t, alive: b })),
        )
    }

    #[test]
    fn a_site_is_what_became_of_its_own_initiatives() {
        let setting = setting(2);
        let fates =
            [fate(0, 0, None), fate(0, 0, Some(50)), fate(0, 0, Some(20)), fate(0, 60, None), fate(1, 0, Some(50))];
        assert_eq!(SiteFuture::of(&fates, 0, &setting), SiteFuture { survived: 0.5, alive: 2.0 });
        assert_eq!(SiteFuture::of(&fates, 1, &setting), SiteFuture { survived: 0.0, alive: 0.0 });
        assert!(SiteFuture::of(&fates[2..3], 0, &setting).survived.is_nan());
    }

    #[test]
    fn differences_are_as_it_is_minus_exchanged() {
        let made = exchange(&[(0.5, 3.0, 0.75, 5.0), (0.25, 2.0, 0.75, 5.0), (f64::NAN, 0.0, 0.5, 1.0)]);
        assert_eq!((made.survived.difference.mean, made.survived.difference.n), (-0.375, 2));
        assert_eq!((made.alive.difference.mean, made.alive.difference.n), (-2.0, 3));
        assert!(!made.is_told(), "so few futures tell nothing");
    }

    #[test]
    fn the_strongest_stand_first_and_what_was_not_replayed_last() {
        let alike = |difference: f64, alive: f64| exchange(&vec![(0.5 + difference, 5.0 + alive, 0.5, 5.0); 12]);
        // A difference that is chance: as often up as down, and large.
        let chance = exchange(&[(0.9, 5.0, 0.1, 5.0), (0.0, 5.0, 0.7, 5.0)].repeat(6));
        let of = |site, condition, made| ExchangedCondition {
            apart: SetApart { site, condition, own: 0.5, others: 0.0, month: None },
            made,
        };
        let all = vec![
            of(1, SiteCondition::Award, Some(alike(-0.1, 0.0))),
            of(0, SiteCondition::Engagement, None),
            of(0, SiteCondition::Deficit, Some(chance)),
            of(0, SiteCondition::Board, Some(alike(0.0, -3.0))),
            of(0, SiteCondition::History, Some(alike(0.1, 0.0))),
            of(0, SiteCondition::Award, Some(alike(-0.2, 1.0))),
        ];
        let conditions = Conditions::of(12, all, 3);
        let names: Vec<&str> = conditions.all.iter().map(|one| one.apart.condition.name()).collect();
        assert_eq!(names, ["board", "award", "history", "deficit", "engagement", "award"]);
        assert_eq!((conditions.told().count(), conditions.not_replayed()), (4, 4));
    }
}

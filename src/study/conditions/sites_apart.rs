use super::of_site::{collaboration, consulting, formality};
use super::strikes::{Strike, strikes};
use crate::analysis::{SetApart, SiteCondition};
use crate::scenario::{Scenario, Site};
use std::collections::BTreeMap;

/// A site stands apart in a condition if it is at least so far from the others, on the scale of the condition from 0 to 1.
const LEAST: f64 = 0.1;
/// What sums and means may be off.
const ROUNDING: f64 = 1e-9;

/// What the sites of a scenario stand apart in, the furthest from the others first; of equal ones in the order of sites.
pub(super) fn sites_apart(scenario: &Scenario) -> Vec<SetApart> {
    let given = |condition: SiteCondition, of: &dyn Fn(&Site) -> Option<f64>| {
        let values: Vec<Option<f64>> = scenario.sites.iter().map(of).collect();
        from_the_middle(condition, &values)
    };
    let award = scenario.programme.funding.award;
    let mut apart = given(SiteCondition::Award, &|site| site.member.then(|| site.award.unwrap_or(award)));
    apart.extend(governed(scenario));
    apart.extend(given(SiteCondition::History, &|site| Some(site.history.get())));
    apart.extend(collaborating(&scenario.sites));
    apart.extend(given(SiteCondition::Deficit, &|site| Some(site.deficit.get())));
    apart.extend(given(SiteCondition::Engagement, &|site| Some(site.engagement.get())));
    apart.extend(consulted(&scenario.sites));
    apart.extend(struck(scenario));
    apart.retain(|one| one.distance() >= LEAST - ROUNDING);
    apart.sort_by(|one, other| {
        let further = other.distance().total_cmp(&one.distance());
        further.then(one.site.cmp(&other.site)).then(one.condition.cmp(&other.condition))
    });
    apart
}

/// Each site against the middle of the others; those without a value have nothing to do with it.
fn from_the_middle(condition: SiteCondition, values: &[Option<f64>]) -> Vec<SetApart> {
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let apart = |(site, own): (usize, &Option<f64>)| {
        let own = (*own)?;
        Some(SetApart { site, condition, own, others: middle_without(&sorted, own)?, month: None })
    };
    values.iter().enumerate().filter_map(apart).collect()
}

/// The middle of sorted values without one of them; between two middle ones what is nearest to that one, which does not stand apart
/// from half of the others if it is like them.
fn middle_without(sorted: &[f64], one: f64) -> Option<f64> {
    let left_out = sorted.partition_point(|value| value.total_cmp(&one).is_lt());
    let others = sorted.len().checked_sub(1).filter(|&others| others > 0)?;
    let at = |place: usize| sorted[place + usize::from(place >= left_out)];
    Some(one.clamp(at((others - 1) / 2), at(others / 2)))
}

/// Collaboration at the start, of sites that say what it is.
fn collaborating(sites: &[Site]) -> Vec<SetApart> {
    let values: Vec<Option<f64>> = sites.iter().map(|site| Some(collaboration(site))).collect();
    let mut apart = from_the_middle(SiteCondition::Collaboration, &values);
    apart.retain(|one| sites[one.site].collaboration.is_some());
    apart
}

/// Sites whose boards are more or less formal than those of most others; most of whom have one, or none. Where as many have one as have
/// none, a site is like those that do as it does.
fn governed(scenario: &Scenario) -> Vec<SetApart> {
    let formalities: Vec<f64> = scenario.sites.iter().map(|site| formality(scenario, site)).collect();
    let mut sorted: Vec<f64> = formalities.iter().copied().filter(|&one| one > 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let (with_one, with_none) = (sorted.len(), formalities.len() - sorted.len());
    let apart = |(site, &own): (usize, &f64)| {
        let others = match own {
            own if own > 0.0 && with_none > with_one - 1 => 0.0,
            own if own > 0.0 => middle_without(&sorted, own)?,
            _ if with_one > with_none - 1 => sorted[(with_one - 1) / 2],
            _ => 0.0,
        };
        Some(SetApart { site, condition: SiteCondition::Board, own, others, month: None })
    };
    formalities.iter().enumerate().filter_map(apart).collect()
}

/// Sites that consult otherwise than most others do.
fn consulted(sites: &[Site]) -> Vec<SetApart> {
    let numbers: Vec<f64> = sites.iter().map(|site| consulting(site.consultation)).collect();
    let apart = |(site, &own): (usize, &f64)| {
        let count = |number: f64| numbers.iter().filter(|&&other| other == number).count();
        let of_others = |number: f64| count(number) - usize::from(number == own);
        // Where two ways are equally common the site is not apart if one of them is its own.
        let by_number =
            |one: &f64, other: &f64| of_others(*one).cmp(&of_others(*other)).then((*one == own).cmp(&(*other == own)));
        let others = numbers.iter().copied().filter(|&number| of_others(number) > 0).max_by(by_number)?;
        Some(SetApart { site, condition: SiteCondition::Consultation, own, others, month: None })
    };
    numbers.iter().enumerate().filter_map(apart).collect()
}

/// What strikes one site alone, and fewer than half of the others in the same way.
fn struck(scenario: &Scenario) -> Vec<SetApart> {
    let mut by_condition: BTreeMap<SiteCondition, BTreeMap<usize, Strike>> = BTreeMap::new();
    for strike in strikes(scenario) {
        let of_site = by_condition.entry(strike.condition).or_default();
        let all = of_site.entry(strike.site).or_insert(Strike { size: 0.0, ..strike });
        all.size = (all.size + strike.size).min(1.0);
        // A month that is not known comes after any that is.
        all.month = [all.month, strike.month].into_iter().flatten().min();
    }
    let others = scenario.sites.len().saturating_sub(1);
    let alone = by_condition.into_values().filter(|sites| 2 * (sites.len() - 1) < others);
    alone
        .flat_map(BTreeMap::into_values)
        .map(|Strike { site, condition, size, month }| SetApart { site, condition, own: size, others: 0.0, month })
        .collect()
}

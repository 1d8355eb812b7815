use crate::quantity::exp;
use crate::record::Metric;
use crate::scenario::WatchedApart;
use crate::scenario::definitions::ADMISSIONS_EFFECT;
use crate::world::{NOBODY, Nation, Site, Stage, mean};

/// All metrics of one site. Of those that are pooled over the sites that have them, not a number where there is nobody
/// and nothing to take a mean or share of.
pub(super) fn look(site: &Site, nation: &Nation, row: &mut [f64; Metric::ALL.len()]) {
    row.fill(0.0);
    let mut set = |metric: Metric, value: f64| row[metric.index()] = value;
    let living = initiatives(site, &mut set);
    set(Metric::Asked, site.money.asked);
    set(Metric::Given, site.money.given);
    set(Metric::Spent, site.money.spent);
    set(Metric::Horizon, site.money.horizon);
    set(Metric::TrustAcross, site.trust_means.across);
    set(Metric::TrustInside, site.trust_means.inside);
    set(Metric::StrongTies, site.strong_ties.unwrap_or(f64::NAN));
    people(site, living, &mut set);
    attempts(site, &mut set);
    let adopted = site.region.map_or(0, |region| nation.regions[region as usize].adopted.count_ones());
    set(Metric::KindsAdoptedByRegions, f64::from(adopted));
    standing(site, &mut set);
    set(Metric::Admissions, exp(-ADMISSIONS_EFFECT * site.standing.metric_effect));
}

/// Metrics of initiatives; returns the live ones, as bits.
fn initiatives(site: &Site, set: &mut impl FnMut(Metric, f64)) -> u64 {
    let list = &site.initiatives;
    let mut stages = [0.0; 6];
    let mut sums = [0.0; 9];
    let mut live = 0.0;
    let (mut living, mut championed) = (0, 0.0);
    for i in 0..list.len() {
        let stage = match list.stage[i] {
            Stage::Ahead => continue,
            Stage::Proposed => 0,
            Stage::Implementing => 1,
            Stage::Operating => 2,
            Stage::ScaledBack => 3,
            Stage::Absorbed => 4,
            Stage::Ended => 5,
        };
        stages[stage] += 1.0;
        if stage == 5 {
            continue;
        }
        live += 1.0;
        living |= 1 << i;
        let champion = list.champion[i];
        championed += f64::from(u8::from(champion != NOBODY && site.actors.present(champion as usize)));
        let values = [
            list.scale[i],
            list.staffing[i],
            list.normalisation[i],
            list.fit[i],
            list.evidence[i],
            list.core_share[i],
            list.coordination[i],
            list.commitment[i],
            list.performance[i],
        ];
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value;
        }
    }
    for (metric, value) in
        [Metric::Proposed, Metric::Implementing, Metric::Operating, Metric::ScaledBack, Metric::Absorbed, Metric::Ended]
            .into_iter()
            .zip(stages)
    {
        set(metric, value);
    }
    set(Metric::TotalScale, sums[0]);
    for (metric, sum) in [
        Metric::Scale,
        Metric::Staffing,
        Metric::Normalisation,
        Metric::Fit,
        Metric::Evidence,
        Metric::CoreShare,
        Metric::Coordination,
        Metric::Commitment,
        Metric::Performance,
    ]
    .into_iter()
    .zip(sums)
    {
        set(metric, if live > 0.0 { sum / live } else { 0.0 });
    }
    set(Metric::Champions, championed / live);
    living
}

/// Attempts to persuade, and openings, of the month.
fn attempts(site: &Site, set: &mut impl FnMut(Metric, f64)) {
    let attempts = site.tally.attempts.map(f64::from);
    set(Metric::Attempts, attempts.iter().sum());
    set(Metric::Successes, f64::from(site.tally.successes));
    for (metric, value) in [Metric::ByPolitical, Metric::ByEconomic, Metric::ByNorms, Metric::ByValues, Metric::ByData]
        .into_iter()
        .zip(attempts)
    {
        set(metric, value);
    }
    set(Metric::AttemptsAgainst, f64::from(site.tally.attempts_against));
    set(Metric::SuccessesAgainst, f64::from(site.tally.successes_against));
    set(Metric::OpeningsSeized, f64::from(site.tally.openings));
}

/// How the site stands with those around it.
fn standing(site: &Site, set: &mut impl FnMut(Metric, f64)) {
    let standing = &site.standing;
    for (metric, value) in [Metric::Political, Metric::Economic, Metric::Norms, Metric::Values, Metric::Data]
        .into_iter()
        .zip(standing.authority)
    {
        set(metric, value);
    }
    let interest = mean(site.own_interest.iter().copied(), 0.0);
    set(Metric::Opposition, standing.against_for(interest).into_iter().fold(0.0, f64::max));
    set(Metric::Permissiveness, standing.permissiveness);
    set(Metric::MetricFocus, standing.metric_focus);
    set(Metric::Badge, standing.badge);
    set(Metric::Collaboration, site.collaboration.now);
    set(Metric::Crisis, site.crisis);
    set(Metric::Consultation, site.consultation);
    set(Metric::Interpretation, standing.interpretation);
    set(Metric::NationalTrust, standing.national_trust);
    set(Metric::MetricEffect, standing.metric_effect);
    set(Metric::Perceived, standing.perceived);
    set(Metric::Official, standing.official);
}

/// Metrics of people in post; `living` are the live initiatives, as bits.
fn people(site: &Site, living: u64, set: &mut impl FnMut(Metric, f64)) {
    let a = &site.actors;
    let (mut n, mut enthusiasm, mut cynics, mut agency, mut headroom) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut members, mut member_enthusiasm) = (0.0, 0.0);
    let mut posts = 0.0;
    let (mut groups, mut practices, mut care_homes) = ([Part::default(); 3], Part::default(), Part::default());
    let mut local_authorities = Part::default();
    let people = a.len();
    let (vacancy, group, enrolled) = (&a.vacancy[..people], &a.group[..people], &a.enrolled[..people]);
    let (enthusiasms, agencies, headrooms) = (&a.enthusiasm[..people], &a.agency[..people], &a.headroom[..people]);
    let (active, seats) = (&site.room.active[..people], &site.room.seats[..people]);
    for (organisation, ways) in site.ways.iter().enumerate() {
        let theirs = f64::from(u8::from(ways.watched == WatchedApart::Memberships));
        let mut apart = match ways.watched {
            WatchedApart::Enthusiasm => Some(&mut practices),
            WatchedApart::SecondEnthusiasm => Some(&mut care_homes),
            WatchedApart::Memberships | WatchedApart::Nothing => None,
        };
        let slots = site.slots_of(organisation);
        for slot in slots.start..slots.end.min(people) {
            if vacancy[slot] == crate::world::ABSENT {
                continue;
            }
            posts += 1.0;
            if vacancy[slot] != 0 {
                continue;
            }
            n += 1.0;
            let e = enthusiasms[slot];
            enthusiasm += e;
            groups[group[slot] as usize].add(e, 1.0);
            if let Some(apart) = &mut apart {
                apart.add(e, 1.0);
            }
            let memberships = f64::from((enrolled[slot] & living).count_ones());
            local_authorities.add(theirs * memberships, memberships);
            cynics += f64::from(u8::from(e < 0.0));
            agency += agencies[slot];
            headroom += headrooms[slot];
            let member = f64::from((active[slot] != 0) | (seats[slot] != 0));
            members += member;
            member_enthusiasm += member * e;
        }
    }
    let part = |sum: f64, of: f64| if of > 0.0 { sum / of } else { 0.0 };
    set(Metric::Enthusiasm, part(enthusiasm, n));
    set(Metric::MemberEnthusiasm, part(member_enthusiasm, members));
    set(Metric::Cynics, part(cynics, n));
    set(Metric::Agency, part(agency, n));
    set(Metric::Headroom, part(headroom, n));
    set(Metric::Vacancies, part(posts - n, posts));
    let by_group = [Metric::ExecutiveEnthusiasm, Metric::ManagerEnthusiasm, Metric::FrontLineEnthusiasm];
    for (metric, group) in by_group.into_iter().zip(groups) {
        set(metric, group.share());
    }
    set(Metric::PracticeEnthusiasm, practices.share());
    set(Metric::CareHomeEnthusiasm, care_homes.share());
    set(Metric::LocalAuthorityPart, local_authorities.share());
}

/// What is told as a part of something: a sum, and what it is a sum over.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    sum: f64,
    of: f64,
}

impl Part {
    fn add(&mut self, value: f64, of: f64) {
        self.sum += value;
        self.of += of;
    }

    /// Not a number of nothing.
    fn share(self) -> f64 {
        self.sum / self.of
    }
}

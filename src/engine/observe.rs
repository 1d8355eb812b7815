use crate::record::{Metric, Panel, Pooling};
use crate::scenario::{Parameters, Scenario};
use crate::world::{Site, Stage};

/// Takes down what each month left, place by place; has room for a month's sums, so that observing allocates nothing.
pub(super) struct Observer<'a> {
    places: &'a [usize],
    sums: Vec<[f64; Metric::ALL.len()]>,
    counts: Vec<u32>,
}

impl<'a> Observer<'a> {
    /// An observer of sites whose places in the panel are `places`.
    pub(super) fn new(places: &'a [usize], number: usize) -> Observer<'a> {
        let mut counts = vec![0_u32; number];
        for &place in places {
            counts[0] += 1;
            if place != 0 {
                counts[place] += 1;
            }
        }
        Observer { places, sums: vec![[0.0; Metric::ALL.len()]; number], counts }
    }

    /// 10 Observation: what the month left, for each place; changes nothing.
    pub(super) fn observe(&mut self, panel: &mut Panel, sites: &[Site], month: u32, p: &Parameters) {
        let mut row = [0.0_f64; Metric::ALL.len()];
        self.sums.fill([0.0; Metric::ALL.len()]);
        for (site, &place) in sites.iter().zip(self.places) {
            look(site, &mut row, p);
            for place in std::iter::once(0).chain((place != 0).then_some(place)) {
                for (sum, value) in self.sums[place].iter_mut().zip(&row) {
                    *sum += value;
                }
            }
        }
        for (place, sums) in self.sums.iter().enumerate() {
            let number = f64::from(self.counts[place].max(1));
            for (metric, cell) in Metric::ALL.iter().zip(panel.row_mut(place, month as usize)) {
                let sum = sums[metric.index()];
                *cell = match metric.pooling() {
                    Pooling::Sum => sum,
                    Pooling::Mean => sum / number,
                } as f32;
            }
        }
    }
}

/// The place of each site in the panel: its own, or its region's where sites are too many; sites without a region
/// count in "all" alone and are given place 0.
pub(super) fn places(scenario: &Scenario, by_region: bool) -> Vec<usize> {
    scenario
        .sites
        .iter()
        .enumerate()
        .map(|(s, site)| if by_region { site.region.map_or(0, |r| r.index() + 1) } else { s + 1 })
        .collect()
}

/// All metrics of one site.
fn look(site: &Site, row: &mut [f64; Metric::ALL.len()], p: &Parameters) {
    row.fill(0.0);
    let mut set = |metric: Metric, value: f64| row[metric.index()] = value;
    let list = &site.initiatives;
    let mut stages = [0.0; 6];
    let mut sums = [0.0; 8];
    let mut live = 0.0;
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
        let values = [
            list.scale[i],
            list.staffing[i],
            list.normalisation[i],
            list.fit[i],
            list.evidence[i],
            list.core_share[i],
            list.coordination[i],
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
        Metric::Performance,
    ]
    .into_iter()
    .zip(sums)
    {
        set(metric, if live > 0.0 { sum / live } else { 0.0 });
    }
    set(Metric::Asked, site.money.asked);
    set(Metric::Given, site.money.given);
    set(Metric::Spent, site.money.spent);
    set(Metric::Horizon, site.money.horizon);
    set(Metric::TrustAcross, site.trust_means.0);
    set(Metric::TrustInside, site.trust_means.1);
    people(site, &mut set);
    let attempts = site.tally.attempts.map(f64::from);
    set(Metric::Attempts, attempts.iter().sum());
    set(Metric::Successes, f64::from(site.tally.successes));
    for (metric, value) in [Metric::ByPolitical, Metric::ByEconomic, Metric::ByNorms, Metric::ByValues, Metric::ByData]
        .into_iter()
        .zip(attempts)
    {
        set(metric, value);
    }
    let standing = &site.standing;
    for (metric, value) in [Metric::Political, Metric::Economic, Metric::Norms, Metric::Values, Metric::Data]
        .into_iter()
        .zip(standing.authority)
    {
        set(metric, value);
    }
    set(Metric::Conflict, standing.conflict);
    set(Metric::Badge, standing.badge);
    set(Metric::Collaboration, site.collaboration.0);
    set(Metric::Crisis, site.crisis);
    set(Metric::Consultation, site.consultation);
    set(Metric::Interpretation, standing.interpretation);
    set(Metric::NationalTrust, standing.national_trust);
    set(Metric::MetricEffect, standing.metric_effect);
    set(Metric::Admissions, libm::exp(-p.admissions_effect * standing.metric_effect));
    set(Metric::Perceived, standing.perceived);
    set(Metric::Official, standing.official);
}

/// Metrics of people in post.
fn people(site: &Site, set: &mut impl FnMut(Metric, f64)) {
    let a = &site.actors;
    let (mut n, mut enthusiasm, mut cynics, mut agency, mut headroom) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut members, mut member_enthusiasm) = (0.0, 0.0);
    let mut posts = 0.0;
    for slot in 0..a.len() {
        if a.vacancy[slot] == crate::world::ABSENT {
            continue;
        }
        posts += 1.0;
        if !a.present(slot) {
            continue;
        }
        n += 1.0;
        let e = a.enthusiasm[slot];
        enthusiasm += e;
        cynics += f64::from(u8::from(e < 0.0));
        agency += a.agency[slot];
        headroom += a.headroom[slot];
        if site.room.active[slot] != 0 || site.room.seats[slot] != 0 {
            members += 1.0;
            member_enthusiasm += e;
        }
    }
    let part = |sum: f64, of: f64| if of > 0.0 { sum / of } else { 0.0 };
    set(Metric::Enthusiasm, part(enthusiasm, n));
    set(Metric::MemberEnthusiasm, part(member_enthusiasm, members));
    set(Metric::Cynics, part(cynics, n));
    set(Metric::Agency, part(agency, n));
    set(Metric::Headroom, part(headroom, n));
    set(Metric::Vacancies, part(posts - n, posts));
}

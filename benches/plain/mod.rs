//! Contagion, trust and turnover as one would write them without a framework.

use safsim::random::{Key, Stream};
use safsim::scenario::Parameters;
use safsim::scenario::definitions::CYNICAL_BEYOND;
use safsim::world::{Blueprint, Purpose, Site, novice};

/// A site as plain arrays.
pub struct PlainSite {
    people: usize,
    start_trust: f64,
    collaboration: f64,
    collaboration_at_start: f64,
    // People.
    role: Vec<usize>,
    organisation: Vec<usize>,
    lived: Vec<bool>,
    own_interest: Vec<f64>,
    clinical: Vec<bool>,
    hierarchical: Vec<f64>,
    hazard: Vec<f64>,
    role_headroom: Vec<f64>,
    risk_taking: Vec<f64>,
    disposition: Vec<f64>,
    enthusiasm: Vec<f64>,
    agency: Vec<f64>,
    headroom: Vec<f64>,
    reputation: Vec<f64>,
    tenure: Vec<f64>,
    novice: Vec<f64>,
    position: Vec<f64>,
    trusted: Vec<f64>,
    vacancy: Vec<u16>,
    // Pairs of people who know each other, with the trust of the one in the other and back; those across organisations
    // are `across`. Row i of everybody's pairs is first[i]..first[i + 1].
    ends: Vec<[usize; 2]>,
    trust: Vec<[f64; 2]>,
    across: Vec<bool>,
    first: Vec<usize>,
    pair: Vec<usize>,
    // Working columns.
    before: Vec<f64>,
    weight: Vec<f64>,
    pull: Vec<f64>,
    heard: Vec<f64>,
    heard_weight: Vec<f64>,
    leaving: Stream,
    newcomers: Stream,
}

impl PlainSite {
    /// The same site as `site`, which nothing has happened to yet.
    pub fn of(site: &Site, seed: u64) -> PlainSite {
        let (a, people) = (&site.actors, site.actors.len());
        let mut ties = site.ties.clone();
        let pairs = ties.pairs();
        let ends: Vec<[usize; 2]> = pairs.ends.iter().map(|ends| ends.map(usize::from)).collect();
        let with = |i: usize| ends.iter().enumerate().filter(move |(_, ends)| ends.contains(&i)).map(|(n, _)| n);
        let stream = |purpose: Purpose| Stream::new(Key { seed, replicate: 0, process: purpose as u32, site: site.id });
        PlainSite {
            people,
            start_trust: site.start_trust,
            collaboration: site.collaboration.now,
            collaboration_at_start: site.collaboration.start,
            role: a.role.iter().map(|&r| r as usize).collect(),
            organisation: a.organisation.iter().map(|&o| o as usize).collect(),
            lived: a.lived.clone(),
            own_interest: site.own_interest.clone(),
            clinical: a.clinical.clone(),
            hierarchical: a.hierarchical.clone(),
            hazard: a.hazard.clone(),
            role_headroom: a.role_headroom.clone(),
            risk_taking: a.risk_taking.clone(),
            disposition: a.disposition.clone(),
            enthusiasm: a.enthusiasm.clone(),
            agency: a.agency.clone(),
            headroom: a.headroom.clone(),
            reputation: a.reputation.clone(),
            tenure: a.tenure.clone(),
            novice: a.novice.clone(),
            position: a.position.clone(),
            trusted: a.trusted.clone(),
            vacancy: a.vacancy.clone(),
            first: (0..people).map(|i| site.ties.of(i).start).chain([site.ties.len()]).collect(),
            pair: (0..people).flat_map(with).collect(),
            across: ends.iter().map(|&[one, other]| a.organisation[one] != a.organisation[other]).collect(),
            ends: ends.clone(),
            trust: pairs.trust.to_vec(),
            before: vec![0.0; people],
            weight: vec![0.0; people],
            pull: vec![0.0; people],
            heard: vec![0.0; people],
            heard_weight: vec![0.0; people],
            leaving: stream(Purpose::Leaving),
            newcomers: stream(Purpose::Newcomers),
        }
    }

    /// One month.
    pub fn month(&mut self, month: u32, plan: &Blueprint) {
        self.mobilise(plan);
        self.turn_over(month, plan);
    }

    /// The floor of trust across organisations, between people who were there at the start and where one came later.
    fn floors_across(&self, p: &Parameters) -> [f64; 2] {
        let risen = p.trust_floor_norm * (self.collaboration - self.collaboration_at_start);
        [self.start_trust, p.newcomer_prior].map(|level| (level + risen).clamp(0.0, 1.0))
    }

    fn mobilise(&mut self, plan: &Blueprint) {
        let p = &plan.scenario.parameters;
        for i in 0..self.people {
            self.before[i] = self.enthusiasm[i];
            self.weight[i] = if self.vacancy[i] == 0 { self.position[i] } else { 0.0 };
            self.pull[i] = self.weight[i] * self.enthusiasm[i];
        }
        self.trusted.fill(0.0);
        self.heard.fill(0.0);
        self.heard_weight.fill(0.0);
        let novice_month = novice(1.0);
        let [lived, strangers] = self.floors_across(p);
        let (keeps, competition) = (1.0 - p.trust_return, 1.0 - self.collaboration);
        let (mut sum_across, mut ties_across) = ([0.0, 0.0], 0);
        for ((&[one, other], trust), &across) in self.ends.iter().zip(&mut self.trust).zip(&self.across) {
            let both = self.lived[one] && self.lived[other];
            let floor = match (across, both) {
                (false, _) => p.trust_floor_inside,
                (true, true) => lived,
                (true, false) => strangers,
            };
            let before = *trust;
            let after = before.map(|before| (keeps * before + p.trust_return * floor).min(1.0));
            *trust = after;
            self.heard[one] += before[0] * self.pull[other];
            self.heard_weight[one] += before[0] * self.weight[other];
            self.trusted[one] += after[1];
            self.heard[other] += before[1] * self.pull[one];
            self.heard_weight[other] += before[1] * self.weight[one];
            self.trusted[other] += after[0];
            if across {
                sum_across = [sum_across[0] + after[0], sum_across[1] + after[1]];
                ties_across += 2;
            }
        }
        for i in 0..self.people {
            let (pull, weight) = (self.heard[i], self.heard_weight[i]);
            if self.vacancy[i] == 0 {
                let e = self.before[i];
                let contagion = if weight > 0.0 { p.contagion * (pull / weight - e) } else { 0.0 };
                let stake = p.contest_interest * self.own_interest[self.organisation[i]] * competition;
                let rest = (self.disposition[i] - stake).max(-1.0);
                let after = e + contagion - p.disposition_pull * (e - rest);
                if e < 0.0 {
                    self.disposition[i] -= p.cynicism_hardens * (self.disposition[i] - e).max(0.0);
                }
                self.enthusiasm[i] = after.clamp(-1.0, 1.0);
                let agency = p.agency_base + p.agency_risk * self.risk_taking[i];
                self.agency[i] += p.agency_rate * (agency.clamp(0.0, 1.0) - self.agency[i]);
                self.headroom[i] += p.headroom_rate * (self.role_headroom[i].clamp(0.0, 1.0) - self.headroom[i]);
                self.tenure[i] += 1.0;
                self.novice[i] *= novice_month;
                self.reposition(i, p);
            }
        }
        for i in 0..self.people {
            let ties = self.first[i + 1] - self.first[i];
            self.trusted[i] = if ties == 0 { 0.0 } else { self.trusted[i] / ties as f64 };
        }
        let sum_across = sum_across[0] + sum_across[1];
        let trust = if ties_across == 0 { self.start_trust } else { sum_across / f64::from(ties_across) };
        self.collaboration = (self.collaboration + p.norm_rate * (trust - self.collaboration)).clamp(0.0, 1.0);
    }

    fn reposition(&mut self, i: usize, p: &Parameters) {
        let clinical = if self.clinical[i] { p.earned_clinical } else { 0.0 };
        let known = p.earned_tenure * (1.0 - self.novice[i]);
        let earned =
            (clinical + known + (1.0 - p.earned_clinical - p.earned_tenure).max(0.0) * self.reputation[i]).min(1.0);
        self.position[i] = 1.0 - (1.0 - self.hierarchical[i]) * (1.0 - earned);
    }

    fn turn_over(&mut self, month: u32, plan: &Blueprint) {
        let p = &plan.scenario.parameters;
        for i in 0..self.people {
            match self.vacancy[i] {
                0 | u16::MAX => {}
                1 => self.join(i, month, plan),
                _ => self.vacancy[i] -= 1,
            }
        }
        let [_, strangers] = self.floors_across(p);
        self.leaving.row(month);
        for i in 0..self.people {
            let draw = self.leaving.uniform();
            let cynical = if self.enthusiasm[i] < -CYNICAL_BEYOND { p.leave_cynical } else { 1.0 };
            if self.vacancy[i] != 0 || draw >= self.hazard[i] * cynical {
                continue;
            }
            self.vacancy[i] = Site::vacancy(self.newcomers.at(month, i as u32).uniform(), p.vacancy);
            for &n in &self.pair[self.first[i]..self.first[i + 1]] {
                for trust in &mut self.trust[n] {
                    *trust = if self.across[n] {
                        strangers + p.inherited_trust * (*trust - strangers)
                    } else {
                        p.trust_floor_inside + p.inherited_trust * (*trust - p.trust_floor_inside).max(0.0)
                    };
                }
            }
        }
    }

    fn join(&mut self, i: usize, month: u32, plan: &Blueprint) {
        let p = &plan.scenario.parameters;
        let draws = self.newcomers.at(month, i as u32);
        for _ in 0..4 {
            draws.uniform();
        }
        let person = plan.newcomer(self.role[i], draws);
        self.risk_taking[i] = person.skills[4];
        self.disposition[i] = person.disposition;
        self.enthusiasm[i] = person.disposition;
        self.agency[i] = p.agency_base;
        self.headroom[i] = self.role_headroom[i];
        self.reputation[i] = 0.0;
        self.tenure[i] = 0.0;
        self.novice[i] = 1.0;
        self.vacancy[i] = 0;
        self.lived[i] = false;
        self.reposition(i, p);
    }

    /// Fails unless every number of `site` is the same to the last bit.
    pub fn assert_same(&self, site: &Site) {
        let a = &site.actors;
        let engine_trust: Vec<f64> = site.ties.clone().pairs().trust.as_flattened().to_vec();
        let plain_trust: Vec<f64> = self.trust.as_flattened().to_vec();
        for (name, plain, engine) in [
            ("enthusiasm", &self.enthusiasm, &a.enthusiasm),
            ("agency", &self.agency, &a.agency),
            ("headroom", &self.headroom, &a.headroom),
            ("reputation", &self.reputation, &a.reputation),
            ("tenure", &self.tenure, &a.tenure),
            ("position", &self.position, &a.position),
            ("trusted", &self.trusted, &a.trusted),
            ("trust", &plain_trust, &engine_trust),
        ] {
            assert_eq!(plain.len(), engine.len(), "{name} in site {}", site.id);
            for (place, (plain, engine)) in plain.iter().zip(engine).enumerate() {
                assert_eq!(plain.to_bits(), engine.to_bits(), "{name} {place} in site {}: {plain}, {engine}", site.id);
            }
        }
        assert_eq!(self.vacancy, a.vacancy, "vacancies in site {}", site.id);
        assert_eq!(self.collaboration.to_bits(), site.collaboration.now.to_bits(), "norm in site {}", site.id);
    }
}

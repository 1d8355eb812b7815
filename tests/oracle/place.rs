//! The field's first site with round numbers in its columns, and how a process is let loose on it.

use crate::field;
use safsim::processes::Now;
use safsim::quantity::OrganisationId;
use safsim::scenario::{Board, Group, Parameters, Scenario};
use safsim::world::{Blueprint, NOBODY, Site, Stage, World, build_site};

/// A built scenario whose sites hold these numbers:
///
/// - people: every skill and receptivity 0.5, e 0.2, disposition 0, g 0.5, u 0.36 (its root is 0.6), tenure and
///   reputation 0, half of their acts come to something, as they expect (0.7 x 0.5), so that P is 0.8 for chiefs, 0.5 for managers and 1 - 0.8 x 0.65 = 0.48 for nurses; hazard 0;
/// - trust 0.6 inside organisations, 0.4 across; k 0.4;
/// - both initiatives operating with x = q = 0.5, z 0.3, fit 0.6, evidence 0.2, core share 0.5, granted 0.4, U 0.2, C
///   0.5, performance 0.3; manager 1 champions alpha, nobody champions beta; the commitment that counts
///   is the typical 0.68, so that K is 1; every organisation's own is 0.6, and nothing is ratified.
pub struct Place {
    pub plan: Blueprint,
    pub world: World,
}

impl Place {
    /// The field after `edit`.
    pub fn new(edit: impl FnOnce(&mut Scenario)) -> Place {
        let mut scenario = field::scenario();
        let p = &mut scenario.parameters;
        (p.ties_inside, p.ties_leaders, p.ties_across, p.ties_spanner) = (1.0, 1e6, 0.0, 0.0);
        edit(&mut scenario);
        let plan = Blueprint::new(&scenario);
        let sites = (0..scenario.sites.len()).map(|id| build_site(&plan, id, 7, 0, false)).collect();
        let mut world = World::new(&plan, sites, 7, 0);
        let World { nation, .. } = &mut world;
        nation.managers.iter_mut().chain(nation.regions.iter_mut().map(|r| &mut r.lead)).for_each(|one| {
            one.brokering = 0.5;
        });
        for site in &mut world.sites {
            round_off(site, &plan.scenario.parameters);
        }
        Place { plan, world }
    }

    /// The field with one board of both organisations, as formal as that, sitting.
    pub fn with_board(formality: f64, edit: impl FnOnce(&mut Scenario)) -> Place {
        let mut place = Place::new(|scenario| {
            scenario.sites[0].boards.push(Board {
                kind: None,
                seats: vec![Group::Executive, Group::Manager],
                members: vec![OrganisationId(0), OrganisationId(1)],
                formality: field::share(formality),
                start: 0,
                end: None,
            });
            edit(scenario);
        });
        place.site().sitting = 1;
        place
    }

    /// Its first site.
    pub fn site(&mut self) -> &mut Site {
        &mut self.world.sites[0]
    }

    /// Its parameters.
    pub fn parameters(&mut self) -> &mut Parameters {
        &mut self.plan.scenario.parameters
    }

    /// Lets a process loose on the first site.
    pub fn act(&mut self, month: u32, process: impl FnOnce(&mut Site, &Now<'_>)) {
        let World { nation, sites } = &mut self.world;
        process(&mut sites[0], &Now { plan: &self.plan, nation, month });
    }

    /// How far `from` trusts `to`.
    pub fn trust(&self, from: usize, to: usize) -> f64 {
        let ties = &self.world.sites[0].ties;
        ties.trust(ties.find(from, to).expect("they know each other"))
    }

    /// Sets how far `from` trusts `to`.
    pub fn set_trust(&mut self, from: usize, to: usize, trust: f64) {
        let ties = &mut self.site().ties;
        let place = ties.find(from, to).expect("they know each other");
        ties.set_trust(place, trust);
    }

    /// In what share of `months` months a process, let loose on a fresh copy of the first site, leads to `event`.
    pub fn share_of(
        &self,
        months: u32,
        process: fn(&mut Site, &Now<'_>),
        event: impl Fn(&Site) -> bool,
        start: u32,
    ) -> f64 {
        let mut count = 0_u32;
        for month in start..start + months {
            let mut site = self.world.sites[0].clone();
            process(&mut site, &Now { plan: &self.plan, nation: &self.world.nation, month });
            count += u32::from(event(&site));
        }
        f64::from(count) / f64::from(months)
    }
}

fn round_off(site: &mut Site, p: &Parameters) {
    // Nobody can interpret, until a test says so.
    site.standing.interpretation = 0.0;
    site.sound_kinds.fill(true);
    let a = &mut site.actors;
    for slot in 0..a.len() {
        for column in [
            &mut a.vision,
            &mut a.framing,
            &mut a.leveraging,
            &mut a.seizing,
            &mut a.risk_taking,
            &mut a.brokering,
            &mut a.external_support,
            &mut a.agency,
        ] {
            column[slot] = 0.5;
        }
        a.receptivity[slot] = [0.5; 5];
        a.enthusiasm[slot] = 0.2;
        a.disposition[slot] = 0.0;
        a.headroom[slot] = 0.36;
        (a.acted[slot], a.achieved[slot], a.expected[slot]) = (true, 0.5, 0.35);
        (a.tenure[slot], a.novice[slot], a.reputation[slot], a.hazard[slot]) = (0.0, 1.0, 0.0, 0.0);
        a.reposition(slot, p);
    }
    for slot in 0..site.actors.len() {
        for k in site.ties.inside(slot) {
            site.ties.set_trust(k, 0.6);
        }
        for k in site.ties.across(slot) {
            site.ties.set_trust(k, 0.4);
        }
    }
    site.take_stock_of_trust();
    site.trust_at_start = site.ties.all_trust().iter().sum::<f64>() / site.ties.len() as f64;
    let list = &mut site.initiatives;
    for i in 0..list.len() {
        list.stage[i] = Stage::Operating;
        (list.scale[i], list.peak[i], list.staffing[i]) = (0.5, 0.5, 0.5);
        (list.normalisation[i], list.fit[i], list.evidence[i]) = (0.3, 0.6, 0.2);
        (list.core_share[i], list.granted[i], list.granted_peak[i]) = (0.5, 0.4, 0.4);
        (list.support[i], list.senior_support[i]) = (0.2, 0.2);
        (list.coordination[i], list.performance[i], list.trust[i]) = (0.5, 0.3, 0.4);
        list.sound[i] = true;
        list.commitment[i] = 0.68;
        for partner in list.partners_mut(i) {
            (partner.asked, partner.commitment, partner.ratified) = (true, 0.6, 0.0);
        }
    }
    list.champion.fill(NOBODY);
    site.actors.champions.fill(0);
    if !list.is_empty() {
        list.champion[0] = 1;
        site.actors.champions[1] = 1;
    }
}

/// All rates of mobilisation 0, but for those named, which have their default: what a month of it does is then the sum
/// of what the tests of its parts say.
pub fn only(p: &mut Parameters, names: &[&str]) {
    const RATES: [&str; 24] = [
        "mobilise",
        "contagion",
        "disposition_pull",
        "results_pull",
        "spirits",
        "agency_rate",
        "headroom_rate",
        "joint_work",
        "trust_return",
        "norm_rate",
        "norm_law",
        "reputation_rate",
        "consultation_gain",
        "consultation_fade",
        "one_way_distrust",
        "opportunity",
        "persuasion_gain",
        "persuasion_trust",
        "refusal_trust",
        "contest_interest",
        "commit_rate",
        "cynicism_hardens",
        "persuade_time",
        "joint_work_time",
    ];
    for name in names {
        assert!(RATES.contains(name), "{name} is no rate of mobilisation");
    }
    for name in RATES {
        let row = Parameters::find(name).expect("a parameter");
        let value = if names.contains(&name) { row.default } else { 0.0 };
        assert!(row.set(p, value), "{name}");
    }
}

/// Equal but for rounding.
#[track_caller]
pub fn near(actual: f64, expected: f64) {
    assert!((actual - expected).abs() < 1e-12, "{actual}, but on paper {expected}");
}

/// A frequency among `n` trials agrees with a probability: within five standard deviations of the binomial, which an
/// honest frequency leaves once in two million.
#[track_caller]
pub fn likely(frequency: f64, probability: f64, n: u32) {
    let bound = 5.0 * (probability * (1.0 - probability) / f64::from(n)).sqrt();
    assert!((frequency - probability).abs() <= bound, "{frequency}, but on paper {probability} within {bound}");
}

/// 1 / (1 + exp(-logit)).
pub fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-logit))
}

/// Which case it is, for a test that fails: tests capture what they print.
#[expect(clippy::print_stdout, reason = "captured unless the test fails")]
pub fn println_case(name: &str) {
    println!("{name}");
}

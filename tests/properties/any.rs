//! Any small scenario: every parameter within its plausible range, every setting within what the loader would accept.

use crate::field::{self, organisation_kind, share};
use safsim::quantity::{ActorId, InitiativeId, KindId, OrganisationId, RegionId, RoleId, Share, SiteId};
use safsim::scenario::{
    Attributes, Badge, Board, Consultation, Coordination, Funding, Group, Horizon, InitiativeKind, Methods, NamedActor,
    Organisation, Origin, Parameters, Programme, Region, RollOut, Scenario, Scope, Shock, ShockKind, Site, StaffTarget,
    Support, TimeLine, Timing,
};

/// As many numbers in 0..1 as a scenario takes; [`scenario`] reads them in order and starts again at the end.
pub const DIALS: usize = 600;

/// Reads numbers in 0..1 one after the other.
pub struct Dials<'a> {
    values: &'a [f64],
    next: usize,
}

impl Dials<'_> {
    fn any(&mut self) -> f64 {
        let value = self.values[self.next % self.values.len()];
        self.next += 1;
        value
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.any()
    }

    /// 0..n
    fn below(&mut self, n: u32) -> u32 {
        ((self.any() * f64::from(n)) as u32).min(n - 1)
    }

    fn often(&mut self, chance: f64) -> bool {
        self.any() < chance
    }

    fn share(&mut self) -> Share {
        share(self.any())
    }

    fn line(&mut self) -> TimeLine {
        let first = self.below(20) as i32;
        let second = first + 1 + self.below(30) as i32;
        TimeLine::new(vec![(first, self.any()), (second, self.any())]).expect("rising months")
    }
}

/// A scenario of 60 months from `values` in 0..1.
pub fn scenario(values: &[f64]) -> Scenario {
    let dials = &mut Dials { values, next: 0 };
    let mut scenario = field::scenario();
    for row in Parameters::TABLE {
        let (low, high) = row.plausible();
        assert!(row.set(&mut scenario.parameters, dials.between(low, high)), "{}", row.name);
    }
    // A tiny programme that copies freely, so that enough travels in so few sites.
    scenario.parameters.programme_sites = 4.0;
    scenario.parameters.adopt_norm = dials.any();
    scenario.regions.push(Region { name: "south".to_owned(), posts: dials.often(0.5).then(|| dials.below(3)) });
    for role in &mut scenario.roles {
        role.skills = std::array::from_fn(|_| dials.share());
        role.receptivity = std::array::from_fn(|_| dials.share());
        role.disposition = dials.between(-1.0, 1.0);
    }
    scenario.kinds = (0..2 + dials.below(3)).map(|k| kind(k, dials)).collect();
    scenario.programme = programme(dials);
    scenario.policy.legislation = dials.line();
    scenario.policy.contract = dials.often(0.3).then(|| RollOut {
        start: dials.below(60) as i32,
        share: dials.share(),
        kinds: vec![KindId(dials.below(scenario.kinds.len() as u32))],
    });
    let template = scenario.sites[0].clone();
    scenario.sites = (0..1 + dials.below(4)).map(|s| site(s, &template, &scenario, dials)).collect();
    scenario.shocks = (0..dials.below(6)).map(|_| shock(&scenario.sites, dials)).collect();
    scenario
}

fn kind(number: u32, dials: &mut Dials<'_>) -> InitiativeKind {
    let needs = [
        organisation_kind("acute"),
        organisation_kind("general_practice"),
        organisation_kind("care_home"),
        organisation_kind("new_entrant"),
    ];
    InitiativeKind {
        name: format!("kind {number}"),
        label: format!("Kind {number}"),
        attributes: Attributes {
            complexity: dials.share(),
            cost: dials.between(0.5, 80.0),
            cash_releasing: dials.share(),
            metric_alignment: dials.share(),
            local_value: dials.share(),
        },
        needs: (0..1 + dials.below(2)).map(|_| needs[dials.below(4) as usize]).collect(),
        copyable: dials.often(0.8),
        methods: methods(dials),
        saved: Share::default(),
        payers: Vec::new(),
        savers: Vec::new(),
        source: String::new(),
    }
}

fn methods(dials: &mut Dials<'_>) -> Methods {
    Methods::of(Coordination::ALL.into_iter().filter(|_| dials.often(0.3)))
}

fn programme(dials: &mut Dials<'_>) -> Programme {
    let start = dials.below(16) as i32;
    let end = start + 6 + dials.below(36) as i32;
    Programme {
        start,
        end,
        badge: if dials.often(0.7) { Badge::Fading(dials.share()) } else { Badge::Given(dials.line()) },
        consonance: dials.line(),
        permissiveness: dials.often(0.5).then(|| dials.line()),
        metric_focus: dials.often(0.5).then(|| dials.line()),
        ambiguity: dials.share(),
        conflict: dials.share(),
        mandate: dials.share(),
        support: Support {
            account_managers: dials.often(0.7),
            caseload: 1 + dials.below(6),
            price: dials.between(0.0, 20.0),
            stance: dials.often(0.5).then(|| dials.share()),
            learning_event_every: dials.below(5),
            good_news: dials.share(),
            guides: if dials.often(0.3) { dials.between(0.0, 3.0) } else { 0.0 },
        },
        successor_start: dials.often(0.6).then(|| start + dials.below(30) as i32),
        bridge: dials.share(),
        funding: Funding {
            award: dials.between(0.0, 1.4),
            horizon: if dials.often(0.3) { Horizon::Whole } else { Horizon::Rounds(1 + dials.below(30)) },
            conditional: dials.often(0.5),
            conditional_from: dials.often(0.3).then(|| start - 2 + dials.below(30) as i32),
            threshold: dials.between(0.0, 0.3),
            notice: dials.below(8),
            taper: dials.below(10),
            profile: dials.line(),
            budget: dials.often(0.3).then(|| dials.between(0.0, 3000.0)),
            cut_plans: dials.often(0.3),
            follow_on_expected: dials.share(),
        },
    }
}

fn site(number: u32, template: &Site, scenario: &Scenario, dials: &mut Dials<'_>) -> Site {
    let kinds = [
        organisation_kind("acute"),
        organisation_kind("general_practice"),
        organisation_kind("care_home"),
        organisation_kind("voluntary"),
    ];
    let organisations: Vec<Organisation> = (0..2 + dials.below(2))
        .map(|o| Organisation {
            kind: kinds[dials.below(4) as usize],
            name: format!("organisation {o}"),
            roles: (0..scenario.roles.len())
                .map(|r| (RoleId::at(r), dials.below(3) + u32::from(r == 0)))
                .filter(|(_, count)| *count > 0)
                .collect(),
            own_interest: dials.share(),
            headroom: dials.between(-1.0, 1.0),
            copies: 1,
        })
        .collect();
    let number_of = organisations.len() as u32;
    let people: u32 = organisations.iter().map(Organisation::size).sum();
    let boards = (0..dials.below(3)).map(|_| {
        let start = dials.below(40) as i32 - 10;
        Board {
            kind: None,
            seats: vec![Group::Executive, Group::Manager],
            members: vec![OrganisationId(0), OrganisationId(1 + dials.below(number_of - 1))],
            formality: dials.share(),
            start,
            end: dials.often(0.5).then(|| start + 1 + dials.below(40) as i32),
        }
    });
    let boards = boards.collect();
    let initiatives = (0..dials.below(5)).map(|i| {
        let lead = dials.below(number_of);
        let mut partners = vec![lead];
        partners.extend((0..number_of).filter(|&o| o != lead && dials.often(0.5)));
        let before = dials.often(0.4);
        let (origin, start) = if before {
            (Origin::PreExisting, -(dials.below(60) as i32))
        } else {
            (Origin::Programme, scenario.programme.start + dials.below(30) as i32)
        };
        let mut given = field::initiative(scenario, dials.below(scenario.kinds.len() as u32), origin, start, &partners);
        given.name = format!("initiative {i}");
        given.methods = methods(dials);
        given.champion = dials.often(0.3).then(|| RoleId(dials.below(6)));
        given.scale = dials.often(0.3).then(|| dials.share());
        given.normalisation = dials.often(0.3).then(|| dials.share());
        given.fit = dials.often(0.3).then(|| dials.share());
        given.core_share = dials.often(0.3).then(|| dials.share());
        given
    });
    let initiatives = initiatives.collect();
    let named = (0..dials.below(3)).map(|n| NamedActor {
        name: format!("person {n}"),
        slot: ActorId(dials.below(people)),
        skills: std::array::from_fn(|_| dials.often(0.5).then(|| dials.share())),
        receptivity: std::array::from_fn(|_| dials.often(0.5).then(|| dials.share())),
        hierarchical: None,
        clinical: dials.often(0.5).then_some(true),
        spanner: dials.often(0.5).then_some(true),
        disposition: dials.often(0.5).then(|| dials.between(-1.0, 1.0)),
        tenure: None,
        reputation: dials.often(0.5).then(|| dials.share()),
        headroom: dials.often(0.5).then(|| dials.share()),
        leaves: dials.often(0.5).then(|| dials.below(60)),
    });
    let mut actors: Vec<NamedActor> = named.collect();
    actors.dedup_by_key(|a| a.slot);
    Site {
        name: format!("site {number}"),
        region: dials.often(0.8).then(|| RegionId(dials.below(2))),
        population: dials.between(5_000.0, 2_000_000.0),
        member: dials.often(0.8),
        history: dials.share(),
        collaboration: dials.often(0.3).then(|| dials.share()),
        deficit: dials.share(),
        consultation: [Consultation::TwoWay, Consultation::OneWay, Consultation::None][dials.below(3) as usize],
        engagement: dials.share(),
        award: dials.often(0.3).then(|| dials.between(0.0, 1.2)),
        organisations,
        boards,
        initiatives,
        actors,
        ..template.clone()
    }
}

fn shock(sites: &[Site], dials: &mut Dials<'_>) -> Shock {
    let kind = ShockKind::ALL[dials.below(ShockKind::ALL.len() as u32) as usize];
    let s = dials.below(sites.len() as u32);
    let (site, here) = (SiteId(s), &sites[s as usize]);
    let scope = match dials.below(6) {
        0 => Scope::All,
        1 => Scope::Members,
        2 => Scope::Region(RegionId(dials.below(2))),
        3 => Scope::Organisation(site, OrganisationId(dials.below(here.organisations.len() as u32))),
        4 if !here.initiatives.is_empty() => {
            Scope::Initiative(site, InitiativeId(dials.below(here.initiatives.len() as u32)))
        }
        _ => Scope::Site(site),
    };
    Shock {
        kind,
        timing: if dials.often(0.7) { Timing::Month(dials.below(60)) } else { Timing::Rate(dials.between(0.0, 0.2)) },
        scope,
        magnitude: dials.between(if kind.row().signed { -1.0 } else { 0.0 }, 1.0),
        duration: dials.below(12),
        target: [
            StaffTarget::Random,
            StaffTarget::Leaders,
            StaffTarget::Champions,
            StaffTarget::Spanners,
            StaffTarget::BestConnected,
        ][dials.below(5) as usize],
        count: dials.often(0.4).then(|| dials.below(5)),
    }
}

//! A scenario small enough to work out on paper: one site, two organisations, seven people, two initiatives.
//!
//! | slot | organisation | role | group | h |
//! | --- | --- | --- | --- | --- |
//! | 0 | 0 hospital (acute) | chief | executive | 0.8 |
//! | 1 | 0 | manager | manager | 0.5 |
//! | 2, 3 | 0 | nurse | front line, clinical | 0.2 |
//! | 4 | 1 practice (general practice) | chief | executive | 0.8 |
//! | 5 | 1 | manager | manager | 0.5 |
//! | 6 | 1 | nurse | front line, clinical | 0.2 |
//!
//! Initiative 0 ("alpha", both organisations) enrols all seven and initiative 1 ("beta", the hospital alone) 0, 1, 2, 3,
//! whatever is drawn: the chiefs as sponsors, and no organisation has more managers or nurses than an initiative takes.
//! Everybody knows everybody: in their organisation, and across as members of alpha.

use safsim::quantity::{KindId, Month, OrganisationId, OrganisationKindId, RegionId, RoleId, Share};
use safsim::scenario::{
    Attributes, Badge, Calendar, Consultation, Funding, Group, Horizon, Initiative, InitiativeKind, Methods,
    Organisation, Origin, Parameters, Policy, Programme, Region, Role, RunSettings, Scenario, Site, Support, TimeLine,
    Vocabulary,
};

/// A share that is known to be one.
pub fn share(value: f64) -> Share {
    Share::new(value).expect("a share")
}

fn role(name: &str, group: Group, hierarchical: f64, clinical: bool) -> Role {
    Role {
        name: name.to_owned(),
        label: name.to_owned(),
        group,
        hierarchical: share(hierarchical),
        clinical,
        spanner: false,
        engagement: false,
        programme_funded: false,
        skills: [share(0.5); 7],
        receptivity: [share(0.5); 5],
        disposition: 0.0,
        tenure: 48.0,
        reputation: share(0.4),
        headroom: share(0.4),
        source: String::new(),
    }
}

/// The roles: chief, manager, nurse, spanner, project manager (paid for by the programme), engagement lead.
fn roles() -> Vec<Role> {
    vec![
        role("chief", Group::Executive, 0.8, false),
        role("manager", Group::Manager, 0.5, false),
        role("nurse", Group::FrontLine, 0.2, true),
        Role { spanner: true, ..role("spanner", Group::Manager, 0.4, false) },
        Role { programme_funded: true, ..role("project", Group::Manager, 0.3, false) },
        Role { engagement: true, ..role("engagement", Group::Manager, 0.4, false) },
    ]
}

/// The built-in kind of that name.
pub fn organisation_kind(name: &str) -> OrganisationKindId {
    Vocabulary::built_in().kind_named(name).expect("a built-in kind")
}

fn organisation(kind: OrganisationKindId, name: &str, roles: &[(u32, u32)]) -> Organisation {
    Organisation {
        kind,
        name: name.to_owned(),
        roles: roles.iter().map(|&(role, count)| (RoleId(role), count)).collect(),
        own_interest: share(0.5),
        headroom: 0.0,
        copies: 1,
    }
}

fn kind(name: &str, attributes: Attributes, needs: &[OrganisationKindId]) -> InitiativeKind {
    InitiativeKind {
        name: name.to_owned(),
        label: name.to_owned(),
        attributes,
        needs: needs.to_vec(),
        saved: attributes.cash_releasing,
        payers: Vec::new(),
        savers: Vec::new(),
        copyable: true,
        methods: Methods::default(),
        source: String::new(),
    }
}

/// An initiative of kind `kind` that the hospital leads; no start values given.
pub fn initiative(scenario: &Scenario, kind: u32, origin: Origin, start: i32, partners: &[u32]) -> Initiative {
    Initiative {
        kind: KindId(kind),
        name: format!("{} from {start}", scenario.kinds[kind as usize].name),
        origin,
        start,
        lead: OrganisationId(partners[0]),
        partners: partners.iter().map(|&o| OrganisationId(o)).collect(),
        champion: None,
        attributes: scenario.kinds[kind as usize].attributes,
        methods: Methods::default(),
        scale: None,
        normalisation: None,
        fit: None,
        core_share: None,
    }
}

/// The scenario: 12 months of history, 36 of programme, 12 afterwards; nothing happens but what tests ask for.
pub fn scenario() -> Scenario {
    let attributes = |complexity, cost, cash, metric| Attributes {
        complexity: share(complexity),
        cost,
        cash_releasing: share(cash),
        metric_alignment: share(metric),
        local_value: share(0.5),
    };
    let mut scenario = Scenario {
        name: "field".to_owned(),
        description: String::new(),
        starts_from: String::new(),
        question: String::new(),
        run: RunSettings { replicates: 1, seed: 7 },
        time: Calendar { start: Month::new(2014, 4).expect("a month"), months: 60 },
        programme: Programme {
            start: 12,
            end: 48,
            badge: Badge::Fading(share(0.8)),
            consonance: TimeLine::constant(0.8),
            permissiveness: Some(TimeLine::constant(0.9)),
            metric_focus: Some(TimeLine::constant(0.1)),
            ambiguity: share(0.0),
            conflict: share(0.0),
            mandate: share(0.0),
            support: Support {
                account_managers: false,
                caseload: 5,
                price: 0.0,
                stance: None,
                learning_event_every: 0,
                good_news: share(0.0),
                guides: 0.0,
            },
            successor_start: None,
            bridge: share(0.0),
            funding: Funding {
                award: 1.0,
                horizon: Horizon::Whole,
                conditional: false,
                conditional_from: None,
                threshold: 0.0,
                notice: 3,
                taper: 0,
                profile: TimeLine::constant(1.0),
                budget: None,
                cut_plans: false,
                follow_on_expected: share(0.0),
            },
        },
        policy: Policy { legislation: TimeLine::constant(0.0), contract: None },
        regions: vec![Region { name: "north".to_owned(), posts: None }],
        sites: Vec::new(),
        kinds: vec![
            kind(
                "alpha",
                attributes(0.4, 10.0, 0.5, 0.6),
                &[organisation_kind("acute"), organisation_kind("general_practice")],
            ),
            kind("beta", attributes(0.2, 30.0, 0.2, 0.2), &[organisation_kind("acute")]),
        ],
        vocabulary: Vocabulary::built_in(),
        roles: roles(),
        shocks: Vec::new(),
        parameters: Parameters::default(),
        past: None,
    };
    let initiatives = vec![
        initiative(&scenario, 0, Origin::Programme, 12, &[0, 1]),
        initiative(&scenario, 1, Origin::PreExisting, -10, &[0]),
    ];
    scenario.sites.push(Site {
        name: "here".to_owned(),
        region: Some(RegionId(0)),
        site_type: Vocabulary::built_in().kit_named("mcp"),
        population: 200_000.0,
        member: true,
        history: share(0.4),
        collaboration: None,
        deficit: share(0.4),
        consultation: Consultation::TwoWay,
        engagement: share(0.2),
        award: None,
        organisations: vec![
            organisation(organisation_kind("acute"), "hospital", &[(0, 1), (1, 1), (2, 2)]),
            organisation(organisation_kind("general_practice"), "practice", &[(0, 1), (1, 1), (2, 1)]),
        ],
        boards: Vec::new(),
        initiatives,
        actors: Vec::new(),
        drawn: Vec::new(),
    });
    scenario
}

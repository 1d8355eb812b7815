//! Fields of the sizes that the benches need.

use safsim::quantity::{KindId, OrganisationId, RegionId, RoleId, Share};
use safsim::scenario::{
    Attributes, Authority, Badge, Board, Calendar, Consultation, Funding, Group, Horizon, Initiative, InitiativeKind,
    Organisation, OrganisationKind, Origin, Parameters, Policy, Programme, Region, Role, RunSettings, Scenario, Site,
    SiteType, Skill, Support, TimeLine,
};
use toml::{Table, Value};

const ROLES: &str = include_str!("../../src/scenario/data/roles.toml");
const KINDS: &str = include_str!("../../src/scenario/data/kinds.toml");
const KITS: &str = include_str!("../../src/scenario/data/kits.toml");
const WORKFORCE: &str = include_str!("../../scenarios/workforce.toml");

/// Months of a full run.
pub const MONTHS: u32 = 96;

/// Six sites of the usual kits, about 75 people and 12 initiatives each.
pub fn six_sites() -> Scenario {
    let (roles, kinds) = (roles(), kinds());
    let kits = list(&read(KITS), "kit");
    let site = |n: usize| {
        let kit = &kits[n % 3];
        let organisations = organisations(kit, &roles);
        let initiatives = (0..12).map(|i| initiative((n + i) % kinds.len(), i < 6, &kinds, &organisations)).collect();
        let board = Board {
            members: (0..5).map(OrganisationId::at).collect(),
            formality: share(0.4),
            start: if n % 2 == 0 { 12 } else { -24 },
            end: None,
        };
        place(&format!("site-{n}"), 250_000.0, organisations, vec![board], initiatives)
    };
    let sites = (0..6).map(site).collect();
    scenario(sites, roles, kinds)
}

/// `number` sites of 200 people and four initiatives each.
pub fn workforce(number: usize) -> Scenario {
    let (roles, kinds) = (roles(), kinds());
    let given = &list(&read(WORKFORCE), "site")[0];
    let organisations = organisations(given, &roles);
    let initiatives: Vec<Initiative> = list(given, "initiative")
        .iter()
        .map(|i| {
            let kind = kinds.iter().position(|k| k.name == text(i, "kind")).unwrap();
            let mut initiative = initiative(kind, i.contains_key("origin"), &kinds, &organisations);
            initiative.attributes.cost = number_of(i, "cost");
            initiative
        })
        .collect();
    let site = |n| place(&format!("n-{n}"), 8_600.0, organisations.clone(), Vec::new(), initiatives.clone());
    let sites = (0..number).map(site).collect();
    scenario(sites, roles, kinds)
}

fn scenario(sites: Vec<Site>, roles: Vec<Role>, kinds: Vec<InitiativeKind>) -> Scenario {
    Scenario {
        name: "field".to_owned(),
        description: String::new(),
        question: String::new(),
        run: RunSettings { replicates: 1, seed: 1 },
        time: Calendar { start: "2014-04".parse().unwrap(), months: MONTHS },
        programme: Programme {
            start: 12,
            end: 48,
            badge: Badge::Fading(share(0.8)),
            consonance: TimeLine::constant(0.8),
            permissiveness: TimeLine::new(vec![(30, 0.9), (36, 0.35)]).unwrap(),
            metric_focus: TimeLine::new(vec![(30, 0.1), (36, 0.8)]).unwrap(),
            mandate: Share::ZERO,
            support: Support { account_managers: true, stance: None, learning_event_every: 6 },
            successor_start: Some(30),
            bridge: Share::ZERO,
            funding: Funding {
                award: 0.6,
                horizon: Horizon::Rounds(12),
                conditional: false,
                threshold: 0.5,
                notice: 1,
                taper: 0,
                profile: TimeLine::constant(1.0),
                budget: None,
                follow_on_expected: share(0.5),
            },
        },
        policy: Policy { legislation: TimeLine::constant(0.2) },
        regions: vec![Region { name: "Everywhere".to_owned() }],
        sites,
        kinds,
        roles,
        shocks: Vec::new(),
        parameters: Parameters::default(),
    }
}

fn place(
    name: &str,
    population: f64,
    organisations: Vec<Organisation>,
    boards: Vec<Board>,
    initiatives: Vec<Initiative>,
) -> Site {
    Site {
        name: name.to_owned(),
        region: Some(RegionId(0)),
        site_type: SiteType::Mcp,
        population,
        member: true,
        history: share(0.4),
        collaboration: None,
        deficit: share(0.35),
        consultation: Consultation::TwoWay,
        engagement: share(0.3),
        award: None,
        organisations,
        boards,
        initiatives,
        actors: Vec::new(),
    }
}

fn initiative(kind: usize, early: bool, kinds: &[InitiativeKind], organisations: &[Organisation]) -> Initiative {
    let needs = &kinds[kind].needs;
    let mut partners: Vec<OrganisationId> =
        needs.iter().filter_map(|n| organisations.iter().position(|o| o.kind == *n)).map(OrganisationId::at).collect();
    if partners.is_empty() {
        partners.push(OrganisationId(0));
    }
    Initiative {
        kind: KindId::at(kind),
        name: kinds[kind].name.clone(),
        origin: if early { Origin::PreExisting } else { Origin::Programme },
        start: if early { -12 } else { 12 },
        lead: partners[0],
        partners,
        champion: None,
        attributes: kinds[kind].attributes,
        scale: None,
        normalisation: None,
        fit: None,
        core_share: None,
    }
}

fn organisations(table: &Table, roles: &[Role]) -> Vec<Organisation> {
    list(table, "organisation")
        .iter()
        .map(|o| Organisation {
            kind: organisation_kind(text(o, "kind")),
            name: text(o, "name").to_owned(),
            roles: roles
                .iter()
                .enumerate()
                .filter_map(|(r, role)| {
                    let count = o["roles"].as_table().unwrap().get(&role.name)?.as_integer().unwrap();
                    Some((RoleId::at(r), count as u32))
                })
                .collect(),
            own_interest: share(number_of(o, "own_interest")),
            headroom: o.get("headroom").map_or(0.0, number),
        })
        .collect()
}

fn roles() -> Vec<Role> {
    let each = |role: &Table, key: &str, names: &[&str]| -> Vec<Share> {
        names.iter().map(|n| share(number(&role[key].as_table().unwrap()[*n]))).collect()
    };
    list(&read(ROLES), "role")
        .iter()
        .map(|role| Role {
            name: text(role, "name").to_owned(),
            label: text(role, "label").to_owned(),
            group: match text(role, "group") {
                "executive" => Group::Executive,
                "manager" => Group::Manager,
                _ => Group::FrontLine,
            },
            hierarchical: share(number_of(role, "hierarchical")),
            clinical: role["clinical"].as_bool().unwrap(),
            spanner: role["spanner"].as_bool().unwrap(),
            engagement: role["engagement"].as_bool().unwrap(),
            programme_funded: role["programme_funded"].as_bool().unwrap(),
            skills: each(role, "skills", &Skill::ALL.map(Skill::name)).try_into().unwrap(),
            receptivity: each(role, "receptivity", &Authority::ALL.map(Authority::name)).try_into().unwrap(),
            disposition: number_of(role, "disposition"),
            tenure: number_of(role, "tenure"),
            reputation: share(number_of(role, "reputation")),
            headroom: share(number_of(role, "headroom")),
        })
        .collect()
}

fn kinds() -> Vec<InitiativeKind> {
    list(&read(KINDS), "initiative_kind")
        .iter()
        .map(|kind| InitiativeKind {
            name: text(kind, "name").to_owned(),
            label: text(kind, "label").to_owned(),
            attributes: Attributes {
                complexity: share(number_of(kind, "complexity")),
                cost: number_of(kind, "cost"),
                cash_releasing: share(number_of(kind, "cash_releasing")),
                metric_alignment: share(number_of(kind, "metric_alignment")),
                local_value: share(number_of(kind, "local_value")),
            },
            needs: kind["needs"].as_array().unwrap().iter().map(|n| organisation_kind(n.as_str().unwrap())).collect(),
            copyable: kind["copyable"].as_bool().unwrap(),
        })
        .collect()
}

fn organisation_kind(name: &str) -> OrganisationKind {
    OrganisationKind::ALL.into_iter().find(|k| k.name() == name).unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn read(source: &str) -> Table {
    source.parse().unwrap()
}

fn list(table: &Table, key: &str) -> Vec<Table> {
    table[key].as_array().unwrap().iter().map(|v| v.as_table().unwrap().clone()).collect()
}

fn text<'a>(table: &'a Table, key: &str) -> &'a str {
    table[key].as_str().unwrap()
}

fn number_of(table: &Table, key: &str) -> f64 {
    number(&table[key])
}

fn number(value: &Value) -> f64 {
    value.as_float().unwrap_or_else(|| value.as_integer().unwrap() as f64)
}

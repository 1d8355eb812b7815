use crate::quantity::{KindId, OrganisationKindId};
use crate::report::{
    FieldTold, ToldBoard, ToldKind, ToldKindOfOrganisation, ToldMoney, ToldPlace, ToldShock, ToldSite, ToldWork,
    field_page,
};
use crate::scenario::{Board, Group, Horizon, Initiative, Scenario, Site, Study, Timing};
use std::collections::BTreeMap;

/// A scenario on one page of words, in the words of its field, with a strip of what runs when: to be put before the people whom it
/// describes, who can say what is wrong with it.
#[must_use]
pub fn describe(study: &Study) -> String {
    field_page(&field_told(study, None))
}

/// What words and a picture of a scenario's field are made of. Drawn is the site in this place; else a typical one, whose number of
/// initiatives and whose population lie in the middle, a member if there are any.
#[must_use]
pub fn field_told(study: &Study, site: Option<usize>) -> FieldTold {
    let scenario = &study.scenario;
    let told = |site: &Site| ToldSite {
        name: site.name.clone(),
        population: site.population,
        member: site.member,
        history: site.history.get(),
        deficit: site.deficit.get(),
    };
    let deciding = scenario.roles.iter().filter(|role| role.group == Group::Executive);
    let drawn = site.filter(|&site| site < scenario.sites.len()).unwrap_or_else(|| typical(&scenario.sites));
    FieldTold {
        said: [scenario.name.clone(), scenario.question.clone(), scenario.description.clone()],
        words: scenario.vocabulary.words.clone(),
        start: scenario.time.start,
        months: i32::try_from(scenario.time.months).unwrap_or(i32::MAX).max(1),
        sites: scenario.sites.iter().map(told).collect(),
        regions: scenario.regions.iter().map(|region| region.name.clone()).collect(),
        organisations: organisations(scenario),
        deciding: deciding.map(|role| role.label.clone()).collect(),
        boards: boards(scenario),
        kinds: kinds(scenario),
        money: money(scenario),
        shocks: shocks(scenario),
        regimes: study.regimes.iter().map(|one| [one.name.clone(), one.description.clone()]).collect(),
        assumed: study.assumed().iter().map(|(key, value)| [key.to_string(), value.to_string()]).collect(),
        drawn: place(scenario, drawn),
    }
}

/// The site in the middle: of those that are members if any is, the nearest to the middle number of initiatives and then to the
/// middle population.
fn typical(sites: &[Site]) -> usize {
    let any = sites.iter().any(|site| site.member);
    let eligible: Vec<usize> = (0..sites.len()).filter(|&at| sites[at].member || !any).collect();
    let middle = |of: &dyn Fn(&Site) -> f64| {
        let mut values: Vec<f64> = eligible.iter().map(|&at| of(&sites[at])).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    let (initiatives, people) = (|site: &Site| site.initiatives.len() as f64, |site: &Site| libm::log(site.population));
    let (usual, usual_people) = (middle(&initiatives), middle(&people));
    let away = |at: &usize| {
        let site = &sites[*at];
        ((initiatives(site) - usual).abs(), (people(site) - usual_people).abs())
    };
    let nearest = eligible.iter().copied().min_by(|one, other| {
        let (one, other) = (away(one), away(other));
        one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    nearest.unwrap_or_default()
}

fn organisations(scenario: &Scenario) -> Vec<ToldKindOfOrganisation> {
    let mut kinds: BTreeMap<OrganisationKindId, (usize, BTreeMap<u32, u32>)> = BTreeMap::new();
    for one in scenario.sites.iter().flat_map(|site| &site.organisations) {
        let (number, roles) = kinds.entry(one.kind).or_default();
        *number += 1;
        one.roles.iter().for_each(|(role, count)| *roles.entry(role.0).or_default() += count);
    }
    let role = |(role, people): (&u32, &u32)| {
        let role = &scenario.roles[*role as usize];
        (*people, role.label.clone(), role.programme_funded)
    };
    kinds
        .iter()
        .map(|(id, (number, roles))| ToldKindOfOrganisation {
            label: scenario.vocabulary.organisation_kind(*id).label.clone(),
            number: *number,
            roles: roles.iter().map(role).collect(),
        })
        .collect()
}

fn board_label(scenario: &Scenario, board: &Board) -> String {
    let kind = |name: &String| scenario.vocabulary.board_kinds.iter().find(|kind| kind.name == *name);
    board.kind.as_ref().and_then(kind).map_or_else(|| "A board".to_owned(), |kind| kind.label.clone())
}

fn boards(scenario: &Scenario) -> Vec<ToldBoard> {
    let mut seen: BTreeMap<(String, usize, u64), usize> = BTreeMap::new();
    for board in scenario.sites.iter().flat_map(|site| &site.boards) {
        let key = (board_label(scenario, board), board.members.len(), (100.0 * board.formality.get()) as u64);
        *seen.entry(key).or_default() += 1;
    }
    let told = |((label, members, formality), sites): ((String, usize, u64), usize)| ToldBoard {
        label,
        members,
        formality: formality as f64 / 100.0,
        sites,
    };
    seen.into_iter().map(told).collect()
}

fn kinds(scenario: &Scenario) -> Vec<ToldKind> {
    let names = |ids: &[OrganisationKindId]| -> Vec<String> {
        ids.iter().map(|id| scenario.vocabulary.organisation_kind(*id).label.clone()).collect()
    };
    let mut told = Vec::new();
    for (at, kind) in scenario.kinds.iter().enumerate() {
        let of_kind = |site: &Site| -> Option<i32> {
            let starts = site.initiatives.iter().filter(|one| one.kind == KindId::at(at));
            starts.map(|one: &Initiative| one.start).min()
        };
        let starts: Vec<i32> = scenario.sites.iter().filter_map(of_kind).collect();
        let Some(first) = starts.iter().copied().min() else { continue };
        told.push(ToldKind {
            label: kind.label.clone(),
            sites: starts.len(),
            needs: names(&kind.needs),
            payers: names(&kind.payers),
            savers: names(&kind.savers),
            cost: kind.attributes.cost,
            value: kind.attributes.local_value.get(),
            seen: kind.attributes.metric_alignment.get(),
            complexity: kind.attributes.complexity.get(),
            copyable: kind.copyable,
            first,
        });
    }
    told
}

fn money(scenario: &Scenario) -> ToldMoney {
    let (programme, funding) = (&scenario.programme, &scenario.programme.funding);
    let members = scenario.sites.iter().filter(|site| site.member);
    ToldMoney {
        months: [programme.start, programme.end],
        award: funding.award,
        rounds: match funding.horizon {
            Horizon::Whole => None,
            Horizon::Rounds(months) => Some(months),
        },
        taper: funding.taper,
        full: members.flat_map(|site| &site.initiatives).map(|one| one.attributes.cost).sum(),
        budget: funding.budget,
    }
}

fn shocks(scenario: &Scenario) -> Vec<ToldShock> {
    let told = |shock: &crate::scenario::Shock| ToldShock {
        sentence: shock.kind.row().sentence.to_owned(),
        mark: shock.kind.row().mark.to_owned(),
        when: match shock.timing {
            Timing::Month(month) => Ok(month),
            Timing::Rate(rate) => Err(rate),
        },
        magnitude: shock.magnitude,
    };
    scenario.shocks.iter().map(told).collect()
}

/// One site, with who takes part in what, who pays for it, and who sits where.
fn place(scenario: &Scenario, at: usize) -> ToldPlace {
    let Some(site) = scenario.sites.get(at) else { return ToldPlace::default() };
    let months = i32::try_from(scenario.time.months).unwrap_or(i32::MAX);
    let funded = |(role, count): &(crate::quantity::RoleId, u32)| {
        if scenario.roles[role.index()].programme_funded { *count } else { 0 }
    };
    let organisation = |one: &crate::scenario::Organisation| {
        let paid: u32 = one.roles.iter().map(funded).sum();
        (one.name.clone(), one.size() - paid, paid)
    };
    let initiative = |one: &Initiative| {
        let payers = &scenario.kinds[one.kind.index()].payers;
        let members: Vec<usize> = one.partners.iter().map(|partner| partner.index()).collect();
        // Of the kinds that pay those that take part, or else all there are.
        let of_kind = |at: &usize| payers.contains(&site.organisations[*at].kind);
        let within: Vec<usize> = members.iter().copied().filter(of_kind).collect();
        let paying = match (payers.is_empty(), within.is_empty()) {
            (true, _) => vec![one.lead.index()],
            (false, false) => within,
            (false, true) => (0..site.organisations.len()).filter(of_kind).collect(),
        };
        ToldWork {
            label: one.name.clone(),
            board: false,
            cost: one.attributes.cost,
            months: [one.start, months],
            paid: site.member,
            payers: paying,
            members,
        }
    };
    let board = |one: &Board| ToldWork {
        label: board_label(scenario, one),
        board: true,
        months: [one.start, one.end.unwrap_or(months)],
        members: one.members.iter().map(|member| member.index()).collect(),
        ..ToldWork::default()
    };
    let mut together: Vec<ToldWork> = site.initiatives.iter().map(initiative).collect();
    together.sort_by_key(|one| one.months[0]);
    together.extend(site.boards.iter().map(board));
    ToldPlace { site: at, organisations: site.organisations.iter().map(organisation).collect(), together }
}

use super::acquaintance::{acquaint, introduce_members, link_spanners};
use super::board::covers;
use super::enrolment::take_part;
use super::unknown::drawn;
use super::{
    ABSENT, Actors, Blueprint, BoardState, Collaboration, Initiatives, Intermediary, Nation, Notes, Person,
    PlannedDeparture, Purpose, RegionState, Room, Site, SiteMoney, SiteStanding, SiteStreams, Stayers, Ties,
    TrustMeans, World, bit, enrol,
};
use crate::quantity::OrganisationKindId;
use crate::random::{Key, Stream};
use crate::scenario::definitions::{ENTRANT_INTEREST, FRONT_LINE_MOST, NEW_SCALE, START_SPREAD, USUAL_POPULATION};
use crate::scenario::{
    Consultation, Group, NamedActor, Organisation, Origin, Parameters, Role, Scenario, Turnover, Vocabulary, Ways,
};

impl World {
    /// Puts the sites of one replicate together under a nation in which nothing has happened yet.
    #[must_use]
    pub fn new(plan: &Blueprint, sites: Vec<Site>, seed: u64, replicate: u64) -> World {
        let kinds = plan.copyable.len();
        let somebody = |purpose: Purpose, number: usize| {
            let key = Key { seed, replicate, process: purpose as u32, site: number as u32 };
            Intermediary::at_start(plan, &mut Stream::new(key))
        };
        let region = |r: usize| RegionState {
            lead: somebody(Purpose::RegionLeads, r),
            people: 0,
            carriers: vec![0; kinds],
            adopted: 0,
        };
        let nation = Nation {
            standing: vec![1.0; kinds],
            visible: vec![0.0; kinds],
            source_fit: vec![0.0; kinds],
            source_evidence: vec![0.0; kinds],
            kinds_of_site: vec![0; sites.len()],
            award_factor: 1.0,
            pressure: 0.0,
            behind: 0.0,
            claim: 0.0,
            managers: (0..plan.account_managers()).map(|number| somebody(Purpose::Managers, number)).collect(),
            regions: (0..plan.scenario.regions.len()).map(region).collect(),
        };
        World { nation, sites }
    }
}

/// Builds site `id` of one replicate, as it stands before the first month (model section 5): a function of its
/// arguments alone. With `notes` it will keep an event log.
#[must_use]
pub fn build_site(plan: &Blueprint, id: usize, seed: u64, replicate: u64, notes: bool) -> Site {
    let scenario = &plan.scenario;
    let p = &scenario.parameters;
    let vocabulary = &scenario.vocabulary;
    let stream = |purpose: Purpose| Stream::new(Key { seed, replicate, process: purpose as u32, site: id as u32 });
    let spec = &*drawn(&scenario.sites[id], || stream(Purpose::Unknown));
    let start_trust =
        (spec.history.get() * libm::pow(USUAL_POPULATION / spec.population, p.population_exponent)).min(1.0);
    let collaboration = spec.collaboration.map_or(start_trust, |c| c.get());

    let entrant = plan.entrants.then(|| newcomer_organisation(scenario));
    let organisations: Vec<&Organisation> = spec.organisations.iter().chain(entrant.as_ref()).collect();
    let mut actors = Actors::default();
    let mut organisation_row = vec![0];
    for (o, organisation) in organisations.iter().enumerate() {
        for &(role, count) in &organisation.roles {
            for _ in 0..count {
                add_slot(&mut actors, o, organisation, role.index(), scenario);
            }
        }
        organisation_row.push(actors.len() as u32);
    }
    seat_people(&mut actors, plan, &organisations, &spec.actors, &mut stream(Purpose::People));
    for (b, board) in spec.boards.iter().enumerate() {
        actors.take_seats(&organisation_row, b, board);
    }

    let (initiatives, had) =
        place_initiatives(plan, spec, &mut actors, &organisation_row, &mut stream(Purpose::Initiatives));

    // One nation has one truth: every site reads the same place of the same stream.
    let mut logic = Stream::new(Key { seed, replicate, process: Purpose::Logic as u32, site: 0 });
    let sound_kinds =
        (0..scenario.kinds.len()).map(|kind| logic.at(0, kind as u32).uniform() < p.logic_sound).collect();

    let pairs = acquaint(&actors, &organisation_row, spec, start_trust, p, &mut stream(Purpose::Ties));
    let pairs = introduce_members(pairs, &actors, &initiatives, start_trust, p.trust_floor_inside);
    let ties = Ties::new(&actors.organisation, &pairs, 400);
    drop(pairs);
    let people = actors.len();
    let organisations_number = organisations.len();
    let mut site = Site {
        id: id as u32,
        region: spec.region.map(|r| r.0),
        member: spec.member,
        manager: plan.manager_of(id as u32),
        served: spec.site_type.map_or(1.0, |kit| vocabulary.kits[kit.index()].serves.get()) * spec.population,
        start_trust,
        collaboration: Collaboration { now: collaboration, start: collaboration },
        deficit: spec.deficit.get(),
        crisis: 0.0,
        consultation: if spec.consultation == Consultation::None { 0.0 } else { spec.engagement.get() },
        mode: spec.consultation,
        organisation_kind: organisations.iter().map(|o| o.kind).collect(),
        ways: organisations.iter().map(|o| ways(vocabulary, o.kind)).collect(),
        own_interest: organisations.iter().map(|o| o.own_interest.get()).collect(),
        seated: vec![0; organisations_number],
        organisation_row,
        actors,
        ties,
        boards: spec.boards.iter().map(BoardState::of).collect(),
        sitting: 0,
        initiatives,
        sound_kinds,
        money: SiteMoney { kept: 1.0, ..SiteMoney::default() },
        standing: SiteStanding { national_trust: p.newcomer_prior, ..SiteStanding::default() },
        trust_at_start: 0.0,
        trust_means: TrustMeans::default(),
        strong_ties: None,
        carriers: vec![0; plan.copyable.len()],
        had,
        links: Vec::new(),
        leaving: Vec::with_capacity(16),
        failed_copies: 0,
        departures: spec
            .actors
            .iter()
            .filter_map(|a| a.leaves.map(|month| PlannedDeparture { slot: a.slot.0 as u16, month }))
            .collect(),
        stayers: Stayers::default(),
        notes: Notes::new(notes, id as u32),
        tally: super::Tally::default(),
        room: Room::new(people, organisations_number),
        streams: SiteStreams::new(seed, replicate, id as u32),
    };
    for i in 0..site.initiatives.len() {
        site.initiatives.sound[i] = site.sound_kinds[site.initiatives.kind[i] as usize];
        if site.initiatives.start[i] <= 0 {
            site.begin(i);
            site.initiatives.peak[i] = site.initiatives.scale[i];
        }
    }
    site.sort_ties();
    link_spanners(&mut site, plan, &mut stream(Purpose::Links));
    site.take_stock_of_trust();
    let ties = site.ties.len().max(1) as f64;
    site.standing.interpretation = site.interpretive_capacity();
    site.trust_at_start = site.ties.total_trust() / ties;
    site
}

/// The initiatives that the scenario gives a site, with their members enrolled; and the copyable kinds among them, as bits.
fn place_initiatives(
    plan: &Blueprint,
    spec: &crate::scenario::Site,
    actors: &mut Actors,
    organisation_row: &[u32],
    drawn: &mut Stream,
) -> (Initiatives, u64) {
    let p = &plan.scenario.parameters;
    let mut initiatives = Initiatives::default();
    initiatives.reserve(spec.initiatives.len() + plan.copyable.len(), 24);
    let mut had = 0;
    for (i, given) in spec.initiatives.iter().enumerate() {
        let place = initiatives.push(given.kind.0, given.origin, given.start, given.lead.0 as u16, given.attributes);
        let kind = plan.kind_bit(given.kind);
        had |= kind;
        initiatives.kind_bit[place] = kind;
        initiatives.methods[place] = given.methods;
        initiatives.cost_rank[place] = plan.cost_rank(given.attributes.cost);
        // Sixteen slots' draws each: enrolment takes up to six for each of 64 organisations.
        let draws = drawn.at(0, 16 * i as u32);
        let (core, fit) = (draws.uniform(), draws.uniform());
        let about = |mean: f64, spread: f64, draw: f64| mean * (1.0 - spread + 2.0 * spread * draw);
        let value = |given: Option<crate::quantity::Share>, usual: f64| given.map_or(usual, |v| v.get());
        if given.origin == Origin::PreExisting {
            let usual = about(p.start_core, START_SPREAD, core);
            initiatives.core_share[place] = value(given.core_share, usual.min(1.0));
            initiatives.scale[place] = value(given.scale, p.start_scale);
            initiatives.normalisation[place] = value(given.normalisation, p.start_normalisation);
            initiatives.fit[place] = value(given.fit, p.start_fit);
            initiatives.evidence[place] = p.start_evidence;
            initiatives.staffing[place] = initiatives.core_share[place].max(initiatives.scale[place]);
        } else {
            initiatives.core_share[place] = value(given.core_share, core * p.new_core_high);
            initiatives.scale[place] = value(given.scale, NEW_SCALE);
            initiatives.normalisation[place] = value(given.normalisation, 0.0);
            // Where goals and means are left open, places try what is more different.
            let ambiguity = if spec.member { plan.scenario.programme.ambiguity.get() } else { 0.0 };
            let spread = START_SPREAD + (1.0 - START_SPREAD) * ambiguity;
            initiatives.fit[place] = value(given.fit, about(p.new_fit, spread, fit).min(1.0));
            initiatives.staffing[place] = 0.0;
        }
        let partners = given.partners.iter().fold(0_u64, |bits, o| bits | bit(o.index()));
        let (members, champion) = enrol(actors, organisation_row, partners, given.lead.index(), given.champion, draws);
        for &slot in &members {
            initiatives.join_last(slot);
            actors.enrolled[slot as usize] |= 1 << place;
        }
        take_part(&mut initiatives, actors, organisation_row, partners, place);
        initiatives.champion[place] = champion;
        initiatives.boards[place] = covering_boards(spec, given.lead.index(), partners);
    }
    (initiatives, had)
}

/// The organisation that a new entrant would bring: absent until it does.
fn newcomer_organisation(scenario: &Scenario) -> Organisation {
    let first = |group: Group| scenario.roles.iter().position(|r| r.group == group && !r.programme_funded);
    let roles = [(Group::Executive, 1), (Group::Manager, 1), (Group::FrontLine, FRONT_LINE_MOST)];
    let kind = scenario.vocabulary.entrant();
    Organisation {
        kind: kind.unwrap_or(NO_KIND),
        name: kind.map_or("New entrant", |kind| &scenario.vocabulary.organisation_kind(kind).label).to_owned(),
        copies: 1,
        roles: roles
            .into_iter()
            .filter_map(|(group, count)| first(group).map(|r| (crate::quantity::RoleId::at(r), count)))
            .collect(),
        own_interest: crate::quantity::Share::clamped(ENTRANT_INTEREST),
        headroom: 0.0,
    }
}

/// The kind of a new entrant in a field that has no such kind.
const NO_KIND: OrganisationKindId = OrganisationKindId(u32::MAX);

/// How the model treats organisations of a kind; one that is of none enters.
fn ways(vocabulary: &Vocabulary, kind: OrganisationKindId) -> Ways {
    let entering = Ways { enters: true, ..Ways::default() };
    vocabulary.organisation_kinds.get(kind.index()).map_or(entering, |kind| kind.ways)
}

fn add_slot(
    actors: &mut Actors,
    organisation_place: usize,
    organisation: &Organisation,
    role_place: usize,
    scenario: &Scenario,
) {
    let (p, role): (&Parameters, &Role) = (&scenario.parameters, &scenario.roles[role_place]);
    actors.push();
    let slot = actors.len() - 1;
    actors.role[slot] = role_place as u16;
    actors.organisation[slot] = organisation_place as u16;
    actors.group[slot] = role.group;
    actors.spanner[slot] = role.spanner;
    actors.engagement[slot] = role.engagement;
    actors.programme_funded[slot] = role.programme_funded;
    actors.hierarchical[slot] = role.hierarchical.get();
    actors.clinical[slot] = role.clinical;
    actors.role_headroom[slot] = (role.headroom.get() + organisation.headroom).clamp(0.0, 1.0);
    let kind = scenario.vocabulary.organisation_kinds.get(organisation.kind.index());
    actors.hazard[slot] = match (role.group, kind.map_or(Turnover::Usual, |kind| kind.turnover)) {
        (_, Turnover::High) => p.leave_care_home,
        (_, Turnover::Monthly(chance)) => chance.get(),
        (Group::Executive, Turnover::Usual) => p.leave_executive,
        (Group::Manager, Turnover::Usual) => p.leave_manager,
        (Group::FrontLine, Turnover::Usual) => p.leave_front_line,
    };
}

/// Draws who sits in each slot; named people keep what the scenario gives them. Programme-funded slots and those of a
/// new entrant stay empty.
fn seat_people(
    actors: &mut Actors,
    plan: &Blueprint,
    organisations: &[&Organisation],
    named: &[NamedActor],
    stream: &mut Stream,
) {
    let p = &plan.scenario.parameters;
    for slot in 0..actors.len() {
        let mut person = plan.natures.draw(actors.role[slot] as usize, stream.at(0, slot as u32));
        if let Some(name) = named.iter().find(|a| a.slot.index() == slot) {
            particulars(actors, slot, &mut person, name);
        }
        actors.seat(slot, &person, p);
        actors.agency[slot] = (p.agency_base + p.agency_permissiveness * p.outside_permissiveness).min(1.0);
        let kind = organisations[actors.organisation[slot] as usize].kind;
        let entrant = ways(&plan.scenario.vocabulary, kind).enters;
        if actors.programme_funded[slot] || entrant {
            actors.vacancy[slot] = ABSENT;
        }
    }
}

fn particulars(actors: &mut Actors, slot: usize, person: &mut Person, named: &NamedActor) {
    for (value, given) in person.skills.iter_mut().zip(named.skills) {
        *value = given.map_or(*value, |g| g.get());
    }
    for (value, given) in person.receptivity.iter_mut().zip(named.receptivity) {
        *value = given.map_or(*value, |g| g.get());
    }
    person.disposition = named.disposition.unwrap_or(person.disposition);
    person.tenure = named.tenure.unwrap_or(person.tenure);
    person.reputation = named.reputation.map_or(person.reputation, |r| r.get());
    actors.hierarchical[slot] = named.hierarchical.map_or(actors.hierarchical[slot], |h| h.get());
    actors.clinical[slot] = named.clinical.unwrap_or(actors.clinical[slot]);
    actors.spanner[slot] = named.spanner.unwrap_or(actors.spanner[slot]);
    actors.role_headroom[slot] = named.headroom.map_or(actors.role_headroom[slot], |h| h.get());
}

/// Boards that cover an initiative, as bits.
pub(super) fn covering_boards(spec: &crate::scenario::Site, lead: usize, partners: u64) -> u16 {
    let covering = spec.boards.iter().enumerate().filter(|(_, board)| covers(board, lead, partners));
    covering.fold(0, |bits, (b, _)| bits | 1 << b)
}

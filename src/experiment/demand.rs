use crate::scenario::{Group, Scenario, ShockKind, Site};

/// What one replicate of a scenario needs, worked out from the scenario alone, before anything is built.
///
/// The constants below are measured: `tests/demand.rs` holds the estimate of memory against what is allocated, and
/// `docs/performance.md` says how the whole formula compares with whole runs. All sums are of floating-point numbers: an
/// absurd scenario has an absurd demand, not a wrapped one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demand {
    /// People of all sites, those that a new entrant would bring included.
    pub people: f64,
    /// Ties of all sites, both directions counted, before the first month; an expectation.
    pub ties: f64,
    /// Bytes of the world, with what building its largest site takes for a moment.
    pub world: f64,
    /// Bytes of the record that it leaves.
    pub record: f64,
    /// Bytes of the scenario itself, each time that it is copied.
    pub scenario: f64,
    /// Seconds of one core.
    pub seconds: f64,
}

/// Bytes of a person, of a tie (each direction), of an initiative and of a site.
const PERSON: f64 = 625.0;
const TIE: f64 = 16.0;
const INITIATIVE: f64 = 860.0;
const SITE: f64 = 14_000.0;
/// Bytes of a tie (each direction) while its site is built.
const TIE_BUILT: f64 = 32.0;
/// Bytes of the fate of an initiative; of a site, an organisation and an initiative of a scenario.
const FATE: f64 = 500.0;
const SITE_TEXT: f64 = 400.0;
/// Bytes of a scenario without its sites.
const SCENARIO_TEXT: f64 = 8_000.0;
const ORGANISATION_TEXT: f64 = 160.0;
const INITIATIVE_TEXT: f64 = 260.0;

/// Seconds of a core: a month of a person, of a tie, of an initiative; a pair of people who may know each other.
const PERSON_MONTH: f64 = 90e-9;
const TIE_MONTH: f64 = 3e-9;
const INITIATIVE_MONTH: f64 = 300e-9;
const PAIR: f64 = 3e-9;

/// Sites that are observed one by one; where there are more, regions are.
const PLACES: usize = 200;
/// Monthly metrics of a place, four bytes each.
const CELL: f64 = 65.0 * 4.0;
/// Worlds of a replicate that goes on from a past: its own, and pasts that are kept.
const PASTS: f64 = 3.0;
/// People whom a new entrant brings.
const ENTRANT: f64 = 6.0;

impl Demand {
    /// Of one replicate.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Demand {
        let own = Demand::of_its_own(scenario);
        // A past is kept, and gone on from in a copy; it is run once for many, or not.
        if scenario.past.is_some() {
            Demand { world: PASTS * own.world, scenario: 2.0 * own.scenario, ..own }
        } else {
            own
        }
    }

    fn of_its_own(scenario: &Scenario) -> Demand {
        let entrant = scenario.shocks.iter().any(|shock| shock.kind == ShockKind::NewEntrant);
        let copyable = scenario.kinds.iter().filter(|kind| kind.copyable).count() as f64;
        let months = f64::from(scenario.time.months);
        let mut demand = Demand { scenario: SCENARIO_TEXT, ..Demand::default() };
        let (mut largest, mut pairs_drawn, mut initiatives) = (0.0_f64, 0.0, 0.0);
        for site in &scenario.sites {
            let Crowd { people, ties } = Crowd::of(scenario, site, if entrant { ENTRANT } else { 0.0 });
            let own = site.initiatives.len() as f64;
            demand.people += people;
            demand.ties += ties;
            demand.world += SITE + PERSON * people + TIE * ties + INITIATIVE * (own + copyable);
            largest = largest.max(TIE_BUILT * ties);
            pairs_drawn += people * people / 2.0;
            initiatives += own;
            demand.scenario += SITE_TEXT + ORGANISATION_TEXT * site.organisations.len() as f64 + INITIATIVE_TEXT * own;
        }
        demand.world += largest;
        let places = if scenario.sites.len() > PLACES { scenario.regions.len() } else { scenario.sites.len() };
        demand.record = (1 + places) as f64 * months * CELL + FATE * initiatives;
        let month = PERSON_MONTH * demand.people + TIE_MONTH * demand.ties + INITIATIVE_MONTH * initiatives;
        demand.seconds = PAIR * pairs_drawn + months * month;
        demand
    }
}

/// People of a site, and the ties that they are expected to have.
#[derive(Debug)]
struct Crowd {
    people: f64,
    ties: f64,
}

/// A group in one organisation.
#[derive(Clone, Copy, Debug, Default)]
struct Heads {
    all: f64,
    leaders: f64,
    spanners: f64,
    managers: f64,
    funded: f64,
}

impl Crowd {
    /// By the chances of model section 5; members of an initiative all know each other.
    fn of(scenario: &Scenario, site: &Site, entrant: f64) -> Crowd {
        let p = &scenario.parameters;
        let mut list: Vec<Heads> = site.organisations.iter().map(|one| Heads::of(scenario, &one.roles)).collect();
        list.push(Heads { all: entrant, leaders: entrant.min(1.0), managers: entrant.min(1.0), ..Heads::default() });
        let sum = |of: &dyn Fn(&Heads) -> f64| list.iter().map(of).sum::<f64>();
        let people = sum(&|h| h.all);
        let pairs = |n: f64| n * (n - 1.0).max(0.0) / 2.0;
        let across = |of: &dyn Fn(&Heads) -> f64| (pairs(sum(of)) - sum(&|h| pairs(of(h)))).max(0.0);
        let thin = libm::pow(200_000.0 / site.population, p.population_exponent);
        let trust = (site.history.get() * thin).min(1.0);
        let inside = sum(&|h| pairs(h.all) * p.ties_inside * (12.0 / h.all.max(1.0)).min(1.0));
        let leaders = across(&|h| h.leaders);
        let spanners = (across(&|h| h.all) - across(&|h| h.all - h.spanners)).max(0.0);
        let others = (across(&|h| h.all) - leaders - spanners).max(0.0);
        let known = inside
            + leaders * (p.ties_leaders * trust).min(1.0)
            + spanners * (p.ties_spanner * thin).min(1.0)
            + others * (p.ties_across * thin).min(1.0);
        let possible = pairs(people).max(1.0);
        let apart = site.initiatives.iter().fold(1.0 - (known / possible).min(1.0), |apart, one| {
            let partners = one.partners.iter().filter_map(|o| list.get(o.index()));
            let lead = list.get(one.lead.index()).map_or(0.0, |h| h.funded);
            let members = lead + 1.0 + partners.map(Heads::sent).sum::<f64>();
            apart * (1.0 - (pairs(members.min(people)) / possible).min(1.0))
        });
        Crowd { people, ties: 2.0 * possible * (1.0 - apart) }
    }
}

impl Heads {
    fn of(scenario: &Scenario, roles: &[(crate::quantity::RoleId, u32)]) -> Heads {
        let mut heads = Heads::default();
        for &(role, count) in roles {
            let (role, count) = (&scenario.roles[role.index()], f64::from(count));
            heads.all += count;
            heads.leaders += if role.group == Group::Executive { count } else { 0.0 };
            heads.spanners += if role.spanner { count } else { 0.0 };
            heads.managers += if role.group == Group::Manager && !role.spanner { count } else { 0.0 };
            heads.funded += if role.programme_funded { count } else { 0.0 };
        }
        heads
    }

    /// Whom an organisation sends to an initiative: a manager, three of the front line on average, its spanners.
    fn sent(&self) -> f64 {
        let front_line = (self.all - self.leaders - self.managers - self.spanners).max(0.0);
        self.managers.min(1.0) + front_line.min(3.0) + self.spanners
    }
}

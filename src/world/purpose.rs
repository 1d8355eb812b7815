/// What a random stream is for: one stream per purpose and site, so that drawing more for one changes no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Purpose {
    /// People at the start; slots are actors.
    People = 1,
    /// Ties at the start; one draw per pair of people.
    Ties = 2,
    /// Enrolment and start values of initiatives; slots are initiatives.
    Initiatives = 3,
    /// Links of spanners to other sites; slots are actors.
    Links = 4,
    /// Whether the causal logic of a kind holds; the key's site is 0, slots are kinds.
    Logic = 5,
    /// What is not known of a site, where a scenario gives a range; slots are [`crate::scenario::DrawnKey`]s.
    Unknown = 6,
    /// Shocks drawn by rate; slots are shocks.
    Shocks = 10,
    /// Who is struck by a loss of staff; one draw per actor.
    Struck = 11,
    /// Account managers' visits.
    Visits = 12,
    /// Account managers who leave; the key's site is the manager.
    Managers = 13,
    /// Noise in what sites report.
    Reports = 14,
    /// Who tries to mobilise; one draw per actor.
    Mobilise = 20,
    /// What they say to whom; slots are actors.
    Contacts = 21,
    /// Openings seized.
    Openings = 22,
    /// Mainstreaming and review; slots are initiatives.
    Continuation = 30,
    /// Who leaves; one draw per actor.
    Leaving = 40,
    /// Vacancies, destinations and newcomers; slots are actors.
    Newcomers = 41,
    /// New champions; slots are initiatives.
    StepUp = 42,
    /// Adoption of kinds; slots are kinds.
    Adoption = 50,
    /// Regional adoption; the key's site is the region, slots are kinds.
    Regions = 51,
    /// Leads of regions; the key's site is the region.
    RegionLeads = 52,
    /// Noise in the figures that the nation selects from; slots are initiatives.
    Claims = 60,
}

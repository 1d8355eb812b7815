use crate::quantity::{InitiativeId, OrganisationId, RegionId, ShockKind, SiteId};

/// When a shock strikes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Timing {
    /// In this month of the run.
    Month(u32),
    /// With this chance in each month, drawn for each site in scope.
    Rate(f64),
}

/// Whom a shock strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every site.
    All,
    /// Every member of the programme.
    Members,
    /// The sites of a region.
    Region(RegionId),
    /// One site.
    Site(SiteId),
    /// One organisation.
    Organisation(SiteId, OrganisationId),
    /// One initiative.
    Initiative(SiteId, InitiativeId),
}

impl Scope {
    /// Whether it has to do with a site, or with something in it.
    #[must_use]
    pub fn concerns(self, site: SiteId, is_member: bool, region: Option<RegionId>) -> bool {
        match self {
            Scope::All => true,
            Scope::Members => is_member,
            Scope::Region(one) => region == Some(one),
            Scope::Site(one) | Scope::Organisation(one, _) | Scope::Initiative(one, _) => one == site,
        }
    }
}

/// Who leaves in a loss of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffTarget {
    /// Anybody.
    Random,
    /// Those of highest hierarchical position.
    Leaders,
    /// Champions of live initiatives.
    Champions,
    /// People in boundary-spanning posts.
    Spanners,
    /// Those with most ties across organisations.
    BestConnected,
}

/// An exogenous shock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shock {
    /// What happens.
    pub kind: ShockKind,
    /// When.
    pub timing: Timing,
    /// To whom.
    pub scope: Scope,
    /// How hard, 0..1 (-1..1 for a change of legislation); also what is felt of it.
    pub magnitude: f64,
    /// Months that it lasts; 0 for good.
    pub duration: u32,
    /// For a loss of staff: who goes.
    pub target: StaffTarget,
    /// For a loss of staff: how many; `None` takes the magnitude as a share.
    pub count: Option<u32>,
}

use crate::quantity::{InitiativeId, OrganisationId, RegionId, SiteId};

/// Kinds of exogenous shock (model 6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShockKind {
    /// The award falls by the magnitude, for good or for `duration` months.
    FundingCut,
    /// The money stops, for good or for `duration` months.
    FundingWithdrawal,
    /// The site is awarded less than it bid for: the magnitude is the missing share.
    AwardBelowBid,
    /// Payments stop for `duration` months and then come together.
    FundingDelay,
    /// Costs rise by the magnitude, for good or for `duration` months.
    PriceChange,
    /// People leave at once.
    StaffLoss,
    /// The executives change.
    LeadershipChange,
    /// Metric focus rises by the magnitude of what is left.
    MetricNarrowing,
    /// National attention moves elsewhere.
    PolicyShift,
    /// Friction from competition rules changes by the magnitude, which may be negative.
    LegislationChange,
    /// A provider new to the place enters.
    NewEntrant,
    /// Demand takes headroom and money for `duration` months.
    DemandSurge,
}

impl ShockKind {
    /// All of them.
    pub const ALL: [ShockKind; 12] = [
        ShockKind::FundingCut,
        ShockKind::FundingWithdrawal,
        ShockKind::AwardBelowBid,
        ShockKind::FundingDelay,
        ShockKind::PriceChange,
        ShockKind::StaffLoss,
        ShockKind::LeadershipChange,
        ShockKind::MetricNarrowing,
        ShockKind::PolicyShift,
        ShockKind::LegislationChange,
        ShockKind::NewEntrant,
        ShockKind::DemandSurge,
    ];

    /// Its name in scenario files and tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ShockKind::FundingCut => "funding_cut",
            ShockKind::FundingWithdrawal => "funding_withdrawal",
            ShockKind::AwardBelowBid => "award_below_bid",
            ShockKind::FundingDelay => "funding_delay",
            ShockKind::PriceChange => "price_change",
            ShockKind::StaffLoss => "staff_loss",
            ShockKind::LeadershipChange => "leadership_change",
            ShockKind::MetricNarrowing => "metric_narrowing",
            ShockKind::PolicyShift => "policy_shift",
            ShockKind::LegislationChange => "legislation_change",
            ShockKind::NewEntrant => "new_entrant",
            ShockKind::DemandSurge => "demand_surge",
        }
    }

    /// Whether it is about money, so that skilled framers can make a crisis of it.
    #[must_use]
    pub const fn economic(self) -> bool {
        matches!(
            self,
            ShockKind::FundingCut
                | ShockKind::FundingWithdrawal
                | ShockKind::AwardBelowBid
                | ShockKind::FundingDelay
                | ShockKind::PriceChange
                | ShockKind::DemandSurge
        )
    }
}

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

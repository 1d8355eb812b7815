use super::Methods;
use crate::quantity::Share;

/// Kinds of organisation (model section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationKind {
    /// Clinical commissioning group.
    Commissioner,
    /// Acute hospital trust.
    Acute,
    /// Community provider.
    Community,
    /// Mental-health trust.
    MentalHealth,
    /// General practice, federations included.
    GeneralPractice,
    /// Local authority.
    LocalAuthority,
    /// Voluntary and charity sector.
    Voluntary,
    /// Ambulance trust.
    Ambulance,
    /// Care home.
    CareHome,
    /// Regulator.
    Regulator,
    /// A provider new to the place.
    NewEntrant,
}

impl OrganisationKind {
    /// All of them.
    pub const ALL: [OrganisationKind; 11] = [
        OrganisationKind::Commissioner,
        OrganisationKind::Acute,
        OrganisationKind::Community,
        OrganisationKind::MentalHealth,
        OrganisationKind::GeneralPractice,
        OrganisationKind::LocalAuthority,
        OrganisationKind::Voluntary,
        OrganisationKind::Ambulance,
        OrganisationKind::CareHome,
        OrganisationKind::Regulator,
        OrganisationKind::NewEntrant,
    ];

    /// Its name in scenario files and tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            OrganisationKind::Commissioner => "commissioner",
            OrganisationKind::Acute => "acute",
            OrganisationKind::Community => "community",
            OrganisationKind::MentalHealth => "mental_health",
            OrganisationKind::GeneralPractice => "general_practice",
            OrganisationKind::LocalAuthority => "local_authority",
            OrganisationKind::Voluntary => "voluntary",
            OrganisationKind::Ambulance => "ambulance",
            OrganisationKind::CareHome => "care_home",
            OrganisationKind::Regulator => "regulator",
            OrganisationKind::NewEntrant => "new_entrant",
        }
    }
}

/// What an initiative is like, whoever runs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attributes {
    /// How broad and loosely defined, 0..1; its reverse is how bounded.
    pub complexity: Share,
    /// Cost at full scale, thousand pounds a month, above 0.
    pub cost: f64,
    /// How far its benefits can be taken out as cash by those who pay.
    pub cash_releasing: Share,
    /// How far the national metrics see what it does.
    pub metric_alignment: Share,
    /// What it is worth to local people.
    pub local_value: Share,
}

/// A kind of initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeKind {
    /// Its name in scenario files.
    pub name: String,
    /// Its name for a reader.
    pub label: String,
    /// What it is like.
    pub attributes: Attributes,
    /// Kinds of organisation that it needs.
    pub needs: Vec<OrganisationKind>,
    /// Whether places that lack it may copy it.
    pub copyable: bool,
    /// How its organisations co-ordinate, besides trust and brokers.
    pub methods: Methods,
}

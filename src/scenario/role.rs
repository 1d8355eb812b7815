use crate::quantity::Share;

/// The seven social skills (model section 2; report 5.3.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skill {
    /// Picturing the future, and saying it.
    Vision,
    /// Putting change so that it chimes with the listener.
    Framing,
    /// Using a position.
    Leveraging,
    /// Seizing opportunities.
    Seizing,
    /// Acting beyond one's role.
    RiskTaking,
    /// Brokering and translating between organisations.
    Brokering,
    /// Harnessing external support.
    ExternalSupport,
}

impl Skill {
    /// All, in column order.
    pub const ALL: [Skill; 7] = [
        Skill::Vision,
        Skill::Framing,
        Skill::Leveraging,
        Skill::Seizing,
        Skill::RiskTaking,
        Skill::Brokering,
        Skill::ExternalSupport,
    ];

    /// Its name in scenario files and tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Skill::Vision => "vision",
            Skill::Framing => "framing",
            Skill::Leveraging => "leveraging",
            Skill::Seizing => "seizing",
            Skill::RiskTaking => "risk_taking",
            Skill::Brokering => "brokering",
            Skill::ExternalSupport => "external_support",
        }
    }
}

/// The five sources of authority (report 5.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// Badge, consultation, mandate.
    Political,
    /// Money and the burning platform.
    Economic,
    /// Collaboration as the norm.
    Norms,
    /// Consonance with the public-service ethos.
    Values,
    /// Figures that show something.
    Data,
}

impl Authority {
    /// All, in column order.
    pub const ALL: [Authority; 5] =
        [Authority::Political, Authority::Economic, Authority::Norms, Authority::Values, Authority::Data];

    /// Its name in scenario files and tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Authority::Political => "political",
            Authority::Economic => "economic",
            Authority::Norms => "norms",
            Authority::Values => "values",
            Authority::Data => "data",
        }
    }
}

/// Where a role stands in its organisation: sets turnover, enrolment and who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Leads the organisation.
    Executive,
    /// Manages.
    Manager,
    /// Works with those whom the site serves.
    FrontLine,
}

/// A role: what people in it are like on average. Data, built in or of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its name in scenario files.
    pub name: String,
    /// Its name for a reader.
    pub label: String,
    /// Executive, manager or front line.
    pub group: Group,
    /// Hierarchical position h.
    pub hierarchical: Share,
    /// Whether people in it belong to the profession of the field, who persuade one another more easily: clinicians.
    pub clinical: bool,
    /// Whether it is a boundary-spanning post.
    pub spanner: bool,
    /// Whether it leads public and staff engagement.
    pub engagement: bool,
    /// Whether it is paid for by the programme, on a fixed term: absent before the award, gone with the money.
    pub programme_funded: bool,
    /// Mean of each skill, in the order of [`Skill::ALL`].
    pub skills: [Share; 7],
    /// Mean receptivity to each source, in the order of [`Authority::ALL`].
    pub receptivity: [Share; 5],
    /// Mean disposition: the enthusiasm, -1..1, that people return to.
    pub disposition: f64,
    /// Mean tenure in months at the start of the run.
    pub tenure: f64,
    /// Mean reputation at the start of the run.
    pub reputation: Share,
    /// Headroom that the role leaves outside core duties.
    pub headroom: Share,
    /// Where its numbers come from; empty if that is not said.
    pub source: String,
}

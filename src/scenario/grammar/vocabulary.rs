use super::built_in_names;
use crate::scenario::{
    Authority, Coordination, OrganisationKind, Origin, ShockKind, SiteType, Skill, Warning, outcome_metrics,
};

/// Lists of words that keys choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Vocabulary {
    SiteType,
    Consultation,
    OrganisationKind,
    Origin,
    ShockKind,
    StaffTarget,
    Group,
    Skill,
    Authority,
    Replaceable,
    Role,
    Kit,
    InitiativeKind,
    Design,
    Metric,
    Warning,
    Leadership,
    Feedback,
    History,
    Physicians,
    Patients,
    Purpose,
    Plans,
    Coordination,
}

/// Sections whose base entries `replace` can drop.
const REPLACEABLE: [&str; 5] = ["region", "site", "initiative_kind", "shock", "regime"];

/// The words of a key of `[rules]`.
fn rule(key: &str) -> Vec<&'static str> {
    short(&format!("rules.{key}"))
}

/// The words of a key that is short for settings.
fn short(key: &str) -> Vec<&'static str> {
    built_in_names::words_of(key).iter().map(String::as_str).collect()
}

impl Vocabulary {
    /// The words, in their order.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Vocabulary::SiteType => SiteType::ALL.map(SiteType::name).to_vec(),
            Vocabulary::Consultation => vec!["two-way", "one-way", "none"],
            Vocabulary::OrganisationKind => OrganisationKind::ALL.map(OrganisationKind::name).to_vec(),
            Vocabulary::Origin => vec![Origin::PreExisting.name(), Origin::Programme.name()],
            Vocabulary::ShockKind => ShockKind::ALL.map(ShockKind::name).to_vec(),
            Vocabulary::StaffTarget => vec!["random", "leaders", "champions", "spanners", "best_connected"],
            Vocabulary::Group => vec!["executive", "manager", "front_line"],
            Vocabulary::Skill => Skill::ALL.map(Skill::name).to_vec(),
            Vocabulary::Authority => Authority::ALL.map(Authority::name).to_vec(),
            Vocabulary::Replaceable => REPLACEABLE.to_vec(),
            Vocabulary::Role => built_in_names::roles().iter().map(String::as_str).collect(),
            Vocabulary::Kit => built_in_names::kits().iter().map(String::as_str).collect(),
            Vocabulary::InitiativeKind => built_in_names::kinds().iter().map(String::as_str).collect(),
            Vocabulary::Design => vec!["grid", "sobol"],
            Vocabulary::Metric => outcome_metrics().to_vec(),
            Vocabulary::Warning => Warning::ALL.map(Warning::name).to_vec(),
            Vocabulary::Leadership => rule("leadership"),
            Vocabulary::Feedback => rule("feedback"),
            Vocabulary::History => rule("history"),
            Vocabulary::Physicians => rule("physicians"),
            Vocabulary::Patients => rule("patients"),
            Vocabulary::Purpose => short("programme.purpose"),
            Vocabulary::Plans => vec!["kept", "cut"],
            Vocabulary::Coordination => Coordination::ALL.map(Coordination::name).to_vec(),
        }
    }

    /// "a role", for a message.
    pub const fn what(self) -> &'static str {
        match self {
            Vocabulary::SiteType => "a vanguard type",
            Vocabulary::Consultation => "a way of consulting",
            Vocabulary::OrganisationKind => "a kind of organisation",
            Vocabulary::Origin => "an origin",
            Vocabulary::ShockKind => "a kind of shock",
            Vocabulary::StaffTarget => "a target",
            Vocabulary::Group => "a group",
            Vocabulary::Skill => "a skill",
            Vocabulary::Authority => "a source of authority",
            Vocabulary::Replaceable => "a section with entries",
            Vocabulary::Role => "a role",
            Vocabulary::Kit => "a kit",
            Vocabulary::InitiativeKind => "a kind of initiative",
            Vocabulary::Design => "a design",
            Vocabulary::Metric => "a metric",
            Vocabulary::Warning => "a warning",
            Vocabulary::Leadership => "a word for leadership",
            Vocabulary::Feedback => "a word for feedback",
            Vocabulary::History => "a word for history",
            Vocabulary::Physicians => "a word for physicians",
            Vocabulary::Patients => "a word for patients",
            Vocabulary::Purpose => "a purpose",
            Vocabulary::Plans => "what becomes of plans",
            Vocabulary::Coordination => "a method of co-ordination",
        }
    }

    /// "roles".
    pub const fn plural(self) -> &'static str {
        match self {
            Vocabulary::SiteType => "vanguard types",
            Vocabulary::Consultation => "ways of consulting",
            Vocabulary::OrganisationKind => "kinds of organisation",
            Vocabulary::Origin => "origins",
            Vocabulary::ShockKind => "kinds of shock",
            Vocabulary::StaffTarget => "targets",
            Vocabulary::Group => "groups",
            Vocabulary::Skill => "skills",
            Vocabulary::Authority => "sources of authority",
            Vocabulary::Replaceable => "sections",
            Vocabulary::Role => "roles",
            Vocabulary::Kit => "kits",
            Vocabulary::InitiativeKind => "kinds of initiative",
            Vocabulary::Design => "designs",
            Vocabulary::Metric => "metrics",
            Vocabulary::Warning => "warnings",
            Vocabulary::Leadership => "words for leadership",
            Vocabulary::Feedback => "words for feedback",
            Vocabulary::History => "words for history",
            Vocabulary::Physicians => "words for physicians",
            Vocabulary::Patients => "words for patients",
            Vocabulary::Purpose => "purposes",
            Vocabulary::Plans => "words for plans",
            Vocabulary::Coordination => "methods of co-ordination",
        }
    }

    /// "role".
    pub fn word(self) -> &'static str {
        let what = self.what();
        what.split_once(' ').map_or(what, |(_, word)| word)
    }

    /// One of the words.
    pub fn example(self) -> &'static str {
        match self {
            Vocabulary::Role => "nurse",
            other => other.words().last().copied().unwrap_or("name"),
        }
    }
}

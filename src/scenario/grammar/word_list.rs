use super::built_in_names;
use crate::scenario::{Authority, Coordination, Ground, Origin, ShockKind, Skill, Warning, outcome_metrics};

/// Lists of words that keys choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum WordList {
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
    BoardKind,
    Ground,
    Turnover,
    Watched,
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
const REPLACEABLE: [&str; 9] =
    ["region", "site", "organisation_kind", "role", "kit", "initiative_kind", "board_kind", "shock", "regime"];

/// The words of a key of `[rules]`.
fn rule(key: &str) -> Vec<&'static str> {
    short(&format!("rules.{key}"))
}

/// The words of a key that is short for settings.
fn short(key: &str) -> Vec<&'static str> {
    built_in_names::words_of(key).iter().map(String::as_str).collect()
}

impl WordList {
    /// The words, in their order.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            WordList::Consultation => vec!["two-way", "one-way", "none"],
            WordList::OrganisationKind => built_in_names::organisation_kinds().iter().map(String::as_str).collect(),
            WordList::Origin => vec![Origin::PreExisting.name(), Origin::Programme.name()],
            WordList::ShockKind => ShockKind::ALL.map(ShockKind::name).to_vec(),
            WordList::StaffTarget => vec!["random", "leaders", "champions", "spanners", "best_connected"],
            WordList::Group => vec!["executive", "manager", "front_line"],
            WordList::Skill => Skill::ALL.map(Skill::name).to_vec(),
            WordList::Authority => Authority::ALL.map(Authority::name).to_vec(),
            WordList::Replaceable => REPLACEABLE.to_vec(),
            WordList::Role => built_in_names::roles().iter().map(String::as_str).collect(),
            WordList::Kit | WordList::SiteType => built_in_names::kits().iter().map(String::as_str).collect(),
            WordList::InitiativeKind => built_in_names::kinds().iter().map(String::as_str).collect(),
            WordList::BoardKind => Vec::new(),
            WordList::Ground => Ground::ALL.map(Ground::name).to_vec(),
            WordList::Turnover => vec!["usual", "high"],
            WordList::Watched => vec!["nothing", "enthusiasm", "memberships"],
            WordList::Design => vec!["grid", "sobol"],
            WordList::Metric => outcome_metrics().to_vec(),
            WordList::Warning => Warning::ALL.map(Warning::name).to_vec(),
            WordList::Leadership => rule("leadership"),
            WordList::Feedback => rule("feedback"),
            WordList::History => rule("history"),
            WordList::Physicians => rule("physicians"),
            WordList::Patients => rule("patients"),
            WordList::Purpose => short("programme.purpose"),
            WordList::Plans => vec!["kept", "cut"],
            WordList::Coordination => Coordination::ALL.map(Coordination::name).to_vec(),
        }
    }

    /// "a role", for a message.
    pub const fn what(self) -> &'static str {
        match self {
            WordList::SiteType => "a vanguard type",
            WordList::Consultation => "a way of consulting",
            WordList::OrganisationKind => "a kind of organisation",
            WordList::Origin => "an origin",
            WordList::ShockKind => "a kind of shock",
            WordList::StaffTarget => "a target",
            WordList::Group => "a group",
            WordList::Skill => "a skill",
            WordList::Authority => "a source of authority",
            WordList::Replaceable => "a section with entries",
            WordList::Role => "a role",
            WordList::Kit => "a kit",
            WordList::InitiativeKind => "a kind of initiative",
            WordList::BoardKind => "a kind of board",
            WordList::Ground => "a vocabulary",
            WordList::Turnover => "a word for turnover",
            WordList::Watched => "a thing to watch",
            WordList::Design => "a design",
            WordList::Metric => "a metric",
            WordList::Warning => "a warning",
            WordList::Leadership => "a word for leadership",
            WordList::Feedback => "a word for feedback",
            WordList::History => "a word for history",
            WordList::Physicians => "a word for physicians",
            WordList::Patients => "a word for patients",
            WordList::Purpose => "a purpose",
            WordList::Plans => "what becomes of plans",
            WordList::Coordination => "a method of co-ordination",
        }
    }

    /// "roles".
    pub const fn plural(self) -> &'static str {
        match self {
            WordList::SiteType => "vanguard types",
            WordList::Consultation => "ways of consulting",
            WordList::OrganisationKind => "kinds of organisation",
            WordList::Origin => "origins",
            WordList::ShockKind => "kinds of shock",
            WordList::StaffTarget => "targets",
            WordList::Group => "groups",
            WordList::Skill => "skills",
            WordList::Authority => "sources of authority",
            WordList::Replaceable => "sections",
            WordList::Role => "roles",
            WordList::Kit => "kits",
            WordList::InitiativeKind => "kinds of initiative",
            WordList::BoardKind => "kinds of board",
            WordList::Ground => "vocabularies",
            WordList::Turnover => "words for turnover",
            WordList::Watched => "things to watch",
            WordList::Design => "designs",
            WordList::Metric => "metrics",
            WordList::Warning => "warnings",
            WordList::Leadership => "words for leadership",
            WordList::Feedback => "words for feedback",
            WordList::History => "words for history",
            WordList::Physicians => "words for physicians",
            WordList::Patients => "words for patients",
            WordList::Purpose => "purposes",
            WordList::Plans => "words for plans",
            WordList::Coordination => "methods of co-ordination",
        }
    }

    /// "role".
    pub fn word(self) -> &'static str {
        let what = self.what();
        what.split_once(' ').map_or(what, |(_, word)| word)
    }

    /// What defines `word` in a file, as a hint; `None` where files add no words, or the word could be no name.
    pub fn definition(self, word: &str) -> Option<String> {
        let snake = super::faults::is_snake(word);
        let slug = super::faults::folder_fault(word).is_none();
        Some(match self {
            WordList::OrganisationKind if snake => {
                format!("a word of your own is defined by: [[organisation_kind]] name = \"{word}\"")
            }
            WordList::Role if snake => {
                format!("a word of your own is defined by: [[role]] name = \"{word}\" and group = \"front_line\"")
            }
            WordList::BoardKind if snake => {
                format!("a word of your own is defined by: [[board_kind]] name = \"{word}\"")
            }
            WordList::Kit | WordList::SiteType if slug => format!(
                "a word of your own is defined by: [[kit]] name = \"{word}\" and a [[kit.organisation]] for each organisation"
            ),
            _ => return None,
        })
    }

    /// Whether files add words of their own to it.
    pub const fn is_of_the_field(self) -> bool {
        matches!(
            self,
            WordList::SiteType | WordList::OrganisationKind | WordList::Role | WordList::Kit | WordList::BoardKind
        )
    }

    /// One of the words.
    pub fn example(self) -> &'static str {
        match self {
            WordList::Role => "nurse",
            WordList::BoardKind => "steering_group",
            other => other.words().last().copied().unwrap_or("name"),
        }
    }
}

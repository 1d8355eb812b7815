use super::{Group, Organisation, OrganisationKind};
use crate::quantity::{KitId, OrganisationKindId, Share, Words};

/// What a vocabulary starts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// The built-in words of a local health economy.
    #[default]
    Nhs,
    /// No words at all.
    Blank,
}

/// One of the kinds of initiative that there are, to say in a hint how one is written: one that a reader of the built-in ones knows.
pub(super) fn kind_for_example(kinds: &[super::InitiativeKind]) -> Option<&str> {
    let known = kinds.iter().find(|kind| kind.name == "social_prescribing");
    known.or(kinds.first()).map(|kind| kind.name.as_str())
}

impl Ground {
    /// All of them.
    pub const ALL: [Ground; 2] = [Ground::Nhs, Ground::Blank];

    /// Its name in scenario files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Ground::Nhs => "nhs",
            Ground::Blank => "blank",
        }
    }
}

/// The words of a field, besides its roles and kinds of initiative: built in, and the file's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// What it starts from.
    pub ground: Ground,
    /// Its own words of `[vocabulary]`, as written.
    pub own: OwnWords,
    /// What reports say.
    pub words: Words,
    /// Kinds of organisation.
    pub organisation_kinds: Vec<OrganisationKind>,
    /// Kinds of board.
    pub board_kinds: Vec<BoardKind>,
    /// Kits: types of site.
    pub kits: Vec<Kit>,
}

impl Vocabulary {
    /// The kind of organisation of that name.
    #[must_use]
    pub fn kind_named(&self, name: &str) -> Option<OrganisationKindId> {
        self.organisation_kinds.iter().position(|kind| kind.name == name).map(OrganisationKindId::at)
    }

    /// The kit of that name.
    #[must_use]
    pub fn kit_named(&self, name: &str) -> Option<KitId> {
        self.kits.iter().position(|kit| kit.name == name).map(KitId::at)
    }

    /// The kind of organisation.
    #[must_use]
    pub fn organisation_kind(&self, id: OrganisationKindId) -> &OrganisationKind {
        &self.organisation_kinds[id.index()]
    }

    /// The kind of an organisation that a new entrant brings: the first that enters.
    #[must_use]
    pub fn entrant(&self) -> Option<OrganisationKindId> {
        self.organisation_kinds.iter().position(|kind| kind.ways.enters).map(OrganisationKindId::at)
    }
}

/// The keys of `[vocabulary]` and `[vocabulary.stages]` with the words that they say, in the order of the reference; without those
/// that the file leaves as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Of `[vocabulary]`.
    pub words: Vec<(&'static str, String)>,
    /// Of `[vocabulary.stages]`.
    pub stages: Vec<(&'static str, String)>,
}

/// A kind of board: what its boards are like unless they say.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardKind {
    /// Its name in scenario files.
    pub name: String,
    /// Its name for a reader.
    pub label: String,
    /// How formal it is.
    pub formality: Share,
    /// Groups of which one of each member organisation sits on it.
    pub seats: Vec<Group>,
    /// Kinds of organisation whose organisations are its members; empty for all that a site has.
    pub members: Vec<OrganisationKindId>,
    /// Where its numbers come from; empty if that is not said.
    pub source: String,
}

/// A type of site: the organisations that it has, and whom it serves.
#[derive(Clone, Debug, PartialEq)]
pub struct Kit {
    /// Its name in scenario files.
    pub name: String,
    /// Whether such a site is a member of the programme.
    pub member: bool,
    /// Part of the population that it serves.
    pub serves: Share,
    /// Its organisations.
    pub organisations: Vec<Organisation>,
    /// Where its numbers come from; empty if that is not said.
    pub source: String,
}

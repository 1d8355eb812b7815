use super::kits::built_in_kits;
use super::organisation_kinds::built_in_organisation_kinds;
use crate::quantity::Words;
use crate::scenario::Vocabulary;

impl Vocabulary {
    /// The built-in words of a local health economy.
    #[must_use]
    pub fn built_in() -> Vocabulary {
        Vocabulary {
            words: Words::new("the programme", "people"),
            organisation_kinds: built_in_organisation_kinds().to_vec(),
            kits: built_in_kits().to_vec(),
            ..Vocabulary::default()
        }
    }
}

use super::{WordList, built_in_names};
use crate::scenario::Ground;
use crate::scenario::raw::Table;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// The words of the field that a document may use: those of its ground, then its own.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Defined {
    pub ground: Ground,
    organisation_kinds: Arc<Vec<String>>,
    roles: Arc<Vec<String>>,
    kits: Arc<Vec<String>>,
    board_kinds: Arc<Vec<String>>,
}

static BUILT_IN: LazyLock<Defined> = LazyLock::new(|| {
    let list = |names: &[String]| Arc::new(names.to_vec());
    Defined {
        ground: Ground::Nhs,
        organisation_kinds: list(built_in_names::organisation_kinds()),
        roles: list(built_in_names::roles()),
        kits: list(built_in_names::kits()),
        board_kinds: Arc::default(),
    }
});

impl Defined {
    /// What is built in.
    pub fn built_in() -> &'static Defined {
        &BUILT_IN
    }

    /// The words of `document`, right or wrong.
    pub fn of(document: &Table) -> Cow<'static, Defined> {
        let ground = ground(document);
        let sections = ["organisation_kind", "role", "kit", "board_kind"];
        if ground == Ground::Nhs && sections.iter().all(|section| document.get(section).is_none()) {
            return Cow::Borrowed(&BUILT_IN);
        }
        let list = |built_in: &[String], section: &str| {
            let own = document.get(section).and_then(|node| node.value.list()).unwrap_or_default();
            let name = |table: &Table| Some(table.get("name")?.value.text()?.to_owned());
            let own = own.iter().filter_map(|node| name(node.value.table()?));
            let built_in = if ground == Ground::Nhs { built_in } else { &[] };
            let mut names = built_in.to_vec();
            // The place of a word is that of its entry; a word that stands twice is reported by whoever reads the entries.
            names.extend(own);
            Arc::new(names)
        };
        Cow::Owned(Defined {
            ground,
            organisation_kinds: list(built_in_names::organisation_kinds(), sections[0]),
            roles: list(built_in_names::roles(), sections[1]),
            kits: list(built_in_names::kits(), sections[2]),
            board_kinds: list(&[], sections[3]),
        })
    }

    fn list(&self, list: WordList) -> Option<&Arc<Vec<String>>> {
        Some(match list {
            WordList::OrganisationKind => &self.organisation_kinds,
            WordList::Role => &self.roles,
            WordList::Kit | WordList::SiteType => &self.kits,
            WordList::BoardKind => &self.board_kinds,
            _ => return None,
        })
    }

    /// The place of `word` among kinds of organisation, roles, kits or kinds of board.
    pub fn place(&self, list: WordList, word: &str) -> Option<usize> {
        self.list(list)?.iter().position(|one| one == word)
    }

    /// Whether `list` has `word`.
    pub fn has(&self, list: WordList, word: &str) -> bool {
        match self.list(list) {
            Some(words) => words.iter().any(|one| one == word),
            None => list.words().contains(&word),
        }
    }

    /// All words of `list`, each once.
    pub fn words(&self, list: WordList) -> Arc<Vec<String>> {
        let once = |words: &Arc<Vec<String>>| {
            let mut seen = BTreeSet::new();
            Arc::new(words.iter().filter(|word| seen.insert(word.as_str())).cloned().collect())
        };
        let closed = || Arc::new(list.words().into_iter().map(str::to_owned).collect());
        self.list(list).map_or_else(closed, once)
    }

    /// "a role", for a message.
    pub fn what(&self, list: WordList) -> &'static str {
        if self.ground == Ground::Blank && list == WordList::SiteType { "a kit" } else { list.what() }
    }

    /// "roles".
    pub fn plural(&self, list: WordList) -> &'static str {
        if self.ground == Ground::Blank && list == WordList::SiteType { "kits" } else { list.plural() }
    }
}

/// What the vocabulary of `document` starts from.
pub(in crate::scenario) fn ground(document: &Table) -> Ground {
    let vocabulary = document.get("vocabulary").and_then(|node| node.value.table());
    let named = vocabulary.and_then(|table| table.get("extends")).and_then(|node| node.value.text());
    named.and_then(|name| Ground::ALL.into_iter().find(|ground| ground.name() == name)).unwrap_or_default()
}

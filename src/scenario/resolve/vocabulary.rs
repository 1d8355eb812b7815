use super::lookup::Names;
use super::words::{own_words, words};
use crate::diagnostics::Diagnostic;
use crate::quantity::OrganisationKindId;
use crate::scenario::built_in::{built_in_kinds, built_in_kits, built_in_organisation_kinds, built_in_roles};
use crate::scenario::entries::{Fields, group, kind, kit, organisation_kinds, role, words_of};
use crate::scenario::grammar::{Defined, WordList};
use crate::scenario::{BoardKind, Ground, InitiativeKind, OrganisationKind, Role, Vocabulary, WatchedApart};

/// The words of a file: its vocabulary, its roles and its kinds of initiative, each after what its ground has.
pub(super) fn vocabulary(
    file: &Fields<'_>,
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) -> (Vocabulary, Vec<Role>, Vec<InitiativeKind>) {
    let ground = defined.ground;
    let organisation_kinds = {
        let entries = file.entries("organisation_kind");
        let known: Vec<&str> = built_in_organisation_kinds().iter().map(|kind| kind.name.as_str()).collect();
        own_names("kind of organisation", &entries, built_in(ground, &known), out);
        let kinds = organisation_kinds(&entries, built_in(ground, built_in_organisation_kinds()).to_vec());
        watched(&kinds, &entries, out);
        kinds
    };
    let mut roles = built_in(ground, built_in_roles()).to_vec();
    let entries = file.entries("role");
    let known: Vec<&str> = built_in_roles().iter().map(|role| role.name.as_str()).collect();
    own_names("role", &entries, built_in(ground, &known), out);
    roles.extend(entries.iter().map(|fields| role(fields, built_in_roles())));

    let mut kits = built_in(ground, built_in_kits()).to_vec();
    let entries = file.entries("kit");
    let known: Vec<&str> = built_in_kits().iter().map(|kit| kit.name.as_str()).collect();
    own_names("kit", &entries, built_in(ground, &known), out);
    kits.extend(entries.iter().map(|fields| kit(fields, &organisation_kinds, defined, out)));

    let mut kinds = built_in(ground, built_in_kinds()).to_vec();
    let entries = file.entries("initiative_kind");
    let known: Vec<&str> = built_in_kinds().iter().map(|kind| kind.name.as_str()).collect();
    own_names("kind of initiative", &entries, built_in(ground, &known), out);
    kinds.extend(entries.iter().map(|fields| kind(fields, defined)));

    let entries = file.entries("board_kind");
    own_names("kind of board", &entries, &[], out);
    let board_kinds = entries.iter().map(|fields| board_kind(fields, defined)).collect();
    let own = own_words(&file.inner("vocabulary"));
    let words = words(ground, &file.inner("vocabulary"), &organisation_kinds);
    (Vocabulary { ground, own, words, organisation_kinds, board_kinds, kits }, roles, kinds)
}

/// What is built in, where that is the ground.
fn built_in<T>(ground: Ground, all: &[T]) -> &[T] {
    if ground == Ground::Nhs { all } else { &[] }
}

/// Each entry must have a name of its own, other than the built-in ones.
fn own_names(what: &'static str, entries: &[Fields<'_>], built_in: &[&str], out: &mut Vec<Diagnostic>) {
    let mut names = Names::new(what);
    for fields in entries {
        let name = fields.text("name");
        if built_in.contains(&name) {
            let message = format!("\"{name}\" is a built-in {what}");
            let hint = match what {
                "kind of initiative" => {
                    "give it another name, or change single initiatives of the built-in kind where they stand"
                }
                _ => "give it another name, or start from no words: [vocabulary] extends = \"blank\"",
            };
            out.push(Diagnostic::at(fields.span_of("name"), message).hint(hint));
        }
        names.add(name, fields, out);
    }
}

/// Tables have room for two kinds whose enthusiasm, and one whose memberships are watched.
fn watched(kinds: &[OrganisationKind], entries: &[Fields<'_>], out: &mut Vec<Diagnostic>) {
    for (word, most) in [("enthusiasm", 2), ("memberships", 1)] {
        let is_it = |kind: &&OrganisationKind| match kind.ways.watched {
            WatchedApart::Enthusiasm | WatchedApart::SecondEnthusiasm => word == "enthusiasm",
            WatchedApart::Memberships => word == "memberships",
            WatchedApart::Nothing => false,
        };
        let number = kinds.iter().filter(is_it).count();
        let last = entries.iter().rfind(|fields| fields.text("watched") == word);
        if let Some(fields) = last.filter(|_| number > most) {
            let message = format!("{number} kinds of organisation have their {word} watched; {most} may");
            let note = "the built-in ones are general_practice and care_home, and local_authority for memberships";
            let diagnostic = Diagnostic::at(fields.span_of("watched"), message);
            out.push(if kinds.len() > entries.len() { diagnostic.note(note) } else { diagnostic });
        }
    }
}

fn board_kind(fields: &Fields<'_>, defined: &Defined) -> BoardKind {
    let name = fields.text("name").to_owned();
    let kinds = fields.texts("members").unwrap_or_default();
    let place = |name| defined.place(WordList::OrganisationKind, name).map(OrganisationKindId::at);
    BoardKind {
        label: fields.maybe_text("label").map_or_else(|| words_of(&name), str::to_owned),
        name,
        formality: fields.share("formality"),
        source: fields.text("source").to_owned(),
        seats: fields.texts("seats").unwrap_or_default().iter().map(|(name, _)| group(name)).collect(),
        members: kinds.iter().filter_map(|(name, _)| place(name)).collect(),
    }
}

use super::actor::actors;
use super::board::board;
use super::initiative::initiatives;
use super::lookup::{Names, name_place};
use super::whole::{Whole, WholeSite};
use crate::diagnostics::Diagnostic;
use crate::quantity::{KitId, RegionId};
use crate::scenario::definitions::{MOST_BOARDS, MOST_INITIATIVES, MOST_ORGANISATIONS};
use crate::scenario::entries::{Fields, organisations};
use crate::scenario::grammar::WordList;
use crate::scenario::{Consultation, DrawnKey, DrawnValue, Ground, Organisation, Site};

/// Most people of a site.
const MOST_PEOPLE: u64 = 60_000;

/// One `[[site]]`, before `count`.
pub(super) fn site(fields: &Fields<'_>, whole: &mut Whole<'_>) -> Site {
    let name = fields.text("name");
    not_spread(fields, whole);
    let title = format!("site \"{name}\"");
    let site_type = site_type(fields, whole);
    let (organisations, organisation_names) = people(fields, site_type, &title, whole);
    let place = WholeSite { title: &title, organisations: &organisations, names: &organisation_names };
    let region = fields.maybe_text("region").and_then(|region| {
        whole.region_names.find(region, fields.span_of("region"), "the scenario", whole.out).map(RegionId::at)
    });
    let boards: Vec<_> =
        fields.entries("board").iter().map(|board_fields| board(board_fields, &place, whole)).collect();
    let initiatives = initiatives(fields, &place, whole);
    let actors = actors(fields, &place, whole);
    if boards.len() > MOST_BOARDS {
        let message = format!("{title} has {} boards; {MOST_BOARDS} are the most", boards.len());
        whole.out.push(Diagnostic::at(fields.span, message));
    }
    let lacks = |i: usize| initiatives.iter().all(|one| one.kind.index() != i);
    let copies = whole.kinds.iter().enumerate().filter(|(i, kind)| kind.copyable && lacks(*i)).count();
    if initiatives.len() + copies > MOST_INITIATIVES {
        let message = format!("{title} could come to have {} initiatives", initiatives.len() + copies);
        let note = format!(
            "{} of its own and one of each of the {copies} copyable kinds that it lacks; {MOST_INITIATIVES} are the most",
            initiatives.len()
        );
        whole.out.push(Diagnostic::at(fields.span, message).note(note));
    }
    let drawn = drawn(fields, whole);
    let mut site = Site {
        name: name.to_owned(),
        region,
        site_type,
        population: fields.number("population"),
        member: fields
            .maybe_flag("member")
            .unwrap_or(site_type.is_none_or(|kit| whole.vocabulary.kits[kit.index()].member)),
        history: fields.share("history"),
        collaboration: fields.maybe_share("collaboration"),
        deficit: fields.share("deficit"),
        consultation: match fields.text("consultation") {
            "one-way" => Consultation::OneWay,
            "none" => Consultation::None,
            _ => Consultation::TwoWay,
        },
        engagement: fields.share("engagement"),
        award: fields.maybe_number("award"),
        organisations,
        boards,
        initiatives,
        actors,
        drawn,
    };
    for DrawnValue { key, low, high } in site.drawn.clone() {
        site.set_drawn(key, 0.5 * (low + high));
    }
    site
}

/// What every replicate draws, in the order of the draws; a key that is drawn is not given as well.
fn drawn(fields: &Fields<'_>, whole: &mut Whole<'_>) -> Vec<DrawnValue> {
    let ranges = fields.inner("drawn");
    let mut all = Vec::new();
    for key in DrawnKey::ALL {
        let name = key.name();
        let Some(node) = ranges.given(name).filter(|_| !ranges.is_bad(name)) else { continue };
        let values: Vec<f64> =
            node.value.list().unwrap_or_default().iter().filter_map(|one| one.value.number()).collect();
        match values.as_slice() {
            [low, high] if low <= high => all.push(DrawnValue { key, low: *low, high: *high }),
            _ => {
                let message = format!("`{name}` is drawn from a range: its lowest value and its highest");
                whole.out.push(Diagnostic::at(node.span, message).hint(format!("such as {name} = [0.2, 0.6]")));
            }
        }
        if let Some(given) = fields.given(name) {
            let message = format!("`{name}` is given, and drawn as well");
            whole.out.push(
                Diagnostic::at(given.span, message)
                    .also(ranges.key_span_of(name), "here")
                    .hint("leave out one of the two"),
            );
        }
    }
    all
}

/// Sites are spread and read from tables where files are read, not where single sites are set.
fn not_spread(fields: &Fields<'_>, whole: &mut Whole<'_>) {
    for key in ["population", "history", "collaboration", "deficit", "engagement", "award"] {
        if let Some(node) = fields.given(key).filter(|node| node.value.table().is_some()) {
            let message = format!("`{key}` can be spread in a file only: here it is a number");
            whole.out.push(Diagnostic::at(node.span, message));
        }
    }
    for key in ["from", "columns"] {
        if let Some(node) = fields.given(key) {
            let message = format!("`{key}` stands in a file only, with the name of a table of sites");
            whole.out.push(Diagnostic::at(node.span, message).hint("from = \"sites.csv\""));
        }
    }
}

/// The type of a site: "none" or the field's first kit if it does not say.
fn site_type(fields: &Fields<'_>, whole: &Whole<'_>) -> Option<KitId> {
    let usual = || match whole.vocabulary.ground {
        Ground::Nhs => whole.defined.place(WordList::SiteType, "none"),
        Ground::Blank => (!whole.vocabulary.kits.is_empty()).then_some(0),
    };
    let place = match fields.maybe_text("type") {
        Some(name) => whole.defined.place(WordList::SiteType, name),
        None => usual(),
    };
    place.filter(|place| *place < whole.vocabulary.kits.len()).map(KitId::at)
}

/// The organisations that the site lists, else those of its kit; and their names.
fn people(
    fields: &Fields<'_>,
    site_type: Option<KitId>,
    title: &str,
    whole: &mut Whole<'_>,
) -> (Vec<Organisation>, Names) {
    let (vocabulary, defined, out) = (whole.vocabulary, whole.defined, &mut *whole.out);
    let mut names = Names::new("organisation");
    let entries = fields.entries("organisation");
    let list = if fields.given("organisation").is_none_or(|node| node.value.list().is_some_and(<[_]>::is_empty)) {
        names.sound = !fields.is_bad("type") && !fields.is_bad("kit");
        let kit = match fields.maybe_text("kit") {
            Some(name) => defined.place(WordList::Kit, name),
            None => site_type.map(KitId::index),
        };
        let list = kit.and_then(|place| vocabulary.kits.get(place)).map(|kit| kit.organisations.clone());
        if list.is_none() && names.sound {
            let message = format!("{title} has no organisation");
            let hint = "define a [[kit]], or list them: [[site.organisation]]";
            out.push(Diagnostic::at(fields.span, message).hint(hint));
            names.sound = false;
        }
        let list = list.unwrap_or_default();
        list.iter().for_each(|one| names.add_at(&one.name, fields.span, false, out));
        list
    } else {
        let before = out.len();
        let list = organisations(&entries, &vocabulary.organisation_kinds, defined, out);
        for (one, entry) in &list {
            names.add_at(&one.name, name_place(entry), entry.is_bad("name") || entry.is_bad("kind"), out);
        }
        names.sound &= out.len() == before && !fields.is_bad("organisation");
        list.into_iter().map(|(one, _)| one).collect()
    };
    let people: u64 = list.iter().flat_map(|one| &one.roles).map(|(_, count)| u64::from(*count)).sum();
    if people > MOST_PEOPLE {
        out.push(Diagnostic::at(fields.span, format!("{title} has {people} people; {MOST_PEOPLE} are the most")));
    }
    if list.len() > MOST_ORGANISATIONS {
        let message = format!("{title} has {} organisations; {MOST_ORGANISATIONS} are the most", list.len());
        out.push(Diagnostic::at(fields.span, message));
    }
    (list, names)
}

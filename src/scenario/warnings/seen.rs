use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::entries::Fields;
use crate::scenario::grammar::{Preset, SCENARIO};
use crate::scenario::raw::{Node, Table};
use crate::scenario::{Scenario, Site, Warning};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Those of `kept` that stand where one of `said` stands.
pub(super) fn keep_told(kept: &mut Vec<Diagnostic>, said: &[Diagnostic]) {
    let places: BTreeSet<Option<Span>> = said.iter().map(Diagnostic::span).collect();
    kept.retain(|one| places.contains(&one.span()));
}

/// A scenario, and how it is written.
pub(super) struct Seen<'a> {
    pub file: Fields<'a>,
    pub programme: Fields<'a>,
    pub scenario: &'a Scenario,
}

impl<'a> Seen<'a> {
    /// The entries of `[[site]]`, each with the sites that it stands for.
    pub fn sites(&self) -> Vec<(Fields<'a>, Range<usize>)> {
        let mut next = 0;
        let entries = self.file.entries("site").into_iter();
        entries
            .map(|fields| {
                let first = next;
                next += fields.whole("count").max(1) as usize;
                (fields, first..next)
            })
            .collect()
    }

    /// The members of the programme.
    pub fn members(&self) -> impl Iterator<Item = &'a Site> {
        self.scenario.sites.iter().filter(|site| site.member)
    }

    /// The last month that is simulated.
    pub fn last_month(&self) -> i32 {
        i32::try_from(self.scenario.time.months).unwrap_or(i32::MAX) - 1
    }

    /// A month, as it is written.
    pub fn month(&self, index: i32) -> String {
        self.scenario.time.month(index).to_string()
    }
}

/// Where the initiatives of a scenario stand, by the names of site (the first, of several alike) and initiative.
pub(in crate::scenario) fn initiative_places(
    document: &Table,
    scenario: &Scenario,
) -> BTreeMap<(String, String), Span> {
    let file = Fields::whole_file(&SCENARIO, document);
    let seen = Seen { programme: file.inner("programme"), file, scenario };
    let mut places = BTreeMap::new();
    for (fields, sites) in seen.sites() {
        let Some(site) = scenario.sites.get(sites.start) else { continue };
        let listed = fields.entries("initiative").into_iter().map(|one| one.span_of("kind"));
        let short = fields.texts("initiatives").unwrap_or_default().into_iter().map(|(_, span)| span);
        for (one, span) in site.initiatives.iter().zip(listed.chain(short)) {
            places.insert((site.name.clone(), one.name.clone()), span);
        }
    }
    places
}

/// Where the value of `key` stands, if the file says something else than the default.
pub(super) fn said(fields: &Fields<'_>, key: &str) -> Option<Span> {
    let node = fields.given(key)?;
    let default = match fields.preset(key) {
        Preset::Value(_, default) => Some(default),
        Preset::Required | Preset::Words(_) => None,
    };
    (!default.is_some_and(|default| says_the_same(node, default)) && !node.span.is_nowhere()).then_some(node.span)
}

/// Whether two values mean the same, wherever they stand: 1 and 1.0 do.
fn says_the_same(a: &Node, b: &Node) -> bool {
    match (a.value.number(), b.value.number()) {
        (Some(a), Some(b)) => a == b,
        _ => {
            let plain = |node: &Node| {
                let mut node = node.clone();
                node.forget_places();
                node
            };
            plain(a) == plain(b)
        }
    }
}

/// A setting that nothing reads.
pub(super) fn unread(span: Span, message: String) -> Diagnostic {
    Diagnostic::warning(Warning::UnreadSetting.name(), span, message)
}

use super::clock::Clock;
use super::contract::contract;
use super::lookup::Names;
use super::parameters::parameters;
use super::programme::programme;
use super::shock::shock;
use super::sites::sites;
use super::time_line::time_line;
use super::vocabulary::vocabulary;
use super::whole::Whole;
use super::words::NamesOfField;
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::entries::Fields;
use crate::scenario::grammar::{Defined, SCENARIO};
use crate::scenario::raw::{Table, Value};
use crate::scenario::{Policy, Region, RunSettings, Scenario};

/// The scenario of a document of the right shape, whose words are `defined`; only to be used if nothing is reported.
pub(in crate::scenario) fn resolve(
    document: &Table,
    span: Span,
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) -> Scenario {
    let file = Fields::whole_file(&SCENARIO, document).standing_at(span);
    let clock = Clock::read(&file, defined.ground, out);
    let programme = programme(&file.inner("programme"), &clock, out);
    let legislation = time_line(&file.inner("policy"), "legislation", &clock, out);
    let mut region_names = Names::new("region");
    let mut regions = Vec::new();
    for fields in file.entries("region") {
        region_names.add(fields.text("name"), &fields, out);
        regions.push(Region { name: fields.text("name").to_owned(), posts: fields.maybe_whole("posts") });
    }
    region_names.sound &= !file.is_bad("region");
    let (mut vocabulary, roles, kinds) = vocabulary(&file, defined, out);
    let mut kind_names = Names::new("kind of initiative");
    for kind in &kinds {
        kind_names.add_at(&kind.name, Span::NOWHERE, false, &mut Vec::new());
    }
    kind_names.sound = !file.is_bad("initiative_kind") && kinds.iter().all(|kind| !kind.name.is_empty());
    let mut whole = Whole {
        clock: &clock,
        defined,
        vocabulary: &vocabulary,
        roles: &roles,
        kinds: &kinds,
        kind_names: &kind_names,
        region_names: &region_names,
        out,
    };
    let sites = sites(&file, &mut whole);
    let contract = contract(&file.inner("policy").inner("contract"), &mut whole);
    let shocks = file.entries("shock").iter().map(|fields| shock(fields, &sites, &mut whole)).collect();
    let run = file.inner("run");
    let seed = match run.node("seed").map(|node| &node.value) {
        Some(Value::Whole(n)) => u64::try_from(*n).unwrap_or(0),
        _ => 0,
    };
    let names = NamesOfField { regions: &regions, sites: &sites.list, kinds: &kinds, roles: &roles };
    names.keep_in(&mut vocabulary.words);
    Scenario {
        name: file.text("name").to_owned(),
        description: file.text("description").to_owned(),
        question: file.text("question").to_owned(),
        starts_from: file.text("starts_from").to_owned(),
        run: RunSettings { replicates: run.whole("replicates"), seed },
        time: clock.calendar,
        programme,
        policy: Policy { legislation, contract },
        regions,
        sites: sites.list,
        vocabulary,
        roles,
        shocks,
        parameters: parameters(&file.inner("parameters")),
        past: None,
        kinds,
    }
}

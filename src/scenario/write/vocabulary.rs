use super::site::organisations;
use super::text::{Page, exact, quoted};
use crate::quantity::OrganisationKindId;
use crate::scenario::built_in::{built_in_kinds, built_in_kits, built_in_organisation_kinds, built_in_roles};
use crate::scenario::{
    Authority, BoardKind, Coordination, Ground, Group, InitiativeKind, Kit, OrganisationKind, Role, Scenario, Skill,
    Turnover, WatchedApart,
};

/// The words that the scenario has of its own.
pub(super) fn vocabulary(page: &mut Page, scenario: &Scenario) {
    let one = &scenario.vocabulary;
    if one.ground != Ground::Nhs || !one.own.words.is_empty() {
        page.header("[vocabulary]");
        page.text("extends", one.ground.name());
        one.own.words.iter().for_each(|(key, word)| page.text(key, word));
    }
    if !one.own.stages.is_empty() {
        page.header("[vocabulary.stages]");
        one.own.stages.iter().for_each(|(key, word)| page.text(key, word));
    }
    let skip = |built_in: usize| if one.ground == Ground::Nhs { built_in } else { 0 };
    let kinds = one.organisation_kinds.iter().skip(skip(built_in_organisation_kinds().len()));
    kinds.for_each(|kind| organisation_kind(page, kind));
    scenario.roles.iter().skip(skip(built_in_roles().len())).for_each(|one| role(page, one));
    one.kits.iter().skip(skip(built_in_kits().len())).for_each(|one| kit(page, one, scenario));
    scenario.kinds.iter().skip(skip(built_in_kinds().len())).for_each(|one| initiative_kind(page, one, scenario));
    one.board_kinds.iter().for_each(|one| board_kind(page, one, scenario));
}

fn organisation_kind(page: &mut Page, kind: &OrganisationKind) {
    page.header("[[organisation_kind]]");
    page.text("name", &kind.name);
    page.text("label", &kind.label);
    page.share("own_interest", kind.own_interest);
    page.number("headroom", kind.headroom);
    let turnover = match kind.turnover {
        Turnover::Usual => quoted("usual"),
        Turnover::High => quoted("high"),
        Turnover::Monthly(share) => exact(share.get()),
    };
    page.put("turnover", turnover);
    page.put("contract", kind.ways.contract);
    page.put("enters", kind.ways.enters);
    let watched = match kind.ways.watched {
        WatchedApart::Nothing => "nothing",
        WatchedApart::Enthusiasm | WatchedApart::SecondEnthusiasm => "enthusiasm",
        WatchedApart::Memberships => "memberships",
    };
    page.text("watched", watched);
    source(page, &kind.source);
}

fn role(page: &mut Page, role: &Role) {
    page.header("[[role]]");
    page.text("name", &role.name);
    page.text("label", &role.label);
    page.text("group", group(role.group));
    page.share("hierarchical", role.hierarchical);
    page.put("professional", role.clinical);
    page.put("spanner", role.spanner);
    page.put("engagement", role.engagement);
    page.put("programme_funded", role.programme_funded);
    let inline = |names: &[&str], values: &[crate::quantity::Share]| {
        let pairs: Vec<String> =
            names.iter().zip(values).map(|(name, value)| format!("{name} = {}", exact(value.get()))).collect();
        format!("{{ {} }}", pairs.join(", "))
    };
    page.put("skills", inline(&Skill::ALL.map(Skill::name), &role.skills));
    page.put("receptivity", inline(&Authority::ALL.map(Authority::name), &role.receptivity));
    page.number("disposition", role.disposition);
    page.number("tenure", role.tenure);
    page.share("reputation", role.reputation);
    page.share("headroom", role.headroom);
    source(page, &role.source);
}

fn kit(page: &mut Page, kit: &Kit, scenario: &Scenario) {
    page.header("[[kit]]");
    page.text("name", &kit.name);
    page.put("member", kit.member);
    page.share("serves", kit.serves);
    source(page, &kit.source);
    organisations(page, "[[kit.organisation]]", &kit.organisations, scenario);
}

fn initiative_kind(page: &mut Page, kind: &InitiativeKind, scenario: &Scenario) {
    let kinds = |page: &mut Page, key: &str, list: &[OrganisationKindId]| {
        page.names(key, list.iter().map(|id| scenario.vocabulary.organisation_kind(*id).name.as_str()));
    };
    page.header("[[initiative_kind]]");
    page.text("name", &kind.name);
    page.text("label", &kind.label);
    page.share("complexity", kind.attributes.complexity);
    page.number("cost", kind.attributes.cost);
    page.share("cash_releasing", kind.saved);
    page.share("metric_alignment", kind.attributes.metric_alignment);
    page.share("local_value", kind.attributes.local_value);
    kinds(page, "needs", &kind.needs);
    if !kind.payers.is_empty() {
        kinds(page, "payers", &kind.payers);
    }
    if !kind.savers.is_empty() {
        kinds(page, "savers", &kind.savers);
    }
    page.put("copyable", kind.copyable);
    page.names("coordination", kind.methods.list().map(Coordination::name));
    source(page, &kind.source);
}

fn board_kind(page: &mut Page, kind: &BoardKind, scenario: &Scenario) {
    page.header("[[board_kind]]");
    page.text("name", &kind.name);
    page.text("label", &kind.label);
    page.share("formality", kind.formality);
    page.names("seats", kind.seats.iter().map(|one| group(*one)));
    page.names("members", kind.members.iter().map(|id| scenario.vocabulary.organisation_kind(*id).name.as_str()));
    source(page, &kind.source);
}

fn source(page: &mut Page, source: &str) {
    if !source.is_empty() {
        page.text("source", source);
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Executive => "executive",
        Group::Manager => "manager",
        Group::FrontLine => "front_line",
    }
}

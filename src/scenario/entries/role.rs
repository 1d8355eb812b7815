use super::Fields;
use super::label::words_of;
use crate::quantity::Share;
use crate::scenario::raw::Table;
use crate::scenario::{Authority, Group, Role, Skill};

/// Roles whose entries say everything: those of `data/roles.toml`.
pub(in crate::scenario) fn roles(file: &Fields<'_>) -> Vec<Role> {
    file.entries("role").iter().map(|fields| role(fields, &[])).collect()
}

/// The group of that name.
pub(in crate::scenario) fn group(name: &str) -> Group {
    match name {
        "executive" => Group::Executive,
        "manager" => Group::Manager,
        _ => Group::FrontLine,
    }
}

/// One `[[role]]`; what it does not say is that of a middling role of its group among `known`.
pub(in crate::scenario) fn role(fields: &Fields<'_>, known: &[Role]) -> Role {
    let group = group(fields.text("group"));
    let middling = known.iter().find(|role| role.name == middling(group));
    let table = |key| fields.given(key).and_then(|node| node.value.table());
    let number = |table: &Table, name: &str| {
        let number = table.get(name).and_then(|node| node.value.number());
        number.and_then(Share::new).unwrap_or_default()
    };
    let share = |key, of: fn(&Role) -> Share| fields.maybe_share(key).or(middling.map(of)).unwrap_or_default();
    let plain = |key, of: fn(&Role) -> f64| fields.maybe_number(key).or(middling.map(of)).unwrap_or_default();
    let name = fields.text("name").to_owned();
    Role {
        label: fields.maybe_text("label").map_or_else(|| words_of(&name), str::to_owned),
        name,
        group,
        hierarchical: share("hierarchical", |role| role.hierarchical),
        clinical: fields.flag("professional"),
        spanner: fields.flag("spanner"),
        engagement: fields.flag("engagement"),
        programme_funded: fields.flag("programme_funded"),
        skills: match table("skills") {
            Some(given) => Skill::ALL.map(|skill| number(given, skill.name())),
            None => middling.map(|role| role.skills).unwrap_or_default(),
        },
        receptivity: match table("receptivity") {
            Some(given) => Authority::ALL.map(|source| number(given, source.name())),
            None => middling.map(|role| role.receptivity).unwrap_or_default(),
        },
        disposition: plain("disposition", |role| role.disposition),
        tenure: plain("tenure", |role| role.tenure),
        reputation: share("reputation", |role| role.reputation),
        headroom: share("headroom", |role| role.headroom),
        source: fields.text("source").to_owned(),
    }
}

/// The built-in role that a middling one of a group is like.
const fn middling(group: Group) -> &'static str {
    match group {
        Group::Executive => "director",
        Group::Manager => "manager",
        Group::FrontLine => "nurse",
    }
}

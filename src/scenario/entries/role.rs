use super::Fields;
use crate::quantity::Share;
use crate::scenario::raw::Table;
use crate::scenario::{Authority, Group, Role, Skill};

/// The roles of `data/roles.toml`.
pub(in crate::scenario) fn roles(file: &Fields<'_>) -> Vec<Role> {
    file.entries("role").iter().map(role).collect()
}

fn role(fields: &Fields<'_>) -> Role {
    let table = |key| fields.node(key).and_then(|node| node.value.table());
    let (skills, receptivity) = (table("skills"), table("receptivity"));
    let share = |table: Option<&Table>, name: &str| {
        let number = table.and_then(|table| table.get(name)).and_then(|node| node.value.number());
        number.and_then(Share::new).unwrap_or_default()
    };
    Role {
        name: fields.text("name").to_owned(),
        label: fields.text("label").to_owned(),
        group: match fields.text("group") {
            "executive" => Group::Executive,
            "manager" => Group::Manager,
            _ => Group::FrontLine,
        },
        hierarchical: fields.share("hierarchical"),
        clinical: fields.flag("clinical"),
        spanner: fields.flag("spanner"),
        engagement: fields.flag("engagement"),
        programme_funded: fields.flag("programme_funded"),
        skills: Skill::ALL.map(|skill| share(skills, skill.name())),
        receptivity: Authority::ALL.map(|source| share(receptivity, source.name())),
        disposition: fields.number("disposition"),
        tenure: fields.number("tenure"),
        reputation: fields.share("reputation"),
        headroom: fields.share("headroom"),
    }
}

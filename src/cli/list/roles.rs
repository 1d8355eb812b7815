use super::{Listed, Listing, Value, sourced};
use crate::scenario::{Authority, Group, Role, Scenario, Skill};

/// Roles, with all that people in them are like on average.
pub(super) fn roles(scenario: &Scenario) -> Listing {
    let columns = ["name", "group", "hierarchical"].into_iter();
    let skills = Skill::ALL.into_iter().map(Skill::name);
    let flags = ["clinical", "spanner", "engagement", "programme_funded", "label", "source"];
    Listing {
        title: "Roles (roles = { NAME = COUNT }): means of what people in them are like, 0 to 1; tenure in months"
            .to_owned(),
        columns: columns
            .chain(skills)
            .chain(Authority::ALL.into_iter().map(receptivity))
            .chain(["disposition", "tenure", "reputation", "headroom"])
            .chain(flags)
            .collect(),
        abreast: 3,
        rows: scenario.roles.iter().map(row).collect(),
    }
}

const fn receptivity(source: Authority) -> &'static str {
    match source {
        Authority::Political => "receptivity_political",
        Authority::Economic => "receptivity_economic",
        Authority::Norms => "receptivity_norms",
        Authority::Values => "receptivity_values",
        Authority::Data => "receptivity_data",
    }
}

fn row(role: &Role) -> Listed {
    let group = match role.group {
        Group::Executive => "executive",
        Group::Manager => "manager",
        Group::FrontLine => "front_line",
    };
    let skills: Vec<String> =
        Skill::ALL.iter().zip(&role.skills).map(|(skill, mean)| format!("{} {}", skill.name(), mean.get())).collect();
    let receptivity: Vec<String> = Authority::ALL
        .iter()
        .zip(&role.receptivity)
        .map(|(source, mean)| format!("{} {}", source.name(), mean.get()))
        .collect();
    let flags = [
        (role.clinical, "of the profession"),
        (role.spanner, "boundary spanner"),
        (role.engagement, "leads engagement"),
        (role.programme_funded, "paid by the programme"),
    ];
    let is: String = flags.iter().filter(|(is, _)| *is).map(|(_, words)| format!(", {words}")).collect();
    let (disposition, tenure) = (role.disposition, role.tenure);
    let (reputation, headroom) = (role.reputation.get(), role.headroom.get());
    let mut cells: Vec<Value> = vec![role.name.as_str().into(), group.into(), role.hierarchical.get().into()];
    cells.extend(role.skills.iter().chain(&role.receptivity).map(|mean| Value::Number(mean.get())));
    cells.extend([disposition, tenure, reputation, headroom].map(Value::Number));
    cells.extend(flags.map(|(is, _)| Value::Flag(is)));
    cells.push(role.label.as_str().into());
    cells.push(role.source.as_str().into());
    Listed {
        sentence: sourced(
            &format!(
                "{}{is}; skills: {}; receptivity: {}; disposition {disposition}, tenure {tenure}, reputation {reputation}, headroom \
             {headroom}",
                role.label,
                skills.join(", "),
                receptivity.join(", "),
            ),
            &role.source,
        ),
        cells,
    }
}

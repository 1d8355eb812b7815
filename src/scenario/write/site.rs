use super::initiative::initiative;
use super::text::{Page, quoted};
use crate::scenario::{Authority, Consultation, NamedActor, Scenario, Site, Skill};

/// `[[site]]`, standing for `count` sites named `name`, `name 2` and so on if that is more than one.
pub(super) fn site(page: &mut Page, site: &Site, name: &str, count: usize, scenario: &Scenario) {
    page.header("[[site]]");
    page.text("name", name);
    page.put("count", count);
    if let Some(region) = site.region {
        page.text("region", &scenario.regions[region.index()].name);
    }
    page.text("type", site.site_type.name());
    page.number("population", site.population);
    page.put("member", site.member);
    page.share("history", site.history);
    page.maybe_share("collaboration", site.collaboration);
    page.share("deficit", site.deficit);
    let consultation = match site.consultation {
        Consultation::TwoWay => "two-way",
        Consultation::OneWay => "one-way",
        Consultation::None => "none",
    };
    page.text("consultation", consultation);
    page.share("engagement", site.engagement);
    page.maybe_number("award", site.award);
    for one in &site.organisations {
        page.header("[[site.organisation]]");
        page.text("kind", one.kind.name());
        page.text("name", &one.name);
        let roles: Vec<String> =
            one.roles.iter().map(|(role, count)| format!("{} = {count}", scenario.roles[role.index()].name)).collect();
        page.put("roles", format_args!("{{ {} }}", roles.join(", ")));
        page.share("own_interest", one.own_interest);
        page.number("headroom", one.headroom);
    }
    for board in &site.boards {
        let month = |index| quoted(&scenario.time.month(index).to_string());
        page.header("[[site.board]]");
        page.names("members", board.members.iter().map(|id| site.organisations[id.index()].name.as_str()));
        page.share("formality", board.formality);
        page.put("start", month(board.start));
        if let Some(end) = board.end {
            page.put("end", month(end));
        }
    }
    site.initiatives.iter().for_each(|one| initiative(page, one, site, scenario));
    site.actors.iter().for_each(|one| actor(page, one, site, scenario));
}

fn actor(page: &mut Page, one: &NamedActor, site: &Site, scenario: &Scenario) {
    page.header("[[site.actor]]");
    page.text("name", &one.name);
    let mut left = one.slot.0;
    'posts: for organisation in &site.organisations {
        for (role, count) in &organisation.roles {
            if left < *count {
                page.text("organisation", &organisation.name);
                page.text("role", &scenario.roles[role.index()].name);
                break 'posts;
            }
            left -= count;
        }
    }
    Skill::ALL.iter().zip(one.skills).for_each(|(skill, value)| page.maybe_share(skill.name(), value));
    Authority::ALL.iter().zip(one.receptivity).for_each(|(source, value)| page.maybe_share(source.name(), value));
    page.maybe_share("hierarchical", one.hierarchical);
    for (key, flag) in [("clinical", one.clinical), ("spanner", one.spanner)] {
        if let Some(flag) = flag {
            page.put(key, flag);
        }
    }
    page.maybe_number("disposition", one.disposition);
    page.maybe_number("tenure", one.tenure);
    page.maybe_share("reputation", one.reputation);
    page.maybe_share("headroom", one.headroom);
    if let Some(month) = one.leaves {
        let month = scenario.time.month(i32::try_from(month).unwrap_or(i32::MAX));
        page.put("leaves", quoted(&month.to_string()));
    }
}

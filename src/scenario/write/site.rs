use super::initiative::initiative;
use super::text::{Page, exact, quoted};
use crate::scenario::{
    Authority, Consultation, DrawnKey, DrawnValue, Ground, NamedActor, Organisation, Scenario, Site, Skill,
};

/// `[[site]]`, standing for `count` sites named `name`, `name 2` and so on if that is more than one.
pub(super) fn site(page: &mut Page, site: &Site, name: &str, count: usize, scenario: &Scenario) {
    page.header("[[site]]");
    page.text("name", name);
    page.put("count", count);
    if let Some(region) = site.region {
        page.text("region", &scenario.regions[region.index()].name);
    }
    if let Some(kit) = site.site_type {
        page.text("type", &scenario.vocabulary.kits[kit.index()].name);
    }
    let is_drawn = |key: DrawnKey| site.drawn.iter().any(|one| one.key == key);
    if !is_drawn(DrawnKey::Population) {
        page.number("population", site.population);
    }
    page.put("member", site.member);
    if !is_drawn(DrawnKey::History) {
        page.share("history", site.history);
    }
    page.maybe_share("collaboration", site.collaboration.filter(|_| !is_drawn(DrawnKey::Collaboration)));
    if !is_drawn(DrawnKey::Deficit) {
        page.share("deficit", site.deficit);
    }
    let consultation = match site.consultation {
        Consultation::TwoWay => "two-way",
        Consultation::OneWay => "one-way",
        Consultation::None => "none",
    };
    page.text("consultation", consultation);
    if !is_drawn(DrawnKey::Engagement) {
        page.share("engagement", site.engagement);
    }
    page.maybe_number("award", site.award);
    if !site.drawn.is_empty() {
        let range = |one: &DrawnValue| format!("{} = [{}, {}]", one.key.name(), exact(one.low), exact(one.high));
        let ranges: Vec<String> = site.drawn.iter().map(range).collect();
        page.put("drawn", format_args!("{{ {} }}", ranges.join(", ")));
    }
    organisations(page, "[[site.organisation]]", &site.organisations, scenario);
    for board in &site.boards {
        let month = |index| quoted(&scenario.time.month(index).to_string());
        page.header("[[site.board]]");
        if let Some(kind) = &board.kind {
            page.text("kind", kind);
        }
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

/// Those of a site or kit, each entry as often as it was written.
pub(super) fn organisations(page: &mut Page, header: &str, list: &[Organisation], scenario: &Scenario) {
    for one in list.iter().filter(|one| one.copies > 0) {
        page.header(header);
        page.text("kind", &scenario.vocabulary.organisation_kind(one.kind).name);
        if one.copies > 1 {
            page.text("name", one.name.strip_suffix(" 1").unwrap_or(&one.name));
            page.put("count", one.copies);
        } else {
            page.text("name", &one.name);
        }
        let roles: Vec<String> =
            one.roles.iter().map(|(role, count)| format!("{} = {count}", scenario.roles[role.index()].name)).collect();
        page.put("roles", format_args!("{{ {} }}", roles.join(", ")));
        page.share("own_interest", one.own_interest);
        page.number("headroom", one.headroom);
    }
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
    let profession = match scenario.vocabulary.ground {
        Ground::Nhs => "clinical",
        Ground::Blank => "professional",
    };
    for (key, flag) in [(profession, one.clinical), ("spanner", one.spanner)] {
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

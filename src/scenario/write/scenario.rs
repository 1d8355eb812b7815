use super::line::line;
use super::programme::programme;
use super::shock::shock;
use super::site::site;
use super::text::{Page, quoted};
use super::vocabulary::vocabulary;
use crate::scenario::{Parameters, Scenario, Site};

/// The complete file of `scenario`: every default is written out, so that [`super::super::load`] gives exactly this
/// scenario again, whatever later versions have for defaults. Runs of sites that differ only in their number stand in
/// it once, with `count`. Kits are written out; built-in roles and kinds are referred to by name.
#[must_use]
pub fn to_toml(scenario: &Scenario) -> String {
    folded(scenario, &|_| usize::MAX)
}

/// The same, but of the sites "STEM 1", "STEM 2" and so on, at most `most(STEM)` stand in one entry.
pub(in crate::scenario) fn folded(scenario: &Scenario, most: &dyn Fn(&str) -> usize) -> String {
    let mut page = Page::default();
    page.text("name", &scenario.name);
    page.text("description", &scenario.description);
    page.text("question", &scenario.question);
    if !scenario.starts_from.is_empty() {
        page.text("starts_from", &scenario.starts_from);
    }
    page.header("[run]");
    page.put("replicates", scenario.run.replicates);
    page.put("seed", scenario.run.seed);
    page.header("[time]");
    page.put("start", quoted(&scenario.time.start.to_string()));
    page.put("months", scenario.time.months);
    programme(&mut page, scenario);
    page.header("[policy]");
    page.put("legislation", line(&scenario.policy.legislation, scenario.programme.start));
    if let Some(contract) = &scenario.policy.contract {
        page.header("[policy.contract]");
        page.put("start", quoted(&scenario.time.month(contract.start).to_string()));
        page.share("share", contract.share);
        page.names("kinds", contract.kinds.iter().map(|kind| scenario.kinds[kind.index()].name.as_str()));
    }
    for region in &scenario.regions {
        page.header("[[region]]");
        page.text("name", &region.name);
        page.put("posts", region.posts.map_or_else(|| quoted("none"), |posts| posts.to_string()));
    }
    vocabulary(&mut page, scenario);
    let mut rest = scenario.sites.as_slice();
    while let Some(first) = rest.first() {
        let count = run_of(rest, most);
        let name = if count > 1 { first.name.strip_suffix(" 1").unwrap_or(&first.name) } else { &first.name };
        site(&mut page, first, name, count, scenario);
        rest = &rest[count..];
    }
    scenario.shocks.iter().for_each(|one| shock(&mut page, one, scenario));
    page.header("[parameters]");
    for row in Parameters::TABLE {
        page.number(row.name, row.get(&scenario.parameters));
    }
    page.finish()
}

/// How many sites from the first on, at most `most`, are the same but for "NAME 1", "NAME 2", and so on; at least 1.
fn run_of(sites: &[Site], most: &dyn Fn(&str) -> usize) -> usize {
    let Some((first, rest)) = sites.split_first() else { return 0 };
    let Some(stem) = first.name.strip_suffix(" 1") else { return 1 };
    let same = |(i, site): &(usize, &Site)| {
        site.name.strip_prefix(stem).and_then(|end| end.strip_prefix(' ')).is_some_and(|end| end == (i + 2).to_string())
            && same_but_for_name(first, site)
    };
    1 + rest.iter().enumerate().take(most(stem).saturating_sub(1)).take_while(same).count()
}

fn same_but_for_name(a: &Site, b: &Site) -> bool {
    let Site {
        name: _,
        region,
        site_type,
        population,
        member,
        history,
        collaboration,
        deficit,
        consultation,
        engagement,
        award,
        organisations,
        boards,
        initiatives,
        actors,
        drawn,
    } = a;
    *region == b.region
        && *site_type == b.site_type
        && *population == b.population
        && *member == b.member
        && *history == b.history
        && *collaboration == b.collaboration
        && *deficit == b.deficit
        && *consultation == b.consultation
        && *engagement == b.engagement
        && *award == b.award
        && *organisations == b.organisations
        && *boards == b.boards
        && *initiatives == b.initiatives
        && *actors == b.actors
        && *drawn == b.drawn
}

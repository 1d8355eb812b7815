use super::text::{Page, quoted};
use crate::scenario::{Coordination, Initiative, Scenario, Site};

pub(super) fn initiative(page: &mut Page, one: &Initiative, site: &Site, scenario: &Scenario) {
    page.header("[[site.initiative]]");
    page.text("kind", &scenario.kinds[one.kind.index()].name);
    page.text("name", &one.name);
    page.text("origin", one.origin.name());
    page.put("start", quoted(&scenario.time.month(one.start).to_string()));
    page.text("lead", &site.organisations[one.lead.index()].name);
    page.names("partners", one.partners.iter().map(|id| site.organisations[id.index()].name.as_str()));
    if let Some(role) = one.champion {
        page.text("champion", &scenario.roles[role.index()].name);
    }
    page.share("complexity", one.attributes.complexity);
    page.number("cost", one.attributes.cost);
    page.share("cash_releasing", one.attributes.cash_releasing);
    page.share("metric_alignment", one.attributes.metric_alignment);
    page.share("local_value", one.attributes.local_value);
    page.names("coordination", one.methods.list().map(Coordination::name));
    page.maybe_share("scale", one.scale);
    page.maybe_share("normalisation", one.normalisation);
    page.maybe_share("fit", one.fit);
    page.maybe_share("core_share", one.core_share);
}

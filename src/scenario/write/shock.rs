use super::text::{Page, exact, quoted};
use crate::scenario::{Scenario, Scope, Shock, ShockKind, StaffTarget, Timing};

pub(super) fn shock(page: &mut Page, shock: &Shock, scenario: &Scenario) {
    page.header("[[shock]]");
    page.text("kind", shock.kind.name());
    match shock.timing {
        Timing::Month(month) => {
            let month = scenario.time.month(i32::try_from(month).unwrap_or(i32::MAX));
            page.text("month", &month.to_string());
        }
        Timing::Rate(rate) => page.put("rate", exact(rate)),
    }
    page.put("scope", scope(shock.scope, scenario));
    page.number("magnitude", shock.magnitude);
    page.put("duration", shock.duration);
    if shock.kind == ShockKind::StaffLoss {
        let target = match shock.target {
            StaffTarget::Random => "random",
            StaffTarget::Leaders => "leaders",
            StaffTarget::Champions => "champions",
            StaffTarget::Spanners => "spanners",
            StaffTarget::BestConnected => "best_connected",
        };
        page.text("target", target);
        if let Some(count) = shock.count {
            page.put("count", count);
        }
    }
}

fn scope(scope: Scope, scenario: &Scenario) -> String {
    let site = |id: crate::quantity::SiteId| &scenario.sites[id.index()];
    match scope {
        Scope::All => quoted("all"),
        Scope::Members => quoted("members"),
        Scope::Region(region) => format!("{{ region = {} }}", quoted(&scenario.regions[region.index()].name)),
        Scope::Site(id) => format!("{{ site = {} }}", quoted(&site(id).name)),
        Scope::Organisation(id, one) => {
            let name = &site(id).organisations[one.index()].name;
            format!("{{ site = {}, organisation = {} }}", quoted(&site(id).name), quoted(name))
        }
        Scope::Initiative(id, one) => {
            let name = &site(id).initiatives[one.index()].name;
            format!("{{ site = {}, initiative = {} }}", quoted(&site(id).name), quoted(name))
        }
    }
}

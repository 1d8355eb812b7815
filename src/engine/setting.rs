use crate::record::{Milestone, PlaceKind, PlaceName, Setting, SiteLabel};
use crate::scenario::definitions::{NARROWING, SHOWN_SITES};
use crate::scenario::{Scenario, Timing};
use crate::world::Blueprint;

/// Whether sites are too many to be observed one by one.
pub(super) fn by_region(scenario: &Scenario) -> bool {
    scenario.sites.len() > SHOWN_SITES
}

pub(super) fn setting(plan: &Blueprint) -> Setting {
    let scenario = &plan.scenario;
    let region = |site: &crate::scenario::Site| site.region.map(|r| scenario.regions[r.index()].name.clone());
    let all = PlaceName { kind: PlaceKind::All, name: "all".to_owned() };
    let place = |kind, name: &String| PlaceName { kind, name: name.clone() };
    let places: Vec<PlaceName> = if by_region(scenario) {
        scenario.regions.iter().map(|r| place(PlaceKind::Region, &r.name)).collect()
    } else {
        scenario.sites.iter().map(|s| place(PlaceKind::Site, &s.name)).collect()
    };
    Setting {
        scenario: scenario.name.clone(),
        question: scenario.question.clone(),
        start: scenario.time.start,
        months: scenario.time.months,
        programme_start: scenario.programme.start,
        programme_end: scenario.programme.end,
        milestones: milestones(scenario),
        places: std::iter::once(all).chain(places).collect(),
        sites: scenario
            .sites
            .iter()
            .map(|s| SiteLabel {
                name: s.name.clone(),
                site_type: s.site_type.map_or("none", |kit| &scenario.vocabulary.kits[kit.index()].name).to_owned(),
                region: region(s),
                member: s.member,
            })
            .collect(),
        kinds: scenario.kinds.iter().map(|k| (k.name.clone(), k.label.clone())).collect(),
        words: scenario.vocabulary.words.clone(),
        also_told: None,
    }
}

/// Start and end of the money, the narrowing (first month in which metric focus has made half of its way), the
/// successor policy, and shocks that strike everybody.
fn milestones(scenario: &Scenario) -> Vec<Milestone> {
    let programme = &scenario.programme;
    let mut list = Vec::new();
    let mut mark = |month: i32, label: &str| {
        if (0..scenario.time.months as i32).contains(&month) {
            list.push(Milestone { month, label: label.to_owned() });
        }
    };
    if scenario.sites.iter().any(|s| s.member) {
        mark(programme.start, "money starts");
        if let Some(focus) = &programme.metric_focus {
            let (first, last) = (focus.at(programme.start), focus.at(programme.end - 1));
            if last - first > NARROWING {
                let half = (programme.start..programme.end).find(|&t| focus.at(t) >= (first + last) / 2.0);
                if let Some(month) = half {
                    mark(month, "metrics narrow");
                }
            }
        }
        if let Some(month) = programme.successor_start {
            mark(month, "successor policy");
        }
        mark(programme.end, "money ends");
    }
    for shock in &scenario.shocks {
        let everybody = matches!(shock.scope, crate::scenario::Scope::All | crate::scenario::Scope::Members);
        if let (Timing::Month(month), true) = (shock.timing, everybody) {
            mark(month as i32, shock.kind.row().mark);
        }
    }
    list.sort_by_key(|m| m.month);
    list
}

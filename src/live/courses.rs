use crate::analysis::{Courses, Kept, Spread, SurvivalRow, Survivals};
use crate::record::{Fate, Metric, Panel, RunRecord, Setting};
use serde_json::{Value, json};

/// The months that a page draws.
const COURSES: [Metric; 12] = [
    Metric::Proposed,
    Metric::Implementing,
    Metric::Operating,
    Metric::ScaledBack,
    Metric::Absorbed,
    Metric::Ended,
    Metric::TrustAcross,
    Metric::MemberEnthusiasm,
    Metric::Perceived,
    Metric::Official,
    Metric::Given,
    Metric::Spent,
];

/// The survival of a group of initiatives (`all`, `site:NAME`, `kind:NAME`) over the months of the run.
pub(super) fn survival(kept: &[Kept], setting: &Setting, group: &str) -> Vec<SurvivalRow> {
    let site = group.strip_prefix("site:").map(|name| setting.sites.iter().position(|site| site.name == name));
    let kind = group.strip_prefix("kind:").map(|name| setting.kinds.iter().position(|kind| kind.0 == name));
    let concerned = |fate: &&Fate| {
        site.is_none_or(|site| site == Some(fate.site.index()))
            && kind.is_none_or(|kind| kind == Some(fate.kind.index()))
    };
    let mut survivals = Survivals::new(setting);
    for Kept { run, .. } in kept {
        let fates = run.fates.iter().filter(concerned).cloned().collect();
        let RunRecord { seed, replicate, money, .. } = *run;
        survivals.add(&RunRecord {
            seed,
            replicate,
            money,
            fates,
            panel: Panel::none(),
            events: vec![],
            snapshots: vec![],
        });
    }
    survivals.calendar_of_all().rows
}

/// The same for a page: of each month the share that is alive, its 95 % interval, and how many are at risk.
pub(super) fn survival_columns(rows: &[SurvivalRow]) -> Value {
    json!({
        "share": rows.iter().map(|row| row.survival).collect::<Vec<_>>(),
        "low": rows.iter().map(|row| row.interval[0]).collect::<Vec<_>>(),
        "high": rows.iter().map(|row| row.interval[1]).collect::<Vec<_>>(),
        "at_risk": rows.iter().map(|row| row.at_risk).collect::<Vec<_>>(),
    })
}

/// The place whose months belong to a group of initiatives: its site's, if they were kept, else those of all sites.
pub(super) fn place_of(group: &str, setting: &Setting, kept: &[Kept]) -> usize {
    let name = group.strip_prefix("site:");
    let place = name.and_then(|name| setting.places.iter().position(|place| place.name == name));
    place.filter(|&place| kept.first().is_some_and(|kept| place < kept.run.panel.places())).unwrap_or(0)
}

/// Monthly means of a place over these runs, with the band in which half of single futures lie, by the metric's name.
pub(super) fn courses(kept: &[Kept], setting: &Setting, place: usize) -> Value {
    let mut courses = Courses::new(place..place + 1, setting.months as usize);
    kept.iter().for_each(|kept| courses.add(&kept.run.panel));
    let one = |metric: Metric| {
        let course = courses.course(place, metric);
        let column = |of: &dyn Fn(&Spread) -> f64| course.iter().map(of).collect::<Vec<f64>>();
        let value = json!({
            "mean": column(&|spread| spread.mean),
            "low": column(&|spread| spread.quantiles[1]),
            "high": column(&|spread| spread.quantiles[3]),
        });
        (metric.name().to_owned(), value)
    };
    COURSES.into_iter().map(one).collect::<serde_json::Map<_, _>>().into()
}

/// The metrics of [`courses`]: name, unit, meaning.
pub(super) fn course_words() -> Value {
    let one =
        |metric: Metric| (metric.name().to_owned(), json!({ "unit": metric.unit(), "meaning": metric.meaning() }));
    COURSES.into_iter().map(one).collect::<serde_json::Map<_, _>>().into()
}

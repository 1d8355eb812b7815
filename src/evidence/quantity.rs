use super::Measure;
use super::anchor::Anchors;
use super::breaks::{with_breaks, with_turning_points};
use super::fates::{Narrowed, of_fates};
use super::measure::{Alike, FateMeasure, How, Near};
use super::place_courses::{between_sites, of_window};
use super::similarity::{by_type, of_mixes, of_sources};
use crate::analysis::Headline;
use crate::quantity::{KindId, SiteId};
use crate::record::{Metric, Origin, RunRecord, Setting};
use crate::scenario::Scenario;

/// A measure of the catalogue, understood for one scenario: a number of each run.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// As the catalogue writes it.
    measure: Measure,
    rule: Rule,
}

/// Equal if the catalogue writes them alike.
impl PartialEq for Quantity {
    fn eq(&self, other: &Quantity) -> bool {
        self.measure == other.measure
    }
}

#[derive(Clone, Debug)]
enum Rule {
    Course { metric: Metric, place: usize, window: (u32, u32), how: How },
    Between { metric: Metric, window: (u32, u32), how: How },
    Headline(Headline),
    Fates { which: FateMeasure, narrowed: Narrowed, after: Option<u32> },
    Breaks { metric: Metric, near: Vec<i32>, within: u32, strongest: bool },
    Mixes { month: i32, by_type: bool },
    Sources { window: (u32, u32) },
}

impl Quantity {
    /// What `measure` means in `scenario`.
    ///
    /// # Errors
    ///
    /// Why it means nothing there: a name that nobody has, a month outside the run, keys that do not go together.
    pub fn new(measure: &Measure, scenario: &Scenario) -> Result<Quantity, String> {
        Ok(Quantity { measure: measure.clone(), rule: rule(measure, scenario)? })
    }

    /// Its value in a run; NaN where it does not exist.
    #[must_use]
    pub fn of(&self, record: &RunRecord, setting: &Setting) -> f64 {
        let start = setting.programme_start;
        match &self.rule {
            &Rule::Course { metric, place, window, how } => of_window(&record.panel, place, metric, window, how, start),
            &Rule::Between { metric, window, how } => between_sites(&record.panel, metric, window, how, start),
            Rule::Headline(headline) => headline.of(record, setting),
            Rule::Fates { which, narrowed, after } => of_fates(record, setting, *which, narrowed, *after),
            Rule::Breaks { metric, near, within, strongest: false } => {
                with_breaks(&record.panel, *metric, near, *within)
            }
            Rule::Breaks { metric, near, within, strongest: true } => {
                with_turning_points(&record.panel, *metric, near, *within)
            }
            &Rule::Mixes { month, by_type: true } => by_type(record, setting, month),
            &Rule::Mixes { month, by_type: false } => of_mixes(record, setting, month),
            &Rule::Sources { window } => of_sources(record, window),
        }
    }
}

fn rule(measure: &Measure, scenario: &Scenario) -> Result<Rule, String> {
    let anchors = Anchors::of(scenario);
    let window = || match &measure.window {
        Some(texts) => anchors.window(texts),
        None => anchors.window(&["start".to_owned(), "end".to_owned()]),
    };
    let month = || match &measure.at {
        Some(text) => anchors.month(text).map(|month| month - 1),
        None => Err("`similarity` of mixes needs `at`".to_owned()),
    };
    let given = [
        measure.metric.is_some(),
        measure.headline.is_some(),
        measure.fate.is_some(),
        measure.change_points.is_some(),
        measure.turning_points.is_some(),
        measure.similarity.is_some(),
    ];
    if given.iter().filter(|&&given| given).count() != 1 {
        return Err(
            "a measure has exactly one of metric, headline, fate, change_points, turning_points, similarity".into()
        );
    }
    let how = measure.how.unwrap_or_default();
    if let Some(name) = &measure.metric {
        let metric = metric(name)?;
        let window = window()?;
        if how == How::Slope && window.1 - window.0 < 2 {
            return Err("a slope needs two months".to_owned());
        }
        if measure.between {
            return Ok(Rule::Between { metric, window, how });
        }
        let place = match &measure.place {
            Some(name) => site(name, scenario)? + 1,
            None => 0,
        };
        return Ok(Rule::Course { metric, place, window, how });
    }
    if let Some(name) = &measure.headline {
        return Headline::named(name).map(Rule::Headline).ok_or_else(|| format!("there is no headline metric {name}"));
    }
    if let Some(which) = measure.fate {
        check_after(which, measure.after, &anchors)?;
        return Ok(Rule::Fates { which, narrowed: narrowed(measure, scenario)?, after: measure.after });
    }
    if let Some(name) = measure.change_points.as_ref().or(measure.turning_points.as_ref()) {
        let texts = match &measure.near {
            Some(Near::One(text)) => vec![text.clone()],
            Some(Near::Several(texts)) => texts.clone(),
            None => return Err("breaks need `near`".to_owned()),
        };
        let near = texts.iter().map(|text| anchors.month(text)).collect::<Result<_, _>>()?;
        let within = measure.within.ok_or("breaks need `within`")?;
        return Ok(Rule::Breaks { metric: metric(name)?, near, within, strongest: measure.turning_points.is_some() });
    }
    match measure.similarity {
        Some(Alike::Sources) => Ok(Rule::Sources { window: window()? }),
        alike => Ok(Rule::Mixes { month: month()?, by_type: alike == Some(Alike::Mix) }),
    }
}

/// Whether there is a month so long after the programme's end, and it is taken down how initiatives stand in it.
fn check_after(which: FateMeasure, after: Option<u32>, anchors: &Anchors) -> Result<(), String> {
    use FateMeasure::{Gone, Kept, KeptBySite, KeptSomewhere, Reduced};
    if !matches!(which, Kept | Reduced | Gone | KeptSomewhere | KeptBySite) {
        return Ok(());
    }
    let after = after.ok_or("it needs `after`, months after the programme's end")?;
    let month = i64::from(anchors.end) - 1 + i64::from(after);
    if month >= i64::from(anchors.horizon) {
        return Err(format!("{after} months after the programme's end the run is over"));
    }
    if matches!(which, Kept | Reduced) && (month + 1 - i64::from(anchors.start)) % 12 != 0 {
        return Err(
            "how initiatives stand is taken down at the ends of years of the programme: take `after = 12`".into()
        );
    }
    Ok(())
}

fn metric(name: &str) -> Result<Metric, String> {
    Metric::named(name).ok_or_else(|| format!("there is no monthly metric {name}"))
}

fn site(name: &str, scenario: &Scenario) -> Result<usize, String> {
    scenario.sites.iter().position(|site| site.name == name).ok_or_else(|| format!("there is no site {name}"))
}

fn narrowed(measure: &Measure, scenario: &Scenario) -> Result<Narrowed, String> {
    let origin = match measure.origin.as_deref() {
        None => None,
        Some("pre-existing") => Some(Origin::PreExisting),
        Some("programme") => Some(Origin::Programme),
        Some("copied") => Some(Origin::Copied),
        Some(other) => return Err(format!("there is no origin {other}")),
    };
    let kind = |name: &String| {
        let place = scenario.kinds.iter().position(|kind| kind.name == *name);
        place.map(KindId::at).ok_or_else(|| format!("there is no kind {name}"))
    };
    let mut kinds = match &measure.kinds {
        Some(names) => Some(names.iter().map(kind).collect::<Result<Vec<_>, _>>()?),
        None => None,
    };
    if let Some([low, high]) = measure.complexity {
        let fits = |id: &KindId| (low..=high).contains(&scenario.kinds[id.index()].attributes.complexity.get());
        let all = (0..scenario.kinds.len()).map(KindId::at);
        kinds = Some(kinds.unwrap_or_else(|| all.collect()).into_iter().filter(fits).collect());
    }
    let sites = match &measure.sites {
        Some(names) => {
            Some(names.iter().map(|name| site(name, scenario).map(SiteId::at)).collect::<Result<Vec<_>, _>>()?)
        }
        None => None,
    };
    Ok(Narrowed { origin, kinds, sites })
}

use crate::analysis::{Clock, Headline, metrics_shown};
use crate::diagnostics::nearest;
use crate::scenario::Study;
use crate::study::Error;
use crate::study::arms::headlines;

/// The headline figure that is asked for, or the first that the scenario asks about; at equal times after each programme's own
/// end where programmes end in different months.
pub(super) fn outcome(study: &Study, asked: Option<&str>, clock: &Clock) -> Result<Headline, Error> {
    let name = asked.or_else(|| study.outcome.metrics.first().map(String::as_str)).unwrap_or("survived_horizon");
    let months = name.strip_prefix("survived_").and_then(|months| months.parse::<u32>().ok());
    let horizons: Vec<u32> =
        study.outcome.survival_horizons().into_iter().chain(months.filter(|m| (1..=1200).contains(m))).collect();
    let all = headlines(&horizons, clock);
    let (shown, _) = metrics_shown(&[name.to_owned()], clock);
    let told = shown.first().map_or(name, String::as_str);
    let found = all.iter().find(|headline| headline.name == told).or_else(|| all.iter().find(|h| h.name == name));
    found.cloned().ok_or_else(|| {
        let meant = nearest(name, all.iter().map(|headline| headline.name.as_str()));
        let meant = meant.map_or(String::new(), |meant| format!("\n  did you mean {meant}?"));
        Error::Asked(format!("there is no headline metric {name}{meant}"))
    })
}

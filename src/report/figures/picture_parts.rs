//! What the pictures of all commands have in common.

use super::drawn_figure::Figure;
use crate::analysis::{FEW, SurvivalRow};
use crate::chart::{BandKey, Chart, Curve, Heading, Mark, Tick, TimeAxis, TimeSpan};
use crate::record::Setting;

/// Months of the run from its start; a tick every year, every quarter in short runs.
pub(in crate::report) fn time_axis(setting: &Setting) -> TimeAxis {
    let months = setting.months.cast_signed();
    let every = if months < 24 { 3 } else { 12 };
    // A place m stands between two months, and is called after the one that is over there, as sentences do.
    let tick = |m: i32| Tick { at: f64::from(m), label: setting.start.plus(m - 1).in_short() };
    let within = |m: i32| (0..=months).contains(&m);
    let marks = setting.milestones.iter().filter(|m| within(m.month));
    let money = (setting.programme_start.max(0), setting.programme_end.min(months));
    TimeAxis {
        from: 0.0,
        to: f64::from(months),
        ticks: (0..=months).step_by(every as usize).map(tick).collect(),
        label: "end of month".to_owned(),
        span: (money.0 < money.1).then(|| TimeSpan {
            from: f64::from(money.0),
            to: f64::from(money.1),
            label: "programme money".to_owned(),
        }),
        marks: marks.map(|m| Mark { at: f64::from(m.month), label: m.label.clone() }).collect(),
        names: (0..=months).map(|m| moment(setting, m)).collect(),
    }
}

/// "end of March 2018": the moment at which so many months of the run are over.
fn moment(setting: &Setting, months: i32) -> String {
    match months {
        0 => format!("start of {}", setting.start.in_words()),
        _ => format!("end of {}", setting.start.plus(months - 1).in_words()),
    }
}

/// Title, the question, and below where it comes from; `made_of` says how many replicates stand behind it.
pub(in crate::report) fn heading(setting: &Setting, title: &str, made_of: &str) -> Heading {
    Heading {
        title: title.to_owned(),
        subtitle: setting.question.clone(),
        caption: format!("safsim, scenario {}, {made_of}", setting.scenario),
    }
}

/// "200 futures".
pub(in crate::report) fn futures(n: u64) -> String {
    if n == 1 { "1 future".to_owned() } else { format!("{n} futures") }
}

/// What a picture is made of: "200 futures"; few of them are called so.
pub(in crate::report) fn made_of(n: u64) -> String {
    match n {
        1 => "1 possible future".to_owned(),
        n if n < FEW => format!("{n} futures: too few to tell"),
        n => futures(n),
    }
}

/// What line and bands of a survival curve stand for; of one replicate there are no bands.
pub(in crate::report) fn band_key_of(replicates: u64) -> BandKey {
    match replicates {
        1 => BandKey {
            line: "the only future".to_owned(),
            average: String::new(),
            spread: String::new(),
            reach: String::new(),
        },
        _ => band_key(),
    }
}

/// What line and bands of a survival curve stand for.
pub(in crate::report) fn band_key() -> BandKey {
    BandKey {
        line: "all futures".to_owned(),
        average: "how sure the average is (95 %)".to_owned(),
        spread: "nine of ten single futures".to_owned(),
        reach: "nine of ten plausible models".to_owned(),
    }
}

/// A survival curve over the months of the run, with the numbers at risk at the axis's ticks.
pub(in crate::report) fn survival_curve(label: &str, rows: &[SurvivalRow], axis: &TimeAxis, replicates: u64) -> Curve {
    let runs = replicates.max(1) as f64;
    let band = |of: fn(&SurvivalRow) -> [f64; 2]| {
        rows.iter().enumerate().map(|(m, r)| (m as f64, of(r)[0], of(r)[1])).collect()
    };
    // At a tick: those who live into the month that begins there, in an average run.
    let at_risk = |tick: &Tick| {
        let month = tick.at as usize;
        let next = rows.get(month + 1).map(|r| r.at_risk);
        let last = rows.get(month).map(|r| r.at_risk - r.events);
        next.or(last).map(|n| (f64::from(n) / runs).round() as u64)
    };
    Curve {
        label: label.to_owned(),
        points: rows.iter().enumerate().map(|(m, r)| (m as f64, r.survival)).collect(),
        average_band: band(|r| r.interval),
        // One future spreads nowhere.
        spread_band: if replicates > 1 { band(|r| r.spread) } else { vec![] },
        reach: vec![],
        at_risk: axis.ticks.iter().map(at_risk).collect(),
    }
}

/// A survival curve with how far plausible models reach, month by month; as far as the curve itself.
pub(in crate::report) fn reaching(curve: Curve, reach: Option<&[[f64; 2]]>) -> Curve {
    let ends = reach.unwrap_or_default().iter().zip(&curve.points);
    let reach = ends.map(|(&[low, high], &(month, _))| (month, low, high)).collect();
    Curve { reach, ..curve }
}

/// A picture with what to see in it.
pub(in crate::report) fn figure(name: &str, chart: impl Into<Chart>, caption: &str) -> Figure {
    Figure { name: name.to_owned(), chart: chart.into(), caption: caption.to_owned() }
}

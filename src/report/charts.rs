use super::{Failure, Staging};
use crate::analysis::{Findings, Spread, SurvivalRow};
use crate::chart::{
    BandKey, Curve, Heading, Layer, Mark, NumberFormat, Panel, Picture, Series, Span, StageChart, SurvivalChart, Tick,
    TimeAxis, TrajectoryChart,
};
use crate::record::Metric;

/// Width of PNG pictures in pixels.
const PNG_WIDTH: u32 = 1600;

/// Writes `charts/survival`, `charts/trajectory` and `charts/stages`, each as `.svg` and `.png`.
///
/// # Errors
/// If a file cannot be written.
pub fn write_charts(staging: &Staging, findings: &Findings) -> Result<(), Failure> {
    let pictures: [(&str, Picture); 3] = [
        ("survival", survival(findings).render()),
        ("trajectory", trajectory(findings).render()),
        ("stages", stages(findings).render()),
    ];
    for (name, picture) in pictures {
        staging.write(&format!("charts/{name}.svg"), picture.svg.as_bytes())?;
        staging.write(&format!("charts/{name}.png"), &picture.png(PNG_WIDTH))?;
    }
    Ok(())
}

/// Months of the run from its start; a tick every year, every quarter in short runs.
fn axis(f: &Findings) -> TimeAxis {
    let setting = &f.setting;
    let months = setting.months.cast_signed();
    let every = if months < 24 { 3 } else { 12 };
    let tick = |m: i32| Tick { at: f64::from(m), label: setting.start.plus(m).to_string() };
    let within = |m: i32| (0..=months).contains(&m);
    let marks = setting.milestones.iter().filter(|m| within(m.month));
    let money = (setting.programme_start.max(0), setting.programme_end.min(months));
    TimeAxis {
        from: 0.0,
        to: f64::from(months),
        ticks: (0..=months).step_by(every as usize).map(tick).collect(),
        label: String::new(),
        span: (money.0 < money.1).then(|| Span {
            from: f64::from(money.0),
            to: f64::from(money.1),
            label: "programme money".to_owned(),
        }),
        marks: marks.map(|m| Mark { at: f64::from(m.month), label: m.label.clone() }).collect(),
    }
}

fn heading(f: &Findings, title: &str) -> Heading {
    let replicates = if f.replicates == 1 { "1 replicate".to_owned() } else { format!("{} replicates", f.replicates) };
    Heading {
        title: title.to_owned(),
        subtitle: f.setting.question.clone(),
        caption: format!("safsim, scenario {}, {replicates}", f.setting.scenario),
    }
}

/// What the survival curves say in the end.
fn survival_title(f: &Findings) -> String {
    let end = f.setting.start.plus(f.setting.months.cast_signed() - 1);
    let last = |rows: &[SurvivalRow]| rows.last().map(|r| r.survival).filter(|s| s.is_finite());
    let ends: Option<Vec<f64>> = curves(f).iter().map(|(_, rows)| last(rows)).collect();
    match ends.as_deref() {
        Some([earlier, own]) => format!(
            "By {end}, {:.0} % of the programme's own initiatives are alive, and {:.0} % of earlier work",
            100.0 * own,
            100.0 * earlier
        ),
        Some([all]) => format!("By {end}, {:.0} % of initiatives are alive", 100.0 * all),
        _ => "How many initiatives survive".to_owned(),
    }
}

/// The curves to show: what was there before and what began with the programme, or all where there is only one of them.
fn curves(f: &Findings) -> Vec<(&'static str, &[SurvivalRow])> {
    let of = |group: &str| f.calendar_survival.iter().find(|t| t.group == group).map(|t| t.rows.as_slice());
    match (of("origin:pre-existing"), of("origin:programme")) {
        (Some(before), Some(with)) => vec![("earlier work", before), ("programme's own", with)],
        _ => of("all").map(|all| ("all initiatives", all)).into_iter().collect(),
    }
}

fn survival(f: &Findings) -> SurvivalChart {
    let axis = axis(f);
    let runs = f.replicates.max(1) as f64;
    let curve = |(label, rows): (&str, &[SurvivalRow])| {
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
            spread_band: band(|r| r.spread),
            at_risk: axis.ticks.iter().map(at_risk).collect(),
        }
    };
    SurvivalChart {
        heading: heading(f, &survival_title(f)),
        y_label: "Initiatives still alive".to_owned(),
        key: BandKey {
            line: "all replicates".to_owned(),
            average: "how sure the average is (95 %)".to_owned(),
            spread: "nine of ten single futures".to_owned(),
        },
        curves: curves(f).into_iter().map(curve).collect(),
        at_risk_label: "At risk in an average run".to_owned(),
        axis,
    }
}

/// What trust did, in figures.
fn trajectory_title(f: &Findings) -> String {
    let course = f.courses.course(0, Metric::TrustAcross);
    let at = |month: i32| usize::try_from(month).ok().and_then(|m| course.get(m)).map(|s| s.quantiles[2]);
    let (start, end) = (f.setting.programme_start, f.setting.programme_end);
    match (at(start - 1), at(end - 1), at(f.setting.months.cast_signed() - 1)) {
        (Some(before), Some(after), Some(last)) if end < f.setting.months.cast_signed() => {
            format!("Trust across organisations: {before:.2} before the money, {after:.2} at its end, then {last:.2}")
        }
        _ => "What the programme leaves behind".to_owned(),
    }
}

fn trajectory(f: &Findings) -> TrajectoryChart {
    let panel = |label: &str, metric: Metric| {
        let course = f.courses.course(0, metric);
        // A month stands for its end.
        let at = |m: usize| (m + 1) as f64;
        Panel {
            label: label.to_owned(),
            range: range(&course),
            format: NumberFormat::Number,
            series: vec![Series {
                label: String::new(),
                points: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[2])).collect(),
                band: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[0], s.quantiles[4])).collect(),
            }],
        }
    };
    TrajectoryChart {
        heading: heading(f, &trajectory_title(f)),
        axis: axis(f),
        y_label: String::new(),
        line_key: "median replicate".to_owned(),
        band_key: "nine of ten single futures".to_owned(),
        panels: vec![
            panel("Activity (full initiatives)", Metric::TotalScale),
            panel("Trust across organisations (0 to 1)", Metric::TrustAcross),
            panel("Enthusiasm (−1 to 1)", Metric::Enthusiasm),
            panel("Success as seen locally (index)", Metric::Perceived),
        ],
    }
}

/// Round limits that hold 0 and the band.
fn range(course: &[Spread]) -> (f64, f64) {
    let low = course.iter().map(|s| s.quantiles[0]).fold(0.0, f64::min);
    let high = course.iter().map(|s| s.quantiles[4]).fold(0.0, f64::max);
    (-round_up(-low), round_up(high.max(1e-3)))
}

/// The next of 1, 2, 5, 10 times a power of ten, which have a tick of their own; 0 for 0.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(value)));
    let steps = [1.0, 2.0, 5.0, 10.0];
    power * steps.into_iter().find(|step| power * step >= value).unwrap_or(10.0)
}

fn stages(f: &Findings) -> StageChart {
    let layers = [
        ("business as usual", Metric::Absorbed),
        ("operating", Metric::Operating),
        ("implementing", Metric::Implementing),
        ("proposed", Metric::Proposed),
        ("scaled back", Metric::ScaledBack),
        ("ended", Metric::Ended),
    ];
    let months = f.courses.months();
    let layer = |&(label, metric): &(&str, Metric)| Layer {
        label: label.to_owned(),
        counts: f.courses.course(0, metric).iter().map(|s| s.mean).collect(),
    };
    let common = heading(f, "What becomes of initiatives, before, during and after the money");
    StageChart {
        heading: Heading {
            caption: format!(
                "{}. Earlier work counts as business as usual from the programme's end on.",
                common.caption
            ),
            ..common
        },
        axis: axis(f),
        y_label: "Initiatives in an average run".to_owned(),
        times: (1..=months).map(|m| m as f64).collect(),
        layers: layers.iter().map(layer).collect(),
    }
}

use super::causes_chart::causes;
use super::drawn_figure::Figure;
use super::picture_parts::{band_key, band_key_of, figure, heading, made_of, reaching, survival_curve};
use super::programme_axis::{programme_axis, what_flowed};
use crate::analysis::{FEW, Findings, Spread, SurvivalRow};
use crate::chart::{Heading, Layer, NumberFormat, Panel, Series, StageChart, SurvivalChart, TrajectoryChart};
use crate::record::{Metric, Origin};

/// The pictures that every run has: `survival`, `trajectory`, `stages` and `causes`.
#[must_use]
pub fn standard_figures(findings: &Findings) -> Vec<Figure> {
    let made_of = made_of(findings.replicates);
    vec![
        figure(
            "survival",
            survival(findings),
            "Each step down is an initiative that ended. A steep part is a bad time; where a curve ends is what is left. Below: \
             how many initiatives were still at risk of ending.",
        ),
        figure(
            "trajectory",
            trajectory(findings),
            "How much goes on, how far people of different organisations trust one another, their mood, and what they think \
             has been achieved. Look for what rises with the programme and what stays when it is over.",
        ),
        figure(
            "stages",
            stages(findings),
            "What stage initiatives are in, on average. How much becomes business as usual, how much is scaled back, how \
             much ends, and when.",
        ),
        figure(
            "causes",
            causes(findings, None, &made_of),
            "What comes first for an initiative: becoming business as usual, or ending, and for which main cause.",
        ),
    ]
}

fn heading_of(f: &Findings, title: &str) -> Heading {
    heading(&f.setting, title, &made_of(f.replicates))
}

/// What the survival curves say in the end.
fn survival_title(f: &Findings) -> String {
    let end = f.setting.last_month().end_in_words();
    let last = |rows: &[SurvivalRow]| rows.last().map(|r| r.survival).filter(|s| s.is_finite());
    let ends: Option<Vec<f64>> = curves(f).iter().map(|(_, rows)| last(rows)).collect();
    match ends.as_deref() {
        Some([earlier, own]) => format!(
            "By {end}, {:.0}\u{a0}% of the programme's own initiatives are alive, and {:.0}\u{a0}% of earlier work",
            100.0 * own,
            100.0 * earlier
        ),
        Some([all]) => format!("By {end}, {:.0}\u{a0}% of initiatives are alive", 100.0 * all),
        _ => "How many initiatives survive".to_owned(),
    }
}

/// Names of curves.
const EARLIER: &str = "earlier work";
const OWN: &str = "programme's own";
const ALL: &str = "all initiatives";

/// The curves to show: what was there before and what began with the programme, or all where there is only one of them.
fn curves(f: &Findings) -> Vec<(&'static str, &[SurvivalRow])> {
    let of = |group: &str| f.calendar_survival.iter().find(|t| t.group == group).map(|t| t.rows.as_slice());
    match (of("origin:pre-existing"), of("origin:programme")) {
        (Some(before), Some(with)) => vec![(EARLIER, before), (OWN, with)],
        _ => of("all").map(|all| (ALL, all)).into_iter().collect(),
    }
}

fn survival(f: &Findings) -> SurvivalChart {
    let axis = programme_axis(f);
    let models = f.models.as_ref().and_then(|models| models.courses.first());
    let reach = |label: &str| {
        let origin = match label {
            OWN => Some(Origin::Programme),
            EARLIER => Some(Origin::PreExisting),
            _ => None,
        };
        models.map(|models| models.survival(origin))
    };
    SurvivalChart {
        heading: heading_of(f, &survival_title(f)),
        y_label: "Initiatives still alive".to_owned(),
        key: band_key_of(f.replicates),
        curves: curves(f)
            .into_iter()
            .map(|(label, rows)| reaching(survival_curve(label, rows, &axis, f.replicates), reach(label)))
            .collect(),
        at_risk_label: "At risk in an average run".to_owned(),
        axis,
    }
}

/// Quantities whose courses are drawn.
const COURSES: [(&str, Metric); 4] = [
    ("Activity (full initiatives)", Metric::TotalScale),
    ("Trust across organisations (0 to 1)", Metric::TrustAcross),
    ("Enthusiasm (−1 to 1)", Metric::Enthusiasm),
    ("Success as seen locally (index)", Metric::Perceived),
];

/// The months that a title tells of, in order, with when they are: before the programme, at its end, at the end of the run.
fn told_months(f: &Findings) -> Vec<(usize, String)> {
    let (it, last) = (what_flowed(f), f.setting.months.cast_signed() - 1);
    let moments = [
        (f.setting.programme_start - 1, format!("before {it}")),
        (f.setting.programme_end - 1, "at its end".to_owned()),
        (last, "at the end of the run".to_owned()),
    ];
    let mut told: Vec<(usize, String)> = vec![];
    for (month, when) in moments {
        // "At its end" needs what it is the end of.
        let when = if told.is_empty() && when == "at its end" { format!("at the end of {it}") } else { when };
        if let Some(month) = usize::try_from(month).ok().filter(|_| month <= last)
            && told.last().is_none_or(|(before, _)| *before < month)
        {
            told.push((month, when));
        }
    }
    told
}

/// What the line did that moves most: of the changes between two of the told months that are there beyond chance, the largest
/// part of a panel's height.
fn trajectory_title(f: &Findings, panels: &[Panel]) -> String {
    let months = told_months(f);
    let steps = |metric: Metric| {
        let changes = months.windows(2).map(move |pair| f.courses.change(0, [pair[0].0, pair[1].0], metric));
        changes.filter(|change| change.n as u64 >= FEW && change.leaves_out_zero()).map(|change| change.mean.abs())
    };
    let moves = |(panel, (_, metric)): (&Panel, &(&str, Metric))| {
        let largest = steps(*metric).fold(0.0, f64::max);
        largest / (panel.range.1 - panel.range.0)
    };
    let moved: Vec<f64> = panels.iter().zip(&COURSES).map(moves).collect();
    let most = (0..moved.len()).rev().max_by(|&a, &b| moved[a].total_cmp(&moved[b]));
    let Some(most) = most.filter(|&most| moved[most] > 0.0) else {
        return match f.courses.replicates() as u64 {
            n if n < FEW => "What goes on, month by month".to_owned(),
            _ => format!("Nothing that is drawn changes beyond chance with {}", what_flowed(f)),
        };
    };
    let panel = &panels[most];
    let write = |place: usize, month: usize| panel.write(f.courses.spread(0, month, COURSES[place].1).quantiles[2]);
    let told: Vec<String> = months.iter().map(|(month, when)| format!("{} {when}", write(most, *month))).collect();
    let name = panel.label.split(" (").next().unwrap_or_default();
    format!("{name} changes most: {}", told.join(", "))
}

fn trajectory(f: &Findings) -> TrajectoryChart {
    let models = f.models.as_ref().and_then(|models| models.courses.first());
    let panel = |&(label, metric): &(&str, Metric)| {
        let course = f.courses.course(0, metric);
        let reach = models.map_or(&[] as &[[f64; 2]], |models| models.metric(metric));
        // A month stands for its end.
        let at = |m: usize| (m + 1) as f64;
        Panel {
            label: label.to_owned(),
            range: range(&course, reach),
            format: NumberFormat::Number,
            series: vec![Series {
                label: String::new(),
                points: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[2])).collect(),
                band: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[0], s.quantiles[4])).collect(),
                reach: reach.iter().enumerate().map(|(m, &[low, high])| (at(m), low, high)).collect(),
            }],
        }
    };
    let panels: Vec<Panel> = COURSES.iter().map(panel).collect();
    let common = heading_of(f, &trajectory_title(f, &panels));
    let measure = if common.title.contains(" changes most: ") { ". Most: as a part of its panel's height" } else { "" };
    TrajectoryChart {
        heading: Heading { caption: format!("{}{measure}", common.caption), ..common },
        axis: programme_axis(f),
        y_label: String::new(),
        line_key: if f.courses.replicates() > 1 { "median of all futures" } else { "the only future" }.to_owned(),
        band_key: if f.courses.replicates() > 1 { "nine of ten single futures" } else { "" }.to_owned(),
        reach_key: band_key().reach,
        panels,
    }
}

/// Round limits that hold 0, the band and what models reach.
fn range(course: &[Spread], reach: &[[f64; 2]]) -> (f64, f64) {
    let lows = course.iter().map(|s| s.quantiles[0]).chain(reach.iter().map(|ends| ends[0]));
    let highs = course.iter().map(|s| s.quantiles[4]).chain(reach.iter().map(|ends| ends[1]));
    let (low, high) = (lows.fold(0.0, f64::min), highs.fold(0.0, f64::max));
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

/// Stages from the bottom to the top of a picture.
pub(in crate::report) const STAGES: [(&str, Metric); 6] = [
    ("business as usual", Metric::Absorbed),
    ("operating", Metric::Operating),
    ("implementing", Metric::Implementing),
    ("proposed", Metric::Proposed),
    ("scaled back", Metric::ScaledBack),
    ("ended", Metric::Ended),
];

/// Which parts of the time the picture has.
fn stages_title(f: &Findings) -> String {
    let (months, it) = (f.setting.months.cast_signed(), what_flowed(f));
    let (start, end) = (f.setting.programme_start, f.setting.programme_end);
    let spans = [(start > 0, "before"), (start < months && end > 0, "during"), (end < months, "after")];
    let parts: Vec<&str> = spans.iter().filter(|(is_there, _)| *is_there).map(|(_, word)| *word).collect();
    match parts.as_slice() {
        [first @ .., last] if !first.is_empty() => {
            format!("What becomes of initiatives, {} and {last} {it}", first.join(", "))
        }
        [only] => format!("What becomes of initiatives {only} {it}"),
        _ => "What becomes of initiatives".to_owned(),
    }
}

fn stages(f: &Findings) -> StageChart {
    let months = f.courses.months();
    let layer = |&(label, metric): &(&str, Metric)| Layer {
        label: label.to_owned(),
        counts: f.courses.course(0, metric).iter().map(|s| s.mean).collect(),
    };
    let layers: Vec<Layer> = STAGES.iter().map(layer).collect();
    let standing = |month: usize| layers.iter().filter_map(|layer| layer.counts.get(month)).sum::<f64>();
    let common = heading_of(f, &stages_title(f));
    StageChart {
        heading: Heading {
            caption: format!(
                "{}. Earlier work counts as business as usual from the programme's end on.",
                common.caption
            ),
            ..common
        },
        axis: programme_axis(f),
        y_label: "Initiatives in an average run".to_owned(),
        range: (0.0, (0..months).map(standing).fold(0.0, f64::max)),
        times: (1..=months).map(|m| m as f64).collect(),
        layers,
    }
}

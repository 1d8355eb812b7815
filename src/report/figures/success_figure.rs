use super::drawn_figure::Figure;
use super::picture_parts::{heading, made_of};
use super::programme_axis::programme_axis;
use crate::analysis::{Findings, Spread};
use crate::chart::{Heading, NumberFormat, Panel, Series, TrajectoryChart};
use crate::record::Metric;

/// Success as it is perceived, as it is claimed, and as the metrics see it.
pub(in crate::report) fn success_figure(findings: &Findings) -> Option<Figure> {
    let (courses, setting) = (&findings.courses, &findings.setting);
    if courses.replicates() == 0 {
        return None;
    }
    let all = [Metric::Official, Metric::Perceived, Metric::MetricEffect].map(|metric| courses.course(0, metric));
    let [official, perceived, metric] = &all;
    let nothing = || Series { label: String::new(), points: vec![], band: vec![], reach: vec![] };
    let series = |label: &str, course: &[Spread]| {
        // A month stands for its end.
        let at = |month: usize| (month + 1) as f64;
        Series {
            label: label.to_owned(),
            points: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[2])).collect(),
            band: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[0], s.quantiles[4])).collect(),
            reach: vec![],
        }
    };
    let panel = |label: &str, range: (f64, f64), series: Vec<Series>| Panel {
        label: label.to_owned(),
        range,
        format: NumberFormat::Number,
        series,
    };
    let last = (setting.programme_end - 1).min(setting.months.cast_signed() - 1);
    let at_end = usize::try_from(last).ok().map(|month| all.each_ref().map(|course| course[month].quantiles[2]));
    let when = if last < setting.programme_end - 1 { "At the end of the run" } else { "At the programme's end" };
    let title = at_end.map_or("Three views of success".to_owned(), |[official, perceived, metric]| {
        format!(
            "{when} success is claimed at {official:.2} and felt locally at {perceived:.2}; the metrics see \
             {metric:.2} a site"
        )
    });
    let common = heading(setting, &title, &made_of(courses.replicates() as u64));
    let chart = TrajectoryChart {
        heading: Heading {
            caption: format!(
                "{}. Official: as claimed nationally. Perceived: as felt locally. Metric: performance that national metrics see, \
                 summed in an average site, on a scale of its own.",
                common.caption
            ),
            ..common
        },
        axis: programme_axis(findings),
        y_label: String::new(),
        line_key: if courses.replicates() > 1 { "median of all futures" } else { "the only future" }.to_owned(),
        band_key: if courses.replicates() > 1 { "nine of ten single futures" } else { "" }.to_owned(),
        reach_key: String::new(),
        panels: vec![
            panel(
                "Success (index)",
                (range(&[official, perceived]).0, range(&[official, perceived]).1.max(1.0)),
                vec![series("official", official), series("perceived", perceived)],
            ),
            panel(
                "Metric effect (performance)",
                range(&[metric]),
                vec![nothing(), nothing(), series("metric", metric)],
            ),
        ],
    };
    let caption =
        "Official success is selected from good news and is never taken back. Perceived success is what local people \
                   make of trust, enthusiasm and their own initiatives. The metric effect is what serves the national \
                   metrics. The three need not agree."
            .to_owned();
    Some(Figure { name: "success".to_owned(), chart: chart.into(), caption })
}

/// Limits that hold 0 and the bands, at a multiple of a round step.
fn range(courses: &[&Vec<Spread>]) -> (f64, f64) {
    let all = || courses.iter().flat_map(|course| course.iter());
    let low = all().map(|s| s.quantiles[0]).fold(0.0, f64::min);
    let high = all().map(|s| s.quantiles[4]).fold(0.0, f64::max);
    let size = (high - low).max(1e-3);
    let step = libm::pow(10.0, libm::floor(libm::log10(size)));
    let step = if size / step > 5.0 { step } else { step / 4.0 };
    (step * libm::floor(low / step + 1e-9), step * libm::ceil(high / step - 1e-9))
}

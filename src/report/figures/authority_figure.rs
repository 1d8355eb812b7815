use super::drawn_figure::Figure;
use super::picture_parts::{heading, made_of};
use super::programme_axis::{programme_axis, what_flowed};
use crate::analysis::{AuthorityQuarter, Findings, authority_mix, authority_within};
use crate::chart::{Heading, ShareLayer, SharesChart, Spell};

/// The sources in the order of [`crate::analysis::AUTHORITY_SOURCES`]: on the picture, and in a sentence.
const SOURCES: [(&str, &str); 5] = [
    ("political", "political authority"),
    ("economic", "economic authority"),
    ("norms", "the norm of collaboration"),
    ("values", "values"),
    ("data", "data"),
];

/// What attempts to persuade draw on, quarter by quarter.
pub(in crate::report) fn authority_figure(findings: &Findings) -> Option<Figure> {
    let mix = authority_mix(&findings.courses);
    let setting = &findings.setting;
    if mix.len() < 2 || mix.iter().all(|quarter| quarter.attempts <= 0.0) {
        return None;
    }
    let n = findings.courses.replicates();
    let common = heading(setting, &title(findings), &made_of(n as u64));
    let spell = |quarter: &AuthorityQuarter| {
        let name = |month: usize| setting.start.plus(month as i32).in_short();
        Spell {
            from: quarter.from as f64,
            to: quarter.to as f64,
            label: format!("{} to {}", name(quarter.from), name(quarter.to - 1)),
        }
    };
    let layer = |(place, (label, _)): (usize, &(&str, &str))| ShareLayer {
        label: (*label).to_owned(),
        shares: mix.iter().map(|quarter| quarter.shares[place]).collect(),
        single: mix
            .iter()
            .map(|quarter| (quarter.single[place].quantiles[0], quarter.single[place].quantiles[4]))
            .collect(),
    };
    let attempts = mix.iter().map(|quarter| quarter.attempts).sum::<f64>() / mix.len() as f64;
    let chart = SharesChart {
        heading: Heading {
            caption: format!(
                "{}. By quarter, as single months hold few: about {attempts:.0} attempts a month in an average run.",
                common.caption
            ),
            ..common
        },
        axis: programme_axis(findings),
        y_label: "Share of attempts to persuade that draw on each source of authority".to_owned(),
        spells: mix.iter().map(spell).collect(),
        layers: SOURCES.iter().enumerate().map(layer).collect(),
    };
    let caption =
        "People who try to win others over draw on one source of authority at a time. The height of a layer is the \
                   share of attempts of a quarter that drew on it, over all sites; the table adds nine of ten single \
                   futures."
            .to_owned();
    Some(Figure { name: "authority".to_owned(), chart: chart.into(), caption })
}

/// The leading source before the money, while it flows and after it; none where none leads beyond chance.
fn title(findings: &Findings) -> String {
    let (setting, it) = (&findings.setting, what_flowed(findings));
    let month = |month: i32| month.clamp(0, setting.months.cast_signed()).unsigned_abs() as usize;
    let (start, end) = (month(setting.programme_start), month(setting.programme_end));
    let while_it = if it == "the money" { "while it flows" } else { "during it" };
    let spans = [
        (0, start, format!("before {it}")),
        (start, end, while_it.to_owned()),
        (end, setting.months as usize, "after it".to_owned()),
    ];
    let known: Vec<([f64; 5], Option<usize>, String)> = spans
        .into_iter()
        .filter_map(|(from, to, when)| {
            let (shares, leading) = authority_within(&findings.courses, from, to)?;
            Some((shares, leading, when))
        })
        .collect();
    let percent = |share: f64| format!("{:.0}\u{a0}%", 100.0 * share);
    let Some(first) = known.iter().find_map(|(_, leading, _)| *leading) else {
        return "What attempts to persuade draw on: no source stands out".to_owned();
    };
    if known.iter().all(|(_, leading, _)| *leading == Some(first)) {
        let parts: Vec<String> =
            known.iter().map(|(shares, _, when)| format!("{} {when}", percent(shares[first]))).collect();
        return format!("Attempts draw most on {}: {}", SOURCES[first].1, parts.join(", "));
    }
    let parts: Vec<String> = known
        .iter()
        .map(|(shares, leading, when)| match leading {
            Some(source) => format!("on {} {when} ({})", SOURCES[*source].1, percent(shares[*source])),
            None => format!("on no one source {when}"),
        })
        .collect();
    format!("Attempts draw most {}", parts.join(", "))
}

use super::Figure;
use super::picture_parts::{heading, replicates, time_axis};
use crate::analysis::{AuthorityQuarter, Findings, authority_mix};
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
pub(super) fn authority_figure(findings: &Findings) -> Option<Figure> {
    let mix = authority_mix(&findings.courses);
    let setting = &findings.setting;
    if mix.len() < 2 || mix.iter().all(|quarter| quarter.attempts <= 0.0) {
        return None;
    }
    let n = findings.courses.replicates();
    let common = heading(setting, &title(findings, &mix), &replicates(n as u64));
    let spell = |quarter: &AuthorityQuarter| {
        let name = |month: usize| setting.start.plus(month as i32).to_string();
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
        axis: time_axis(setting),
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

/// The leading source before the money, while it flows and after it.
fn title(findings: &Findings, mix: &[AuthorityQuarter]) -> String {
    let setting = &findings.setting;
    let within = |from: i32, to: i32| -> Option<(usize, f64)> {
        let quarters = mix.iter().filter(|q| q.from as i32 >= from && q.to as i32 <= to && q.attempts > 0.0);
        let mut sums = [0.0; 5];
        for quarter in quarters {
            let weight = quarter.attempts * (quarter.to - quarter.from) as f64;
            for (sum, share) in sums.iter_mut().zip(quarter.shares) {
                *sum += weight * share;
            }
        }
        let total: f64 = sums.iter().sum();
        let first = (0..5).rev().max_by(|&a, &b| sums[a].total_cmp(&sums[b]))?;
        (total > 0.0).then(|| (first, sums[first] / total))
    };
    let (start, end) = (setting.programme_start, setting.programme_end);
    let spans = [(i32::MIN, start, "before the money"), (start, end, "while it flows"), (end, i32::MAX, "after it")];
    let led: Vec<(usize, f64, &str)> = spans
        .into_iter()
        .filter_map(|(from, to, when)| within(from, to).map(|(source, share)| (source, share, when)))
        .collect();
    let percent = |share: f64| format!("{:.0}\u{a0}%", 100.0 * share);
    let Some(&(first, ..)) = led.first() else { return "What attempts to persuade draw on".to_owned() };
    if led.iter().all(|(source, ..)| *source == first) {
        let parts: Vec<String> = led.iter().map(|(_, share, when)| format!("{} {when}", percent(*share))).collect();
        return format!("Attempts draw most on {}: {}", SOURCES[first].1, parts.join(", "));
    }
    let parts: Vec<String> = led
        .iter()
        .map(|(source, share, when)| format!("on {} {when} ({})", SOURCES[*source].1, percent(*share)))
        .collect();
    format!("Attempts draw most {}", parts.join(", "))
}

use super::causes_chart::causes;
use super::charts::STAGES;
use super::letter_case::lower;
use super::picture_parts::{band_key, figure, heading, replicates, survival_curve, time_axis};
use super::quantities::{is_share, unit};
use super::{Figure, metric_words};
use crate::analysis::{ArmFindings, Compared, Effect, Headline, SurvivalRow};
use crate::chart::{
    BarGroup, Curve, ForestBlock, ForestChart, ForestRow, Heading, NumberFormat, StageBarsChart, SurvivalChart,
    SurvivalGridChart,
};

/// The pictures of a comparison.
#[must_use]
pub fn comparison_figures(compared: &Compared) -> Vec<Figure> {
    let mut figures = vec![
        figure(
            "differences",
            differences(compared),
            &format!(
                "Each dot is the average difference from \"{}\" in the same futures. If its bar does not touch the line, the sign \
                 is sure; the thin line says how far single futures differ, which is what one country lives through.",
                baseline(compared)
            ),
        ),
        figure(
            "survival",
            survival(compared),
            "How many initiatives live on under each arm. Compare the curves after the money ends, and how far apart they are \
             against their bands.",
        ),
        figure(
            "survival-by-arm",
            survival_by_arm(compared),
            "The same curves one by one, each against the baseline in grey: the light band is the range of single futures.",
        ),
        figure(
            "stages-by-arm",
            stages_by_arm(compared),
            "What the initiatives of an average run are doing at the dates that matter. Business as usual is what lasts.",
        ),
    ];
    for (place, arm) in compared.arms.iter().enumerate().take(ARMS_SHOWN) {
        let chart = causes(&arm.findings, Some(&arm.label.name), &replicates(arm.findings.replicates));
        let caption = format!("Why and when initiatives end under \"{}\".", arm.label.name);
        figures.push(figure(&format!("causes-arm-{}", place + 1), chart, &caption));
    }
    figures
}

/// Arms that have a picture of their own.
const ARMS_SHOWN: usize = 8;

/// What stages initiatives are in before the money, at its end, and one, two and more years later.
pub(super) fn stages_by_arm(compared: &Compared) -> StageBarsChart {
    let setting = &compared.baseline().findings.setting;
    let (start, end, last) = (setting.programme_start, setting.programme_end, setting.months.cast_signed() - 1);
    let moments = [
        (start - 1, "before the money"),
        (end - 1, "money ends"),
        (end + 11, "a year later"),
        (end + 23, "two years later"),
        (last, "end of the run"),
    ];
    let mut shown: Vec<(i32, &str)> = moments.into_iter().filter(|(month, _)| (0..=last).contains(month)).collect();
    shown.dedup_by_key(|(month, _)| *month);
    let group = |&(month, words): &(i32, &str)| {
        let mean = |arm: &ArmFindings, metric| arm.findings.courses.spread(0, month as usize, metric).mean;
        let bar = |arm: &ArmFindings| STAGES.iter().map(|&(_, metric)| mean(arm, metric)).collect();
        BarGroup {
            label: format!("{}, {words}", setting.start.plus(month)),
            counts: compared.arms.iter().map(bar).collect(),
        }
    };
    let common = heading_of(compared, "What stage initiatives are in, before, during and after the money");
    StageBarsChart {
        heading: Heading {
            caption: format!(
                "{}. Averages; earlier work counts as business as usual from the programme's end on.",
                common.caption
            ),
            ..common
        },
        x_label: "Initiatives in an average run".to_owned(),
        layers: STAGES.iter().map(|(label, _)| (*label).to_owned()).collect(),
        arms: compared.arms.iter().map(|arm| arm.label.name.clone()).collect(),
        groups: shown.iter().map(group).collect(),
        as_shares: false,
    }
}

fn heading_of(compared: &Compared, title: &str) -> Heading {
    let paired = match compared.replicates {
        1 => "1 paired replicate".to_owned(),
        n => format!("{n} paired replicates"),
    };
    heading(&compared.baseline().findings.setting, title, &paired)
}

fn baseline(compared: &Compared) -> &str {
    &compared.baseline().label.name
}

/// Initiatives whose survival is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Drawn {
    group: &'static str,
    /// "Of the programme's own initiatives, ..."
    whose: &'static str,
    y_label: &'static str,
}

const OWN: Drawn = Drawn {
    group: "origin:programme",
    whose: "the programme's own initiatives",
    y_label: "Programme's own initiatives still alive",
};
const ALL: Drawn = Drawn { group: "all", whose: "all initiatives", y_label: "Initiatives still alive" };

fn rows<'a>(arm: &'a ArmFindings, drawn: &Drawn) -> &'a [SurvivalRow] {
    let table = arm.findings.calendar_survival.iter().find(|table| table.group == drawn.group);
    table.map_or(&[], |table| &table.rows)
}

/// The programme's own initiatives, unless there are none or arms make no difference to them: then all.
fn drawn(compared: &Compared) -> Drawn {
    let curve = |arm: &ArmFindings| rows(arm, &OWN).iter().map(|row| row.survival.to_bits()).collect::<Vec<_>>();
    let first = curve(&compared.arms[0]);
    let alike = compared.arms.len() > 1 && compared.arms.iter().all(|arm| curve(arm) == first);
    if alike { ALL } else { OWN }
}

fn curves(compared: &Compared, drawn: &Drawn) -> Vec<Curve> {
    let axis = time_axis(&compared.baseline().findings.setting);
    let curve = |arm: &ArmFindings| survival_curve(&arm.label.name, rows(arm, drawn), &axis, arm.findings.replicates);
    compared.arms.iter().map(curve).collect()
}

/// Which arm ends highest, which lowest.
fn survival_title(compared: &Compared, drawn: &Drawn) -> String {
    let last = |arm: &ArmFindings| rows(arm, drawn).last().map_or(f64::NAN, |row| row.survival);
    let mut ranked: Vec<(&str, f64)> =
        compared.arms.iter().map(|arm| (arm.label.name.as_str(), last(arm))).filter(|(_, s)| s.is_finite()).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    match (ranked.first(), ranked.last()) {
        (Some(most), Some(least)) if most.1 > least.1 => format!(
            "Of {}, {:.0}\u{a0}% survive under \"{}\", {:.0}\u{a0}% under \"{}\"",
            drawn.whose,
            100.0 * most.1,
            most.0,
            100.0 * least.1,
            least.0
        ),
        _ => format!("Survival of {}", drawn.whose),
    }
}

pub(super) fn survival(compared: &Compared) -> SurvivalChart {
    let drawn = drawn(compared);
    let common = heading_of(compared, &survival_title(compared, &drawn));
    SurvivalChart {
        heading: Heading {
            caption: format!("{}. Bands: how sure each average is; single futures spread far more.", common.caption),
            ..common
        },
        y_label: drawn.y_label.to_owned(),
        key: band_key(),
        curves: curves(compared, &drawn),
        at_risk_label: "At risk in an average run".to_owned(),
        axis: time_axis(&compared.baseline().findings.setting),
    }
}

pub(super) fn survival_by_arm(compared: &Compared) -> SurvivalGridChart {
    let drawn = drawn(compared);
    let common = heading_of(compared, &survival_title(compared, &drawn));
    SurvivalGridChart {
        heading: Heading {
            caption: format!(
                "{}. Dark band: how sure the average is. Light band: nine of ten single futures.",
                common.caption
            ),
            ..common
        },
        axis: time_axis(&compared.baseline().findings.setting),
        y_label: drawn.y_label.to_owned(),
        key: band_key(),
        curves: curves(compared, &drawn),
        baseline: Some(0),
        baseline_key: format!("baseline: {}", baseline(compared)),
    }
}

pub(super) fn differences(compared: &Compared) -> ForestChart {
    let block = |metric: &String| {
        let (headline, _) = compared.baseline().contrast.effect(metric)?;
        let arms = compared.arms.iter().skip(1);
        let row = |arm: &ArmFindings| arm.contrast.effect(metric).map(|(_, effect)| row(&arm.label.name, effect));
        Some(ForestBlock {
            title: metric_words::title(&headline.name, &headline.meaning),
            unit: unit(headline).to_owned(),
            format: if is_share(headline) { NumberFormat::Percent } else { NumberFormat::Number },
            less: less(headline).to_owned(),
            more: "more".to_owned(),
            rows: arms.filter_map(row).collect(),
        })
    };
    ForestChart {
        heading: heading_of(compared, &differences_title(compared)),
        zero_label: format!("same as {}", baseline(compared)),
        interval_key: "difference in the same futures, 95 % interval".to_owned(),
        spread_key: "nine of ten single futures".to_owned(),
        shares_scales: false,
        blocks: compared.metrics.iter().take(4).filter_map(block).collect(),
    }
}

fn row(label: &str, effect: &Effect) -> ForestRow {
    let difference = effect.difference;
    let [low, high] = difference.spread;
    ForestRow {
        label: label.to_owned(),
        difference: difference.mean,
        interval: (difference.mean - difference.half_width, difference.mean + difference.half_width),
        spread: (low.is_finite() && high.is_finite()).then_some((low, high)),
    }
}

fn less(headline: &Headline) -> &'static str {
    if headline.unit == "initiatives" || headline.name.starts_with("survived") { "fewer" } else { "less" }
}

/// The largest difference of the first metric, in words.
fn differences_title(compared: &Compared) -> String {
    let Some(metric) = compared.metrics.first() else { return "How the arms differ".to_owned() };
    let effects = compared.arms.iter().skip(1).filter_map(|arm| {
        let (headline, effect) = arm.contrast.effect(metric)?;
        effect.difference.known().then_some((arm.label.name.as_str(), headline, effect.difference))
    });
    let largest = effects.max_by(|a, b| a.2.mean.abs().total_cmp(&b.2.mean.abs()));
    let Some((name, headline, difference)) = largest.filter(|(_, _, d)| d.mean != 0.0) else {
        return format!("No difference from \"{}\"", baseline(compared));
    };
    let words = metric_words::title(&headline.name, &headline.meaning);
    let size = super::quantities::difference(headline, &difference, difference.mean).replace('-', "−");
    let unit = if is_share(headline) { " points" } else { "" };
    format!("Largest difference: \"{name}\" {size}{unit} against \"{}\" ({})", baseline(compared), lower(&words))
}

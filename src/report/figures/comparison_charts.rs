use super::comparison_parts::{ARMS_SHOWN, heading_of};
use super::drawn_figure::Figure;
use super::picture_parts::{band_key, figure, futures, reaching, survival_curve, time_axis};
use super::stages_by_arm::stages_by_arm;
use crate::analysis::{
    ArmFindings, Clock, Compared, Effect, FEWEST_TO_TELL, Headline, ModelEffect, SurvivalRow, is_of_few,
};
use crate::chart::{
    Curve, ForestBlock, ForestChart, ForestRow, Heading, NumberFormat, SurvivalChart, SurvivalGridChart, TimeAxis,
};
use crate::record::Origin;
use crate::report::words::{by_end, is_share, level, listed, metric_words, own_time, quoted, unit};

/// The pictures of a comparison.
#[must_use]
pub fn comparison_figures(compared: &Compared) -> Vec<Figure> {
    vec![
        figure(
            "differences",
            differences(compared),
            &format!(
                "Each stroke is the average difference from \"{}\" in the same futures. {}. The thin line says how far single \
                 futures differ, which is what one country lives through.{}",
                baseline(compared),
                if compared.is_few() {
                    format!("Fewer than {FEWEST_TO_TELL} futures are too few to tell its sign")
                } else {
                    "If its bar does not touch the line, its sign is beyond chance (95 %)".to_owned()
                },
                if compared.models.is_some() {
                    " The pale bar says how far plausible models differ: where it crosses the line, not all agree in the sign."
                } else {
                    ""
                }
            ),
        ),
        figure(
            "survival",
            survival(compared),
            "How many initiatives live on under each regime. Compare the curves after the money ends, and how far apart they are \
             against their bands.",
        ),
        figure(
            "survival-by-arm",
            survival_by_arm(compared),
            "The same curves one by one, each against the baseline in grey. The light band is the range of single futures.",
        ),
        figure(
            "stages-by-arm",
            stages_by_arm(compared),
            "What has become of the initiatives of an average run, the regime with the most alive first. The other dates are in \
             the table below the picture.",
        ),
    ]
}

fn baseline(compared: &Compared) -> &str {
    &compared.baseline().label.name
}

/// Initiatives whose survival is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Drawn {
    group: &'static str,
    origin: Option<Origin>,
    /// "Of the programme's own initiatives, ..."
    whose: &'static str,
    y_label: &'static str,
}

const OWN: Drawn = Drawn {
    group: "origin:programme",
    origin: Some(Origin::Programme),
    whose: "the programme's own initiatives",
    y_label: "Programme's own initiatives still alive",
};
const ALL: Drawn = Drawn { group: "all", origin: None, whose: "all initiatives", y_label: "Initiatives still alive" };

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
    let curve = |(place, arm): (usize, &ArmFindings)| {
        let curve = survival_curve(&arm.label.name, rows(arm, drawn), &axis, arm.findings.replicates);
        let models = compared.models.as_ref().and_then(|models| models.courses.get(place));
        reaching(curve, models.map(|models| models.survival(drawn.origin)))
    };
    compared.arms.iter().enumerate().map(curve).collect()
}

/// What is left of them under the arms that are drawn; averages only, so that nobody is said to be above another.
fn survival_title(compared: &Compared, drawn: &Drawn) -> String {
    let when = match compared.clock.months() {
        Some(months) => format!("are alive {}", own_time(months)),
        None => format!("live to {}", compared.baseline().findings.setting.last_month().end_in_words()),
    };
    let share = |arm: &ArmFindings| {
        let setting = &arm.findings.setting;
        let rows = rows(arm, drawn);
        let row = match compared.clock.months() {
            // A row stands for so many months of the run that are over.
            Some(months) => rows.get(usize::try_from(setting.programme_end.checked_add_unsigned(months)?).ok()?),
            None => rows.last(),
        };
        row.map(|row| 100.0 * row.survival).filter(|share| share.is_finite())
    };
    let Some(first) = share(compared.baseline()) else { return format!("Survival of {}", drawn.whose) };
    let others = &compared.arms[1..compared.arms.len().min(ARMS_SHOWN)];
    let shares: Vec<f64> = others.iter().filter_map(share).collect();
    let [low, high] =
        [shares.iter().copied().fold(f64::INFINITY, f64::min), shares.iter().copied().fold(0.0, f64::max)]
            .map(|share| format!("{share:.0}"));
    let who = match others {
        [one] => quoted(&one.label.name),
        _ if compared.arms.len() > ARMS_SHOWN => "the others that are drawn".to_owned(),
        _ => "the others".to_owned(),
    };
    let rest = match shares.len() {
        0 => String::new(),
        _ if low == high => format!(", {low}\u{a0}% under {who}"),
        _ => format!(", {low} to {high}\u{a0}% under {who}"),
    };
    format!("Of {}, {first:.0}\u{a0}% {when} under \"{}\"{rest}", drawn.whose, baseline(compared))
}

/// The time axis of all arms: what is marked on it holds for all of them.
fn common_axis(compared: &Compared) -> TimeAxis {
    let axes: Vec<TimeAxis> = compared.arms.iter().map(|arm| time_axis(&arm.findings.setting)).collect();
    let mut axis = axes[0].clone();
    axis.span = axis.span.filter(|span| axes.iter().all(|other| other.span.as_ref() == Some(span)));
    axis.marks.retain(|mark| axes.iter().all(|other| other.marks.contains(mark)));
    axis
}

/// When the money ends, where arms differ in that and the axis does not show it.
fn ends(compared: &Compared) -> String {
    let end = |arm: &ArmFindings| arm.findings.setting.programme_end;
    if compared.arms.iter().all(|arm| end(arm) == end(compared.baseline())) {
        return String::new();
    }
    format!(" Last month of programme money: {}.", by_end(compared))
}

pub(in crate::report) fn survival(compared: &Compared) -> SurvivalChart {
    let drawn = drawn(compared);
    let common = heading_of(compared, &survival_title(compared, &drawn));
    SurvivalChart {
        heading: Heading {
            caption: format!(
                "{}. Bands: how sure each average is; single futures spread far more.{}",
                common.caption,
                ends(compared)
            ),
            ..common
        },
        y_label: drawn.y_label.to_owned(),
        key: band_key(),
        curves: curves(compared, &drawn),
        at_risk_label: "At risk in an average run".to_owned(),
        axis: common_axis(compared),
    }
}

pub(in crate::report) fn survival_by_arm(compared: &Compared) -> SurvivalGridChart {
    let drawn = drawn(compared);
    let common = heading_of(compared, &survival_title(compared, &drawn));
    SurvivalGridChart {
        heading: Heading {
            caption: format!(
                "{}. Dark band: how sure the average is. Light band: nine of ten single futures.{}",
                common.caption,
                if compared.models.is_some() {
                    " Between the dotted lines: the averages of nine of ten plausible models."
                } else {
                    ""
                }
            ),
            ..common
        },
        axis: common_axis(compared),
        spans: compared.arms.iter().map(|arm| time_axis(&arm.findings.setting).span).collect(),
        y_label: drawn.y_label.to_owned(),
        key: band_key(),
        curves: curves(compared, &drawn),
        baseline: Some(0),
        baseline_key: format!("baseline: {}", baseline(compared)),
    }
}

pub(in crate::report) fn differences(compared: &Compared) -> ForestChart {
    let block = |metric: &String| {
        let (headline, _) = compared.baseline().contrast.effect(metric)?;
        let arms = compared.arms.iter().enumerate().skip(1);
        let row = |(place, arm): (usize, &ArmFindings)| {
            let over = compared.models.as_ref().and_then(|models| models.effect(place, metric));
            arm.contrast.effect(metric).map(|(headline, effect)| row(&arm.label.name, headline, effect, over))
        };
        Some(ForestBlock {
            title: metric_words::title(&headline.name, &headline.meaning),
            // A difference of shares is in points of per cent.
            unit: if is_share(headline) { "points" } else { unit(headline) }.to_owned(),
            format: NumberFormat::Number,
            less: less(headline).to_owned(),
            more: "more".to_owned(),
            rows: arms.filter_map(row).collect(),
        })
    };
    let common = heading_of(compared, &differences_title(compared));
    ForestChart {
        heading: Heading { caption: format!("{}.{}", common.caption, measured(compared)), ..common },
        zero_label: format!("same as {}", baseline(compared)),
        interval_key: if compared.is_few() {
            "difference in the same futures".to_owned()
        } else {
            "difference in the same futures, 95 % interval".to_owned()
        },
        spread_key: "nine of ten single futures".to_owned(),
        reach_key: "nine of ten plausible models".to_owned(),
        shares_scales: false,
        blocks: compared.metrics.iter().take(4).filter_map(block).collect(),
    }
}

fn row(label: &str, headline: &Headline, effect: &Effect, over: Option<&ModelEffect>) -> ForestRow {
    let scale = if is_share(headline) { 100.0 } else { 1.0 };
    let difference = effect.difference;
    let [low, high] = difference.spread.map(|end| scale * end);
    // Of a few replicates the single futures are all there is to see.
    let interval = if is_of_few(&difference) { [f64::NAN; 2] } else { difference.interval.map(|end| scale * end) };
    ForestRow {
        label: label.to_owned(),
        difference: scale * difference.mean,
        interval: interval.into(),
        spread: (low.is_finite() && high.is_finite()).then_some((low, high)),
        reach: over.map(|over| over.range.map(|end| scale * end).into()),
    }
}

fn less(headline: &Headline) -> &'static str {
    if headline.unit == "initiatives" || headline.name.starts_with("survived") { "fewer" } else { "less" }
}

/// Where arms are not compared at the end of the run, when.
fn measured(compared: &Compared) -> String {
    match &compared.clock {
        Clock::Run => String::new(),
        Clock::Own { .. } => " Months after the money's end are counted from each regime's own.".to_owned(),
        Clock::Apart => {
            " Programmes end in different months: what is told of the end of the run is not of equal times.".to_owned()
        }
    }
}

/// Which of the arms that are drawn differ from the baseline in the first metric.
fn differences_title(compared: &Compared) -> String {
    let Some(metric) = compared.metrics.first() else { return "How the regimes differ".to_owned() };
    let arms: Vec<(&ArmFindings, &Headline, &Effect)> = compared
        .arms
        .iter()
        .skip(1)
        .take(ARMS_SHOWN)
        .filter_map(|arm| arm.contrast.effect(metric).map(|(headline, effect)| (arm, headline, effect)))
        .filter(|(_, _, effect)| effect.difference.known())
        .collect();
    let Some((_, headline, _)) = arms.first() else { return "How the regimes differ".to_owned() };
    let words = metric_words::title(&headline.name, &headline.meaning);
    let first = level(headline, compared.level(0, metric)).replace(' ', "\u{a0}");
    if compared.is_few() {
        let few = futures(compared.replicates);
        let verb = if compared.replicates == 1 { "is" } else { "are" };
        return format!("{words}: {few} {verb} too few to tell regimes apart");
    }
    let differ: Vec<String> =
        arms.iter().filter(|(_, _, effect)| effect.is_told()).map(|(arm, _, _)| quoted(&arm.label.name)).collect();
    let drawn = if compared.arms.len() > ARMS_SHOWN + 1 { " drawn" } else { "" };
    let who = match (differ.len(), arms.len()) {
        (0, 1) => format!("{} cannot be told from", quoted(&arms[0].0.label.name)),
        (0, _) => format!("no regime{drawn} can be told from"),
        (1, _) => format!("{} differs from", differ[0]),
        (2, _) => format!("{} differ from", listed(&differ)),
        (n, all) if n == all => format!("all {n} regimes{drawn} differ from"),
        (n, all) => format!("{n} of {all} regimes{drawn} differ from"),
    };
    let chance = if differ.is_empty() { "" } else { " beyond chance" };
    format!("{words}: {who} \"{}\" ({first}){chance}", baseline(compared))
}

use super::columns::{NAME, aligned};
use super::display_width::start_of;
use super::emphasised::{Emphasis, Emphasised};
use super::figure::count;
use super::metric_words::{column_heads, short};
use super::money_figures::money_figures;
use super::paragraph::paragraph;
use super::quantities::{difference, level as level_of, range};
use super::sense::with_sense;
use crate::analysis::{ArmFindings, Compared};

/// What a comparison comes to, in plain words and small tables, at most 80 columns wide.
#[must_use]
pub fn comparison_summary(compared: &Compared) -> Emphasised {
    let sections =
        [opening(compared), differences(compared), money(compared), certainty(compared), how_to_read(compared)];
    Emphasised::marked(sections.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn opening(compared: &Compared) -> String {
    let setting = &compared.baseline().findings.setting;
    let last = setting.last_month();
    let arms = count(compared.arms.len() as u64, "arm", "arms");
    let sites = count(setting.sites.len() as u64, "site", "sites");
    let runs = count(compared.replicates, "paired replicate", "paired replicates");
    let title = format!("{}: {arms}, {sites}, {} to {last}, {runs}", setting.scenario, setting.start);
    let mut text = paragraph("", &Emphasis::Heading.of(&title));
    if !setting.question.is_empty() {
        text += &paragraph("", &setting.question);
    }
    text + &answer(compared)
}

/// Which arm has most and which least of the first metric.
fn answer(compared: &Compared) -> String {
    let metric = compared.first_metric();
    let level = |arm: &ArmFindings| arm.contrast.effect(metric).map_or(f64::NAN, |(_, effect)| effect.arm);
    let known = compared.arms.iter().filter(|arm| level(arm).is_finite());
    let mut ranked: Vec<&ArmFindings> = known.collect();
    ranked.sort_by(|a, b| level(b).total_cmp(&level(a)));
    let (Some(most), Some(least)) = (ranked.first(), ranked.last()) else { return String::new() };
    let Some((headline, _)) = most.contrast.effect(metric) else { return String::new() };
    let heads = short(metric);
    let figure =
        |arm: &ArmFindings| format!("{} ({})", Emphasis::Figure.of(&arm.label.name), level_of(headline, level(arm)));
    if level(most) == level(least) {
        return format!("\n{}", paragraph("", &format!("All arms are alike in \"{heads}\": {}.", figure(most))));
    }
    format!("\n{}", paragraph("", &format!("Most of \"{heads}\": {}; least: {}.", figure(most), figure(least))))
}

fn differences(compared: &Compared) -> String {
    let name = &compared.baseline().label.name;
    let lead = format!("The first line is {name}; the others are differences from it, ± 95\u{a0}% interval.");
    let heads: Vec<[String; 2]> = compared.metrics.iter().map(|metric| column_heads(metric)).collect();
    let row = |(place, arm): (usize, &ArmFindings)| {
        let cell = |metric: &String| match arm.contrast.effect(metric) {
            Some((headline, effect)) if place == 0 => level_of(headline, effect.arm),
            Some((headline, effect)) => {
                let written = difference(headline, &effect.difference, effect.baseline.abs());
                with_sense(headline, &effect.difference, written)
            }
            None => "-".to_owned(),
        };
        (shortened(&arm.label.name), compared.metrics.iter().map(cell).collect())
    };
    let rows: Vec<(String, Vec<String>)> = compared.arms.iter().enumerate().map(row).collect();
    paragraph("", &lead) + "\n" + &aligned("", &heads, &rows)
}

fn money(compared: &Compared) -> String {
    let heads = [["asked", ""], ["given", ""], ["spent", ""], ["months after", "per £1000"]];
    let lead = "Money over the whole programme, thousand pounds, all sites together:";
    let row = |arm: &ArmFindings| {
        let cell = |figure: Option<String>| figure.map_or("-".to_owned(), |text| text.replace('\u{a0}', " "));
        (shortened(&arm.label.name), money_figures(&arm.findings).map(cell).to_vec())
    };
    let rows: Vec<(String, Vec<String>)> = compared.arms.iter().map(row).collect();
    let heads = heads.map(|head| head.map(str::to_owned));
    let mut text = paragraph("", &Emphasis::Heading.of(lead)) + &aligned("", &heads, &rows);
    let neutral: Vec<&str> = compared
        .arms
        .iter()
        .filter(|arm| arm.label.neutral.is_some_and(|neutral| neutral.is_met))
        .map(|arm| arm.label.name.as_str())
        .collect();
    if !neutral.is_empty() {
        let text_neutral = format!("Rescaled to spend what {} spends: ", compared.baseline().label.name);
        text += &paragraph("", &(text_neutral + &neutral.join(", ") + "."));
    }
    for arm in compared.arms.iter().filter(|arm| arm.label.neutral.is_some_and(|neutral| !neutral.is_met)) {
        text += &paragraph(
            "",
            &format!("{}: no budget makes it spend as much; do not read it as budget-neutral.", arm.label.name),
        );
    }
    text
}

/// How far single futures agree, what an evaluator would have seen, what pairing saved.
fn certainty(compared: &Compared) -> String {
    let metric = compared.first_metric();
    let name = &compared.baseline().label.name;
    if compared.replicates < 2 {
        return paragraph("", "This is one pair of futures. Run more replicates to see how far futures differ.");
    }
    let heads = short(metric);
    let lead = format!("How sure, for \"{heads}\" against {name}:");
    let heads = [
        ["more in", "of futures"],
        ["nine of ten", "differ by"],
        ["one evaluator", "sees it"],
        ["pairing saved", "times runs"],
    ];
    let mut rows = vec![];
    for (place, arm) in compared.arms.iter().enumerate() {
        let Some((headline, effect)) = arm.contrast.effect(metric) else { continue };
        let sees = percent(arm.contrast.evaluator_sees);
        let cells = if place == 0 {
            ["".to_owned(), "".to_owned(), sees, "".to_owned()]
        } else {
            let saving = effect.saving.map_or("-".to_owned(), |times| format!("{times:.1}"));
            [percent(effect.share_above), range(headline, &effect.difference), sees, saving]
        };
        rows.push((shortened(&arm.label.name), cells.to_vec()));
    }
    paragraph("", &Emphasis::Heading.of(&lead)) + &aligned("", &heads.map(|head| head.map(str::to_owned)), &rows)
}

fn how_to_read(compared: &Compared) -> String {
    let name = &compared.baseline().label.name;
    let mut text = format!(
        "Every arm lives through the same futures: replicate by replicate the same draws. \"One evaluator sees it\": share of \
         single histories in which a log-rank test at 5\u{a0}% would tell the arm from {name}; in its own line, false alarms."
    );
    if compared.unpaired > 0 {
        let left_out = count(compared.unpaired, "replicate", "replicates");
        text += &format!(" Left out of differences, because a run failed: {left_out}.");
    }
    paragraph("", &text)
}

fn percent(share: f64) -> String {
    if share.is_nan() { "-".to_owned() } else { format!("{:.0} %", 100.0 * share) }
}

fn shortened(name: &str) -> String {
    start_of(name, NAME - 1)
}

#[cfg(test)]
#[path = "comparison_summary_tests.rs"]
mod tests;

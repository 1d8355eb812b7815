use super::model_columns::{model_cells, model_heads, percent};
use super::sense::with_sense;
use crate::analysis::{ArmFindings, Compared, FEW};
use crate::report::terminal::{Emphasis, Emphasised, NAME, aligned, in_words, paragraph, start_of};
use crate::report::words::level as level_of;
use crate::report::words::{
    Manner, best_in, clock_words, column_heads, count, difference, explained, has_same_sites, largest_over_models,
    money_figures, of_the_living, own_time, quoted, range, rescaled, short, sites_words, standing, unsure_signs,
};

/// What a comparison comes to, in plain words and small tables, at most 80 columns wide.
#[must_use]
pub fn comparison_summary(compared: &Compared) -> Emphasised {
    in_words(&compared.baseline().findings.setting.words, || {
        let sections = [
            opening(compared),
            differences(compared),
            at_run_end(compared),
            over_models(compared),
            money(compared),
            certainty(compared),
            how_to_read(compared),
        ];
        Emphasised::marked(sections.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n"))
    })
}

fn opening(compared: &Compared) -> String {
    let setting = &compared.baseline().findings.setting;
    let last = setting.last_month().in_words();
    let arms = count(compared.arms.len() as u64, "regime", "regimes");
    let sites = count(setting.sites.len() as u64, "site", "sites");
    let runs = count(compared.replicates, "paired replicate", "paired replicates");
    let sites = if has_same_sites(compared) { format!("{sites}, ") } else { String::new() };
    let title = format!("{}: {arms}, {sites}{} to {last}, {runs}", setting.scenario, setting.start.in_words());
    let mut text = paragraph("", &Emphasis::Heading.of(&title));
    if !setting.question.is_empty() {
        text += &paragraph("", &setting.question);
    }
    for words in [clock_words(compared), sites_words(compared)].into_iter().filter(|words| !words.is_empty()) {
        text += &format!("\n{}", paragraph("", &words));
    }
    text + &answer(compared)
}

/// Who has most and who least of the first metric, as far as that is known.
fn answer(compared: &Compared) -> String {
    let name = |name: &str| quoted(&Emphasis::Figure.of(name));
    let first = standing(compared, &Manner { name: &name });
    let largest = Some(largest_over_models(compared)).filter(|words| !words.is_empty());
    let all: Vec<String> = first.into_iter().chain(best_in(compared, &name)).chain(largest).collect();
    if all.is_empty() { String::new() } else { format!("\n{}", paragraph("", &all.join(" "))) }
}

fn differences(compared: &Compared) -> String {
    let name = &compared.baseline().label.name;
    let sure = if compared.replicates < FEW { "" } else { ", ± 95\u{a0}% interval" };
    let lead = format!("The first line is {name}; the others are differences from it{sure}.");
    paragraph("", &lead) + "\n" + &difference_table(compared, &compared.metrics)
}

/// The same figures at the end of the run, where arms are compared at other times.
fn at_run_end(compared: &Compared) -> String {
    let Some(months) = compared.clock.months().filter(|_| !compared.at_run_end.is_empty()) else {
        return String::new();
    };
    let last = compared.baseline().findings.setting.last_month().in_words();
    let lead = format!("At the end of the run (end of {last}), which is not {}:", own_time(months));
    paragraph("", &Emphasis::Heading.of(&lead)) + &difference_table(compared, &compared.at_run_end)
}

fn difference_table(compared: &Compared, metrics: &[String]) -> String {
    let heads: Vec<[String; 2]> = metrics.iter().map(|metric| column_heads(metric)).collect();
    let row = |(place, arm): (usize, &ArmFindings)| {
        let cell = |metric: &String| match arm.contrast.effect(metric) {
            Some((headline, effect)) if place == 0 => level_of(headline, effect.arm),
            Some((headline, effect)) => {
                let written = difference(headline, &effect.difference, effect.baseline.abs());
                with_sense(headline, &effect.difference, written)
            }
            None => "-".to_owned(),
        };
        (shortened(&arm.label.name), metrics.iter().map(cell).collect())
    };
    let rows: Vec<(String, Vec<String>)> = compared.arms.iter().enumerate().map(row).collect();
    aligned("", &heads, &rows)
}

/// Chance and plausible models, arm by arm, of the metric that the comparison is first about; then the signs that are not sure.
fn over_models(compared: &Compared) -> String {
    let Some(models) = &compared.models else { return String::new() };
    let metric = compared.first_metric();
    let of = count(models.sets, "plausible model", "plausible models");
    let lead = format!("How far chance moves \"{}\", and how far {of} of {} differ:", short(metric), models.of);
    let mut rows = vec![];
    for (place, arm) in compared.arms.iter().enumerate().skip(1) {
        let (Some((headline, effect)), Some(over)) = (arm.contrast.effect(metric), models.effect(place, metric)) else {
            continue;
        };
        let own = difference(headline, &effect.difference, effect.baseline.abs());
        let mean = effect.is_told().then_some(effect.difference.mean);
        rows.push((shortened(&arm.label.name), model_cells(own, mean, headline, over)));
    }
    let mut text = paragraph("", &Emphasis::Heading.of(&lead));
    text += &aligned("", &model_heads("difference"), &rows);
    let open = unsure_signs(compared);
    if !open.is_empty() {
        text += &paragraph("", &open);
    }
    text
}

fn money(compared: &Compared) -> String {
    let heads = [["asked", ""], ["given", ""], ["spent", ""], ["months after", "per £1000"]];
    let until = compared
        .clock
        .months()
        .map_or(String::new(), |months| format!("; months after it are counted up to {}", own_time(months)));
    let lead = format!("Money over the whole programme, thousand pounds, all sites together{until}:");
    let row = |arm: &ArmFindings| {
        let cell = |figure: Option<String>| figure.map_or("-".to_owned(), |text| text.replace('\u{a0}', " "));
        (shortened(&arm.label.name), money_figures(&arm.findings, &compared.clock).map(cell).to_vec())
    };
    let rows: Vec<(String, Vec<String>)> = compared.arms.iter().map(row).collect();
    let heads = heads.map(|head| head.map(str::to_owned));
    let mut text = paragraph("", &Emphasis::Heading.of(&lead)) + &aligned("", &heads, &rows);
    let manner = Manner { name: &quoted };
    rescaled(compared, &manner).iter().for_each(|line| text += &paragraph("", line));
    text + &paragraph("", &explained(compared, &manner))
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
        ["more / less", "in futures"],
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
            [sides(effect.share_above, effect.share_below), range(headline, &effect.difference), sees, saving]
        };
        rows.push((shortened(&arm.label.name), cells.to_vec()));
    }
    paragraph("", &Emphasis::Heading.of(&lead)) + &aligned("", &heads.map(|head| head.map(str::to_owned)), &rows)
}

fn how_to_read(compared: &Compared) -> String {
    let name = &compared.baseline().label.name;
    let mut text = format!(
        "Every regime lives through the same futures: replicate by replicate the same draws. \"More / less\": in how many futures \
         the regime has more, and less, than {name}; in the others both are the same. \"One evaluator sees it\": share of the single \
         histories with a log-rank test in which it would, at 5\u{a0}%, tell the regime from {name}; in its own line, false alarms."
    );
    let living = of_the_living(compared);
    if !living.is_empty() {
        text += &format!(" {living}");
    }
    if compared.unpaired > 0 {
        let left_out = count(compared.unpaired, "replicate", "replicates");
        text += &format!(" Left out of differences, because a run failed: {left_out}.");
    }
    paragraph("", &text)
}

/// "75 / 10 %".
fn sides(above: f64, below: f64) -> String {
    if above.is_nan() { "-".to_owned() } else { format!("{:.0} / {:.0} %", 100.0 * above, 100.0 * below) }
}

fn shortened(name: &str) -> String {
    start_of(name, NAME - 1)
}

#[cfg(test)]
#[path = "comparison_summary_tests.rs"]
mod tests;

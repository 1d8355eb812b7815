use super::initiatives::initiatives;
use super::run::{Shelf, share_words, the_model, told, what_ran, with_the_rest};
use super::sureness::named;
use super::{Contents, Part, Ran, Section, SheetRow, SheetTable};
use crate::analysis::{ArmFindings, Compared, Effect, Headline};
use crate::report::figure::count;
use crate::report::letter_case::lower;
use crate::report::money_figures::money_figures;
use crate::report::quantities::{difference, is_share, level, range};
use crate::report::{Figure, ToldStory, metric_words};

/// What the report of a comparison says. `figures` are all its pictures, `stories` those of a few typical initiatives under the
/// first arm.
#[must_use]
pub fn comparison_contents(compared: &Compared, figures: Vec<Figure>, stories: Vec<ToldStory>, ran: Ran) -> Contents {
    let setting = &compared.baseline().findings.setting;
    let mut figures = Shelf(figures);
    let mut who = figures.take(&["stages-by-arm", "grid"]);
    who.extend(figures.take_all("causes-arm-"));
    who.extend(initiatives(&compared.baseline().findings.initiatives).map(|table| {
        let caption = format!("Under \"{}\": {}", name(compared), lower(&table.caption));
        Part::Table(SheetTable { caption, ..table })
    }));
    who.extend(told(stories, &format!("Single initiatives under \"{}\"", name(compared))));
    let mut between = vec![Part::Words(format!(
        "Every arm lives through the same futures, replicate by replicate the same draws; differences are from \"{}\".",
        name(compared)
    ))];
    between.push(arms_words(compared));
    between.extend(compared.metrics.iter().filter_map(|metric| metric_table(compared, metric)).map(Part::Table));
    between.push(Part::Table(money(compared)));
    let sections = vec![
        Section::of("what-to-see", "What to see", figures.take(&["differences", "survival", "survival-by-arm"])),
        Section::of("who-survived", "Who survived, where, and why not", who),
        Section::of("differences", "Differences between arms", between),
        Section::of("how-sure", "How sure, and how far futures spread", how_sure(compared)),
        what_ran(),
        the_model(),
    ];
    Contents {
        name: setting.scenario.clone(),
        kind: format!("A comparison of {} arms", compared.arms.len()),
        question: setting.question.clone(),
        answer: answer(compared),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

fn name(compared: &Compared) -> &str {
    &compared.baseline().label.name
}

/// An arm's effect on a metric, if it has one.
fn effect<'a>(arm: &'a ArmFindings, metric: &str) -> Option<&'a (Headline, Effect)> {
    arm.contrast.effect(metric).filter(|(_, effect)| effect.arm.is_finite())
}

/// Who has most and least, how large the differences are, how sure one country could be.
fn answer(compared: &Compared) -> Vec<String> {
    let metric = compared.first_metric();
    let mut ranked: Vec<(&ArmFindings, &Headline, &Effect)> =
        compared.arms.iter().filter_map(|arm| effect(arm, metric).map(|(h, e)| (arm, h, e))).collect();
    ranked.sort_by(|a, b| b.2.arm.total_cmp(&a.2.arm));
    let (Some(most), Some(least)) = (ranked.first(), ranked.last()) else {
        return vec!["The runs do not reach far enough to say which arm does best.".to_owned()];
    };
    let words = metric_words::title(metric, &most.1.meaning);
    let figure = |(arm, headline, effect): &(&ArmFindings, &Headline, &Effect)| {
        format!("\"{}\" ({})", arm.label.name, level(headline, effect.arm).replace(' ', "\u{a0}"))
    };
    let first = if most.2.arm > least.2.arm {
        format!("{words}: most under {}, least under {}.", figure(most), figure(least))
    } else {
        format!("{words}: all arms are alike ({}).", figure(most))
    };
    [first, sizes(compared, metric), one_history(compared, metric)].into_iter().filter(|s| !s.is_empty()).collect()
}

/// The largest difference from the baseline, and how many cannot be told from none.
fn sizes(compared: &Compared, metric: &str) -> String {
    let arms: Vec<(&ArmFindings, &Headline, &Effect)> =
        compared.arms.iter().skip(1).filter_map(|arm| effect(arm, metric).map(|(h, e)| (arm, h, e))).collect();
    let largest = arms.iter().max_by(|a, b| a.2.difference.mean.abs().total_cmp(&b.2.difference.mean.abs()));
    let Some((arm, headline, effect)) = largest.filter(|(_, _, e)| e.difference.mean != 0.0) else {
        return format!("No arm differs from \"{}\".", name(compared));
    };
    let unit = if is_share(headline) { " points" } else { "" };
    let size = difference(headline, &effect.difference, effect.baseline.abs()).replace('-', "−");
    let unclear: Vec<&str> = arms
        .iter()
        .filter(|(_, _, e)| e.difference.half_width.is_finite() && e.difference.mean.abs() <= e.difference.half_width)
        .map(|(arm, _, _)| arm.label.name.as_str())
        .collect();
    let rest = match unclear.as_slice() {
        [] => String::new(),
        names => format!("; of these the sign is not sure: {}", names.join(", ")),
    };
    format!("The largest difference from \"{}\" is {size}{unit} (\"{}\"){rest}.", name(compared), arm.label.name)
}

/// What a single country would see of it.
fn one_history(compared: &Compared, metric: &str) -> String {
    if compared.replicates < 2 {
        return "This is one pair of futures: more replicates would say how far futures differ.".to_owned();
    }
    let agree = compared.arms.iter().skip(1).filter_map(|arm| {
        let (_, effect) = effect(arm, metric)?;
        let same_side = if effect.difference.mean >= 0.0 { effect.share_above } else { 1.0 - effect.share_above };
        Some((arm, same_side)).filter(|_| effect.difference.mean != 0.0)
    });
    let surest = agree.max_by(|a, b| a.1.total_cmp(&b.1));
    let over = count(compared.replicates, "paired replicate", "paired replicates");
    surest.map_or(String::new(), |(arm, share)| {
        format!(
            "That is over {over}; in a single future chance can hide it: \"{}\" goes the same way in {:.0}\u{a0}% of them, and no \
             arm does so more often.",
            arm.label.name,
            100.0 * share
        )
    })
}

/// What the arms are, and what was done to their budgets.
fn arms_words(compared: &Compared) -> Part {
    let line = |arm: &ArmFindings| {
        let mut text = arm.label.name.clone();
        if !arm.label.description.is_empty() {
            text += &format!(": {}", arm.label.description.trim_end_matches('.'));
        }
        match arm.label.neutral {
            Some(neutral) if neutral.is_met => {
                text += &format!(". Rescaled to spend what \"{}\" spends", name(compared));
            }
            Some(_) => text += ". No budget makes it spend as much: do not read it as budget-neutral",
            None => {}
        }
        text + "."
    };
    Part::List(compared.arms.iter().map(line).collect())
}

fn metric_table(compared: &Compared, metric: &str) -> Option<SheetTable> {
    let (headline, _) = compared.baseline().contrast.effect(metric)?;
    let row = |(place, arm): (usize, &ArmFindings)| {
        let (headline, effect) = arm.contrast.effect(metric)?;
        let saving = effect.saving.map_or("–".to_owned(), |times| format!("{times:.1}"));
        let cells = if place == 0 {
            [level(headline, effect.arm), "baseline".to_owned(), "–".to_owned(), "–".to_owned(), "–".to_owned()]
        } else {
            [
                level(headline, effect.arm),
                difference(headline, &effect.difference, effect.baseline.abs()).replace('-', "−"),
                range(headline, &effect.difference).replace('-', "−").replace(", ", " to "),
                percent(effect.share_above),
                saving,
            ]
        };
        Some(SheetRow::of(&arm.label.name, cells))
    };
    let points = if is_share(headline) { ", points" } else { "" };
    Some(SheetTable {
        caption: format!("{}. {}", named(headline).trim_end_matches('.'), headline.meaning),
        columns: vec![
            "arm".to_owned(),
            "level".to_owned(),
            format!("difference from \"{}\" (± 95 % interval{points})", name(compared)),
            format!("nine of ten futures differ by{points}"),
            "more in so many futures".to_owned(),
            "pairing saved, times runs".to_owned(),
        ],
        rows: compared.arms.iter().enumerate().filter_map(row).collect(),
        is_long: false,
    })
}

fn money(compared: &Compared) -> SheetTable {
    let row = |arm: &ArmFindings| {
        let cells = money_figures(&arm.findings).map(|figure| figure.unwrap_or_else(|| "–".to_owned()));
        SheetRow::of(&arm.label.name, cells)
    };
    SheetTable {
        caption: "Money over the whole programme, thousand pounds, all sites together; and the months that initiatives lived \
                  after it for each thousand pounds spent."
            .to_owned(),
        columns: ["arm", "asked", "given", "spent", "months after it per £1000"].map(str::to_owned).to_vec(),
        rows: compared.arms.iter().map(row).collect(),
        is_long: false,
    }
}

fn how_sure(compared: &Compared) -> Vec<Part> {
    let words = format!(
        "An interval (±) says how sure the average difference is, and shrinks with more replicates; the spread says how far single \
         futures differ, and does not. An evaluator has one history: the table says in what share of single histories a log-rank \
         test of survival at 5\u{a0}% would have told an arm from \"{}\"; in that arm's own line stand the false alarms. Intervals \
         know of chance only, not of what the model leaves out.",
        name(compared)
    );
    let mut parts = vec![Part::Words(words)];
    if compared.unpaired > 0 {
        let left_out = count(compared.unpaired, "replicate", "replicates");
        parts.push(Part::Words(format!("Left out of differences, because a run failed: {left_out}.")));
    }
    let row = |arm: &ArmFindings| SheetRow::of(&arm.label.name, [percent(arm.contrast.evaluator_sees)]);
    parts.push(Part::Table(SheetTable {
        caption: format!(
            "What an evaluator would have seen, over {}.",
            count(compared.replicates, "paired replicate", "paired replicates")
        ),
        columns: ["arm", "single histories in which a log-rank test tells it apart"].map(str::to_owned).to_vec(),
        rows: compared.arms.iter().map(row).collect(),
        is_long: false,
    }));
    parts.push(Part::Table(all_metrics(compared)));
    parts
}

/// Every headline figure of every arm.
fn all_metrics(compared: &Compared) -> SheetTable {
    let rows =
        compared.baseline().contrast.effects.iter().filter(|(_, effect)| effect.arm.is_finite()).map(|(h, _)| {
            let cells = compared.arms.iter().enumerate().map(|(place, arm)| match effect(arm, &h.name) {
                Some((headline, effect)) if place == 0 => level(headline, effect.arm),
                Some((headline, effect)) => {
                    difference(headline, &effect.difference, effect.baseline.abs()).replace('-', "−")
                }
                None => "–".to_owned(),
            });
            SheetRow::of(&named(h), cells)
        });
    SheetTable {
        caption: format!("Every headline figure: its level under \"{}\", then differences from it.", name(compared)),
        columns: std::iter::once("figure".to_owned())
            .chain(compared.arms.iter().map(|arm| arm.label.name.clone()))
            .collect(),
        rows: rows.collect(),
        is_long: true,
    }
}

fn percent(share: f64) -> String {
    if share.is_nan() { "–".to_owned() } else { share_words(share) }
}

use super::initiatives::initiatives;
use super::over_models::{row_over_models, table_over_models};
use super::run::{WaitingFigures, the_model, told, what_ran, with_the_rest};
use super::share_words::share_words;
use super::sureness::{named, percent};
use super::{Contents, Part, Ran, Section, SheetRow, SheetTable};
use crate::analysis::{ArmFindings, Compared, Effect, Headline};
use crate::report::figures::{Figure, SideBySide};
use crate::report::story::ToldStory;
use crate::report::words::{
    Manner, best_in, clock_words, count, difference, explained, is_share, largest_over_models, level, listed, lower,
    money_figures, of_the_living, own_time, quoted, range, rescaled, sites_words, standing, unsure_signs,
};

/// What the report of a comparison says. `pictures` are all of it: those of all arms together, and those that each arm has;
/// `stories` those of a few typical initiatives under the first arm.
#[must_use]
pub fn comparison_contents(
    compared: &Compared,
    (figures, each): (Vec<Figure>, Vec<SideBySide>),
    stories: Vec<ToldStory>,
    ran: Ran,
) -> Contents {
    let setting = &compared.baseline().findings.setting;
    let mut figures = WaitingFigures(figures);
    let mut who = figures.take(&["stages-by-arm"]);
    who.extend(initiatives(&compared.baseline().findings.initiatives).map(|table| {
        let caption = format!("Under \"{}\": {}", name(compared), lower(&table.caption));
        Part::Table(SheetTable { caption, ..table })
    }));
    who.extend(told(stories, &format!("Single initiatives under \"{}\"", name(compared))));
    let mut between = vec![Part::Words(format!(
        "Every regime lives through the same futures, with the same luck in each. Differences are from \"{}\".",
        name(compared)
    ))];
    let times = [clock_words(compared), sites_words(compared), of_the_living(compared)];
    between.extend(times.into_iter().filter(|words| !words.is_empty()).map(Part::Words));
    between.push(arms_words(compared));
    between.extend(compared.metrics.iter().filter_map(|metric| metric_table(compared, metric)).map(Part::Table));
    between.extend(at_run_end(compared));
    between.push(Part::Table(money(compared)));
    let manner = Manner { name: &quoted };
    between.extend(rescaled(compared, &manner).into_iter().map(Part::Words));
    between.extend(Some(explained(compared, &manner)).filter(|words| !words.is_empty()).map(Part::Words));
    let sections = vec![
        Section::of("what-to-see", "What to see", figures.take(&["differences", "survival", "survival-by-arm"])),
        Section::of("who-survived", "Who survived, where, and why not", who),
        arms_side_by_side(compared, each),
        Section::of("differences", "Differences between regimes", between),
        Section::of(
            "how-sure",
            "How sure, and how far futures spread",
            over_models(compared).into_iter().chain(how_sure(compared)).collect(),
        ),
        what_ran(),
        the_model(),
    ];
    Contents {
        name: setting.scenario.clone(),
        kind: format!("A comparison of {} regimes", compared.arms.len()),
        question: setting.question.clone(),
        answer: answer(compared),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

/// Every picture of a run, of each arm.
fn arms_side_by_side(compared: &Compared, each: Vec<SideBySide>) -> Section {
    let drawn = each.iter().map(|one| one.arms.len()).max().unwrap_or(0);
    if drawn == 0 {
        return Section::of("side-by-side", "", vec![]);
    }
    let left_out = match compared.arms.len() - drawn {
        0 => String::new(),
        n => format!(" The last {} are in the tables alone.", count(n as u64, "regime", "regimes")),
    };
    let is_network = |one: &&SideBySide| one.arms.iter().any(|(_, figure)| figure.name.starts_with("network"));
    let networks = match each.iter().filter(is_network).count() {
        0 => String::new(),
        // The people of the first place have a picture of their own.
        n if n <= compared.baseline().findings.setting.sites.len() => {
            let sites = count((n as u64 - 1).max(1), "site", "sites");
            format!(" Networks are of one future, the same in all regimes, and of the first {sites}.")
        }
        _ => " Networks are of one future, the same in all regimes.".to_owned(),
    };
    let words = format!("Open a picture to hold two regimes side by side, on the same scales.{networks}{left_out}");
    Section::of("side-by-side", "Regimes side by side", vec![Part::Words(words), Part::SideBySide(each)])
}

fn name(compared: &Compared) -> &str {
    &compared.baseline().label.name
}

/// An arm's effect on a metric, if it has one.
fn effect<'a>(arm: &'a ArmFindings, metric: &str) -> Option<&'a (Headline, Effect)> {
    arm.contrast.effect(metric).filter(|(_, effect)| effect.arm.is_finite())
}

/// At what times arms are compared, who has most and least, which differ, how sure one country could be.
fn answer(compared: &Compared) -> Vec<String> {
    let metric = compared.first_metric();
    let Some(first) = standing(compared, &Manner { name: &quoted }) else {
        return vec!["The runs do not reach far enough to say what differs between regimes.".to_owned()];
    };
    let sentences = [
        clock_words(compared),
        sites_words(compared),
        first,
        best_in(compared, &quoted).unwrap_or_default(),
        differing(compared, metric),
        largest_over_models(compared),
        one_history(compared, metric),
    ];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect()
}

/// Arms but the first that have a value of a metric, with their effects.
fn others<'a>(compared: &'a Compared, metric: &str) -> Vec<(&'a ArmFindings, &'a Headline, &'a Effect)> {
    let arms = compared.arms.iter().skip(1);
    arms.filter_map(|arm| effect(arm, metric).map(|(headline, effect)| (arm, headline, effect)))
        .filter(|(_, _, effect)| effect.difference.known())
        .collect()
}

/// Which arms differ from the first beyond chance, by how much, and which do not.
fn differing(compared: &Compared, metric: &str) -> String {
    let arms = others(compared, metric);
    if compared.is_few() || arms.is_empty() {
        return String::new();
    }
    let sized = |(arm, headline, effect): &(&ArmFindings, &Headline, &Effect)| {
        let size =
            difference(headline, &effect.difference, effect.baseline.abs()).replace('-', "−").replace(' ', "\u{a0}");
        let unit = if is_share(headline) { "\u{a0}points" } else { "" };
        format!("{} ({size}{unit})", quoted(&arm.label.name))
    };
    let (told, untold): (Vec<_>, Vec<_>) = arms.iter().partition(|(_, _, effect)| effect.is_told());
    let told: Vec<String> = told.into_iter().map(sized).collect();
    let untold: Vec<String> = untold.into_iter().map(|(arm, _, _)| quoted(&arm.label.name)).collect();
    match (told.as_slice(), untold.as_slice()) {
        ([], []) => String::new(),
        ([], [one]) => format!("It cannot be told whether {one} differs from \"{}\".", name(compared)),
        ([], _) => format!("No regime differs from \"{}\" beyond chance.", name(compared)),
        (told, []) => format!("Beyond chance, these differ from \"{}\": {}.", name(compared), listed(told)),
        (told, untold) => format!(
            "Beyond chance, these differ from \"{}\": {}. Not told from it: {}.",
            name(compared),
            listed(told),
            listed(untold)
        ),
    }
}

/// What a single country would see of what differs.
fn one_history(compared: &Compared, metric: &str) -> String {
    if compared.replicates < 2 {
        return "This is one pair of futures: more of them would say how far futures differ.".to_owned();
    }
    let over = count(compared.replicates, "pair of futures", "pairs of futures");
    let told: Vec<_> = others(compared, metric).into_iter().filter(|(_, _, effect)| effect.is_told()).collect();
    let way = |(arm, _, effect): &(&ArmFindings, &Headline, &Effect)| {
        let tied = if effect.share_tied > 0.0 {
            format!(", and is the same in {}", share_words(effect.share_tied))
        } else {
            String::new()
        };
        format!("{} goes the same way in {} of them{tied}", quoted(&arm.label.name), share_words(effect.same_way()))
    };
    let lead = format!("That is over {over}. In a single future chance can hide it");
    match told.as_slice() {
        [] => String::new(),
        all if all.iter().all(|(_, _, effect)| effect.same_way() == 1.0) => {
            let who = if all.len() == 1 { "this regime" } else { "each of these regimes" };
            format!("That is over {over}, and in every one of them {who} goes that way.")
        }
        few if few.len() <= 3 => format!("{lead}: {}.", few.iter().map(way).collect::<Vec<_>>().join(". ")),
        many => {
            let shares = || many.iter().map(|(_, _, effect)| effect.same_way());
            let [low, high] = [shares().fold(1.0, f64::min), shares().fold(0.0, f64::max)].map(share_words);
            if low == high {
                format!("{lead}: each of these regimes goes the same way in {low} of them.")
            } else {
                format!("{lead}: each of these regimes goes the same way in {low} to {high} of them.")
            }
        }
    }
}

/// Every figure over plausible models.
fn over_models(compared: &Compared) -> Vec<Part> {
    let Some(models) = &compared.models else { return vec![] };
    let mut rows = vec![];
    for metric in &compared.metrics {
        for (place, arm) in compared.arms.iter().enumerate().skip(1) {
            let (Some((headline, effect)), Some(over)) = (effect(arm, metric), models.effect(place, metric)) else {
                continue;
            };
            let own = difference(headline, &effect.difference, effect.baseline.abs());
            let mean = effect.is_told().then_some(effect.difference.mean);
            rows.push(row_over_models(&arm.label.name, own, mean, headline, over));
        }
    }
    let words = format!(
        "Two things are not known: which future comes, and which numbers of the model are right. Each of {} of {} was run in {} \
         futures of its own, the same in all regimes. How far models differ is told with chance taken out (components of variance). \
         Budgets of regimes are those found at the parameters of the scenario. {}",
        count(models.sets, "plausible model", "plausible models"),
        models.of,
        models.per_set,
        unsure_signs(compared)
    );
    let caption = format!("Differences from \"{}\", by chance and over plausible models.", name(compared));
    vec![Part::Words(words), Part::Table(table_over_models(["regime", "difference"], caption, rows, false))]
}

/// What the arms are.
fn arms_words(compared: &Compared) -> Part {
    let line = |arm: &ArmFindings| {
        let mut text = arm.label.name.clone();
        if !arm.label.description.is_empty() {
            text += &format!(": {}", arm.label.description.trim_end_matches('.'));
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
            let none = || "–".to_owned();
            [level(headline, effect.arm), "baseline".to_owned(), none(), none(), none(), none(), none()]
        } else {
            [
                level(headline, effect.arm),
                difference(headline, &effect.difference, effect.baseline.abs()),
                range(headline, &effect.difference).replace(", ", " to "),
                percent(effect.share_above),
                percent(effect.share_below),
                percent(effect.share_tied),
                saving,
            ]
        };
        Some(SheetRow::of(&arm.label.name, cells))
    };
    let points = if is_share(headline) { ", points" } else { "" };
    Some(SheetTable {
        caption: format!("{}. {}", named(headline).trim_end_matches('.'), headline.meaning),
        columns: vec![
            "regime".to_owned(),
            "level".to_owned(),
            format!("difference from \"{}\" (± 95 % interval{points})", name(compared)),
            format!("nine of ten futures differ by{points}"),
            "more in so many futures".to_owned(),
            "less in".to_owned(),
            "the same in".to_owned(),
            "pairing saved, times runs".to_owned(),
        ],
        rows: compared.arms.iter().enumerate().filter_map(row).collect(),
        is_long: false,
    })
}

/// The figures at the end of the run, where arms are compared at other times.
fn at_run_end(compared: &Compared) -> Vec<Part> {
    let Some(months) = compared.clock.months().filter(|_| !compared.at_run_end.is_empty()) else { return vec![] };
    let last = compared.baseline().findings.setting.last_month().in_words();
    let words =
        format!("Beside it, the same at the end of the run (end of {last}), which is not {}:", own_time(months));
    let tables = compared.at_run_end.iter().filter_map(|metric| metric_table(compared, metric)).map(Part::Table);
    std::iter::once(Part::Words(words)).chain(tables).collect()
}

fn money(compared: &Compared) -> SheetTable {
    let row = |arm: &ArmFindings| {
        let cells =
            money_figures(&arm.findings, &compared.clock).map(|figure| figure.unwrap_or_else(|| "–".to_owned()));
        SheetRow::of(&arm.label.name, cells)
    };
    let until = compared.clock.months().map_or(String::new(), |months| format!(", up to {}", own_time(months)));
    SheetTable {
        caption: format!(
            "Money over the whole programme, thousand pounds, all sites together. Beside it, the months that initiatives lived after \
             it{until}, for each thousand pounds spent."
        ),
        columns: ["regime", "asked", "given", "spent", "months after it per £1000"].map(str::to_owned).to_vec(),
        rows: compared.arms.iter().map(row).collect(),
        is_long: false,
    }
}

fn how_sure(compared: &Compared) -> Vec<Part> {
    let words = format!(
        "An interval (±) says how sure the average difference is, and shrinks with more futures. The spread says how far single \
         futures differ, and does not shrink. An evaluator has one history. The table says in what share of single histories a \
         log-rank test of survival at 5\u{a0}% would have told a regime from \"{}\". In that regime's own line stand the false \
         alarms. Histories without such a test, because nothing ended or nobody was there, are not counted. Intervals know of \
         chance only, not of what the model leaves out.",
        name(compared)
    );
    let mut parts = vec![Part::Words(words)];
    if compared.is_few() {
        let over = count(compared.replicates, "pair of futures is", "pairs of futures are");
        parts.push(Part::Words(format!("{over} too few to tell regimes apart: read no difference as sure.")));
    }
    if compared.unpaired > 0 {
        let left_out = count(compared.unpaired, "future", "futures");
        parts.push(Part::Words(format!("Left out of differences, because a run failed: {left_out}.")));
    }
    let row = |arm: &ArmFindings| SheetRow::of(&arm.label.name, [percent(arm.contrast.evaluator_sees)]);
    parts.push(Part::Table(SheetTable {
        caption: format!(
            "What an evaluator would have seen, over {}.",
            count(compared.replicates, "pair of futures", "pairs of futures")
        ),
        columns: ["regime", "single histories in which a log-rank test tells it apart"].map(str::to_owned).to_vec(),
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
                Some((headline, effect)) => difference(headline, &effect.difference, effect.baseline.abs()),
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

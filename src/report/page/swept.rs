use super::over_models::{row_over_models, table_over_models};
use super::run::{WaitingFigures, the_model, what_ran, with_the_rest};
use super::sureness::named;
use super::{Contents, Part, Ran, Section, SheetCell, SheetRow, SheetTable};
use crate::analysis::{AxisEffect, AxisPair, Estimate, Extremes, FEW, Headline, Swept};
use crate::report::figures::Figure;
use crate::report::words::{
    count, difference_of, is_share, level, metric_words, sure, sure_difference, sure_level, swept_clock_words,
    swept_value,
};

/// What the report of a sweep says. `figures` are all its pictures.
#[must_use]
pub fn sweep_contents(swept: &Swept, figures: Vec<Figure>, ran: Ran) -> Contents {
    let mut figures = WaitingFigures(figures);
    let mut see = figures.take(&["sweep", "sweep-axes"]);
    see.extend(figures.take_all("sweep-"));
    let sections = vec![
        Section::of("what-to-see", "What to see", see),
        Section::of(
            "differences",
            "What each setting does",
            metrics(swept)
                .flat_map(|(metric, headline)| {
                    [
                        effects(swept, metric, headline),
                        together(swept, metric, headline),
                        along(swept, metric, headline),
                    ]
                })
                .flatten()
                .map(Part::Table)
                .collect(),
        ),
        Section::of(
            "how-sure",
            "How sure, and how far futures spread",
            over_models(swept).into_iter().chain(how_sure(swept)).collect(),
        ),
        what_ran(),
        the_model(),
    ];
    let design = if swept.is_grid { "grid" } else { "sample" };
    Contents {
        name: swept.setting.scenario.clone(),
        kind: format!("A sweep: a {design} of {}", count(swept.points.len() as u64, "point", "points")),
        question: swept.setting.question.clone(),
        answer: answer(swept),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

fn metrics(swept: &Swept) -> impl Iterator<Item = (usize, &Headline)> {
    swept.found.metrics().take(swept.shown).enumerate()
}

fn place(swept: &Swept, point: usize) -> String {
    let parts = swept.axes.iter().zip(&swept.points[point]);
    parts.map(|(key, value)| format!("{key}\u{a0}=\u{a0}{}", swept_value(value))).collect::<Vec<_>>().join(", ")
}

/// From where to where the first metric goes, what each setting does, how sure that is.
fn answer(swept: &Swept) -> Vec<String> {
    let Some((metric, headline)) = metrics(swept).next() else {
        return vec!["The sweep asks about no figure.".to_owned()];
    };
    let Some(extremes) = swept.extremes(metric) else {
        return vec!["The runs do not reach far enough to say anything of the figures that were asked for.".to_owned()];
    };
    let runs = count(swept.replicates, "future", "futures");
    let third = if swept.replicates < FEW {
        format!("Each point is {runs}, the same at all points: too few to say how sure that is.")
    } else {
        let width = |(_, e): &(usize, Estimate)| e.has_interval().then_some(e.interval[1] - e.interval[0]);
        let widest = swept.known(metric).iter().filter_map(width).fold(0.0, f64::max);
        let unit = if is_share(headline) { " points" } else { "" };
        format!(
            "Each point is {runs}, the same at all points. The 95\u{a0}% intervals of the averages are at most {}{unit} wide.",
            difference_of(headline, widest).trim_start_matches('+')
        )
    };
    [
        swept_clock_words(swept),
        where_it_goes(swept, metric, headline, extremes),
        what_settings_do(swept, metric, headline),
        third,
    ]
    .into_iter()
    .filter(|s| !s.is_empty())
    .collect()
}

fn where_it_goes(swept: &Swept, metric: usize, headline: &Headline, extremes: Extremes) -> String {
    let words = metric_words::title(&headline.name, &headline.meaning);
    let at = |point: usize| swept.found.estimate(point, metric);
    let [low, high] = [extremes.lowest, extremes.highest].map(at);
    let [low_text, high_text] = [low, high].map(|e| level(headline, e.mean).replace(' ', "\u{a0}"));
    let [low_place, high_place] = [extremes.lowest, extremes.highest].map(|point| place(swept, point));
    if swept.points.len() == 1 {
        format!("{words}: {high_text} at {high_place}.")
    } else if low.mean == high.mean {
        format!("{words}: the same everywhere ({high_text}).")
    } else if extremes.is_lowest && extremes.is_highest {
        format!("{words}: most ({high_text}) at {high_place}. Least ({low_text}) at {low_place}.")
    } else if extremes.are_apart {
        format!("{words}: from {low_text} at {low_place} to {high_text} at {high_place}.")
    } else if swept.replicates < FEW {
        format!("{words}: from {low_text} to {high_text}. So few futures cannot tell points apart.")
    } else {
        format!("{words}: from {low_text} to {high_text}. Points cannot be told apart.")
    }
}

/// Effects with their intervals; the largest is called so only if it is beyond chance.
fn what_settings_do(swept: &Swept, metric: usize, headline: &Headline) -> String {
    let effects = swept.axis_effects(metric);
    let change = |effect: &AxisEffect| sure_difference(headline, &effect.effect).replace('-', "−");
    let name = |effect: &AxisEffect| swept.axes[effect.axis].as_str();
    let ways =
        if swept.is_grid { "from one end to the other" } else { "from the lower half of its range to the upper" };
    match effects.as_slice() {
        [] => String::new(),
        _ if swept.points.len() < 2 => String::new(),
        [only] => format!("Along {}, {ways}, it changes by {}.", name(only), change(only)),
        [first, rest @ ..] => {
            let all: Vec<String> =
                rest.iter().take(3).map(|effect| format!("{} by {}", name(effect), change(effect))).collect();
            let list = format!("{} changes it by {}, {}", name(first), change(first), all.join(", "));
            let rank = if swept.is_first_largest(metric, &effects) {
                format!("What {} does is larger than what any other does, beyond chance", name(first))
            } else if swept.replicates < FEW && swept.is_grid {
                "So few futures cannot tell which does most".to_owned()
            } else {
                "Which of them does most cannot be told".to_owned()
            };
            format!("Each setting {ways}, the others averaged: {list}. {rank}.")
        }
    }
}

/// What each axis does from one end to the other.
fn effects(swept: &Swept, metric: usize, headline: &Headline) -> Option<SheetTable> {
    let row = |effect: &AxisEffect| SheetRow {
        cells: [
            SheetCell::Text(swept.axes[effect.axis].clone()),
            SheetCell::Number(swept_value(&effect.ends[0])),
            SheetCell::Number(level(headline, effect.levels[0])),
            SheetCell::Number(swept_value(&effect.ends[1])),
            SheetCell::Number(level(headline, effect.levels[1])),
            SheetCell::Number(sure_difference(headline, &effect.effect)),
        ]
        .to_vec(),
        ..SheetRow::default()
    };
    let rows: Vec<SheetRow> = swept.axis_effects(metric).iter().map(row).collect();
    let (from, to, how) = if swept.is_grid {
        ("from", "to", "from its first value to its last, in the same futures and at the same values of all others")
    } else {
        (
            "lower half, around",
            "upper half, around",
            "from the lower half of its values to the upper, over the points of the sample",
        )
    };
    (!rows.is_empty() && swept.points.len() > 1).then(|| SheetTable {
        caption: format!("{}: each setting alone, {how}. {}", named(headline), headline.meaning),
        columns: ["setting", from, "average there", to, "average there", "change (± 95 % interval)"]
            .map(str::to_owned)
            .to_vec(),
        is_long: rows.len() > 12,
        rows,
    })
}

/// What every two axes of a grid do together that each does not do alone.
fn together(swept: &Swept, metric: usize, headline: &Headline) -> Option<SheetTable> {
    let row = |pair: &AxisPair| SheetRow {
        cells: vec![
            SheetCell::Text(pair.axes.map(|axis| swept.axes[axis].as_str()).join(" and ")),
            SheetCell::Number(sure_difference(headline, &pair.effect)),
            SheetCell::Text(if pair.is_beyond_chance { "yes" } else { "no" }.to_owned()),
        ],
        ..SheetRow::default()
    };
    let rows: Vec<SheetRow> = swept.axis_pairs(metric).iter().map(row).collect();
    let chance = swept.accounted_for(metric).map_or(String::new(), |part| {
        let part = 100.0 * part;
        format!(" Of what differs between single futures all settings together account for {part:.0}\u{a0}%. The rest is chance.")
    });
    (!rows.is_empty()).then(|| SheetTable {
        caption: format!(
            "{}: what two settings do together, each from its first value to its last, less the sum of what each does alone. Above 0 \
             they need each other where both do good. Below 0 they stand in for one another.{chance}",
            named(headline)
        ),
        columns: ["settings", "together, less the sum (± 95 % interval)", "beyond chance"].map(str::to_owned).to_vec(),
        is_long: rows.len() > 12,
        rows,
    })
}

/// A grid's axes one by one, at every value.
fn along(swept: &Swept, metric: usize, headline: &Headline) -> Option<SheetTable> {
    if !swept.is_grid || swept.axes.len() < 2 {
        return None;
    }
    let mut rows = vec![];
    for (axis, key) in swept.axes.iter().enumerate() {
        for (value, estimate) in swept.main_effect(axis, metric).into_iter().filter(|(_, estimate)| estimate.known()) {
            let sure =
                Some(sure(headline, &estimate)).filter(|sure| !sure.is_empty()).unwrap_or_else(|| "–".to_owned());
            rows.push(SheetRow {
                cells: vec![
                    SheetCell::Text(key.clone()),
                    SheetCell::Number(swept_value(&value)),
                    SheetCell::Number(level(headline, estimate.mean)),
                    SheetCell::Number(sure),
                ],
                ..SheetRow::default()
            });
        }
    }
    (!rows.is_empty()).then(|| SheetTable {
        caption: format!("{}: at every value of each setting, the others averaged.", named(headline)),
        columns: ["setting", "value", "average", "95 % interval"].map(str::to_owned).to_vec(),
        is_long: true,
        rows,
    })
}

/// What each setting does over plausible models.
fn over_models(swept: &Swept) -> Vec<Part> {
    let Some(models) = &swept.models else { return vec![] };
    let mut rows = vec![];
    for (metric, headline) in metrics(swept) {
        for effect in swept.axis_effects(metric) {
            let Some(over) = &models.axes[effect.axis][metric] else { continue };
            let own = sure_difference(headline, &effect.effect);
            let mean = effect.is_beyond_chance().then_some(effect.effect.mean);
            rows.push(row_over_models(&swept.axes[effect.axis], own, mean, headline, over));
        }
    }
    let words = format!(
        "Two things are not known: which future comes, and which numbers of the model are right. Each of {} of {} was run at every \
         point in {} futures of its own, the same at all points. Parameters that the scenario or a setting gives stay as they are. How \
         far models differ is told with chance taken out (components of variance).",
        count(models.sets, "plausible model", "plausible models"),
        models.of,
        models.per_set,
    );
    let caption = "What each setting does from one end to the other, by chance and over plausible models.".to_owned();
    let is_long = rows.len() > 12;
    vec![Part::Words(words), Part::Table(table_over_models(["setting", "change"], caption, rows, is_long))]
}

fn how_sure(swept: &Swept) -> Vec<Part> {
    let mut parts = vec![Part::Words(
        "Every point lives through the same futures, with the same luck in each. In these futures neighbouring points differ by \
         their settings alone. A 95\u{a0}% interval says how sure an average is. It knows of chance only, not of what the model \
         leaves out."
            .to_owned(),
    )];
    let failed = swept.failed();
    if failed > 0 {
        parts.push(Part::Words(format!("{} failed; the table of runs says why.", count(failed, "run", "runs"))));
    }
    let shown: Vec<(usize, &Headline)> = metrics(swept).collect();
    let row = |(point, values): (usize, &Vec<crate::analysis::SweptValue>)| {
        let mut cells: Vec<SheetCell> = values.iter().map(|value| SheetCell::Number(swept_value(value))).collect();
        cells.extend(shown.iter().map(|&(metric, headline)| {
            let estimate = swept.found.estimate(point, metric);
            SheetCell::Number(if estimate.known() { sure_level(headline, &estimate) } else { "–".to_owned() })
        }));
        SheetRow { cells, ..SheetRow::default() }
    };
    parts.push(Part::Table(SheetTable {
        caption: format!("Every point, {} each.", count(swept.replicates, "future", "futures")),
        columns: swept.axes.iter().cloned().chain(shown.iter().map(|(_, headline)| named(headline))).collect(),
        rows: swept.points.iter().enumerate().map(row).collect(),
        is_long: true,
    }));
    parts
}

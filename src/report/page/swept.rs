use super::run::{Shelf, the_model, what_ran, with_the_rest};
use super::sureness::named;
use super::{Cell, Contents, Part, Ran, Section, SheetRow, SheetTable};
use crate::analysis::{Estimate, Headline, Swept};
use crate::report::figure::count;
use crate::report::quantities::{difference_of, is_share, level, spread_of};
use crate::report::swept_value::swept_value;
use crate::report::{Figure, metric_words};

/// What the report of a sweep says. `figures` are all its pictures.
#[must_use]
pub fn sweep_contents(swept: &Swept, figures: Vec<Figure>, ran: Ran) -> Contents {
    let mut figures = Shelf(figures);
    let mut see = figures.take(&["sweep", "sweep-axes"]);
    see.extend(figures.take_all("sweep-"));
    let sections = vec![
        Section::of("what-to-see", "What to see", see),
        Section::of(
            "differences",
            "What each setting does",
            metrics(swept).filter_map(|(metric, headline)| effects(swept, metric, headline)).map(Part::Table).collect(),
        ),
        Section::of("how-sure", "How sure, and how far futures spread", how_sure(swept)),
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

/// Where the first metric is largest and smallest, which setting matters most, how sure that is.
fn answer(swept: &Swept) -> Vec<String> {
    let Some((metric, headline)) = metrics(swept).next() else {
        return vec!["The sweep asks about no figure.".to_owned()];
    };
    let Some([least, most]) = swept.extremes(metric) else {
        return vec!["The runs do not reach far enough to say anything of the figures that were asked for.".to_owned()];
    };
    let words = metric_words::title(&headline.name, &headline.meaning);
    let figure = |estimate: &Estimate| level(headline, estimate.mean).replace(' ', "\u{a0}");
    let first = if most.1.mean > least.1.mean {
        format!(
            "{words}: most ({}) at {}; least ({}) at {}.",
            figure(&most.1),
            place(swept, most.0),
            figure(&least.1),
            place(swept, least.0)
        )
    } else {
        format!("{words}: the same everywhere ({}).", figure(&most.1))
    };
    let mut ranges: Vec<(&str, f64)> = (0..swept.axes.len())
        .filter_map(|axis| Some((swept.axes[axis].as_str(), reach(swept, axis, metric)?)))
        .collect();
    ranges.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let unit = if is_share(headline) { " points" } else { "" };
    let change = |size: f64| difference_of(headline, size).replace('-', "−") + unit;
    let second = match ranges.as_slice() {
        [(axis, size)] => format!("From one end of {axis} to the other it changes by {}.", change(*size)),
        [(axis, size), rest @ ..] => format!(
            "What matters most is {axis}: from one end to the other, the others averaged, it changes by {}; {}.",
            change(*size),
            rest.iter()
                .take(3)
                .map(|(axis, size)| format!("{axis} by {}", change(*size)))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        [] => String::new(),
    };
    let widest =
        swept.known(metric).iter().map(|(_, e)| e.half_width).filter(|h| h.is_finite()).fold(f64::NAN, f64::max);
    let runs = count(swept.replicates, "replicate", "replicates");
    let third = if widest.is_nan() {
        format!("Each point is {runs}: too few to say how sure that is.")
    } else {
        let worst = Estimate { half_width: widest, ..most.1 };
        format!(
            "Each point is {runs} in the same futures; no average is less sure than ±{}{unit}.",
            spread_of(headline, &worst)
        )
    };
    [first, second, third].into_iter().filter(|s| !s.is_empty()).collect()
}

/// How far a metric goes along an axis, the others averaged: of a sample, from its lower to its upper half.
fn reach(swept: &Swept, axis: usize, metric: usize) -> Option<f64> {
    let effects: Vec<f64> =
        swept.main_effect(axis, metric).iter().map(|(_, e)| e.mean).filter(|mean| mean.is_finite()).collect();
    if swept.is_grid {
        return Some(effects.last()? - effects.first()?);
    }
    let (low, high) = effects.split_at(effects.len() / 2);
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    Some(mean(high) - mean(low)).filter(|size| size.is_finite())
}

/// A grid's axes one by one.
fn effects(swept: &Swept, metric: usize, headline: &Headline) -> Option<SheetTable> {
    let mut rows = vec![];
    for (axis, key) in swept.axes.iter().enumerate() {
        if swept.is_grid {
            for (value, estimate) in swept.main_effect(axis, metric) {
                let half =
                    if estimate.half_width.is_finite() { spread_of(headline, &estimate) } else { "–".to_owned() };
                rows.push(SheetRow {
                    cells: vec![
                        Cell::Text(key.clone()),
                        Cell::Number(swept_value(&value)),
                        Cell::Number(level(headline, estimate.mean)),
                        Cell::Number(half),
                    ],
                    ..SheetRow::default()
                });
            }
        } else if let Some(size) = reach(swept, axis, metric) {
            rows.push(SheetRow {
                cells: vec![Cell::Text(key.clone()), Cell::Number(difference_of(headline, size).replace('-', "−"))],
                ..SheetRow::default()
            });
        }
    }
    let columns: &[&str] = if swept.is_grid {
        &["setting", "value", "average", "± (95 % interval)"]
    } else {
        &["setting", "upper half minus lower half of its range"]
    };
    (!rows.is_empty()).then(|| SheetTable {
        caption: format!("{}: each setting alone, the others averaged. {}", named(headline), headline.meaning),
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
        is_long: rows.len() > 12,
        rows,
    })
}

fn how_sure(swept: &Swept) -> Vec<Part> {
    let mut parts = vec![Part::Words(
        "Every point lives through the same futures: replicate by replicate the same draws, so that neighbouring points differ by \
         their settings and not by chance. An interval (±) says how sure an average is; it knows of chance only, not of what the \
         model leaves out."
            .to_owned(),
    )];
    let failed = swept.failed();
    if failed > 0 {
        parts.push(Part::Words(format!("{} failed; the table of runs says why.", count(failed, "run", "runs"))));
    }
    let shown: Vec<(usize, &Headline)> = metrics(swept).collect();
    let row = |(point, values): (usize, &Vec<crate::analysis::SweptValue>)| {
        let mut cells: Vec<Cell> = values.iter().map(|value| Cell::Number(swept_value(value))).collect();
        cells.extend(shown.iter().map(|&(metric, headline)| {
            let estimate = swept.found.estimate(point, metric);
            let text = level(headline, estimate.mean);
            let sure = estimate.half_width.is_finite();
            Cell::Number(if sure { format!("{text} ±{}", spread_of(headline, &estimate)) } else { text })
        }));
        SheetRow { cells, ..SheetRow::default() }
    };
    parts.push(Part::Table(SheetTable {
        caption: format!("Every point, {} each.", count(swept.replicates, "replicate", "replicates")),
        columns: swept.axes.iter().cloned().chain(shown.iter().map(|(_, headline)| named(headline))).collect(),
        rows: swept.points.iter().enumerate().map(row).collect(),
        is_long: true,
    }));
    parts
}

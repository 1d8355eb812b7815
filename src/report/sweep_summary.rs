use super::columns::{ABREAST, NAME, aligned};
use super::display_width::end_of;
use super::emphasised::{Emphasis, Emphasised};
use super::figure::count;
use super::metric_words::{column_heads, short};
use super::paragraph::paragraph;
use super::quantities::{difference_of, level, spread_of};
use super::swept_value::swept_value;
use crate::analysis::{Estimate, Headline, Swept, SweptValue};

/// Points of a single axis that are listed one by one.
const LISTED: usize = 24;

/// What a sweep comes to, in plain words and a small table, at most 80 columns wide.
#[must_use]
pub fn sweep_summary(swept: &Swept) -> Emphasised {
    let sections = [opening(swept), extremes(swept), listing(swept), axes(swept), how_to_read(swept)];
    Emphasised::marked(sections.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn opening(swept: &Swept) -> String {
    let setting = &swept.setting;
    let last = setting.last_month();
    let points = count(swept.points.len() as u64, "point", "points");
    let runs = count(swept.replicates, "replicate", "replicates");
    let sites = count(setting.sites.len() as u64, "site", "sites");
    let design = if swept.is_grid { "grid" } else { "Sobol' sample" };
    let title = format!(
        "{}: a {design} of {points} over {}, {sites}, {} to {last}, {runs} each",
        setting.scenario,
        swept.axes.join(" and "),
        setting.start
    );
    let question = if setting.question.is_empty() { String::new() } else { paragraph("", &setting.question) };
    paragraph("", &Emphasis::Heading.of(&title)) + &question
}

fn place(swept: &Swept, point: usize) -> String {
    let parts = swept.axes.iter().zip(&swept.points[point]);
    parts
        .map(|(key, value)| format!("{}\u{a0}{}", last_part(swept, key), swept_value(value)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The last part of a dotted key, if that says which axis it is.
fn last_part<'a>(swept: &'a Swept, key: &'a str) -> &'a str {
    let last = |key: &'a str| key.rsplit('.').next().unwrap_or(key);
    let same = swept.axes.iter().filter(|other| last(other) == last(key)).count();
    if same > 1 { key } else { last(key) }
}

/// Where each metric is largest and smallest.
fn extremes(swept: &Swept) -> String {
    let mut text = String::new();
    for (metric, headline) in swept.found.metrics().take(swept.shown).enumerate() {
        let Some([least, most]) = swept.extremes(metric) else { continue };
        let heads = short(&headline.name);
        let words = if most.1.mean == least.1.mean {
            format!("the same everywhere: {}", with_interval(headline, &most.1))
        } else {
            format!(
                "most at {} ({}), least at {} ({})",
                place(swept, most.0),
                with_interval(headline, &most.1),
                place(swept, least.0),
                with_interval(headline, &least.1)
            )
        };
        text += &paragraph("  ", &format!("{}: {words}.", Emphasis::Heading.of(&heads)));
    }
    text
}

fn with_interval(headline: &Headline, estimate: &Estimate) -> String {
    let mean = level(headline, estimate.mean);
    if estimate.half_width.is_nan() { mean } else { format!("{mean} ±{}", spread_of(headline, estimate)) }
}

/// A sweep of one axis, point by point.
fn listing(swept: &Swept) -> String {
    if swept.axes.len() > 1 || swept.points.len() > LISTED {
        return String::new();
    }
    let metrics: Vec<(usize, &Headline)> = swept.found.metrics().take(swept.shown).enumerate().take(ABREAST).collect();
    let heads: Vec<[String; 2]> = metrics.iter().map(|(_, headline)| column_heads(&headline.name)).collect();
    let row = |(point, values): (usize, &Vec<SweptValue>)| {
        let cell = |&(metric, headline): &(usize, &Headline)| level(headline, swept.found.estimate(point, metric).mean);
        (shortened(&values[0].to_string()), metrics.iter().map(cell).collect())
    };
    let rows: Vec<(String, Vec<String>)> = swept.points.iter().enumerate().map(row).collect();
    aligned(&shortened(&swept.axes[0]), &heads, &rows)
}

/// How much each axis matters for the first metric: the range of its means over the other axes.
fn axes(swept: &Swept) -> String {
    let Some(headline) = swept.found.metrics().next().filter(|_| swept.axes.len() > 1 && swept.is_grid) else {
        return String::new();
    };
    let heads = short(&headline.name);
    let mut text =
        paragraph("", &format!("From one end of an axis to the other, the others averaged, \"{heads}\" goes:"));
    for (axis, key) in swept.axes.iter().enumerate() {
        let effects = swept.main_effect(axis, 0);
        let (Some(first), Some(last)) = (effects.first(), effects.last()) else { continue };
        let words = format!(
            "from {} at {} to {} at {} ({})",
            level(headline, first.1.mean),
            first.0,
            level(headline, last.1.mean),
            last.0,
            difference_of(headline, last.1.mean - first.1.mean)
        );
        text += &paragraph(&format!("  {}  ", last_part(swept, key)), &words);
    }
    text
}

fn how_to_read(swept: &Swept) -> String {
    let failed = swept.failed();
    let mut text = "Every point lives through the same futures: replicate by replicate the same draws. ± is the \
                    95\u{a0}% interval of the average."
        .to_owned();
    if failed > 0 {
        text += &format!(" {} failed: runs says why.", count(failed, "run", "runs"));
    }
    paragraph("", &text)
}

/// The end of a name says more than its beginning: keys are dotted.
fn shortened(name: &str) -> String {
    end_of(name, NAME - 1)
}

#[cfg(test)]
mod tests {
    use super::sweep_summary;
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{Headline, Kept, Points, Swept, SweptValue};

    fn swept(axes: &[&str], points: Vec<Vec<SweptValue>>) -> Swept {
        let setting = setting(2);
        let headlines = Headline::all(&[]);
        let metrics = ["alive_at_horizon", "survived_24", "money_spent"].map(str::to_owned);
        let mut found = Points::new(&headlines, &metrics, points.len());
        for point in 0..points.len() {
            for replicate in 0..4 {
                let run = record(&setting, 10 * point as u64 + replicate);
                found.add(point, (point != 1 || replicate != 2).then_some(&Kept::of(run, &setting, &headlines, 0)));
            }
        }
        let axes = axes.iter().map(|&axis| axis.to_owned()).collect();
        Swept { setting, axes, is_grid: true, points, replicates: 4, found, shown: 3 }
    }

    #[test]
    fn one_axis_is_listed_and_two_are_summed_up() {
        let number = |x: f64| SweptValue::Number(x);
        let one = sweep_summary(&swept(&["programme.funding.award"], vec![vec![number(0.2)], vec![number(1.0 / 3.0)]]))
            .plain();
        let word = |text: &str| SweptValue::Text(text.to_owned());
        let points = [0.2, 0.4].iter().flat_map(|&x| ["annual", "whole"].map(|h| vec![number(x), word(h)]));
        let two =
            sweep_summary(&swept(&["programme.funding.award", "programme.funding.horizon"], points.collect())).plain();
        for text in [&one, &two] {
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(text.contains("1 run failed") && !text.contains("NaN"), "{text}");
        }
        let unbroken = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (one, two) = (unbroken(&one), unbroken(&two));
        // Point 0 spends 501.5 on average, point 1 (its third run failed) 511.3.
        for part in ["money spent (£1000): most at award 0.333 (511", "least at award 0.2 (502"] {
            assert!(one.contains(part), "{part}: {one}");
        }
        assert!(one.contains("programme.funding.award run's end 24 months (£1000) 0.2 "), "{one}");
        assert!(two.contains("\"alive at run's end\" goes: award from ") && two.contains("horizon from "), "{two}");
    }
}

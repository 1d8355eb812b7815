use super::model_columns::{model_cells, model_heads};
use crate::analysis::{FEW, Headline, Swept, SweptValue};
use crate::report::terminal::{ABREAST, Emphasis, Emphasised, NAME, aligned, end_of, in_words, paragraph};
use crate::report::words::{
    column_heads, count, level, short, sure_difference, sure_level, swept_clock_words, swept_value,
};

/// Points of a single axis that are listed one by one.
const LISTED: usize = 24;

/// What a sweep comes to, in plain words and a small table, at most 80 columns wide.
#[must_use]
pub fn sweep_summary(swept: &Swept) -> Emphasised {
    in_words(&swept.setting.words, || {
        let sections = [
            opening(swept),
            extremes(swept),
            listing(swept),
            axes(swept),
            over_models(swept),
            together(swept),
            how_to_read(swept),
        ];
        Emphasised::marked(sections.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n"))
    })
}

fn opening(swept: &Swept) -> String {
    let setting = &swept.setting;
    let last = setting.last_month().in_words();
    let points = count(swept.points.len() as u64, "point", "points");
    let runs = count(swept.replicates, "replicate", "replicates");
    let sites = count(setting.sites.len() as u64, "site", "sites");
    let design = if swept.is_grid { "grid" } else { "Sobol' sample" };
    let title = format!(
        "{}: a {design} of {points} over {}, {sites}, {} to {last}, {runs} each",
        setting.scenario,
        swept.axes.join(" and "),
        setting.start.in_words()
    );
    let question = if setting.question.is_empty() { String::new() } else { paragraph("", &setting.question) };
    let times = match swept_clock_words(swept) {
        nothing if nothing.is_empty() => nothing,
        words => format!("\n{}", paragraph("", &words)),
    };
    paragraph("", &Emphasis::Heading.of(&title)) + &question + &times
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

/// From where to where each metric goes; the ends are called so only where they can be told from all others.
fn extremes(swept: &Swept) -> String {
    let mut text = String::new();
    for (metric, headline) in swept.found.metrics().take(swept.shown).enumerate() {
        let Some(extremes) = swept.extremes(metric) else { continue };
        let at = |point: usize| swept.found.estimate(point, metric);
        let (low, high) = (at(extremes.lowest), at(extremes.highest));
        let [low_text, high_text] = [low, high].map(|estimate| sure_level(headline, &estimate));
        let [low_place, high_place] = [extremes.lowest, extremes.highest].map(|point| place(swept, point));
        let words = match (low.mean == high.mean, extremes.is_lowest && extremes.is_highest) {
            _ if swept.points.len() == 1 => high_text,
            (true, _) => format!("the same everywhere: {high_text}"),
            (_, true) => format!("most at {high_place} ({high_text}), least at {low_place} ({low_text})"),
            _ if extremes.are_apart => format!("from {low_text} at {low_place} to {high_text} at {high_place}"),
            _ => format!("from {low_text} to {high_text}; {}", cannot_tell(swept)),
        };
        text += &paragraph("  ", &format!("{}: {words}.", Emphasis::Heading.of(&short(&headline.name))));
    }
    text
}

/// Why points are not ranked.
fn cannot_tell(swept: &Swept) -> &'static str {
    if swept.replicates < FEW { "so few replicates cannot tell points apart" } else { "points cannot be told apart" }
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

/// What each axis does to the first metric, with intervals; the largest is called so only if it is beyond chance.
fn axes(swept: &Swept) -> String {
    let Some(headline) = swept.found.metrics().next() else { return String::new() };
    let effects = swept.axis_effects(0);
    if effects.is_empty() || swept.points.len() < 2 {
        return String::new();
    }
    let heads = short(&headline.name);
    let others = if swept.axes.len() > 1 { ", the others averaged" } else { "" };
    let how = if swept.is_grid {
        format!("From one end of an axis to the other{others}, \"{heads}\" changes by")
    } else {
        format!("From the lower half of an axis to the upper{others}, \"{heads}\" changes by")
    };
    let mut text = paragraph("", &how);
    for effect in &effects {
        let [first, last] = [0, 1].map(|end| {
            let around = if swept.is_grid { "at" } else { "around" };
            format!("{} {around} {}", level(headline, effect.levels[end]), swept_value(&effect.ends[end]))
        });
        let words = format!("{}: from {first} to {last}", sure_difference(headline, &effect.effect));
        let futures = swept.future_shares(effect.axis, 0).map_or(String::new(), |shares| {
            let [more, less] = [shares.more, shares.less].map(|share| format!("{:.0}\u{a0}%", 100.0 * share));
            format!("; more in {more} of single futures, less in {less}")
        });
        text += &paragraph(&format!("  {}  ", last_part(swept, &swept.axes[effect.axis])), &(words + &futures));
    }
    if effects.len() > 1 {
        let first = last_part(swept, &swept.axes[effects[0].axis]);
        let rank = if swept.is_first_largest(0, &effects) {
            format!("What {first} does is larger than what any other axis does, beyond chance.")
        } else if swept.replicates < FEW && swept.is_grid {
            "So few replicates cannot tell which axis does most.".to_owned()
        } else {
            "Which axis does most cannot be told.".to_owned()
        };
        text += &paragraph("", &rank);
    }
    text
}

/// What each axis does to the first metric, by chance and over plausible models.
fn over_models(swept: &Swept) -> String {
    let (Some(models), Some(headline)) = (&swept.models, swept.found.metrics().next()) else { return String::new() };
    let mut rows = vec![];
    for effect in swept.axis_effects(0) {
        let Some(over) = &models.axes[effect.axis][0] else { continue };
        let mean = effect.is_beyond_chance().then_some(effect.effect.mean);
        let cells = model_cells(sure_difference(headline, &effect.effect), mean, headline, over);
        rows.push((shortened(last_part(swept, &swept.axes[effect.axis])), cells));
    }
    if rows.is_empty() {
        return String::new();
    }
    let of = count(models.sets, "plausible model", "plausible models");
    let lead = format!(
        "How far chance moves what each axis does to \"{}\", and how far {of} of {} differ:",
        short(&headline.name),
        models.of
    );
    paragraph("", &Emphasis::Heading.of(&lead)) + &aligned("", &model_heads("change"), &rows)
}

/// Whether axes need each other or stand in for one another, and how much of single futures is left to chance.
fn together(swept: &Swept) -> String {
    let Some(headline) = swept.found.metrics().next() else { return String::new() };
    let pairs = swept.axis_pairs(0);
    if pairs.is_empty() {
        return String::new();
    }
    let sure: Vec<_> = pairs.iter().filter(|pair| pair.is_beyond_chance).take(LISTED).collect();
    let mut text = if swept.replicates < FEW {
        paragraph("", "So few replicates cannot tell whether axes do more together than apart.")
    } else if sure.is_empty() {
        paragraph("", "No two axes do more, or less, together than the sum of each alone, beyond chance.")
    } else {
        let how = format!(
            "Two axes together, each from one end to the other, differ from the sum of each alone (of {}, those beyond chance):",
            count(pairs.len() as u64, "pair", "pairs")
        );
        paragraph("", &how)
    };
    for pair in sure {
        let names = pair.axes.map(|axis| last_part(swept, &swept.axes[axis])).join(" and ");
        text += &paragraph(&format!("  {names}  "), &sure_difference(headline, &pair.effect));
    }
    if let Some(part) = swept.accounted_for(0).filter(|_| swept.replicates >= FEW) {
        let words = format!(
            "Of what differs between single futures all axes together account for {:.0}\u{a0}%; the rest is chance.",
            100.0 * part
        );
        text += &paragraph("", &words);
    }
    text
}

fn how_to_read(swept: &Swept) -> String {
    let failed = swept.failed();
    let mut text =
        "Every point lives through the same futures: replicate by replicate the same draws. ± and brackets: 95\u{a0}% \
                    intervals."
            .to_owned();
    if swept.replicates == 1 {
        text += " One replicate has none: it is one possible future.";
    } else if swept.replicates < FEW {
        text += " So few replicates say little of how sure that is.";
    }
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
    use crate::analysis::{Headline, Kept, Points, Swept, SweptTimes, SweptValue};

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
        Swept {
            setting,
            axes,
            is_grid: true,
            points,
            replicates: 4,
            found,
            shown: 3,
            times: SweptTimes::default(),
            models: None,
        }
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
        for part in ["money spent (£1000): from 502 ±", "to 511 ±", "so few replicates cannot tell points apart"] {
            assert!(one.contains(part), "{part}: {one}");
        }
        assert!(one.contains("programme.funding.award run's end 24 months (£1000) 0.2 "), "{one}");
        assert!(
            two.contains("\"alive at run's end\" changes by ")
                && two.contains("So few replicates cannot tell which axis"),
            "{two}"
        );
    }
}

use super::drawn_figure::Figure;
use super::picture_parts::{figure, heading};
use crate::analysis::{
    Discovery, FoundBox, FoundLimit, Indices, InputValues, PeeledBox, Screening, Side, SweptValue, VariedQuestion,
};
use crate::chart::{
    BandKey, Heading, LimitRow, LimitsChart, LineBandChart, NumberFormat, Positions, RankedChart, RankedRow, SweepLine,
    SweepPanel, SweepPoint,
};
use crate::report::words::{p_words, rule_lines, varied_change, varied_ends, varied_level, varied_title, varied_unit};

const NOTHING: &str = "what other futures alone do";
const INTERVAL: &str = "how sure that is (95 %)";

/// The pictures of what an outcome hangs on: `sensitivity` and `screening`, those that there are.
#[must_use]
pub fn sensitivity_figures(
    question: &VariedQuestion,
    screening: Option<&Screening>,
    indices: Option<&Indices>,
) -> Vec<Figure> {
    let ranked = indices.map(|indices| {
        figure(
            "sensitivity",
            ranked_indices(question, indices),
            "How much of what differs between points goes with each input: the whole bar alone and together with others, the dark part \
             alone. A hollow bar is no larger than chance makes of nothing. Beside it: the outcome where the input is low, and where it is \
             high.",
        )
    });
    let screened = screening.map(|screening| {
        figure(
            "screening",
            ranked_screening(question, screening),
            "How much a step over the whole range of each input moves the outcome, up or down, on average over many points. Beside it: \
             how much of that goes one way. A hollow bar cannot be told from what other futures alone do.",
        )
    });
    ranked.into_iter().chain(screened).collect()
}

fn common(question: &VariedQuestion, title: &str, made_of: &str) -> Heading {
    let futures = super::picture_parts::futures(u64::from(question.replicates));
    heading(&question.setting, title, &format!("{made_of}, {futures} each"))
}

fn ranked_indices(question: &VariedQuestion, indices: &Indices) -> RankedChart {
    let ranked = indices.ranked();
    let told: Vec<&str> = ranked
        .iter()
        .filter(|&&at| indices.found[at].is_told)
        .map(|&at| question.inputs[indices.inputs[at]].key.as_str())
        .collect();
    let title = match told.as_slice() {
        [] => format!("{}: nothing that was varied can be told from chance", varied_title(question)),
        [only] => format!("{}: it hangs on {only}", varied_title(question)),
        [first, second, ..] => format!("{}: it hangs most on {first}, then on {second}", varied_title(question)),
    };
    let row = |at: usize| {
        let found = &indices.found[at];
        let [low, high] = found.halves.map(|half| varied_level(question, half));
        RankedRow {
            label: question.inputs[indices.inputs[at]].key.clone(),
            value: found.total,
            interval: (found.total_interval[0], found.total_interval[1]),
            part: Some(found.first),
            is_told: found.is_told,
            note: format!("low {low}, high {high}"),
        }
    };
    RankedChart {
        heading: common(question, &title, &format!("{} points", indices.n * (indices.inputs.len() as u64 + 2))),
        x_label: "Share of the variance over points".to_owned(),
        format: NumberFormat::Part,
        told_key: "alone and with others".to_owned(),
        untold_key: "not told from nothing".to_owned(),
        part_key: "alone".to_owned(),
        interval_key: INTERVAL.to_owned(),
        nothing: Some(indices.nothing.total_interval[1]).filter(|end| end.is_finite()),
        nothing_key: format!("{NOTHING}, at most"),
        rows: ranked.into_iter().map(row).collect(),
    }
}

fn ranked_screening(question: &VariedQuestion, screening: &Screening) -> RankedChart {
    let ranked = screening.ranked();
    let told = screening.rows.iter().filter(|row| row.is_told).count();
    let title =
        format!("{}: {told} of {} inputs move it more than chance", varied_title(question), screening.rows.len());
    // Shares are told in points of per cent.
    let scale = if crate::report::words::is_share(&question.headline) { 100.0 } else { 1.0 };
    let row = |input: usize| {
        let found = &screening.rows[input];
        RankedRow {
            label: question.inputs[input].key.clone(),
            value: scale * found.size,
            interval: (scale * found.size_interval[0], scale * found.size_interval[1]),
            part: None,
            is_told: found.is_told,
            note: format!("on average {}", varied_change(question, found.mean)),
        }
    };
    RankedChart {
        heading: common(question, &title, &format!("{} trajectories", screening.trajectories)),
        x_label: format!("Mean size of the effect over the whole range ({})", varied_unit(question)),
        format: NumberFormat::Number,
        told_key: "told from nothing".to_owned(),
        untold_key: "not told from nothing".to_owned(),
        part_key: String::new(),
        interval_key: INTERVAL.to_owned(),
        nothing: Some(scale * screening.nothing.size).filter(|size| size.is_finite()),
        nothing_key: NOTHING.to_owned(),
        rows: ranked.into_iter().map(row).collect(),
    }
}

/// The pictures of a rule: `rule` and `peeling`, those that there are.
#[must_use]
pub fn discovery_figures(question: &VariedQuestion, discovery: &Discovery) -> Vec<Figure> {
    let Some(rule) = &discovery.rule else { return vec![] };
    vec![
        figure(
            "rule",
            limits(question, discovery, rule),
            "Every range that was tried, and what of it the rule leaves; what is not shown may take any value. Quasi-p: how likely so \
             dense a box is if that limit means nothing.",
        ),
        figure(
            "peeling",
            peeling(question, discovery, rule),
            "From all points at the right to smaller and denser boxes at the left. A line that stays high while it goes to the left is \
             a rule that holds; one that rises only at the far left holds for few.",
        ),
    ]
}

fn where_it_lies(question: &VariedQuestion, discovery: &Discovery) -> String {
    let side = if discovery.side == Side::Above { "above" } else { "below" };
    let threshold =
        if discovery.threshold == 0.0 { "0".to_owned() } else { varied_level(question, discovery.threshold) };
    format!("{} {side} {threshold}", varied_title(question))
}

fn limits(question: &VariedQuestion, discovery: &Discovery, rule: &FoundBox) -> LimitsChart {
    let lines = rule_lines(question, rule);
    let told = if rule.is_told() { "" } else { " (not told from nothing)" };
    let row = |(limit, (words, _)): (&FoundLimit, (String, String))| {
        let input = &question.inputs[limit.input];
        let share = |value: f64| input.share(&SweptValue::Number(value)).unwrap_or(f64::NAN);
        let within = match &input.values {
            InputValues::Numbers(low, high) => {
                vec![(share(limit.ends[0].unwrap_or(*low)), share(limit.ends[1].unwrap_or(*high)))]
            }
            InputValues::Words(words) => {
                let part = 1.0 / words.len().max(1) as f64;
                let places = words.iter().zip(0..).filter(|(word, _)| limit.words.contains(word));
                places.map(|(_, place)| (f64::from(place) * part, f64::from(place + 1) * part)).collect()
            }
        };
        let rule = words.strip_prefix(&format!("{} is ", input.key)).unwrap_or(&words).to_owned();
        LimitRow { label: input.key.clone(), within, ends: varied_ends(input), rule, note: p_words(limit) }
    };
    let PeeledBox { coverage, density, .. } = rule.holds;
    let title = format!(
        "{}: a rule covers {:.0}\u{a0}% of them, and is right in {:.0}\u{a0}%{told}",
        where_it_lies(question, discovery),
        100.0 * coverage,
        100.0 * density
    );
    LimitsChart {
        heading: common(question, &title, &format!("{} points", discovery.points[1])),
        within_key: "under the rule".to_owned(),
        without_key: "tried as well".to_owned(),
        rows: rule.limits.iter().zip(lines).map(row).collect(),
    }
}

fn peeling(question: &VariedQuestion, discovery: &Discovery, rule: &FoundBox) -> LineBandChart {
    let point = |one: &PeeledBox| SweepPoint { value: one.density, average: None, spread: None };
    let nowhere = SweepPoint { value: f64::NAN, average: None, spread: None };
    let title = format!("{}: denser boxes hold fewer of them", where_it_lies(question, discovery));
    let tenths = |one: &PeeledBox| (1000.0 * one.coverage).round() / 10.0;
    let mut at: Vec<f64> = discovery.trajectory.iter().map(tenths).collect();
    let mut boxes: Vec<SweepPoint> = discovery.trajectory.iter().map(point).collect();
    // The rule stands at a place of its own unless a box has the same: what was weak in its box has been left out since.
    let own = at.iter().position(|&coverage| coverage == tenths(&rule.holds)).unwrap_or(at.len());
    if own == at.len() {
        at.push(tenths(&rule.holds));
        boxes.push(nowhere);
    }
    let chosen = (0..at.len()).map(|place| if place == own { point(&rule.holds) } else { nowhere }).collect();
    let lines = vec![
        SweepLine { label: "the rule".to_owned(), points: chosen },
        SweepLine { label: "boxes".to_owned(), points: boxes },
    ];
    LineBandChart {
        heading: common(question, &title, &format!("{} points", discovery.points[1])),
        y_label: "Density: part of the box that lies there".to_owned(),
        format: NumberFormat::Percent,
        range: Some((0.0, 1.0)),
        key: BandKey::default(),
        panels: vec![SweepPanel {
            label: "Coverage: part of what lies there that is in the box (%)".to_owned(),
            positions: Positions::Numbers { at, logarithmic: false },
            lines,
        }],
    }
}

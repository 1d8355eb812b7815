//! What an outcome hangs on, and the rule under which it lies somewhere, in sentences.

use super::varied_words::{rule_number, varied_change, varied_inputs, varied_level, varied_name};
use super::{count, listed};
use crate::analysis::{
    Discovery, FoundBox, FoundLimit, Indices, InputValues, Screening, Side, VariedInput, VariedQuestion,
};

/// Names that are listed.
const NAMED: usize = 5;

fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * share)
}

/// What it comes to, what it hangs on, how much is chance, what cannot be told.
pub(in crate::report) fn sensitivity_sentences(
    question: &VariedQuestion,
    screening: Option<&Screening>,
    indices: Option<&Indices>,
) -> Vec<String> {
    let mut said = vec![];
    if let Some(indices) = indices {
        said.push(level_sentence(question, indices));
        said.push(hangs_on(question, indices));
        if !indices.chance.is_nan() {
            said.push(format!(
                "Of how single futures spread over these points, {} is chance; the rest is what was varied.",
                percent(indices.chance_share())
            ));
        }
    }
    if let Some(screening) = screening {
        said.push(screened(question, screening, indices.is_some()));
    }
    said.extend(failed(indices, screening));
    said
}

fn level_sentence(question: &VariedQuestion, indices: &Indices) -> String {
    if indices.n == 0 {
        return "No row of the sample has all its values: nothing can be said.".to_owned();
    }
    let [low, high] = indices.spread.map(|end| varied_level(question, end));
    let mean = varied_level(question, indices.mean);
    let varied: Vec<VariedInput> = indices.inputs.iter().map(|&input| question.inputs[input].clone()).collect();
    let sides = match &question.between {
        Some([first, second]) => format!(
            "; \"{first}\" is ahead at {} of the points, \"{second}\" at {}",
            percent(indices.sides[0]),
            percent(indices.sides[1])
        ),
        None => String::new(),
    };
    format!(
        "Over {} of {}, {} is {mean} on average, and from {low} to {high} at nine of ten{sides}.",
        count(2 * indices.n, "point", "points"),
        varied_inputs(&varied),
        varied_name(question)
    )
}

fn hangs_on(question: &VariedQuestion, indices: &Indices) -> String {
    let told: Vec<usize> = indices.ranked().into_iter().filter(|&at| indices.found[at].is_told).collect();
    let one = |&at: &usize| {
        let row = &indices.found[at];
        let [lower, upper] = row.halves.map(|half| varied_level(question, half));
        format!(
            "{} ({} of the variance; {lower} where it is low, {upper} where it is high)",
            question.inputs[indices.inputs[at]].key,
            percent(row.total)
        )
    };
    let untold: Vec<String> = indices
        .ranked()
        .into_iter()
        .filter(|&at| !indices.found[at].is_told)
        .map(|at| question.inputs[indices.inputs[at]].key.clone())
        .collect();
    let rest = match untold.as_slice() {
        [] => String::new(),
        few if few.len() <= NAMED => format!(" Not told from nothing: {}.", listed(few)),
        many => format!(" Not told from nothing: {} others.", many.len()),
    };
    let named: Vec<String> = told.iter().take(NAMED).map(one).collect();
    match named.as_slice() {
        [] if indices.spread[0] == indices.spread[1] && (indices.chance == 0.0 || indices.chance.is_nan()) => {
            "It is the same at every point: it hangs on nothing that was varied.".to_owned()
        }
        [] => format!("Nothing of what was varied can be told from chance with so few points.{rest}"),
        [only] => format!("It hangs on {only}.{rest}"),
        [first, others @ ..] => format!("It hangs most on {first}, then on {}.{rest}", listed(others)),
    }
}

fn screened(question: &VariedQuestion, screening: &Screening, has_indices: bool) -> String {
    let told: Vec<usize> = screening.ranked().into_iter().filter(|&input| screening.rows[input].is_told).collect();
    let held = if has_indices { " Those that moved it least stay as the scenario has them." } else { "" };
    let of = varied_inputs(&question.inputs);
    if told.is_empty() {
        return format!("In the screening of {of} none moved it more than other futures alone do.{held}");
    }
    let names: Vec<String> = told
        .iter()
        .take(NAMED)
        .map(|&input| {
            format!("{} ({})", question.inputs[input].key, varied_change(question, screening.rows[input].mean))
        })
        .collect();
    let more = if told.len() > NAMED { " and others" } else { "" };
    format!(
        "In the screening of {of} {} told from nothing, over the whole range on average: {}{more}.{held}",
        count(told.len() as u64, "could be", "could be"),
        if told.len() > NAMED { names.join(", ") } else { listed(&names) }
    )
}

fn failed(indices: Option<&Indices>, screening: Option<&Screening>) -> Option<String> {
    let rows = indices.map_or(0, |indices| indices.rows - indices.n);
    let least = screening.map_or(0, |s| s.rows.iter().map(|row| s.trajectories - row.n).max().unwrap_or(0));
    let all = rows + least;
    (all > 0).then(|| {
        format!(
            "Left out, because a run failed or the figure had no value there: {}.",
            count(all, "row or trajectory", "rows or trajectories")
        )
    })
}

/// How much lies where it was asked for, the rule, how sure that is.
pub(in crate::report) fn discovery_sentences(question: &VariedQuestion, discovery: &Discovery) -> Vec<String> {
    let [asked, known] = discovery.points;
    let mut said = vec![where_it_lies(question, discovery)];
    match &discovery.rule {
        None if discovery.of_interest == 0 || discovery.of_interest == known => {
            said.push("There is no rule to look for: all points are alike.".to_owned());
        }
        None => said.push("No rule says more than that.".to_owned()),
        Some(rule) => {
            let lines: Vec<String> = rule_lines(question, rule).into_iter().map(|(words, _)| words).collect();
            let held = rule.holds;
            let sure = if rule.is_told() { "Mostly there if" } else { "The best rule that was found is" };
            said.push(format!(
                "{sure} {}: {} of the points under this rule lie there (density; {} of all), and {} of those that do are under it \
                 (coverage).",
                listed(&lines),
                percent(held.density),
                percent(discovery.of_interest as f64 / known as f64),
                percent(held.coverage)
            ));
            let as_good = (rule.chance * (rule.shuffles + 1) as f64).round() as u64 - 1;
            let shuffles = format!("{as_good} of {} shuffles of the outcomes", rule.shuffles);
            said.push(if rule.is_told() {
                format!("Chance seldom finds so good a rule: in {shuffles}.")
            } else {
                format!("It cannot be told from nothing: a rule as good is found in {shuffles}.")
            });
        }
    }
    if discovery.unsure > 0 {
        said.push(format!(
            "At {} of the points {} leave open on which side they lie: more futures make the rule sharper.",
            percent(discovery.unsure as f64 / known as f64),
            count(u64::from(question.replicates), "future", "futures")
        ));
    }
    if asked > known {
        said.push(format!("{} no value, and are left out.", count(asked - known, "point has", "points have")));
    }
    said
}

fn where_it_lies(question: &VariedQuestion, discovery: &Discovery) -> String {
    let known = discovery.points[1];
    if known == 0 {
        return "No point has a value: nothing can be said.".to_owned();
    }
    let side = if discovery.side == Side::Above { "above" } else { "below" };
    let threshold =
        if discovery.threshold == 0.0 { "0".to_owned() } else { varied_level(question, discovery.threshold) };
    let why = if discovery.is_quarter { ", where about a quarter of the points lie," } else { "" };
    let [low, high] = discovery.spread.map(|end| varied_level(question, end));
    let meant = match (&question.between, discovery.threshold == 0.0, discovery.side) {
        (Some([first, second]), true, Side::Below) => format!(" (\"{second}\" beats \"{first}\")"),
        (Some([first, second]), true, Side::Above) => format!(" (\"{first}\" beats \"{second}\")"),
        _ => String::new(),
    };
    format!(
        "Over {} of {}, {} is {} on average, and from {low} to {high} at nine of ten. It lies {side} {threshold}{why} at {}{meant}.",
        count(known, "point", "points"),
        varied_inputs(&question.inputs),
        varied_name(question),
        varied_level(question, discovery.mean),
        percent(discovery.of_interest as f64 / known as f64)
    )
}

/// Each limit of a rule in words, with its quasi-p.
pub(in crate::report) fn rule_lines(question: &VariedQuestion, rule: &FoundBox) -> Vec<(String, String)> {
    rule.limits.iter().map(|limit| (limit_words(question, limit), p_words(limit))).collect()
}

/// "contagion is above 0.035".
fn limit_words(question: &VariedQuestion, limit: &FoundLimit) -> String {
    let key = &question.inputs[limit.input].key;
    match limit.ends.map(|end| end.map(rule_number)) {
        [Some(low), Some(high)] => format!("{key} is from {low} to {high}"),
        [Some(low), None] => format!("{key} is at least {low}"),
        [None, Some(high)] => format!("{key} is at most {high}"),
        [None, None] => format!("{key} is {}", limit.words.join(" or ")),
    }
}

/// "quasi-p 0.003".
pub(in crate::report) fn p_words(limit: &FoundLimit) -> String {
    let one = |p: f64| if p < 0.0005 { "below\u{a0}0.001".to_owned() } else { format!("{p:.3}") };
    let all: Vec<String> = limit.quasi_p.iter().filter(|p| !p.is_nan()).map(|&p| one(p)).collect();
    format!("quasi-p\u{a0}{}", all.join(" and "))
}

/// A point of a rule as `--set` takes it: so far from the lower end of each limit to the upper one.
pub(in crate::report) fn rule_settings(question: &VariedQuestion, rule: &FoundBox, share: f64) -> Vec<String> {
    let one = |limit: &FoundLimit| {
        let input = &question.inputs[limit.input];
        let value = match &input.values {
            InputValues::Numbers(low, high) => {
                let [from, to] = [limit.ends[0].unwrap_or(*low), limit.ends[1].unwrap_or(*high)];
                let value = from + share * (to - from);
                if input.whole {
                    rule_number(value.round().clamp(from.ceil(), to.floor().max(from.ceil())))
                } else {
                    rule_number(value)
                }
            }
            InputValues::Words(_) => {
                let place = (share * limit.words.len().saturating_sub(1) as f64).round() as usize;
                limit.words.get(place).cloned().unwrap_or_default()
            }
        };
        format!("--set {}={value}", input.key)
    };
    rule.limits.iter().map(one).collect()
}

use super::run::{WaitingFigures, the_model, what_ran, with_the_rest};
use super::{Contents, Part, Ran, Section, SheetCell, SheetRow, SheetTable};
use crate::analysis::{Discovery, Indices, PeeledBox, Screening, VariedQuestion};
use crate::report::figures::Figure;
use crate::report::words::{
    discovery_sentences, rule_lines, rule_settings, sensitivity_sentences, varied_change, varied_ends, varied_inputs,
    varied_level, varied_title,
};

/// What the report of a sensitivity analysis says. `figures` are all its pictures.
#[must_use]
pub fn sensitivity_contents(
    question: &VariedQuestion,
    screening: Option<&Screening>,
    indices: Option<&Indices>,
    figures: Vec<Figure>,
    ran: Ran,
) -> Contents {
    let mut figures = WaitingFigures(figures);
    let tables =
        [indices.map(|indices| index_table(question, indices)), screening.map(|s| screening_table(question, s))];
    let sections = vec![
        Section::of("what-to-see", "What to see", figures.take(&["sensitivity", "screening"])),
        Section::of("hangs-on", "What it hangs on", tables.into_iter().flatten().map(Part::Table).collect()),
        Section::of("how-sure", "How sure, and what is chance", how_sure(question, screening, indices)),
        what_ran(),
        the_model(),
    ];
    Contents {
        name: question.setting.scenario.clone(),
        kind: format!("What it hangs on: {}", varied_title(question)),
        question: question.setting.question.clone(),
        answer: sensitivity_sentences(question, screening, indices),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

fn percent(share: f64) -> String {
    if share.is_finite() { format!("{:.0}\u{a0}%", 100.0 * share) } else { "–".to_owned() }
}

fn between(ends: [f64; 2], write: impl Fn(f64) -> String) -> String {
    if ends.iter().all(|end| end.is_finite()) {
        format!("{} to {}", write(ends[0]), write(ends[1]))
    } else {
        "–".to_owned()
    }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

fn index_table(question: &VariedQuestion, indices: &Indices) -> SheetTable {
    let numbers = |row: &crate::analysis::IndexRow| {
        vec![
            percent(row.first),
            between(row.first_interval, percent),
            percent(row.total),
            between(row.total_interval, percent),
            varied_level(question, row.halves[0]),
            varied_level(question, row.halves[1]),
            yes(row.is_told),
        ]
    };
    let row = |at: usize| {
        let input = &question.inputs[indices.inputs[at]];
        SheetRow::of(&named(&input.key, input.meaning), numbers(&indices.found[at]))
    };
    let mut rows: Vec<SheetRow> = indices.ranked().into_iter().map(row).collect();
    rows.push(SheetRow::of("other futures alone", numbers(&indices.nothing)));
    SheetTable {
        caption: "Indices of Sobol': which part of the variance over points goes with each input, alone (first, by Saltelli), and alone \
                  and together with others (total, by Jansen); the outcome where it is in the lower and in the upper half of its range."
            .to_owned(),
        columns: ["input", "alone", "95 % interval", "with others", "95 % interval", "where low", "where high", "told from nothing"]
            .map(str::to_owned)
            .to_vec(),
        rows,
        is_long: false,
    }
}

fn named(key: &str, meaning: &str) -> String {
    if meaning.is_empty() { key.to_owned() } else { format!("{key}: {}", meaning.trim_end_matches('.')) }
}

fn screening_table(question: &VariedQuestion, screening: &Screening) -> SheetTable {
    let size = |number: f64| varied_change(question, number).trim_start_matches('+').to_owned();
    let change = |number: f64| varied_change(question, number);
    let numbers = |row: &crate::analysis::ScreeningRow| {
        vec![
            size(row.size),
            between(row.size_interval, size),
            change(row.mean),
            between(row.mean_interval, change),
            size(row.sigma),
            between(row.sigma_interval, size),
            size(row.chance),
            yes(row.is_told),
        ]
    };
    let row = |input: usize| {
        let one = &question.inputs[input];
        SheetRow::of(&named(&one.key, one.meaning), numbers(&screening.rows[input]))
    };
    let mut rows: Vec<SheetRow> = screening.ranked().into_iter().map(row).collect();
    rows.push(SheetRow::of("other futures alone", numbers(&screening.nothing)));
    SheetTable {
        caption: "Elementary effects (Morris): what a step over the whole range of each input does; mean size (mu*), mean with both \
                  signs, how far it hangs on the other inputs (sigma), and what of that chance makes."
            .to_owned(),
        columns: [
            "input",
            "size",
            "95 % interval",
            "on average",
            "95 % interval",
            "sigma",
            "95 % interval",
            "of it chance",
            "told from nothing",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
        is_long: screening.rows.len() > 12,
    }
}

fn how_sure(question: &VariedQuestion, screening: Option<&Screening>, indices: Option<&Indices>) -> Vec<Part> {
    let mut said = vec![
        "What is compared at one point goes through the same futures, so that chance cancels as far as it can. Every trajectory and every \
         row has futures of its own. So the intervals hold both: which points were drawn, and which futures."
            .to_owned(),
    ];
    if let Some(indices) = indices {
        let chance = if indices.chance.is_nan() {
            "With one future chance counts as if it were one more input: take two or more to have it told apart."
                .to_owned()
        } else {
            format!(
                "Chance is told apart: single futures at one point spread by {} (standard deviation), points by {}.",
                varied_change(question, indices.chance).trim_start_matches('+'),
                varied_change(question, indices.deviation).trim_start_matches('+')
            )
        };
        said.push(chance);
    }
    let both = screening.is_some() || indices.is_some();
    if both {
        said.push(
            "An input is told from nothing only if it does more than going through other futures does. That is among the points as if it \
             were one more input. Over all inputs together it is wrong in one of twenty analyses."
                .to_owned(),
        );
    }
    if !question.held.is_empty() {
        said.push(format!("Not varied, because the scenario sets them itself: {}.", question.held.join(", ")));
    }
    said.push(
        "Inputs are varied independently, each over its plausible range (half to double, mostly) or the range that was given. What comes \
         out is about these ranges. Wider ranges make an input count for more."
            .to_owned(),
    );
    said.into_iter().map(Part::Words).collect()
}

/// What the report of a rule says. `figures` are all its pictures.
#[must_use]
pub fn discovery_contents(
    question: &VariedQuestion,
    discovery: &Discovery,
    figures: Vec<Figure>,
    ran: Ran,
) -> Contents {
    let mut figures = WaitingFigures(figures);
    let sections = vec![
        Section::of("what-to-see", "What to see", figures.take(&["rule", "peeling"])),
        Section::of("the-rule", "The rule", rule_parts(question, discovery)),
        Section::of("how-sure", "How sure, and what it does not say", how_sure_of_rule(question, discovery)),
        what_ran(),
        the_model(),
    ];
    Contents {
        name: question.setting.scenario.clone(),
        kind: format!("Where it lies: {}", varied_title(question)),
        question: question.setting.question.clone(),
        answer: discovery_sentences(question, discovery),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

fn rule_parts(question: &VariedQuestion, discovery: &Discovery) -> Vec<Part> {
    let mut parts = vec![];
    if let Some(rule) = &discovery.rule {
        let row = |(limit, (words, p)): (&crate::analysis::FoundLimit, (String, String))| {
            let input = &question.inputs[limit.input];
            let [low, high] = varied_ends(input);
            SheetRow {
                cells: vec![
                    SheetCell::Text(named(&input.key, input.meaning)),
                    SheetCell::Text(words),
                    SheetCell::Number(format!("{low} to {high}")),
                    SheetCell::Number(p.replace("quasi-p\u{a0}", "")),
                ],
                ..SheetRow::default()
            }
        };
        parts.push(Part::Table(SheetTable {
            caption: "What the rule restricts; everything else may take any value that was tried.".to_owned(),
            columns: ["input", "rule", "tried", "quasi-p"].map(str::to_owned).to_vec(),
            rows: rule.limits.iter().zip(rule_lines(question, rule)).map(row).collect(),
            is_long: false,
        }));
        let at = |share: f64, name: &str| format!("{name}: {}", rule_settings(question, rule, share).join(" "));
        parts.push(Part::Words("Points under the rule, as options of any command:".to_owned()));
        parts.push(Part::List(vec![at(0.5, "the middle"), at(0.0, "its lower ends"), at(1.0, "its upper ends")]));
    }
    let row = |(step, one): (usize, &PeeledBox)| {
        let numbers = [one.coverage, one.density, one.mass].map(percent);
        SheetRow::of(&step.to_string(), numbers.into_iter().chain([one.restricted.to_string()]))
    };
    parts.push(Part::Table(SheetTable {
        caption: "The boxes on the way from all points on.".to_owned(),
        columns: ["step", "coverage", "density", "mass", "restricted inputs"].map(str::to_owned).to_vec(),
        rows: discovery.trajectory.iter().enumerate().map(row).collect(),
        is_long: true,
    }));
    parts
}

fn how_sure_of_rule(question: &VariedQuestion, discovery: &Discovery) -> Vec<Part> {
    let mut said = vec![
        "Of every box of the peeling the limits whose quasi-p is above 0.05 are left out; the rule is what is then best in coverage and density \
         together (their harmonic mean). It is held against the best rules that the same search finds when outcomes are shuffled over the points: a \
         search through many inputs always finds something."
            .to_owned(),
        format!(
            "All points, {} of them with a value, go through the same futures. A point counts by the mean of {}.",
            discovery.points[1],
            super::super::words::count(u64::from(question.replicates), "future", "futures")
        ),
        "The rule says where the outcome lies, not why; inputs that it leaves out may still matter within it.".to_owned(),
        format!("Varied: {}.", varied_inputs(&question.inputs)),
    ];
    if !question.held.is_empty() {
        said.push(format!("Not varied, because the scenario sets them itself: {}.", question.held.join(", ")));
    }
    said.into_iter().map(Part::Words).collect()
}

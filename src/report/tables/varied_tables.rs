use super::cell::Cell;
use super::column::{Column, Kind};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::analysis::{
    Discovery, Indices, InputValues, Screening, ScreeningRow, Side, SweptValue, VariedInput, VariedPoint,
    VariedQuestion,
};
use crate::report::folder::Failure;

/// The row of what other futures alone do.
const NOTHING: &str = "(other futures)";

fn input() -> Column {
    Column::text(
        "input",
        "What was varied: a parameter of the model, or a key of the scenario; `(other futures)` is what chance alone does.",
    )
}

fn ranges() -> [Column; 3] {
    [
        Column::number("low", "that of the input", "Lower end of its range; empty for words and for other futures."),
        Column::number("high", "that of the input", "Upper end of it."),
        Column::text("words", "The words that it takes, with bars between them; empty for numbers."),
    ]
}

pub(in crate::report) fn screening_schema() -> TableSchema {
    let unit = "that of the figure";
    let mut columns = vec![input()];
    columns.extend(ranges());
    columns.extend([
        Column::number(
            "effect",
            unit,
            "Mean elementary effect: of a step over the whole range, both signs cancelling.",
        ),
        Column::number("effect_low", unit, "Lower end of its 95 % interval (resampling of trajectories)."),
        Column::number("effect_high", unit, "Upper end of it."),
        Column::number("size", unit, "Mean size of the elementary effect (mu*)."),
        Column::number("size_low", unit, "Lower end of its 95 % interval."),
        Column::number("size_high", unit, "Upper end of it."),
        Column::number("sigma", unit, "Standard deviation of elementary effects over trajectories."),
        Column::number("sigma_low", unit, "Lower end of its 95 % interval."),
        Column::number("sigma_high", unit, "Upper end of it."),
        Column::number("chance", unit, "What of sigma chance makes, told from replicates; empty of one replicate."),
        Column::whole("trajectories", "", "Trajectories that have a value."),
        Column::flag("told", "Whether it can be told from nothing."),
    ]);
    TableSchema {
        stem: "screening",
        about: "How strongly each input moves the outcome, by elementary effects: a row for each input, the largest first.",
        key: &["input"],
        columns,
    }
}

pub(in crate::report) fn indices_schema() -> TableSchema {
    let unit = "that of the figure";
    let share = "share of variance";
    let mut columns = vec![input()];
    columns.extend(ranges());
    columns.extend([
        Column::number("first", share, "First index: what it does alone (Saltelli and others 2010)."),
        Column::number("first_low", share, "Lower end of its 95 % interval (resampling of rows)."),
        Column::number("first_high", share, "Upper end of it."),
        Column::number("total", share, "Total index: what it does alone and together with others (Jansen 1999)."),
        Column::number("total_low", share, "Lower end of its 95 % interval."),
        Column::number("total_high", share, "Upper end of it."),
        Column::number("lower_half", unit, "Mean outcome where it is in the lower half of its range."),
        Column::number("upper_half", unit, "Mean outcome where it is in the upper half of its range."),
        Column::whole("rows", "", "Rows of the sample that have all their values."),
        Column::flag("told", "Whether its total can be told from nothing."),
        Column::flag("told_alone", "Whether what it does alone can be told from nothing."),
    ]);
    TableSchema {
        stem: "indices",
        about: "How the variance of the outcome over points is made up: a row for each input, the largest total first.",
        key: &["input"],
        columns,
    }
}

pub(in crate::report) fn peeling_schema() -> TableSchema {
    let columns = vec![
        Column::whole("step", "", "Counted from 0, the box around all points."),
        Column::number("coverage", "share", "Of the points of interest, those in the box."),
        Column::number("density", "share", "Of the points in the box, those of interest."),
        Column::number("mass", "share", "Of all points, those in the box."),
        Column::whole("restricted", "", "Inputs that it restricts."),
        Column::flag("chosen", "Whether the rule that is told comes from it."),
    ];
    TableSchema {
        stem: "peeling",
        about: "The boxes of PRIM, peeled and pasted one after the other: a row for each.",
        key: &["step"],
        columns,
    }
}

pub(in crate::report) fn rule_schema() -> TableSchema {
    let unit = "that of the input";
    let columns = vec![
        Column::text("input", "What is restricted: a parameter of the model, or a key of the scenario."),
        Column::number("from", unit, "Lower end of the rule; empty where it is not restricted, and for words."),
        Column::number("to", unit, "Upper end of it."),
        Column::text("words", "The words that the rule leaves, with bars between them; empty for numbers."),
        Column::number(
            "quasi_p_from",
            "",
            "How likely so dense a box is if its lower end (of words: all) means nothing.",
        ),
        Column::number("quasi_p_to", "", "The same of its upper end."),
    ];
    TableSchema {
        stem: "rule",
        about: "The rule under which the outcome lies where it was asked for: a row for each input that it restricts.",
        key: &["input"],
        columns,
    }
}

/// `inputs` are their keys and what their values are.
pub(in crate::report) fn tried_schema(inputs: &[(&str, Kind)]) -> TableSchema {
    let unit = "that of the figure";
    let mut columns = vec![Column::whole("point", "", "Counted from 0.")];
    columns.extend(inputs.iter().map(|(key, kind)| Column::axis(key, *kind)));
    columns.extend([
        Column::number(
            "outcome",
            unit,
            "Mean over replicates of the figure, or of the difference; empty without a value.",
        ),
        Column::number("standard_error", unit, "Its standard error over replicates; empty of one."),
        Column::flag("of_interest", "Whether it lies on the side of the threshold that was asked for."),
    ]);
    TableSchema {
        stem: "tried",
        about: "The points that were tried, with what came of each.",
        key: &["point"],
        columns,
    }
}

fn of_input(input: Option<&VariedInput>) -> [Cell<'_>; 4] {
    let Some(input) = input else { return [NOTHING.into(), Cell::None, Cell::None, Cell::None] };
    let key = input.key.as_str().into();
    match &input.values {
        InputValues::Numbers(low, high) => [key, (*low).into(), (*high).into(), Cell::None],
        InputValues::Words(words) => [key, Cell::None, Cell::None, words.join("|").into()],
    }
}

/// Writes `screening` and `indices`, those that there are.
///
/// # Errors
/// If a file cannot be written.
pub fn write_sensitivity(
    folder: &TableFolder,
    question: &VariedQuestion,
    screening: Option<&Screening>,
    indices: Option<&Indices>,
) -> Result<(), Failure> {
    if let Some(screening) = screening {
        write_screening(folder, question, screening)?;
    }
    let Some(indices) = indices else { return Ok(()) };
    let mut table = Table::create(folder, &indices_schema())?;
    let found = indices.ranked().into_iter().map(|at| (Some(&question.inputs[indices.inputs[at]]), &indices.found[at]));
    for (input, row) in found.chain([(None, &indices.nothing)]) {
        let numbers = [
            row.first,
            row.first_interval[0],
            row.first_interval[1],
            row.total,
            row.total_interval[0],
            row.total_interval[1],
            row.halves[0],
            row.halves[1],
        ];
        let rest = [indices.n.into(), Cell::Flag(row.is_told), Cell::Flag(row.is_told_alone)];
        table.row(of_input(input).into_iter().chain(numbers.map(Cell::Number)).chain(rest))?;
    }
    table.close()
}

fn write_screening(folder: &TableFolder, question: &VariedQuestion, screening: &Screening) -> Result<(), Failure> {
    let mut table = Table::create(folder, &screening_schema())?;
    let ranked = screening.ranked().into_iter().map(|input| (Some(&question.inputs[input]), &screening.rows[input]));
    for (input, row) in ranked.chain([(None, &screening.nothing)]) {
        let ScreeningRow { mean, mean_interval, size, size_interval, sigma, sigma_interval, chance, n, is_told } = row;
        let numbers = [
            *mean,
            mean_interval[0],
            mean_interval[1],
            *size,
            size_interval[0],
            size_interval[1],
            *sigma,
            sigma_interval[0],
            sigma_interval[1],
            *chance,
        ];
        let rest = [(*n).into(), Cell::Flag(*is_told)];
        table.row(of_input(input).into_iter().chain(numbers.map(Cell::Number)).chain(rest))?;
    }
    table.close()
}

/// Writes `peeling`, `rule` (empty but for its heading where there is none) and `tried`.
///
/// # Errors
/// If a file cannot be written.
pub fn write_discovery(
    folder: &TableFolder,
    question: &VariedQuestion,
    points: &[VariedPoint],
    discovery: &Discovery,
) -> Result<(), Failure> {
    let mut table = Table::create(folder, &peeling_schema())?;
    let chosen = discovery.rule.as_ref().map(|rule| rule.step);
    for (step, found) in discovery.trajectory.iter().enumerate() {
        table.row([
            (step as u64).into(),
            found.coverage.into(),
            found.density.into(),
            found.mass.into(),
            (found.restricted as u64).into(),
            Cell::Flag(chosen == Some(step)),
        ])?;
    }
    table.close()?;
    let mut table = Table::create(folder, &rule_schema())?;
    for limit in discovery.rule.iter().flat_map(|rule| &rule.limits) {
        let end = |end: Option<f64>| end.map_or(Cell::None, Cell::Number);
        let words = if limit.words.is_empty() { Cell::None } else { limit.words.join("|").into() };
        table.row([
            question.inputs[limit.input].key.as_str().into(),
            end(limit.ends[0]),
            end(limit.ends[1]),
            words,
            limit.quasi_p[0].into(),
            limit.quasi_p[1].into(),
        ])?;
    }
    table.close()?;
    write_tried(folder, question, points, discovery)
}

fn write_tried(
    folder: &TableFolder,
    question: &VariedQuestion,
    points: &[VariedPoint],
    discovery: &Discovery,
) -> Result<(), Failure> {
    let kind = |input: &VariedInput| match input.values {
        InputValues::Numbers(..) => Kind::Number,
        InputValues::Words(_) => Kind::Text,
    };
    let inputs: Vec<(&str, Kind)> = question.inputs.iter().map(|input| (input.key.as_str(), kind(input))).collect();
    let mut table = Table::create(folder, &tried_schema(&inputs))?;
    for (place, point) in points.iter().enumerate() {
        let values = point.values.iter().zip(&inputs).map(|(value, (_, kind))| match (value, kind) {
            (SweptValue::Number(number), Kind::Number) => Cell::Number(*number),
            (value, _) => value.to_string().into(),
        });
        let n = point.outcomes.len() as f64;
        let mean = point.outcomes.iter().sum::<f64>() / n;
        let squares: f64 = point.outcomes.iter().map(|value| (value - mean) * (value - mean)).sum();
        let error = if n > 1.0 { (squares / (n - 1.0) / n).sqrt() } else { f64::NAN };
        let is_in = match discovery.side {
            Side::Above => mean > discovery.threshold,
            Side::Below => mean < discovery.threshold,
        };
        let rest = [mean.into(), error.into(), Cell::Flag(is_in)];
        table.row(std::iter::once((place as u64).into()).chain(values).chain(rest))?;
    }
    table.close()
}

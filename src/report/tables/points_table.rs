use super::cell::Cell;
use super::column::{Column, Kind};
use super::shared_columns::{ARM, METRIC, POINT, UNIT};
use super::swept_models_tables::write_swept_models;
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use super::unit_words::unit_in_tables;
use crate::analysis::{Points, Swept, SweptValue};
use crate::quantity::Month;
use crate::report::folder::Failure;

/// `axes` are the keys of the axes and what their values are.
pub(in crate::report) fn points_schema(axes: &[(&str, Kind)]) -> TableSchema {
    let unit = "that of the metric";
    let mut columns = vec![ARM, POINT];
    columns.extend(axes.iter().map(|(key, kind)| Column::axis(key, *kind)));
    columns.extend([
        METRIC,
        UNIT,
        Column::whole("replicates", "", "Runs that finished and have a value."),
        Column::whole("failed", "", "Runs that failed."),
        Column::number("mean", unit, "Mean over replicates."),
        Column::number(
            "ci_low",
            unit,
            "Lower end of the 95 % interval of the mean, within what the figure can be; empty with fewer than two.",
        ),
        Column::number("ci_high", unit, "Upper end of it."),
        Column::number("p05", unit, "5 % quantile of single futures."),
        Column::number("p95", unit, "95 % quantile of single futures."),
    ]);
    TableSchema {
        stem: "points",
        about: "What comes of each point of a sweep: a row for each point and metric.",
        key: &["arm", "point", "metric"],
        columns,
    }
}

/// What all values of an axis are.
fn kind_of<'a>(values: impl Iterator<Item = &'a SweptValue> + Clone) -> Kind {
    let are = |is: fn(&str) -> bool| values.clone().all(|value| matches!(value, SweptValue::Text(text) if is(text)));
    if values.clone().all(|value| matches!(value, SweptValue::Number(_))) {
        Kind::Number
    } else if are(|text| text.parse::<bool>().is_ok()) {
        Kind::Flag
    } else if are(|text| text.parse::<Month>().is_ok()) {
        Kind::Month
    } else {
        Kind::Text
    }
}

fn cell_of(value: &SweptValue, kind: Kind) -> Cell<'_> {
    match (value, kind) {
        (SweptValue::Number(number), Kind::Number) => Cell::Number(*number),
        (SweptValue::Text(text), Kind::Flag) => Cell::Flag(text == "true"),
        (SweptValue::Text(text), Kind::Month) => text.parse::<Month>().map_or(Cell::None, Cell::Month),
        _ => value.to_string().into(),
    }
}

/// Writes `points`: every metric that a sweep asks about, at every point, with a column for each axis; and how far plausible models
/// differ in them, if these were run.
///
/// # Errors
/// If the file cannot be written.
pub fn write_points(folder: &TableFolder, swept: &Swept) -> Result<(), Failure> {
    let kind = |axis: usize| kind_of(swept.points.iter().map(move |point| &point[axis]));
    let axes: Vec<(&str, Kind)> = swept.axes.iter().enumerate().map(|(at, key)| (key.as_str(), kind(at))).collect();
    let mut table = Table::create(folder, &points_schema(&axes))?;
    let found: &Points = &swept.found;
    for (point, values) in swept.points.iter().enumerate() {
        for (metric, headline) in found.metrics().enumerate() {
            let estimate = found.estimate(point, metric);
            let axes = values.iter().zip(&axes).map(|(value, (_, kind))| cell_of(value, *kind));
            let key = [swept.setting.scenario.as_str().into(), (point as u64).into()];
            let rest = [
                headline.name.as_str().into(),
                unit_in_tables(headline.unit).into(),
                (estimate.n as u64).into(),
                found.failed(point).into(),
                estimate.mean.into(),
                estimate.interval[0].into(),
                estimate.interval[1].into(),
                estimate.spread[0].into(),
                estimate.spread[1].into(),
            ];
            table.row(key.into_iter().chain(axes).chain(rest))?;
        }
    }
    table.close()?;
    write_swept_models(folder, swept)
}

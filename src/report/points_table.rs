use super::cell::Cell;
use super::column::{Column, Kind};
use super::table::Table;
use super::{Failure, Format, Shelf};
use crate::analysis::{Points, Swept, SweptValue};
use std::borrow::Cow;

const AFTER_AXES: [Column; 9] = [
    Column::text("metric"),
    Column::text("unit"),
    Column::whole("replicates"),
    Column::whole("failed"),
    Column::number("mean"),
    Column::number("ci_low"),
    Column::number("ci_high"),
    Column::number("p05"),
    Column::number("p95"),
];

/// Writes `points`: every metric that a sweep asks about, at every point, with a column for each axis.
///
/// # Errors
/// If the file cannot be written.
pub fn write_points(shelf: &Shelf, format: Format, swept: &Swept) -> Result<(), Failure> {
    let mut columns = vec![Column::text("arm"), Column::whole("point")];
    for (axis, key) in swept.axes.iter().enumerate() {
        let numbers = swept.points.iter().all(|point| matches!(point[axis], SweptValue::Number(_)));
        let kind = if numbers { Kind::Number } else { Kind::Text };
        columns.push(Column { name: Cow::Owned(key.clone()), kind });
    }
    columns.extend(AFTER_AXES);
    let kinds: Vec<Kind> = columns.iter().map(|column| column.kind).collect();
    let mut table = Table::create(shelf, "points", &columns, format)?;
    let found: &Points = &swept.found;
    for (point, values) in swept.points.iter().enumerate() {
        for (metric, headline) in found.metrics().enumerate() {
            let estimate = found.estimate(point, metric);
            let axes = values.iter().zip(&kinds[2..]).map(|(value, kind)| match (value, kind) {
                (SweptValue::Number(number), Kind::Number) => Cell::Number(*number),
                (value, _) => value.to_string().into(),
            });
            let key = [swept.setting.scenario.as_str().into(), (point as u64).into()];
            let rest = [
                headline.name.as_str().into(),
                headline.unit.into(),
                (estimate.n as u64).into(),
                found.failed(point).into(),
                estimate.mean.into(),
                (estimate.mean - estimate.half_width).into(),
                (estimate.mean + estimate.half_width).into(),
                estimate.spread[0].into(),
                estimate.spread[1].into(),
            ];
            table.row(key.into_iter().chain(axes).chain(rest))?;
        }
    }
    table.close()
}

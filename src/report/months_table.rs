use super::cell::Cell;
use super::column::Column;
use super::table::Table;
use super::tables::ARM_POINT;
use super::{Failure, Format, Shelf};
use crate::analysis::Courses;
use crate::record::{Metric, Setting};

const COLUMNS: [Column; 10] = [
    Column::text("site"),
    Column::text("month"),
    Column::text("metric"),
    Column::single("mean"),
    Column::single("p05"),
    Column::single("p25"),
    Column::single("p50"),
    Column::single("p75"),
    Column::single("p95"),
    Column::whole("replicates"),
];

/// `months`: a row for each place, month and metric.
#[derive(Debug)]
pub(super) struct MonthsTable(Table);

impl MonthsTable {
    pub(super) fn create(shelf: &Shelf, format: Format) -> Result<MonthsTable, Failure> {
        Table::create(shelf, "months", &[&ARM_POINT[..], &COLUMNS[..]].concat(), format).map(MonthsTable)
    }

    pub(super) fn add(&mut self, arm: &str, point: u32, setting: &Setting, courses: &Courses) -> Result<(), Failure> {
        let replicates = courses.replicates() as u64;
        for (place, name) in courses.places().map(|place| (place, &setting.places[place])) {
            for month in 0..courses.months() {
                let calendar = setting.start.plus(month as i32).to_string();
                for &metric in Metric::ALL {
                    let spread = courses.spread(place, month, metric);
                    let key = [arm.into(), point.into(), name.name.as_str().into(), calendar.as_str().into()];
                    let values = [spread.mean].into_iter().chain(spread.quantiles);
                    let values = values.map(|value| Cell::Single(value as f32));
                    let cells = key.into_iter().chain([metric.name().into()]).chain(values);
                    self.0.row(cells.chain([replicates.into()]))?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}

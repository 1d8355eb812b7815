use super::cell::Cell;
use super::column::Column;
use super::shared_columns::{ARM, POINT};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::analysis::Courses;
use crate::record::{Metric, PlaceKind, Setting};
use crate::report::folder::Failure;

pub(in crate::report) fn months_schema() -> TableSchema {
    let unit = "that of the metric";
    let columns = vec![
        ARM,
        POINT,
        Column::text("place_kind", "`all` (all sites together), `site`, or `region` where sites are too many."),
        Column::text("region", "The name of the region; empty unless `place_kind` is `region`."),
        Column::text("site", "The name of the site; empty unless `place_kind` is `site`."),
        Column::month("month", "The month that has just passed."),
        Column::text("metric", "One of those below."),
        Column::single("mean", unit, "Mean over replicates."),
        Column::single("p05", unit, "5 % quantile over replicates."),
        Column::single("p25", unit, "25 % quantile over replicates."),
        Column::single("p50", unit, "Median over replicates."),
        Column::single("p75", unit, "75 % quantile over replicates."),
        Column::single("p95", unit, "95 % quantile over replicates."),
        Column::whole("replicates", "", "How many replicates the row sums up."),
    ];
    TableSchema {
        stem: "months",
        about: "Monthly metrics: a row for each arm, place, month and metric.",
        key: &["arm", "point", "place_kind", "region", "site", "month", "metric"],
        columns,
    }
}

/// `months`: a row for each place, month and metric.
#[derive(Debug)]
pub(in crate::report) struct MonthsTable(Table);

impl MonthsTable {
    pub(in crate::report) fn create(folder: &TableFolder) -> Result<MonthsTable, Failure> {
        Table::create(folder, &months_schema()).map(MonthsTable)
    }

    pub(in crate::report) fn add(
        &mut self,
        arm: &str,
        point: u32,
        setting: &Setting,
        courses: &Courses,
    ) -> Result<(), Failure> {
        let replicates = courses.replicates() as u64;
        for (place, name) in courses.places().map(|place| (place, &setting.places[place])) {
            let named = |kind| (name.kind == kind).then_some(name.name.as_str());
            let [region, site] = [named(PlaceKind::Region), named(PlaceKind::Site)];
            for month in 0..courses.months() {
                let calendar = setting.start.plus(month as i32);
                for &metric in Metric::ALL.iter().filter(|metric| setting.words.has(metric.name())) {
                    let spread = courses.spread(place, month, metric);
                    let place = [name.kind.name().into(), region.into(), site.into()];
                    let values = [spread.mean].into_iter().chain(spread.quantiles);
                    let values = values.map(|value| Cell::Single(value as f32));
                    let key = [arm.into(), point.into()].into_iter().chain(place);
                    let cells = key.chain([calendar.into(), metric.name().into()]).chain(values);
                    self.0.row(cells.chain([replicates.into()]))?;
                }
            }
        }
        Ok(())
    }

    pub(in crate::report) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}

use super::column::Column;

// Columns that several tables have, each with one meaning.

pub(in crate::report) const ARM: Column =
    Column::text("arm", "The regime of a comparison; the scenario's name where there is only one.");
pub(in crate::report) const POINT: Column =
    Column::whole("point", "", "The point of a sweep, from 0; 0 where there is none.");
pub(in crate::report) const REPLICATE: Column = Column::whole("replicate", "", "Which future of the scenario, from 0.");
pub(in crate::report) const METRIC: Column = Column::text("metric", "A headline metric, as in `runs`.");
pub(in crate::report) const UNIT: Column = Column::text("unit", "Its unit.");

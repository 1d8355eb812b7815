use super::cell::Cell;
use super::column::Column;
use super::shared_columns::ARM;
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::analysis::{Effect, Findings};
use crate::report::folder::{CONDITIONS_TABLE, Failure};

pub(in crate::report) fn conditions_schema() -> TableSchema {
    let scale = "0 to 1";
    let initiatives = "initiatives";
    let columns = vec![
        ARM,
        Column::text("site", "The site that stands apart from the others."),
        Column::text("condition", "In what it stands apart: a key of the site, a kind of shock, or `people_lost`."),
        Column::number("own", scale, "What it has, on the scale of the condition; an award may be above 1."),
        Column::number(
            "exchanged",
            scale,
            "What the other sites mostly have, and this one in the exchanged replicates.",
        ),
        Column::month("month", "The month of what happens in a given month, the first of several; else empty."),
        Column::whole("replicates", "", "Replicates that were run with the condition exchanged; 0 if none was."),
        Column::number(
            "survived_difference",
            "share",
            "Of the site's initiatives alive at the programme's end, those alive at the end of the run: as it is minus exchanged, on average over the same futures; empty if none was run.",
        ),
        Column::number("survived_low", "share", "Lower end of its 95 % interval (Student's t over pairs)."),
        Column::number("survived_high", "share", "Upper end of it."),
        Column::number(
            "alive_difference",
            initiatives,
            "The site's initiatives alive at the end of the run, copies included: as it is minus exchanged, on average.",
        ),
        Column::number("alive_low", initiatives, "Lower end of its 95 % interval (Student's t over pairs)."),
        Column::number("alive_high", initiatives, "Upper end of it."),
        Column::flag(
            "beyond_chance",
            "Whether an interval of the two leaves out 0, over ten pairs or more; empty if none was run.",
        ),
    ];
    TableSchema {
        stem: CONDITIONS_TABLE,
        about: "What sets sites apart: a row for each site and condition in which it stands apart from the others.",
        key: &["arm", "site", "condition"],
        columns,
    }
}

/// Writes `conditions`, if what sets sites apart was looked at.
///
/// # Errors
/// If the file cannot be written.
pub fn write_conditions(folder: &TableFolder, findings: &Findings) -> Result<(), Failure> {
    let Some(conditions) = &findings.conditions else { return Ok(()) };
    let setting = &findings.setting;
    let mut table = Table::create(folder, &conditions_schema())?;
    for one in &conditions.all {
        let (apart, made) = (&one.apart, one.made.as_ref());
        let own: [Cell<'_>; 7] = [
            setting.scenario.as_str().into(),
            apart.site_name(setting).into(),
            apart.condition.name().into(),
            apart.own.into(),
            apart.others.into(),
            apart.month.map(|month| setting.start.plus(month)).into(),
            made.map_or(0, |_| conditions.replicates).into(),
        ];
        let difference = |effect: Option<&Effect>| -> [Cell<'_>; 3] {
            let difference = effect.map(|effect| effect.difference);
            let [low, high] = difference.map_or([f64::NAN; 2], |difference| difference.interval);
            [difference.map_or(f64::NAN, |difference| difference.mean).into(), low.into(), high.into()]
        };
        let differences = [made.map(|made| &made.survived), made.map(|made| &made.alive)].map(difference);
        let told: Cell<'_> = made.map(|made| made.is_told()).into();
        table.row(own.into_iter().chain(differences.into_iter().flatten()).chain([told]))?;
    }
    table.close()
}

use super::format::Format;

/// The file that marks a folder whose results are not complete.
pub(in crate::report) const UNFINISHED: &str = "UNFINISHED";

/// The folder, inside a results folder, of results that are complete and on their way to their places.
pub(in crate::report) const DELIVERY: &str = ".delivery";
/// What the folder is and holds.
pub(in crate::report) const MANIFEST: &str = "manifest.json";
/// What all tables are and hold.
pub(in crate::report) const PACKAGE: &str = "datapackage.json";
/// The file that the report and its pictures are drawn from again.
pub(in crate::report) const DATA: &str = "report.data";
/// The report.
pub(in crate::report) const REPORT: &str = "report.html";
/// The tables, each a file of this name in its format.
pub(in crate::report) const TABLES: [&str; 8] =
    ["runs", "initiatives", "months", "survival", "incidence", "events", "effects", "points"];
/// The table of what sets the sites of a run apart.
pub(in crate::report) const CONDITIONS_TABLE: &str = "conditions";
/// Tables of the evidence suite, without what the format adds to their names.
pub(in crate::report) const EVIDENCE_TABLES: [&str; 4] = ["findings", "tests", "deciding", "truth_table"];
/// Tables of what an outcome hangs on.
pub(in crate::report) const VARIED_TABLES: [&str; 5] = ["screening", "indices", "peeling", "rule", "tried"];
/// Pictures that a results folder may have, beside those of single arms.
const CHARTS: &[&str] = &[
    "survival",
    "trajectory",
    "stages",
    "causes",
    "grid",
    "network",
    "network-people",
    "network-2",
    "network-3",
    "network-4",
    "network-5",
    "network-6",
    "network-7",
    "network-8",
    "network-9",
    "network-10",
    "network-11",
    "network-12",
    "authority",
    "success",
    "flow",
    "sites",
    "survival-by-arm",
    "differences",
    "stages-by-arm",
    "sweep",
    "sweep-2",
    "sweep-3",
    "sweep-4",
    "sweep-5",
    "sweep-6",
    "sweep-axes",
    "evidence",
    "sensitivity",
    "screening",
    "rule",
    "peeling",
];

/// Pictures of a run that a comparison has for each arm, up to so many.
const OF_ARMS: &[&str] =
    &["survival", "trajectory", "stages", "causes", "grid", "network", "authority", "success", "flow", "sites"];
const ARMS: usize = 8;

/// Names of all pictures that a results folder may have.
pub(in crate::report) fn charts() -> impl Iterator<Item = String> {
    let of_arms = CHARTS.iter().filter(|name| OF_ARMS.contains(name) || name.starts_with("network-"));
    let of_arms = of_arms.flat_map(|name| (1..=ARMS).map(move |arm| format!("{name}-arm-{arm}")));
    CHARTS.iter().map(|&name| name.to_owned()).chain(of_arms)
}

/// Names that a results folder uses; whatever else lies in it is left alone.
pub(in crate::report) fn names(format: Format) -> impl Iterator<Item = String> {
    let fixed =
        [MANIFEST, PACKAGE, "scenario.toml", "catalogue.txt", "evidence.md", "evidence.json", REPORT, DATA, UNFINISHED]
            .into_iter()
            .map(str::to_owned);
    let charts = charts().flat_map(|name| ["svg", "png"].map(|end| format!("charts/{name}.{end}")));
    fixed.chain(charts).chain(
        TABLES
            .into_iter()
            .chain(EVIDENCE_TABLES)
            .chain(VARIED_TABLES)
            .chain([CONDITIONS_TABLE])
            .map(move |stem| format.file_name(stem)),
    )
}

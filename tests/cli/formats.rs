//! Tables as Parquet: the same values as the CSV of the same run, each of its type; and one format instead of the other.

use crate::program::{Home, assert_same, contents, is_whole};
use crate::small::{AS_IT_IS, GRID, WHOLE, regimes, swept, town};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use safsim::quantity::Month;
use safsim::report::unmarked;
use std::fs::File;
use std::path::Path;

const TABLES: [&str; 6] = ["runs", "initiatives", "months", "survival", "incidence", "events"];

/// Columns that are no numbers in double precision, by type; singles are those of months, counts those of runs.
const TEXTS: &str = "arm failure place_kind region site initiative kind origin event cause contributing metric group_kind \
                     group why unit outcome programme.funding.horizon";
const MONTHS: &str = "start end absorbed entry month";
const WHOLES: &str = "point replicate seed months_observed replicates months_since_start at_risk events censored actor failed sets per_set";
const COUNTS: &str = "initiatives alive_at_programme_end alive_at_horizon absorbed ended ended_in_programme \
                      enthusiasm_peak_month copies_adopted copies_failed initiative_months surviving_months";
const FLAGS: &str = "absorbed_at_end";
const SINGLES: &str = "mean p05 p25 p50 p75 p95";

fn is_in(list: &str, column: &str) -> bool {
    list.split_whitespace().any(|name| name == column)
}

/// What a column of a table holds, in the words of Parquet.
fn promised(table: &str, column: &str) -> &'static str {
    match (table, column) {
        ("runs", column) if is_in(COUNTS, column) || column.starts_with("ended_") => "INT64",
        ("months", column) if is_in(SINGLES, column) => "FLOAT",
        (_, column) if is_in(TEXTS, column) => "BYTE_ARRAY",
        (_, column) if is_in(MONTHS, column) => "INT32",
        (_, column) if is_in(WHOLES, column) => "INT64",
        (_, column) if is_in(FLAGS, column) => "BOOLEAN",
        _ => "DOUBLE",
    }
}

/// A value of the CSV, read as what its column holds. What is empty there is null here.
fn parsed(text: &str, physical: &str) -> Field {
    match physical {
        _ if text.is_empty() => Field::Null,
        "BYTE_ARRAY" => Field::Str(unmarked(text).to_owned()),
        "INT32" => Field::Date(text.parse::<Month>().unwrap().days_from_1970()),
        "INT64" => Field::Long(text.parse().unwrap()),
        "FLOAT" => Field::Float(text.parse().unwrap()),
        "BOOLEAN" => {
            assert!(["TRUE", "FALSE"].contains(&text), "{text}");
            Field::Bool(text == "TRUE")
        }
        _ => Field::Double(text.parse().unwrap()),
    }
}

/// Compares a table in both formats; tells how many cells were null.
fn compare(table: &str, csv: &Path, parquet: &Path) -> usize {
    let mut lines = csv::Reader::from_path(csv).unwrap();
    let columns: Vec<String> = lines.headers().unwrap().iter().map(str::to_owned).collect();
    let reader = SerializedFileReader::new(File::open(parquet).unwrap()).unwrap();
    let schema = reader.metadata().file_metadata().schema_descr();
    let found: Vec<(String, String)> =
        schema.columns().iter().map(|c| (c.name().to_owned(), c.physical_type().to_string())).collect();
    let wanted: Vec<(String, String)> =
        columns.iter().map(|column| (column.clone(), promised(table, column).to_owned())).collect();
    assert_eq!(found, wanted, "{table}");
    let mut rows = reader.get_row_iter(None).unwrap();
    let mut nulls = 0;
    for (line, record) in lines.records().enumerate() {
        let row = rows.next().unwrap_or_else(|| panic!("{table}: no row {line}")).unwrap();
        let record = record.unwrap();
        for ((text, (column, physical)), (_, field)) in record.iter().zip(&found).zip(row.get_column_iter()) {
            assert_eq!(*field, parsed(text, physical), "{table}, row {line}, {column}");
            nulls += usize::from(*field == Field::Null);
        }
    }
    assert!(rows.next().is_none(), "{table}: more rows than lines");
    nulls
}

#[test]
fn parquet_holds_what_csv_holds() {
    let home = Home::new();
    // It ends before the programme does: some headline values do not exist.
    let site = "[[site]]\nname = \"=Café, \\\"Oak\\\"\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\"]\n";
    let policy = "[programme]\nsuccessor_start = \"none\"\n";
    home.write("short.toml", &format!("name = \"short\"\n[time]\nmonths = 24\n{policy}{site}"));
    for scenario in ["short.toml", "six-sites"] {
        let run = format!("run {scenario} -n 4 --seed 7 --force");
        home.done(&format!("{run} --out csv"));
        home.done(&format!("{run} --format parquet --threads 1 --out parquet"));
        let mut nulls = 0;
        for table in TABLES {
            let [csv, parquet] = ["csv", "parquet"].map(|f| home.path(&format!("{f}/{table}.{f}")));
            nulls += compare(table, &csv, &parquet);
        }
        assert!(nulls > 20, "only {nulls} cells were empty");
        assert_eq!(home.read("csv/charts/survival.svg"), home.read("parquet/charts/survival.svg"));
        // Values of the other are those of the CSV, which has other threads too.
        if is_whole() || scenario == "short.toml" {
            home.done(&format!("{run} --format parquet --threads 3 --out again"));
            assert_same(&home.path("parquet"), &home.path("again"));
        }
    }
}

#[test]
fn one_format_replaces_the_other() {
    let home = Home::new();
    let names = || contents(&home.path("out")).into_keys().map(|p| p.display().to_string()).collect::<Vec<_>>();
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 2 --out out");
    let as_csv = contents(&home.path("out"));
    home.write("out/mine.parquet", "mine");
    home.done("run town.toml -n 2 --out out --format parquet");
    assert!(names().iter().all(|name| !name.ends_with(".csv")), "{:?}", names());
    assert!(TABLES.iter().all(|table| names().contains(&format!("{table}.parquet"))), "{:?}", names());
    let manifest: serde_json::Value = serde_json::from_str(&home.read("out/manifest.json")).unwrap();
    assert_eq!(manifest["plan"]["format"], "parquet");
    let listed: Vec<&str> = manifest["files"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect();
    assert!(listed.contains(&"runs.parquet") && !listed.contains(&"runs.csv"), "{listed:?}");
    assert_eq!(home.read("out/mine.parquet"), "mine");
    std::fs::remove_file(home.path("out/mine.parquet")).unwrap();
    home.done("run town.toml -n 2 --out out --format csv");
    assert!(as_csv == contents(&home.path("out")), "{:?}", names());
}

#[test]
fn only_tables_that_would_be_written_are_in_the_way() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 1 --out out");
    home.write("out/runs.parquet", "mine");
    home.done("run town.toml -n 1 --out out");
    home.refused("run town.toml -n 1 --out out --format parquet", 2, &["runs.parquet", "was not written by safsim"]);
    assert_eq!(home.read("out/runs.parquet"), "mine");
    home.refused("run --format xlsx", 2, &["xlsx", "csv", "parquet"]);
}

#[test]
fn comparisons_and_sweeps_are_the_same_in_both_formats() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, WHOLE]);
    swept(&home, "swept.toml", GRID);
    let of_compare = [&TABLES[..], &["effects", "models"]].concat();
    for (line, tables) in [("compare regimes.toml -n 3", of_compare), ("sweep swept.toml -n 2", vec!["runs", "points"])]
    {
        let name = &line[..5];
        home.done(&format!("{line} --quiet --out {name}-csv"));
        home.done(&format!("{line} --quiet --format parquet --out {name}-parquet"));
        for table in &tables {
            compare(
                table,
                &home.path(&format!("{name}-csv/{table}.csv")),
                &home.path(&format!("{name}-parquet/{table}.parquet")),
            );
        }
        let tables_of = |folder: &str, end: &str| -> usize {
            contents(&home.path(folder)).keys().filter(|name| name.extension().is_some_and(|e| e == end)).count()
        };
        assert_eq!(tables_of(&format!("{name}-csv"), "csv"), tables.len());
        assert_eq!(tables_of(&format!("{name}-parquet"), "parquet"), tables.len());
        assert_eq!(tables_of(&format!("{name}-parquet"), "csv"), 0);
    }
}

use super::Tables;
use crate::analysis::Collector;
use crate::analysis::fabricated::{record, setting};
use crate::report::Format;
use parquet::file::reader::{FileReader, SerializedFileReader};
use std::fmt::Write;
use std::fs::{self, File};
use std::path::Path;

/// Two arms at two points, the second of fewer sites and with a run that failed.
fn write(folder: &Path, format: Format) {
    let mut tables = Tables::create(folder, format).unwrap();
    for (arm, point, sites, replicates) in [("as it was", 0, 2, 3), ("whole, \"at once\"", 4, 1, 2)] {
        let setting = setting(sites);
        let mut collector = Collector::new(&setting);
        for replicate in 0..replicates {
            let record = record(&setting, replicate);
            let headlines = collector.add(&record);
            tables.add(arm, point, &setting, &record, headlines).unwrap();
        }
        if point == 4 {
            tables.add_failed(arm, point, 2, 7, "site-1: no member is left\nin month 3").unwrap();
        }
        tables.add_findings(arm, point, &collector.finish()).unwrap();
    }
    tables.finish().unwrap();
}

/// The first and last rows of each table, byte by byte.
#[test]
fn csv_is_as_other_programs_know_it() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), Format::Csv);
    let mut shown = String::new();
    for stem in Tables::STEMS {
        let text = fs::read_to_string(folder.path().join(format!("{stem}.csv"))).unwrap();
        assert!(text.ends_with('\n') && !text.contains('\r'));
        let lines: Vec<&str> = text.lines().collect();
        let (first, last) = (&lines[..lines.len().min(5)], &lines[lines.len().max(9) - 4..]);
        writeln!(shown, "{stem}.csv, {} lines\n{}\n...\n{}\n", lines.len(), first.join("\n"), last.join("\n")).unwrap();
    }
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/tables_golden.txt");
    if option_env!("SAFSIM_BLESS").is_some() {
        fs::write(golden, &shown).unwrap();
    }
    assert_eq!(shown, fs::read_to_string(golden).unwrap(), "\n{shown}\nSAFSIM_BLESS=1 renews the golden text");
}

#[test]
fn parquet_has_as_many_rows_and_the_failure() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, Format::Csv);
    write(folder, Format::Parquet);
    for stem in Tables::STEMS {
        let lines = csv::Reader::from_path(folder.join(format!("{stem}.csv"))).unwrap().into_records().count();
        let reader = SerializedFileReader::new(File::open(folder.join(format!("{stem}.parquet"))).unwrap()).unwrap();
        assert_eq!(reader.metadata().file_metadata().num_rows(), lines as i64, "{stem}");
        if stem == "runs" {
            let last = reader.get_row_iter(None).unwrap().last().unwrap().unwrap();
            let cells: Vec<String> = last.get_column_iter().map(|(_, field)| field.to_string()).collect();
            let (values, failure) = cells[4..].split_at(cells.len() - 5);
            assert_eq!(cells[1..4], ["4", "2", "7"]);
            assert!(values.iter().all(|value| value == "null"), "{values:?}");
            assert_eq!(failure, ["\"site-1: no member is left\nin month 3\""]);
        }
    }
}

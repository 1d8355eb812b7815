use super::{Failure, Table};
use crate::disk::{Fault, fail_here, mend_here};
use crate::quantity::Month;
use crate::report::folder::Format;
use crate::report::tables::cell::Cell;
use crate::report::tables::column::Column;
use crate::report::tables::parquet_file::ROWS;
use crate::report::tables::table_folder::TableFolder;
use crate::report::tables::table_schema::TableSchema;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use std::fs::File;
use std::path::Path;

const COLUMNS: [Column; 6] = [
    Column::text("who", "A name."),
    Column::whole("count", "people", "How many."),
    Column::number("share", "share", "Of what."),
    Column::single("trust", "share", "In whom."),
    Column::flag("kept", "Or not."),
    Column::month("since", "When it began."),
];

/// A table `stem` of the first so many columns.
fn begin(folder: &Path, stem: &'static str, columns: usize, format: Format) -> Result<Table, Failure> {
    let schema = TableSchema { stem, about: "A table.", key: &[], columns: COLUMNS[..columns].to_vec() };
    Table::create(&TableFolder::new(folder, format), &schema)
}

fn small(folder: &Path, format: Format) {
    let mut table = begin(folder, "t", 6, format).unwrap();
    let april: Month = "2015-04".parse().unwrap();
    let oak = "Café, \"Oak\"";
    table.row([oak.into(), 3_u32.into(), (1.0 / 3.0).into(), 0.1_f32.into(), true.into(), april.into()]).unwrap();
    table.row([Cell::None, Cell::None, f64::NAN.into(), f32::INFINITY.into(), Cell::None, Cell::None]).unwrap();
    table.row(["".into(), Cell::Whole(-1), (-0.0).into(), (-0.0_f32).into(), false.into(), Cell::None]).unwrap();
    table.close().unwrap();
}

fn rows(path: &Path) -> Vec<Row> {
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    reader.get_row_iter(None).unwrap().map(Result::unwrap).collect()
}

#[test]
fn csv_is_the_same_bytes_as_ever() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path(), Format::Csv);
    let text = "who,count,share,trust,kept,since\n\
                \"Café, \"\"Oak\"\"\",3,0.3333333333333333,0.1,TRUE,\"2015-04\"\n\
                ,,,,,\n\
                ,-1,0.0,0.0,FALSE,\n";
    assert_eq!(std::fs::read_to_string(folder.path().join("t.csv")).unwrap(), text);
}

#[test]
fn parquet_keeps_types_and_what_does_not_exist() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path(), Format::Parquet);
    let path = folder.path().join("t.parquet");
    let fields: Vec<Vec<Field>> =
        rows(&path).iter().map(|row| row.get_column_iter().map(|(_, field)| field.clone()).collect()).collect();
    let oak = Field::Str("Café, \"Oak\"".into());
    let (third, april) = (Field::Double(1.0 / 3.0), Field::Date(16526));
    assert_eq!(fields[0], [oak, Field::Long(3), third, Field::Float(0.1), Field::Bool(true), april]);
    assert_eq!(fields[1], vec![Field::Null; 6]);
    let zeros = [Field::Double(0.0), Field::Float(0.0)];
    assert_eq!(fields[2][..2], [Field::Null, Field::Long(-1)]);
    assert_eq!((&fields[2][2..4], &fields[2][4..]), (&zeros[..], &[Field::Bool(false), Field::Null][..]));
    let Field::Double(zero) = fields[2][2] else { unreachable!() };
    assert!(zero.is_sign_positive());

    let reader = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
    let metadata = reader.metadata();
    let created_by = metadata.file_metadata().created_by();
    assert_eq!(created_by, Some(concat!("safsim version ", env!("CARGO_PKG_VERSION"))));
    let count = metadata.row_group(0).column(1);
    assert_eq!(count.statistics().unwrap().null_count_opt(), Some(1));
    assert_eq!(count.statistics().unwrap().min_bytes_opt(), Some(&(-1_i64).to_le_bytes()[..]));
    assert!(metadata.row_group(0).column(0).dictionary_page_offset().is_some());
}

#[test]
fn rows_are_written_group_by_group() {
    let folder = tempfile::tempdir().unwrap();
    let write = |stem: &'static str| {
        let mut table = begin(folder.path(), stem, 2, Format::Parquet).unwrap();
        let path = folder.path().join(format!("{stem}.parquet"));
        for i in 0..2 * ROWS as u64 + 3 {
            let name = (i % 5 != 0).then(|| format!("name {}", i % 7));
            table.row([name.into(), i.into()]).unwrap();
        }
        table.close().unwrap();
        path
    };
    let path = write("one");
    let reader = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
    let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!(groups, [ROWS as i64, ROWS as i64, 3]);
    for (i, row) in rows(&path).iter().enumerate() {
        let fields: Vec<&Field> = row.get_column_iter().map(|(_, field)| field).collect();
        let name = if i % 5 == 0 { Field::Null } else { Field::Str(format!("name {}", i % 7)) };
        assert_eq!(fields, [&name, &Field::Long(i as i64)]);
    }
    assert!(std::fs::read(&path).unwrap() == std::fs::read(write("two")).unwrap(), "not the same bytes");
}

#[test]
fn a_table_without_rows_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    for format in Format::ALL {
        begin(folder.path(), "t", 6, format).unwrap().close().unwrap();
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("t.csv")).unwrap(), "who,count,share,trust,kept,since\n");
    assert!(rows(&folder.path().join("t.parquet")).is_empty());
}

#[test]
#[cfg(debug_assertions)]
fn a_row_of_another_shape_is_a_defect() {
    for cells in [vec![Cell::None], vec![Cell::None; 3], vec![Cell::Whole(1), Cell::Whole(1)]] {
        let add = move || {
            let folder = tempfile::tempdir().unwrap();
            let mut table = begin(folder.path(), "t", 2, Format::Parquet).unwrap();
            drop(table.row(cells));
        };
        assert!(std::panic::catch_unwind(add).is_err());
    }
}

/// Every step of writing a table fails once, and once for good. Few rows fail when the table is closed, many before.
#[test]
fn a_full_disk_is_told() {
    for format in Format::ALL {
        for many in [1, 2 * ROWS] {
            for fault in [Fault::Once as fn(u64) -> Fault, Fault::From] {
                let mut tried = 0;
                for at in 0.. {
                    let folder = tempfile::tempdir().unwrap();
                    let fill = || {
                        let mut table = begin(folder.path(), "t", 1, format)?;
                        (0..many as u64).try_for_each(|i| table.row([i.to_string().into()]))?;
                        table.close()
                    };
                    fail_here(fault(at));
                    let filled = fill();
                    if mend_here() <= at {
                        filled.unwrap();
                        break;
                    }
                    tried += 1;
                    let told = filled.unwrap_err().to_string();
                    let path = folder.path().join(format.file_name("t"));
                    assert_eq!(told, format!("could not write {}: the disk is full", path.display()));
                }
                assert!(tried >= 3, "{tried} steps");
            }
        }
    }
}

/// A reader that looks at the first rows only would take a column without a value there for one of texts.
#[test]
fn a_row_with_the_first_late_value_is_moved_to_the_top() {
    let folder = tempfile::tempdir().unwrap();
    // Two columns begin late, in rows 100 and 70 000; one in row 99, which is early enough; one of texts.
    let mut table = begin(folder.path(), "t", 6, Format::Csv).unwrap();
    let mut plain = vec![];
    for i in 0..80_000_u32 {
        let from = |row: u32| i >= row;
        let (share, trust) = (from(70_000).then(|| f64::from(i)), from(100).then_some(0.5_f32));
        let month = from(60_000).then(|| "2015-04".parse::<Month>().unwrap());
        table
            .row([Cell::None, i.into(), share.into(), trust.into(), from(99).then_some(true).into(), month.into()])
            .unwrap();
        let share = share.map_or(String::new(), |share| format!("{share:?}"));
        let trust = if trust.is_some() { "0.5" } else { "" };
        let (flag, month) = (if from(99) { "TRUE" } else { "" }, if month.is_some() { "\"2015-04\"" } else { "" });
        plain.push(format!(",{i},{share},{trust},{flag},{month}"));
    }
    table.close().unwrap();
    let text = std::fs::read_to_string(folder.path().join("t.csv")).unwrap();
    let lines: Vec<&str> = text.lines().skip(1).collect();
    let late = plain.remove(70_000);
    let first = plain.remove(100);
    let wanted: Vec<String> = [first, late].into_iter().chain(plain).collect();
    assert!(lines == wanted, "{:?}", &lines[..4]);
}

/// The metadata of a file say what it is, and what its columns are.
#[test]
fn parquet_says_what_columns_are() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path(), Format::Parquet);
    let reader = SerializedFileReader::new(File::open(folder.path().join("t.parquet")).unwrap()).unwrap();
    let pairs = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let says = |key: &str| pairs.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.clone()).unwrap();
    assert_eq!(says("description"), "A table.");
    let schema: serde_json::Value = serde_json::from_str(&says("table_schema")).unwrap();
    let count = serde_json::json!({"name": "count", "type": "integer", "unit": "people", "description": "How many."});
    assert_eq!(schema["fields"][1], count);
    assert_eq!(schema["fields"][5]["type"], "date");
}

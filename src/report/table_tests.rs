use super::Table;
use crate::disk::{Fault, fail_here, mend_here};
use crate::report::cell::Cell;
use crate::report::column::Column;
use crate::report::{Format, Shelf};
use crate::report::parquet_file::ROWS;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use std::fs::File;
use std::path::Path;

const COLUMNS: [Column; 5] = [
    Column::text("who"),
    Column::whole("count"),
    Column::number("share"),
    Column::single("trust"),
    Column::flag("kept"),
];

fn small(folder: &Path, format: Format) {
    let mut table = Table::create(&Shelf::at(folder), "t", &COLUMNS, format).unwrap();
    let oak = "Café, \"Oak\"";
    table.row([oak.into(), 3_u32.into(), (1.0 / 3.0).into(), 0.1_f32.into(), true.into()]).unwrap();
    table.row([Cell::None, Cell::None, f64::NAN.into(), f32::INFINITY.into(), Cell::None]).unwrap();
    table.row(["".into(), Cell::Whole(-1), (-0.0).into(), (-0.0_f32).into(), false.into()]).unwrap();
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
    let text = "who,count,share,trust,kept\n\
                \"Café, \"\"Oak\"\"\",3,0.3333333333333333,0.1,true\n\
                ,,,,\n\
                ,-1,0,0,false\n";
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
    assert_eq!(fields[0], [oak, Field::Long(3), Field::Double(1.0 / 3.0), Field::Float(0.1), Field::Bool(true)]);
    assert_eq!(fields[1], vec![Field::Null; 5]);
    assert_eq!(fields[2], [Field::Null, Field::Long(-1), Field::Double(0.0), Field::Float(0.0), Field::Bool(false)]);
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
    let write = |stem: &str| {
        let mut table = Table::create(&Shelf::at(folder.path()), stem, &COLUMNS[..2], Format::Parquet).unwrap();
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
        Table::create(&Shelf::at(folder.path()), "t", &COLUMNS, format).unwrap().close().unwrap();
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("t.csv")).unwrap(), "who,count,share,trust,kept\n");
    assert!(rows(&folder.path().join("t.parquet")).is_empty());
}

#[test]
#[cfg(debug_assertions)]
fn a_row_of_another_shape_is_a_defect() {
    for cells in [vec![Cell::None], vec![Cell::None; 3], vec![Cell::Whole(1), Cell::Whole(1)]] {
        let add = move || {
            let folder = tempfile::tempdir().unwrap();
            let mut table = Table::create(&Shelf::at(folder.path()), "t", &COLUMNS[..2], Format::Parquet).unwrap();
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
                        let mut table = Table::create(&Shelf::at(folder.path()), "t", &COLUMNS[1..2], format)?;
                        (0..many as u64).try_for_each(|i| table.row([i.into()]))?;
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

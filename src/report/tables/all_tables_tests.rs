use super::Tables;
use crate::analysis::fabricated::{record, setting};
use crate::analysis::{
    ArmFindings, ArmLabel, Clock, Collector, Compared, Comparison, Courses, Headline, Kept, Points, Swept, SweptTimes,
    SweptValue,
};
use crate::record::Setting;
use crate::report::folder::Format;
use crate::report::tables::effects_table::write_effects;
use crate::report::tables::points_table::write_points;
use crate::report::tables::table_folder::TableFolder;
use parquet::file::reader::{FileReader, SerializedFileReader};
use std::fmt::Write;
use std::fs::{self, File};
use std::path::Path;

/// Two arms, the second of fewer sites and with a run that failed; a comparison and a sweep of made-up runs.
fn write(folder: &Path, format: Format) {
    let headlines = Headline::all(&[]);
    let folder = &TableFolder::new(folder, format);
    let kept = |setting: &Setting, replicate| Kept::of(record(setting, replicate), setting, &headlines, 2);
    let mut tables = Tables::create(folder, &headlines).unwrap();
    let mut all = vec![];
    for (arm, point, sites, replicates) in [("as it was", 0, 2, 3), ("whole, \"at once\"", 4, 1, 2)] {
        let setting = setting(sites);
        let mut collector = Collector::new(&setting, &headlines);
        let mut courses = Courses::new(0..setting.places.len(), 96);
        for replicate in 0..replicates {
            let kept = kept(&setting, replicate);
            tables.add(arm, point, &setting, &kept).unwrap();
            collector.add(Some(&kept));
            courses.add(&kept.run.panel);
        }
        if point == 4 {
            tables.add_failed(arm, point, 2, 7, "site-1: no member is left\nin month 3").unwrap();
            collector.add(None);
        }
        let findings = collector.finish();
        tables.add_findings(arm, &findings).unwrap();
        tables.add_months(arm, &setting, &courses).unwrap();
        all.push((arm, findings));
    }
    tables.finish().unwrap();

    let setting = setting(2);
    let mut comparison = Comparison::new(&setting, &headlines, 2);
    let mut found = Points::new(&headlines, &["survived_24".to_owned(), "money_spent".to_owned()], 2);
    for replicate in 0..3 {
        let runs = [kept(&setting, replicate), kept(&setting, replicate + 10)];
        comparison.add(&runs.each_ref().map(Some));
        found.add(0, Some(&runs[0]));
        found.add(1, (replicate > 0).then_some(&runs[1]));
    }
    let arms = all.into_iter().zip(comparison.finish()).map(|((name, findings), contrast)| {
        let label = ArmLabel { name: name.to_owned(), ..ArmLabel::default() };
        ArmFindings { label, findings, contrast }
    });
    let compared = Compared {
        arms: arms.collect(),
        metrics: vec![],
        at_run_end: vec![],
        clock: Clock::Run,
        pairwise: comparison.pairwise().clone(),
        replicates: 3,
        unpaired: 0,
        models: None,
    };
    write_effects(folder, &compared).unwrap();
    let value = |award, horizon: &str| vec![SweptValue::Number(award), SweptValue::Text(horizon.to_owned())];
    let swept = Swept {
        setting,
        axes: vec!["programme.funding.award".to_owned(), "programme.funding.horizon".to_owned()],
        is_grid: true,
        points: vec![value(0.2, "annual"), value(0.2, "whole")],
        replicates: 3,
        found,
        shown: 2,
        times: SweptTimes::default(),
        models: None,
    };
    write_points(folder, &swept).unwrap();
    folder.describe("Made-up", "Two arms, and a sweep.\n").unwrap();
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
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/tables/tables_golden.txt");
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
    // A package describes the tables of one format.
    fs::remove_file(folder.join(TableFolder::PACKAGE)).unwrap();
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

/// What stands in the package is what stands in the files.
#[test]
fn the_package_describes_every_table() {
    for format in Format::ALL {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), format);
        let text = fs::read_to_string(folder.path().join(TableFolder::PACKAGE)).unwrap();
        let package: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&package["name"], &package["description"]), (&"made-up".into(), &"Two arms, and a sweep.".into()));
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), Tables::STEMS.len());
        for resource in resources {
            let path = folder.path().join(resource["path"].as_str().unwrap());
            let columns: Vec<String> = match format {
                Format::Csv => {
                    let mut reader = csv::Reader::from_path(path).unwrap();
                    reader.headers().unwrap().iter().map(str::to_owned).collect()
                }
                Format::Parquet => {
                    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
                    let schema = reader.metadata().file_metadata().schema_descr_ptr();
                    schema.columns().iter().map(|column| column.name().to_owned()).collect()
                }
            };
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(names, columns, "{}", resource["name"]);
        }
    }
}

/// The program's own words are plain: only names that people give can need a mark.
#[test]
fn no_word_of_the_program_is_marked() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), Format::Csv);
    for stem in Tables::STEMS {
        let text = fs::read_to_string(folder.path().join(format!("{stem}.csv"))).unwrap();
        assert!(!text.contains("\"_"), "{stem}");
    }
    use crate::record::Metric;
    let units = Metric::ALL.iter().map(|metric| crate::report::unit_in_tables(metric.unit()));
    let names = Metric::ALL.iter().map(|metric| metric.name()).chain(units);
    names.for_each(|word| assert_eq!(super::super::marked::marked(word), word));
}

use super::calibration_tables::{learnt_schema, pairs_schema, targets_schema, waves_schema};
use super::conditions_table::conditions_schema;
use super::effects_table::effects_schema;
use super::events_table::events_schema;
use super::evidence_tables::{deciding_schema, findings_schema, tests_schema, truth_table_schema};
use super::incidence_table::incidence_schema;
use super::initiatives_table::initiatives_schema;
use super::models_table::models_schema;
use super::months_table::months_schema;
use super::points_table::points_schema;
use super::runs_table::runs_schema;
use super::survival_table::survival_schema;
use super::swept_models_tables::{axis_models_schema, point_models_schema};
use super::table_schema::TableSchema;
use super::varied_tables::{indices_schema, peeling_schema, rule_schema, screening_schema, tried_schema};
use crate::analysis::Headline;
use std::fmt::Write;

fn schemas() -> [TableSchema; 25] {
    [
        runs_schema(&Headline::all(&[])),
        initiatives_schema(),
        months_schema(),
        survival_schema(),
        incidence_schema(),
        events_schema(),
        effects_schema(),
        models_schema(),
        conditions_schema(),
        points_schema(&[]),
        point_models_schema(),
        axis_models_schema(),
        findings_schema(),
        tests_schema(),
        deciding_schema(),
        truth_table_schema(),
        screening_schema(),
        indices_schema(),
        peeling_schema(),
        rule_schema(),
        tried_schema(&[]),
        targets_schema(),
        learnt_schema(),
        pairs_schema(),
        waves_schema(),
    ]
}

/// The name of every table, and its columns as a table in Markdown, for docs/results.md: type, unit and meaning. Without
/// the columns that a scenario adds: survival at other months, and the axes of a sweep.
#[must_use]
pub fn column_reference() -> Vec<(&'static str, String)> {
    let of = |schema: TableSchema| {
        let mut text = "\n| Column | Type | Unit | Meaning |\n| --- | --- | --- | --- |\n".to_owned();
        for column in &schema.columns {
            let (name, kind) = (&column.name, column.kind.word());
            // Writing to a text cannot fail.
            let _ = writeln!(text, "| `{name}` | {kind} | {} | {} |", column.unit, column.meaning);
        }
        if !schema.key.is_empty() {
            let key: Vec<String> = schema.key.iter().map(|name| format!("`{name}`")).collect();
            let _ = write!(text, "\nOne row for each {}.\n", key.join(", "));
        }
        text.push('\n');
        (schema.stem, text)
    };
    schemas().into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::schemas;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_says_what_it_is_and_is_there_once() {
        for schema in schemas() {
            let names: BTreeSet<&str> = schema.columns.iter().map(|column| &*column.name).collect();
            assert_eq!(names.len(), schema.columns.len(), "{}", schema.stem);
            assert!(schema.key.iter().all(|column| names.contains(column)), "{}", schema.stem);
            assert!(schema.about.ends_with('.'), "{}", schema.stem);
            for column in &schema.columns {
                let meaning = &column.meaning;
                assert!(meaning.len() > 5 && meaning.ends_with('.') && !meaning.contains('|'), "{}", column.name);
            }
        }
    }
}

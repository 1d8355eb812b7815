//! Findings -> tables, charts, the manifest and the words of the summary; the results folder as a whole.
//!
//! Purpose: everything a user opens afterwards; a folder that is complete or marked unfinished, never half-written.
//! Must never know: the engine, the rules of scenario files (a scenario is a text here).

mod authority_figure;
mod causes_chart;
mod cell;
mod charts;
mod claim;
mod column;
mod columns;
mod comparison_charts;
mod comparison_summary;
mod csv_file;
mod delivery;
mod destination;
mod digest;
mod display_width;
mod drawn_figure;
mod effects_table;
mod emphasised;
mod events_table;
mod evidence_chart;
mod evidence_counts;
mod evidence_page;
mod evidence_results;
mod evidence_summary;
mod evidence_tables;
mod explanation;
mod failure;
mod figure;
mod flow_figure;
mod format;
mod grid_figure;
mod incidence_table;
mod initiatives_table;
mod leavings;
mod letter_case;
mod manifest;
mod metric_words;
mod money_figures;
mod months_table;
mod network_figure;
mod number;
mod origin_words;
mod outcome_lines;
mod page;
mod paragraph;
mod parquet_column;
mod parquet_file;
mod picture_parts;
#[cfg(test)]
mod pictures_tests;
mod points_table;
mod quantities;
mod run_figures;
mod runs_table;
mod sense;
mod shelf;
mod sites_figure;
mod staging;
mod story;
mod success_figure;
mod summary;
mod survival_table;
mod sweep_charts;
mod sweep_summary;
mod swept_value;
mod table;
mod tables;
mod told_story;
mod workplace;

pub use charts::standard_figures;
pub use claim::{Claim, Waits};
pub use comparison_charts::comparison_figures;
pub use comparison_summary::comparison_summary;
pub use destination::{Destination, Refusal};
pub use digest::sha256;
pub use drawn_figure::Figure;
pub use effects_table::write_effects;
pub use emphasised::{Emphasis, Emphasised};
pub use evidence_chart::evidence_chart;
pub use evidence_page::evidence_page;
pub use evidence_results::{evidence_figures, write_evidence};
pub use evidence_summary::{evidence_list, evidence_summary};
pub use explanation::Explanation;
pub use failure::Failure;
pub use format::Format;
pub use manifest::{ArmEntry, FileEntry, Maker, Manifest, Pending, PlanEntry, PrecisionEntry, ScenarioEntry};
pub use page::{
    Contents, Difference, Ran, Reopened, Unopened, comparison_contents, evidence_contents, reopen, run_contents,
    sweep_contents,
};
pub use paragraph::paragraph;
pub use points_table::write_points;
pub use run_figures::run_figures;
pub use runs_table::RunsTable;
pub use shelf::Shelf;
pub use staging::Staging;
pub use story::{EVERYTHING, STORY_LINES, story_markdown, story_text, tell};
pub use summary::summary;
pub use sweep_charts::sweep_figures;
pub use sweep_summary::sweep_summary;
pub use tables::{EVENT_REPLICATES, EVENT_SITES, Tables};
pub use told_story::{ToldChange, ToldMonth, ToldStory};
pub use workplace::Workplace;

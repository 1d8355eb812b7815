//! Findings -> tables, charts, the manifest and the words of the summary; the results folder as a whole.
//!
//! Purpose: everything a user opens afterwards; a folder that is complete or marked unfinished, never half-written.
//! Must never know: the engine, the rules of scenario files (a scenario is a text here).

mod authority_figure;
mod causes_chart;
mod cell;
mod charts;
mod claim;
mod clock_words;
mod column;
mod column_reference;
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
mod fitted;
mod flow_figure;
mod format;
mod grid_figure;
mod group_columns;
mod incidence_table;
mod initiatives_table;
mod leavings;
mod letter_case;
mod manifest;
mod markdown;
mod marked;
mod metric_words;
mod money_figures;
mod money_words;
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
mod programme_words;
mod quantities;
mod run_figures;
mod runs_table;
mod sense;
mod shelf;
mod sites_figure;
mod staging;
mod standing_words;
mod story;
mod success_figure;
mod summary;
mod survival_table;
mod sweep_charts;
mod sweep_summary;
mod swept_value;
mod table;
mod table_folder;
mod table_schema;
mod tables;
mod told_story;
mod unit_words;
mod workplace;

#[cfg(feature = "pictures")]
pub use charts::standard_figures;
#[cfg(feature = "page")]
pub use claim::{Claim, Waits};
#[cfg(feature = "tables")]
pub use column_reference::column_reference;
#[cfg(feature = "pictures")]
pub use comparison_charts::comparison_figures;
pub use comparison_summary::comparison_summary;
#[cfg(feature = "tables")]
pub use csv_file::quoted;
#[cfg(feature = "page")]
pub use destination::{Destination, Refusal};
pub use digest::sha256;
#[cfg(feature = "pictures")]
pub use drawn_figure::Figure;
#[cfg(feature = "tables")]
pub use effects_table::write_effects;
pub use emphasised::{Emphasis, Emphasised};
#[cfg(feature = "pictures")]
pub use evidence_chart::evidence_chart;
pub use evidence_page::{EvidencePage, evidence_page, evidence_pages};
#[cfg(feature = "page")]
pub use evidence_results::{evidence_figures, write_evidence};
pub use evidence_summary::{evidence_list, evidence_summary};
#[cfg(feature = "page")]
pub use explanation::Explanation;
pub use failure::Failure;
pub use format::Format;
pub use manifest::{ArmEntry, FileEntry, Maker, Manifest, Pending, PlanEntry, PrecisionEntry, ScenarioEntry};
pub use marked::unmarked;
#[cfg(feature = "page")]
pub use page::{
    Contents, Difference, Ran, Reopened, Unopened, comparison_contents, evidence_contents, reopen, run_contents,
    sweep_contents,
};
pub use paragraph::paragraph;
#[cfg(feature = "tables")]
pub use points_table::write_points;
#[cfg(feature = "pictures")]
pub use run_figures::run_figures;
#[cfg(feature = "tables")]
pub use runs_table::RunsTable;
pub use shelf::Shelf;
#[cfg(feature = "page")]
pub use staging::Staging;
#[cfg(feature = "page")]
pub use story::story_markdown;
pub use story::{EVERYTHING, STORY_LINES, story_text, tell};
pub use summary::summary;
#[cfg(feature = "pictures")]
pub use sweep_charts::sweep_figures;
pub use sweep_summary::sweep_summary;
#[cfg(feature = "tables")]
pub use table_folder::TableFolder;
#[cfg(feature = "tables")]
pub use tables::{EVENT_REPLICATES, EVENT_SITES, Tables};
pub use told_story::{ToldChange, ToldMonth, ToldStory};
pub use unit_words::unit_in_tables;
#[cfg(feature = "page")]
pub use workplace::Workplace;

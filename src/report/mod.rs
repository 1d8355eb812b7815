//! Findings -> tables, charts, the manifest and the words of the summary; the results folder as a whole.
//!
//! Purpose: everything a user opens afterwards; a folder that is complete or marked unfinished, never half-written.
//! Inside, every import goes down: `page`, `story`, `evidence_page` and `summaries` are what people read, made of `figures`,
//! `tables` and `words`; all of it is put into the `folder`, or laid out for a `terminal`.
//!
//! Must never know: the engine, the rules of scenario files (a scenario is a text here).

#[cfg(feature = "page")]
mod calibration_page;
#[cfg(feature = "page")]
mod evidence_page;
#[cfg(feature = "pictures")]
mod figures;
mod folder;
#[cfg(feature = "page")]
mod live_page;
#[cfg(feature = "page")]
mod markup;
#[cfg(feature = "page")]
mod page;
mod story;
mod summaries;
#[cfg(feature = "tables")]
mod tables;
mod terminal;
mod words;

#[cfg(feature = "page")]
pub use calibration_page::{calibration_figures, calibration_page, write_calibration};
#[cfg(feature = "page")]
pub use evidence_page::{EvidencePage, evidence_figures, evidence_page, evidence_pages, write_evidence};
#[cfg(feature = "pictures")]
pub use figures::{
    Figure, SideBySide, comparison_figures, discovery_figures, evidence_chart, field_figure, run_figures,
    sensitivity_figures, side_by_side, standard_figures, sweep_figures,
};
pub use folder::{
    ArmEntry, Claim, Destination, Failure, FileEntry, Format, Maker, Manifest, Pending, PlanEntry, PrecisionEntry,
    Refusal, ScenarioEntry, ShardEntry, Shelf, Staging, Waits, Workplace, sha256,
};
#[cfg(feature = "page")]
pub use live_page::{LiveContents, LiveInside, MODULE_MAKER, live_page, module};
#[cfg(feature = "page")]
pub use page::{
    ABOUT, CRATES, Contents, Deck, Difference, Ran, Reopened, Unopened, calibration_contents, comparison_contents,
    discovery_contents, evidence_contents, reopen, run_contents, sensitivity_contents, sweep_contents,
};
pub use story::{EVERYTHING, STORY_LINES, ToldChange, ToldMonth, ToldStory, story_text, tell_story};
#[cfg(feature = "page")]
pub use story::{Explanation, story_markdown};
pub use summaries::{
    calibration_summary, comparison_summary, discovery_summary, evidence_list, evidence_summary, field_page,
    sensitivity_summary, summary, sweep_summary,
};
#[cfg(feature = "tables")]
pub use tables::{
    EVENT_REPLICATES, EVENT_SITES, RunsTable, TableFolder, Tables, column_reference, quoted, unit_in_tables, unmarked,
    write_conditions, write_discovery, write_effects, write_levels, write_models, write_points, write_sensitivity,
};
pub use terminal::{Emphasis, Emphasised, paragraph};
pub use words::{
    FieldTold, PAGE_WORDS, PageWord, ToldBoard, ToldKind, ToldKindOfOrganisation, ToldMoney, ToldPlace, ToldShock,
    ToldSite, ToldWork,
};

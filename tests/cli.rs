//! The program as its user meets it: every command when all is well, and when it is not.

#[path = "cli/page_text.rs"]
mod page_text;
#[path = "cli/program.rs"]
mod program;
#[path = "cli/reading_grade.rs"]
mod reading_grade;
#[path = "cli/small.rs"]
mod small;
#[path = "cli/tables.rs"]
mod tables;

#[path = "cli/calibrate.rs"]
mod calibrate;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/check_answers.rs"]
mod check_answers;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/conditions.rs"]
mod conditions;
#[path = "cli/describe.rs"]
mod describe;
#[path = "cli/disk.rs"]
mod disk;
#[path = "cli/evidence.rs"]
mod evidence;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/folder.rs"]
mod folder;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/interrupt.rs"]
mod interrupt;
#[path = "cli/limits.rs"]
mod limits;
#[path = "cli/lists.rs"]
mod lists;
#[path = "cli/live.rs"]
mod live;
#[path = "cli/models.rs"]
mod models;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/one_door.rs"]
mod one_door;
#[path = "cli/opened.rs"]
mod opened;
#[path = "cli/precise.rs"]
mod precise;
#[path = "cli/reading.rs"]
mod reading;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/report.rs"]
mod report;
#[path = "cli/results.rs"]
mod results;
#[path = "cli/resume.rs"]
mod resume;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/shard_rounds.rs"]
mod shard_rounds;
#[path = "cli/shards.rs"]
mod shards;
#[path = "cli/slides.rs"]
mod slides;
#[path = "cli/sweep.rs"]
mod sweep;
#[path = "cli/varied.rs"]
mod varied;

//! The program as its user meets it: every command when all is well, and when it is not.

#[path = "cli/program.rs"]
mod program;

#[path = "cli/check.rs"]
mod check;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/lists.rs"]
mod lists;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/results.rs"]
mod results;
#[path = "cli/run.rs"]
mod run;

//! The command line: arguments, the progress bar, what is printed, exit codes; one file per command.
//!
//! Purpose: one user of `study` among others. Must never know: rules of the model, how a study is conducted.

mod arguments;
mod calibrate;
mod check;
mod check_answers;
mod command_error;
mod compare;
mod completions;
mod describe;
mod discover;
mod emphasis;
mod evidence;
mod explain;
#[cfg(debug_assertions)]
mod fault;
#[cfg(test)]
mod help_tests;
mod import;
mod interrupt;
mod list;
mod live;
mod man;
mod merge;
mod missing_letters;
mod new;
mod over;
mod planned;
mod plausible_models;
mod print_results;
mod progress;
mod put;
mod quietly;
mod report;
mod run;
mod scenario_argument;
mod schema;
mod screen;
mod sensitivity;
mod shard;
mod shown;
mod slides;
mod start;
mod study_options;
mod suggested;
mod sweep;
mod terminal;
mod terminal_listener;
mod to_try;
mod varied;
mod warned;
mod which_models;
mod whole_number;

pub use start::start;

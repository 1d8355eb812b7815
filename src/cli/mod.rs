//! The command line: arguments, files, the progress bar, exit codes; one file per command.
//!
//! Purpose: the roof over both towers. Must never know: rules of the model.

mod arguments;
mod check;
mod compare;
mod completions;
mod emphasis;
mod evidence;
mod explain;
#[cfg(debug_assertions)]
mod fault;
#[cfg(test)]
mod help_tests;
mod interrupt;
mod list;
mod listening;
mod man;
mod missing_letters;
mod new;
mod planned;
mod progress;
mod quietly;
mod report;
mod run;
mod scenario_argument;
mod schema;
mod shown;
mod start;
mod suggested;
mod sweep;
mod terminal;
mod told;
mod trouble;
mod warned;
mod whole_number;

pub use start::start;

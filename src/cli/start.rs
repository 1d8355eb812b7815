use super::arguments::{Cli, Command};
use super::command_error::CommandError;
use super::shown::Shown;
use super::terminal::{print_error, print_message, print_output};
use super::{
    calibrate, check, check_answers, compare, completions, describe, discover, evidence, explain, import, list, live,
    man, merge, new, report, run, schema, sensitivity, slides, sweep,
};
use crate::letters::hidden_in;
use crate::study::Memory;
use clap::{ColorChoice, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

/// Does what the command line asks; the program's exit status: 0 done, 1 could not finish, 2 wrong command or scenario.
#[must_use]
pub fn start() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    #[cfg(debug_assertions)]
    super::fault::as_asked();
    survive_limits();
    match parse(&arguments).and_then(|cli| cli.map_or(Ok(()), dispatch)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error(&error);
            ExitCode::from(error.status())
        }
    }
}

/// A file that grows beyond `ulimit -f` is an error to be told, not the end of the process.
fn survive_limits() {
    #[cfg(unix)]
    {
        // If that cannot be had, the limit ends the process as it did.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    }
}
/// Addresses of which a pool of threads for everybody takes too many.
const FEW_ADDRESSES: Memory = Memory(2_000_000_000);

fn dispatch(cli: Cli) -> Result<(), CommandError> {
    if Memory::of_addresses().is_some_and(|limit| limit < FEW_ADDRESSES) {
        // Drawing and reading use this pool, which breaks off where its threads cannot be had. It has been made by nobody.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    }
    let quiet = cli.quiet;
    let done = match cli.command.unwrap_or_default() {
        Command::Run(options) => run::run(&options, cli.quiet),
        Command::Compare(options) => compare::compare(&options, cli.quiet),
        Command::Sweep(options) => sweep::sweep(&options, cli.quiet),
        Command::Sensitivity(options) => sensitivity::sensitivity(&options, cli.quiet),
        Command::Discover(options) => discover::discover(&options, cli.quiet),
        Command::Evidence(options) => evidence::evidence(&options, cli.quiet),
        Command::Calibrate(options) => calibrate::calibrate(&options, cli.quiet),
        Command::Explain(options) => explain::explain(&options, cli.quiet),
        Command::Merge(options) => merge::merge(&options, cli.quiet),
        Command::Report(options) => report::report(&options, cli.quiet),
        Command::Slides(options) => slides::slides(&options, cli.quiet),
        Command::Check(options) => check::check(&options, cli.quiet),
        Command::Import(options) => import::import(&options, cli.quiet),
        Command::Describe(options) => describe::describe(&options, cli.quiet),
        Command::CheckAnswers(options) => check_answers::check_answers(&options, cli.quiet),
        Command::New(options) => new::new(&options, cli.quiet),
        Command::List(options) => list::list(&options),
        Command::Live(options) => live::live(&options, cli.quiet),
        Command::Schema => schema::schema(),
        Command::Completions(options) => completions::completions(&options),
        Command::Man(options) => man::man(&options, cli.quiet),
    };
    match done {
        Err(CommandError::Done(_)) if quiet => Ok(()),
        Err(CommandError::Done(text)) => print_output(Shown::from(text.as_str())),
        done => done,
    }
}

/// The arguments; `None` if they asked for help or the version, which has been said.
fn parse(arguments: &[OsString]) -> Result<Option<Cli>, CommandError> {
    let color = color(arguments);
    match color {
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
        ColorChoice::Auto => anstream::ColorChoice::Auto,
    }
    .write_global();
    let matches = Cli::command().color(color).try_get_matches_from(arguments);
    match matches.and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(cli) => Ok(Some(cli)),
        Err(error) if error.use_stderr() => {
            print_message(mistake(&error, arguments));
            Err(CommandError::Wrong(String::new()))
        }
        // Help quotes no argument.
        Err(help) => print_output(Shown::own(help.render().ansi().to_string())).map(|()| None),
    }
}

/// A wrong argument as clap tells it: in colour, unless it quotes what a terminal would obey.
fn mistake(error: &clap::Error, arguments: &[OsString]) -> Shown {
    let rendered = error.render();
    if arguments.iter().any(|argument| hidden_in(&argument.to_string_lossy(), false).is_some()) {
        return rendered.to_string().into();
    }
    Shown::own(rendered.ansi().to_string())
}

/// What `--color` says, wherever it stands; needed before everything else is understood.
fn color(arguments: &[OsString]) -> ColorChoice {
    let texts: Vec<&str> = arguments.iter().map_while(|a| a.to_str()).take_while(|&a| a != "--").collect();
    let value = texts.iter().enumerate().find_map(|(i, text)| match text.strip_prefix("--color")? {
        "" => texts.get(i + 1).copied(),
        rest => rest.strip_prefix('='),
    });
    value.and_then(|v| v.parse().ok()).unwrap_or(ColorChoice::Auto)
}

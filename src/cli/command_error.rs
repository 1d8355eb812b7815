use super::screen::{paint, width};
use super::shown::Shown;
use crate::diagnostics::Drawing;
use crate::experiment::StoreError;
use crate::report::{Failure, Refusal, Unopened};
use crate::study::{Error, ShardFault};
use std::fmt;
use std::io;
use std::path::Path;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum CommandError {
    /// The command or a scenario is wrong: exit status 2.
    Wrong(String),
    /// The same, drawn with the lines that are wrong.
    Mistakes(Drawing),
    /// It could not finish: exit status 1.
    Failed(String),
    /// Nothing went wrong: a part was asked for, and is done. This is what there is to say.
    Done(String),
    /// Whoever read the output has gone; nobody is left to tell.
    PipeClosed,
}

impl CommandError {
    /// The exit status.
    pub(super) fn status(&self) -> u8 {
        match self {
            CommandError::Wrong(_) | CommandError::Mistakes(_) => 2,
            CommandError::Failed(_) => 1,
            CommandError::Done(_) | CommandError::PipeClosed => 0,
        }
    }

    /// What there is to say of it; nothing if that has been said, or nobody is left.
    pub(super) fn shown(&self) -> Option<Shown> {
        let style = anstyle::AnsiColor::Red.on_default().bold();
        let error = |why: &str| Shown::own(format!("{style}error:{style:#}")).and(Shown::message(" ", why));
        match self {
            CommandError::Mistakes(drawing) => Some(Shown::from(drawing)),
            CommandError::Done(_) | CommandError::PipeClosed => None,
            CommandError::Wrong(why) | CommandError::Failed(why) if why.is_empty() => None,
            // Mistakes in a text that is no file are drawn already, without colour.
            CommandError::Wrong(why) if why.starts_with("error") => Some(Shown::from(why.trim_end()).and("\n")),
            CommandError::Wrong(why) | CommandError::Failed(why) => Some(error(why)),
        }
    }

    /// An error of writing to standard output.
    pub(super) fn output(error: &io::Error) -> CommandError {
        match error.kind() {
            io::ErrorKind::BrokenPipe => CommandError::PipeClosed,
            io::ErrorKind::StorageFull => {
                CommandError::Failed("could not write to standard output: the disk is full".into())
            }
            _ => CommandError::Failed(format!("could not write to standard output: {error}")),
        }
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CommandError::Wrong(why) | CommandError::Failed(why) | CommandError::Done(why) => f.write_str(why),
            CommandError::Mistakes(drawing) => drawing.fmt(f),
            CommandError::PipeClosed => f.write_str("standard output was closed"),
        }
    }
}

impl From<Failure> for CommandError {
    fn from(failure: Failure) -> CommandError {
        CommandError::Failed(failure.to_string())
    }
}

impl From<Unopened> for CommandError {
    fn from(unopened: Unopened) -> CommandError {
        match unopened {
            Unopened::Failure(failure) => failure.into(),
            unopened => CommandError::Wrong(unopened.to_string()),
        }
    }
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> CommandError {
        match refusal {
            Refusal::Failure(failure) => failure.into(),
            refusal => CommandError::Wrong(refusal_words(&refusal)),
        }
    }
}

/// With what this command can do about it.
impl From<Error> for CommandError {
    fn from(error: Error) -> CommandError {
        if let Error::Mistakes(mistakes) = &error {
            return CommandError::Mistakes(mistakes.render(paint(), width()));
        }
        let why = words(&error);
        if let Error::Sharded { .. } | Error::ShardWaits { .. } = &error {
            return CommandError::Done(why);
        }
        if error.is_mistake() { CommandError::Wrong(why) } else { CommandError::Failed(why) }
    }
}

/// With the options that do something about it.
fn refusal_words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Foreign(_) => format!("{refusal} with --out, or --force to write beside what is there"),
        Refusal::OtherPlan(..) | Refusal::OtherModel(..) => format!("{refusal} with --out, or --force to replace them"),
        Refusal::OtherUnfinished(..) => format!(
            "{refusal}\n  run that command again to finish it, give another folder with --out, or --force to drop it"
        ),
        Refusal::Changed(_) | Refusal::InTheWay(..) | Refusal::Dangling(..) | Refusal::WouldOverwrite(_) => {
            format!("{refusal} with --out")
        }
        Refusal::Failure(_) | Refusal::Unmended(..) => refusal.to_string(),
    }
}

fn words(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => refusal_words(refusal),
        Error::NoFinding { meant: None, .. } => format!("{error}\n  `safsim evidence --list` shows all findings"),
        Error::NoMetric { meant: None, .. } => {
            format!("--until-precise {error}\n  `safsim list metrics` shows the headline metrics")
        }
        Error::NoMetric { .. } => format!("--until-precise {error}"),
        Error::NoSingleInitiative { folder, command } => format!(
            "{} holds results of `safsim {command}`, which follow no single initiative\n  name a folder of run, compare or sweep",
            folder.display()
        ),
        Error::NothingToCompare(name) => format!(
            "{error}\n  add two, each with a name and what it sets, or name several scenarios: safsim compare {name} other.toml"
        ),
        Error::NothingToVary(_) => format!(
            "{error}\n  add one, for example\n    [sweep]\n    axes = {{ \"programme.funding.award\" = {{ from = 0.2, to = 1.0, \
             steps = 5 }} }}"
        ),
        Error::Until { .. } => format!("--until-precise {error}"),
        Error::TooLarge { needed, limit, given } => format!(
            "this needs about {} of memory even on one thread, and {} {limit}\n  it has {}; take fewer or smaller sites, or \
             allow more with --memory",
            needed.memory(1),
            if *given { "--memory allows" } else { "this machine can give" },
            needed.size(),
        ),
        Error::NothingToResume { .. } => {
            format!("{error}\n  leave --resume out to begin, or to begin again")
        }
        Error::Store(StoreError::OtherPlan { path }) => {
            // The chunk lies in a folder of the results folder.
            let folder = path.ancestors().nth(2).unwrap_or(Path::new(""));
            format!("{error}\n  give another folder with --out, or --force to drop what is in {}", folder.display())
        }
        Error::Store(StoreError::InUse { .. }) => {
            format!("{error}\n  wait until it has finished, or give another folder with --out")
        }
        Error::Late { why, folder } => format!(
            "{}\n  what is finished stays in {}: the same command goes on with it",
            words(why),
            folder.display()
        ),
        Error::Gone(_) => format!(
            "{error}\n  where it was moved to, the same command goes on with what is finished; if it was removed, that begins anew"
        ),
        Error::Interrupted { so_far: Some(_), .. } => format!("{error}\n  the same command goes on from there"),
        Error::Interrupted { so_far: None, .. } => format!("{error}\n  run the same command again"),
        Error::InterruptedWriting(Some(_)) => format!("{error}: the same command goes on from there"),
        Error::Sharded { .. } => format!("{error}\n  when all are finished, `safsim merge` puts them together\n"),
        Error::ShardWaits { .. } => {
            format!("{error}\n  when they are there, the same command goes on; with --wait it waits for them\n")
        }
        Error::Shards(ShardFault::Missing { shards, .. }) if !shards.is_empty() => {
            format!("{error}\n  run them with the same command and --shard, then merge again")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::refusal_words;
    use crate::report::Refusal;
    use std::path::PathBuf;

    #[test]
    fn options_are_named_by_the_command_line_alone() {
        let folder = || PathBuf::from("out/a");
        let foreign = Refusal::Foreign(folder());
        assert_eq!(foreign.to_string(), "out/a is not empty and holds no safsim results\n  give another folder");
        assert_eq!(
            refusal_words(&foreign),
            "out/a is not empty and holds no safsim results\n  give another folder with --out, or --force to write beside \
             what is there"
        );
        let others = [
            Refusal::Changed(folder()),
            Refusal::WouldOverwrite(folder()),
            Refusal::Dangling(folder(), PathBuf::from("nowhere")),
        ];
        for refusal in others {
            assert!(!refusal.to_string().contains("--"), "{refusal}");
            assert!(refusal_words(&refusal).ends_with(" with --out"), "{refusal}");
        }
    }
}

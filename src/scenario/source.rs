use super::built_in::stem;
use std::path::{Component, Path, PathBuf};

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    Path(PathBuf),
    /// A text in hand, such as standard input; `extends` inside it counts from the current folder.
    Text {
        /// The name that mistakes are reported under.
        name: String,
        /// The whole text.
        text: String,
    },
    /// A scenario that is part of the program, by name.
    BuiltIn(String),
}

impl Source {
    /// What `arg` on a command line means: a file if there is one of that path, or if it looks like a path (it ends in
    /// `.toml` or holds a `/`); else the built-in scenario of that name.
    #[must_use]
    pub fn named(arg: &str) -> Source {
        if looks_like_path(arg) || Path::new(arg).is_file() {
            Source::Path(PathBuf::from(arg))
        } else {
            Source::BuiltIn(arg.to_owned())
        }
    }

    /// What `extends = "base"` in this source means.
    pub(super) fn base(&self, base: &str) -> Source {
        match self {
            _ if !looks_like_path(base) => Source::BuiltIn(base.to_owned()),
            Source::Path(path) => Source::Path(shortest(&path.parent().unwrap_or(Path::new("")).join(base))),
            Source::Text { .. } => Source::Path(PathBuf::from(base)),
            Source::BuiltIn(_) => Source::BuiltIn(stem(base).to_owned()),
        }
    }

    /// The file of that name beside this source; `None` beside what is built in.
    pub(super) fn beside(&self, name: &str) -> Option<PathBuf> {
        match self {
            Source::Path(path) => Some(shortest(&path.parent().unwrap_or(Path::new("")).join(name))),
            Source::Text { .. } => Some(PathBuf::from(name)),
            Source::BuiltIn(_) => None,
        }
    }

    /// The name that a reader knows it by.
    pub(super) fn title(&self) -> String {
        match self {
            Source::Path(path) => path.display().to_string(),
            Source::Text { name, .. } => name.clone(),
            Source::BuiltIn(name) => format!("built-in {name}"),
        }
    }
}

/// `path` with `a/..` and `.` taken out.
fn shortest(path: &Path) -> PathBuf {
    let mut short = PathBuf::new();
    for part in path.components() {
        match (part, short.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                short.pop();
            }
            _ => short.push(part),
        }
    }
    short
}

fn looks_like_path(arg: &str) -> bool {
    arg.ends_with(".toml") || arg.contains(['/', '\\'])
}

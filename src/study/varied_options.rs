use serde::{Deserialize, Serialize};

/// What is varied, and of what outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariedOptions {
    /// The headline figure; the first that the scenario's `[outcome]` names if not given.
    pub outcome: Option<String>,
    /// Two of its regimes: the outcome is then the figure of the first less that of the second.
    pub between: Option<[String; 2]>,
    /// What is varied: `parameters` (all of the model, but for those that the scenario sets), `thresholds` (from where on
    /// words such as ended hold), `sweep` (the axes of the scenario's sweep), or names of parameters; all parameters if nothing is given.
    pub over: Vec<String>,
}

impl VariedOptions {
    /// As options of a command line.
    pub(super) fn written(&self) -> String {
        let mut text = String::new();
        if let Some(outcome) = &self.outcome {
            text += &format!(" --outcome {outcome}");
        }
        if let Some([first, second]) = &self.between {
            text += &format!(" --between {} {}", quoted(first), quoted(second));
        }
        if !self.over.is_empty() {
            text += &format!(" --over {}", self.over.join(","));
        }
        text
    }
}

/// A word of a shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

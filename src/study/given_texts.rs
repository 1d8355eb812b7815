use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Files that a user gave: with them a part of an experiment needs nothing outside of its folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenTexts {
    /// The folder or file, as the user named it.
    pub name: PathBuf,
    /// Names and texts: files of findings, or the one file of targets.
    pub texts: Vec<(String, String)>,
    /// Those of scenarios beside them.
    pub bases: Vec<(String, String)>,
}

use super::failure::Failure;
use super::file_names::{MANIFEST, UNFINISHED};
use super::format::Format;
use crate::disk;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Bytes of a manifest or a plan, at most.
const MOST: u64 = 16 << 20;

/// What made a result: the version of the program, and the number of the model, which stands for the numbers that it makes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maker {
    /// The version of safsim.
    pub version: String,
    /// The number of the model; 0 where none was written down.
    #[serde(default)]
    pub model: u32,
}

impl Maker {
    /// This program, with the model of this number.
    #[must_use]
    pub fn of_model(model: u32) -> Maker {
        Maker { version: env!("CARGO_PKG_VERSION").to_owned(), model }
    }

    /// "safsim 0.1.0 (model 4)".
    #[must_use]
    pub fn words(&self) -> String {
        match self.model {
            0 => format!("safsim {} (before models had numbers)", self.version),
            model => format!("safsim {} (model {model})", self.version),
        }
    }
}

/// `manifest.json`: what a results folder is and holds. No clock time: the same plan gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `safsim`.
    pub program: String,
    /// What made it.
    #[serde(flatten)]
    pub maker: Maker,
    /// The scenario that ran.
    pub scenario: ScenarioEntry,
    /// What was asked.
    pub plan: PlanEntry,
    /// The arms of a comparison, the baseline first; none otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arms: Vec<ArmEntry>,
    /// Replicates that the tables hold; fewer than asked in an unfinished folder.
    pub replicates_done: u64,
    /// Every other file of the folder, by path.
    pub files: Vec<FileEntry>,
}

/// The scenario of a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioEntry {
    /// Its name.
    pub name: String,
    /// SHA-256 of `scenario.toml`, the complete resolved scenario.
    pub sha256: String,
}

/// The plan of a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// The command: `run`, `compare` or `sweep`.
    pub command: String,
    /// The seed.
    pub seed: u64,
    /// Replicates that were asked for; with `until_precise`, at most so many.
    pub replicates: u64,
    /// When to stop adding replicates, if not at a given number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_precise: Option<PrecisionEntry>,
    /// SHA-256 of all that decides what single runs are of one model: command, scenario, seed.
    pub identity: String,
    /// How the tables are written; CSV if a manifest does not say.
    #[serde(default)]
    pub format: Format,
}

/// An arm of a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArmEntry {
    /// Its name.
    pub name: String,
    /// The budget, thousand pounds, under which it spends, or is given, as much as the baseline, if it was to; as the
    /// shortest decimals that read back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutral_budget: Option<String>,
    /// What that makes alike: `given` or `spent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutral_budget_of: Option<String>,
    /// Whether it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutral_budget_is_met: Option<bool>,
}

/// `--until-precise METRIC=HALFWIDTH` of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrecisionEntry {
    /// The headline metric.
    pub metric: String,
    /// Half the width that its 95 % interval is to have, as it was written.
    pub half_width: String,
    /// Replicates that are added at a time.
    pub batch: u64,
}

/// What was asked for and is not done: `unfinished/plan.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// What began it.
    #[serde(flatten)]
    pub maker: Maker,
    /// What its chunks look like inside.
    #[serde(default)]
    pub kept: u32,
    /// The scenario's name.
    pub scenario: String,
    /// What was asked.
    pub plan: PlanEntry,
}

/// A file of a results folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Path inside the folder, with `/`.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256.
    pub sha256: String,
}

impl PlanEntry {
    /// Whether another plan has the same results, their format aside.
    #[must_use]
    pub fn is_same(&self, plan: &PlanEntry) -> bool {
        PlanEntry { format: plan.format, ..self.clone() } == *plan
    }
}

impl Pending {
    /// Whether both are to make the same results, if their models do.
    #[must_use]
    pub fn is_same_plan(&self, other: &Pending) -> bool {
        self.scenario == other.scenario && self.plan.is_same(&other.plan)
    }

    /// Whether what one has finished serves the other.
    #[must_use]
    pub fn serves(&self, other: &Pending) -> bool {
        self.is_same_plan(other) && self.maker.model == other.maker.model && self.kept == other.kept
    }

    /// The folder, inside a results folder, that holds what has been finished of it.
    pub const FOLDER: &str = "unfinished";
    /// Its file in that folder.
    pub const NAME: &str = "plan.json";

    /// That of a results folder; `None` if there is none.
    ///
    /// # Errors
    /// If it is there but cannot be read, or says nothing that this version understands.
    pub fn read(folder: &Path) -> Result<Option<Pending>, Failure> {
        let path = folder.join(Self::FOLDER).join(Self::NAME);
        match disk::read(&path, MOST) {
            Ok(text) => {
                serde_json::from_slice(&text).map(Some).map_err(|e| Failure::new("understand", &path, e.into()))
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Failure::new("read", &path, e)),
        }
    }

    /// Its text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // As of the manifest.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

impl Manifest {
    /// The file's name.
    pub const NAME: &str = MANIFEST;

    /// The manifest of a folder; `None` if there is none or it is not one of ours.
    ///
    /// # Errors
    /// If it is there but cannot be read, or lists what a results folder cannot hold.
    pub fn read(folder: &Path) -> Result<Option<Manifest>, Failure> {
        let path = folder.join(Self::NAME);
        let bytes = match disk::read(&path, MOST) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Failure::new("read", &path, e)),
        };
        let Some(manifest) = serde_json::from_slice(&bytes).ok().filter(|m: &Manifest| m.program == "safsim") else {
            return Ok(None);
        };
        are_plain(&manifest.files).map_err(|why| Failure::new("understand", &path, io::Error::other(why)))?;
        Ok(Some(manifest))
    }

    /// Whether another folder would hold the same results, model, version and format of the tables aside.
    #[must_use]
    pub fn same_plan(&self, scenario: &str, plan: &PlanEntry) -> bool {
        self.scenario.name == scenario && self.plan.is_same(plan)
    }

    /// Its text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings and whole numbers only: nothing in it can fail to be written.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

/// Files of a results folder, at most.
const FILES: usize = 10_000;

/// An error, saying why, unless a list of files is one that a results folder may have: a manifest is a file that anybody
/// may have written.
pub(in crate::report) fn are_plain<'a>(files: impl IntoIterator<Item = &'a FileEntry>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for FileEntry { path, .. } in files {
        let shown: String = path.chars().take(60).flat_map(char::escape_default).collect();
        if !is_plain(path) {
            return Err(format!("it lists \"{shown}\", which leads out of the folder or is none of its files"));
        }
        if !seen.insert(path) {
            return Err(format!("it lists \"{shown}\" twice"));
        }
        if seen.len() > FILES {
            return Err(format!("it lists more than {FILES} files"));
        }
    }
    Ok(())
}

/// Whether a path names a file in a results folder or in one folder in that, and nothing that keeps the folder's books: of
/// plain names that begin with no point.
pub(in crate::report) fn is_plain(path: &str) -> bool {
    let is_name = |name: &str| {
        let first = name.chars().next();
        first.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
            && name.len() <= 200
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    match path.split_once('/') {
        None => is_name(path) && path != UNFINISHED,
        Some((folder, name)) => is_name(folder) && folder != Pending::FOLDER && is_name(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_list_of_files_cannot_lead_elsewhere() {
        let entry = |path: &str| FileEntry { path: path.into(), bytes: 0, sha256: String::new() };
        for path in ["runs.csv", "charts/causes-arm-1.svg", "report.data", "manifest.json"] {
            assert!(is_plain(path), "{path}");
        }
        for path in [
            "",
            ".",
            "..",
            "../a",
            "/etc/passwd",
            "a/../../b",
            "a/b/c",
            "charts/",
            "charts/.",
            "./a",
            "a//b",
            "a\\b",
            "c:a",
            ".hidden",
            "UNFINISHED",
            "unfinished/plan.json",
            "a\nb",
            "-rf",
        ] {
            assert!(!is_plain(path), "{path}");
            let why = are_plain(&[entry("runs.csv"), entry(path)]).unwrap_err();
            assert!(why.ends_with("which leads out of the folder or is none of its files"), "{why}");
        }
        assert_eq!(are_plain(&[entry("a"), entry("a")]).unwrap_err(), "it lists \"a\" twice");
        let many: Vec<FileEntry> = (0..=FILES).map(|i| entry(&i.to_string())).collect();
        assert_eq!(are_plain(&many).unwrap_err(), "it lists more than 10000 files");
    }

    #[test]
    fn reads_back_and_knows_its_own() {
        let manifest = Manifest {
            program: "safsim".into(),
            maker: Maker { version: "0.1.0".into(), model: 4 },
            scenario: ScenarioEntry { name: "six-sites".into(), sha256: "ab".into() },
            plan: PlanEntry {
                command: "run".into(),
                seed: 1,
                replicates: 200,
                until_precise: None,
                identity: "00".into(),
                format: Format::Csv,
            },
            arms: vec![],
            replicates_done: 200,
            files: vec![FileEntry { path: "charts/a.svg".into(), bytes: 3, sha256: "cd".into() }],
        };
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Manifest::read(folder.path()).unwrap(), None);
        fs::write(folder.path().join("manifest.json"), manifest.to_json()).unwrap();
        assert_eq!(Manifest::read(folder.path()).unwrap().as_ref(), Some(&manifest));
        fs::write(folder.path().join("manifest.json"), manifest.to_json().replace("safsim", "npm")).unwrap();
        assert_eq!(Manifest::read(folder.path()).unwrap(), None);
        fs::write(folder.path().join("manifest.json"), "[1, 2").unwrap();
        assert_eq!(Manifest::read(folder.path()).unwrap(), None);
        assert!(!manifest.same_plan("six-sites", &PlanEntry { seed: 2, ..manifest.plan.clone() }));
        let as_parquet = PlanEntry { format: Format::Parquet, ..manifest.plan.clone() };
        assert!(manifest.same_plan("six-sites", &as_parquet));
        let older = manifest.to_json().replace(",\n    \"format\": \"csv\"", "");
        assert_ne!(older, manifest.to_json());
        fs::write(folder.path().join("manifest.json"), older).unwrap();
        assert_eq!(Manifest::read(folder.path()).unwrap().as_ref(), Some(&manifest));
    }
}

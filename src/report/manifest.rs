use super::{Failure, Format};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::Path;

/// `manifest.json`: what a results folder is and holds. No clock time: the same plan gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `safsim`.
    pub program: String,
    /// The version that wrote it.
    pub version: String,
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
    /// SHA-256 of all that decides what single runs are: command, scenario, seed, version.
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
    /// The version that began it.
    pub version: String,
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
    /// Whether what one has finished serves the other.
    #[must_use]
    pub fn is_same(&self, other: &Pending) -> bool {
        self.version == other.version && self.scenario == other.scenario && self.plan.is_same(&other.plan)
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
        match fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str(&text).map(Some).map_err(|e| Failure::new("understand", &path, e.into())),
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
    pub const NAME: &str = "manifest.json";

    /// The manifest of a folder; `None` if there is none or it is not one of ours.
    ///
    /// # Errors
    /// If it is there but cannot be read.
    pub fn read(folder: &Path) -> Result<Option<Manifest>, Failure> {
        let path = folder.join(Self::NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(serde_json::from_str(&text).ok().filter(|m: &Manifest| m.program == "safsim")),
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => Ok(None),
            Err(e) => Err(Failure::new("read", &path, e)),
        }
    }

    /// Whether another folder would hold the same results, version and format of the tables aside: the values in them
    /// are the same, so nothing is lost if one replaces the other.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_and_knows_its_own() {
        let manifest = Manifest {
            program: "safsim".into(),
            version: "0.1.0".into(),
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

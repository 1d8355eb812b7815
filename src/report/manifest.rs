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
    /// The command: `run`.
    pub command: String,
    /// The seed.
    pub seed: u64,
    /// Replicates that were asked for.
    pub replicates: u64,
    /// How the tables are written; CSV if a manifest does not say.
    #[serde(default)]
    pub format: Format,
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
    pub fn same_plan(&self, scenario: &ScenarioEntry, plan: &PlanEntry) -> bool {
        let in_format = PlanEntry { format: plan.format, ..self.plan.clone() };
        self.scenario == *scenario && in_format == *plan
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
            plan: PlanEntry { command: "run".into(), seed: 1, replicates: 200, format: Format::Csv },
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
        assert!(!manifest.same_plan(&manifest.scenario, &PlanEntry { seed: 2, ..manifest.plan.clone() }));
        let as_parquet = PlanEntry { format: Format::Parquet, ..manifest.plan.clone() };
        assert!(manifest.same_plan(&manifest.scenario, &as_parquet));
        let older = manifest.to_json().replace(",\n    \"format\": \"csv\"", "");
        assert_ne!(older, manifest.to_json());
        fs::write(folder.path().join("manifest.json"), older).unwrap();
        assert_eq!(Manifest::read(folder.path()).unwrap().as_ref(), Some(&manifest));
    }
}

use super::given_texts::GivenTexts;
use super::plan::Plan;
use super::recipe::Recipe;
use crate::calibration::WaveSizes;
use crate::evidence::ParameterSet;
use crate::experiment::Schedule;
use crate::report::sha256;
use crate::scenario::RunSettings;
use std::path::PathBuf;

/// Sets of a chunk.
const PER_CHUNK: u32 = 8;

/// By which targets, and how thoroughly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalibrateOptions {
    /// The file of targets, if they are not the built-in ones.
    pub targets: Option<PathBuf>,
    /// Sets of each wave, waves, and sets of the ensemble.
    pub sizes: WaveSizes,
}

impl CalibrateOptions {
    /// Replicates of each arm in each set.
    pub const REPLICATES: u32 = 4;
    /// A first wave that tells what moves anything, later ones that tell where; at most five.
    pub const SIZES: WaveSizes = WaveSizes { first: 1023, later: 2048, waves: 5, ensemble: 300 };
}

impl Default for CalibrateOptions {
    fn default() -> CalibrateOptions {
        CalibrateOptions { targets: None, sizes: CalibrateOptions::SIZES }
    }
}

/// What is asked of a calibration.
#[derive(Clone, Debug)]
pub(super) struct CalibrationPlan {
    pub run: RunSettings,
    pub sizes: WaveSizes,
    /// The targets as they were given, if they are not built in.
    pub from: Option<GivenTexts>,
    /// Their text.
    pub targets: String,
}

impl Plan for CalibrationPlan {
    fn name(&self) -> &'static str {
        "calibration"
    }

    fn run(&self) -> RunSettings {
        self.run
    }

    fn identity(&self, command: &str) -> String {
        let WaveSizes { first, later, waves, ensemble } = self.sizes;
        let RunSettings { replicates, seed } = self.run;
        let what =
            format!("{replicates} replicates, sets {first} and {later}, {waves} waves, {ensemble} stay, seed {seed}");
        sha256(format!("{command}, {what}, {}\n{}", ParameterSet::space(), self.targets))
    }

    /// The defaults and the first wave; later waves are found to be needed.
    fn schedule(&self, _: u32) -> Schedule {
        Schedule::new(1, (self.sizes.first as u64).saturating_add(1), PER_CHUNK)
    }

    fn text(&self, _: u32) -> (&'static str, String) {
        ("targets.toml", self.targets.clone())
    }

    fn again(&self, _: &str) -> String {
        let mut command = "safsim calibrate".to_owned();
        if let Some(from) = &self.from {
            command += &format!(" {}", from.name.display());
        }
        let usual = CalibrateOptions::SIZES;
        let RunSettings { replicates, seed } = self.run;
        for (name, value, usual) in [
            ("first", self.sizes.first, usual.first),
            ("later", self.sizes.later, usual.later),
            ("waves", self.sizes.waves, usual.waves),
            ("size", self.sizes.ensemble, usual.ensemble),
            ("replicates", replicates as usize, CalibrateOptions::REPLICATES as usize),
        ] {
            if value != usual {
                command += &format!(" --{name} {value}");
            }
        }
        if seed == 1 { command } else { format!("{command} --seed {seed}") }
    }

    fn recipe(&self, _: &str) -> Result<Recipe, &'static str> {
        Ok(Recipe::Calibrate { sizes: self.sizes, from: self.from.clone() })
    }

    fn is_whole_only(&self) -> bool {
        true
    }
}

use super::given_texts::GivenTexts;
use super::{DiscoverOptions, PlausibleModels, SensitivityOptions, VariedOptions};
use crate::calibration::WaveSizes;
use serde::{Deserialize, Serialize};

/// What was asked of a scenario: with it, all that makes a study again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Recipe {
    /// Over these models as well.
    Run {
        models: Option<PlausibleModels>,
        /// Without what sets sites apart.
        #[serde(default)]
        no_conditions: bool,
    },
    /// Likewise.
    Compare {
        models: Option<PlausibleModels>,
    },
    /// Likewise.
    Sweep {
        models: Option<PlausibleModels>,
    },
    /// Of the built-in catalogue, unless another is given.
    Evidence {
        findings: Vec<String>,
        from: Option<GivenTexts>,
        sets: u32,
        per_set: u32,
        per_set_most: u32,
        models: Option<PlausibleModels>,
    },
    Sensitivity {
        varied: VariedOptions,
        design: SensitivityOptions,
    },
    Discover {
        varied: VariedOptions,
        design: DiscoverOptions,
    },
    /// By the built-in targets, unless others are given.
    Calibrate {
        sizes: WaveSizes,
        from: Option<GivenTexts>,
    },
}

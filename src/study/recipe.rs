use super::{DiscoverOptions, SensitivityOptions, VariedOptions};
use serde::{Deserialize, Serialize};

/// What was asked of a scenario: with it, all that makes a study again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Recipe {
    Run,
    Compare,
    Sweep,
    Sensitivity { varied: VariedOptions, design: SensitivityOptions },
    Discover { varied: VariedOptions, design: DiscoverOptions },
}

use super::PlaceArguments;
use super::experiment::{GivenArguments, WHAT};
use clap::Args;

/// What both `sensitivity` and `discover` can be told.
#[derive(Clone, Debug, Default, Args)]
pub(in crate::cli) struct VariedArguments {
    /// The headline figure, such as alive_at_horizon [default: the first of the scenario's [outcome]]
    #[arg(long, value_name = "METRIC", help_heading = WHAT)]
    pub(in crate::cli) outcome: Option<String>,
    /// Two of the scenario's regimes: the outcome is then the figure of A less that of B, in the same futures
    #[arg(long, value_names = ["A", "B"], num_args = 2, help_heading = WHAT)]
    pub(in crate::cli) between: Option<Vec<String>>,
    /// What to vary, with commas between: names of parameters; KEY=LOW..HIGH or KEY=[..] for any setting; `sweep`, the axes of
    /// the scenario; `parameters`, all of the model that the scenario does not set; `thresholds`, from where on an
    /// initiative counts as ended, absorbed and so on [default: parameters]
    #[arg(long, value_name = "KEYS", help_heading = WHAT)]
    pub(in crate::cli) over: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) given: GivenArguments,
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
}

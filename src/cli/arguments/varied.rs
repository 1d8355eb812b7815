use super::PlaceArguments;
use super::experiment::{MAX_SEED, WHAT};
use crate::cli::whole_number::whole;
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
    /// the scenario; `parameters`, all of the model that the scenario does not set [default: parameters]
    #[arg(long, value_name = "KEYS", help_heading = WHAT)]
    pub(in crate::cli) over: Vec<String>,
    /// Seed of all chance (0 to 2^53) [default: the scenario's]
    #[arg(long, value_name = "S", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u64>(0, MAX_SEED))]
    pub(in crate::cli) seed: Option<u64>,
    /// Set a value of the scenario, such as site.site-1.deficit=0.5 or contagion=0.1; may be repeated
    #[arg(long, value_name = "KEY=VALUE", help_heading = WHAT)]
    pub(in crate::cli) set: Vec<String>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) confined: bool,
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
}

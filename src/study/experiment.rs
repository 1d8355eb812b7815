use super::runs::Runs;
#[cfg(feature = "page")]
use super::story::Stories;
use super::{Error, Options};
use crate::experiment::{Schedule, Store, Unit};
#[cfg(feature = "tables")]
use crate::quantity::Words;
#[cfg(feature = "tables")]
use crate::report::TableFolder;
#[cfg(feature = "page")]
use crate::report::{ArmEntry, Contents, Ran, Staging, ToldStory};
use std::sync::atomic::AtomicBool;

/// Whether all was run that findings hang on beside the runs that were planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    Done,
    /// Somebody stopped it.
    Stopped,
}

/// What is run, and what becomes of it.
pub(super) trait Experiment: Sync {
    /// What it comes to.
    type Findings: Send;

    /// Runs a unit; what is kept of it, nothing if it is given up.
    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>>;

    /// The number of units of the first replicates after which it looks at what came of them before it goes on, if it does.
    fn first_part(&self) -> Option<u64> {
        None
    }

    /// Looks at them.
    fn look(&self, _: &Store, _: &Schedule) -> Result<(), Error> {
        Ok(())
    }

    /// Whether [`Experiment::grow`] may find more to be needed: whoever runs a part of it then has to know what came of all others.
    fn may_grow(&self) -> bool {
        false
    }

    /// How many replicates there are to be, now that these have been run; none if that is all.
    fn grow(&self, _: &Runs, _: &Options<'_>) -> Result<Option<u64>, Error> {
        Ok(None)
    }

    /// What the field calls things.
    #[cfg(feature = "tables")]
    fn words(&self) -> Words {
        Words::default()
    }

    /// Folds what is kept, in order.
    fn fold(&self, runs: &Runs) -> Result<Self::Findings, Error>;

    /// The same, into tables as well.
    #[cfg(feature = "tables")]
    fn fold_into(&self, tables: &TableFolder, runs: &Runs) -> Result<Self::Findings, Error>;

    /// Runs what else its findings hang on, beside the runs that were planned; on the threads of the pool that it is called in.
    fn beside(&self, _: &mut Self::Findings, _: &Runs, _: &Options<'_>) -> Result<Beside, Error> {
        Ok(Beside::Done)
    }

    /// Writes the tables about that.
    #[cfg(feature = "tables")]
    fn write_beside(&self, _: &Self::Findings, _: &TableFolder) -> Result<(), Error> {
        Ok(())
    }

    /// The arms for the manifest, if there are several.
    #[cfg(feature = "page")]
    fn arms(&self) -> Vec<ArmEntry> {
        vec![]
    }

    /// Writes what else there is beside tables, pictures and the report.
    #[cfg(feature = "page")]
    fn write_more(&self, _: &Self::Findings, _: &Staging<'_>, _: &TableFolder) -> Result<(), Error> {
        Ok(())
    }

    /// The stories of typical initiatives that its report tells, if it tells any.
    #[cfg(feature = "page")]
    fn stories(&self, _: &Stories<'_>) -> Result<Vec<ToldStory>, Error> {
        Ok(vec![])
    }

    /// What the report says.
    #[cfg(feature = "page")]
    fn report(&self, findings: &Self::Findings, stories: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error>;
}

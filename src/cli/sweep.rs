use super::arguments::SweepOptions;
use super::listening::Listening;
use super::run::asked;
use super::told::{Told, told};
use super::trouble::Trouble;
use super::warned::warned_study;
use crate::scenario::Reach;
use crate::study::sweep as sweep_points;

/// `safsim sweep`.
pub(super) fn sweep(options: &SweepOptions, quiet: bool) -> Result<(), Trouble> {
    let experiment = &options.experiment;
    let study = warned_study(&options.scenario, &experiment.set, Reach::of(experiment.confined), quiet)?;
    let listening = Listening::new(quiet);
    let asked = asked(experiment, None, &study.scenario.name, &listening);
    let results = listening.heard(sweep_points(&study, &asked).map_err(Trouble::from))?;
    told(
        &asked,
        quiet,
        Told {
            summary: &|| results.summary(),
            reached: None,
            so_far: results.so_far(),
            is_stopped: results.is_stopped(),
        },
    )
}

use super::arguments::EvidenceArguments;
use super::command_error::CommandError;
use super::plausible_models::plausible_models;
use super::print_results::{Results, print_results};
use super::study_options::place_options;
use super::terminal::print_output;
use super::terminal_listener::TerminalListener;
use super::which_models::WhichModels;
use crate::evidence::Suite;
use crate::report::evidence_list;
use crate::study::{EvidenceOptions, Options, catalogue, chosen_findings, try_evidence};

/// `safsim evidence`.
pub(super) fn evidence(options: &EvidenceArguments, quiet: bool) -> Result<(), CommandError> {
    if options.list {
        let catalogue = catalogue(options.from.as_deref())?;
        let findings = chosen_findings(&catalogue, &options.findings)?;
        // What is listed can be tried: both go through one door.
        Suite::new(&catalogue, &findings).map_err(CommandError::Wrong)?;
        return print_output(&evidence_list(&findings));
    }
    // Here a number is one of sets that are drawn.
    let (sets, models) = match &options.ensemble {
        Some(WhichModels::Sets(sets)) => (*sets, None),
        which => (0, plausible_models(which.as_ref())?),
    };
    let wanted = EvidenceOptions {
        findings: options.findings.clone(),
        from: options.from.clone(),
        sets,
        per_set: options.per_set,
        per_set_most: options.per_set_most,
    };
    let listener = TerminalListener::new(quiet);
    let asked = Options {
        replicates: options.replicates,
        seed: options.seed,
        models: models.as_ref(),
        ..place_options(&options.place, "evidence", &listener)
    };
    let results = listener.result_of(try_evidence(&wanted, &asked).map_err(CommandError::from))?;
    let told_of =
        Results { summary: &|| results.summary(), reached: None, so_far: results.so_far(), is_stopped: false };
    print_results(&asked, quiet, told_of)
}

use super::arguments::EvidenceOptions;
use super::interrupt::cancel;
use super::listening::Listening;
use super::terminal::say;
use super::told::{Told, told};
use super::trouble::Trouble;
use crate::evidence::Suite;
use crate::report::evidence_list;
use crate::study::{EvidenceOptions as Wanted, Options, catalogue, chosen_findings, try_evidence};

/// `safsim evidence`.
pub(super) fn evidence(options: &EvidenceOptions, quiet: bool) -> Result<(), Trouble> {
    if options.list {
        let catalogue = catalogue(options.from.as_deref())?;
        let findings = chosen_findings(&catalogue, &options.findings)?;
        // What is listed can be tried: both go through one door.
        Suite::new(&catalogue, &findings).map_err(Trouble::Wrong)?;
        return say(&evidence_list(&findings));
    }
    let wanted = Wanted {
        findings: options.findings.clone(),
        from: options.from.clone(),
        sets: options.ensemble.unwrap_or(0),
        per_set: options.per_set,
    };
    let listening = Listening::new(quiet);
    let asked = Options {
        replicates: options.replicates,
        seed: options.seed,
        until: None,
        threads: options.place.threads,
        memory: options.place.memory.memory,
        folder: Some(options.place.results_folder("evidence")),
        cancel: Some(cancel()),
        listener: Some(&listening),
    };
    let results = listening.heard(try_evidence(&wanted, &asked).map_err(Trouble::from))?;
    let told_of = Told { summary: &|| results.summary(), reached: None, so_far: results.so_far(), is_stopped: false };
    told(&asked, quiet, told_of)
}

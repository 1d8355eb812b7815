use super::text_of;
use crate::report::sha256;
use crate::scenario::{Scenario, Study};

/// What chunks look like inside; to be raised when [`crate::analysis::Kept`] changes.
const KEPT: u32 = 2;

/// The SHA-256 of everything that decides what a chunk holds: command, scenario, seed, version; not the number of
/// replicates, so that more of them begin with the same chunks.
pub(in crate::cli) fn identity(command: &str, study: &Study, seed: u64) -> String {
    let version = env!("CARGO_PKG_VERSION");
    sha256(format!("safsim {version}, kept {KEPT}, {command}, seed {seed}\n{}", text_of(study, 1)))
}

/// Units of a chunk, about: a chunk is to take a second or so, so that an interrupt loses little and the disk is not
/// busy. A function of the scenario only: a resumed experiment must have the same chunks.
pub(in crate::cli) fn per_chunk(scenario: &Scenario) -> u32 {
    let people = |site: &crate::scenario::Site| site.organisations.iter().map(|o| u64::from(o.size())).sum::<u64>();
    let months = u64::from(scenario.time.months);
    let person_months = scenario.sites.iter().map(people).sum::<u64>().saturating_mul(months);
    (PERSON_MONTHS / person_months.max(1)).clamp(1, 64) as u32
}

/// What a core simulates in a second, very roughly.
const PERSON_MONTHS: u64 = 4_000_000;

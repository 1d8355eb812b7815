use super::settled::text_of;
use crate::engine::MODEL;
use crate::report::{Maker, sha256};
use crate::scenario::{Scenario, Study};

/// What chunks look like inside; to be raised when what is kept of a run changes its layout: [`crate::analysis::Kept`], or
/// the values of the evidence suite.
pub(super) const KEPT: u32 = 2;

/// This program and its model: who makes what is made now. The one identity of every command: the manifest, an unfinished
/// experiment, the chunks, `explain` and `report.data` are known by it.
#[must_use]
pub fn maker() -> Maker {
    Maker::of_model(MODEL)
}

/// The SHA-256 of everything that was asked and decides what single runs of a model are: command, scenario, seed; not the
/// number of replicates, so that more of them begin with the same chunks.
pub(super) fn identity(command: &str, study: &Study, seed: u64) -> String {
    sha256(format!("{command}, seed {seed}\n{}", text_of(study, 1)))
}

/// The identity of chunks: what was asked, the model, and how its runs are written down.
pub(super) fn chunk_identity(asked: &str) -> String {
    sha256(format!("model {MODEL}, kept {KEPT}, {asked}"))
}

/// Units of a chunk, about: a chunk is to take a second or so, so that an interrupt loses little and the disk is not
/// busy. A function of the scenario only: a resumed experiment must have the same chunks.
#[must_use]
pub fn per_chunk(scenario: &Scenario) -> u32 {
    let people = |site: &crate::scenario::Site| site.organisations.iter().map(|o| u64::from(o.size())).sum::<u64>();
    let months = u64::from(scenario.time.months);
    let person_months = scenario.sites.iter().map(people).sum::<u64>().saturating_mul(months);
    (PERSON_MONTHS / person_months.max(1)).clamp(1, 64) as u32
}

/// What a core simulates in a second, very roughly.
const PERSON_MONTHS: u64 = 4_000_000;

use crate::scenario::{RunSettings, Study, study_to_toml};

/// Seed and replicates as asked for, else as the scenario says.
pub(super) fn settle(study: &mut Study, replicates: Option<u32>, seed: Option<u64>) {
    let run = study.scenario.run;
    let run = RunSettings { replicates: replicates.unwrap_or(run.replicates), seed: seed.unwrap_or(run.seed) };
    study.scenario.run = run;
    study.regimes.iter_mut().for_each(|regime| regime.scenario.run = run);
}

/// What ran, with so many replicates.
pub(super) fn text_of(study: &Study, replicates: u32) -> String {
    let mut study = study.clone();
    settle(&mut study, Some(replicates), None);
    study_to_toml(&study)
}

use super::comparison_summary;
use crate::analysis::fabricated::{record, setting};
use crate::analysis::{
    ArmFindings, ArmLabel, Clock, Collector, Compared, Comparison, Equalised, Headline, Kept, Neutrality,
};

/// Three arms of made-up runs: the baseline, itself again, and other futures.
fn compared(names: [&str; 3], replicates: u64) -> Compared {
    let setting = setting(3);
    let headlines = Headline::all(&[]);
    let mut comparison = Comparison::new(&setting, &headlines, 3);
    let mut collectors = vec![Collector::new(&setting, &headlines); 3];
    for replicate in 0..replicates {
        let runs = [0, 0, 1000].map(|shift| Kept::of(record(&setting, replicate + shift), &setting, &headlines, 500));
        comparison.add(&runs.each_ref().map(Some));
        collectors.iter_mut().zip(&runs).for_each(|(collector, run)| collector.add(Some(run)));
    }
    let neutral = |is_met| Some(Neutrality { budget: 700.0, of: Equalised::Spent, is_met });
    let labels = [None, neutral(true), neutral(false)].into_iter().zip(names).map(|(neutral, name)| ArmLabel {
        name: name.to_owned(),
        description: String::new(),
        neutral,
    });
    let found = collectors.into_iter().map(Collector::finish).zip(comparison.finish());
    let arms = labels.zip(found).map(|(label, (findings, contrast))| ArmFindings { label, findings, contrast });
    let metrics = ["alive_at_horizon", "survived_24", "restricted_months", "trust_final", "money_spent"];
    Compared {
        arms: arms.collect(),
        metrics: metrics.map(str::to_owned).to_vec(),
        at_run_end: vec![],
        clock: Clock::Run,
        pairwise: comparison.pairwise().clone(),
        replicates,
        unpaired: 1,
        models: None,
    }
}

#[test]
fn says_how_arms_differ_in_words_and_small_tables() {
    let text = comparison_summary(&compared(["three-year award", "the same again", "other futures"], 60)).plain();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/summaries/comparison_summary_golden.txt");
    if option_env!("SAFSIM_BLESS").is_some() {
        std::fs::write(golden, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(golden).unwrap(), "\n{text}\nSAFSIM_BLESS=1 renews the golden text");
}

#[test]
fn fits_a_terminal_whatever_the_names() {
    let long = "A regime with a very long name that nobody would type twice, and more";
    for replicates in [1, 2, 30] {
        let text = comparison_summary(&compared([long, "b", long], replicates)).plain();
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

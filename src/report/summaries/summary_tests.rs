use super::summary;
use crate::analysis::fabricated::{record, setting};
use crate::analysis::{Collector, Headline, Kept};
use crate::record::Setting;
use crate::report::terminal::columns;

fn of(setting: &Setting, replicates: u64) -> String {
    let headlines = Headline::all(&[]);
    let mut collector = Collector::new(setting, &headlines);
    (0..replicates).for_each(|r| collector.add(Some(&Kept::of(record(setting, r), setting, &headlines, r + 1))));
    summary(&collector.finish()).plain()
}

#[test]
fn says_it_in_plain_words() {
    let text = of(&setting(3), 40);
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/summaries/summary_golden.txt");
    if option_env!("SAFSIM_BLESS").is_some() {
        std::fs::write(golden, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(golden).unwrap(), "\n{text}\nSAFSIM_BLESS=1 renews the golden text");
}

#[test]
fn fits_a_terminal_whatever_the_setting() {
    let mut long = setting(3);
    long.sites[0].name = "A place with a very long name that nobody would type twice".into();
    long.question = "What if ".repeat(30);
    let mut early = setting(2);
    early.programme_end = 200;
    for (setting, replicates) in [(&long, 5), (&setting(40), 3), (&early, 4), (&setting(1), 1)] {
        let text = of(setting, replicates);
        assert!(text.lines().all(|line| columns(line) <= 80), "{text}");
        assert!(!text.contains("NaN"), "{text}");
    }
}

//! Regimes, sweeps and outcomes of scenario files.

use safsim::scenario::{Source, load_study, study_to_toml};

#[test]
fn x() {
    let study =
        load_study(&Source::Path("tests/scenarios/valid/study.toml".into()), &[]).unwrap_or_else(|m| panic!("{m}"));
    let text = study_to_toml(&study);
    println!("{}", &text[text.find("[outcome]").unwrap()..]);
    let again = load_study(&Source::Text { name: "resolved".into(), text: text.clone() }, &[])
        .unwrap_or_else(|m| panic!("{m}"));
    for (a, b) in study.regimes.iter().zip(&again.regimes) {
        assert!(a == b, "{}", a.name);
    }
    assert_eq!(study.sweep, again.sweep);
    assert!(study == again);
    assert_eq!(study_to_toml(&again), text);
}

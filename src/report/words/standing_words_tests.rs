use super::*;
use crate::analysis::fabricated::{compared, compared_in, setting};
use crate::record::{Metric, Setting};

/// Arms with these averages of trust at the end, `swing` up or down from future to future in arms with an odd place, and
/// this spending.
fn told(replicates: u64, arms: &[(f32, f32, f64)]) -> String {
    let mut compared = compared(&setting(1), arms.len(), replicates, |arm, replicate, run| {
        let (level, swing, spent) = arms[arm];
        let side = if replicate % 2 == 0 { 1.0 } else { -1.0 };
        run.panel.row_mut(0, 95)[Metric::TrustAcross.index()] = level + side * swing;
        run.money.spent = spent;
    });
    compared.metrics = vec!["trust_final".to_owned()];
    standing(&compared, &Manner { name: &quoted }).unwrap()
}

const WORDS: &str = "Trust between organisations at the end of the run: ";

#[test]
fn the_best_of_those_that_spend_alike_is_named_if_it_is_beyond_chance() {
    let all = told(20, &[(0.5, 0.0, 100.0), (0.75, 0.0, 100.0), (0.25, 0.0, 101.0)]);
    assert_eq!(all, format!("{WORDS}most under \"arm-2\" (0.750). Least under \"arm-3\" (0.250)."));
    let two = told(20, &[(0.5, 0.0, 100.0), (0.75, 0.0, 100.0)]);
    assert_eq!(two, format!("{WORDS}more under \"arm-2\" (0.750) than under \"arm-1\" (0.500)."));
    // The third has most, and spends twice as much.
    let dear = told(20, &[(0.5, 0.0, 100.0), (0.75, 0.0, 104.0), (0.875, 0.0, 200.0)]);
    assert_eq!(
        dear,
        format!(
            "{WORDS}of the 2 regimes that spend alike (within 5\u{a0}%), more under \"arm-2\" (0.750) than under \"arm-1\" \
             (0.500). Not ranked with them, as other money is spent: \"arm-3\" (0.875; £200\u{a0}thousand spent)."
        )
    );
}

#[test]
fn nobody_is_named_within_chance_with_other_money_or_of_few_futures() {
    // 0.5 +-0.25 from future to future: 20 of them do not tell it from 0.5625.
    let close = told(20, &[(0.5, 0.25, 1.0), (0.5625, 0.0, 1.0)]);
    assert_eq!(close, format!("{WORDS}the regimes cannot be told apart, from 0.500 to 0.562 on average."));
    let one_end = told(20, &[(0.5, 0.25, 1.0), (0.5625, 0.0, 1.0), (0.125, 0.0, 1.0)]);
    assert_eq!(
        one_end,
        format!(
            "{WORDS}no single regime has most, as \"arm-1\" cannot be told apart from \"arm-2\" (0.562). Least under \"arm-3\" \
             (0.125)."
        )
    );
    let money = told(20, &[(0.5, 0.0, 1.0), (0.75, 0.0, 2.0)]);
    assert!(money.contains("No two regimes spend alike (within 5\u{a0}%), so none of them is named"), "{money}");
    let few = told(9, &[(0.5, 0.0, 1.0), (0.75, 0.0, 1.0)]);
    assert_eq!(
        few,
        format!("{WORDS}from 0.500 to 0.750 on average. 9\u{a0}pairs of futures are too few to tell regimes apart.")
    );
    let one = told(1, &[(0.5, 0.0, 1.0), (0.75, 0.0, 1.0)]);
    assert!(one.ends_with("1\u{a0}pair of futures is too few to tell regimes apart."), "{one}");
    let same = told(20, &[(0.5, 0.125, 1.0), (0.5, 0.125, 2.0)]);
    assert_eq!(same, format!("{WORDS}all regimes are alike (0.500)."));
}

#[test]
fn figures_of_unequal_times_name_nobody() {
    let settings = [48, 200].map(|programme_end| Setting { programme_end, ..setting(1) });
    let mut compared = compared_in(&settings, 20, |arm, _, run| {
        run.panel.row_mut(0, 95)[Metric::TrustAcross.index()] = [0.5, 0.75][arm];
    });
    compared.metrics = vec!["trust_final".to_owned()];
    let text = standing(&compared, &Manner { name: &quoted }).unwrap();
    assert!(text.contains("Times after the regimes' own programmes are not equal, so none is named"), "{text}");
}

#[test]
fn many_names_are_counted() {
    let names: Vec<String> = (1..=8).map(|n| n.to_string()).collect();
    assert_eq!(listed(&names), "1, 2, 3, 4, 5 and 3 others");
    assert_eq!([listed(&names[..6]), listed(&names[..1])], ["1, 2, 3, 4, 5 and 6", "1"]);
}

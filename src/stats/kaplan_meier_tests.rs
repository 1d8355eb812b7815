//! Oracle: lifelines 0.30.3 (Python), `KaplanMeierFitter().fit(durations, event_observed, entry=...)` on data sets that
//! ship with it; the numbers below are its `event_table`, `survival_function_` and `confidence_interval_`. A second one:
//! R's package `survival`, see `test_data/README.md`.

use super::*;
use crate::stats::reference::{close, groups, reference};
use proptest::prelude::*;

fn spells(data: &[(f64, f64, u8)]) -> Vec<Spell> {
    data.iter().map(|&(start, stop, event)| Spell { start, stop, event: event == 1 }).collect()
}

/// Time, at risk, events, survival, interval.
type Expected = (f64, u64, u64, f64, f64, f64);

fn check(curve: &KaplanMeier, expected: &[Expected]) {
    let with_events: Vec<&KaplanMeierRow> = curve.rows.iter().filter(|row| row.events > 0).collect();
    assert_eq!(with_events.len(), expected.len());
    for (row, &(time, at_risk, events, survival, low, high)) in with_events.iter().zip(expected) {
        assert_eq!((row.time, row.at_risk, row.events), (time, at_risk, events));
        assert!((row.survival - survival).abs() < 1e-11, "{row:?}");
        let (found_low, found_high) = row.interval.unwrap();
        assert!((found_low - low).abs() < 1e-9 && (found_high - high).abs() < 1e-9, "{row:?}");
    }
}

/// `load_leukemia()`, rows with `Rx == 0`: weeks in remission under 6-MP (Freireich and others 1963); events tie with
/// censorings at 6 and 10.
#[rustfmt::skip]
const REMISSION: &[(f64, f64, u8)] = &[
    (0.0, 6.0, 0), (0.0, 6.0, 1), (0.0, 6.0, 1), (0.0, 6.0, 1), (0.0, 7.0, 1), (0.0, 9.0, 0), (0.0, 10.0, 0),
    (0.0, 10.0, 1), (0.0, 11.0, 0), (0.0, 13.0, 1), (0.0, 16.0, 1), (0.0, 17.0, 0), (0.0, 19.0, 0), (0.0, 20.0, 0),
    (0.0, 22.0, 1), (0.0, 23.0, 1), (0.0, 25.0, 0), (0.0, 32.0, 0), (0.0, 32.0, 0), (0.0, 34.0, 0), (0.0, 35.0, 0),
];

#[rustfmt::skip]
const REMISSION_EXPECTED: &[Expected] = &[
    (6.0, 21, 3, 0.857142857143, 0.619717955266, 0.951551747647), (7.0, 17, 1, 0.806722689076, 0.563146564622, 0.922809019203),
    (10.0, 15, 1, 0.752941176471, 0.503199510800, 0.889361835169), (13.0, 12, 1, 0.690196078431, 0.431610222486, 0.849065963349),
    (16.0, 11, 1, 0.627450980392, 0.367510855988, 0.804912189472), (22.0, 7, 1, 0.537815126050, 0.267778936767, 0.746790717635),
    (23.0, 6, 1, 0.448179271709, 0.188052005959, 0.680142628495),
];

/// `load_multicenter_aids_cohort_study()`: years from diagnosis (entry `W`, exit `T`, death `D`), a classic of delayed
/// entry (Klein and Moeschberger 2003).
#[rustfmt::skip]
const COHORT: &[(f64, f64, u8)] = &[
    (4.575, 7.575, 0), (3.75, 6.75, 0), (2.986, 5.986, 0), (2.97, 5.97, 0), (2.928, 5.928, 0), (2.78, 4.688, 1),
    (2.626, 5.626, 0), (2.611, 5.611, 0), (2.55, 5.55, 0), (2.347, 5.347, 0), (2.175, 3.842, 0), (2.094, 3.655, 1),
    (2.089, 3.062, 1), (2.042, 5.042, 0), (1.736, 4.653, 0), (1.616, 2.729, 1), (1.564, 4.564, 0), (1.561, 2.897, 1),
    (1.556, 4.556, 0), (1.497, 2.024, 1), (1.467, 2.4, 1), (1.363, 3.043, 1), (1.3, 4.3, 0), (0.919, 1.169, 1),
    (0.863, 3.863, 0), (0.811, 3.811, 0), (0.788, 3.788, 0), (0.772, 3.772, 0), (0.747, 1.894, 1), (0.642, 1.951, 1),
    (0.462, 3.462, 0), (0.336, 3.336, 0), (0.292, 1.125, 0), (0.266, 1.258, 1), (0.258, 3.258, 0), (0.202, 3.202, 0),
    (0.186, 3.186, 0), (0.164, 0.973, 1), (0.128, 3.128, 0), (0.097, 1.794, 1), (0.067, 0.962, 1), (0.05, 1.255, 1),
    (0.0, 2.941, 0), (0.0, 1.619, 1), (0.0, 2.897, 0), (0.0, 1.619, 1), (0.0, 2.456, 1), (0.0, 1.752, 1),
    (0.0, 2.798, 0), (0.0, 2.769, 0), (0.0, 0.791, 1), (0.0, 2.753, 0), (0.0, 2.72, 0), (0.0, 1.881, 0),
    (0.0, 2.714, 0), (0.0, 1.322, 1), (0.0, 2.658, 0), (0.0, 1.216, 1), (0.0, 0.269, 1), (0.0, 2.5, 1),
    (0.0, 2.336, 0), (0.0, 2.131, 0), (0.0, 2.103, 0), (0.0, 0.086, 0), (0.0, 2.064, 0), (0.0, 2.059, 0),
    (0.0, 1.107, 1), (0.0, 0.067, 0), (0.0, 1.616, 0), (0.0, 1.431, 0), (0.0, 1.47, 0), (0.0, 0.82, 1),
    (0.0, 0.989, 0), (0.0, 0.578, 0), (0.0, 0.489, 0), (0.0, 0.403, 0), (0.0, 0.35, 0), (0.0, 0.153, 0),
];

#[rustfmt::skip]
const COHORT_EXPECTED: &[Expected] = &[
    (0.269, 42, 1, 0.976190476190, 0.842755539605, 0.996611449795), (0.791, 44, 1, 0.954004329004, 0.828322232190, 0.988297542227),
    (0.82, 44, 1, 0.932322412436, 0.804652803943, 0.977659112707), (0.962, 45, 1, 0.911604136604, 0.781395137606, 0.965872428014),
    (0.973, 44, 1, 0.890885860772, 0.757557205629, 0.953059116857), (1.107, 42, 1, 0.869674292659, 0.732783203809, 0.939211338362),
    (1.169, 40, 1, 0.847932435342, 0.707365874701, 0.924414850780), (1.216, 39, 1, 0.826190578026, 0.682421286767, 0.909006689054),
    (1.255, 38, 1, 0.804448720709, 0.657917436373, 0.893068437732), (1.258, 37, 1, 0.782706863393, 0.633822960048, 0.876661150378),
    (1.322, 37, 1, 0.761552623842, 0.611020032545, 0.860173935688), (1.619, 40, 2, 0.723474992650, 0.572268899614, 0.828847435966),
    (1.752, 39, 1, 0.704924351812, 0.553734552947, 0.813137949636), (1.794, 38, 1, 0.686373710975, 0.535304273277, 0.797214497995),
    (1.894, 36, 1, 0.667307774559, 0.516305425462, 0.780736214544), (1.951, 35, 1, 0.648241838143, 0.497455009144, 0.764049649106),
    (2.024, 34, 1, 0.629175901727, 0.478756019574, 0.747162720368), (2.4, 33, 1, 0.610109965311, 0.460210732211, 0.730081958231),
    (2.456, 32, 1, 0.591044028895, 0.441821022773, 0.712812696315), (2.5, 31, 1, 0.571978092479, 0.423588593759, 0.695359218525),
    (2.729, 30, 1, 0.552912156063, 0.405515139871, 0.677724870115), (2.897, 27, 1, 0.532433928061, 0.385858558668, 0.658902563336),
    (3.043, 27, 1, 0.512714152948, 0.367368897456, 0.640405153036), (3.062, 26, 1, 0.492994377834, 0.349073870992, 0.621714244744),
    (3.655, 19, 1, 0.467047305317, 0.323132749871, 0.598652634824), (4.688, 11, 1, 0.424588459379, 0.273973549816, 0.567349424999),
];

#[test]
fn agrees_with_lifelines_on_tied_remissions() {
    check(&kaplan_meier(&spells(REMISSION), 0.95), REMISSION_EXPECTED);
}

#[test]
fn agrees_with_lifelines_on_delayed_entry() {
    check(&kaplan_meier(&spells(COHORT), 0.95), COHORT_EXPECTED);
}

/// R 4.2.2, survival 3.5-3: `summary(survfit(Surv(start, stop, event) ~ 1, conf.type = "log-log"), times)`.
#[test]
fn agrees_with_r() {
    for data in ["lung", "veteran", "waltons", "heart"] {
        let curves: Vec<KaplanMeier> = groups(data).iter().map(|spells| kaplan_meier(spells, 0.95)).collect();
        for (r, variance) in reference(data, "survival").iter().zip(reference(data, "variance")) {
            assert_eq!((r.group, r.time), (variance.group, variance.time));
            let curve = &curves[r.group - 1];
            assert!((curve.at(r.time) - r.value).abs() < 1e-12, "{data} {} {}", r.group, r.time);
            // R has an interval of nothing but 1 where survival is 1, and neither it nor a variance where it is 0.
            if r.value > 0.0 && r.value < 1.0 {
                let row = curve.rows.iter().rfind(|row| row.time <= r.time).unwrap();
                let (low, high) = row.interval.unwrap();
                assert!(close(row.variance, variance.value, 1e-11), "{data} {} {row:?}", r.group);
                assert!(close(low, r.low, 1e-10) && close(high, r.high, 1e-10), "{data} {} {row:?}", r.group);
            }
        }
    }
}

/// By hand: at 2 two are at risk (the third enters at 2 itself), one dies: 1/2. At 3 two are at risk, one dies, one is
/// censored after it: 1/4. Greenwood: 1/16 (1/2 + 1/2) = 1/16.
#[test]
fn who_enters_at_a_time_is_not_yet_at_risk() {
    let curve = kaplan_meier(&spells(&[(0.0, 2.0, 1), (0.0, 3.0, 1), (2.0, 3.0, 0), (4.0, 4.0, 1)]), 0.95);
    let told: Vec<(f64, u64, u64, u64, f64)> =
        curve.rows.iter().map(|r| (r.time, r.at_risk, r.events, r.censored, r.survival)).collect();
    assert_eq!(told, [(2.0, 2, 1, 0, 0.5), (3.0, 2, 1, 1, 0.25)]);
    assert_eq!(curve.rows[1].variance, 0.0625);
    assert_eq!((curve.at(0.0), curve.at(2.5), curve.at(9.0)), (1.0, 0.5, 0.25));
}

#[test]
fn nothing_and_the_end_of_everything() {
    assert!(kaplan_meier(&[], 0.95).rows.is_empty());
    let gone = kaplan_meier(&spells(&[(0.0, 1.0, 1), (5.0, 6.0, 1)]), 0.95);
    assert_eq!((gone.at(1.0), gone.at(6.0), gone.rows[1].interval), (0.0, 0.0, None));
}

fn any_spells() -> impl Strategy<Value = Vec<Spell>> {
    let spell = (0_u8..10, 1_u8..20, any::<bool>()).prop_map(|(start, length, event)| Spell {
        start: f64::from(start),
        stop: f64::from(start) + f64::from(length),
        event,
    });
    prop::collection::vec(spell, 0..60)
}

proptest! {
    #[test]
    fn never_rises_and_its_interval_holds_it(spells in any_spells()) {
        let curve = kaplan_meier(&spells, 0.9);
        let mut last = 1.0;
        for row in &curve.rows {
            prop_assert!(row.survival <= last && row.survival >= 0.0);
            prop_assert!(row.at_risk >= row.events + row.censored && row.variance >= 0.0);
            if let Some((low, high)) = row.interval {
                prop_assert!(0.0 <= low && low <= row.survival && row.survival <= high && high <= 1.0);
            }
            last = row.survival;
        }
    }

    #[test]
    fn without_censoring_it_is_the_empirical_curve(stops in prop::collection::vec(1_u8..20, 1..60)) {
        let spells: Vec<Spell> =
            stops.iter().map(|&stop| Spell { start: 0.0, stop: f64::from(stop), event: true }).collect();
        let curve = kaplan_meier(&spells, 0.95);
        let n = stops.len() as f64;
        for time in 0..20_u8 {
            let alive = stops.iter().filter(|&&stop| stop > time).count() as f64 / n;
            prop_assert!((curve.at(f64::from(time)) - alive).abs() < 1e-12);
        }
        for row in &curve.rows {
            // Greenwood's variance is then the binomial one.
            prop_assert!((row.variance - row.survival * (1.0 - row.survival) / n).abs() < 1e-12);
        }
    }

    #[test]
    fn order_does_not_matter(mut spells in any_spells()) {
        let curve = kaplan_meier(&spells, 0.95);
        spells.reverse();
        prop_assert_eq!(curve, kaplan_meier(&spells, 0.95));
    }
}

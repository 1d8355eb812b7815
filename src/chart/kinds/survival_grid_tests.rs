use super::*;
use crate::chart::axes::{Tick, TimeSpan};
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn axis() -> TimeAxis {
    TimeAxis {
        from: 0.0,
        to: 96.0,
        ticks: (0..9).map(|year| Tick { at: f64::from(12 * year), label: format!("Apr {}", 2015 + year) }).collect(),
        label: "month".into(),
        span: Some(TimeSpan { from: 0.0, to: 36.0, label: "programme money".into() }),
        ..TimeAxis::default()
    }
}

fn curve(label: &str, end: f64) -> Curve {
    let points = vec![(0.0, 1.0), (40.0, 0.5 + 0.5 * end), (96.0, end)];
    let band = |by: f64| points.iter().map(|&(x, y)| (x, y - by, y + by)).collect();
    Curve {
        label: label.into(),
        average_band: band(0.05),
        spread_band: band(0.2),
        points,
        at_risk: Vec::new(),
        reach: Vec::new(),
    }
}

#[test]
fn says_in_words_what_it_shows() {
    let chart = SurvivalGridChart {
        heading: Heading { title: "Small but sustained wins".into(), ..Heading::default() },
        axis: axis(),
        curves: vec![curve("Award", 0.2), curve("Sustained", 0.4), Curve { label: "None".into(), ..Curve::default() }],
        baseline: Some(0),
        ..SurvivalGridChart::default()
    };
    let alt = chart.render().alt.replace('\u{2009}', " ");
    assert_eq!(
        alt,
        "Small but sustained wins. Award (baseline): from 100 % to 20 %. Sustained: from 100 % to 40 %. None: no data."
    );
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
    let drawn = Canvas::draw(|canvas| chart.draw(canvas));
    assert_eq!(drawn.matches("No data").count(), 1);
    // The baseline's last value stands in its own panel and, in grey, in the two others.
    assert_eq!(drawn.matches("20\u{2009}%").count(), 3);
}

/// Two dotted stairs, and a word for them, where models reach somewhere; nothing where they do not.
#[test]
fn how_far_models_reach_is_drawn_and_named() {
    let chart = |reach: Vec<(f64, f64, f64)>| SurvivalGridChart {
        axis: axis(),
        curves: vec![Curve { reach, ..curve("Award", 0.2) }],
        key: BandKey { reach: "plausible models".into(), ..BandKey::default() },
        ..SurvivalGridChart::default()
    };
    let drawn = |chart: &SurvivalGridChart| Canvas::draw(|canvas| chart.draw(canvas));
    let (with, without) = (chart(vec![(0.0, 1.0, 1.0), (50.0, 0.4, 0.7), (96.0, 0.1, 0.4)]), chart(vec![]));
    assert_sound(|| with.render());
    let named = |chart: &SurvivalGridChart| drawn(chart).matches("plausible models").count();
    assert_eq!((named(&with), named(&without)), (1, 0));
    let unnamed = SurvivalGridChart { key: BandKey::default(), ..with.clone() };
    assert!(drawn(&unnamed).len() > drawn(&without).len());
    // The stretch of the money has a word of its own.
    assert_eq!((with.key_entries().len(), without.key_entries().len()), (2, 1));
}

#[test]
fn every_panel_has_the_shade_of_its_own_money() {
    let span = |to: f64| Some(TimeSpan { from: 0.0, to, label: "programme money".into() });
    let of = |spans: Vec<Option<TimeSpan>>, on_axis: bool| {
        let axis = TimeAxis { span: axis().span.filter(|_| on_axis), ..axis() };
        let curves = vec![curve("Award", 0.2), curve("Sustained", 0.4)];
        let chart = SurvivalGridChart { axis, spans, curves, ..SurvivalGridChart::default() };
        assert_sound(|| chart.render());
        (chart.render().svg, chart.key_entries().len())
    };
    let shared = of(vec![], true);
    assert_eq!(of(vec![span(36.0), span(36.0)], false), shared, "the same as one for all");
    let own = of(vec![span(36.0), span(60.0)], true);
    assert!(own.0 != shared.0 && own.1 == shared.1, "one longer, and both in the key");
    assert_ne!(of(vec![span(36.0), None], true).0, shared.0);
    assert_eq!(of(vec![None, None], true).0, of(vec![], false).0, "none of its own is none");
}

#[test]
fn tells_each_panel_beside_the_baseline() {
    let chart = SurvivalGridChart {
        axis: axis(),
        curves: vec![curve("Award", 0.2), curve("Sustained", 0.4), Curve { label: "None".into(), ..Curve::default() }],
        baseline: Some(0),
        ..SurvivalGridChart::default()
    };
    let spots = chart.render().spots;
    let texts: Vec<String> = spots.iter().map(|spot| spot.text.replace('\u{2009}', " ")).collect();
    assert_eq!(texts.len(), 6);
    assert_eq!(texts[1], "month 40\nAward 60 % (55 to 65 %)\nspread: 40 to 80 %");
    assert_eq!(texts[4], "month 40\nSustained 70 % (65 to 75 %)\nspread: 50 to 90 %\nAward 60 % (55 to 65 %)");
    assert!(spots[2].left + spots[2].width < spots[3].left, "panels do not overlap");
    let table = chart.table();
    assert_eq!(table.columns, ["month", "Award", "Award: spread", "Sustained", "Sustained: spread", "None"]);
    let row = table.rows[1].join(" | ").replace('\u{2009}', " ");
    assert_eq!(row, "month 40 | 60 % (55 to 65 %) | 40 to 80 % | 70 % (65 to 75 %) | 50 to 90 % | –");
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| SurvivalGridChart::default().render());
    assert_whole(&SurvivalGridChart::default().table());
    assert!(SurvivalGridChart::default().render().alt.contains("No data"));
    let broken = SurvivalGridChart {
        axis: TimeAxis { from: f64::NAN, to: 0.0, ..axis() },
        curves: vec![curve("", f64::NAN), curve("\u{0}<&>", -7.0), Curve::default()],
        baseline: Some(17),
        baseline_key: "nobody".into(),
        ..SurvivalGridChart::default()
    };
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
    let many = SurvivalGridChart { curves: vec![curve("again", 0.5); 12], baseline: Some(0), ..broken };
    assert_sound(|| many.render());
    assert_whole(&many.table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_lies_on_another(
        groups in prop::collection::vec(("[A-Za-z ]{0,90}", 0.0..1.0_f64), 0..9),
        baseline in prop::option::of(0_usize..9),
        words in "[A-Za-z ]{0,240}",
        every in 1_usize..5,
    ) {
        let mut axis = axis();
        axis.ticks = axis.ticks.into_iter().step_by(every).collect();
        let chart = SurvivalGridChart {
            heading: Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() },
            axis,
            spans: vec![],
            y_label: words.chars().take(80).collect(),
            key: BandKey { line: "average".into(), average: words.clone(), spread: words.chars().take(50).collect(), reach: String::new() },
            curves: groups.iter().map(|(label, end)| curve(label, *end)).collect(),
            baseline,
            baseline_key: words,
        };
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

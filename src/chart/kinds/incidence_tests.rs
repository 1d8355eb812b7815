use super::*;
use crate::chart::axes::{Tick, TimeSpan};
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn chart(causes: &[(&str, f64)], absorbed: Option<f64>) -> IncidenceChart {
    let layer = |label: &str, end: f64| Layer { label: label.into(), counts: vec![0.0, 0.5 * end, end] };
    IncidenceChart {
        heading: Heading { title: "Money runs out".into(), ..Heading::default() },
        axis: TimeAxis {
            from: 0.0,
            to: 48.0,
            ticks: vec![Tick { at: 0.0, label: "Apr 2015".into() }, Tick { at: 48.0, label: "Apr 2019".into() }],
            span: Some(TimeSpan { from: 0.0, to: 36.0, label: "programme money".into() }),
            ..TimeAxis::default()
        },
        times: vec![0.0, 24.0, 48.0],
        ended: causes.iter().map(|(label, end)| layer(label, *end)).collect(),
        absorbed: absorbed.map(|end| layer("absorbed", end)),
        other_label: "other causes".into(),
        going_label: "still going".into(),
        ..IncidenceChart::default()
    }
}

#[test]
fn says_in_words_what_it_shows_the_largest_first() {
    let chart = chart(&[("no champion", 0.1), ("no money", 0.4)], Some(0.2));
    assert_eq!(
        chart.render().alt.replace('\u{2009}', " "),
        "Money runs out. In the end: no money 40 %, no champion 10 %, still going 30 %, absorbed 20 %."
    );
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
}

#[test]
fn small_causes_are_drawn_as_one() {
    let names: Vec<String> = (0..9).map(|place| format!("cause {place}")).collect();
    let causes: Vec<(&str, f64)> = names.iter().zip(0..).map(|(n, i)| (n.as_str(), 0.01 * f64::from(9 - i))).collect();
    let layers = chart(&causes, None).layers();
    assert_eq!(layers.len(), MAX_CAUSES + 2);
    assert_eq!(layers[MAX_CAUSES].label, "other causes");
    assert!((layers[MAX_CAUSES].shares[2] - 0.06).abs() < 1e-12);
}

#[test]
fn tells_every_share_and_the_parts_of_what_is_drawn_as_one() {
    let few = chart(&[("no champion", 0.1), ("no money", 0.4)], Some(0.2));
    let told = |texts: &[String]| texts.join(" | ").replace('\u{2009}', " ");
    assert_eq!(told(&few.table().columns), "Time | no money | no champion | still going | absorbed");
    assert_eq!(told(&few.table().rows[1]), "24 | 20 % | 5 % | 65 % | 10 %");
    let spots = few.render().spots;
    let text = spots[1].text.replace('\u{2009}', " ");
    assert_eq!(
        (spots.len(), text.as_str()),
        (3, "24\nabsorbed 10 %\nstill going 65 %\nno champion 5 %\nno money 20 %")
    );
    let names: Vec<String> = (0..9).map(|place| format!("cause {place}")).collect();
    let causes: Vec<(&str, f64)> = names.iter().zip(0..).map(|(n, i)| (n.as_str(), 0.01 * f64::from(9 - i))).collect();
    let many = chart(&causes, None).table();
    assert_eq!((many.columns.len(), many.columns[11].as_str()), (12, "other causes: cause 8"));
    assert_eq!(told(&many.rows[2][7..]), "6 % | 55 % | 3 % | 2 % | 1 %");
    assert_eq!(chart(&causes[..7], None).table().columns.len(), 1 + 7 + 1);
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| IncidenceChart::default().render());
    assert_whole(&IncidenceChart::default().table());
    assert!(IncidenceChart::default().render().alt.contains("No data"));
    assert_sound(|| chart(&[], None).render());
    assert_whole(&chart(&[], None).table());
    let mut broken = chart(&[("\u{0}<&>", f64::NAN), ("huge", f64::INFINITY), ("below", -3.0)], Some(7.0));
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
    broken.times = vec![f64::NAN, 1.0, 0.0, 3.0];
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn adds_up_to_one_and_no_text_lies_on_another(
        causes in prop::collection::vec(("[A-Za-z ]{0,60}", 0.0..0.6_f64), 0..12),
        absorbed in prop::option::of(0.0..1.0_f64),
    ) {
        let causes: Vec<(&str, f64)> = causes.iter().map(|(label, end)| (label.as_str(), *end)).collect();
        let chart = chart(&causes, absorbed);
        for time in 0..3 {
            let sum: f64 = chart.layers().iter().map(|layer| layer.shares[time]).sum();
            prop_assert!((sum - 1.0).abs() < 1e-9);
            prop_assert!(chart.layers().iter().all(|layer| layer.shares[time] >= 0.0));
        }
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

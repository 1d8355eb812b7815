use super::*;
use crate::chart::axes::Tick;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use proptest::prelude::*;

fn chart(places: usize, values: &[f64]) -> PlacesChart {
    let place = |place: usize| PlacePanel {
        name: format!("Site {place}"),
        note: "43 % survive".to_owned(),
        points: values.iter().enumerate().map(|(t, v)| (t as f64, *v)).collect(),
        band: values.iter().enumerate().map(|(t, v)| (t as f64, v - 1.0, v + 1.0)).collect(),
    };
    PlacesChart {
        heading: Heading { title: "Some keep more".into(), ..Heading::default() },
        axis: TimeAxis {
            from: 0.0,
            to: 2.0,
            ticks: vec![Tick { at: 0.0, label: "2015-04".into() }, Tick { at: 2.0, label: "2017-04".into() }],
            ..TimeAxis::default()
        },
        y_label: "Activity".to_owned(),
        range: (0.0, 10.0),
        format: NumberFormat::Number,
        keys: ["average", "nine of ten futures", "all sites"].map(str::to_owned),
        places: (0..places).map(place).collect(),
        reference: vec![(0.0, 2.0), (2.0, 4.0)],
    }
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(2, &[1.0, 5.0, 3.0]);
    let told =
        "Some keep more. Activity. Site 0: from 1.0 to 3.0, 43 % survive. Site 1: from 1.0 to 3.0, 43 % survive.";
    assert_eq!(chart.render().alt, told);
    assert_eq!(chart.table().rows[1], ["Site 1", "43 % survive", "1.0", "3.0"]);
    assert_eq!(chart.table().rows[2], ["all sites", "", "2.0", "4.0"]);
    assert_eq!(chart.table().columns.len(), 4);
    assert_sound(|| chart.render());
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| chart(0, &[]).render());
    assert_sound(|| chart(3, &[]).render());
    assert_sound(|| chart(13, &[f64::NAN, f64::INFINITY]).render());
    assert_sound(|| PlacesChart { range: (0.0, 0.0), reference: vec![], ..chart(1, &[0.0]) }.render());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_text_lies_on_another(places in 1..15_usize, values in prop::collection::vec(0.0..10.0_f64, 1..4)) {
        let chart = chart(places, &values);
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn chart(times: &[f64], layers: &[&[f64]]) -> StageChart {
    let layers = layers
        .iter()
        .enumerate()
        .map(|(place, counts)| Layer { label: format!("Stage {place}"), counts: counts.to_vec() });
    StageChart {
        heading: Heading { title: "Most end".into(), ..Heading::default() },
        axis: TimeAxis { from: 0.0, to: 2.0, ..TimeAxis::default() },
        times: times.to_vec(),
        layers: layers.collect(),
        ..StageChart::default()
    }
}

#[test]
fn says_in_words_what_it_shows() {
    let chart = chart(&[0.0, 1.0, 2.0], &[&[69.0, 30.0, 10.0], &[0.0, 39.0, 59.0]]);
    assert_eq!(chart.render().alt, "Most end. Stage 0: from 69 to 10. Stage 1: from 0 to 59.");
    assert_eq!(chart.stack().levels, [[0.0; 3], [69.0, 30.0, 10.0], [69.0, 69.0, 69.0]]);
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
}

#[test]
fn tells_every_count() {
    let counts: &[&[f64]] = &[&[69.0, 30.0, 10.0], &[0.0, 39.0]];
    let chart = chart(&[0.0, 1.0, 2.0], counts);
    let table = chart.table();
    assert_eq!(table.columns, ["Time", "Stage 0", "Stage 1"]);
    assert_eq!(table.rows, [["0", "69", "0"], ["1", "30", "39"], ["2", "10", "–"]]);
    let spots = chart.render().spots;
    assert_eq!(spots[1].text, "1\nStage 1 39\nStage 0 30");
    assert!((spots[0].width - 0.5 * spots[1].width).abs() < 1e-9 && spots.len() == 3);
    let nine = StageChart { layers: vec![chart.layers[0].clone(); 9], ..chart };
    assert_eq!(nine.table().columns[9], "Stage 0 (not drawn)");
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| StageChart::default().render());
    assert_whole(&StageChart::default().table());
    assert_sound(|| chart(&[], &[&[1.0]]).render());
    assert_whole(&chart(&[], &[&[1.0]]).table());
    assert_sound(|| chart(&[0.0], &[&[1.0], &[]]).render());
    assert_whole(&chart(&[0.0], &[&[1.0], &[]]).table());
    assert_sound(|| chart(&[0.0, 1.0], &[&[0.0, 0.0], &[0.0]]).render());
    assert_whole(&chart(&[0.0, 1.0], &[&[0.0, 0.0], &[0.0]]).table());
    assert_sound(|| chart(&[f64::NAN, 1.0, 0.0], &[&[f64::NAN, -5.0, f64::INFINITY], &[1e300, 1e300, 1.0]]).render());
    assert_whole(&chart(&[f64::NAN, 1.0, 0.0], &[&[f64::NAN, -5.0, f64::INFINITY], &[1e300, 1e300, 1.0]]).table());
    assert_sound(|| chart(&[0.0, 1.0], &[[f64::MAX; 2].as_slice(); 10]).render());
    assert_whole(&chart(&[0.0, 1.0], &[[f64::MAX; 2].as_slice(); 10]).table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_lies_on_another(layers in prop::collection::vec(prop::collection::vec(0.0..1e5_f64, 2..3), 0..9)) {
        let layers: Vec<&[f64]> = layers.iter().map(Vec::as_slice).collect();
        let chart = chart(&[0.0, 2.0], &layers);
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

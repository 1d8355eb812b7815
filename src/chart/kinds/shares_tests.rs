use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use proptest::prelude::*;

fn chart(layers: &[&[f64]]) -> SharesChart {
    let spells = layers.first().map_or(0, |shares| shares.len());
    let spell =
        |place: usize| Spell { from: 3.0 * place as f64, to: 3.0 * place as f64 + 3.0, label: format!("Q{place}") };
    let layer = |(place, shares): (usize, &&[f64])| ShareLayer {
        label: format!("source {place}"),
        shares: shares.to_vec(),
        single: vec![(0.1, 0.4)],
    };
    SharesChart {
        heading: Heading { title: "Data wins".into(), ..Heading::default() },
        axis: TimeAxis { from: 0.0, to: 3.0 * spells.max(1) as f64, ..TimeAxis::default() },
        spells: (0..spells).map(spell).collect(),
        layers: layers.iter().enumerate().map(layer).collect(),
        ..SharesChart::default()
    }
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(&[&[0.25, 0.5], &[0.75, 0.5]]);
    let picture = chart.render();
    let told = "Data wins. source 0: from 25 % to 50 %. source 1: from 75 % to 50 %.";
    assert_eq!(picture.alt.replace('\u{2009}', " "), told);
    let rows: Vec<Vec<String>> = chart.table().rows;
    let first: Vec<String> = rows[0].iter().map(|cell| cell.replace('\u{2009}', " ")).collect();
    assert_eq!((first, rows.len()), (["Q0", "25 % (10 to 40 %)", "75 % (10 to 40 %)"].map(str::to_owned).to_vec(), 2));
    assert_eq!(picture.spots.len(), 2);
    assert_eq!(chart.stack().levels[1], [0.25, 0.25, 0.5, 0.5]);
    assert_sound(|| chart.render());
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| SharesChart::default().render());
    assert_sound(|| chart(&[&[]]).render());
    assert_sound(|| chart(&[&[f64::NAN], &[-1.0], &[f64::INFINITY]]).render());
    assert_sound(|| chart(&[[1.0; 3].as_slice(); 10]).render());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn no_text_lies_on_another(layers in prop::collection::vec(prop::collection::vec(0.0..0.3_f64, 2..3), 1..9)) {
        let layers: Vec<&[f64]> = layers.iter().map(Vec::as_slice).collect();
        let chart = chart(&layers);
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

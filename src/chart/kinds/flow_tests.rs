use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use proptest::prelude::*;

fn chart(moved: Vec<Vec<Vec<f64>>>) -> FlowChart {
    let stages = ["not begun", "being put into practice", "operating", "scaled back", "business as usual", "ended"];
    let moment = |place: usize| FlowMoment {
        label: format!("20{:02}-03", 15 + place),
        note: ["before the money", "", "money ends", "two years later"][place % 4].to_owned(),
    };
    FlowChart {
        heading: Heading { title: "Most end".into(), ..Heading::default() },
        y_label: "Initiatives".to_owned(),
        range: (0.0, 0.0),
        stages: stages.map(str::to_owned).to_vec(),
        order: vec![0, 4, 2, 1, 3, 5],
        moments: (0..=moved.len()).map(moment).collect(),
        span: Some((0, 2, "programme money".to_owned())),
        moved,
    }
}

/// From each stage to each, empty but for these.
fn step(moves: &[(usize, usize, f64)]) -> Vec<Vec<f64>> {
    let mut step = vec![vec![0.0; 6]; 6];
    for &(from, to, count) in moves {
        step[from][to] = count;
    }
    step
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(vec![step(&[(0, 1, 2.0), (2, 2, 5.0)]), step(&[(1, 2, 2.0), (2, 5, 4.5), (2, 2, 0.5)])]);
    let told = "Most end. Initiatives. 2015-03, before the money: not begun 2.0, operating 5.0. 2016-03: operating 5.0, \
                being put into practice 2.0. 2017-03, money ends: operating 2.5, ended 4.5.";
    let picture = chart.render();
    assert_eq!(picture.alt, told);
    let table = chart.table();
    assert_eq!(table.rows[5], ["ended", "0.0", "0.0", "4.5"]);
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    // Six nodes, and the moves from one stage to another.
    assert_eq!(picture.spots.len(), 6 + 3);
    assert_sound(|| chart.render());
}

#[test]
fn numbers_of_what_has_not_begun_change_with_the_sheet() {
    use crate::chart::sheet::Colour;
    let chart = chart(vec![step(&[(0, 0, 7.0), (2, 2, 5.0)]), step(&[(0, 2, 7.0), (2, 5, 5.0)])]);
    let drawn = Canvas::draw(|canvas| chart.draw(canvas));
    // On paper, which is dark on a dark page, stands the ink that is light there; on a coloured node one that stays.
    let ink = |text: &str| {
        let before = &drawn[..drawn.find(&format!(">\n{text}\n")).unwrap()];
        before[before.rfind("fill=\"").unwrap() + 6..][..7].to_lowercase()
    };
    let Colour(red, green, blue) = INK;
    assert_eq!(ink("7.0"), format!("#{red:02x}{green:02x}{blue:02x}"));
    assert_ne!(ink("5.0"), ink("7.0"));
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| FlowChart::default().render());
    assert_sound(|| chart(vec![]).render());
    assert_sound(|| chart(vec![step(&[])]).render());
    assert_sound(|| {
        chart(vec![step(&[(1, 2, f64::NAN), (2, 2, -3.0), (0, 5, f64::INFINITY), (3, 3, 1e300)])]).render()
    });
    assert_sound(|| FlowChart { order: vec![9, 1, 1], ..chart(vec![step(&[(1, 1, 1.0)])]) }.render());
    assert_sound(|| chart(vec![step(&[(1, 2, 1.0)]); 15]).render());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn no_text_lies_on_another(counts in prop::collection::vec(prop::collection::vec((0..6_usize, 0..6_usize, 0.0..30.0_f64), 1..9), 1..9)) {
        let chart = chart(counts.iter().map(|moves| step(moves)).collect());
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

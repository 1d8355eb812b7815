use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn chart(groups: usize, ties: Vec<(u16, u16, f64)>) -> TiesChart {
    let moment = |title: &str, ties: Vec<(u16, u16, f64)>| TiesMoment {
        title: title.to_owned(),
        sizes: (0..groups).map(|place| 4.0 * (place + 1) as f64).collect(),
        ties,
    };
    TiesChart {
        heading: Heading { title: "Trust grows".into(), ..Heading::default() },
        groups: (0..groups).map(|place| format!("Organisation {place}")).collect(),
        size_label: "people in post".to_owned(),
        tie_label: "mean trust".to_owned(),
        moments: vec![moment("before the money", ties.clone()), moment("money ends", ties)],
    }
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(3, vec![(0, 1, 0.25), (2, 1, 0.6)]);
    let picture = chart.render();
    let told = "Trust grows. before the money – strongest ties: Organisation 1 and Organisation 2 0.60, Organisation 0 and \
                Organisation 1 0.25. money ends – strongest ties: Organisation 1 and Organisation 2 0.60, Organisation 0 and \
                Organisation 1 0.25.";
    assert_eq!(picture.alt, told);
    let rows: Vec<String> = chart.table().rows.iter().map(|row| row.join(" | ")).collect();
    assert_eq!(rows[0], "Organisation 0 | 4 | 4");
    assert_eq!(
        rows[3..],
        ["Organisation 0 and Organisation 1 | 0.25 | 0.25", "Organisation 1 and Organisation 2 | 0.60 | 0.60"]
    );
    assert_eq!(picture.spots.len(), 6);
    let spot = "Organisation 0\npeople in post: 4\nwith Organisation 1: 0.25";
    assert_eq!(picture.spots[0].text, spot);
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| TiesChart::default().render());
    assert_whole(&TiesChart::default().table());
    assert_sound(|| chart(0, vec![]).render());
    assert_sound(|| chart(1, vec![(0, 0, 1.0), (5, 9, 0.2)]).render());
    let mut broken = chart(4, vec![(0, 1, f64::NAN), (1, 2, 7.0), (2, 3, -1.0)]);
    broken.moments[0].sizes = vec![f64::NAN, f64::INFINITY, -4.0];
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
    let many = chart(30, (1..30).map(|other| (0, other, 0.5)).collect());
    assert_sound(|| many.render());
    assert!(!many.render().alt.contains("Organisation 14") && many.table().rows.len() == 30 + 29);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_text_lies_on_another(groups in 0_usize..20, words in "[A-Za-z ]{0,120}", strength in 0.0..1.0_f64) {
        let mut chart = chart(groups, vec![(0, 1, strength), (1, 2, 1.0 - strength)]);
        chart.heading = Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() };
        chart.groups.fill(words.clone());
        (chart.size_label, chart.tie_label) = (words.clone(), words.clone());
        chart.moments.iter_mut().for_each(|moment| moment.title.clone_from(&words));
        assert_texts_apart(&Canvas::draw(|canvas| {
            chart.draw(canvas);
            canvas.text("a", (MARGIN, canvas.height - 2.0), Pen { size: 6.0, ..NAME }, Align::Left);
        }));
    }
}

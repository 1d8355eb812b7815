use super::*;
use crate::chart::sheet::{Colour, assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn row(place: usize, difference: f64) -> TornadoRow {
    TornadoRow {
        label: format!("setting {place}"),
        ends: ["absent".to_owned(), "loops".to_owned()],
        levels: ["9.5".to_owned(), "17.1".to_owned()],
        difference,
        interval: (difference - 1.25, difference + 1.25),
        is_told: difference.abs() > 1.25,
    }
}

fn chart(rows: Vec<TornadoRow>) -> TornadoChart {
    TornadoChart {
        heading: Heading { title: "The first does most".into(), ..Heading::default() },
        x_label: "Change in initiatives alive".to_owned(),
        format: NumberFormat::Number,
        less: "fewer".to_owned(),
        more: "more".to_owned(),
        told_key: "beyond chance".to_owned(),
        untold_key: "not told from nothing".to_owned(),
        interval_key: "95 % interval".to_owned(),
        rows,
    }
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(vec![row(0, 7.6), row(1, -2.0), row(2, 0.04)]);
    let told = "The first does most. Change in initiatives alive. setting 0 from absent to loops: +7.6 ± 1.2. setting 1 \
                from absent to loops: −2.0 ± 1.2. setting 2 from absent to loops: 0.0 ± 1.2, not told from nothing.";
    let picture = chart.render();
    assert_eq!(picture.alt, told);
    assert_eq!(picture.spots[0].text, "setting 0\nabsent: 9.5\nloops: 17.1\n+7.6 ± 1.2\nbeyond chance");
    assert_eq!(picture.spots[2].text.lines().last(), Some("not told from nothing"));
    assert_eq!(chart.table().rows[1], ["setting 1", "absent", "9.5", "loops", "17.1", "−2.0 ± 1.2", "yes"]);
    assert_whole(&chart.table());
    assert_sound(|| chart.render());
}

#[test]
fn what_is_not_told_from_nothing_is_grey() {
    let grey = |rows: Vec<TornadoRow>| {
        let Colour(red, green, blue) = PALE;
        Canvas::draw(|canvas| chart(rows).draw(canvas)).contains(&format!("#{red:02X}{green:02X}{blue:02X}"))
    };
    assert!(grey(vec![row(0, 7.6), row(1, 0.5)]) && !grey(vec![row(0, 7.6), row(1, -2.0)]));
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| chart(vec![]).render());
    assert_whole(&chart(vec![]).table());
    let mut rows = vec![row(0, f64::NAN), row(1, f64::INFINITY), row(2, 1e300), TornadoRow::default()];
    rows[2].interval = (f64::NAN, 1.0);
    assert_sound(|| chart(rows.clone()).render());
    assert_whole(&chart(rows).table());
    let many = chart((0..30).map(|place| row(place, 1.0 / place as f64)).collect());
    assert_sound(|| many.render());
    assert_eq!((many.table().rows.len(), many.table().rows[15][0].as_str()), (30, "setting 15 (not drawn)"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn no_text_lies_on_another(
        differences in prop::collection::vec(-1.0..1.0_f64, 0..18),
        scale in prop::sample::select(vec![1e-3, 1.0, 1e6]),
        format in prop::sample::select(vec![NumberFormat::Number, NumberFormat::Percent]),
        words in "[A-Za-z ]{0,120}",
    ) {
        let rows = differences.iter().map(|&difference| TornadoRow {
            label: words.clone(),
            ends: [words.clone(), words.clone()],
            levels: [words.clone(), words.clone()],
            interval: (scale * (difference - 0.2), scale * (difference + 0.3)),
            ..row(0, scale * difference)
        });
        let chart = TornadoChart {
            heading: Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() },
            x_label: words.clone(),
            less: words.clone(),
            more: words.clone(),
            told_key: words.clone(),
            untold_key: words.clone(),
            format,
            ..chart(rows.collect())
        };
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn row(label: &str, difference: f64, by: f64) -> ForestRow {
    ForestRow {
        label: label.into(),
        difference,
        interval: (difference - by, difference + by),
        spread: Some((difference - 5.0 * by, difference + 4.0 * by)),
        reach: None,
    }
}

fn block(title: &str, format: NumberFormat, rows: Vec<ForestRow>) -> ForestBlock {
    let words = |text: &str| text.to_owned();
    ForestBlock { title: title.into(), unit: words("points"), format, less: words("fewer"), more: words("more"), rows }
}

fn chart(blocks: Vec<ForestBlock>) -> ForestChart {
    ForestChart {
        heading: Heading { title: "Sustained money wins".into(), ..Heading::default() },
        zero_label: "same as award".into(),
        interval_key: "difference".into(),
        spread_key: "single futures".into(),
        reach_key: "plausible models".into(),
        shares_scales: false,
        blocks,
    }
}

#[test]
fn says_in_words_what_it_shows() {
    let alive = block("Alive", NumberFormat::Percent, vec![row("Sustained", 0.082, 0.011), row("Same", 0.0, 0.0)]);
    let chart = chart(vec![alive, ForestBlock { unit: String::new(), ..block("Spent", NumberFormat::Number, vec![]) }]);
    assert_eq!(
        chart.render().alt.replace('\u{2009}', " "),
        "Sustained money wins. 0 = same as award. Alive (points): Sustained +8.2 ± 1.1 points, single cases from \
         +3 to +13 points; Same 0.0 points, single cases from 0 to 0 points. Spent: no data."
    );
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
}

#[test]
fn rows_of_a_block_have_the_same_decimals() {
    let rows = vec![row("a", 8.2, 1.1), row("b", 0.31, 0.2), row("c", -10.0, 2.5)];
    let chart = chart(vec![block("Alive", NumberFormat::Number, rows)]);
    let told = |column: usize| chart.table().rows.iter().map(|row| row[column].clone()).collect::<Vec<_>>();
    assert_eq!(told(1), ["+8.2 ± 1.1", "+0.3 ± 0.2", "−10.0 ± 2.5"]);
    assert_eq!(told(2), ["2.7 to 12.6", "−0.7 to 1.1", "−22.5 to 0.0"]);
    let drawn = Canvas::draw(|canvas| chart.draw(canvas));
    assert!(["+8.2 ± 1.1", "+0.3 ± 0.2", "−10.0 ± 2.5"].iter().all(|text| drawn.contains(text)));
}

#[test]
fn names_are_whole_where_there_is_room() {
    let names = ["a board of all organisations that meets", "money for three years, known at the start", "short"];
    let blocks = |blocks: usize, rows: usize| {
        let rows = |_| (0..rows).map(|place| row(names[place % 3], 1.0, 0.5)).collect();
        chart((0..blocks).map(|place| block("Alive", NumberFormat::Number, rows(place))).collect())
    };
    for (number, rows) in [(1, 8), (2, 5), (4, 5), (4, 3)] {
        let drawn = Canvas::draw(|canvas| blocks(number, rows).draw(canvas));
        assert!(!drawn.contains('…'), "{number} blocks of {rows}");
    }
    // Where there is none, they are cut and nothing is overdrawn.
    let crowded = Canvas::draw(|canvas| blocks(6, 8).draw(canvas));
    assert!(crowded.contains('…'));
    assert_texts_apart(&crowded);
}

#[test]
fn zero_always_stands_within_and_scales_are_shared_on_demand() {
    let far = block("Far", NumberFormat::Number, vec![row("a", 50.0, 1.0)]);
    let near = block("Near", NumberFormat::Number, vec![row("a", -3.0, 0.1)]);
    let mut chart = chart(vec![far.clone(), near.clone()]);
    let own = chart.range(&near);
    assert!(own.0 < -3.0 && own.1 > 0.0 && own.1 < 1.0);
    chart.shares_scales = true;
    assert_eq!(chart.range(&far), chart.range(&near));
}

#[test]
fn tells_every_row() {
    let alive = block("Alive", NumberFormat::Percent, vec![row("Sustained", 0.082, 0.011), row("Same", 0.0, 0.0)]);
    let lost = ForestRow { label: "Lost".into(), difference: f64::NAN, ..ForestRow::default() };
    let chart = chart(vec![alive, block("Spent", NumberFormat::Number, vec![lost])]);
    let told = |row: &[String]| row.join(" | ").replace('\u{2009}', " ");
    let table = chart.table();
    assert_eq!(told(&table.columns), "Quantity and row | difference (0 = same as award) | single futures");
    assert_eq!(told(&table.rows[0]), "Alive (points): Sustained | +8.2 ± 1.1 points | +3 to +13 points");
    assert_eq!(told(&table.rows[2]), "Spent (points): Lost | – | –");
    let spots = chart.render().spots;
    assert_eq!(
        spots[0].text.replace('\u{2009}', " "),
        "Alive (points)\nSustained\ndifference: +8.2 ± 1.1 points\nsingle futures: +3 to +13 points"
    );
    assert!((spots[0].top + spots[0].height - spots[1].top).abs() < 1e-9 && spots.len() == 3);
    let nine = ForestChart { blocks: vec![block("Many", NumberFormat::Number, vec![row("a", 1.0, 0.1); 9])], ..chart };
    assert_eq!(nine.table().rows[8][0], "Many (points): a (not drawn)");
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| ForestChart::default().render());
    assert_whole(&ForestChart::default().table());
    assert!(ForestChart::default().render().alt.contains("No data"));
    let nothing = ForestRow { difference: f64::NAN, interval: (f64::NAN, f64::INFINITY), ..ForestRow::default() };
    let huge = row("huge", f64::MAX, f64::MAX);
    let broken = chart(vec![
        block("", NumberFormat::Percent, vec![nothing.clone(), huge]),
        block("none", NumberFormat::Number, vec![nothing]),
        block("tiny", NumberFormat::Number, vec![row("\u{0}<&>", 1e-300, 1e-301); 12]),
    ]);
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
    assert_sound(|| chart(vec![broken.blocks[2].clone(); 9]).render());
    assert_whole(&chart(vec![broken.blocks[2].clone(); 9]).table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_lies_on_another(
        rows in prop::collection::vec(("[A-Za-z ]{0,60}", -1.0..1.0_f64, 0.0..0.3_f64), 0..9),
        blocks in 0_usize..7,
        scale in prop::sample::select(vec![1e-3, 1.0, 1e6]),
        words in "[A-Za-z ]{0,240}",
        format in prop::sample::select(vec![NumberFormat::Number, NumberFormat::Percent]),
    ) {
        let rows: Vec<ForestRow> = rows.iter().map(|(label, value, by)| row(label, scale * value, scale * by)).collect();
        let one = ForestBlock {
            unit: words.clone(),
            less: words.clone(),
            more: words.clone(),
            ..block(&words, format, rows)
        };
        let chart = ForestChart {
            heading: Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() },
            zero_label: words.clone(),
            interval_key: words.clone(),
            spread_key: words,
            ..chart(vec![one; blocks])
        };
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn chart(cells: Vec<Vec<HeatCell>>) -> HeatMapChart {
    let names = |count: usize| (0..count).map(|place| place.to_string()).collect::<Vec<_>>();
    HeatMapChart {
        heading: Heading { title: "More is more".into(), ..Heading::default() },
        x_label: "years".into(),
        x: names(cells.iter().map(Vec::len).max().unwrap_or(0)),
        y_label: "money".into(),
        y: names(cells.len()),
        cells,
        format: NumberFormat::Percent,
        scale_label: "alive".into(),
        range: None,
        contours: false,
        ringed: vec![],
    }
}

fn cell(value: f64) -> HeatCell {
    HeatCell { value, half_width: Some(0.011) }
}

#[test]
fn says_in_words_what_it_shows() {
    let chart = chart(vec![vec![cell(0.2), cell(0.3)], vec![cell(0.5)]]);
    assert_eq!(
        chart.render().alt.replace('\u{2009}', " "),
        "More is more. alive. From 20 % ± 1.1 at years 0, money 0 to 50 % ± 1.1 at years 0, money 1. money 0: 20 %, \
         30 %. money 1: 50 %, –."
    );
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
    assert_eq!(chart.key_entries().len(), 1, "there is a cell without data");
    let drawn = Canvas::draw(|canvas| chart.draw(canvas));
    assert!(drawn.contains("± 1.1"));
}

#[test]
fn leaves_out_numbers_where_cells_are_small() {
    let cells = |side: usize| (0..side).map(|_| (0..side).map(|x| cell(x as f64 / 50.0)).collect()).collect();
    let scale = ColourScale { range: (0.0, 1.0), format: NumberFormat::Percent, label: "" };
    let sized = |side: usize, cell: (f64, f64)| chart(cells(side)).text_size(cell, &scale);
    assert_eq!(sized(4, (300.0, 120.0)), (Some(LARGEST), true));
    assert_eq!(sized(40, (32.0, 14.0)), (None, false));
    let drawn = Canvas::draw(|canvas| chart(cells(40)).draw(canvas));
    assert!(!drawn.contains("± 1.1"));
    assert_texts_apart(&drawn);
}

#[test]
fn many_cells_of_quantities_have_lines_at_round_values() {
    let cells = |side: usize| -> Vec<Vec<HeatCell>> {
        let value = |row: usize, column: usize| (row + column) as f64 / (2 * side) as f64;
        (0..side).map(|row| (0..side).map(|column| cell(value(row, column))).collect()).collect()
    };
    let slope = |side: usize, contours: bool| HeatMapChart { contours, ..chart(cells(side)) };
    let drawn = |chart: &HeatMapChart| Canvas::draw(|canvas| chart.draw(canvas)).replace('\u{2009}', " ");
    let lines = drawn(&slope(10, true));
    // On the scale, and on its line.
    for round in ["20 %", "40 %", "60 %", "80 %"] {
        assert_eq!(lines.matches(&format!("\n{round}\n")).count(), 2, "{round}");
    }
    assert!(!lines.contains("± 1.1"), "numbers would lie under the lines");
    assert!(slope(10, true).render().spots[0].text.contains("± 1.1"), "who points at a cell reads them");
    for few in [slope(5, true), slope(10, false)] {
        assert!(drawn(&few).contains("± 1.1"));
    }
}

#[test]
fn values_and_their_intervals_have_the_same_decimals() {
    let cell = |value: f64, half: f64| HeatCell { value, half_width: Some(half) };
    let chart = HeatMapChart {
        format: NumberFormat::Number,
        ..chart(vec![vec![cell(9.0, 0.21), cell(10.24, 2.5), cell(18.17, 0.04)]])
    };
    let table = chart.table();
    assert_eq!(table.rows[0][1..], ["9.0 ± 0.2", "10.2 ± 2.5", "18.2 ± 0.0"]);
}

#[test]
fn tells_every_cell() {
    let many = chart(vec![vec![cell(1.0); 61]; 61]).table();
    let chart = chart(vec![vec![cell(0.2), cell(0.3)], vec![cell(0.5)]]);
    let table = chart.table();
    assert_eq!(table.columns, ["alive: money (down) by years (across)", "0", "1"]);
    let told = |row: usize| table.rows[row].join(" | ").replace('\u{2009}', " ");
    assert_eq!([told(0), told(1)], ["1 | 50 % ± 1.1 | –", "0 | 20 % ± 1.1 | 30 % ± 1.1"]);
    let spots = chart.render().spots;
    let texts: Vec<String> = spots.iter().map(|spot| spot.text.replace('\u{2009}', " ")).collect();
    assert_eq!((texts.len(), texts[0].as_str()), (4, "years 0\nmoney 0\nalive 20 % ± 1.1"));
    assert_eq!(texts[3], "years 1\nmoney 1\nalive no data");
    assert!((spots[0].left + spots[0].width - spots[1].left).abs() < 1e-9 && spots[0].top > spots[2].top);
    assert_eq!((many.columns[61].as_str(), many.rows[0][0].as_str()), ("60 (not drawn)", "60 (not drawn)"));
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| chart(Vec::new()).render());
    assert_whole(&chart(Vec::new()).table());
    assert_sound(|| chart(vec![vec![], vec![]]).render());
    assert_whole(&chart(vec![vec![], vec![]]).table());
    assert_sound(|| chart(vec![vec![cell(f64::NAN); 3]; 2]).render());
    assert_whole(&chart(vec![vec![cell(f64::NAN); 3]; 2]).table());
    assert!(chart(vec![vec![cell(f64::NAN)]]).render().alt.contains("No data"));
    let odd = HeatCell { value: 3.0, half_width: Some(f64::NAN) };
    let broken = vec![vec![cell(f64::MAX), cell(f64::MIN)], vec![odd, cell(f64::INFINITY)], vec![]];
    assert_sound(|| chart(broken.clone()).render());
    assert_whole(&chart(broken.clone()).table());
    assert_sound(|| HeatMapChart { range: Some((f64::NAN, 0.0)), ..chart(broken.clone()) }.render());
    assert_whole(&HeatMapChart { range: Some((f64::NAN, 0.0)), ..chart(broken.clone()) }.table());
    assert_sound(|| HeatMapChart { x: Vec::new(), ..chart(broken.clone()) }.render());
    assert_whole(&HeatMapChart { x: Vec::new(), ..chart(broken.clone()) }.table());
    let many = chart(vec![vec![cell(1.0); 70]; 70]);
    assert_sound(|| many.render());
    assert_whole(&many.table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn no_text_lies_on_another(
        (rows, columns) in (1_usize..42, 1_usize..42),
        values in prop::collection::vec(-1.0..1.0_f64, 7),
        scale in prop::sample::select(vec![1e-3, 1.0, 1e6]),
        format in prop::sample::select(vec![NumberFormat::Number, NumberFormat::Percent]),
        words in "[A-Za-z ]{0,120}",
        is_named in any::<bool>(),
        contours in any::<bool>(),
    ) {
        let cell = |place: usize| HeatCell { value: scale * values[place % 7], half_width: Some(0.1 * scale) };
        let cells = (0..rows).map(|row| (0..columns).map(|column| cell(row * columns + column)).collect()).collect();
        let mut chart = HeatMapChart {
            heading: Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() },
            x_label: words.clone(),
            y_label: words.clone(),
            scale_label: words.clone(),
            format,
            contours,
            ringed: vec![(0, 0), (rows, columns), (rows - 1, columns - 1)],
            ..chart(cells)
        };
        if is_named {
            chart.x.fill(words.clone());
            chart.y.fill(words);
        }
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

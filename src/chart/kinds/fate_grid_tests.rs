use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use proptest::prelude::*;

fn name(letter: &str, short: &str, label: &str) -> FateName {
    FateName { letter: letter.to_owned(), short: short.to_owned(), label: label.to_owned() }
}

fn chart(columns: usize, rows: usize, cell: impl Fn(usize, usize) -> Vec<FateEntry>) -> FateGridChart {
    FateGridChart {
        heading: Heading { title: "Most end".into(), ..Heading::default() },
        fates: vec![
            name("B", "BAU", "business as usual"),
            name("O", "operates", "operating"),
            name("S", "reduced", "scaled back"),
            name("E", "ended", "ended"),
        ],
        origins: ["programme's own", "earlier work", "copied"].map(str::to_owned).to_vec(),
        columns: (0..columns).map(|column| format!("Site {column}")).collect(),
        rows: (0..rows).map(|row| format!("Kind {row}")).collect(),
        cells: (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect(),
    }
}

fn entry(origin: usize, shares: [f64; 4]) -> FateEntry {
    FateEntry { origin, shares, number: 1, futures: 1.0 }
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(2, 1, |_, column| {
        let copy = FateEntry { number: 2, futures: 0.25, ..entry(2, [0.0, 0.0, 0.0, 1.0]) };
        if column == 0 { vec![entry(1, [0.7, 0.1, 0.0, 0.2]), copy] } else { vec![] }
    });
    let picture = chart.render();
    let text = picture.alt.replace('\u{2009}', " ");
    let told = "Most end. Kind 0, Site 0: earlier work: business as usual 70 %, operating 10 %, ended 20 %. \
                Kind 0, Site 0: copied (up to 2), there in 25 % of futures: ended 100 %.";
    assert_eq!(text, told);
    assert_eq!(picture.spots.len(), 1);
    let table = chart.table();
    let row: Vec<String> = table.rows[1].iter().map(|cell| cell.replace('\u{2009}', " ")).collect();
    assert_eq!(row, ["Kind 0", "Site 0", "copied", "2", "0 %", "0 %", "0 %", "100 %", "25 %"]);
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    assert_sound(|| chart.render());
}

#[test]
fn the_commonest_fate_is_the_first_of_the_largest() {
    assert_eq!(commonest(&[0.2, 0.4, 0.4, 0.0]), Some(1));
    assert_eq!((commonest(&[0.0; 4]), commonest(&[f64::NAN; 4])), (None, None));
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| FateGridChart::default().render());
    assert_sound(|| chart(0, 3, |_, _| vec![]).render());
    assert_sound(|| chart(3, 3, |_, _| vec![]).render());
    assert_sound(|| chart(1, 1, |_, _| vec![entry(9, [f64::NAN, 2.0, -1.0, 0.0])]).render());
    let large = chart(20, 40, |_, _| vec![entry(0, [0.25; 4])]);
    assert_sound(|| large.render());
    assert!(large.note().contains("5 more places and 10 more kinds"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_text_lies_on_another(columns in 1..16_usize, rows in 1..20_usize, share in 0.0..1.0_f64, futures in 0.0..1.0_f64) {
        let chart = chart(columns, rows, |row, column| {
            let copied = FateEntry { number: 12, futures, ..entry(2, [share, 0.0, 0.0, 1.0 - share]) };
            [entry(0, [share, 1.0 - share, 0.0, 0.0]), copied].into_iter().skip((row + column) % 3).collect()
        });
        assert_texts_apart(&chart.drawn());
    }
}

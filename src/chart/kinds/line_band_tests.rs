use super::*;
use crate::chart::parts::{Positions, SweepPoint};
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn point(value: f64) -> SweepPoint {
    SweepPoint { value, average: Some((value - 0.01, value + 0.01)), spread: Some((value - 0.2, value + 0.2)) }
}

fn line(label: &str, values: &[f64]) -> SweepLine {
    SweepLine { label: label.into(), points: values.iter().copied().map(point).collect() }
}

fn numbers(at: &[f64], lines: Vec<SweepLine>) -> SweepPanel {
    let positions = Positions::Numbers { at: at.to_vec(), logarithmic: false };
    SweepPanel { label: "months".into(), positions, lines }
}

fn words(words: &[&str], lines: Vec<SweepLine>) -> SweepPanel {
    let positions = Positions::Words(words.iter().map(|&word| word.to_owned()).collect());
    SweepPanel { label: "who leaves".into(), positions, lines }
}

fn chart(panels: Vec<SweepPanel>) -> LineBandChart {
    LineBandChart {
        heading: Heading { title: "Longer is better".into(), ..Heading::default() },
        y_label: "alive".into(),
        format: NumberFormat::Percent,
        range: None,
        key: BandKey { line: "average".into(), average: "sure".into(), spread: "single".into(), reach: String::new() },
        panels,
    }
}

#[test]
fn says_in_words_what_it_shows() {
    let chart = chart(vec![
        numbers(&[24.0, 12.0], vec![line("", &[0.5, 0.25])]),
        words(&["nobody", "leaders"], vec![line("with board", &[0.5]), SweepLine::default()]),
    ]);
    assert_eq!(
        chart.render().alt.replace('\u{2009}', " "),
        "Longer is better. alive. months: 25 % ± 1.0 at 12, 50 % ± 1.0 at 24. who leaves, with board: 50 % ± 1.0 at \
         nobody. who leaves: no data."
    );
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
}

#[test]
fn a_single_panel_of_lines_names_them_at_their_ends_and_others_in_the_key() {
    let lines = || vec![line("few", &[0.1, 0.2]), line("many", &[0.3, 0.4]), line("all", &[0.5, 0.6])];
    let names = |chart: &LineBandChart| {
        chart.key_entries().iter().filter(|entry| ["few", "many", "all"].contains(&entry.text.as_str())).count()
    };
    let one = chart(vec![numbers(&[1.0, 2.0], lines())]);
    let two = chart(vec![numbers(&[1.0, 2.0], lines()), words(&["a", "b"], lines())]);
    assert_eq!((names(&one), names(&two)), (0, 3));
    // Of three lines no spread is drawn, and the axis does not reach for it.
    assert!(one.y_range().0 > 0.0 && !one.key_entries().iter().any(|entry| entry.text == "single"));
}

#[test]
fn tells_every_point() {
    let chart = chart(vec![
        numbers(&[24.0, 12.0], vec![line("", &[0.5, 0.25])]),
        words(&["nobody", "leaders"], vec![line("with board", &[0.5]), SweepLine::default()]),
    ]);
    let texts: Vec<String> = chart.render().spots.iter().map(|spot| spot.text.replace('\u{2009}', " ")).collect();
    assert_eq!(texts.len(), 4);
    assert_eq!(texts[0], "months 12\nalive 25 % (24 to 26 %)\nsingle: 5 to 45 %\nin brackets: sure");
    assert_eq!(texts[3], "who leaves leaders\nno data");
    let table = chart.table();
    let columns = [
        "alive, by setting",
        "alive; in brackets: sure",
        "alive: single",
        "with board; in brackets: sure",
        "with board: single",
    ];
    assert_eq!(table.columns, columns);
    let told = |row: usize| table.rows[row].join(" | ").replace('\u{2009}', " ");
    assert_eq!(told(0), "months 24 | 50 % (49 to 51 %) | 30 to 70 % | – | –");
    assert_eq!(told(2), "who leaves nobody | – | – | 50 % (49 to 51 %) | 30 to 70 %");
    assert_eq!(table.rows.len(), 4);
}

#[test]
fn the_table_has_lines_and_panels_that_are_not_drawn() {
    let lines: Vec<SweepLine> = (0..9).map(|place| line(&format!("line {place}"), &[0.5])).collect();
    let table = chart(vec![numbers(&[1.0], lines); 7]).table();
    let columns: Vec<&str> = table.columns.iter().map(String::as_str).collect();
    assert!(columns.contains(&"line 7; in brackets: sure") && columns.contains(&"line 8 (not drawn): single"));
    assert_eq!((table.rows[5][0].as_str(), table.rows[6][0].as_str()), ("months 1", "months 1 (not drawn)"));
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| chart(Vec::new()).render());
    assert_whole(&chart(Vec::new()).table());
    assert!(chart(Vec::new()).render().alt.contains("No data"));
    assert_sound(|| chart(vec![numbers(&[], Vec::new()), words(&[], Vec::new())]).render());
    assert_whole(&chart(vec![numbers(&[], Vec::new()), words(&[], Vec::new())]).table());
    let odd = SweepPoint { value: f64::MAX, average: Some((f64::NAN, 1.0)), spread: Some((f64::MIN, f64::INFINITY)) };
    let broken = SweepLine { label: "\u{0}<&>".into(), points: vec![odd, point(f64::NAN), point(-1e300), point(0.0)] };
    let panels = vec![
        numbers(&[f64::NAN, 1e300, -1e300, 0.0], vec![broken.clone(); 10]),
        words(&["", "\u{0}"], vec![broken.clone()]),
        SweepPanel {
            positions: Positions::Numbers { at: vec![0.0, -1.0], logarithmic: true },
            ..numbers(&[], vec![broken.clone()])
        },
    ];
    assert_sound(|| chart(panels.clone()).render());
    assert_whole(&chart(panels.clone()).table());
    assert_sound(|| LineBandChart { range: Some((1.0, f64::NAN)), ..chart(panels.clone()) }.render());
    assert_whole(&LineBandChart { range: Some((1.0, f64::NAN)), ..chart(panels.clone()) }.table());
    assert_sound(|| chart(vec![panels[0].clone(); 9]).render());
    assert_whole(&chart(vec![panels[0].clone(); 9]).table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_lies_on_another(
        panels in prop::collection::vec((prop::collection::vec(0.001..1.0_f64, 1..20), 1_usize..10, any::<(bool, bool)>()), 0..8),
        scale in prop::sample::select(vec![1e-3, 1.0, 1e6]),
        format in prop::sample::select(vec![NumberFormat::Number, NumberFormat::Percent]),
        label in "[A-Za-z ]{0,120}",
    ) {
        let panel = |(values, lines, (has_words, logarithmic)): (Vec<f64>, usize, (bool, bool))| {
            let values: Vec<f64> = values.into_iter().map(|value| scale * value).collect();
            let positions = if has_words {
                Positions::Words(vec![label.clone(); values.len()])
            } else {
                Positions::Numbers { at: values.clone(), logarithmic }
            };
            SweepPanel { label: label.clone(), positions, lines: vec![line(&label, &values); lines] }
        };
        let chart = LineBandChart {
            heading: Heading { title: label.clone(), subtitle: label.clone(), caption: label.clone() },
            y_label: label.clone(),
            format,
            ..chart(panels.into_iter().map(panel).collect())
        };
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

use super::*;
use crate::chart::axes::{Mark, Tick, TimeSpan};
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn axis() -> TimeAxis {
    TimeAxis {
        from: 0.0,
        to: 48.0,
        ticks: vec![Tick { at: 0.0, label: "Apr 2015".into() }, Tick { at: 48.0, label: "Apr 2019".into() }],
        label: "month".into(),
        span: Some(TimeSpan { from: 0.0, to: 36.0, label: "programme money".into() }),
        marks: vec![Mark { at: 36.0, label: "money ends".into() }],
        names: Vec::new(),
    }
}

fn curve(label: &str, points: Vec<(f64, f64)>) -> Curve {
    let average_band = points.iter().map(|&(x, y)| (x, y - 0.05, y + 0.05)).collect();
    let at_risk = vec![Some(69), None];
    Curve { label: label.into(), points, average_band, spread_band: Vec::new(), at_risk, reach: Vec::new() }
}

#[test]
fn says_in_words_what_it_shows() {
    let picture = SurvivalChart {
        heading: Heading {
            title: "Half are gone".into(),
            subtitle: "Six sites".into(),
            caption: "200 replicates".into(),
        },
        axis: axis(),
        curves: vec![curve("All", vec![(0.0, 1.0), (36.0, 0.5)]), curve("None", Vec::new())],
        ..SurvivalChart::default()
    }
    .render();
    let alt = picture.alt.replace('\u{2009}', " ");
    assert_eq!(alt, "Half are gone. Six sites. All: from 100 % to 50 %. None: no data. 200 replicates.");
}

#[test]
fn tells_every_value_with_its_uncertainty() {
    let spread_band = vec![(0.0, 1.0, 1.0), (36.0, 0.1, 0.9)];
    let own = curve("own", vec![(0.0, 1.0), (36.0, 0.5), (48.0, 0.25)]);
    let chart = SurvivalChart {
        axis: TimeAxis { names: (0..=48).map(|month| format!("end of {month}")).collect(), ..axis() },
        y_label: "Alive".into(),
        key: BandKey {
            line: "all".into(),
            average: "how sure".into(),
            spread: "single futures".into(),
            reach: String::new(),
        },
        curves: vec![Curve { spread_band, ..own }, curve("late", vec![(36.0, 1.0)])],
        at_risk_label: "At risk".into(),
        ..SurvivalChart::default()
    };
    let table = chart.table();
    let columns = [
        "Alive, by month",
        "own; in brackets: how sure",
        "own: single futures",
        "own: At risk",
        "late; in brackets: how sure",
        "late: At risk",
    ];
    assert_eq!(table.columns, columns);
    let told = |row: usize| table.rows[row].join(" | ").replace('\u{2009}', " ");
    assert_eq!(told(0), "end of 0 | 100 % (95 to 105 %) | 100 to 100 % | 69 | – | 69");
    assert_eq!(told(1), "end of 36 | 50 % (45 to 55 %) | 10 to 90 % | – | 100 % (95 to 105 %) | –");
    assert_eq!(told(2), "end of 48 | 25 % (20 to 30 %) | – | – | – | –");
    let spots = chart.render().spots;
    let texts: Vec<String> = spots.iter().map(|spot| spot.text.replace('\u{2009}', " ")).collect();
    assert_eq!(
        texts[1],
        "end of 36\nown 50 % (45 to 55 %)\nsingle futures: 10 to 90 %\nlate 100 % (95 to 105 %)\nin brackets: how sure"
    );
    assert_eq!(texts.len(), 3);
    assert!(spots.windows(2).all(|pair| (pair[0].left + pair[0].width - pair[1].left).abs() < 1e-9));
    // A long step is told almost to its end: half of the shortest step before the next.
    let (begin, end) = (spots[0].left, spots[2].left + spots[2].width);
    assert!(((spots[1].left - begin) / (end - begin) - 30.0 / 48.0).abs() < 1e-9);
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| SurvivalChart::default().render());
    assert_whole(&SurvivalChart::default().table());
    let odd = |x: f64| f64::NAN.max(x) / 0.0;
    let broken = SurvivalChart {
        axis: TimeAxis {
            from: f64::NAN,
            to: f64::NEG_INFINITY,
            span: Some(TimeSpan { from: f64::NAN, to: 3.0, label: "nowhere".into() }),
            marks: vec![Mark { at: f64::NAN, label: "never".into() }, Mark { at: 1e300, label: "late".into() }],
            ..axis()
        },
        curves: vec![
            curve("\u{0}\u{FFFE}<&>", vec![(f64::NAN, 1.0), (0.0, f64::NAN), (1.0, odd(1.0))]),
            curve("", vec![(0.0, 2.0), (0.0, -3.0), (-1e9, 0.5), (1e9, 0.5)]),
            curve("one point", vec![(0.0, 1.0)]),
        ],
        ..SurvivalChart::default()
    };
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
}

#[test]
fn leaves_out_the_ninth_group_and_says_so() {
    let curves = (0..9).map(|place| curve(&format!("Group {place}"), vec![(0.0, 1.0), (48.0, 0.0)])).collect();
    let chart = SurvivalChart { axis: axis(), curves, ..SurvivalChart::default() };
    assert_eq!(palette::left_out(9), "(1 more not drawn.)");
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
    assert!(!chart.render().alt.contains("Group 8"));
    assert!(!chart.render().spots.iter().any(|spot| spot.text.contains("Group 8")));
    assert!(chart.table().columns.iter().any(|column| column == "Group 8 (not drawn)"));
}

#[test]
fn leaves_out_the_table_where_it_would_crush_the_curves() {
    let curves = (0..8).map(|place| curve(&format!("Group {place}"), vec![(0.0, 1.0), (48.0, 0.0)])).collect();
    let mut chart = SurvivalChart { axis: axis(), curves, at_risk_label: "At risk".into(), ..SurvivalChart::default() };
    let has_table = |chart: &SurvivalChart| Canvas::draw(|canvas| chart.draw(canvas)).contains("At risk");
    assert!(has_table(&chart));
    let words = "many words ".repeat(30);
    chart.heading = Heading { title: words.clone(), subtitle: words.clone(), caption: words };
    chart.axis.marks = (0..6).map(|i| Mark { at: 40.0 + f64::from(i), label: format!("mark number {i}") }).collect();
    assert!(!has_table(&chart));
    assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn stands_anything(
        points in prop::collection::vec((any::<f64>(), any::<f64>()), 0..12),
        label in any::<String>(),
        mark in any::<f64>(),
        (from, to) in (any::<f64>(), any::<f64>()),
    ) {
        let chart = SurvivalChart {
            heading: Heading { title: label.clone(), ..Heading::default() },
            axis: TimeAxis { from, to, marks: vec![Mark { at: mark, label: label.clone() }], ..axis() },
            curves: vec![curve(&label, points)],
            ..SurvivalChart::default()
        };
        assert_sound(|| chart.render());
        assert_whole(&chart.table());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_lies_on_another(
        groups in prop::collection::vec(("[A-Za-z ]{1,60}", 0.0..48.0_f64, 0.0..1.0_f64, 0_u64..2_000_000), 0..9),
        marks in prop::collection::vec((0.0..48.0_f64, "[a-z ]{1,40}"), 0..5),
        (from, length) in (0.0..40.0_f64, 0.0..30.0_f64),
        words in "[A-Za-z ]{0,240}",
    ) {
        let curves = groups.into_iter().map(|(label, at, end, number)| Curve {
            at_risk: vec![Some(number); 9],
            ..curve(&label, vec![(0.0, 1.0), (at, end)])
        });
        let chart = SurvivalChart {
            heading: Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() },
            axis: TimeAxis {
                ticks: (0..9).map(|year| Tick { at: f64::from(year) * 6.0, label: format!("Apr {}", 2015 + year) }).collect(),
                span: Some(TimeSpan { from, to: from + length, label: "programme money".into() }),
                marks: marks.into_iter().map(|(at, label)| Mark { at, label }).collect(),
                ..axis()
            },
            y_label: words.chars().take(80).collect(),
            key: BandKey { line: "average".into(), average: words.chars().take(50).collect(), spread: String::new(), reach: String::new() },
            curves: curves.collect(),
            at_risk_label: words.clone(),
        };
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

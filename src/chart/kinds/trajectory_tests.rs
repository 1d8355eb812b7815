use super::*;
use crate::chart::axes::{Mark, Tick};
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn panel(label: &str, range: (f64, f64), points: Vec<(f64, f64)>) -> Panel {
    let band = points.iter().map(|&(x, y)| (x, y - 1.0, y + 1.0)).collect();
    let series = vec![Series { label: String::new(), points, band, reach: vec![] }];
    Panel { label: label.into(), range, format: NumberFormat::Number, series }
}

#[test]
fn says_in_words_what_it_shows() {
    let chart = TrajectoryChart {
        heading: Heading { title: "Trust falls".into(), ..Heading::default() },
        axis: TimeAxis {
            from: 0.0,
            to: 9.0,
            marks: vec![Mark { at: 3.0, label: "money ends".into() }],
            ..TimeAxis::default()
        },
        panels: vec![panel("Trust", (0.0, 1.0), vec![(0.0, 0.8), (9.0, 0.25)])],
        ..TrajectoryChart::default()
    };
    assert_eq!(chart.render().alt, "Trust falls. Trust: from 0.80 to 0.25. Marked in order: money ends.");
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
}

#[test]
fn tells_every_value_with_its_band() {
    let mut two = panel("Deficit", (0.0, 1.0), vec![(0.0, 0.5), (9.0, f64::NAN)]);
    two.series[0].label = "here".into();
    two.series.push(Series { label: "there".into(), points: vec![(0.0, 0.25)], band: vec![], reach: vec![] });
    let chart = TrajectoryChart {
        axis: TimeAxis { from: 0.0, to: 9.0, ..TimeAxis::default() },
        line_key: "median".into(),
        band_key: "nine of ten".into(),
        panels: vec![panel("Trust", (0.0, 1.0), vec![(0.0, 0.8), (9.0, 0.25)]), two],
        ..TrajectoryChart::default()
    };
    let texts: Vec<String> = chart.render().spots.into_iter().map(|spot| spot.text).collect();
    assert_eq!(texts[1], "9\nTrust 0.25 (−0.75 to 1.25)\nin brackets: nine of ten");
    assert_eq!(texts[2], "0\nDeficit\nhere 0.50 (−0.50 to 1.50)\nthere 0.25\nin brackets: nine of ten");
    assert_eq!(texts[3], "9\nDeficit\nhere –\nthere –");
    let table = chart.table();
    let columns = [
        "Time",
        "Trust; median, in brackets: nine of ten",
        "Deficit, here; median, in brackets: nine of ten",
        "Deficit, there; median",
    ];
    assert_eq!(table.columns, columns);
    assert_eq!(table.rows[0], ["0", "0.80 (−0.20 to 1.80)", "0.50 (−0.50 to 1.50)", "0.25"]);
    assert_eq!(table.rows[1], ["9", "0.25 (−0.75 to 1.25)", "–", "–"]);
}

/// Two dotted lines, a word for them and their values, where models reach somewhere; nothing where they do not.
#[test]
fn how_far_models_reach_is_drawn_and_told() {
    let chart = |reach: Vec<(f64, f64, f64)>| {
        let mut panel = panel("Trust", (0.0, 1.0), vec![(0.0, 0.8), (9.0, 0.25)]);
        panel.series[0].reach = reach;
        TrajectoryChart {
            axis: TimeAxis { from: 0.0, to: 9.0, ..TimeAxis::default() },
            reach_key: "plausible models".into(),
            panels: vec![panel],
            ..TrajectoryChart::default()
        }
    };
    let (with, without) = (chart(vec![(0.0, f64::NAN, f64::NAN), (9.0, 0.2, 0.5)]), chart(vec![]));
    assert_sound(|| with.render());
    let named = |chart: &TrajectoryChart| Canvas::draw(|canvas| chart.draw(canvas)).matches("plausible models").count();
    assert_eq!((named(&with), named(&without)), (1, 0));
    let texts: Vec<String> = with.render().spots.into_iter().map(|spot| spot.text).collect();
    assert_eq!(
        texts,
        ["0\nTrust 0.80 (−0.20 to 1.80)", "9\nTrust 0.25 (−0.75 to 1.25)\nplausible models: 0.20 to 0.50"]
    );
    assert_eq!(with.table().columns, ["Time", "Trust", "Trust: plausible models"]);
    assert_eq!((with.table().rows[0][2].as_str(), with.table().rows[1][2].as_str()), ("–", "0.20 to 0.50"));
    assert_eq!(without.table().columns.len(), 2);
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| TrajectoryChart::default().render());
    assert_whole(&TrajectoryChart::default().table());
    let chart = TrajectoryChart {
        axis: TimeAxis {
            from: 3.0,
            to: 3.0,
            ticks: vec![Tick { at: 3.0, label: "now".into() }],
            ..TimeAxis::default()
        },
        panels: vec![
            panel("no range", (1.0, 1.0), vec![(0.0, 0.5), (1.0, f64::NAN), (2.0, f64::INFINITY)]),
            panel("huge", (-1e300, 1e300), vec![(0.0, 1e200)]),
            panel("tiny", (0.0, 1e-300), vec![(0.0, 1e-301)]),
            panel("unordered", (5.0, -5.0), vec![(9.0, 0.5), (1.0, 0.2)]),
            Panel { label: "none".into(), range: (0.0, f64::NAN), format: NumberFormat::Percent, series: Vec::new() },
        ],
        ..TrajectoryChart::default()
    };
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
    let many = TrajectoryChart { panels: vec![chart.panels[0].clone(); 12], ..chart };
    assert_sound(|| many.render());
    assert_whole(&many.table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_lies_on_another(
        panels in prop::collection::vec(("[A-Za-z ]{0,60}", -3.0..3.0_f64, 0.01..500.0_f64, 1_usize..4), 0..9),
        label in "[A-Za-z ]{0,60}",
    ) {
        let panels = panels.into_iter().map(|(name, low, length, series)| {
            let mut panel = panel(&name, (low, low + length), vec![(0.0, low), (48.0, low + 0.3 * length)]);
            panel.series = vec![Series { label: label.clone(), ..panel.series[0].clone() }; series];
            panel
        });
        let chart = TrajectoryChart {
            axis: TimeAxis { from: 0.0, to: 48.0, ..TimeAxis::default() },
            panels: panels.collect(),
            ..TrajectoryChart::default()
        };
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

use super::*;
use crate::chart::ClaimMark;
use crate::chart::sheet::{HEIGHT, assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn row(id: &str, value: f64, by: f64) -> ClaimRow {
    ClaimRow {
        id: id.into(),
        label: format!("Claim {id}"),
        value: Some(value),
        interval: (value - by, value + by),
        mark: ClaimMark::Side,
        filled: by < 0.2,
        note: "as reported".into(),
        share: Some(0.97),
    }
}

fn untested(id: &str) -> ClaimRow {
    let row = row(id, 0.0, 0.0);
    ClaimRow { value: None, note: "assumed".into(), share: None, ..row }
}

fn group(title: &str, rows: Vec<ClaimRow>) -> ClaimGroup {
    ClaimGroup { title: title.into(), rows }
}

fn chart(groups: Vec<ClaimGroup>) -> ClaimsChart {
    ClaimsChart {
        heading: Heading { title: "Most comes out".into(), ..Heading::default() },
        x_label: "Effect in standard deviations".into(),
        less: "against the report".into(),
        more: "as reported".into(),
        filled_key: "by its mechanism".into(),
        hollow_key: "not so".into(),
        partly_key: "in part".into(),
        nil_key: "nil".into(),
        limit: 2.0,
        groups,
    }
}

#[test]
fn says_every_row_in_words() {
    let shocks = group("Shocks", vec![row("SH-01", 0.5, 0.1), row("SH-02", -0.7, 0.3), untested("SH-03")]);
    let many = chart(vec![group("Many", (0..95).map(|at| row(&format!("M-{at}"), 0.1, 0.1)).collect())]);
    let chart = chart(vec![shocks, group("None", Vec::new()), group("Trust", vec![row("TR-01", 3.0, 0.1)])]);
    assert_eq!(
        chart.render().alt.replace('\u{2009}', " "),
        "Most comes out. Effect in standard deviations. Below 0: against the report. Above 0: as reported. Shocks: \
         SH-01 Claim SH-01, +0.50 ± 0.10, by its mechanism, as reported, 97 %; SH-02 Claim SH-02, −0.70 ± 0.30, not \
         so, as reported, 97 %; SH-03 Claim SH-03, assumed. Trust: TR-01 Claim TR-01, +3.00 ± 0.10, by its mechanism, \
         as reported, 97 %."
    );
    assert_sound(|| chart.render());
    assert_whole(&chart.table());
    let alt = many.render().alt;
    assert!((0..95).all(|at| alt.contains(&format!("; M-{at} Claim M-{at}, ")) || at == 0));
    assert!(!many.render().svg.contains("height=\"900\"") && chart.key_entries().len() == 4);
}

#[test]
fn what_lies_beyond_the_limit_stands_at_the_edge_with_an_arrow() {
    let within = chart(vec![group("", vec![row("a", 1.9, 0.1), row("b", -0.1, 0.05)])]);
    let beyond = chart(vec![group("", vec![row("a", f64::INFINITY, 0.1), row("b", -0.1, 9.0)])]);
    assert!(within.range().0 > -1.0 && (2.0..2.4).contains(&within.range().1));
    let (low, high) = beyond.range();
    assert!((low + high).abs() < 1e-9 && (2.0..2.5).contains(&high), "{high}");
    assert!(!within.drawn().contains("beyond ±2.") && beyond.drawn().contains("An arrow: beyond ±2."));
    assert_sound(|| beyond.render());
    assert_whole(&beyond.table());
}

#[test]
fn the_sheet_is_as_high_as_its_rows_ask_for() {
    let height = |rows: usize| {
        let drawn = chart(vec![group("", vec![row("a", 1.0, 0.1); rows])]).drawn();
        let (_, after) = drawn.split_once("height=\"").unwrap();
        after.split_once('"').unwrap().0.parse::<f64>().unwrap() / crate::chart::sheet::FINE
    };
    assert!(height(5) < HEIGHT && height(15) == HEIGHT && height(40) > HEIGHT);
    assert!(height(41) < height(40), "two columns");
    let many = height(1000) - height(240);
    assert!((0.0..30.0).contains(&many), "only a line of the caption that says so: {many}");
    assert_eq!(height(0), HEIGHT);
    let drawn = chart(vec![group("Shocks", vec![row("a", 1.0, 0.1); 60])]).drawn();
    assert!(drawn.contains("Shocks (continued)"));
}

#[test]
fn tells_every_row() {
    let many = chart(vec![group("", vec![row("a", 1.0, 0.1); 241])]).table();
    let shocks = group("Shocks", vec![row("SH-01", 0.5, 0.1), row("SH-02", -0.7, 0.3), untested("SH-03")]);
    let chart = chart(vec![shocks, group("Trust", vec![row("TR-01", f64::INFINITY, 0.1)])]);
    let told = |row: usize| chart.table().rows[row].join(" | ").replace('\u{2009}', " ");
    assert_eq!(
        told(0),
        "SH-01 Claim SH-01 | Shocks | +0.50 ± 0.10 | as reported | by its mechanism | as reported | 97 %"
    );
    assert_eq!(told(1), "SH-02 Claim SH-02 | Shocks | −0.70 ± 0.30 | against the report | not so | as reported | 97 %");
    assert_eq!(told(2), "SH-03 Claim SH-03 | Shocks | – | – | – | assumed | –");
    assert!(told(3).contains("| above 2 | as reported |"), "{}", told(3));
    let spots = chart.render().spots;
    assert_eq!(
        spots[0].text.replace('\u{2009}', " "),
        "Shocks\nSH-01 Claim SH-01\nEffect in standard deviations: +0.50 ± 0.10\nby its mechanism\nas reported, 97 %"
    );
    assert!((spots[0].top + spots[0].height - spots[1].top).abs() < 1e-9 && spots.len() == 4);
    assert_eq!(many.rows[240][0], "a Claim a (not drawn)");
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| ClaimsChart::default().render());
    assert_whole(&ClaimsChart::default().table());
    assert!(ClaimsChart::default().render().alt.contains("No data"));
    assert!(chart(vec![group("Empty", Vec::new())]).render().alt.contains("No data"));
    let rows = vec![
        ClaimRow::default(),
        row("not", f64::NAN, 0.1),
        row("huge", f64::MAX, f64::MAX),
        row("tiny", 1e-300, 1e-301),
        row("\u{0}<&>", -1.0, f64::NAN),
        ClaimRow { share: Some(f64::NAN), ..row("endless", f64::NEG_INFINITY, f64::INFINITY) },
    ];
    let broken = chart(vec![group("\u{0}<&>", rows)]);
    assert_sound(|| broken.render());
    assert_whole(&broken.table());
    assert_sound(|| ClaimsChart { limit: f64::NAN, ..broken.clone() }.render());
    assert_whole(&ClaimsChart { limit: f64::NAN, ..broken.clone() }.table());
    assert_sound(|| chart(vec![broken.groups[0].clone(); 60]).render());
    assert_whole(&chart(vec![broken.groups[0].clone(); 60]).table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_text_lies_on_another(
        rows in prop::collection::vec(("[A-Za-z ]{0,90}", -3.0..3.0_f64, 0.0..0.5_f64), 0..9),
        groups in 0_usize..16,
        words in "[A-Za-z ]{0,240}",
        is_long in any::<bool>(),
    ) {
        let row = |(label, value, by): &(String, f64, f64)| {
            let (id, note) = if is_long { (label.as_str(), words.clone()) } else { ("SH-01", "as reported".into()) };
            ClaimRow { label: label.clone(), note, ..row(id, *value, *by) }
        };
        let one = group(&words, rows.iter().map(row).collect());
        let chart = ClaimsChart {
            heading: Heading { title: words.clone(), subtitle: words.clone(), caption: words.clone() },
            x_label: words.clone(),
            less: words.clone(),
            more: words.clone(),
            filled_key: words.clone(),
            hollow_key: words,
            ..chart(vec![one; groups])
        };
        assert_texts_apart(&chart.drawn());
    }
}

use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use crate::chart::words::assert_whole;
use proptest::prelude::*;

fn chart(groups: &[&[&[f64]]], as_shares: bool) -> StageBarsChart {
    let names = |what: &str, count: usize| (0..count).map(|place| format!("{what} {place}")).collect::<Vec<_>>();
    let group = |counts: &&[&[f64]]| BarGroup {
        label: "Apr 2018".into(),
        counts: counts.iter().map(|counts| counts.to_vec()).collect(),
    };
    StageBarsChart {
        heading: Heading { title: "Most end".into(), ..Heading::default() },
        layers: names("Stage", groups.iter().flat_map(|group| group.iter().map(|c| c.len())).max().unwrap_or(0)),
        arms: names("Arm", groups.iter().map(|group| group.len()).max().unwrap_or(0)),
        groups: groups.iter().map(group).collect(),
        as_shares,
        ..StageBarsChart::default()
    }
}

#[test]
fn says_in_words_what_it_shows() {
    let counts: &[&[&[f64]]] = &[&[&[30.0, 0.0, 10.0], &[0.0, 0.0, 0.0]]];
    let shares = chart(counts, true);
    let alt = |chart: &StageBarsChart| chart.render().alt.replace('\u{2009}', " ");
    assert_eq!(alt(&shares), "Most end. Apr 2018 – Arm 0: Stage 0 75 %, Stage 2 25 %; Arm 1: no data.");
    assert_eq!(alt(&chart(counts, false)), "Most end. Apr 2018 – Arm 0: Stage 0 30, Stage 2 10; Arm 1: no data.");
    assert_sound(|| shares.render());
    assert_whole(&shares.table());
}

#[test]
fn tells_every_bar_and_every_part() {
    let counts: &[&[&[f64]]] = &[&[&[30.0, 0.0, 10.0], &[0.0, 0.0, 0.0]]];
    let shares = chart(counts, true);
    let told = |row: &[String]| row.join(" | ").replace('\u{2009}', " ");
    let table = shares.table();
    assert_eq!(told(&table.columns), "Month and row | Stage 0 | Stage 1 | Stage 2");
    assert_eq!(told(&table.rows[0]), "Apr 2018: Arm 0 | 75 % | 0 % | 25 %");
    assert_eq!(told(&table.rows[1]), "Apr 2018: Arm 1 | – | – | –");
    assert_eq!(told(&chart(counts, false).table().rows[0]), "Apr 2018: Arm 0 | 30 | 0 | 10");
    let texts: Vec<String> = shares.render().spots.iter().map(|spot| spot.text.replace('\u{2009}', " ")).collect();
    let expected = [
        "Apr 2018\nArm 0\nStage 0 75 %\nStage 1 0 %\nStage 2 25 %",
        "Apr 2018\nArm 0\nStage 0 75 %",
        "Apr 2018\nArm 0\nStage 2 25 %",
        "Apr 2018\nArm 1\nno data",
    ];
    assert_eq!(texts, expected);
    let bar: &[f64] = &[1.0; 9];
    let bars: &[&[f64]] = &[bar; 9];
    let many = chart(&[bars; 7], false).table();
    assert_eq!((many.rows.len(), many.columns[9].as_str()), (63, "Stage 8 (not drawn)"));
    assert_eq!(
        [many.rows[7][0].as_str(), many.rows[8][0].as_str()],
        ["Apr 2018: Arm 7", "Apr 2018: Arm 8 (not drawn)"]
    );
}

#[test]
fn draws_one_month_sorted_by_what_is_counted() {
    let before: &[&[f64]] = &[&[9.0, 0.0, 1.0], &[9.0, 0.0, 1.0], &[9.0, 0.0, 1.0]];
    let end: &[&[f64]] = &[&[2.0, 1.0, 7.0], &[1.0, 6.5, 2.5], &[5.0, 2.0, 3.0]];
    let two = StageBarsChart { counted: 2, counted_label: "alive".into(), shown: 1, ..chart(&[before, end], false) };
    let alt = two.render().alt;
    let order: Vec<usize> = ["Arm 1: ", "Arm 2: ", "Arm 0: "].iter().map(|arm| alt.find(arm).unwrap()).collect();
    assert!(order.is_sorted() && !alt.contains("9.0"), "{alt}");
    // All numbers of a month have the same decimals.
    assert!(alt.contains("Arm 0: Stage 0 2.0, Stage 1 1.0, Stage 2 7.0."), "{alt}");
    assert_eq!(two.table().rows.len(), 6, "all months are in the table");
    let svg = Canvas::draw(|canvas| two.draw(canvas));
    let at = |text: &str| svg.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(at("7.5 alive") < at("7.0 alive") && at("7.0 alive") < at("3.0 alive"));
    // Each layer is named once, above the first bar.
    assert_eq!(svg.matches("Stage 1").count(), 1);
    assert!(at("Stage 0") < at("Arm 1"));
    assert_sound(|| two.render());
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| StageBarsChart::default().render());
    assert_whole(&StageBarsChart::default().table());
    assert!(StageBarsChart::default().render().alt.contains("No data"));
    assert_sound(|| chart(&[&[]], false).render());
    assert_whole(&chart(&[&[]], false).table());
    let broken: &[&[&[f64]]] = &[&[&[f64::NAN, -5.0, f64::INFINITY], &[1e300, 1e300, 1.0]], &[], &[&[1.0]]];
    for shown in 0..4 {
        assert_sound(|| StageBarsChart { shown, counted: 9, ..chart(broken, false) }.render());
        assert_sound(|| StageBarsChart { shown, counted: 1, ..chart(broken, true) }.render());
    }
    assert_whole(&chart(broken, false).table());
    assert_whole(&chart(broken, true).table());
    let bar: &[f64] = &[1.0; 10];
    let bars: &[&[f64]] = &[bar; 10];
    let many = vec![bars; 10];
    assert_sound(|| chart(&many, true).render());
    assert_whole(&chart(&many, true).table());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn no_text_lies_on_another(
        groups in prop::collection::vec(prop::collection::vec(prop::collection::vec(0.0..1e3_f64, 1..9), 1..9), 0..7),
        scale in prop::sample::select(vec![1e-3, 1.0, 1e6]),
        as_shares in any::<bool>(),
        layers in 1..9_usize,
        words in "[A-Za-z ]{1,120}",
    ) {
        let mut chart = chart(&[], as_shares);
        chart.arms = vec![words.clone(); 8];
        chart.layers = vec![words.clone(); layers];
        (chart.counted, chart.counted_label) = (layers / 2, words.clone());
        chart.x_label = words.clone();
        chart.groups = groups
            .into_iter()
            .map(|bars| BarGroup {
                label: words.clone(),
                counts: bars.into_iter().map(|bar| bar.into_iter().map(|part| scale * part).collect()).collect(),
            })
            .collect();
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}

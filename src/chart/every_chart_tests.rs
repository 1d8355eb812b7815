//! What holds for every kind of chart, whatever the data. A new kind of chart belongs into `charts`.

use super::any_chart::KINDS;
use super::*;
use crate::chart::sheet::assert_sound;
use crate::chart::words::assert_whole;
use proptest::prelude::*;

/// A chart of each kind from the same pieces.
fn charts(values: &[f64], words: &str, count: usize, flag: bool) -> Vec<Chart> {
    let value = |place: usize| values.get(place % values.len().max(1)).copied().unwrap_or(f64::NAN);
    let word = || words.to_owned();
    let heading = Heading { title: word(), subtitle: String::new(), caption: word() };
    let times: Vec<f64> = (0..values.len()).map(|place| if flag { place as f64 } else { value(place + 1) }).collect();
    let axis = TimeAxis {
        from: if flag { 0.0 } else { value(2) },
        to: values.len() as f64,
        ticks: vec![Tick { at: value(3), label: word() }, Tick { at: 1.0, label: word() }],
        names: vec![word(); count],
        ..TimeAxis::default()
    };
    let points: Vec<(f64, f64)> = times.iter().copied().zip(values.iter().copied()).collect();
    let band: Vec<(f64, f64, f64)> = points.iter().map(|&(x, y)| (x, y - 1.0, value(5))).collect();
    let curve = Curve {
        label: word(),
        points: points.clone(),
        average_band: band.clone(),
        spread_band: band.clone(),
        reach: band.clone(),
        at_risk: vec![Some(3), None, Some(7)],
    };
    let key = BandKey { line: word(), average: word(), spread: word(), reach: word() };
    let format = if flag { NumberFormat::Percent } else { NumberFormat::Number };
    let layer = |place: usize| Layer { label: word(), counts: values[place.min(values.len())..].to_vec() };
    let layers: Vec<Layer> = (0..count).map(layer).collect();
    let series =
        vec![Series { label: word(), points: points.clone(), band: band.clone(), reach: band.clone() }; count.min(3)];
    let panel = Panel { label: word(), range: (value(0), value(1)), format, series };
    let point = |place: usize| SweepPoint {
        value: value(place),
        average: Some((value(place + 1), value(place + 2))),
        spread: flag.then(|| (value(place), value(place + 3))),
    };
    let line = SweepLine { label: word(), points: (0..values.len()).map(point).collect() };
    let positions = if flag {
        Positions::Words(vec![word(); count])
    } else {
        Positions::Numbers { at: values.to_vec(), logarithmic: count.is_multiple_of(2) }
    };
    let cells: Vec<Vec<HeatCell>> = (0..count)
        .map(|row| {
            (row..values.len()).map(|at| HeatCell { value: value(at), half_width: Some(value(at + 1)) }).collect()
        })
        .collect();
    let forest_row = |place: usize| ForestRow {
        label: word(),
        difference: value(place),
        interval: (value(place + 1), value(place + 2)),
        spread: Some((value(place + 3), 1.0)),
        reach: Some((value(place + 4), value(place + 5))),
    };
    let block = ForestBlock {
        title: word(),
        unit: word(),
        format,
        less: word(),
        more: word(),
        rows: (0..count).map(forest_row).collect(),
    };
    let claim = |place: usize| ClaimRow {
        id: word(),
        label: word(),
        value: Some(value(place)),
        interval: (value(place), value(place + 1)),
        mark: ClaimMark::Side,
        filled: flag,
        note: word(),
        share: Some(value(place)),
    };
    let work = |at: usize| FieldWork {
        label: word(),
        note: word(),
        span: (value(at), value(at + 1)),
        paid: flag.then(|| (value(at + 2), value(at + 3))),
        sits: at % 2 == 1,
        parts: vec![(at, FieldPart::Leads, flag), (at + 1, FieldPart::TakesPart, !flag), (0, FieldPart::Sits, true)],
    };
    let field_place = |at: usize| FieldPlace { label: word(), size: value(at), member: flag };
    let field_axis = TimeAxis { marks: vec![Mark { at: value(4), label: word() }; count], ..axis.clone() };
    let claims = ClaimGroup { title: word(), rows: (0..count).map(claim).collect() };
    let entry = |place: usize| FateEntry {
        origin: place % 3,
        shares: [value(place), value(place + 1), value(place + 2), value(place + 3)],
        number: place as u32,
        futures: value(place + 4),
    };
    let fate = || FateName { letter: word(), short: word(), label: word() };
    let moment = || FlowMoment { label: word(), note: word() };
    let person = |place: usize| NetworkPerson {
        organisation: place % 4,
        label: word(),
        size: value(place),
        presence: [Presence::Filled, Presence::Empty, Presence::Absent][place % 3],
    };
    let network = NetworkPanel {
        title: word(),
        people: (0..count).map(person).collect(),
        ties: (0..values.len()).map(|place| (place as u16, (2 * place) as u16, value(place))).collect(),
        members: vec![(0..count as u16).collect(); 2],
    };
    let in_order: Vec<(f64, f64)> = (0..values.len()).map(|place| (place as f64, value(place))).collect();
    let place = PlacePanel { name: word(), note: word(), points: in_order.clone(), band: band.clone() };
    let share = ShareLayer { label: word(), shares: values.to_vec(), single: points.clone() };
    let spell = Spell { from: value(0), to: value(1), label: word() };
    let bars = BarGroup { label: word(), counts: layers.iter().map(|layer| layer.counts.clone()).collect() };
    let curves = vec![curve; count];
    let ranked = |place: usize| RankedRow {
        label: word(),
        value: value(place),
        interval: (value(place + 1), value(place + 2)),
        part: Some(value(place + 3)),
        is_told: flag,
        note: word(),
    };
    let limit = |place: usize| LimitRow {
        label: word(),
        within: vec![(value(place), value(place + 1))],
        ends: [word(), word()],
        rule: word(),
        note: word(),
    };
    vec![
        ClaimsChart { heading: heading.clone(), limit: value(4), groups: vec![claims; 2], ..ClaimsChart::default() }
            .into(),
        FateGridChart {
            heading: heading.clone(),
            fates: (0..4).map(|_| fate()).collect(),
            origins: vec![word(); 3],
            columns: vec![word(); count],
            rows: vec![word(); count.min(5)],
            cells: vec![vec![(0..values.len().min(4)).map(entry).collect(); count]; count.min(5)],
        }
        .into(),
        FlowChart {
            heading: heading.clone(),
            y_label: word(),
            range: (0.0, value(2)),
            stages: vec![word(); count],
            order: (0..count).collect(),
            moments: (0..4).map(|_| moment()).collect(),
            moved: vec![vec![(0..count).map(value).collect(); count]; 3],
            span: flag.then(|| (0, count, word())),
        }
        .into(),
        ForestChart { heading: heading.clone(), blocks: vec![block; 2], ..ForestChart::default() }.into(),
        HeatMapChart {
            heading: heading.clone(),
            x_label: word(),
            x: vec![word(); count],
            y_label: word(),
            y: vec![word(); values.len()],
            cells,
            format,
            scale_label: word(),
            range: flag.then(|| (value(0), value(1))),
            contours: flag,
            ringed: vec![(0, 1)],
        }
        .into(),
        IncidenceChart {
            heading: heading.clone(),
            axis: axis.clone(),
            times: times.clone(),
            ended: layers.clone(),
            absorbed: flag.then(|| layer(1)),
            ..IncidenceChart::default()
        }
        .into(),
        LineBandChart {
            heading: heading.clone(),
            y_label: word(),
            format,
            range: None,
            key: key.clone(),
            panels: vec![SweepPanel { label: word(), positions, lines: vec![line; count] }; 2],
        }
        .into(),
        NetworkChart {
            heading: heading.clone(),
            organisations: vec![word(); 4],
            halos: vec![word(); 2],
            strong: value(3),
            panels: vec![network; 2],
            figures: vec![NetworkFigure { label: word(), values: vec![word(); count] }; 2],
        }
        .into(),
        PlacesChart {
            heading: heading.clone(),
            axis: axis.clone(),
            y_label: word(),
            range: (value(0), value(1)),
            format,
            keys: [word(), word(), word()],
            places: vec![place; count],
            reference: in_order,
        }
        .into(),
        SharesChart {
            heading: heading.clone(),
            axis: axis.clone(),
            y_label: word(),
            spells: vec![spell; count.min(1)],
            layers: vec![share; count],
        }
        .into(),
        StageBarsChart {
            heading: heading.clone(),
            x_label: word(),
            layers: vec![word(); count],
            arms: vec![word(); count],
            groups: vec![bars; 2],
            counted: 2,
            counted_label: word(),
            shown: 0,
            as_shares: flag,
        }
        .into(),
        StageChart {
            heading: heading.clone(),
            axis: axis.clone(),
            y_label: word(),
            range: (0.0, value(2)),
            times,
            layers,
        }
        .into(),
        SurvivalChart {
            heading: heading.clone(),
            axis: axis.clone(),
            y_label: word(),
            key: key.clone(),
            curves: curves.clone(),
            at_risk_label: word(),
        }
        .into(),
        SurvivalGridChart {
            heading: heading.clone(),
            axis: axis.clone(),
            key: key.clone(),
            curves,
            baseline: Some(count / 2),
            ..SurvivalGridChart::default()
        }
        .into(),
        TrajectoryChart { heading: heading.clone(), axis, panels: vec![panel; 2], ..TrajectoryChart::default() }.into(),
        RankedChart {
            heading: heading.clone(),
            x_label: word(),
            format,
            told_key: word(),
            untold_key: word(),
            part_key: word(),
            interval_key: word(),
            nothing: flag.then(|| value(1)),
            nothing_key: word(),
            rows: (0..count).map(ranked).collect(),
        }
        .into(),
        LimitsChart {
            heading: heading.clone(),
            within_key: word(),
            without_key: word(),
            rows: (0..count).map(limit).collect(),
        }
        .into(),
        FieldChart {
            heading: heading.clone(),
            heads: [word(), word(), word()],
            keys: [word(), word(), word(), word(), word(), word()],
            organisations: vec![FieldOrganisation { label: word(), people: word() }; count],
            works: (0..2 * count).map(work).collect(),
            axis: field_axis,
            money: points,
            money_label: word(),
            places: (0..3 * count).map(field_place).collect(),
            drawn: count,
            places_label: word(),
        }
        .into(),
        TornadoChart {
            heading,
            x_label: word(),
            format,
            less: word(),
            more: word(),
            told_key: word(),
            untold_key: word(),
            interval_key: word(),
            rows: vec![
                TornadoRow {
                    label: word(),
                    ends: [word(), word()],
                    levels: [word(), word()],
                    difference: value(0),
                    interval: (value(1), value(2)),
                    is_told: flag,
                };
                count
            ],
        }
        .into(),
        TiesChart {
            heading: Heading { title: word(), ..Heading::default() },
            groups: vec![word(); count],
            size_label: word(),
            tie_label: word(),
            moments: vec![TiesMoment { title: word(), sizes: values.to_vec(), ties: vec![(0, 1, value(0))] }; 2],
        }
        .into(),
    ]
}

/// Whether no spot covers a part of another one.
fn are_apart(spots: &[Spot]) -> bool {
    let overlap = |a: &Spot, b: &Spot| {
        a.left + a.width > b.left + 1e-6
            && b.left + b.width > a.left + 1e-6
            && a.top + a.height > b.top + 1e-6
            && b.top + b.height > a.top + 1e-6
    };
    spots.iter().enumerate().all(|(place, a)| spots[..place].iter().all(|b| !overlap(a, b)))
}

/// Names in letters that the embedded font lacks.
fn foreign() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "東京 (2)",
        "القاهرة 12 a",
        "कोलकाता",
        "👩\u{200d}⚕\u{fe0f} b",
        "e\u{323}\u{301}",
        "\u{202e}x\u{2028}",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn spots_tile_and_tables_are_whole(
        values in prop::collection::vec(
            prop_oneof![4 => 0.0..1.0_f64, 1 => any::<f64>(), 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)],
            0..9,
        ),
        words in prop_oneof!["[a-z ]{0,20}", "\\PC{0,8}", Just("\u{0}<&>\n".to_owned()), foreign()],
        count in 0_usize..10,
        flag in any::<bool>(),
    ) {
        for chart in charts(&values, &words, count, flag) {
            assert_sound(|| chart.render());
            assert_whole(&chart.table());
            // The parts of a bar lie on the bar, flows cross, people stand close.
            let is_nested = matches!(chart, Chart::StageBars(_) | Chart::Flow(_) | Chart::Network(_));
            prop_assert!(is_nested || are_apart(&chart.render().spots), "{:?}", chart.heading());
        }
    }
}

#[test]
fn no_kind_is_left_out() {
    let kinds: Vec<&str> = charts(&[1.0], "a", 1, true).iter().map(Chart::kind).collect();
    assert_eq!(kinds, KINDS);
}

/// A kind behind the door that is not on the list would draw, and no report could hold it.
#[test]
fn every_kind_is_on_the_list() {
    let kinds = include_str!("kinds/mod.rs").lines().filter(|line| line.starts_with("mod ")).count();
    assert_eq!(kinds, KINDS.len());
}

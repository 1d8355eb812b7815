//! What the pictures of comparisons and sweeps say, from made-up runs.

use super::comparison_charts::{differences, stages_by_arm, survival, survival_by_arm};
use super::sweep_charts::sweep_figures;
use crate::analysis::fabricated::{record, setting};
use crate::analysis::{
    ArmFindings, ArmLabel, Collector, Compared, Comparison, Headline, Kept, Points, Swept, SweptValue,
};
use crate::record::Origin;

/// Two arms; in the second nothing ends, or nothing of the programme's own differs.
fn compared(own_differ: bool) -> Compared {
    let setting = setting(3);
    let headlines = Headline::all(&[]);
    let mut comparison = Comparison::new(&setting, &headlines, 2);
    let mut collectors = vec![Collector::new(&setting, &headlines); 2];
    for replicate in 0..30 {
        let (base, mut other) = (record(&setting, replicate), record(&setting, replicate));
        for fate in other.fates.iter_mut().filter(|f| own_differ || f.origin != Origin::Programme) {
            (fate.end, fate.cause) = (None, None);
            fate.months_observed = 96 - fate.entry;
        }
        let runs = [base, other].map(|run| Kept::of(run, &setting, &headlines, 500));
        comparison.add(&runs.each_ref().map(Some));
        collectors.iter_mut().zip(&runs).for_each(|(collector, run)| collector.add(Some(run)));
    }
    let found = collectors.into_iter().map(Collector::finish).zip(comparison.finish());
    let arms = ["as it was", "nothing ends"].into_iter().zip(found).map(|(name, (findings, contrast))| {
        let label = ArmLabel { name: name.to_owned(), ..ArmLabel::default() };
        ArmFindings { label, findings, contrast }
    });
    let metrics = ["alive_at_horizon", "survived_24", "trust_final"].map(str::to_owned).to_vec();
    Compared { arms: arms.collect(), metrics, replicates: 30, unpaired: 0 }
}

#[test]
fn a_comparison_says_who_keeps_more_and_against_whom() {
    let compared = compared(true);
    let difference = differences(&compared).render().alt;
    for part in ["nothing ends", "against \"as it was\"", "alive at the end of the run", "30 paired replicates"] {
        assert!(difference.contains(part), "{part}: {difference}");
    }
    let curves = survival(&compared).render().alt;
    assert!(
        curves.contains("Of the programme's own initiatives, 100\u{a0}% survive under \"nothing ends\""),
        "{curves}"
    );
    let panels = survival_by_arm(&compared).render().alt;
    assert!(panels.contains("Light band: nine of ten single futures"), "{panels}");
    let stages = stages_by_arm(&compared);
    let moments: Vec<&str> = stages.groups.iter().map(|group| group.label.as_str()).collect();
    let expected = [
        "2015-03, before the money",
        "2018-03, money ends",
        "2019-03, a year later",
        "2020-03, two years later",
        "2022-03, end of the run",
    ];
    assert_eq!((moments, stages.arms.len()), (expected.to_vec(), 2));
}

#[test]
fn all_initiatives_are_drawn_where_arms_change_nothing_of_the_programmes() {
    let alt = survival(&compared(false)).render().alt;
    assert!(alt.contains("Of all initiatives, ") && !alt.contains("programme's own"), "{alt}");
}

fn swept(axes: usize, is_grid: bool) -> Swept {
    let setting = setting(1);
    let headlines = Headline::all(&[]);
    let value = |i: usize| SweptValue::Number(f64::from(u32::try_from(i).unwrap()) / 10.0);
    let word = |i: usize| SweptValue::Text(["annual", "whole"][i % 2].to_owned());
    let points: Vec<Vec<SweptValue>> = match (axes, is_grid) {
        (1, _) => (0..5).map(|i| vec![value(i)]).collect(),
        (2, _) => (0..10).map(|i| vec![value(i / 2), word(i)]).collect(),
        _ => (0..64).map(|i| vec![value(i), value(i * 37 % 64), word(i)]).collect(),
    };
    let mut found = Points::new(&headlines, &["money_spent", "survived_24"].map(str::to_owned), points.len());
    for point in 0..points.len() {
        for replicate in 0..3 {
            let run = record(&setting, 10 * point as u64 + replicate);
            found.add(point, Some(&Kept::of(run, &setting, &headlines, 0)));
        }
    }
    let axes = (0..axes).map(|i| format!("programme.funding.setting_{i}")).collect();
    Swept { setting, axes, is_grid, points, replicates: 3, found, shown: 2 }
}

#[test]
fn who_points_at_the_end_reads_the_last_month() {
    let compared = compared(true);
    let setting = &compared.arms[0].findings.setting;
    let last = setting.start.plus(setting.months.cast_signed() - 1);
    let chart = survival(&compared);
    let spots = chart.render().spots;
    assert_eq!(spots.len(), 1 + setting.months as usize);
    assert!(spots[0].text.starts_with(&format!("start of {}\n", setting.start)), "{}", spots[0].text);
    let text = &spots[spots.len() - 1].text;
    assert!(text.starts_with(&format!("end of {last}\nas it was ")), "{text}");
    let table = chart.table();
    let end = &table.rows[table.rows.len() - 1];
    assert_eq!(end[0], format!("end of {last}"));
    // The same share as at the end of the line.
    let curve = chart.curves[0].points.last().unwrap().1;
    assert!(end[1].starts_with(&format!("{:.0}\u{2009}%", 100.0 * curve)), "{} {curve}", end[1]);
}

#[test]
fn every_sweep_has_a_picture_for_each_metric() {
    for (axes, is_grid, names) in [
        (1, true, vec!["sweep", "sweep-2"]),
        (2, true, vec!["sweep", "sweep-axes", "sweep-2"]),
        (3, false, vec!["sweep", "sweep-2"]),
    ] {
        let swept = swept(axes, is_grid);
        let drawn = sweep_figures(&swept);
        assert_eq!(drawn.iter().map(|figure| figure.name.as_str()).collect::<Vec<_>>(), names);
        for figure in &drawn {
            let (name, picture) = (&figure.name, figure.chart.render());
            assert!(
                !picture.alt.contains("NaN") && picture.alt.contains("3 replicates each"),
                "{name}: {}",
                picture.alt
            );
        }
        // The first point spends 501 on average, the last 10 more for each point before it.
        let last = 501 + 10 * (swept.points.len() - 1);
        let title = format!("Programme money spent: 501 to {last}");
        let alt = drawn[0].chart.render().alt;
        assert!(alt.starts_with(&title), "{alt}");
    }
}

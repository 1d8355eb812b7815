//! What the pictures of comparisons and sweeps say, from made-up runs.

use super::comparison_charts::{differences, survival, survival_by_arm};
use super::side_by_side::side_by_side;
use super::stages_by_arm::{alive_title, stages_by_arm};
use super::sweep_charts::sweep_figures;
use crate::analysis::fabricated::{self, compared_in, record, setting};
use crate::analysis::{
    ArmFindings, ArmLabel, Clock, Collector, Compared, Comparison, Headline, Kept, Points, Swept, SweptTimes,
    SweptValue,
};
use crate::chart::{BarGroup, Chart};
use crate::record::{Metric, Milestone, Origin, Setting};

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
    Compared {
        arms: arms.collect(),
        metrics,
        at_run_end: vec![],
        clock: Clock::Run,
        pairwise: comparison.pairwise().clone(),
        replicates: 30,
        unpaired: 0,
        models: None,
    }
}

#[test]
fn a_comparison_says_who_keeps_more_and_against_whom() {
    let compared = compared(true);
    let difference = differences(&compared).render().alt;
    let title = "Initiatives alive at the end of the run: \"nothing ends\" differs from \"as it was\" (";
    assert!(difference.starts_with(title) && difference.contains(") beyond chance."), "{difference}");
    assert!(difference.contains("30 pairs of futures"), "{difference}");
    let survived = &differences(&compared).blocks[1];
    let effect = compared.arms[1].contrast.effect("survived_24").unwrap().1.difference;
    assert_eq!((survived.unit.as_str(), survived.rows[0].difference), ("points", 100.0 * effect.mean));
    assert!(!differences(&compared).render().alt.contains('%'), "a difference of shares is no per cent");
    let curves = survival(&compared).render().alt;
    assert!(
        curves.starts_with("Of the programme's own initiatives, ")
            && curves
                .contains("% live to the end of March 2022 under \"as it was\", 100\u{a0}% under \"nothing ends\"."),
        "{curves}"
    );
    let panels = survival_by_arm(&compared).render().alt;
    assert!(panels.contains("Light band: nine of ten single futures"), "{panels}");
    let stages = stages_by_arm(&compared);
    let moments: Vec<&str> = stages.groups.iter().map(|group| group.label.as_str()).collect();
    let expected = [
        "March 2015, before the money",
        "March 2018, money ends",
        "March 2019, a year after the money",
        "March 2020, two years after the money",
        "March 2022, end of the run",
    ];
    assert_eq!((moments, stages.arms.len(), stages.shown), (expected.to_vec(), 2, 4));
    let title = &stages.heading.title;
    assert!(title.ends_with(" initiatives are alive at the end of March 2022 under every regime"), "{title}");
    let counts = [[1.0, 2.0, 0.0, 0.0, 4.46, 9.0], [5.0, 1.0, 1.0, 0.5, 0.0, 1.0]].map(|arm| arm.to_vec());
    let group = BarGroup { label: String::new(), counts: counts.to_vec() };
    let title = alive_title(&compared, Some(&group), "then");
    assert_eq!(title, "7.5 initiatives are alive then under every regime", "what rounds alike is alike");
    let group = BarGroup { counts: [counts[0].clone(), vec![1.0; 6]].to_vec(), ..group };
    let title = alive_title(&compared, Some(&group), "then");
    assert_eq!(title, "7.5 initiatives are alive then under \"as it was\", 5.0 under \"nothing ends\"");
}

/// Three arms whose programmes end in month 48, 60 and 48 of 96; the second is marked as narrowing its metrics.
fn apart() -> Compared {
    let settings = [48, 60, 48].map(|programme_end| {
        let mut setting = Setting { programme_end, ..setting(2) };
        setting.milestones[0].month = programme_end;
        setting.milestones.push(Milestone { month: 80, label: "policy shifts".to_owned() });
        setting
    });
    compared_in(&settings, 12, |_, _, _| {})
}

#[test]
fn dates_of_one_arm_are_not_drawn_on_another() {
    let compared = apart();
    let curves = survival(&compared);
    assert_eq!(curves.axis.span, None, "money ends in different months");
    let marks: Vec<&str> = curves.axis.marks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(marks, ["policy shifts"], "only what holds for all regimes");
    let ends = "Last month of programme money: March 2018 (\"arm-1\" and \"arm-3\"), March 2019 (\"arm-2\").";
    assert!(curves.heading.caption.ends_with(ends), "{}", curves.heading.caption);
    let panels = survival_by_arm(&compared);
    let shaded: Vec<f64> = panels.spans.iter().map(|span| span.as_ref().unwrap().to).collect();
    assert_eq!(shaded, [48.0, 60.0, 48.0]);

    let stages = stages_by_arm(&compared);
    let moments: Vec<&str> = stages.groups.iter().map(|group| group.label.as_str()).collect();
    // The longest time that all have is 36 months; March 2015 and March 2022 are the same for all.
    let expected = [
        "March 2015, before the money",
        "money ends",
        "a year after the money",
        "two years after the money",
        "36 months after the money",
        "March 2022, end of the run",
    ];
    assert_eq!(moments, expected);
    let mean = |arm: usize, month: usize| compared.arms[arm].findings.courses.spread(0, month, Metric::Absorbed).mean;
    for (group, after) in [(1, 0), (2, 12), (3, 24), (4, 36)] {
        let counts = [0, 1, 2].map(|arm| stages.groups[group].counts[arm][0]);
        assert_eq!(counts, [mean(0, 47 + after), mean(1, 59 + after), mean(2, 47 + after)], "{group}");
    }
    // What is drawn is of equal times, not of the end of the run.
    assert_eq!(stages.shown, 4);
    assert!(stages.heading.title.contains(" alive 36 months after the money under "), "{}", stages.heading.title);
    assert!(stages.heading.caption.contains("Each regime is shown at its own date"));
}

#[test]
fn titles_of_unequal_clocks_tell_of_equal_times() {
    let compared = apart();
    let title = differences(&compared).heading.title;
    assert!(title.starts_with("Initiatives alive 36 months after the money's end: "), "{title}");
    assert!(differences(&compared).heading.caption.contains("counted from each regime's own"));
    let chart = survival(&compared);
    // All arms live the same lives: 84 months of the run are over for the first, 96 for the second.
    let at = |arm: usize, months: usize| format!("{:.0}", 100.0 * chart.curves[arm].points[months].1);
    let [first, second] = [at(0, 84), at(1, 96)];
    let title = &chart.heading.title;
    assert!(
        title.contains(&format!("{first}\u{a0}% are alive 36 months after each regime's own programme")),
        "{title}"
    );
    assert!(first != second && title.contains(&format!("{second} to {first}\u{a0}% under the others")), "{title}");
    let causes = side_by_side(&compared, |_| None).remove(0).arms.remove(1).1;
    assert_eq!(causes.name, "causes-arm-2");
    assert!(causes.chart.render().alt.contains("by 36 months after the money's end "));
}

#[test]
fn an_arm_without_a_moment_has_no_bar_there() {
    let settings = [48, 90].map(|programme_end| Setting { programme_end, ..setting(1) });
    let stages = stages_by_arm(&compared_in(&settings, 3, |_, _, _| {}));
    let group = |words: &str| stages.groups.iter().find(|group| group.label == words).unwrap();
    assert!(
        group("a year after the money").counts[1].is_empty() && !group("a year after the money").counts[0].is_empty()
    );
    assert!(!group("6 months after the money").counts[1].is_empty());
}

#[test]
fn titles_name_nobody_who_is_not_drawn() {
    let compared = fabricated::compared(&setting(1), 12, 12, |arm, _, run| {
        if arm == 11 {
            run.fates.iter_mut().for_each(|fate| fate.end = None);
        }
    });
    for title in [survival(&compared).heading.title, differences(&compared).heading.title] {
        assert!(!title.contains("arm-12"), "{title}");
    }
    assert!(survival(&compared).heading.title.contains("under the others that are drawn"));
    assert!(differences(&compared).heading.title.contains("no regime drawn can be told"));
}

#[test]
fn few_futures_tell_nothing_in_a_title() {
    let compared = fabricated::compared(&setting(1), 2, 9, |arm, _, run| {
        if arm == 1 {
            run.fates.iter_mut().for_each(|fate| fate.end = None);
        }
    });
    let title = differences(&compared).heading.title;
    assert!(title.ends_with(": 9 futures are too few to tell regimes apart"), "{title}");
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
    Swept { setting, axes, is_grid, points, replicates: 3, found, shown: 2, times: SweptTimes::default(), models: None }
}

#[test]
fn who_points_at_the_end_reads_the_last_month() {
    let compared = compared(true);
    let setting = &compared.arms[0].findings.setting;
    let last = setting.last_month().in_words();
    let chart = survival(&compared);
    let spots = chart.render().spots;
    assert_eq!(spots.len(), 1 + setting.months as usize);
    assert!(spots[0].text.starts_with(&format!("start of {}\n", setting.start.in_words())), "{}", spots[0].text);
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
        (3, false, vec!["sweep", "sweep-axes", "sweep-2"]),
    ] {
        let swept = swept(axes, is_grid);
        let drawn = sweep_figures(&swept);
        assert_eq!(drawn.iter().map(|figure| figure.name.as_str()).collect::<Vec<_>>(), names);
        for figure in &drawn {
            let (name, picture) = (&figure.name, figure.chart.render());
            assert!(!picture.alt.contains("NaN") && picture.alt.contains("3 futures each"), "{name}: {}", picture.alt);
        }
        // The first point spends 501 on average, the last 10 more for each point before it.
        let last = 501 + 10 * (swept.points.len() - 1);
        let title = if is_grid {
            format!("Programme money spent: 501 to {last}")
        } else {
            "Programme money spent: setting 0 does most, +320 from 1.6 to 4.8".to_owned()
        };
        let alt = drawn[0].chart.render().alt;
        assert!(alt.starts_with(&title), "{alt}");
    }
}

/// Money spent over shares of the bid and months for which it is known, in so many futures.
fn award_by_horizon(replicates: u64, of: impl Fn(f64, f64, u64) -> f64) -> Swept {
    let shares = [0.25, 0.5, 0.75, 1.0];
    let points: Vec<Vec<f64>> =
        [6.0, 12.0, 24.0, 36.0].into_iter().flat_map(|months| shares.map(|share| vec![share, months])).collect();
    let axes = ["programme.funding.award", "programme.funding.horizon"];
    fabricated::swept(&axes, &points, replicates, |point, replicate| of(point[0], point[1], replicate))
}

#[test]
fn a_map_says_which_settings_come_to_the_same_only_if_they_do() {
    let heat = |swept: &Swept| match sweep_figures(swept).into_iter().next().unwrap().chart {
        Chart::HeatMap(chart) => chart,
        other => panic!("{other:?}"),
    };
    // 100 a quarter of the bid, 20/3 a month: all of it for six months is as much as half of it for three years.
    let even = |share: f64, months: f64, replicate: u64| {
        500.0 + 400.0 * share + 200.0 * (months - 6.0) / 30.0 + (replicate * 7 % 12) as f64
    };
    let chart = heat(&award_by_horizon(12, even));
    let same = "half the bid for three years comes to as much as all of the bid for six months";
    assert_eq!(chart.heading.title, format!("Programme money spent: {same}"));
    assert_eq!((chart.x_label.as_str(), chart.y_label.as_str()), ("Money known for (months)", "Award (% of the bid)"));
    assert_eq!((chart.x.join(" "), chart.y.join(" ")), ("6 12 24 36".to_owned(), "25 50 75 100".to_owned()));
    // Row and column: half for 36 months, all for 6.
    assert_eq!((chart.ringed.as_slice(), chart.contours), ([(1, 3), (3, 0)].as_slice(), true));
    assert!(
        chart.heading.caption.contains("Framed: 906 and 906, a difference in the same futures of +0.0; up to 50.0 "),
        "{}",
        chart.heading.caption
    );
    // Few futures, or nothing that is the same: the plain title.
    for swept in [
        award_by_horizon(9, even),
        award_by_horizon(12, |share, months, r| even(share, months + 9.0 * share, r) + share * share * 150.0),
    ] {
        let chart = heat(&swept);
        assert!(
            chart.heading.title.starts_with("Programme money spent: 6") && chart.ringed.is_empty(),
            "{}",
            chart.heading.title
        );
        assert!(!chart.heading.caption.contains("Framed"));
    }
}

#[test]
fn what_settings_do_is_ranked_and_what_may_be_chance_is_grey() {
    let points: Vec<Vec<f64>> =
        (0..8).map(|i| vec![f64::from(i / 4), f64::from(i / 2 % 2), f64::from(i % 2)]).collect();
    let axes = ["programme.funding.award", "rules.leadership", "rules.history"];
    let chance = |replicate: u64| (replicate * 7 % 12) as f64 - 5.5;
    let swept = |replicates: u64, first: f64| {
        fabricated::swept(&axes, &points, replicates, |point, replicate| {
            500.0 + 300.0 * chance(replicate) + first * point[0] - 40.0 * point[1] + 2.0 * chance(replicate) * point[2]
        })
    };
    let tornado = |swept: &Swept| match sweep_figures(swept).into_iter().next().unwrap().chart {
        Chart::Tornado(chart) => chart,
        other => panic!("{other:?}"),
    };
    let chart = tornado(&swept(12, 60.0));
    let rows: Vec<(&str, bool)> = chart.rows.iter().map(|row| (row.label.as_str(), row.is_told)).collect();
    assert_eq!(rows, [("Award", true), ("leadership", true), ("history", false)]);
    assert_eq!(chart.rows[0].ends, ["0\u{a0}%", "100\u{a0}%"]);
    assert!((chart.rows[0].difference - 60.0).abs() < 1e-9, "paired: what futures share is gone");
    let title = "Programme money spent: award does most, +60.0 from 0\u{a0}% to 100\u{a0}%";
    assert_eq!(chart.heading.title, title);
    assert!(chart.heading.caption.contains("Grey: may be chance alone."), "{}", chart.heading.caption);
    let title = tornado(&swept(12, 40.0)).heading.title;
    assert_eq!(
        title,
        "Programme money spent: 2 of 3 settings do something beyond chance, which does most cannot be told"
    );
    let title = tornado(&swept(9, 60.0)).heading.title;
    assert_eq!(title, "Programme money spent: too few futures to tell what any setting does");
}

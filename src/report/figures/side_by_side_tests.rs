use super::*;
use crate::analysis::fabricated::{compared, compared_in, record, setting, snapshot};
use crate::record::{Metric, Setting};
use crate::report::folder::charts;

/// A run of an arm with networks before, in and after the programme.
fn typical(setting: &Setting) -> Option<RunRecord> {
    let mut run = record(setting, 4);
    for site in 0..setting.sites.len() as u32 {
        run.snapshots.extend([snapshot(site, 11, 0.3), snapshot(site, 47, 0.6), snapshot(site, 95, 0.4)]);
    }
    Some(run)
}

fn named<'a>(all: &'a [SideBySide], name: &str) -> &'a SideBySide {
    all.iter().find(|one| one.arms[0].1.name == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn every_picture_of_a_run_is_there_for_every_arm() {
    let setting = setting(2);
    let compared = compared(&setting, 3, 12, |_, _, _| {});
    let all = side_by_side(&compared, |_| typical(&setting));
    let mut names: Vec<&str> = all.iter().map(|one| one.arms[0].1.name.trim_end_matches("-arm-1")).collect();
    let example = typical(&setting).unwrap();
    let of_run = standard_figures(&compared.arms[0].findings);
    let of_run =
        of_run.into_iter().chain(crate::report::figures::run_figures(&compared.arms[0].findings, Some(&example)));
    let mut expected: Vec<String> = of_run.map(|figure| figure.name).collect();
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
    for one in &all {
        assert!(!one.title.is_empty());
        assert_eq!(one.arms.iter().map(|(arm, _)| arm.as_str()).collect::<Vec<_>>(), ["arm-1", "arm-2", "arm-3"]);
        for (arm, figure) in &one.arms {
            assert!(charts().any(|name| name == figure.name), "{}", figure.name);
            let alt = figure.chart.render().alt;
            assert!(
                alt.contains(arm) && figure.caption.contains(arm),
                "{} does not say whose it is: {alt}",
                figure.name
            );
        }
    }
    let network = named(&all, "network-2-arm-1");
    assert_eq!(network.title, "Organisations of site-2, and how far their people trust one another");
    let caption = &network.arms[2].1.chart.heading().caption;
    assert!(caption.contains("nearest to the medians under \"arm-1\""), "one future for all: {caption}");
}

#[test]
fn what_stands_side_by_side_has_the_same_scales() {
    let setting = setting(2);
    let compared = compared(&setting, 2, 12, |arm, _, run| {
        for month in 0..setting.months as usize {
            let row = run.panel.row_mut(0, month);
            row[Metric::TotalScale.index()] = [6.0, 60.0][arm];
            row[Metric::Operating.index()] = [5.0, 50.0][arm];
        }
        if arm == 1 {
            let fates = run.fates.clone();
            run.fates.extend(fates);
        }
    });
    let all = side_by_side(&compared, |_| None);
    for name in ["trajectory", "stages", "flow", "sites"] {
        let [first, second] = [0, 1].map(|arm| {
            let mut chart = named(&all, &format!("{name}-arm-1")).arms[arm].1.chart.clone();
            chart.scales().into_iter().map(|range| *range).collect::<Vec<_>>()
        });
        assert!(!first.is_empty() && first == second, "{name}: {first:?} beside {second:?}");
    }
    // As wide as the larger needs.
    let mut stages = named(&all, "stages-arm-1").arms[0].1.chart.clone();
    assert!(stages.scales()[0].1 >= 50.0);
}

#[test]
fn arms_that_are_not_drawn_and_arms_without_a_picture_are_left_out() {
    let many = compared(&setting(1), 10, 2, |_, _, _| {});
    assert!(
        side_by_side(&many, |_| None)
            .iter()
            .all(|one| one.arms.len() == ARMS_SHOWN && !one.arms[0].1.name.starts_with("network"))
    );
    let settings = [setting(1), setting(2)];
    let apart = compared_in(&settings, 2, |_, _, _| {});
    let all = side_by_side(&apart, |arm| typical(&settings[1]).filter(|_| arm == 1));
    assert!(all.iter().all(|one| !one.arms[0].1.name.starts_with("network")), "nothing to hold a network against");
}

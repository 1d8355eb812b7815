use super::*;
use crate::analysis::fabricated::{fate, record, setting, snapshot};
use crate::analysis::{Collector, Headline, Kept};
use crate::chart::Chart;
use crate::record::{Metric, Setting};
use crate::report::figures::standard_figures;
use crate::report::folder::charts;

fn findings(setting: &Setting, runs: impl IntoIterator<Item = RunRecord>) -> Findings {
    let headlines = Headline::all(&[]);
    let mut collector = Collector::new(setting, &headlines);
    for run in runs {
        collector.add(Some(&Kept::of(run, setting, &headlines, 500)));
    }
    collector.finish()
}

fn typical(setting: &Setting) -> RunRecord {
    let mut run = record(setting, 4);
    for site in 0..setting.sites.len() as u32 {
        run.snapshots.extend([snapshot(site, 11, 0.3), snapshot(site, 47, 0.6), snapshot(site, 95, 0.4)]);
    }
    run
}

fn names(figures: &[Figure]) -> Vec<&str> {
    figures.iter().map(|figure| figure.name.as_str()).collect()
}

#[test]
fn every_picture_is_named_says_what_to_see_and_how_many_futures_stand_behind_it() {
    let setting = setting(3);
    let found = findings(&setting, (0..30).map(|replicate| record(&setting, replicate)));
    let figures = run_figures(&found, Some(&typical(&setting)));
    assert_eq!(
        names(&figures),
        ["grid", "network", "network-people", "network-2", "network-3", "authority", "success", "flow", "sites"]
    );
    for figure in &figures {
        let (alt, table) = (figure.chart.render().alt, figure.chart.table());
        assert!(!alt.contains("NaN") && !alt.contains("inf"), "{alt}");
        let made_of = if figure.name.starts_with("network") { "future 4, of 30 the one" } else { "30 futures" };
        assert!(alt.contains(made_of), "{alt}");
        assert!(charts().any(|name| name == figure.name) && figure.caption.ends_with('.'));
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", figure.name);
    }
    assert_eq!(names(&run_figures(&found, None)), ["grid", "authority", "success", "flow", "sites"]);
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let setting = setting(2);
    assert!(run_figures(&findings(&setting, []), None).is_empty());
    let mut empty = record(&setting, 0);
    empty.fates.clear();
    let mut early = setting.clone();
    (early.programme_start, early.programme_end) = (200, 300);
    let figures = run_figures(&findings(&early, [empty]), Some(&typical(&setting)));
    assert!(!names(&figures).contains(&"grid") && !names(&figures).contains(&"network"));
    figures.iter().for_each(|figure| assert!(!figure.chart.render().alt.contains("NaN"), "{}", figure.name));
}

#[test]
fn the_grid_counts_fates_over_replicates() {
    let setting = setting(2);
    let run = |end: Option<u32>| {
        let mut run = record(&setting, 0);
        run.fates = vec![fate(0, 0, None), fate(1, 12, end)];
        run.fates[0].absorbed_at_end = true;
        run
    };
    let found = findings(&setting, [run(None), run(Some(60)), run(Some(70)), run(Some(80))]);
    let figures = run_figures(&found, None);
    let Chart::FateGrid(grid) = &figures[0].chart else { panic!("no grid") };
    assert_eq!((grid.rows.as_slice(), grid.columns.len()), (["Extended access".to_owned()].as_slice(), 2));
    assert_eq!((grid.cells[0][0][0].origin, grid.cells[0][0][0].shares), (1, [1.0, 0.0, 0.0, 0.0]));
    assert_eq!((grid.cells[0][1][0].origin, grid.cells[0][1][0].shares), (0, [0.0, 0.25, 0.0, 0.75]));
    let title = &grid.heading.title;
    assert_eq!(title, "What becomes of 2 initiatives: which fate is the commonest cannot be told of any");
    let flow = figures.iter().find(|figure| figure.name == "flow").unwrap();
    let title = &flow.chart.heading().title;
    assert_eq!(
        title,
        "Of 2 initiatives in an average run, 1 have ended by the end of March 2022 and none are business as usual"
    );
}

#[test]
fn the_network_counts_ties_of_people_in_post() {
    let setting = setting(1);
    let found = findings(&setting, [record(&setting, 4)]);
    let figures = run_figures(&found, Some(&typical(&setting)));
    let Chart::Network(network) = &figures[2].chart else { panic!("no network") };
    // Four of six posts are filled, in three organisations: five pairs across.
    let ties: Vec<&str> = network.figures[0].values.iter().map(String::as_str).collect();
    assert_eq!(ties, ["0 of 5 (0\u{a0}%)", "5 of 5 (100\u{a0}%)", "0 of 5 (0\u{a0}%)"]);
    assert_eq!(network.figures[2].values, ["4", "4", "4"]);
    assert_eq!(
        (network.halos.as_slice(), &network.panels[1].members[0]),
        (["Extended access".to_owned()].as_slice(), &vec![0, 2])
    );
    assert!(network.heading.caption.contains("future 4, the only one"), "{}", network.heading.caption);
}

/// The title of the trajectory of so many runs in which trust and activity are what these make of the replicate and of the
/// time (0 before the programme, 1 in it, 2 after it); the other lines lie at 0.
fn trajectory_title(
    setting: &Setting,
    replicates: u64,
    trust: impl Fn(u64, usize) -> f32,
    activity: impl Fn(u64, usize) -> f32,
) -> String {
    let run = |replicate: u64| {
        let mut run = record(setting, replicate);
        for month in 0..setting.months as usize {
            let time = usize::from(month >= 12) + usize::from(month >= 48);
            let row = run.panel.row_mut(0, month);
            row.fill(0.0);
            row[Metric::TrustAcross.index()] = trust(replicate, time);
            row[Metric::TotalScale.index()] = activity(replicate, time);
        }
        run
    };
    let figures = standard_figures(&findings(setting, (0..replicates).map(run)));
    figures.into_iter().find(|figure| figure.name == "trajectory").unwrap().chart.heading().title.clone()
}

#[test]
fn the_trajectory_is_titled_by_the_line_that_moves_most_beyond_chance() {
    let mut setting = setting(1);
    let flat = |_: u64, _: usize| 0.5;
    // From 6 to 9 of 10 is less of its panel than from 0.2 to 0.6 of 1 (of which the largest change counts, not the last).
    let trust = |_: u64, time: usize| [0.2, 0.6, 0.55][time];
    let activity = |_: u64, time: usize| [6.0, 8.0, 9.0][time];
    assert_eq!(
        trajectory_title(&setting, 12, trust, activity),
        "Trust across organisations changes most: 0.20 before the money, 0.60 at its end, 0.55 at the end of the run"
    );
    assert_eq!(
        trajectory_title(&setting, 12, flat, activity),
        "Activity changes most: 6.0 before the money, 8.0 at its end, 9.0 at the end of the run"
    );
    // What only luck moves is not told of, however far it goes.
    let lucky = |replicate: u64, time: usize| if replicate.is_multiple_of(2) { time as f32 } else { 2.0 - time as f32 };
    let title = trajectory_title(&setting, 12, trust, lucky);
    assert!(title.starts_with("Trust across"), "{title}");
    let title = trajectory_title(&setting, 12, flat, lucky);
    assert_eq!(title, "Nothing that is drawn changes beyond chance with the money");
    assert_eq!(trajectory_title(&setting, 9, trust, activity), "What goes on, month by month");
    setting.programme_end = 200;
    let title = trajectory_title(&setting, 12, trust, flat);
    assert_eq!(title, "Trust across organisations changes most: 0.20 before the money, 0.55 at the end of the run");
}

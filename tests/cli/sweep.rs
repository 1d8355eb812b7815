//! `sweep`: one scenario at many points.

use crate::program::{Home, assert_same, contents};
use crate::small::{GRID, SOBOL, regimes, swept, town};
use crate::tables::{Row, maybe, number, rows};

#[test]
fn the_same_bytes_for_any_threads_and_from_its_own_scenario() {
    let home = Home::new();
    for (file, design) in [("grid.toml", GRID), ("sample.toml", SOBOL)] {
        swept(&home, file, design);
        let folder = |name: &str| format!("{name}-{}", file.trim_end_matches(".toml"));
        for threads in [1, 2, 7] {
            let out = folder(&threads.to_string());
            home.done(&format!("sweep {file} -n 2 --seed 3 --quiet --threads {threads} --out {out}"));
            assert_same(&home.path(&folder("1")), &home.path(&out));
        }
        home.done(&format!("sweep {}/scenario.toml --quiet --out {}", folder("1"), folder("again")));
        assert_same(&home.path(&folder("1")), &home.path(&folder("again")));
    }
}

/// Mean of a column of the runs at a point.
fn mean(runs: &[Row], point: &str, metric: &str) -> Option<f64> {
    let values: Vec<f64> =
        runs.iter().filter(|row| row["point"] == point).filter_map(|row| maybe(row, metric)).collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[test]
fn every_point_of_a_grid_has_its_values_and_its_metrics() {
    let home = Home::new();
    swept(&home, "grid.toml", GRID);
    home.done("sweep grid.toml -n 3 --quiet --out out");
    let (columns, points) = rows(&home.path("out/points.csv"));
    let promised = "arm point programme.funding.award programme.funding.horizon metric unit replicates failed mean \
                    ci_low ci_high p05 p95";
    assert_eq!(columns.join(" "), promised);
    let metrics: Vec<&str> = points.iter().filter(|row| row["point"] == "0").map(|r| r["metric"].as_str()).collect();
    assert!(metrics.contains(&"survived_horizon") && metrics.contains(&"survived_12"), "{metrics:?}");
    assert_eq!(points.len(), 6 * metrics.len());
    let mut seen: Vec<(String, String)> = points
        .iter()
        .map(|row| (row["programme.funding.award"].clone(), row["programme.funding.horizon"].clone()))
        .collect();
    seen.dedup();
    let at = |award: &str, horizon: &str| (award.to_owned(), horizon.to_owned());
    let all = ["0.2", "0.6", "1.0"].map(|award| ["annual", "whole"].map(|horizon| at(award, horizon))).concat();
    assert_eq!(seen, all);
    let (_, runs) = rows(&home.path("out/runs.csv"));
    assert_eq!(runs.len(), 6 * 3);
    for row in &points {
        assert_eq!(row["failed"], "0");
        match mean(&runs, &row["point"], &row["metric"]) {
            Some(mean) => assert!((number(row, "mean") - mean).abs() < 1e-9 * (1.0 + mean.abs()), "{row:?}"),
            None => assert_eq!((row["mean"].as_str(), row["replicates"].as_str()), ("", "0")),
        }
    }
    // A point is what a run with these values would be.
    home.write("point.toml", &town("swept"));
    home.done(
        "run point.toml -n 3 --quiet --set programme.funding.award=0.6 --set programme.funding.horizon=whole --out one",
    );
    let (_, alone) = rows(&home.path("one/runs.csv"));
    let mut point: Vec<Row> = runs.into_iter().filter(|row| row["point"] == "3").collect();
    point.iter_mut().for_each(|row| drop(row.insert("point".to_owned(), "0".to_owned())));
    point.sort_by(|a, b| a["replicate"].cmp(&b["replicate"]));
    assert_eq!(point, alone);
}

#[test]
fn a_sample_keeps_to_its_ranges() {
    let home = Home::new();
    swept(&home, "sample.toml", SOBOL);
    home.done("sweep sample.toml -n 1 --quiet --out out");
    let (_, points) = rows(&home.path("out/points.csv"));
    let mut places: Vec<(&str, f64, f64)> = points
        .iter()
        .map(|row| (row["point"].as_str(), number(row, "contagion"), number(row, "programme.funding.notice")))
        .collect();
    places.dedup();
    assert_eq!(places.len(), 70);
    for &(point, contagion, notice) in &places {
        assert!((0.0..=0.2).contains(&contagion) && (0.0..=6.0).contains(&notice), "{point}");
        assert_eq!(notice.fract(), 0.0, "{point}");
    }
    // Balanced: of the first 64 points as many lie in one half of an axis as in the other.
    assert_eq!(places[..64].iter().filter(|(_, contagion, _)| *contagion < 0.1).count(), 32);
}

#[test]
fn what_is_planned_is_said_first() {
    let home = Home::new();
    swept(&home, "grid.toml", GRID);
    let said = home.safsim("sweep grid.toml -n 2 --threads 2 --out out");
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.starts_with("6 points x 2 replicates = 12 runs, about "), "{}", said.err);
    assert!(said.err.contains("on 2 threads") && said.err.lines().count() == 1, "{}", said.err);
    assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
    assert!(said.out.ends_with("Results: out\nOpen:    out/report.html\n"), "{}", said.out);
    assert!(home.path("out/charts/sweep.svg").exists() && home.path("out/charts/sweep.png").exists());
    assert_eq!(home.done("sweep grid.toml -n 2 --out out --quiet"), "");
}

#[test]
fn what_cannot_be_swept_is_refused_before_anything_runs() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.refused("sweep town.toml", 2, &["town has no [sweep]", "axes"]);
    // Each date is fine with the other as it is, but not these two with one another.
    let board = "[[site.board]]\nmembers = [\"all\"]\nstart = \"2014-10\"\nend = \"2015-10\"\n";
    let dates = "[sweep.axes]\n\"site.town.board.0.start\" = [\"2014-10\", \"2015-08\"]\n\
                 \"site.town.board.0.end\" = [\"2015-05\", \"2015-10\"]\n";
    home.write("dates.toml", &[&town("dates"), board, dates].concat());
    home.refused(
        "sweep dates.toml",
        2,
        &["dates.toml:", "the board must end after it has started", "it starts in 2015-08"],
    );
    swept(&home, "unknown.toml", "axes = { contagoin = [0.1, 0.2] }");
    home.refused("sweep unknown.toml", 2, &["contagoin", "contagion"]);
    swept(&home, "range.toml", "axes = { contagion = { low = 0.1, high = 0.2 } }");
    home.refused("sweep range.toml", 2, &["is a range, and a grid has none"]);
    swept(&home, "good.toml", GRID);
    home.refused("sweep good.toml --until-precise survived_horizon=0.1", 2, &["unexpected argument"]);
    home.refused("sweep", 2, &["SCENARIO"]);
    assert!(contents(home.folder()).keys().all(|name| name.extension().is_some_and(|end| end == "toml")));
}

/// A sweep over the programme's end tells the same at equal times as a comparison of the same programmes.
#[test]
fn points_whose_programmes_end_apart_are_compared_at_equal_times() {
    let home = Home::new();
    swept(&home, "ends.toml", "axes = { \"programme.end\" = [\"2015-10\", \"2016-04\"] }");
    let said = home.safsim("sweep ends.toml -n 4 --out points").out;
    let words: Vec<&str> = said.split_whitespace().collect();
    assert!(words.join(" ").contains("compared 12 months after each one's own programme"), "{said}");
    let later = "[[regime]]\nname = \"later\"\nset = { \"programme.end\" = \"2016-04\" }\n";
    regimes(&home, "arms.toml", &["[[regime]]\nname = \"as it is\"\n", later]);
    home.done("compare arms.toml -n 4 --quiet --out arms");
    let (_, points) = rows(&home.path("points/points.csv"));
    let (_, effects) = rows(&home.path("arms/effects.csv"));
    let mut compared = 0;
    for row in points.iter().filter(|row| ["alive_12", "alive_at_horizon"].contains(&row["metric"].as_str())) {
        let arm = ["as it is", "later"][row["point"].parse::<usize>().unwrap()];
        let effect = effects.iter().find(|e| e["arm"] == arm && e["metric"] == row["metric"]).unwrap();
        assert!((number(row, "mean") - number(effect, "mean")).abs() < 1e-12, "{row:?} {effect:?}");
        compared += 1;
    }
    assert_eq!(compared, 4, "{points:?}");
}

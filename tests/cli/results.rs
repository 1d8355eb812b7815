//! The tables read back: columns as documented, every cell what its column promises.

use crate::program::Home;
use crate::tables::{Row, number};
use safsim::analysis::Headline;
use safsim::quantity::Month;
use safsim::record::{Cause, Metric};
use std::fs;

fn month(row: &Row, column: &str) -> Month {
    row[column].parse().unwrap_or_else(|e| panic!("{column}: {e}"))
}

/// A table of the folder `out`.
fn rows(home: &Home, name: &str) -> (Vec<String>, Vec<Row>) {
    crate::tables::rows(&home.path("out").join(name))
}

#[test]
fn tables_read_back_and_agree() {
    let home = Home::new();
    home.done("run -n 5 --out out --set time.months=72");
    let (columns, runs) = rows(&home, "runs.csv");
    let headlines: Vec<String> = Headline::all(&[]).into_iter().map(|h| h.name).collect();
    let promised = [&["arm", "point", "replicate", "seed"].map(String::from)[..], &headlines, &["failure".to_owned()]];
    assert_eq!(columns, promised.concat());
    assert!(runs.iter().all(|run| run["failure"].is_empty()));
    assert_eq!(runs.len(), 5);

    let (columns, initiatives) = rows(&home, "initiatives.csv");
    let promised = "arm point replicate site initiative kind origin start end months_observed event cause absorbed \
                    peak_scale final_scale normalisation fit contributing entry core_share absorbed_at_end";
    assert_eq!(columns.join(" "), promised);
    let causes = Cause::ALL.map(Cause::name);
    for row in &initiatives {
        let ended = row["event"] == "ended";
        assert!(ended || row["event"] == "censored");
        assert_eq!((ended, ended), (!row["end"].is_empty(), causes.contains(&row["cause"].as_str())), "{row:?}");
        let last = if ended { month(row, "end") } else { "2020-03".parse().unwrap() };
        assert_eq!(number(row, "months_observed"), f64::from(last.since(month(row, "entry")) + 1), "{row:?}");
        assert!(month(row, "start") <= month(row, "entry"));
        for share in ["peak_scale", "final_scale", "normalisation", "fit", "core_share"] {
            assert!((0.0..=1.0).contains(&number(row, share)), "{share}: {row:?}");
        }
        assert_eq!(
            row["contributing"].split(' ').all(|c| causes.contains(&c)),
            ended && !row["contributing"].is_empty()
        );
    }
    for (i, run) in runs.iter().enumerate() {
        let own: Vec<&Row> = initiatives.iter().filter(|row| row["replicate"] == i.to_string()).collect();
        assert_eq!(number(run, "initiatives"), own.len() as f64);
        assert_eq!(number(run, "ended"), own.iter().filter(|row| row["event"] == "ended").count() as f64);
        let months: f64 = own.iter().map(|row| number(row, "months_observed")).sum();
        assert_eq!(number(run, "initiative_months"), months);
        assert!(number(run, "money_spent") <= number(run, "money_given"));
        assert_eq!(run["survived_24"], run["survived_horizon"], "the run ends 24 months after the programme");
    }

    let (columns, months) = rows(&home, "months.csv");
    assert_eq!(columns.join(" "), "arm point place_kind region site month metric mean p05 p25 p50 p75 p95 replicates");
    assert_eq!(months.len(), 7 * 72 * Metric::ALL.len());
    for row in &months {
        let named = [!row["region"].is_empty(), !row["site"].is_empty()];
        assert_eq!(named, [false, row["place_kind"] == "site"], "{row:?}");
        assert!(Metric::named(&row["metric"]).is_some());
        month(row, "month");
        let quantiles = ["p05", "p25", "p50", "p75", "p95"].map(|q| number(row, q));
        assert!(quantiles.is_sorted(), "{row:?}");
        assert_eq!(row["replicates"], "5");
    }

    let (columns, survival) = rows(&home, "survival.csv");
    let promised = "arm group_kind group months_since_start at_risk events censored survival ci_low ci_high p05 p95";
    assert_eq!(columns.join(" "), promised);
    for (kind, group) in [
        ("all", "all"),
        ("site", "site-1"),
        ("kind", "social_prescribing"),
        ("origin", "programme"),
        ("origin", "pre-existing"),
    ] {
        let own = |row: &&Row| row["group_kind"] == kind && row["group"] == group;
        let curve: Vec<&Row> = survival.iter().filter(own).collect();
        let shares: Vec<f64> = curve.iter().map(|row| number(row, "survival")).collect();
        assert!(shares[0] == 1.0 && shares.is_sorted_by(|a, b| a >= b), "{group}");
    }
    let sum = |column: &str| -> f64 {
        survival.iter().filter(|row| row["group_kind"] == "all").map(|row| number(row, column)).sum()
    };
    assert_eq!(sum("events") + sum("censored"), initiatives.len() as f64);

    let (columns, events) = rows(&home, "events.csv");
    assert_eq!(columns.join(" "), "arm replicate month site event initiative actor value why");
    assert!(
        events.iter().all(|row| number(row, "replicate") < 3.0) && events.iter().any(|row| row["event"] == "ended")
    );
}

#[test]
fn a_run_that_ends_before_the_programme_leaves_cells_empty() {
    let home = Home::new();
    let site = "[[site]]\nname = \"a\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\"]\n";
    let policy = "[programme]\nsuccessor_start = \"none\"\n";
    home.write("short.toml", &format!("name = \"short\"\n[time]\nmonths = 24\n{policy}{site}"));
    let said = home.done("run short.toml -n 2 --out out");
    assert!(said.contains("does not reach the end of the programme"), "{said}");
    let (_, runs) = rows(&home, "runs.csv");
    assert_eq!((runs[0]["survived_12"].as_str(), runs[0]["trust_programme_end"].as_str()), ("", ""));
}

/// docs/results.md names every file and every column.
#[test]
fn every_column_is_documented() {
    let home = Home::new();
    home.done("run -n 1 --out out");
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/results.md")).unwrap();
    let mut missing = vec![];
    for (path, _) in crate::program::contents(&home.path("out")) {
        let name = path.to_string_lossy().into_owned();
        // Pictures of further sites are told of once.
        let told = match name.strip_prefix("charts/network-").and_then(|rest| rest.split_once('.')) {
            Some((site, ending)) if site.parse::<u32>().is_ok() => format!("`charts/network-2.{ending}`"),
            _ => format!("`{name}`"),
        };
        if !page.contains(&told) {
            missing.push(name.clone());
        }
        if name.ends_with(".csv") {
            missing.extend(rows(&home, &name).0.into_iter().filter(|column| !page.contains(&format!("`{column}`"))));
        }
    }
    missing.extend(Metric::ALL.iter().map(|m| m.name().to_owned()).filter(|m| !page.contains(&format!("`{m}`"))));
    assert!(missing.is_empty(), "docs/results.md does not say what these are: {missing:?}");
}

//! `compare`: arms beside each other, and none of them the worse for it.

use crate::program::{Home, assert_same, contents};
use crate::small::{AS_IT_IS, MILD, NEUTRAL, WHOLE, regimes, town};
use crate::tables::{Row, maybe, number, rows};

#[test]
fn the_same_bytes_for_any_threads_and_from_its_own_scenario() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, WHOLE, NEUTRAL]);
    for threads in [1, 2, 7] {
        home.done(&format!("compare regimes.toml -n 24 --seed 5 --quiet --threads {threads} --out out-{threads}"));
    }
    assert_same(&home.path("out-1"), &home.path("out-2"));
    assert_same(&home.path("out-1"), &home.path("out-7"));
    home.done("compare out-1/scenario.toml --quiet --out again");
    assert_same(&home.path("out-1"), &home.path("again"));
    assert!(contents(&home.path("out-1")).keys().any(|name| name.ends_with("differences.svg")));
    assert_eq!(std::fs::read_dir(home.folder()).unwrap().count(), 5, "something was left over");
}

/// Lines of a table that belong to an arm.
fn lines_of(home: &Home, table: &str, arm: &str) -> Vec<String> {
    let begin = format!("\"{arm}\",");
    let text = home.read(table);
    let own = |line: &&str| line.starts_with(&begin);
    text.lines().filter(own).map(str::to_owned).collect()
}

#[test]
fn the_order_of_arms_changes_nothing_about_an_arm() {
    let home = Home::new();
    regimes(&home, "one.toml", &[AS_IT_IS, WHOLE, MILD]);
    regimes(&home, "other.toml", &[MILD, AS_IT_IS, WHOLE]);
    home.done("compare one.toml -n 7 --quiet --out one");
    home.done("compare other.toml -n 7 --quiet --out other");
    for arm in ["as it is", "one promise for the whole time, and a name that is long", "mild"] {
        for table in ["runs", "initiatives", "survival", "incidence", "months", "events"] {
            let own = lines_of(&home, &format!("one/{table}.csv"), arm);
            assert!(!own.is_empty(), "{table}: nothing of {arm}");
            assert!(own == lines_of(&home, &format!("other/{table}.csv"), arm), "{table}: {arm} differs");
        }
    }
    // And an arm is what a run of it would be.
    let alone = town("mild") + "[parameters]\ncontagion = 0.03\n";
    home.write("mild.toml", &alone.replace("successor_start", "mandate = 0.9\nsuccessor_start"));
    home.done("run mild.toml -n 7 --quiet --out alone");
    for table in ["runs", "initiatives", "months"] {
        let [alone, compared] = ["alone", "one"].map(|out| lines_of(&home, &format!("{out}/{table}.csv"), "mild"));
        assert!(alone == compared, "{table} differs");
    }
}

#[test]
fn an_arm_like_the_baseline_does_not_differ_at_all() {
    let home = Home::new();
    let twin = AS_IT_IS.replace("as it is", "twin");
    regimes(&home, "twins.toml", &[AS_IT_IS, MILD, &twin]);
    home.done("compare twins.toml -n 9 --quiet --out out");
    for table in ["runs", "initiatives"] {
        let as_twin: Vec<String> = lines_of(&home, &format!("out/{table}.csv"), "as it is")
            .iter()
            .map(|line| line.replacen("as it is", "twin", 1))
            .collect();
        assert_eq!(as_twin, lines_of(&home, &format!("out/{table}.csv"), "twin"), "{table}");
    }
    let (_, effects) = rows(&home.path("out/effects.csv"));
    let told = |arm: &str| -> Vec<&Row> {
        effects.iter().filter(|row| row["arm"] == arm && !row["difference"].is_empty()).collect()
    };
    assert!(told("twin").len() > 20);
    for row in told("twin").into_iter().chain(told("as it is")) {
        for column in ["difference", "ci_low", "ci_high", "p05", "p95"] {
            assert_eq!(number(row, column), 0.0, "{column}: {row:?}");
        }
        assert_eq!(row["baseline_mean"], row["arm_mean"]);
    }
    assert!(told("mild").into_iter().any(|row| number(row, "difference") != 0.0));
}

/// Differences replicate by replicate, worked out from another table.
fn differences(runs: &[Row], arm: &str, metric: &str) -> Vec<f64> {
    let of = |arm: &str| -> Vec<Option<f64>> {
        runs.iter().filter(|row| row["arm"] == arm).map(|row| maybe(row, metric)).collect()
    };
    of("as it is").into_iter().zip(of(arm)).filter_map(|(base, arm)| Some(arm? - base?)).collect()
}

#[test]
fn effects_are_the_paired_differences_of_the_runs() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, WHOLE, MILD]);
    home.done("compare regimes.toml -n 30 --quiet --out out");
    let (columns, effects) = rows(&home.path("out/effects.csv"));
    let promised = "arm metric unit baseline_mean arm_mean difference ci_low ci_high p05 p95 share_above replicates \
                    saving evaluator_sees";
    assert_eq!(columns.join(" "), promised);
    let (_, runs) = rows(&home.path("out/runs.csv"));
    for row in &effects {
        let paired = differences(&runs, &row["arm"], &row["metric"]);
        assert_eq!(number(row, "replicates"), paired.len() as f64, "{row:?}");
        if paired.is_empty() {
            assert_eq!(row["difference"], "");
            continue;
        }
        let near = |column: &str, value: f64| {
            let told = number(row, column);
            assert!((told - value).abs() <= 1e-9 * value.abs().max(1.0), "{column}: {value} in {row:?}");
        };
        let n = paired.len() as f64;
        let mean = paired.iter().sum::<f64>() / n;
        near("difference", mean);
        near("share_above", paired.iter().filter(|d| **d > 0.0).count() as f64 / n);
        let square = paired.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / (n - 1.0);
        if paired.len() == 30 {
            // Student's t with 29 degrees of freedom: 97.5 % of it lies below 2.045230 (any table).
            let half = 2.045_229_642 * (square / n).sqrt();
            let [low, high] = ["ci_low", "ci_high"].map(|column| number(row, column));
            assert!((low - (mean - half)).abs() < 1e-6 * (1.0 + half), "{row:?}");
            assert!((high - (mean + half)).abs() < 1e-6 * (1.0 + half), "{row:?}");
        }
    }
    let arms = 3;
    let (columns, _) = rows(&home.path("out/runs.csv"));
    let metrics = columns.len() - ["arm", "point", "replicate", "seed", "failure"].len();
    assert_eq!(effects.len(), arms * metrics);
}

#[test]
fn several_scenarios_are_arms() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.write("other.toml", &town("other").replace("mcp", "pacs").replace("name = \"town\"", "name = \"city\""));
    let said = home.done("compare town.toml other.toml -n 4 --out out");
    assert!(said.contains("2 arms") && said.contains("Open:    out/report.html"), "{said}");
    let (_, runs) = rows(&home.path("out/runs.csv"));
    let arms: Vec<&str> = runs.iter().map(|row| row["arm"].as_str()).collect();
    assert_eq!(arms, ["town", "other"].repeat(4));
    home.done("compare out/scenario.toml --quiet --out again");
    assert_same(&home.path("out"), &home.path("again"));
    home.done("compare town.toml other.toml -n 2 --quiet");
    assert!(home.path("out/town-vs-other/effects.csv").exists());
    home.refused("compare town.toml town.toml", 2, &["two of the scenarios are named \"town\""]);
    home.write("longer.toml", &town("longer").replace("months = 36", "months = 48"));
    home.refused("compare town.toml longer.toml", 2, &["do not have the same months", "36 months", "48"]);
    assert!(!home.path("out/town").exists());
}

#[test]
fn a_neutral_arm_spends_what_the_baseline_spends() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, NEUTRAL]);
    // As many as the budget is sought with.
    home.done("compare regimes.toml -n 32 --quiet --out out");
    let manifest: serde_json::Value = serde_json::from_str(&home.read("out/manifest.json")).unwrap();
    assert_eq!(manifest["arms"][1]["neutral_budget_is_met"], true);
    assert!(manifest["arms"][0].get("neutral_budget").is_none());
    let budget: f64 = manifest["arms"][1]["neutral_budget"].as_str().unwrap().parse().unwrap();
    let (_, effects) = rows(&home.path("out/effects.csv"));
    let money = effects.iter().find(|row| row["arm"] == "neutral" && row["metric"] == "money_spent").unwrap();
    let [base, arm] = ["baseline_mean", "arm_mean"].map(|column| number(money, column));
    assert!(base > 0.0 && budget > 0.0 && (arm - base).abs() <= 0.01 * base, "{money:?}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.refused("compare town.toml", 2, &["town has no [[regime]]", "safsim compare town other.toml"]);
    regimes(&home, "one.toml", &[AS_IT_IS]);
    home.refused("compare one.toml", 2, &["only one [[regime]]", "one.toml:"]);
    regimes(&home, "two.toml", &[AS_IT_IS, "[[regime]]\nname = \"long\"\nset = { \"time.months\" = 40 }\n"]);
    home.refused("compare two.toml", 2, &["a regime cannot change `time.months`", "two.toml:"]);
    home.refused("compare", 2, &["SCENARIO"]);
    home.refused("compare town.toml missing.toml", 2, &["missing.toml"]);
    regimes(&home, "good.toml", &[AS_IT_IS, MILD]);
    let wrong = "compare good.toml --until-precise";
    home.refused(&format!("{wrong} survived_horizn=0.01"), 2, &["survived_horizn", "did you mean survived_horizon?"]);
    home.refused(&format!("{wrong} survived_horizon"), 2, &["there is no `=`", "survived_horizon=0.01"]);
    for width in ["0", "-1", "nan", "many"] {
        home.refused(&format!("{wrong} survived_horizon={width}"), 2, &["is not a number above 0"]);
    }
    home.refused("compare good.toml -n 0", 2, &["invalid value"]);
    let penniless = NEUTRAL.replace("= 0.4", "= 0.0");
    regimes(&home, "penniless.toml", &[AS_IT_IS, &penniless]);
    home.refused("compare penniless.toml --quiet", 2, &["\"neutral\"", "spends no programme money"]);
    assert!(contents(home.folder()).keys().all(|name| name.extension().is_some_and(|end| end == "toml")));
}

#[test]
fn what_is_said_fits_a_narrow_terminal() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, WHOLE, NEUTRAL, MILD]);
    let said = home.safsim("compare regimes.toml -n 5 --out out");
    assert_eq!(said.status, 0);
    assert!(said.err.ends_with("finding the budgets under which arms spend the same\n"), "{}", said.err);
    // A neutral arm's award is replaced, and that is told.
    assert_eq!(said.err.matches("warning[").count(), 1, "{}", said.err);
    assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
    for part in ["as it is", "mild", "95", "Results: out\nOpen:    out/report.html\n"] {
        assert!(said.out.contains(part), "no {part:?} in\n{}", said.out);
    }
    let quiet = home.safsim("compare regimes.toml -n 5 --out out --quiet");
    assert_eq!((quiet.status, quiet.out.as_str(), quiet.err.as_str()), (0, "", ""));
}

#[test]
fn survival_at_any_month_can_be_asked_for() {
    let home = Home::new();
    let asked = "[outcome]\nmetrics = [\"survived_9\", \"trust_final\"]\nhorizons = [6]\n";
    regimes(&home, "regimes.toml", &[AS_IT_IS, MILD, asked]);
    home.done("compare regimes.toml -n 3 --quiet --until-precise survived_9=0.9 --out out");
    let (_, effects) = rows(&home.path("out/effects.csv"));
    for metric in ["survived_6", "survived_9"] {
        assert!(effects.iter().any(|row| row["metric"] == metric && !row["difference"].is_empty()), "no {metric}");
    }
    home.done("run regimes.toml -n 2 --quiet --out run");
    assert!(rows(&home.path("run/runs.csv")).0.contains(&"survived_9".to_owned()));
}

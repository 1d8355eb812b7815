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
    let promised = "arm metric unit baseline_mean arm_mean difference ci_low ci_high p05 p95 share_above share_below \
                    share_tied replicates saving evaluator_sees";
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
        for (column, side) in [
            ("share_above", std::cmp::Ordering::Greater),
            ("share_below", std::cmp::Ordering::Less),
            ("share_tied", std::cmp::Ordering::Equal),
        ] {
            near(column, paired.iter().filter(|d| d.partial_cmp(&&0.0) == Some(side)).count() as f64 / n);
        }
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

/// A programme of half a year more.
const LONGER: &str = "[[regime]]\nname = \"longer\"\nset = { \"programme.end\" = \"2016-04\" }\n";

#[test]
fn programmes_that_end_apart_are_compared_at_equal_times_after_their_own_ends() {
    let home = Home::new();
    let asked = "[outcome]\nmetrics = [\"alive_at_horizon\", \"survived_horizon\", \"money_spent\"]\nhorizons = []\n";
    regimes(&home, "regimes.toml", &[AS_IT_IS, LONGER, MILD, asked]);
    let said = home.done("compare regimes.toml -n 12 --out out");
    // Of the 36 months from 2014-04, 18 are left after September 2015, and 12 after March 2016.
    let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Programmes end in different months: September 2015 (\"as it is\" and \"mild\"), March 2016 (\"longer\").",
        "compared 12 months after each regime's own programme",
        "At the end of the run (end of March 2017), which is not 12 months after each regime's own programme:",
    ] {
        assert!(told.contains(part), "no {part:?} in\n{said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    let (_, runs) = rows(&home.path("out/runs.csv"));
    let (_, fates) = rows(&home.path("out/initiatives.csv"));
    let month = |text: &str| {
        let (year, month) = text.split_once('-').unwrap();
        12 * year.parse::<i32>().unwrap() + month.parse::<i32>().unwrap()
    };
    let mut differs = false;
    for run in &runs {
        let own_end = month(if run["arm"] == "longer" { "2016-03" } else { "2015-09" });
        let of_run = || fates.iter().filter(|fate| fate["arm"] == run["arm"] && fate["replicate"] == run["replicate"]);
        let alive = |at: i32| {
            of_run()
                .filter(|fate| month(&fate["start"]) <= at && (fate["end"].is_empty() || month(&fate["end"]) > at))
                .count()
        };
        assert_eq!(number(run, "alive_12"), alive(own_end + 12) as f64, "{run:?}");
        assert_eq!(number(run, "alive_at_horizon"), alive(month("2017-03")) as f64);
        if run["arm"] == "longer" {
            // Its twelve months after are the end of the run.
            for (own, end) in [
                ("absorbed_12", "absorbed"),
                ("trust_12", "trust_final"),
                ("surviving_months_12", "surviving_months"),
                ("absorbed_share_12", "absorbed_share"),
                ("survived_12", "survived_horizon"),
            ] {
                assert_eq!(run[own], run[end], "{own}");
            }
        } else {
            differs |= run["trust_12"] != run["trust_final"];
        }
    }
    assert!(differs, "elsewhere the run goes on");
    let (_, effects) = rows(&home.path("out/effects.csv"));
    for metric in ["alive_12", "alive_at_horizon", "surviving_months_per_thousand_pounds_12", "ended_money_12"] {
        assert_eq!(effects.iter().filter(|row| row["metric"] == metric).count(), 3, "{metric}");
    }
    let page = home.read("out/report.html");
    assert!(page.contains("12 months after each regime") && page.contains("at the end of the run (end of March 2017)"));
    // Metrics of the own end can be asked to be precise; where all end at once there are none.
    home.done("compare regimes.toml -n 12 --quiet --until-precise alive_12=9 --out precise");
    regimes(&home, "alike.toml", &[AS_IT_IS, MILD]);
    home.done("compare alike.toml -n 2 --quiet --out alike");
    assert!(
        !rows(&home.path("alike/runs.csv")).0.iter().any(|column| column.ends_with("_12") && column != "survived_12")
    );
}

#[test]
fn a_programme_that_outlasts_the_run_has_no_time_after_it() {
    let home = Home::new();
    let endless = LONGER.replace("longer", "endless").replace("2016-04", "2018-04");
    regimes(&home, "regimes.toml", &[AS_IT_IS, LONGER, &endless]);
    let said = home.done("compare regimes.toml -n 3 --out out");
    let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("no such time for \"endless\": the run is over before the programme ends"), "{said}");
    let (_, runs) = rows(&home.path("out/runs.csv"));
    for run in &runs {
        assert_eq!(run["alive_12"].is_empty(), run["arm"] == "endless", "{run:?}");
    }
    regimes(&home, "two.toml", &[AS_IT_IS, &endless]);
    let said = home.done("compare two.toml -n 12 --out two");
    let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("no time after their programmes that the regimes share"), "{said}");
    assert!(!told.contains("most under") && !told.contains("more under"), "{said}");
}

#[test]
fn few_replicates_and_other_money_name_nobody() {
    let home = Home::new();
    let poor = "[[regime]]\nname = \"poor\"\nset = { \"programme.funding.award\" = 0.1 }\n";
    regimes(&home, "regimes.toml", &[AS_IT_IS, poor]);
    for (replicates, said) in [(1, "1 pair of futures is too few"), (9, "9 pairs of futures are too few")] {
        // That little can come of so little money is warned of.
        let text = home.safsim(&format!("compare regimes.toml -n {replicates} --out few --force")).out;
        let told = text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said) && !told.contains("most under") && !told.contains("more under"), "{text}");
    }
    let text = home.safsim("compare regimes.toml -n 10 --out out").out;
    let told = text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("all regimes are alike") || told.contains("No two regimes spend alike (within 5 %)"),
        "{text}"
    );
    for part in ["Asked is what bids came to", "Not spent of what was given: "] {
        assert!(told.contains(part), "no {part:?} in\n{text}");
    }
}

#[test]
fn a_second_scenarios_own_settings_and_sites_are_told() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    let two = town("other").replace("[time]", "[run]\nseed = 7\nreplicates = 9\n[time]")
        + "[[site]]\nname = \"Hull\"\ntype = \"mcp\"\n"
        + AS_IT_IS
        + MILD;
    home.write("other.toml", &two);
    let both = home.safsim("compare town.toml other.toml -n 2 --out out");
    assert_eq!(both.status, 0, "{}", both.err);
    for note in [
        "note: all arms run with seed 1, that of \"town\"; the own seed of \"other\" is not used\n",
        "note: whole scenarios are compared, each as it is; the regimes of \"other\" are not run\n",
    ] {
        assert!(both.err.contains(note), "{}", both.err);
    }
    let told = both.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("same sites: \"town\": town; \"other\": town and Hull."), "{}", both.out);
    assert!(!both.out.contains("1 site,"), "{}", both.out);
    // Asked for on the command line they are everybody's.
    let all = home.safsim("compare town.toml other.toml -n 2 --seed 3 --out out --force");
    assert!(!all.err.contains("own seed"), "{}", all.err);
    let quiet = home.safsim("compare town.toml other.toml -n 2 --quiet --out quiet");
    assert_eq!(quiet.err, "");
}

#[test]
fn several_scenarios_are_arms() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.write("other.toml", &town("other").replace("mcp", "pacs").replace("name = \"town\"", "name = \"city\""));
    let said = home.done("compare town.toml other.toml -n 4 --out out");
    assert!(said.contains("2 regimes") && said.contains("Open:    out/report.html"), "{said}");
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
    assert_eq!(manifest["arms"][1]["neutral_budget_of"], "spent");
}

#[test]
fn an_arm_can_be_given_what_the_baseline_is_given() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, &NEUTRAL.replace("= true", "= \"given\"")]);
    // That a budget takes the place of its award is warned of.
    let said = home.safsim("compare regimes.toml -n 32 --out out");
    assert_eq!(said.status, 0, "{}", said.err);
    let said = said.out;
    let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Rescaled to be given what \"as it is\" is given: \"neutral\"."), "{said}");
    let manifest: serde_json::Value = serde_json::from_str(&home.read("out/manifest.json")).unwrap();
    assert_eq!(manifest["arms"][1]["neutral_budget_of"], "given");
    let (_, effects) = rows(&home.path("out/effects.csv"));
    let of = |metric: &str| {
        let row = effects.iter().find(|row| row["arm"] == "neutral" && row["metric"] == metric).unwrap();
        ["baseline_mean", "arm_mean"].map(|column| number(row, column))
    };
    let [base, arm] = of("money_given");
    assert!(base > 0.0 && (arm - base).abs() <= 0.01 * base, "{arm} of {base}");
    let [base, arm] = of("money_spent");
    assert!((arm - base).abs() > 0.01 * base, "what is spent is not made alike: {arm} of {base}");
    // What is kept runs again as it was.
    home.done("compare out/scenario.toml --quiet --out again");
    assert_same(&home.path("out"), &home.path("again"));
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

//! `--ensemble`: what plausible models make of a difference, beside what chance does.

use crate::program::{Home, assert_same};
use crate::small::{AS_IT_IS, GRID, WHOLE, regimes, swept, town};
use crate::tables::{Row, number, rows};
use safsim::engine::MODEL;

/// Sets that vary one parameter, which has these values.
fn ensemble(home: &Home, file: &str, parameter: &str, values: &[f64]) {
    let sets: Vec<String> = values.iter().map(|value| format!("[{value:?}]")).collect();
    let sets = sets.join(", ");
    let text = format!(
        "model = {MODEL}\ntargets = \"\"\nmade_by = \"a test\"\nparameters = [\"{parameter}\"]\nsets = [{sets}]\n"
    );
    home.write(file, &text);
}

fn home() -> Home {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, WHOLE]);
    home
}

/// The row of the second arm and this metric.
fn row(home: &Home, table: &str, metric: &str) -> Row {
    let (_, all) = rows(&home.path(table));
    let arm = all.last().unwrap()["arm"].clone();
    all.into_iter().find(|row| row["arm"] == arm && row["metric"] == metric).unwrap()
}

#[test]
fn models_that_are_all_alike_say_what_as_many_replicates_say() {
    let home = home();
    let default = safsim::scenario::Parameters::default().growth;
    ensemble(&home, "alike.toml", "growth", &[default; 5]);
    home.done("compare regimes.toml -n 5 --ensemble alike.toml -q -o alike");
    home.done("compare regimes.toml -n 10 --ensemble none -q -o plain");
    assert!(!home.path("plain/models.csv").exists());
    for metric in ["money_spent", "alive_at_horizon", "trust_final"] {
        let (models, plain) = (row(&home, "alike/models.csv", metric), row(&home, "plain/effects.csv", metric));
        let (mean, difference) = (number(&models, "models_mean"), number(&plain, "difference"));
        assert!((mean - difference).abs() <= 1e-9 * difference.abs().max(1.0), "{metric}: {mean} {difference}");
        assert_eq!((models["sets"].as_str(), models["per_set"].as_str()), ("5", "2"));
        // What is left of their spread is chance: it lies within what the sets were found to be.
        assert!(number(&models, "models_low") <= mean && mean <= number(&models, "models_high"));
    }
    // What is told of the replicates themselves is what is told without models.
    home.done("compare regimes.toml -n 5 --ensemble none -q -o five");
    for table in ["effects.csv", "runs.csv", "survival.csv", "months.csv"] {
        assert_eq!(home.read(&format!("alike/{table}")), home.read(&format!("five/{table}")), "{table}");
    }
}

#[test]
fn what_models_differ_in_is_told_from_chance() {
    let home = home();
    // Where few can wait for security, posts are filled and money is spent; where nobody can, it is not, in either arm.
    let little = "[[regime]]\nname = \"little\"\nset = { \"programme.funding.award\" = 0.2 }\n";
    regimes(&home, "regimes.toml", &[AS_IT_IS, little]);
    let values: Vec<f64> = (0..12).map(|i| if i % 2 == 0 { 0.5 } else { 200.0 }).collect();
    ensemble(&home, "apart.toml", "security", &values);
    let said = home.safsim("compare regimes.toml -n 12 --ensemble apart.toml -o out");
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("12 plausible models") && said.out.contains("agrees in"), "{}", said.out);
    assert!(said.out.lines().all(|line| line.chars().count() <= 80 || line.starts_with("Open")), "{}", said.out);
    let spent = row(&home, "out/models.csv", "money_spent");
    assert!(number(&spent, "share_models") > 0.3, "{spent:?}");
    assert!(number(&spent, "models_low") < number(&spent, "models_high"));
    let page = home.read("out/report.html");
    assert!(page.contains("nine of ten plausible models") && page.contains("12\u{a0}plausible models"));
}

#[test]
fn the_same_bytes_for_any_threads_and_from_the_folder_itself() {
    let home = home();
    ensemble(&home, "few.toml", "growth", &[0.4, 0.7, 1.0]);
    for threads in [1, 3] {
        home.done(&format!("compare regimes.toml -n 4 --ensemble few.toml -q -j {threads} -o {threads}"));
        home.done(&format!("run regimes.toml -n 4 --ensemble few.toml -q -j {threads} -o run{threads}"));
    }
    assert_same(&home.path("1"), &home.path("3"));
    assert_same(&home.path("run1"), &home.path("run3"));
    home.done("compare 1/scenario.toml --ensemble few.toml -q -o again");
    assert_same(&home.path("1"), &home.path("again"));
    let (_, levels) = rows(&home.path("run1/models.csv"));
    assert!(levels.iter().any(|row| row["metric"] == "alive_at_horizon" && row["sets"] == "3"), "{levels:?}");
}

#[test]
fn what_cannot_be_an_ensemble_is_refused() {
    let home = home();
    ensemble(&home, "old.toml", "growth", &[0.7, 0.8]);
    home.write("old.toml", &home.read("old.toml").replace(&format!("model = {MODEL}"), "model = 3"));
    for (which, told) in [
        ("old.toml", "is of model 3, and this program has model"),
        ("missing.toml", "missing.toml"),
        ("1", "this is too small"),
        ("60000", "sets of parameters, not 60000"),
    ] {
        let said = home.safsim(&format!("compare regimes.toml -n 3 --ensemble {which} -o out"));
        assert!(said.status == 2 && said.err.contains(told), "{which}: {} {}", said.status, said.err);
    }
    let said = home.safsim("compare regimes.toml --ensemble none --until-precise survived_horizon=0.1 -o out");
    assert!(said.status == 2 && said.err.contains("cannot be used with"), "{}", said.err);
}

/// Holds a sweep over so many models that are alike against one of as many replicates as these have futures; its rows.
fn stands_where(home: &Home, alike: &str, plain: &str, [sets, per_set]: [&str; 2]) -> Vec<Row> {
    let (_, over) = rows(&home.path(&format!("{alike}/point_models.csv")));
    let (_, plain) = rows(&home.path(&format!("{plain}/points.csv")));
    let mut whole = 0;
    for row in &over {
        assert_eq!(row["per_set"], per_set);
        let same =
            plain.iter().find(|other| other["point"] == row["point"] && other["metric"] == row["metric"]).unwrap();
        // A set with a future that has no value, for want of anything to survive, is left out.
        if row["sets"] == sets {
            let (models, mean) = (number(row, "models_mean"), number(same, "mean"));
            assert!((models - mean).abs() <= 1e-9 * mean.abs().max(1.0), "{row:?} {same:?}");
            whole += 1;
        }
    }
    assert!(2 * whole > over.len() && over.iter().any(|row| row["metric"] == "trust_final" && row["sets"] == sets));
    over
}

#[test]
fn points_of_a_sweep_over_models_that_are_all_alike_stand_where_as_many_replicates_put_them() {
    let home = Home::new();
    swept(&home, "grid.toml", GRID);
    let default = safsim::scenario::Parameters::default().growth;
    ensemble(&home, "alike.toml", "growth", &[default; 5]);
    home.done("sweep grid.toml -n 5 --ensemble alike.toml -q -o alike");
    home.done("sweep grid.toml -n 10 -q -o plain");
    home.done("sweep grid.toml -n 5 -q -o five");
    for table in ["points.csv", "runs.csv"] {
        assert_eq!(home.read(&format!("alike/{table}")), home.read(&format!("five/{table}")), "{table}");
    }
    assert!(!home.path("plain/point_models.csv").exists());
    let over = stands_where(&home, "alike", "plain", ["5", "2"]);
    // What an axis does is the difference of its ends, the other axis averaged.
    let (_, axes) = rows(&home.path("alike/axis_models.csv"));
    let award =
        axes.iter().find(|row| row["axis"] == "programme.funding.award" && row["metric"] == "trust_final").unwrap();
    assert_eq!(award["ends"], "from 0.2 to 1");
    let at = |points: [&str; 2]| {
        let of = |row: &&Row| row["metric"] == "trust_final" && points.contains(&row["point"].as_str());
        over.iter().filter(of).map(|row| number(row, "models_mean")).sum::<f64>() / 2.0
    };
    let change = at(["4", "5"]) - at(["0", "1"]);
    assert!((number(award, "models_mean") - change).abs() < 1e-6 * change.abs(), "{award:?} {change}");
}

/// The word of a rule sets several parameters: models are not laid over them.
#[test]
fn a_rule_that_an_axis_names_holds_in_all_models() {
    let home = Home::new();
    swept(&home, "rules.toml", "axes = { \"rules.history\" = [\"ignored\", \"attended\"] }");
    let study = safsim::scenario::load_study(&safsim::scenario::Source::Path(home.path("rules.toml")), &[]).unwrap();
    let set = study.set_by_words();
    let row = safsim::scenario::Parameters::find(set[0]).unwrap();
    ensemble(&home, "apart.toml", set[0], &[0.0, 0.5, 1.0].map(|share| row.at_share(share)));
    home.done("sweep rules.toml -n 6 --ensemble apart.toml -q -o out");
    home.done("sweep rules.toml -n 12 -q -o plain");
    stands_where(&home, "out", "plain", ["3", "4"]);
}

#[test]
fn an_axis_that_is_a_parameter_stays_as_it_is_set_in_all_models() {
    let home = Home::new();
    swept(&home, "grid.toml", "axes = { growth = [0.2, 0.6] }");
    ensemble(&home, "apart.toml", "growth", &[0.4, 0.7, 1.0]);
    let said = home.safsim("sweep grid.toml -n 6 --ensemble apart.toml -o out").out;
    assert!(said.contains("3 plausible models") && !said.contains("NaN"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80 || line.starts_with("Open")), "{said}");
    // The only parameter that they differ in is given: models are all the same, and their futures are as many replicates.
    home.done("sweep grid.toml -n 12 -q -o plain");
    stands_where(&home, "out", "plain", ["3", "4"]);
    let page = home.read("out/report.html");
    assert!(page.contains("nine of ten plausible models") && page.contains("3\u{a0}plausible models"));
    for threads in [1, 3] {
        home.done(&format!("sweep grid.toml -n 6 --ensemble apart.toml -q -j {threads} -o {threads}"));
    }
    assert_same(&home.path("1"), &home.path("3"));
}

#[test]
fn what_would_have_kept_an_initiative_is_counted_over_models_too() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    // Nobody waits for security: posts are filled, and things live as long as they are paid for.
    ensemble(&home, "apart.toml", "security", &[0.5, 200.0]);
    let alone = home.done("explain town.toml -n 12");
    let said = home.done("explain town.toml -n 12 --ensemble apart.toml -j 1");
    assert_eq!(said, home.done("explain town.toml -n 12 --ensemble apart.toml -j 3"));
    // What is told without models is told in the same words.
    let (own, over) = said.split_once("Over 2 plausible models").unwrap();
    assert!(alone.starts_with(own.trim_end()), "{alone}\n{own}");
    assert!(over.contains("12 futures") && over.contains("The programme's money goes on"), "{over}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    home.done("run town.toml -n 4 -q -o out");
    home.done("explain out -n 8 --ensemble apart.toml -q");
    assert!(home.read("out/explain.md").contains("## Over 2 plausible models"));
}
